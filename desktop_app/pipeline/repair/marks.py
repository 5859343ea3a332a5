"""Marks that do not belong: a lone `?` or U+FFFD for a character that is lost, doubled stops."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair.draft import Change
from desktop_app.system import resources

# Where a sentence or a line is over, or one begins, a `?` can only stand for a space that could
# not be shown; before a number it may be its sign.
_STRAY = re.compile(
    r"(?<=[。；：！”》）])\?+(?=[^\d\s?])|^[ \u3000]*\?+(?=[^\d\s?.,，、-])|^\?+$", re.MULTILINE
)
_MARK = re.compile(r"\?")
# A decoder's own sign for a byte that it cannot read.
LOST = "\ufffd"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BESIDE = re.compile(r"[\u4e00-\u9fff，。；：、“”（）《》]")
# A `?` is what it looks like in a link, and at the end of a sentence in Latin letters.
_LINK = re.compile(r"(?://|www\.)[^\s\u4e00-\u9fff]*\Z")
_LONGEST_LINK = 200
_LATIN_END = re.compile(r"(?<=[A-Za-z])\?(?=\s|\Z)")
# Pages that lose bytes are from where quotation marks are others.
_CLOSING = ("」", "』")
_STOPPED = re.compile("(?<=[0-9０-９])。(?=[0-9０-９]{1,2}(?:[%％‰]|个百分点))")
_SENTENCE = re.compile(r"[。；：！？\n]")
_DOUBLED = re.compile(r"(?P<first>[，。；、,;])\s?(?P<last>[，。；、,;])")


def stray_marks(text: str, known: Sequence[tuple[int, int]]) -> Iterator[Change]:
    """Yield changes that drop stray `?`, and marks for every other one beside Chinese.

    Every U+FFFD is marked: it says itself that a character is lost. What lies in the `known`
    stretches is marked already.
    """
    done = {place for start, end in known for place in range(start, end)}
    for lost in re.finditer(LOST, text):
        if lost.start() not in done:
            yield Change(*lost.span(), lost[0], "stray_mark", Certainty.UNKNOWN)
    chinese = _CHINESE.search(text) is not None
    stray = {place for match in _STRAY.finditer(text) for place in range(*match.span())}
    for match in _MARK.finditer(text):
        place = match.start()
        if place in done or _is_question(text, place):
            continue
        if place in stray:
            yield Change(place, place + 1, "", "stray_mark", Certainty.LIKELY)
        elif _is_damage(text, place, chinese=chinese):
            yield Change(place, place + 1, "?", "stray_mark", Certainty.UNKNOWN)


def _is_damage(text: str, place: int, *, chinese: bool) -> bool:
    """Whether the `?` at `place` stands for a character of a text, if that is `chinese`."""
    if _BESIDE.search(text[max(place - 1, 0) : place] + text[place + 1 : place + 2]):
        return True
    linked = _LINK.search(text, max(place - _LONGEST_LINK, 0), place)
    return chinese and not linked and not _LATIN_END.match(text, place)


def _is_question(text: str, place: int) -> bool:
    """Whether the `?` ends a question: by its words, or by the quotation that it closes."""
    if text[place + 1 : place + 2].isdigit():
        return False
    if text.startswith(_CLOSING, place + 1):
        return True
    sentence = resources.folding().fold(_SENTENCE.split(text[max(place - 40, 0) : place])[-1])
    return any(word in sentence for word in resources.table("repair")["question_words"])


def stopped_decimals(text: str) -> Iterator[Change]:
    """Yield changes that make the stop in 3。1% a decimal point: no sentence begins with 1%."""
    for match in _STOPPED.finditer(text):
        yield Change(*match.span(), ".", "punctuation", Certainty.LIKELY)


def doubled_stops(text: str) -> Iterator[Change]:
    """Yield changes that keep the second of two stops: 98%。；二是 reads 98%；二是."""
    for match in _DOUBLED.finditer(text):
        yield Change(*match.span(), match["last"], "punctuation", Certainty.LIKELY)

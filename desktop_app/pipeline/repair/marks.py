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
_LOST = re.compile("\ufffd")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BESIDE = re.compile(r"[\u4e00-\u9fff，。；：、“”（）《》]")
# What a Chinese text has beside a lost character too; a link has letters there.
_FIGURE = re.compile(r"[\d?%％‰]")
# Pages that lose bytes are from where quotation marks are others.
_CLOSING = ("」", "』")
_SENTENCE = re.compile(r"[。；：！？\n]")
_DOUBLED = re.compile(r"(?P<first>[，。；、,;])\s?(?P<last>[，。；、,;])")


def stray_marks(text: str, known: Sequence[tuple[int, int]]) -> Iterator[Change]:
    """Yield changes that drop stray `?`, and marks for every other one beside Chinese.

    Every U+FFFD is marked: it says itself that a character is lost. What lies in the `known`
    stretches is marked already.
    """
    done = {place for start, end in known for place in range(start, end)}
    for lost in _LOST.finditer(text):
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
    beside = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
    return bool(_BESIDE.search(beside) or (chinese and _FIGURE.search(beside)))


def _is_question(text: str, place: int) -> bool:
    """Whether the `?` ends a question: by its words, or by the quotation that it closes."""
    if text.startswith(_CLOSING, place + 1):
        return True
    sentence = resources.folding().fold(_SENTENCE.split(text[max(place - 40, 0) : place])[-1])
    return any(word in sentence for word in resources.table("repair")["question_words"])


def doubled_stops(text: str) -> Iterator[Change]:
    """Yield changes that keep the second of two stops: 98%。；二是 reads 98%；二是."""
    for match in _DOUBLED.finditer(text):
        yield Change(*match.span(), match["last"], "punctuation", Certainty.LIKELY)

"""Line breaks that a web page or a page margin put inside a sentence, a title or a number.

A break is mended only on evidence that the text goes on; a short line is no evidence. Never
mended: a break before a heading, an item or a table row, and one after a mark that ends a
sentence. Then one of these must hold, the strongest first:

1. The next line begins with a mark that cannot begin one (，。）”), or the line ends in one that
   cannot end one (（《“).
2. The break splits a fixed phrase of titles, a number from its unit or its decimals, or the parts
   of a ratio (14.8:48.1:37.1).
3. The line is the unfinished end of running text: it has a full stop inside, or it is no heading
   and has commas inside, and the next line ends as a sentence does.
4. The line is numbered and has commas, or is not numbered and has no marks: only where a known
   word spans the break. A numbered line without any mark is a heading, always.

The end of a page is such a break too, with the page's number, and the head or foot that pages
repeat, between the lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.repair.words import LONGEST_WORD, listed
from desktop_app.system import resources

_DIGIT = "[一二三四五六七八九十百]"
NUMBERED = re.compile(
    rf"第?{_DIGIT}{{1,4}}(?:[、.．]|是(?=.)|[章节部]|方面)|[(（]\s*(?:{_DIGIT}{{1,3}}|\d{{1,2}})\s*[)）]"
    r"|\d{1,2}(?:[、．)）]|\.(?!\d))|[①-⑳❶-❿]|[-*•·●■◆#|]\s?|第\d+[章节部条]"
)
# Nobody knows whether a lost character ended its line.
_ENDED = "。；：！？;:!?…\ufffd"
_CLOSED = "”’》）)】〉"
_CANNOT_BEGIN = "，。、；：！？）》”’〉】,;:!?)%％‰"
_CANNOT_END = "（《“‘〈【("
_STOP = re.compile(r"[。！？；;](?!$)")
_COMMA = re.compile(r"[，,]")
_SPACES = " \u3000\xa0"
_RATIO = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?[:：]$")
_RATIO_PART = re.compile(r"\d{1,3}(?:\.\d+)?(?P<more>[:：]\d+(?:\.\d+)?)?(?![\d.、．)）])")
PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\d{1,3}\s*(?:页|/\s*\d{1,3})[\s，,]*(?:共\s*\d{1,3}\s*页)?[-—–－·\s]*"
    r"|[-—–－]+\s*\d{1,3}\s*[-—–－]+"
)
# A short line that stands so often in a text is the head or foot of its pages.
REPEATED = 3
_LONGEST_HEAD = 60
_NAME = re.compile(r"\d*年?[\u4e00-\u9fff]{2}")
_FRACTION = re.compile(r"\d+\s*/\s*\d+")


def breaks(text: str) -> Iterator[Change]:
    """Yield a change for every line break of `text` inside a sentence, a title or a number."""
    joiner = _Joiner()
    at = 0
    for line, following in pairwise(text.split("\n")):
        at += len(line)
        certainty = joiner.goes_on(line.strip(_SPACES), following)
        if certainty is not None:
            start = at - (len(line) - len(line.rstrip(_SPACES)))
            end = at + 1 + len(following) - len(following.lstrip(_SPACES))
            yield Change(start, end, "", "line_break", certainty)
        at += 1


def page_ends(text: str) -> Iterator[Change]:
    """Yield a change for every page's end inside a sentence or a number: its mark goes too."""
    lines = text.split("\n")
    marks = [at for at, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line.strip(_SPACES))]
    # A fraction alone is one page of so many only where others are, too.
    totals = Counter(
        line.strip(_SPACES).partition("/")[2] for line in map(lines.__getitem__, marks)
    )
    marks = [
        at
        for at in marks
        if not _FRACTION.fullmatch(lines[at].strip(_SPACES))
        or totals[lines[at].strip(_SPACES).partition("/")[2]] > 1
    ]
    if not marks:
        return
    joiner, times = _Joiner(), Counter(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    seen = 0
    for mark in marks:
        if mark < seen:
            continue
        above, seen = _around_page(lines, mark, times, joiner)
        if above < 0 or seen == len(lines):
            continue
        line, following = lines[above].rstrip(_SPACES), lines[seen]
        certainty = joiner.goes_on(line.lstrip(_SPACES), following)
        if certainty is not None:
            indent = len(following) - len(following.lstrip(_SPACES))
            start, end = starts[above] + len(line), starts[seen] + indent
            yield Change(start, end, "", "page_end", certainty)


def _around_page(
    lines: Sequence[str], mark: int, times: Counter[str], joiner: "_Joiner"
) -> tuple[int, int]:
    """Return the last line of a page's text and the first of the next one's, about its number.

    -1 or the number of lines where there is none.
    """

    def is_page(line: str) -> bool:
        bare = line.strip(_SPACES)
        if not bare or PAGE_NUMBER.fullmatch(bare):
            return True
        if len(bare) > _LONGEST_HEAD or bare[-1] in _ENDED or not _NAME.match(bare):
            return False
        return joiner.is_head(bare) or (times[line] >= REPEATED and "\t" not in bare)

    above, below = mark - 1, mark + 1
    while above >= 0 and is_page(lines[above]):
        above -= 1
    while below < len(lines) and is_page(lines[below]):
        below += 1
    return above, below


class _Joiner:
    """Tells whether a line goes on in the next."""

    def __init__(self) -> None:
        self._fold = resources.folding().fold
        self._words = resources.table("repair")["lines"]
        self._cuts = [
            (phrase[:cut], phrase[cut:])
            for phrase in self._words["title_phrases"]
            for cut in range(1, len(phrase))
        ]
        self._heads = tuple(head for head, _ in self._cuts)

    def goes_on(self, line: str, following: str) -> Certainty | None:
        """Return how sure it is that `following` continues `line`; None where it does not."""
        indented = following[:1] in (*_SPACES, "") or "\t" in line + following
        if not line or indented:
            return None
        if _RATIO.search(line) and (part := _RATIO_PART.match(following)):
            three = part["more"] or re.search(r"\d[:：]\d[\d.]*[:：]$", line)
            return Certainty.CERTAIN if three else Certainty.LIKELY
        if line[-1] in _ENDED or self._begins_anew(following):
            return None
        if following[0] in _CANNOT_BEGIN or line[-1] in _CANNOT_END:
            return Certainty.CERTAIN
        if self._splits_phrase(line, following) or self._splits_number(line, following):
            return Certainty.CERTAIN
        if line[-1] in _CLOSED or self._is_whole(line):
            return None
        return self._unfinished(line, following)

    def _begins_anew(self, line: str) -> bool:
        starts = tuple(self._words["item_starts"])
        return bool(NUMBERED.match(line)) or self._fold(line).startswith(starts)

    def is_head(self, line: str) -> bool:
        """Whether a line ends as a title or a publisher does."""
        return self._fold(line).endswith(tuple(self._words["line_ends"]))

    def _is_whole(self, line: str) -> bool:
        """Whether a line is a title or a publisher, or the unit note of a table."""
        return self.is_head(line) or self._fold(line).startswith(tuple(self._words["unit_notes"]))

    def _splits_phrase(self, line: str, following: str) -> bool:
        line = self._fold(line)
        if not line.endswith(self._heads):
            return False
        following = self._fold(following)
        return any(line.endswith(head) and following.startswith(rest) for head, rest in self._cuts)

    def _splits_number(self, line: str, following: str) -> bool:
        if not re.search(r"\d\.?$", line) or NUMBERED.fullmatch(line):
            return False
        units = tuple(self._words["after_number"])
        rest = re.match(r"\d+(?:\.\d+)?(?=[^\d年])", following) if line[-1] == "." else None
        if self._fold(following).startswith(tuple(self._words["not_after_number"])):
            return False
        return self._fold(following).startswith(units) or rest is not None

    def _unfinished(self, line: str, following: str) -> Certainty | None:
        """Judge a line that ends without any mark."""
        running = _STOP.search(following) or _COMMA.search(following)
        if not (running or following.rstrip(_SPACES)[-1:] in (*_ENDED, *_CLOSED)):
            return None
        word = _spanning_word(self._fold(line), self._fold(following))
        commas, numbered = _COMMA.search(line), NUMBERED.match(line)
        if _STOP.search(line) or (commas and not numbered):
            return Certainty.CERTAIN if word else Certainty.LIKELY
        return Certainty.CERTAIN if word and (commas or not numbered) else None


def _spanning_word(line: str, following: str) -> bool:
    """Whether a known word begins in `line` and ends in `following`, both folded."""
    parts = (
        (line[-n:], following[:m]) for n in range(1, LONGEST_WORD) for m in range(1, LONGEST_WORD)
    )
    return any(
        first + last in listed() for first, last in parts if len(first + last) <= LONGEST_WORD
    )

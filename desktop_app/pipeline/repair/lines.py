"""Line breaks that a web page or a page margin put inside a sentence, a title or a number.

A break is mended only on evidence that the text goes on; a short line is no evidence. Never
mended: a break before a heading, an item or a table row, and one after a mark that ends a
sentence. Then one of these must hold, the strongest first:

1. The next line begins with a mark that cannot begin one (，。）”), or the line ends in one that
   cannot end one (（《“).
2. The break splits a fixed phrase of titles, a number from its unit or its decimals, the parts of
   a ratio (14.8:48.1:37.1), what is in parentheses, or a change from its subject (与上年/持平).
3. The line is the unfinished end of running text: it has a full stop inside, or it is no heading
   and has commas inside, and the next line ends as a sentence does.
4. The line is numbered and has commas, or is not numbered and has no marks: only where a known
   word spans the break. A numbered line without any mark is a heading, always.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.repair.numbers import GAP
from desktop_app.pipeline.repair.words import LONGEST_WORD, listed
from desktop_app.system import resources

_DIGIT = "[一二三四五六七八九十百]"
NUMBERED = re.compile(
    rf"第?{_DIGIT}{{1,4}}(?:[、.．]|是(?=.)|[章节部]|方面)|[(（]\s*(?:{_DIGIT}{{1,3}}|\d{{1,2}})\s*[)）]"
    r"|\d{1,2}(?:[、．)）]|\.(?!\d))|[①-⑳❶-❿]|[-*•·●■◆#|]\s?|第\d+[章节部条]"
)
# Nobody knows whether a lost character ended its line.
ENDED = "。；：！？;:!?…\ufffd"
_CLOSED = "”’》）)】〉"
_CANNOT_BEGIN = "，。、；：！？）》”’〉】,;:!?)%％‰"
_CANNOT_END = "（《“‘〈【("
_STOP = re.compile(r"[。！？；;](?!$)")
_COMMA = re.compile(r"[，,]")
SPACES = " \u3000\xa0"
_OPENED, _CLOSES = re.compile(r"[（(][^（()）]*$"), re.compile(r"[^（()）]*[）)]")
# Less than this, before a change, may be a heading.
_LEAST_SUBJECT = 8
_RATIO = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?[:：]$")
_RATIO_PART = re.compile(r"\d{1,3}(?:\.\d+)?(?P<more>[:：]\d+(?:\.\d+)?)?(?![\d.、．)）])")


def breaks(text: str) -> Iterator[Change]:
    """Yield a change for every line break of `text` inside a sentence, a title or a number."""
    joiner = Joiner()
    at = 0
    for line, following in pairwise(text.split("\n")):
        at += len(line)
        certainty = joiner.goes_on(line.strip(SPACES), following)
        if certainty is not None:
            start = at - (len(line) - len(line.rstrip(SPACES)))
            end = at + 1 + len(following) - len(following.lstrip(SPACES))
            # Two numbers may meet where no word tells that one goes on in the other.
            meet = line.rstrip(SPACES)[-1:].isdigit() and following.lstrip(SPACES)[:1].isdigit()
            rule = GAP if meet and certainty is Certainty.LIKELY else "line_break"
            yield Change(start, end, "", rule, certainty)
        at += 1


class Joiner:
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
        words = "|".join(map(re.escape, self._words["without_subject"]))
        self._change = re.compile(rf"(?:{words})+[约近超]?(?=[\d，。；,;])")

    def goes_on(self, line: str, following: str) -> Certainty | None:
        """Return how sure it is that `following` continues `line`; None where it does not."""
        indented = following[:1] in (*SPACES, "") or "\t" in line + following
        if not line or indented:
            return None
        if _RATIO.search(line) and (part := _RATIO_PART.match(following)):
            three = part["more"] or re.search(r"\d[:：]\d[\d.]*[:：]$", line)
            return Certainty.CERTAIN if three else Certainty.LIKELY
        if line[-1] in ENDED or self._begins_anew(following):
            return None
        if following[0] in _CANNOT_BEGIN or line[-1] in _CANNOT_END:
            return Certainty.CERTAIN
        if (
            self._splits_phrase(line, following)
            or self._splits_number(line, following)
            or (_OPENED.search(line) and _CLOSES.match(following))
        ):
            return Certainty.CERTAIN
        if line[-1] in _CLOSED or self._is_whole(line):
            return None
        if self._splits_subject(line, following):
            return Certainty.CERTAIN
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

    def _splits_subject(self, line: str, following: str) -> bool:
        """Whether `following` goes on, to the end of a sentence, with how something changed."""
        change = self._change.match(self._fold(following))
        is_sentence = following.rstrip(SPACES)[-1:] in ENDED
        is_head = NUMBERED.match(line) or len(line) < _LEAST_SUBJECT
        return bool(change) and is_sentence and not is_head

    def _unfinished(self, line: str, following: str) -> Certainty | None:
        """Judge a line that ends without any mark."""
        running = _STOP.search(following) or _COMMA.search(following)
        if not (running or following.rstrip(SPACES)[-1:] in (*ENDED, *_CLOSED)):
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

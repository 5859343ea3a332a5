"""Where the source is damaged beyond proof: what touches such a place is doubtful."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

_PART = "其中"
# What ends a clause before a number, and what ends the sentence whose subject it may have.
# Full-width alone: a half-width mark may be a part of damage.
_CLAUSE, _SENTENCE = "，。；：、\t\n", "。；\n"
# What a name gets of itself: what is counted (企业数), what is compared (占…比重).
_ADDED = frozenset("数量占比重")
# What a careless decoder left of a character; no name has a question mark.
_LOST = "?"


# A number at the end of a name belongs to what it names: its unit is broken, or a mark is lost.
# Names have numbers of their own beside letters (PM2.5), and before words (65岁以上人口).
_NUMBER_LEFT = re.compile(
    r"(?<![A-Za-z\d.+-])\d+(?:\.\d+[^\d]{0,6}|[^\w]*(?:人数|数|额|量)?|[十百千]?[万亿](?!人)[^级以]{0,5})$"
    r"|\d[×*]|\d\.\s"
    # 存栏12. 6万头, 总产值12亿3千万元: a piece of the number before its own.
    r"|\d[.,，](?!\d)|\d[十百千万亿]+$|(?<![A-Za-z\d.])\d+(?:\.\d+)?[数额量]?$"
)
_FRACTION = re.compile(r"^\d*\.\d+(?![A-Za-z\d])")


class Damage:
    """The stretches of the source that unproven damage covers.

    `near` are those that put a number they touch in doubt, `unread` those that put what is named
    there in doubt.
    """

    def __init__(
        self, near: Sequence[tuple[int, int]], unread: Sequence[tuple[int, int]] = ()
    ) -> None:
        self._spans, self._unread = sorted(near), sorted(unread)
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Whether a printed number touches damage; one that is not printed does not."""
        before = bisect_right(self._spans, (end, end))
        return start < end and before > 0 and self._reach[before - 1] >= start

    def hides_words(self) -> bool:
        """Whether any words could not be read, so that a name can have damage in it."""
        return bool(self._unread)

    def names(self, name: str, place: tuple[int, int]) -> bool:
        """Whether `name`, read from a stretch of the source, has damage in it."""
        start, end = (bisect_left(self._unread, (at, 0)) for at in place)
        return start < end or (_LOST in name and self.hides_words())


def has_number_left(name: str, *, in_table: bool) -> bool:
    """Whether a name ends in a number that is no part of it: 生猪存栏1, 总产值12亿.

    Rows are named for years and sizes as well; a row that begins with a decimal is a cut one.
    """
    return (_FRACTION if in_table else _NUMBER_LEFT).search(name) is not None


def name_start(text: str, first: int, number_start: int, name: str) -> int:
    """Return where in `text` begins what the number at `number_start` got its `name` from.

    `first` is where its passage begins.

    That is its own clause where every character of the name stands in it, else the sentence: then
    the subject, or what was to be the nearer one, stands further to the left. A part (其中) goes
    by its whole, which a sentence that begins with it leaves to the one before.
    """
    sentence = _after_last(text, _SENTENCE, first, number_start)
    clause = _after_last(text, _CLAUSE, sentence, number_start)
    part = text.find(_PART, sentence, number_start)
    if part < 0 and set(text[clause:number_start]).issuperset(set(name) - _ADDED):
        return clause
    begins_with_part = first < part == sentence
    return _after_last(text, _SENTENCE, first, sentence - 1) if begins_with_part else sentence


def _after_last(text: str, stops: str, start: int, end: int) -> int:
    for stop in stops:
        start = max(start, text.rfind(stop, start, end) + 1)
    return start

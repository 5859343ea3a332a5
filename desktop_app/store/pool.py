"""Texts in memory, laid end to end, so that one pass looks through all of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate

from desktop_app.store.wants import Asked, Group

_BETWEEN = "\n"
"""No canonical text has one: what is looked for never reaches from one text into the next."""

_FEW = 4
"""What stands in more texts than these is common: then each text is asked."""


class Pool:
    """Canonical texts, numbered from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._all = _BETWEEN.join(texts)
        lengths = (len(text) + len(_BETWEEN) for text in texts)
        self._starts = list(accumulate(lengths, initial=0))

    def __getitem__(self, number: int) -> str:
        return self._texts[number]

    def answering(self, asked: Asked, first: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield the numbers of the texts from `first` up to `end` that answer, in order."""
        end = len(self._texts) if end is None else end
        groups = asked.groups
        if not groups:
            return self._held(asked, range(first, end))
        rarest = groups[0] if len(groups) == 1 else max(groups, key=_length)
        if len(rarest.texts) == 1:
            found = self._holding(rarest.texts[0], first, end)
        else:
            found = _once(merge(*(self._holding(text, first, end) for text in rarest.texts)))
        if len(groups) == 1 and not asked.unwanted:
            return found
        return self._held(asked, found)

    def _held(self, asked: Asked, numbers: Iterable[int]) -> Iterator[int]:
        return (number for number in numbers if asked.holds(self._texts[number]))

    def _holding(self, wanted: str, first: int, end: int) -> Iterator[int]:
        at = self._all.find(wanted, self._starts[first], self._starts[end])
        return iter(()) if at < 0 else self._holding_from(at, wanted, end)

    def _holding_from(self, at: int, wanted: str, end: int) -> Iterator[int]:
        texts, starts, find, last = self._texts, self._starts, self._all.find, self._starts[end]
        number = bisect_right(starts, at) - 1
        for _ in range(_FEW):
            yield number
            at = find(wanted, starts[number + 1], last)
            if at < 0:
                return
            number = bisect_right(starts, at) - 1
        for common in range(number, end):
            if wanted in texts[common]:
                yield common


def _length(group: Group) -> int:
    return len(group.texts[0])


def _once(numbers: Iterable[int]) -> Iterator[int]:
    last = -1
    for number in numbers:
        if number != last:
            yield number
        last = number

"""Counts what answers in each chapter, of whole bulletins that may lie far apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from desktop_app.domain.search import ChapterCount
from desktop_app.store.filters import Stretch
from desktop_app.store.texts import Texts

_WALKED = 150
"""So many passages that answer are walked through as fast as another query begins."""

Passing = Callable[[Stretch], Iterator[int]]
"""Yields the places in a stretch that answer, in order."""


def counted(
    texts: Texts, passing: Passing, stretches: Sequence[Stretch], *, gaps: bool
) -> tuple[ChapterCount, ...]:
    """Return how many places answer in each chapter of the stretches that has some, in order.

    With `gaps` what lies between two stretches is quick to walk through.
    """
    if not stretches:
        return ()
    found = _inside(passing, stretches) if gaps else chain.from_iterable(map(passing, stretches))
    places = list(found)
    answering = [stretch for stretch in stretches if _lies_in(places, stretch)]
    return tuple(_counts(places, *texts.chapter_starts(answering))) if places else ()


def _lies_in(places: Sequence[int], stretch: Stretch) -> bool:
    """Whether one of the places lies in a stretch."""
    at = bisect_left(places, stretch[0])
    return at < len(places) and places[at] < stretch[1]


def _inside(passing: Passing, stretches: Sequence[Stretch]) -> Iterator[int]:
    """Yield the places inside the stretches that answer.

    To begin a query takes as long as to walk on through a gap in which few answer: it is begun
    anew where a gap proves to hold many.
    """
    at, end = 0, stretches[-1][1]
    while at < len(stretches):
        skipped = 0
        for place in passing((stretches[at][0], end)):
            while place >= stretches[at][1]:
                at, skipped = at + 1, 0
            if place >= stretches[at][0]:
                yield place
            elif skipped == _WALKED:
                break
            else:
                skipped += 1
        else:
            return


def _counts(
    places: Sequence[int], starts: Sequence[int], chapters: Sequence[tuple[int, int | None]]
) -> Iterator[ChapterCount]:
    """Yield how many of the places lie behind each start, before the next one."""
    at = 0
    while at < len(places):
        number = bisect_right(starts, places[at]) - 1
        end = len(places)
        if number + 1 < len(starts):
            end = bisect_left(places, starts[number + 1], at)
        yield ChapterCount(*chapters[number], end - at)
        at = end

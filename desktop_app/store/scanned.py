"""A small library is searched by reading it: faster than any index, and no larger for one."""

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice

from desktop_app.domain.search import NamedBy
from desktop_app.store.canonical import canonical
from desktop_app.store.texts import FIGURES_BY_NAME, HEADINGS, Name, answers, judged
from desktop_app.store.wants import Asked

_PASSAGES = """
    SELECT place, bulletin_id, chapter_id, kind, folded, label_length, sounds,
           first_figure, last_figure
      FROM passage ORDER BY place
"""
_NAMES = "SELECT id, name, folded, sounds, figures FROM indicator ORDER BY id"
_NAMED = f"{FIGURES_BY_NAME} ORDER BY p.place, f.id"


class ScannedTexts:
    """The texts of a library in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._places: list[int] = []
        self._texts: list[str] = []
        self._headings: dict[str, tuple[str, list[int]]] = {}
        self._starts: list[int] = []
        self._chapters: list[tuple[int, int | None]] = []
        for place, bulletin, chapter, kind, folded, label, said, *_ in connection.execute(
            _PASSAGES
        ):
            text = canonical(folded, label)
            self._places.append(place)
            self._texts.append(text)
            if kind == "heading":
                self._headings.setdefault(folded, (said, []))[1].append(place)
            if not self._chapters or self._chapters[-1] != (bulletin, chapter):
                self._starts.append(place)
                self._chapters.append((bulletin, chapter))
        self._names = connection.execute(_NAMES).fetchall()
        self._named: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for name_id, place, figure_id in connection.execute(_NAMED):
            self._named[name_id].append((place, figure_id))

    def exact_names(self, asked: Asked) -> Sequence[Name]:
        return [
            Name(number, name, figures, NamedBy.EXACT)
            for number, name, folded, _, figures in self._names
            if folded in asked.names
        ]

    def names(self, asked: Asked) -> Iterator[Name]:
        for row in self._names:
            name = judged(asked, *row)
            if name is not None:
                yield name

    def named(self, name_id: int, low: int, high: int) -> Iterator[tuple[int, int]]:
        for place, figure_id in self._named[name_id]:
            if low <= place < high:
                yield place, figure_id

    def headings(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        answering = (
            places
            for folded, (said, places) in self._headings.items()
            if answers(asked, folded, said)
        )
        for place in merge(*islice(answering, HEADINGS)):
            if low <= place < high:
                yield place

    def passages(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        first, last = bisect_left(self._places, low), bisect_left(self._places, high)
        for number in range(first, last):
            if asked.holds(self._texts[number]):
                yield self._places[number]

    def count(self, asked: Asked) -> int:
        return sum(map(asked.holds, self._texts))

    def chapter_starts(
        self, stretches: Sequence[tuple[int, int]]
    ) -> tuple[Sequence[int], Sequence[tuple[int, int | None]]]:
        inside = [
            number
            for low, high in stretches
            for number in range(bisect_left(self._starts, low), bisect_left(self._starts, high))
        ]
        return [self._starts[one] for one in inside], [self._chapters[one] for one in inside]

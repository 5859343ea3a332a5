"""A large library is searched through its index, which yields what is asked for in order."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import Any

from desktop_app.domain.search import NamedBy
from desktop_app.store import fulltext
from desktop_app.store.canonical import canonical
from desktop_app.store.sounds import spoken_initials
from desktop_app.store.texts import FIRST_PLACE, HEADINGS, LAST_PLACE, Name, answers
from desktop_app.store.wants import Asked, Group

_TEXT = "SELECT folded, label_length FROM passage WHERE place = ?"
_ALL = """
    SELECT place, folded, label_length FROM passage
     WHERE place >= ? AND place < ? ORDER BY place
"""
_HEADED = """
    SELECT place FROM headed WHERE heading_id = ? AND place >= ? AND place < ? ORDER BY place
"""
_EXACT = "SELECT id, name, figures FROM indicator WHERE folded = ? ORDER BY id"
_NAMED = """
    SELECT place, figure_id FROM named
     WHERE indicator_id = ? AND place >= ? AND place < ? ORDER BY place, figure_id
"""
_STARTS = """
    SELECT start.place, start.bulletin_id, start.chapter_id
      FROM json_each(?) AS stretch
     CROSS JOIN chapter_start AS start
        ON start.place >= CAST (stretch.key AS INTEGER) AND start.place < stretch.value
     ORDER BY start.place
"""


class IndexedTexts:
    """The texts of a library that has an index (see fulltext.py)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def exact_names(self, asked: Asked) -> Sequence[Name]:
        return [
            Name(number, name, figures, NamedBy.EXACT)
            for folded in asked.names
            for number, name, figures in self._connection.execute(_EXACT, (folded,))
        ]

    def names(self, asked: Asked) -> Iterator[Name]:
        if self._needs_no_look(asked):
            columns = "named.id, named.name, named.figures"
            for number, name, figures in self._wordings(asked, "indicator", columns):
                yield Name(number, name, figures, NamedBy.PART)
            return
        columns = "named.id, named.name, named.figures, named.folded, named.sounds"
        for number, name, figures, folded, said in self._wordings(asked, "indicator", columns):
            text = canonical(folded)
            if answers(asked, text, said):
                by = NamedBy.PART if asked.holds(text) else NamedBy.SOUND
                yield Name(number, name, figures, by)

    def named(self, names: Sequence[int], low: int, high: int) -> Iterator[tuple[int, int]]:
        lists = [self._connection.execute(_NAMED, (name, low, high)) for name in names]
        return merge(*lists) if len(lists) > 1 else lists[0]

    def headings(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        columns = "named.id, named.folded, named.sounds"
        answering = (
            number
            for number, folded, said in self._wordings(asked, "heading", columns)
            if self._needs_no_look(asked) or answers(asked, canonical(folded), said)
        )
        lists = (
            self._connection.execute(_HEADED, (number, low, high))
            for number in islice(answering, HEADINGS)
        )
        for (place,) in merge(*lists):
            yield place

    def passages(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        if not asked.groups:
            yield from self._without_words(asked, low, high)
            return
        base = fulltext.PASSAGES
        found = self._numbers(asked, base + low, base + high)
        if fulltext.is_exact(asked.groups, asked.unwanted):
            for number in found:
                yield number - base
            return
        for number in found:
            folded, label = self._row(_TEXT, number - base)
            if asked.holds(canonical(folded, label)):
                yield number - base

    def count(self, asked: Asked) -> int:
        if asked.groups and fulltext.is_exact(asked.groups, asked.unwanted):
            return fulltext.count(self._connection, asked.groups, asked.unwanted)
        return sum(1 for _ in self.passages(asked, FIRST_PLACE, LAST_PLACE))

    def chapter_starts(
        self, stretches: Sequence[tuple[int, int]]
    ) -> tuple[Sequence[int], Sequence[tuple[int, int | None]]]:
        # To begin a statement for each costs more than to read it.
        rows = self._connection.execute(_STARTS, (json.dumps(dict(stretches)),)).fetchall()
        return [row[0] for row in rows], [(row[1], row[2]) for row in rows]

    def _without_words(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        for place, folded, label in self._connection.execute(_ALL, (low, high)):
            if not asked.unwanted or asked.holds(canonical(folded, label)):
                yield place

    def _numbers(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        return fulltext.numbers(self._connection, asked.groups, asked.unwanted, low, high)

    def _needs_no_look(self, asked: Asked) -> bool:
        return not asked.sound and fulltext.is_exact(asked.groups, asked.unwanted)

    def _wordings(self, asked: Asked, table: str, columns: str) -> Iterator[Any]:
        """Yield the names or headings that may answer, also by their sound."""
        groups = asked.groups
        if asked.sound:
            spoken = (canonical(one) for one in spoken_initials(asked.sound))
            groups = (Group(tuple(dict.fromkeys((*groups[0].texts, *spoken)))),)
        return fulltext.wordings(self._connection, table, columns, groups, asked.unwanted)

    def _row(self, sql: str, number: int) -> Any:
        return self._connection.execute(sql, (number,)).fetchone()

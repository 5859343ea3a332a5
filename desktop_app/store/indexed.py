"""A large library is searched through its index, which yields what is asked for in order."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from desktop_app.domain.search import NamedBy
from desktop_app.store import lookup
from desktop_app.store.canonical import canonical
from desktop_app.store.texts import FIRST_PLACE, HEADINGS, LAST_PLACE, Name, answers
from desktop_app.store.wants import Asked

_TEXT = "SELECT folded, label_length FROM passage WHERE place = ?"
_ALL = """
    SELECT place, folded, label_length FROM passage
     WHERE place >= ? AND place < ? ORDER BY place
"""
_EXACT = "SELECT id, name, figures FROM indicator WHERE folded = ? ORDER BY id"
_STARTS = """
    SELECT start.place, start.bulletin_id, start.chapter_id
      FROM json_each(?) AS stretch
     CROSS JOIN chapter_start AS start
        ON start.place >= CAST (stretch.key AS INTEGER) AND start.place < stretch.value
     ORDER BY start.place
"""


class IndexedTexts:
    """The texts of a library that has an index (see lookup.py)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def exact_names(self, asked: Asked) -> Sequence[Name]:
        return [
            Name(number, name, figures, NamedBy.EXACT)
            for folded in asked.names
            for number, name, figures in self._connection.execute(_EXACT, (folded,))
        ]

    def names(self, asked: Asked) -> Iterator[Name]:
        columns = "named.id, named.name, named.figures, named.folded, named.sounds"
        for number, name, figures, folded, said in self._wordings(asked, "indicator", columns):
            text = canonical(folded)
            if answers(asked, text, said):
                by = NamedBy.PART if asked.holds(text) else NamedBy.SOUND
                yield Name(number, name, figures, by)

    def named(self, names: Sequence[int], low: int, high: int) -> Iterator[tuple[int, int]]:
        return lookup.named(self._connection, map(str, names), low, high)

    def headings(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        columns = "named.id, named.folded, named.sounds"
        answering = (
            lookup.heading_token(number)
            for number, folded, said in self._wordings(asked, "heading", columns)
            if answers(asked, canonical(folded), said)
        )
        tokens = islice(answering, HEADINGS)
        return map(itemgetter(0), lookup.named(self._connection, tokens, low, high))

    def passages(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        if not asked.groups:
            return self._without_words(asked, low, high)
        found = lookup.numbers(self._connection, asked.groups, asked.unwanted, low, high)
        if lookup.is_exact(asked.groups, asked.unwanted):
            return found
        return (place for place in found if asked.holds(self._text(place)))

    def count(self, asked: Asked) -> int:
        if asked.groups and lookup.is_exact(asked.groups, asked.unwanted):
            return lookup.count(self._connection, asked.groups, asked.unwanted)
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

    def _wordings(self, asked: Asked, table: str, columns: str) -> Iterator[Any]:
        """Yield the names or headings that may answer, also by their sound."""
        return lookup.wordings(self._connection, table, columns, asked)

    def _text(self, place: int) -> str:
        return canonical(*self._connection.execute(_TEXT, (place,)).fetchone())

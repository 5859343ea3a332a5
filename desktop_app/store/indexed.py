"""A large library is searched through its index, which yields what is asked for in order."""

import sqlite3
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import Any

from desktop_app.domain.search import NamedBy
from desktop_app.store import fulltext
from desktop_app.store.canonical import canonical
from desktop_app.store.sounds import spoken_initials
from desktop_app.store.texts import FIRST_PLACE, HEADINGS, LAST_PLACE, Name, answers, judged
from desktop_app.store.wants import Asked, Group

_TEXT = "SELECT folded, label_length FROM passage WHERE place = ?"
_ALL = """
    SELECT place, folded, label_length FROM passage
     WHERE place >= ? AND place < ? ORDER BY place
"""
_HEADING = "SELECT id, folded, sounds FROM heading WHERE id = ?"
_HEADED = """
    SELECT place FROM headed WHERE heading_id = ? AND place >= ? AND place < ? ORDER BY place
"""
_NAME = "SELECT id, name, folded, sounds, figures FROM indicator WHERE id = ?"
_EXACT = "SELECT id, name, figures FROM indicator WHERE folded = ? ORDER BY id"
_NAMED = """
    SELECT place, figure_id FROM named
     WHERE indicator_id = ? AND place >= ? AND place < ? ORDER BY place, figure_id
"""
_STARTS = """
    SELECT place, bulletin_id, chapter_id FROM chapter_start
     WHERE place >= ? AND place < ? ORDER BY place
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
        for number in self._sounding(asked, fulltext.NAMES, fulltext.END):
            name = judged(asked, *self._row(_NAME, number - fulltext.NAMES))
            if name is not None:
                yield name

    def named(self, name_id: int, low: int, high: int) -> Iterator[tuple[int, int]]:
        yield from self._connection.execute(_NAMED, (name_id, low, high))

    def headings(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        lists = []
        for number in islice(self._sounding(asked, fulltext.HEADINGS, fulltext.NAMES), HEADINGS):
            heading, folded, said = self._row(_HEADING, number - fulltext.HEADINGS)
            if answers(asked, folded, said):
                lists.append(self._connection.execute(_HEADED, (heading, low, high)))
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
        self, low: int, high: int
    ) -> tuple[Sequence[int], Sequence[tuple[int, int | None]]]:
        rows = self._connection.execute(_STARTS, (low, high)).fetchall()
        return [row[0] for row in rows], [(row[1], row[2]) for row in rows]

    def _without_words(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        for place, folded, label in self._connection.execute(_ALL, (low, high)):
            if not asked.unwanted or asked.holds(canonical(folded, label)):
                yield place

    def _numbers(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        return fulltext.numbers(self._connection, asked.groups, asked.unwanted, low, high)

    def _sounding(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        """Yield the names or headings that may answer, also by their sound."""
        if not asked.sound:
            return self._numbers(asked, low, high)
        spoken = (canonical(one) for one in spoken_initials(asked.sound))
        texts = dict.fromkeys((*asked.groups[0].texts, *spoken))
        return self._numbers(Asked((Group(tuple(texts)),), asked.unwanted), low, high)

    def _row(self, sql: str, number: int) -> Any:
        return self._connection.execute(sql, (number,)).fetchone()

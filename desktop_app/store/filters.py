"""The filters of a query, judged against passages and the figures printed in them."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.search import Filter, FilterKind, Interval
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE
from desktop_app.system import resources

Stretch = tuple[int, int]
"""Places from the first up to the second, which is not among them."""
Condition = tuple[Filter, ...]
"""Filters of one kind of which one must hold."""

_FIGURES = """
    SELECT id, unit, base_value, base_unit, value, value_high, change, change_unit, kind,
           read_start, read_end, change_read_start, change_read_end, indicator
      FROM figure WHERE bulletin_id = ? AND id BETWEEN ? AND ? ORDER BY id
"""
_BULLETINS = """
    SELECT b.id, b.place, b.year,
           (SELECT min(place) FROM passage WHERE bulletin_id = b.id),
           (SELECT max(place) FROM passage WHERE bulletin_id = b.id)
      FROM bulletin AS b ORDER BY 4
"""
_TITLES = """
    WITH RECURSIVE above (id, parent_id, level, number, title) AS (
        SELECT id, parent_id, level, number, title
          FROM section WHERE bulletin_id = :bulletin AND id = :section
        UNION ALL
        SELECT s.id, s.parent_id, s.level, s.number, s.title
          FROM section AS s JOIN above ON s.id = above.parent_id
         WHERE s.bulletin_id = :bulletin
    )
    SELECT level, number, title FROM above
"""
_OF_BULLETINS = {FilterKind.YEAR, FilterKind.PLACE}
_COMPARED = {FilterKind.VALUE, FilterKind.GROWTH}
_PER_CENT, _TIMES = "%", "倍"
_DIGITS = "一二三四五六七八九"
_NUMERAL = re.compile(rf"第?(?:([0-9]+)|([{_DIGITS}]?十)?([{_DIGITS}])?)[章节]?")


# Tuples: a search makes one for every figure it looks at.
class FigureRow(NamedTuple):
    """A figure as filters and values judge it."""

    id: int
    unit: str
    base_value: str
    base_unit: str
    value: str
    value_high: str
    change: str
    change_unit: str
    kind: str
    read_start: int
    read_end: int
    change_read_start: int
    change_read_end: int
    indicator: str


class Row(NamedTuple):
    """A passage as filters judge it."""

    place: int
    bulletin_id: int
    passage_id: int
    section_id: int | None
    chapter_id: int | None
    kind: str
    first_figure: int | None
    last_figure: int | None


def figures_of(connection: sqlite3.Connection, row: Row) -> list[FigureRow]:
    """Return the figures printed in a passage, in the order of the text."""
    if row.first_figure is None:
        return []
    found = connection.execute(_FIGURES, (row.bulletin_id, row.first_figure, row.last_figure))
    return list(map(FigureRow._make, found))


class Filters:
    """The filters of one query, in one library."""

    def __init__(self, connection: sqlite3.Connection, filters: Sequence[Filter]) -> None:
        self._connection = connection
        conditions = _conditions(filters) if filters else []
        self._of_bulletins = [one for one in conditions if one[0].kind in _OF_BULLETINS]
        figures = [one for one in conditions if one[0].kind.is_of_figures]
        self.of_figures = [one for one in figures if not one[0].without]
        self._not_of_figures = [one for one in figures if one[0].without]
        self._of_passages = [
            one for one in conditions if one not in self._of_bulletins and one not in figures
        ]
        # Whether a passage has to be looked at, where its place is not enough.
        self.look_at_passages = bool(figures or self._of_passages)
        self._folded_of: int | None = None
        self._folded: dict[int, list[tuple[int, str, str]]] = {}

    def stretches(self) -> list[Stretch]:
        """Return where the passages of the bulletins lie that the filters let through."""
        if not self._of_bulletins:
            return [(FIRST_PLACE, LAST_PLACE)]
        found: list[Stretch] = []
        for _, place, year, first, last in self._connection.execute(_BULLETINS):
            if first is None or not self._lets_through(place, year):
                continue
            if found and found[-1][1] == first:
                found[-1] = (found[-1][0], last + 1)
            else:
                found.append((first, last + 1))
        return found

    def _lets_through(self, place: str, year: int | None) -> bool:
        folded = resources.folding().fold(place)
        return all(
            any(_is_of_bulletin(one, folded, year) for one in condition)
            for condition in self._of_bulletins
        )

    def accept(self, row: Row, figure_id: int | None = None) -> bool:
        """Whether a passage and a figure in it, or the one that is named, are as wanted.

        Without a filter that wants a figure, no figure may be one that is not wanted.
        """
        if not self.stands_right(row):
            return False
        if self.of_figures:
            return any(figure_id in {None, figure.id} for figure in self.figures(row))
        return not self._not_of_figures or all(
            self.is_wanted(figure) for figure in figures_of(self._connection, row)
        )

    def figures(self, row: Row) -> Iterator[FigureRow]:
        """Yield the figures of a passage that are as the filters want, all of them at once."""
        return filter(self.is_wanted, figures_of(self._connection, row))

    def is_wanted(self, figure: FigureRow) -> bool:
        """Whether a figure is as all filters of figures want."""
        return all(
            any(is_as_wanted(figure, one) for one in condition)
            for condition in (*self.of_figures, *self._not_of_figures)
        )

    def stands_right(self, row: Row) -> bool:
        """Whether a passage is of a kind and under headings as wanted; figures are not asked."""
        return all(any(self._stands(row, one) for one in each) for each in self._of_passages)

    def _stands(self, row: Row, one: Filter) -> bool:
        if one.kind is FilterKind.KIND:
            return (row.kind == one.text) != one.without
        wanted = resources.folding().fold(one.text)
        of_chapter = one.kind is FilterKind.CHAPTER
        holds = any(
            _is_headed(wanted, number, title)
            for level, number, title in self._titles(row)
            if (level == 1) == of_chapter
        )
        return holds != one.without

    def _titles(self, row: Row) -> list[tuple[int, str, str]]:
        """Return level, and number and title folded, of the sections that hold a passage."""
        if row.section_id is None:
            return []
        if row.bulletin_id != self._folded_of:
            # Passages come bulletin by bulletin; a large library has too many titles to keep.
            self._folded_of, self._folded = row.bulletin_id, {}
        if row.section_id not in self._folded:
            given = {"bulletin": row.bulletin_id, "section": row.section_id}
            fold = resources.folding().fold
            self._folded[row.section_id] = [
                (level, fold(number), fold(title))
                for level, number, title in self._connection.execute(_TITLES, given)
            ]
        return self._folded[row.section_id]


def _conditions(filters: Sequence[Filter]) -> list[Condition]:
    """Return what must hold: one of the filters of a kind that names a thing, each of the rest."""
    conditions: list[Condition] = []
    named: dict[FilterKind, list[Filter]] = {}
    for one in filters:
        if one.without or one.kind in _COMPARED:
            conditions.append((one,))
        else:
            named.setdefault(one.kind, []).append(one)
    return [*conditions, *map(tuple, named.values())]


def _is_of_bulletin(one: Filter, place: str, year: int | None) -> bool:
    if one.kind is FilterKind.PLACE:
        holds = resources.folding().fold(one.text) in place
    else:
        span = one.interval
        holds = year is not None and span is not None and span.holds(Decimal(year))
    return holds != one.without


def _is_headed(wanted: str, number: str, title: str) -> bool:
    """Whether a heading is meant: a number means that one alone, other text is part of it."""
    asked = _ordinal(wanted)
    if asked is None:
        return wanted == number or wanted in title or wanted in f"{number} {title}"
    return asked == _ordinal(number.strip("()"))


def _ordinal(text: str) -> int | None:
    """Return a number up to 99 written as 3, 三, 第三章; None where it is none."""
    found = _NUMERAL.fullmatch(text)
    if found is None or not any(found.groups()):
        return None
    digits, tens, ones = found.groups()
    if digits:
        return int(digits)
    ten = 0 if tens is None else 10 * (_DIGITS.find(tens[:-1]) + 1 if tens[:-1] else 1)
    return ten + (_DIGITS.find(ones) + 1 if ones else 0)


def is_as_wanted(figure: FigureRow, one: Filter) -> bool:
    """Whether a figure is as a filter of figures wants."""
    match one.kind:
        case FilterKind.UNIT:
            holds = _is_unit(one.text, figure.unit)
        case FilterKind.GROWTH:
            holds = _has_grown(figure, one.interval)
        case _:
            holds = has_value(figure, one.interval)
    return holds != one.without


@lru_cache(maxsize=1024)
def _is_unit(wanted: str, unit: str) -> bool:
    fold = resources.folding().fold
    return fold(wanted) in {fold(unit), fold(resources.units().full_name(unit))}


def _has_grown(figure: FigureRow, interval: Interval | None) -> bool:
    """Whether a figure grew by what lies in `interval`: per cent, or what the interval names.

    What grew by 1.2 times grew by 120 per cent.
    """
    if interval is None or not figure.change:
        return False
    change, unit = resources.units().to_base(figure.change, figure.change_unit)
    if not change:
        return False
    if unit == _TIMES and interval.unit in {"", _PER_CENT}:
        return interval.holds(100 * Decimal(change))
    return unit == (interval.unit or _PER_CENT) and interval.holds(Decimal(change))


def has_value(figure: FigureRow, interval: Interval | None) -> bool:
    """Whether the value of a figure lies in `interval`, or an end of its range does."""
    if interval is None:
        return False
    if interval.as_printed:
        return any(_lies_in(end, "", interval) for end in (figure.value, figure.value_high))
    if _lies_in(figure.base_value, figure.base_unit, interval):
        return True
    if not figure.value_high:
        return False
    units = resources.units()
    ends = (units.to_base(end, figure.unit) for end in (figure.value, figure.value_high))
    return any(_lies_in(value, unit, interval) for value, unit in ends)


def _lies_in(value: str, unit: str, interval: Interval) -> bool:
    if interval.unit and interval.unit != unit:
        return False
    try:
        return bool(value) and interval.holds(Decimal(value))
    except InvalidOperation:
        return False

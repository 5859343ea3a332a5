"""The filters of a query, judged against passages and the figures printed in them."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from desktop_app.domain.search import Filter, FilterKind, Interval
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE
from desktop_app.system import resources

Stretch = tuple[int, int]
"""Places from the first up to the second, which is not among them."""

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


@dataclass(frozen=True, slots=True)
class FigureRow:
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


@dataclass(frozen=True, slots=True)
class Row:
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
    return [FigureRow(*figure) for figure in found]


class Filters:
    """The filters of one query, in one library."""

    def __init__(self, connection: sqlite3.Connection, filters: Sequence[Filter]) -> None:
        self._connection = connection
        self._of_bulletins = [f for f in filters if f.kind in {FilterKind.YEAR, FilterKind.PLACE}]
        self.of_figures = [f for f in filters if f.kind.is_of_figures]
        self._of_passages = [
            f for f in filters if f not in self._of_bulletins and f not in self.of_figures
        ]
        self._folded: dict[tuple[int, int], list[tuple[int, str]]] = {}

    @property
    def look_at_passages(self) -> bool:
        """Whether a passage has to be looked at, where its place is not enough."""
        return bool(self.of_figures or self._of_passages)

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
        fold = resources.folding().fold
        for one in self._of_bulletins:
            if one.kind is FilterKind.PLACE:
                holds = fold(one.text) in fold(place)
            else:
                holds = (
                    year is not None
                    and one.interval is not None
                    and one.interval.holds(Decimal(year))
                )
            if holds == one.without:
                return False
        return True

    def accept(self, row: Row) -> bool:
        """Whether a passage and a figure in it are as the filters want."""
        return all(self._stands_right(row, one) for one in self._of_passages) and (
            not self.of_figures or next(self.figures(row), None) is not None
        )

    def figures(self, row: Row) -> Iterator[FigureRow]:
        """Yield the figures of a passage that are as the filters want, all of them at once."""
        for figure in figures_of(self._connection, row):
            if all(is_as_wanted(figure, one) for one in self.of_figures):
                yield figure

    def _stands_right(self, row: Row, one: Filter) -> bool:
        if one.kind is FilterKind.KIND:
            return (row.kind == one.text) != one.without
        wanted = resources.folding().fold(one.text)
        of_chapter = one.kind is FilterKind.CHAPTER
        holds = any(
            wanted in title for level, title in self._titles(row) if (level == 1) == of_chapter
        )
        return holds != one.without

    def _titles(self, row: Row) -> list[tuple[int, str]]:
        """Return level, and number and title folded, of the sections that hold a passage."""
        if row.section_id is None:
            return []
        key = row.bulletin_id, row.section_id
        if key not in self._folded:
            given = {"bulletin": row.bulletin_id, "section": row.section_id}
            fold = resources.folding().fold
            self._folded[key] = [
                (level, fold(f"{number} {title}"))
                for level, number, title in self._connection.execute(_TITLES, given)
            ]
        return self._folded[key]


def is_as_wanted(figure: FigureRow, one: Filter) -> bool:
    """Whether a figure is as a filter of figures wants."""
    match one.kind:
        case FilterKind.UNIT:
            fold = resources.folding().fold
            units = {fold(figure.unit), fold(resources.units().full_name(figure.unit))}
            holds = fold(one.text) in units
        case FilterKind.GROWTH:
            holds = _lies_in(figure.change, "", one.interval) and figure.change_unit == "%"
        case _:
            holds = has_value(figure, one.interval)
    return holds != one.without


def has_value(figure: FigureRow, interval: Interval | None) -> bool:
    """Whether the value of a figure lies in `interval`, or an end of its range does."""
    if interval is None:
        return False
    if _lies_in(figure.base_value, figure.base_unit, interval):
        return True
    if not figure.value_high:
        return False
    units = resources.units()
    ends = (units.to_base(end, figure.unit) for end in (figure.value, figure.value_high))
    return any(_lies_in(value, unit, interval) for value, unit in ends)


def _lies_in(value: str, unit: str, interval: Interval | None) -> bool:
    if interval is None or (interval.unit and interval.unit != unit):
        return False
    try:
        return bool(value) and interval.holds(Decimal(value))
    except InvalidOperation:
        return False

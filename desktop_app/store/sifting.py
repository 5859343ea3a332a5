"""Finds what filters alone let through, without a word to look for, in the order of places.

What they want is judged in Python, exactly. SQLite leaves out what cannot be wanted, and looks a
value up by its number where that is rare; its bounds are a little wide, as floating-point numbers
are.
"""

import sqlite3
from collections.abc import Iterator

from desktop_app.domain.search import Filter, FilterKind, Interval
from desktop_app.store.filters import FigureRow, Filters, Row

_ROW = """
    p.place, p.bulletin_id, p.id, p.section_id, p.chapter_id, p.kind, p.first_figure, p.last_figure
"""
_FIGURE = ", ".join(f"f.{field}" for field in FigureRow._fields)
_ROW_LENGTH = len(Row._fields)
_HOLDS = "f.bulletin_id = p.bulletin_id AND f.id BETWEEN p.first_figure AND p.last_figure"
# All put together from what stands here, nothing from outside.
_PASSAGES = f"SELECT {_ROW} FROM passage AS p WHERE place >= ? AND place < ? ORDER BY place"  # noqa: S608
_WALKED = f"""
    SELECT {_ROW}, {_FIGURE} FROM passage AS p CROSS JOIN figure AS f ON {_HOLDS}
     WHERE p.place >= :low AND p.place < :high AND %s
     ORDER BY p.place, f.id
"""  # noqa: S608
_LOOKED_UP = f"""
    SELECT {_ROW}, {_FIGURE}
      FROM (SELECT * FROM figure WHERE %s UNION ALL SELECT * FROM figure WHERE %s) AS f
     CROSS JOIN passage AS p ON {_HOLDS}
     WHERE p.place >= :low AND p.place < :high
     ORDER BY p.place, f.id
"""  # noqa: S608
_BY_NUMBER = "base_value <> '' AND CAST (base_value AS REAL) BETWEEN :least AND :most"
# The upper end of a range has no number in base units.
_RANGE = "value_high <> ''"
_HOW_MANY = """
    SELECT (SELECT count(*) FROM (SELECT 1 FROM figure WHERE %s LIMIT :few))
         + (SELECT count(*) FROM (SELECT 1 FROM figure WHERE %s LIMIT :few))
"""
_FEW = 2000
"""So few figures are looked up and sorted faster than all passages are walked through."""
_A_HAIR = 1e-9


def accepted(
    connection: sqlite3.Connection, filters: Filters, low: int, high: int
) -> Iterator[int]:
    """Yield the places from `low` up to `high` of the passages that filters let through."""
    if not filters.of_figures:
        for values in connection.execute(_PASSAGES, (low, high)):
            row = Row(*values)
            if filters.accept(row):
                yield row.place
        return
    last = -1
    for values in connection.execute(*_asked(connection, filters, low, high)):
        place = values[0]
        if place == last or not filters.is_wanted(FigureRow(*values[_ROW_LENGTH:])):
            continue
        if filters.stands_right(Row(*values[:_ROW_LENGTH])):
            last = place
            yield place


def plan(connection: sqlite3.Connection, filters: Filters, low: int, high: int) -> list[str]:
    """Return how SQLite looks for figures that may be wanted; nothing where none are asked for."""
    if not filters.of_figures:
        return []
    sql, given = _asked(connection, filters, low, high)
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", given)]


def _asked(
    connection: sqlite3.Connection, filters: Filters, low: int, high: int
) -> tuple[str, dict[str, float]]:
    """Return what yields figures that may be wanted, each behind its passage, by places."""
    given: dict[str, float] = {"low": low, "high": high, "few": _FEW}
    value = next((one for one in map(_value, filters.of_figures) if one is not None), None)
    if value is not None:
        given |= _bounds(value)
        (count,) = connection.execute(_HOW_MANY % (_BY_NUMBER, _RANGE), given).fetchone()
        if count < _FEW:
            return _LOOKED_UP % (f"{_BY_NUMBER} AND NOT ({_RANGE})", _RANGE), given
        return _WALKED % f"(({_BY_NUMBER}) OR f.{_RANGE})", given
    has_growth = any(one[0].kind is FilterKind.GROWTH for one in filters.of_figures)
    return _WALKED % ("f.change <> ''" if has_growth else "1"), given


def _value(condition: tuple[Filter, ...]) -> Interval | None:
    """Return the interval of base units that a condition wants a value in."""
    span = condition[0].interval
    is_value = condition[0].kind is FilterKind.VALUE and span is not None
    return span if is_value and span is not None and not span.as_printed else None


def _bounds(span: Interval) -> dict[str, float]:
    least = float("-inf") if span.low is None else float(span.low)
    most = float("inf") if span.high is None else float(span.high)
    return {"least": least - abs(least) * _A_HAIR, "most": most + abs(most) * _A_HAIR}

"""The figures of one indicator in every bulletin of a library."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import MsgspecError, Struct

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.store import bulletins, fulltext, lookup
from desktop_app.store.schema import columns_of
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE

_COLUMNS = ", ".join(f"f.{name}" for name in columns_of(Figure))
_IDS = "SELECT id FROM indicator WHERE name IN (SELECT value FROM json_each(?)) ORDER BY id"
_HOW_MANY = """
    SELECT ifnull(sum(figures), 0) FROM indicator WHERE name IN (SELECT value FROM json_each(?))
"""
_WANTED = """
    iif(f.base_unit <> '', f.base_unit, f.unit) = :unit
    AND f.kind IN (SELECT value FROM json_each(:kinds))
"""
# Names of columns come from the schema, never from outside.
_AT = f"""
    SELECT f.bulletin_id, {_COLUMNS}
      FROM passage AS p JOIN figure AS f ON f.bulletin_id = p.bulletin_id AND f.id = :figure
     WHERE p.place = :place AND {_WANTED}
"""  # noqa: S608
_ALL = f"""
    SELECT f.bulletin_id, {_COLUMNS}
      FROM figure AS f JOIN bulletin AS b ON b.id = f.bulletin_id
     WHERE f.indicator IN (SELECT value FROM json_each(:names)) AND {_WANTED}
     ORDER BY b.year DESC, f.bulletin_id, f.id
"""  # noqa: S608 - as above


class Named(Struct, frozen=True):
    """Figures with the ids of their bulletins, the newest first; how many are not of the kind."""

    figures: tuple[tuple[int, Figure], ...]
    others: int


class Wanted(Struct, frozen=True):
    """The names of an indicator, its base unit, and the kinds of numbers that are wanted."""

    names: frozenset[str]
    base_unit: str
    kinds: frozenset[Kind]


def read(connection: sqlite3.Connection, wanted: Wanted) -> Named:
    """Return the figures that are wanted, whole.

    Raises:
        TypeError, ValueError: a row holds what no figure of ours does.

    A large library is asked by its search index: to read through all its figures takes seconds.
    """
    names = _json(wanted.names)
    asked = {"unit": wanted.base_unit, "kinds": _json(wanted.kinds)}
    found = _indexed if fulltext.is_current(connection) else _scanned
    rows = list(found(connection, names, asked))
    try:
        figures = tuple((row[0], bulletins.figure_of(row[1:])) for row in rows)
    except (LookupError, MsgspecError) as error:
        raise ValueError(names) from error
    (named,) = connection.execute(_HOW_MANY, (names,)).fetchone()
    return Named(figures, named - len(figures))


def _json(names: Iterable[str]) -> str:
    return json.dumps(sorted(names), ensure_ascii=False)


def _scanned(
    connection: sqlite3.Connection, names: str, asked: dict[str, str]
) -> Iterator[tuple[Any, ...]]:
    yield from connection.execute(_ALL, {**asked, "names": names})


def _indexed(
    connection: sqlite3.Connection, names: str, asked: dict[str, str]
) -> Iterator[tuple[Any, ...]]:
    ids = [str(number) for (number,) in connection.execute(_IDS, (names,))]
    for place, figure_id in lookup.named(connection, ids, FIRST_PLACE, LAST_PLACE):
        yield from connection.execute(_AT, {**asked, "place": place, "figure": figure_id})

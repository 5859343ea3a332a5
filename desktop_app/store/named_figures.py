"""The figures of one indicator in every bulletin of a library."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

from desktop_app.domain.bulletin import Figure
from desktop_app.store import bulletins, fulltext, lookup
from desktop_app.store.schema import columns_of
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE

_COLUMNS = ", ".join(f"f.{name}" for name in columns_of(Figure))
_IDS = "SELECT id FROM indicator WHERE name IN (SELECT value FROM json_each(?)) ORDER BY id"
# Names of columns come from the schema, never from outside.
_AT = f"""
    SELECT f.bulletin_id, {_COLUMNS}
      FROM passage AS p JOIN figure AS f ON f.bulletin_id = p.bulletin_id AND f.id = ?
     WHERE p.place = ?
"""  # noqa: S608
_ALL = f"""
    SELECT f.bulletin_id, {_COLUMNS}
      FROM figure AS f JOIN bulletin AS b ON b.id = f.bulletin_id
     WHERE f.indicator IN (SELECT value FROM json_each(?))
     ORDER BY b.year DESC, f.bulletin_id, f.id
"""  # noqa: S608 - as above


def read(connection: sqlite3.Connection, names: Collection[str]) -> tuple[tuple[int, Figure], ...]:
    """Return the figures so named with the ids of their bulletins, the newest first.

    A large library is asked by its search index: to read through all its figures takes seconds.
    """
    wanted = json.dumps(sorted(names), ensure_ascii=False)
    found = _indexed if fulltext.is_current(connection) else _scanned
    return tuple((row[0], bulletins.figure_of(row[1:])) for row in found(connection, wanted))


def _scanned(connection: sqlite3.Connection, names: str) -> Iterator[tuple[Any, ...]]:
    yield from connection.execute(_ALL, (names,))


def _indexed(connection: sqlite3.Connection, names: str) -> Iterator[tuple[Any, ...]]:
    ids = [str(number) for (number,) in connection.execute(_IDS, (names,))]
    for place, figure_id in lookup.named(connection, ids, FIRST_PLACE, LAST_PLACE):
        yield from connection.execute(_AT, (figure_id, place))

"""Adds bulletins to a library and takes them out, with the search index kept up.

The caller holds the transaction: what fails halfway is rolled back with the rest.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.store import fulltext, rows, schema
from desktop_app.store.sounds import sounds
from desktop_app.system import resources

_YEARS = (1900, 2100)
"""Bulletins of other years, and those without a year, come last."""
_ROOM_TO_GROW = 1.5
"""How many times the passages of its fullest year a new library has room for in every year."""
_SMALL = 2000
"""So many passages are searched by reading them within a frame; more have an index."""

_TABLES = ("section", "passage", "figure", "repair", "finding")
_NEXT_PLACE = "SELECT max(place) + 1 FROM passage WHERE place >= :first AND place < :end"
_NEW_NAME = "INSERT INTO indicator (name, folded, sounds, figures) VALUES (?, ?, ?, ?)"
_MORE = "UPDATE indicator SET figures = figures + ? WHERE name = ?"
_NAMES_OF = "SELECT indicator, count(*) FROM figure WHERE bulletin_id = ? GROUP BY indicator"
_LESS = "UPDATE indicator SET figures = figures - ? WHERE name = ?"


def add(connection: sqlite3.Connection, bulletin: Bulletin) -> int:
    """Add a bulletin and return its id.

    Raises:
        DataError: there is one with the same key, or another version of the program made the
            library.
    """
    _make_ready(connection)
    if connection.execute("SELECT 1 FROM bulletin WHERE key = ?", (bulletin.key,)).fetchone():
        raise DataError("bulletin_twice", key=bulletin.key)
    (number,) = connection.execute("SELECT ifnull(max(id), 0) + 1 FROM bulletin").fetchone()
    _insert(connection, "bulletin", [rows.bulletin_row(number, bulletin)])
    place = _free_place(connection, bulletin.info.year, len(bulletin.passages))
    for table, of_table in rows.tables(bulletin, place):
        _insert(connection, table, [{"bulletin_id": number, **row} for row in of_table])
    names = _add_names(connection, bulletin)
    if fulltext.exists(connection):
        fulltext.add(connection, number, names)
    return int(number)


def remove(connection: sqlite3.Connection, bulletin_id: int) -> None:
    """Take a bulletin out, with everything that was read from it.

    Raises:
        KeyError: there is none with this id.
        DataError: another version of the program made the library.
    """
    _make_ready(connection)
    if not connection.execute("SELECT 1 FROM bulletin WHERE id = ?", (bulletin_id,)).fetchone():
        raise KeyError(bulletin_id)
    has_index = fulltext.exists(connection)
    if has_index:
        fulltext.remove(connection, bulletin_id)
    for name, count in connection.execute(_NAMES_OF, (bulletin_id,)).fetchall():
        connection.execute(_LESS, (count, name))
    for (name_id,) in connection.execute("SELECT id FROM indicator WHERE figures = 0").fetchall():
        if has_index:
            fulltext.remove_name(connection, name_id)
        connection.execute("DELETE FROM indicator WHERE id = ?", (name_id,))
    for table in _TABLES:
        # Names of tables of ours.
        connection.execute(f"DELETE FROM {table} WHERE bulletin_id = ?", (bulletin_id,))  # noqa: S608
    connection.execute("DELETE FROM bulletin WHERE id = ?", (bulletin_id,))


def lay_out(connection: sqlite3.Connection, bulletins: Iterable[Bulletin]) -> None:
    """Give an empty library room for these bulletins and more; small places make a small index."""
    passages: Counter[int | None] = Counter()
    for bulletin in bulletins:
        passages[bulletin.info.year] += len(bulletin.passages)
    fullest = int(max(passages.values(), default=0) * _ROOM_TO_GROW)
    sql = "UPDATE layout SET year_bits = max(year_bits, ?)"
    connection.execute(sql, (fullest.bit_length(),))


def needs_index(connection: sqlite3.Connection) -> bool:
    """Whether the library has grown too large to be searched by reading it."""
    (passages,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    return bool(passages > _SMALL)


def _make_ready(connection: sqlite3.Connection) -> None:
    """See that the library and its index are of the kind that is written here.

    An index of another kind is made anew: it is made of what the library holds.

    Raises:
        DataError: another version of the program made the library itself.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != schema.VERSION:
        path = connection.execute("SELECT file FROM pragma_database_list").fetchone()[0]
        is_newer = version > schema.VERSION
        raise DataError("library_too_new" if is_newer else "library_too_old", path=path)
    if fulltext.exists(connection) and not fulltext.is_current(connection):
        fulltext.build(connection)


def _free_place(connection: sqlite3.Connection, year: int | None, count: int) -> int:
    """Return where `count` passages of a year have room, or after all years where none is left."""
    (bits,) = connection.execute("SELECT year_bits FROM layout").fetchone()
    first_year, end_year = _YEARS
    known = year is not None and first_year < year <= end_year
    first = (end_year - (year if known and year else first_year)) << bits
    end = first + (1 << bits)
    (found,) = connection.execute(_NEXT_PLACE, {"first": first, "end": end}).fetchone()
    place = first if found is None else int(found)
    if place + count <= end:
        return place
    rest = (end_year - first_year + 1) << bits
    (found,) = connection.execute(_NEXT_PLACE, {"first": rest, "end": 1 << 31}).fetchone()
    return rest if found is None else int(found)


def _add_names(connection: sqlite3.Connection, bulletin: Bulletin) -> list[int]:
    """Count the names of a bulletin's figures; return the ids of those that are new."""
    fold = resources.folding().fold
    new: list[int] = []
    for name, count in Counter(figure.indicator for figure in bulletin.figures).items():
        if connection.execute(_MORE, (count, name)).rowcount == 0:
            folded = fold(name)
            added = connection.execute(_NEW_NAME, (name, folded, sounds(folded), count))
            new.append(added.lastrowid or 0)
    return new


def _insert(connection: sqlite3.Connection, table: str, of_table: list[dict[str, Any]]) -> None:
    """Insert rows that have the same columns."""
    if of_table:
        columns = ", ".join(of_table[0])
        values = ", ".join(f":{column}" for column in of_table[0])
        # The names are those of the schema.
        sql = f"INSERT INTO {table} ({columns}) VALUES ({values})"  # noqa: S608
        connection.executemany(sql, of_table)

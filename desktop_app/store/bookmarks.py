"""The bookmarks of the user's own database: rows in, frozen structs out."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from msgspec.structs import astuple, fields

from desktop_app.domain.bookmark import Bookmark
from desktop_app.store import connection

_FIELDS = tuple(field.name for field in fields(Bookmark))
_COLUMNS = ", ".join(_FIELDS)
# The names are those of a struct of ours, never from outside.
_ALL = f"SELECT {_COLUMNS} FROM bookmark ORDER BY document_key, source_start, id"  # noqa: S608
_KEEP = f"""
    INSERT INTO bookmark ({_COLUMNS}) VALUES ({", ".join("?" * len(_FIELDS))})
    ON CONFLICT (id) DO UPDATE
       SET {", ".join(f"{name} = excluded.{name}" for name in _FIELDS[1:])}
"""  # noqa: S608 - as above
_DELETE = "DELETE FROM bookmark WHERE id = ?"


def read(opened: sqlite3.Connection) -> tuple[Bookmark, ...]:
    """Return all bookmarks, those of one document in the order of its text."""
    return tuple(Bookmark(*row) for row in opened.execute(_ALL))


def write(opened: sqlite3.Connection, kept: Iterable[Bookmark], deleted: Iterable[str]) -> None:
    """Keep these bookmarks, in the place of those with the same ids, and delete others by id."""
    opened.executemany(_DELETE, [(bookmark_id,) for bookmark_id in deleted])
    opened.executemany(_KEEP, [_storable(bookmark) for bookmark in kept])


def readable(path: Path) -> tuple[Bookmark, ...]:
    """Return what bookmarks can still be read in a damaged file; none where nothing can be."""
    found: list[Bookmark] = []
    with suppress(sqlite3.DatabaseError), closing(connection.connect_read_only(path)) as opened:
        found.extend(_whole(opened.execute(_ALL.partition(" ORDER BY ")[0])))
    return tuple(found)


def _whole(rows: Iterable[tuple[object, ...]]) -> Iterator[Bookmark]:
    """Yield the rows whose values are of their types: a damaged page may hold anything."""
    kinds = tuple(field.type for field in fields(Bookmark))
    for row in rows:
        if all(isinstance(value, kind) for value, kind in zip(row, kinds, strict=True)):
            yield Bookmark(*row)  # type: ignore[arg-type]  # as just seen


def _storable(bookmark: Bookmark) -> tuple[object, ...]:
    """Return the values of a row; half characters, which UTF-8 has no bytes for, are replaced."""
    return tuple(
        value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
        for value in astuple(bookmark)
    )

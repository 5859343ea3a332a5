"""Writes a library: the same bulletins make the same bytes.

The only user of sqlite-utils, which the window never needs to import.
"""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sqlite_utils import Database

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.store import collection, fulltext, schema

_PAGE_SIZE = 4096


def write_library(path: Path, bulletins: Iterable[Bulletin]) -> None:
    """Write `bulletins` to a new library at `path`, whole or not at all.

    Raises:
        DataError: the folder or file may not be written, or two bulletins have the same key.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        _write(temporary, tuple(bulletins))
        temporary.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise DataError("cannot_write", path=str(path)) from error
    finally:
        if temporary.exists():
            temporary.unlink()


def _write(path: Path, bulletins: tuple[Bulletin, ...]) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        # The file is new and renamed when whole: what a crash would leave, nobody reads.
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(schema.schema_sql())
        with Database(connection).atomic():
            collection.lay_out(connection, bulletins)
            for bulletin in bulletins:
                collection.add(connection, bulletin)
            if collection.needs_index(connection):
                fulltext.build(connection)
        connection.execute("VACUUM")
    finally:
        connection.close()
    _sync(path)


def _sync(path: Path) -> None:
    """Wait until the file is on the disk, so that the rename cannot come before its content."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())

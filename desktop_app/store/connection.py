"""Opening SQLite files: read-only where nothing may change, and errors put into sentences."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from desktop_app.domain.errors import DataError
from desktop_app.store import schema

_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NOT_A_LIBRARY = {sqlite3.SQLITE_NOTADB}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_NEEDS_WRITING = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_PERM,
}
_TIMEOUT_SECONDS = 2.0


def uri_of(path: Path, *, immutable: bool = False) -> str:
    """Return the read-only URI of `path`: every byte that means something in a URI is quoted."""
    posix = path.absolute().as_posix()
    slash = "" if posix.startswith("/") else "/"
    mode = "mode=ro&immutable=1" if immutable else "mode=ro"
    return f"file://{slash}{quote(os.fsencode(posix))}?{mode}"


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open the library at `path` and check that it is one this program reads.

    The connection may be used from any thread, by one at a time.

    Raises:
        DataError: the file is missing, a folder, empty, no library, too new, too old, damaged or
            locked.
    """
    check_file(path)
    with explained(path):
        connection = connect_read_only(path)
    try:
        _check_marks(connection, path)
    except DataError:
        connection.close()
        raise
    return connection


def check_file(path: Path) -> None:
    """Raise a DataError if there is no file with content at `path`."""
    if path.is_dir():
        raise DataError("library_is_folder", path=str(path))
    if not path.exists():
        raise DataError("library_missing", path=str(path))
    if not path.stat().st_size:
        raise DataError("library_empty", path=str(path))


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Connect to the SQLite file at `path` without the right to write.

    Where SQLite would have to write to read (a share without locks, a folder that may not be
    written to, a journal left by another program), the file is taken as unchanging.
    """
    try:
        return _connect(uri_of(path))
    except sqlite3.OperationalError as error:
        if primary_code(error) not in _NEEDS_WRITING:
            raise
    return _connect(uri_of(path, immutable=True))


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=_TIMEOUT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


def _check_marks(connection: sqlite3.Connection, path: Path) -> None:
    """Raise a DataError unless the header says: a library, of the version this program reads."""
    if pragma(connection, "application_id") != schema.APPLICATION_ID:
        raise DataError("library_foreign", path=str(path))
    version = pragma(connection, "user_version")
    if version > schema.VERSION:
        raise DataError("library_too_new", path=str(path))
    if version < schema.VERSION:
        raise DataError("library_too_old", path=str(path))


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the value of the numeric pragma `name`."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Whether the pages of a database do not hang together; all of them are read."""
    first = connection.execute("PRAGMA quick_check(1)").fetchone()
    return bool(first is None or first[0] != "ok")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file at `path` into a DataError; bugs of ours stay."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        message = message_id(error)
        if message is None:
            raise
        raise DataError(message, path=str(path)) from error
    except UnicodeDecodeError as error:
        # Python cannot even read what SQLite says, which quotes the damage.
        raise DataError("library_damaged", path=str(path)) from error


@contextmanager
def at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """Read all as it is at one moment.

    SQLite then locks the file, and looks whether it has changed, once and not for each statement:
    that takes longer than to find a passage.
    """
    if connection.in_transaction:
        # An interrupt came while the last one was ended.
        connection.execute("ROLLBACK")
    connection.execute("BEGIN")
    try:
        yield
    finally:
        # After some errors SQLite has ended it already.
        if connection.in_transaction:
            connection.execute("COMMIT")


def message_id(error: sqlite3.DatabaseError) -> str | None:
    if "decode to UTF-8" in str(error):
        # Python's own word, without a code: bytes of a text are damaged.
        return "library_damaged"
    if "cannot hold BLOB" in str(error):
        # SQLite's, with the code of any error in SQL: the kind of a value is damaged.
        return "library_damaged"
    code = primary_code(error)
    if code in _NOT_A_LIBRARY:
        return "library_foreign"
    if code in _DAMAGED:
        return "library_damaged"
    if code in _LOCKED:
        return "library_locked"
    return "library_unreadable" if code in _NEEDS_WRITING | {sqlite3.SQLITE_FULL} else None


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code of `error`; 0 where Python alone raised it."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF

"""The user's own database: where they were reading, what they searched for, their bookmarks.

It lies in the user's own folder, apart from the library, and names bulletins by their key, so
that a new library never loses what a user made.
"""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop_app.domain.bulletin import Script
from desktop_app.domain.errors import DataError
from desktop_app.store import connection
from desktop_app.store.migrations import MIGRATIONS, Migration

if TYPE_CHECKING:
    from desktop_app.domain.bookmark import Bookmark
    from desktop_app.domain.messages import Message

APPLICATION_ID = 0x47425553
"""`GBUS`: marks a user's database in the header of the file."""

_log = logging.getLogger("store")
_TIMEOUT_SECONDS = 2.0
_KEPT_SEARCHES = 200
_REFUSED = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
}

_PLACE = "SELECT source_offset, script FROM place WHERE document_key = :key"
_REMEMBER_PLACE = """
    INSERT INTO place (document_key, source_offset, script) VALUES (:key, :offset, :script)
    ON CONFLICT (document_key) DO UPDATE
       SET source_offset = excluded.source_offset, script = excluded.script
"""
# REPLACE gives a text asked again a new, highest id: the order is the order of asking.
_REMEMBER_SEARCH = "INSERT OR REPLACE INTO search_history (text) VALUES (:text)"
_FORGET_OLD_SEARCHES = """
    DELETE FROM search_history
     WHERE id NOT IN (SELECT id FROM search_history ORDER BY id DESC LIMIT :kept)
"""
_RECENT_SEARCHES = "SELECT text FROM search_history ORDER BY id DESC LIMIT :limit"
_FORGET_SEARCH = "DELETE FROM search_history WHERE text = :text"
_FORGET_ALL_SEARCHES = "DELETE FROM search_history"
_SAVED_SEARCHES = "SELECT text FROM saved_search ORDER BY id"
_SAVE_SEARCH = "INSERT OR IGNORE INTO saved_search (text) VALUES (:text)"
_DELETE_SEARCH = "DELETE FROM saved_search WHERE text = :text"


class Place(Struct, frozen=True):
    """Where a bulletin was left: an offset into its source text, and the script shown."""

    source_offset: int
    script: Script


class UserData:
    """The user's own database, open for reading and writing by one thread at a time.

    Where it cannot be written to, it lives in memory, with what could be read: `saving` is False.
    `notice` is what the user should hear of how it was opened.
    """

    def __init__(self, path: Path | None, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        """Open or make the database at `path`; None keeps everything in memory alone.

        Raises:
            DataError: the file is damaged, not ours, locked, or from a newer version.
        """
        self.path = path
        self.notice: Message | None = None
        self._shown_path = str(path or "")
        self._migrations = migrations
        with self._explained():
            writable = self._open_for_writing() if path else None
            self.saving = writable is not None
            self._connection = writable or self._open_in_memory()
        try:
            self._prepare()
        except DataError:
            self._connection.close()
            raise

    def place(self, key: str) -> Place | None:
        """Return where the bulletin `key` was left, if it was ever open."""
        with self._explained():
            row = self._connection.execute(_PLACE, {"key": key}).fetchone()
        return Place(row[0], Script(row[1])) if row else None

    def remember_place(self, key: str, source_offset: int, script: Script = Script.HANS) -> None:
        """Keep where the bulletin `key` is being read."""
        values = {"key": key, "offset": source_offset, "script": script.value}
        with self._explained():
            self._connection.execute(_REMEMBER_PLACE, values)

    def remember_search(self, text: str) -> None:
        """Keep a query that was used; the oldest ones are dropped."""
        text = _storable(text)
        if not text:
            return
        with self._explained(), _transaction(self._connection):
            self._connection.execute(_REMEMBER_SEARCH, {"text": text})
            self._connection.execute(_FORGET_OLD_SEARCHES, {"kept": _KEPT_SEARCHES})

    def recent_searches(self, limit: int = 20) -> tuple[str, ...]:
        """Return the last `limit` different queries, the newest first."""
        with self._explained():
            rows = self._connection.execute(_RECENT_SEARCHES, {"limit": limit}).fetchall()
        return tuple(row[0] for row in rows)

    def forget_search(self, text: str) -> None:
        """Take a query out of those that were used."""
        with self._explained():
            self._connection.execute(_FORGET_SEARCH, {"text": _storable(text)})

    def forget_all_searches(self) -> None:
        """Take out all queries that were used; saved ones stay."""
        with self._explained():
            self._connection.execute(_FORGET_ALL_SEARCHES)

    def saved_searches(self) -> tuple[str, ...]:
        """Return the queries that were saved, in the order of saving."""
        with self._explained():
            rows = self._connection.execute(_SAVED_SEARCHES).fetchall()
        return tuple(row[0] for row in rows)

    def save_search(self, text: str) -> None:
        """Save a query, once."""
        if _storable(text):
            with self._explained():
                self._connection.execute(_SAVE_SEARCH, {"text": _storable(text)})

    def delete_saved_search(self, text: str) -> None:
        """Take a query out of those that were saved."""
        with self._explained():
            self._connection.execute(_DELETE_SEARCH, {"text": _storable(text)})

    def bookmarks(self) -> "tuple[Bookmark, ...]":
        """Return all bookmarks, those of one document in the order of its text."""
        # Loaded when asked for: a start shows the text before its marks.
        from desktop_app.store import bookmarks

        with self._explained():
            return bookmarks.read(self._connection)

    def change_bookmarks(self, kept: "Sequence[Bookmark]", deleted: Sequence[str] = ()) -> None:
        """Keep and delete bookmarks, all of them or none.

        One that is kept takes the place of the one with its id; `deleted` are ids.
        """
        from desktop_app.store import bookmarks

        with self._explained(), _transaction(self._connection):
            bookmarks.write(self._connection, kept, deleted)

    def close(self) -> None:
        self._connection.close()

    def _open_for_writing(self) -> sqlite3.Connection | None:
        """Return a connection that has proved it can write, or None."""
        assert self.path is not None
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            opened = _connect(str(self.path))
        except (OSError, sqlite3.OperationalError) as error:
            _log.warning("the user's database cannot be opened for writing: %s", error)
            return None
        try:
            _prove_writable(opened)
        except sqlite3.OperationalError as error:
            opened.close()
            if connection.primary_code(error) not in _REFUSED:
                raise
            _log.warning("the user's database cannot be written to: %s", error)
            return None
        except sqlite3.Error:
            opened.close()
            raise
        return opened

    def _open_in_memory(self) -> sqlite3.Connection:
        """Return a database in memory with what the file holds, if there is one."""
        memory = _connect(":memory:")
        if self.path and self.path.is_file():
            with closing(connection.connect_read_only(self.path)) as stored:
                stored.backup(memory)
        return memory

    def _prepare(self) -> None:
        """Bring the database to the newest version, one step a transaction."""
        with self._explained():
            version = connection.pragma(self._connection, "user_version")
            empty = not connection.pragma(self._connection, "schema_version")
            marked = connection.pragma(self._connection, "application_id") == APPLICATION_ID
            if not (empty or marked):
                raise DataError("user_data_foreign", path=self._shown_path)
            if version > len(self._migrations):
                raise DataError("user_data_too_new", path=self._shown_path)
            if not empty and connection.is_damaged(self._connection):
                raise DataError("user_data_damaged", path=self._shown_path)
            if self.saving and not empty and version < len(self._migrations):
                self._back_up(version)
            for number, migration in enumerate(self._migrations[version:], start=version + 1):
                if not empty:  # A new one is nothing to tell: to open the log would be its price.
                    _log.info("the user's database: step %s, %s", number, migration.name)
                _migrate(self._connection, number, migration)

    def _back_up(self, version: int) -> None:
        """Copy the file beside itself before it is changed; an older copy is replaced."""
        assert self.path is not None
        copy = self.path.with_name(f"{self.path.name}.v{version}.bak")
        unfinished = copy.with_name(f"{copy.name}.tmp")
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as target:
            self._connection.backup(target)
        unfinished.replace(copy)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite says into a DataError about the user's own file."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            message = connection.message_id(error)
            if message is None:
                raise
            raise DataError(_MESSAGES[message], path=self._shown_path) from error
        except OSError as error:
            raise DataError("user_data_unwritable", path=self._shown_path) from error


_MESSAGES = {
    "library_foreign": "user_data_foreign",
    "library_damaged": "user_data_damaged",
    "library_locked": "user_data_locked",
    "library_unreadable": "user_data_unwritable",
}


def _storable(text: str) -> str:
    """Return a query as it is kept: without spaces around it, and half characters replaced."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def _connect(database: str) -> sqlite3.Connection:
    return sqlite3.connect(
        database, timeout=_TIMEOUT_SECONDS, isolation_level=None, check_same_thread=False
    )


def _prove_writable(opened: sqlite3.Connection) -> None:
    """Begin a change, which makes the journal file, and take it back."""
    version = connection.pragma(opened, "user_version")
    opened.execute("BEGIN IMMEDIATE")
    try:
        opened.execute(f"PRAGMA user_version = {version}")
    finally:
        # SQLite may have ended the transaction itself when the write failed.
        with suppress(sqlite3.OperationalError):
            opened.execute("ROLLBACK")


def _migrate(opened: sqlite3.Connection, number: int, migration: Migration) -> None:
    with _transaction(opened):
        if connection.pragma(opened, "user_version") >= number:
            # Another program did it while this one waited for its turn.
            return
        for statement in migration.statements:
            opened.execute(statement)
        opened.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        opened.execute(f"PRAGMA user_version = {number}")


@contextmanager
def _transaction(opened: sqlite3.Connection) -> Iterator[None]:
    opened.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if opened.in_transaction:
            opened.execute("ROLLBACK")
        raise
    opened.execute("COMMIT")

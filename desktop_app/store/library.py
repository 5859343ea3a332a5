"""A library as the rest of the program sees it: bulletins, and searching them."""

from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.search import Query, SearchResult
from desktop_app.store import bulletins, connection, search
from desktop_app.store.bulletins import BulletinEntry

__all__ = ["BulletinEntry", "Library"]


class Library:
    """A library file, opened read-only.

    One thread at a time may use it: a search worker opens one of its own.
    """

    def __init__(self, path: Path) -> None:
        """Open `path`.

        Raises:
            DataError: the file is missing, no library, too new or old, damaged or locked.
        """
        self.path = path
        self._connection = connection.open_read_only(path)
        self._kept: dict[int, Bulletin] = {}

    def bulletins(self) -> tuple[BulletinEntry, ...]:
        """Return what the library holds, in the order it was built in."""
        with connection.explained(self.path):
            return bulletins.entries(self._connection)

    def bulletin(self, bulletin_id: int) -> Bulletin:
        """Return a bulletin, whole; the one asked for last is kept.

        Raises:
            KeyError: the library holds none with this id.
            DataError: the file is damaged.
        """
        if bulletin_id not in self._kept:
            try:
                with connection.explained(self.path):
                    self._kept = {bulletin_id: bulletins.bulletin(self._connection, bulletin_id)}
            except (TypeError, ValueError) as error:
                # SQLite found its pages whole, but what they hold is none of ours.
                raise DataError("library_damaged", path=str(self.path)) from error
        return self._kept[bulletin_id]

    def search(self, query: Query, *, limit: int, script: Script = Script.HANS) -> SearchResult:
        """Return the first `limit` passages that answer `query`, and how many there are in all.

        Raises:
            DataError: the file is damaged.
        """
        with connection.explained(self.path):
            found = search.passages(self._connection, query)
        hits = tuple(
            search.hit(self.bulletin(passage.bulletin_id), passage, script)
            for passage in found[:limit]
        )
        places = sum(len(passage.matches) for passage in found)
        return SearchResult(query, len(found), hits, search.chapter_counts(found), places)

    def damage(self) -> tuple[str, ...]:
        """Return what SQLite's own check finds wrong with the file; nothing if it is whole."""
        with connection.explained(self.path):
            rows = self._connection.execute("PRAGMA integrity_check").fetchall()
        return tuple(row[0] for row in rows if row[0] != "ok")

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

"""A library as the rest of the program sees it: bulletins, and searching them."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.choices import Order
from desktop_app.domain.errors import DataError
from desktop_app.store import bulletins, connection
from desktop_app.store.bulletins import BulletinEntry

# What searches is imported when something is searched for: a bulletin is shown without it.
if TYPE_CHECKING:
    from desktop_app.domain.search import Filter, IndicatorMatch, Query, SearchPlan, SearchResult
    from desktop_app.store.named_figures import Named, Wanted
    from desktop_app.store.search import Found
    from desktop_app.store.texts import Texts
    from desktop_app.store.vocabulary import Vocabulary
    from desktop_app.store.walk import Walk

__all__ = ["BulletinEntry", "Library"]


_READ_FOR_PLACES = 2000
"""In so many passages it is counted how often the words stand; more are only counted."""


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
        self._is_read = False
        self._kept: dict[int, Bulletin] = {}
        self._texts: Texts | None = None
        self._asked: Walk | None = None
        self._vocabulary: Vocabulary | None = None
        self._narrowed: tuple[tuple[Filter, ...], Vocabulary] | None = None

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Read from the file at one moment, inside of another reading at the same."""
        if self._is_read:
            yield
            return
        self._is_read = True
        try:
            with connection.explained(self.path), connection.at_once(self._connection):
                yield
        finally:
            self._is_read = False

    @contextmanager
    def _reading_rows(self) -> Iterator[None]:
        """Read what becomes bulletins or figures: what is none of ours is damage.

        Raises:
            DataError: SQLite found its pages whole, but not what they hold.
        """
        try:
            with self._reading():
                yield
        except (TypeError, ValueError) as error:
            raise DataError("library_damaged", path=str(self.path)) from error

    def bulletins(self) -> tuple[BulletinEntry, ...]:
        """Return what the library holds, in the order it was built in."""
        with self._reading():
            return bulletins.entries(self._connection)

    def bulletin(self, bulletin_id: int) -> Bulletin:
        """Return a bulletin, whole; the one asked for last is kept.

        Raises:
            KeyError: the library holds none with this id.
            DataError: the file is damaged.
        """
        if bulletin_id not in self._kept:
            with self._reading_rows():
                self._kept = {bulletin_id: bulletins.bulletin(self._connection, bulletin_id)}
        return self._kept[bulletin_id]

    def figures_named(self, wanted: "Wanted") -> "Named":
        """Return the figures of one indicator in all bulletins, whole, the newest first.

        Raises:
            DataError: the file is damaged.
        """
        from desktop_app.store import named_figures

        with self._reading_rows():
            return named_figures.read(self._connection, wanted)

    def search(
        self,
        query: "Query",
        *,
        limit: int,
        script: Script = Script.HANS,
        order: Order = Order.RELEVANCE,
        bulletins: Collection[int] | None = None,
    ) -> "SearchResult":
        """Return the first `limit` hits of `query`, and how many passages answer in all.

        Chapters are counted in every bulletin, or with `bulletins` in these and in those that
        have a hit among the first.

        Raises:
            DataError: the file is damaged.
        """
        with self._reading():
            walk = self._walk(query)
            found = walk.ranked() if order is Order.RELEVANCE else walk.by_place()
            return self._counted(walk, self._first(walk, found, limit, script), bulletins)

    def _walk(self, query: "Query") -> "Walk":
        """Return the search of a query; one that was asked last knows its names and counts."""
        from desktop_app.store.walk import Walk

        if self._asked is None or self._asked.query is not query:
            self._asked = Walk(self._connection, self._searched(), query)
        return self._asked

    def _first(
        self, walk: "Walk", found: "Iterable[Found]", limit: int, script: Script
    ) -> "SearchResult":
        """Return the first of what was found, with the names that answer; nothing is counted."""
        from desktop_app.domain.search import SearchResult
        from desktop_app.store.hits import HitMaker

        maker = HitMaker(self._connection, walk, script, self.bulletin)
        hits = tuple(maker.hit(one) for one in islice(found, limit))
        names = walk.indicators()
        return SearchResult(walk.query, len(hits), hits, places=None, indicators=names)

    def _counted(
        self, walk: "Walk", first: "SearchResult", bulletins: Collection[int] | None
    ) -> "SearchResult":
        """Return a result with its counts; `bulletins` as in `search`."""
        listed = {hit.bulletin_id for hit in first.hits}
        return replace(
            first,
            total=walk.count(),
            chapters=walk.chapters(None if bulletins is None else {*bulletins, *listed}),
            places=walk.places(_READ_FOR_PLACES),
        )

    def plan(self, query: "Query") -> "SearchPlan":
        """Return how `query` is searched for here.

        Raises:
            DataError: the file is damaged.
        """
        from desktop_app.store import plan

        with self._reading():
            return plan.plan(self._connection, query)

    def vocabulary(self, others: "tuple[Filter, ...]" = ()) -> "Vocabulary":
        """Return the values that filters can have here; of a large library, of its newest part.

        With `others` those that are left where these filters hold, and counted there.

        Raises:
            DataError: the file is damaged.
        """
        from desktop_app.store import narrowed, vocabulary

        with self._reading():
            if self._vocabulary is None:
                self._vocabulary = vocabulary.read(self._connection)
            if not others:
                return self._vocabulary
            # What is typed on at one filter has the same others at every letter.
            if self._narrowed is None or self._narrowed[0] != others:
                left = narrowed.narrowed(self._connection, self._vocabulary, others)
                self._narrowed = others, left
            return self._narrowed[1]

    def names(self, typed: str) -> "tuple[IndicatorMatch, ...]":
        """Return the indicators that `typed` may become the name of, the likeliest first.

        Raises:
            DataError: the file is damaged.
        """
        from desktop_app.store import vocabulary

        with self._reading():
            return vocabulary.names(self._connection, self._searched(), typed)

    def _searched(self) -> "Texts":
        if self._texts is None:
            from desktop_app.store import fulltext
            from desktop_app.store.indexed import IndexedTexts
            from desktop_app.store.scanned import ScannedTexts

            # An index of another kind would find something else; reading is only slower.
            has_index = fulltext.is_current(self._connection)
            kind = IndexedTexts if has_index else ScannedTexts
            self._texts = kind(self._connection)
        return self._texts

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

"""A library with a connection of its own to search by, which another thread may interrupt."""

from collections.abc import Collection, Iterable, Iterator

from desktop_app.domain.bulletin import Script
from desktop_app.domain.choices import Order
from desktop_app.domain.finding import BulletinHits, Heading, PassageHit
from desktop_app.domain.search import Query, SearchHit, SearchResult
from desktop_app.store import matching
from desktop_app.store.hits import HitMaker
from desktop_app.store.library import Library
from desktop_app.store.search import Found, stretch_of
from desktop_app.store.walk import Walk
from desktop_app.store.wants import Asked, Group, text_of

_TEXT = "SELECT folded, label_length, read_start, read_end FROM passage WHERE place = ?"
_TEXTS = """
    SELECT folded, label_length, read_start FROM passage WHERE bulletin_id = ? ORDER BY place
"""
_HEADING = "SELECT number, title FROM section WHERE bulletin_id = ? AND id = ?"
_TITLE = "SELECT title FROM bulletin WHERE id = ?"


class Searcher(Library):
    """What a window asks as a user types.

    `home` is the bulletin that is read: its hits come first.
    """

    def interrupt(self) -> None:
        """End what is being asked on another thread, with an error there."""
        self._connection.interrupt()

    def first(
        self,
        query: Query,
        *,
        limit: int,
        script: Script = Script.HANS,
        order: Order = Order.RELEVANCE,
        home: int | None = None,
    ) -> SearchResult:
        """Return the first hits and the names that answer; nothing is counted yet.

        Raises:
            DataError: the file is damaged.
        """
        with self._reading():
            walk = self._walk(query)
            return self._first(walk, self._listed(walk, order, home), limit, script)

    def counted(self, first: SearchResult, bulletins: Collection[int] = ()) -> SearchResult:
        """Return a result with its counts: in all, and by chapter where hits are listed.

        `bulletins` are counted by chapter too.

        Raises:
            DataError: the file is damaged.
        """
        with self._reading():
            return self._counted(self._walk(first.query), first, bulletins)

    def chapters_of(self, hits: Iterable[SearchHit]) -> dict[tuple[int, int], Heading]:
        """Return the chapters that hits stand in, by bulletin and section.

        Raises:
            DataError: the file is damaged.
        """
        keys = {(hit.bulletin_id, hit.chapter_id) for hit in hits if hit.chapter_id is not None}
        with self._reading():
            rows = {key: self._connection.execute(_HEADING, key).fetchone() for key in keys}
        return {key: Heading(*row) for key, row in rows.items() if row is not None}

    def titles_of(self, hits: Iterable[SearchHit]) -> dict[int, str]:
        """Return the titles of the bulletins that hits stand in, by id.

        Raises:
            DataError: the file is damaged.
        """
        with self._reading():
            return {
                bulletin: self._connection.execute(_TITLE, (bulletin,)).fetchone()[0]
                for bulletin in {hit.bulletin_id for hit in hits}
            }

    def hits_in(self, query: Query, bulletin_id: int) -> BulletinHits:
        """Return all that answers in one bulletin.

        Raises:
            DataError: the file is damaged.
        """
        with self._reading():
            walk, home = self._walk(query), stretch_of(self._connection, bulletin_id)
            if home is None:
                return BulletinHits(bulletin_id)
            maker = HitMaker(self._connection, walk, Script.HANS, self.bulletin)
            found = walk.within(*home).by_place()
            return BulletinHits(
                bulletin_id, tuple(self._marked(walk, maker, one) for one in found)
            )

    def beyond(self, query: Query, bulletin_id: int, step: int) -> SearchHit | None:
        """Return the nearest hit after (`step` 1) or before (-1) a bulletin, round the end.

        None where nothing answers in another one.

        Raises:
            DataError: the file is damaged.
        """
        with self._reading():
            walk, here = self._walk(query), stretch_of(self._connection, bulletin_id)
            found = walk.beyond(here or (0, 0), step)
            if found is None:
                return None
            return HitMaker(self._connection, walk, Script.HANS, self.bulletin).hit(found)

    def find(self, typed: str, bulletin_id: int) -> tuple[tuple[int, int], ...]:
        """Return where a text stands in one bulletin, in the reading text, in order.

        It is compared as a search compares: folded, and a number is a whole number.

        Raises:
            DataError: the file is damaged.
        """
        wanted = text_of(typed)
        if not wanted:
            return ()
        asked = Asked((Group((wanted,)),))
        with self._reading():
            return tuple(
                (read_start + start, read_start + end)
                for folded, label, read_start in self._connection.execute(_TEXTS, (bulletin_id,))
                for start, end in matching.spans(asked, folded, label)
            )

    def _listed(self, walk: Walk, order: Order, home: int | None) -> Iterator[Found]:
        stretch = stretch_of(self._connection, home)
        if order is Order.TEXT:
            return walk.by_place_from(stretch)
        return walk.ranked_from(stretch)

    def _marked(self, walk: Walk, maker: HitMaker, found: Found) -> PassageHit:
        row = walk.row(found.place)
        folded, label, start, end = self._connection.execute(_TEXT, (found.place,)).fetchone()
        spans = tuple((a + start, b + start) for a, b in matching.spans(walk.asked, folded, label))
        if walk.asks_for_figures or not spans:
            # It answers, also or alone, by figures, or as a heading by its sound.
            spans = maker.hit(found).matches or ((start, end),)
        return PassageHit(row.passage_id, row.section_id, spans)

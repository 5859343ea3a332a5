"""The groups that the hits of a search stand in: bulletins and chapters with their counts."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.finding import Listing
from desktop_app.domain.search import SearchHit
from desktop_app.itemmodels.chapter_tree import heading_in, heading_text

Key = tuple[str, int, int | None]


class GroupHeading(Struct, frozen=True):
    """A bulletin or a chapter; `count` is how many passages it holds, also unlisted ones.

    The count is None until it is known. `depth` is 0 for what nothing stands above.
    """

    key: Key
    text: str
    count: int | None
    depth: int
    is_bulletin: bool
    expanded: bool = True


class HitRow(Struct, frozen=True):
    """A hit, and the words that say that a name answers, where one does."""

    hit: SearchHit
    by_name: str = ""

    @property
    def depth(self) -> int:
        return 2

    @property
    def key(self) -> Key:
        return "hit", self.hit.bulletin_id, self.hit.passage_id


Row = GroupHeading | HitRow


def grouped(
    listing: Listing, bulletin: Bulletin | None, known: Mapping[Key, int | None]
) -> tuple[Row, ...]:
    """Return every heading with what stands below it; `bulletin` is the one that is open.

    `known` are the counts shown until now: they stand until new ones are there.
    """
    return tuple(_Grouping(listing, bulletin, known).rows())


class _Grouping:
    """The groups of one listing."""

    def __init__(
        self, listing: Listing, bulletin: Bulletin | None, known: Mapping[Key, int | None]
    ) -> None:
        self._listing, self._bulletin, self._known = listing, bulletin, known
        self._counts: dict[tuple[int, int | None], int] = {
            (chapter.bulletin_id, chapter.section_id): chapter.count
            for chapter in listing.result.chapters
        }

    def rows(self) -> Iterator[Row]:
        """Yield every heading with what stands below it."""
        groups: dict[int, dict[int | None, list[SearchHit]]] = {}
        for hit in self._listing.result.hits:
            chapters = groups.setdefault(hit.bulletin_id, {})
            chapters.setdefault(hit.chapter_id, []).append(hit)
        named = self._listing.several or not all(map(self._is_open, self._listing.result.hits))
        for chapters in groups.values():
            yield from self._bulletin_rows(chapters, named=named)

    def _bulletin_rows(
        self, chapters: dict[int | None, list[SearchHit]], *, named: bool
    ) -> Iterator[Row]:
        counts = [self._count(hits) for hits in chapters.values()]
        first = next(iter(chapters.values()))[0]
        if named:
            key: Key = ("bulletin", first.bulletin_id, None)
            unlisted = sum(
                count
                for (bulletin_id, chapter_id), count in self._counts.items()
                if bulletin_id == first.bulletin_id and chapter_id not in chapters
            )
            yield self._heading(key, self._name(first), sum(counts) + unlisted, depth=0)
        for count, (chapter_id, hits) in zip(counts, chapters.items(), strict=True):
            key = ("chapter", first.bulletin_id, chapter_id)
            yield self._heading(key, self._title(hits[0]), count, depth=int(named))
            for hit in hits:
                yield HitRow(hit, self._by_name(hit))

    def _heading(self, key: Key, text: str, count: int, depth: int) -> GroupHeading:
        shown = count if self._listing.counted else self._known.get(key)
        return GroupHeading(key, text, shown, depth, is_bulletin=key[0] == "bulletin")

    def _count(self, hits: Sequence[SearchHit]) -> int:
        """Return how many passages a chapter holds; those found by a name are not in its count."""
        by_text = self._counts.get((hits[0].bulletin_id, hits[0].chapter_id), 0)
        return max(by_text + sum(hit.by_name for hit in hits), len(hits))

    def _is_open(self, hit: SearchHit) -> bool:
        return self._bulletin is not None and self._bulletin.key == hit.bulletin_key

    def _name(self, hit: SearchHit) -> str:
        """Name a bulletin by its place and year, or by its title where one is not known."""
        place = self._listing.places.get(hit.bulletin_id, hit.place.rpartition("/")[2])
        if not place or hit.year is None:
            return self._listing.titles.get(hit.bulletin_id, place)
        return _tr("{place} {year} 年").format(place=place, year=hit.year)

    def _title(self, hit: SearchHit) -> str:
        if hit.chapter_id is not None:
            if self._bulletin is not None and self._is_open(hit):
                chapter = self._bulletin.section_by_id.get(hit.chapter_id)
                if chapter is not None:
                    return heading_in(self._bulletin, chapter, self._listing.script)
            heading = self._listing.chapters.get((hit.bulletin_id, hit.chapter_id))
            return heading_text(heading) if heading is not None else ""
        if self._bulletin is not None and self._is_open(hit) and not self._bulletin.chapters:
            return _tr("全文")
        return _tr("标题与前言")

    def _by_name(self, hit: SearchHit) -> str:
        if not hit.by_name:
            return ""
        figures = self._bulletin.figure_by_id if self._bulletin and self._is_open(hit) else {}
        figure = figures.get(hit.figure_id or -1)
        if figure is None:
            return _tr("按指标名")
        return _tr("按指标名：{name}").format(name=figure.indicator)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ResultsModel", text)

"""What a search found, as a flat list: a heading for each chapter, below it its passages."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.search import SearchHit, SearchResult
from desktop_app.itemmodels.chapter_tree import heading_text

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class ResultRole(IntEnum):
    """What a row knows beside its text; a heading has no hit, a hit has no count."""

    HIT = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class _Heading:
    """A chapter and how many passages it holds, also those that are not listed."""

    text: str
    count: int


class ResultsModel(QAbstractListModel):
    """Chapters in the order of their best hit, hits in the order of the search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Heading | SearchHit, ...] = ()
        self._bulletin: Bulletin | None = None

    def set_result(self, result: SearchResult | None, bulletin: Bulletin | None) -> None:
        """Show `result`; chapters are named from `bulletin`, the one that is open."""
        self.beginResetModel()
        self._bulletin = bulletin
        self._rows = tuple(self._grouped(result)) if result else ()
        self.endResetModel()

    def hit_rows(self) -> list[int]:
        """Return the rows that are hits, from top to bottom."""
        return [row for row, entry in enumerate(self._rows) if isinstance(entry, SearchHit)]

    def row_of(self, hit: SearchHit) -> int | None:
        """Return the row of the passage that `hit` found; None where it is not listed."""
        wanted = hit.bulletin_id, hit.passage_id
        for row in self.hit_rows():
            entry = self._rows[row]
            if isinstance(entry, SearchHit) and (entry.bulletin_id, entry.passage_id) == wanted:
                return row
        return None

    def _grouped(self, result: SearchResult) -> Iterator[_Heading | SearchHit]:
        counts: dict[tuple[int, int | None], int] = {
            (chapter.bulletin_id, chapter.section_id): chapter.count for chapter in result.chapters
        }
        groups: dict[tuple[int, int | None], list[SearchHit]] = {}
        for hit in result.hits:
            groups.setdefault((hit.bulletin_id, self._chapter_id(hit)), []).append(hit)
        for key, hits in groups.items():
            yield _Heading(self._title(hits[0]), counts.get(key, len(hits)))
            yield from hits

    def _is_open(self, hit: SearchHit) -> bool:
        return self._bulletin is not None and self._bulletin.key == hit.bulletin_key

    def _chapter_id(self, hit: SearchHit) -> int | None:
        if self._bulletin is None or not self._is_open(hit):
            return None
        chapter = self._bulletin.chapter_of(hit.section_id)
        return chapter.id if chapter else None

    def _title(self, hit: SearchHit) -> str:
        """Name the chapter of a hit; in another bulletin, its place and year."""
        if self._bulletin is not None and self._is_open(hit):
            chapter = self._bulletin.chapter_of(hit.section_id)
            return heading_text(chapter) if chapter else self.tr("标题与前言")
        place = hit.place.rpartition("/")[2]
        return self.tr("{place} {year} 年").format(place=place, year=hit.year or "")

    # Qt's model

    def rowCount(self, parent: AnyIndex = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled
        is_hit = isinstance(self._rows[index.row()], SearchHit)
        return enabled | Qt.ItemFlag.ItemIsSelectable if is_hit else enabled

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if isinstance(entry, _Heading):
            return self._heading_data(entry, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.snippet
            case Qt.ItemDataRole.ToolTipRole:
                return self._path(entry)
            case ResultRole.HIT:
                return entry
        return None

    def _heading_data(self, heading: _Heading, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.text
            case Qt.ItemDataRole.AccessibleTextRole:
                sentence = self.tr("{heading}，{n} 处")
                return sentence.format(heading=heading.text, n=heading.count)
            case ResultRole.COUNT:
                return heading.count
        return None

    def _path(self, hit: SearchHit) -> str:
        """Return where a hit stands, from its chapter down."""
        if self._bulletin is None or not self._is_open(hit):
            return self._title(hit)
        names: list[str] = []
        section = self._bulletin.section_by_id.get(hit.section_id or -1)
        while section is not None:
            names.insert(0, heading_text(section))
            parent = section.parent
            section = None if parent is None else self._bulletin.section_by_id.get(parent)
        return " › ".join(names) or self._title(hit)

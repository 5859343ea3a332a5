"""What a search found, as a flat list: bulletins, below them chapters, below these passages.

A bulletin is named only where there are several, or another than the one that is open.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import IntEnum

from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.finding import Listing
from desktop_app.domain.search import SearchHit
from desktop_app.itemmodels.chapter_tree import heading_in
from desktop_app.itemmodels.result_groups import GroupHeading, HitRow, Key, Row, grouped

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class ResultRole(IntEnum):
    """What a row knows beside its text; a heading has no hit, a hit has no heading."""

    HIT = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    BY_NAME = Qt.ItemDataRole.UserRole + 3


class ResultsModel(QAbstractListModel):
    """Groups in the order of their first hit, hits in the order of the search.

    Another listing changes the rows that are other ones, and leaves the rest alone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._closed: set[Key] = set()
        self._typed = ""
        self._bulletin: Bulletin | None = None
        self._script = Script.HANS

    def set_listing(self, listing: Listing | None, bulletin: Bulletin | None) -> None:
        """Show `listing`; `bulletin` is the one that is open."""
        typed = listing.result.query.typed if listing else ""
        if typed != self._typed:
            self._closed.clear()
        self._typed, self._bulletin = typed, bulletin
        self._script = listing.script if listing else Script.HANS
        known = {row.key: row.count for row in self._all if isinstance(row, GroupHeading)}
        self._all = grouped(listing, bulletin, known) if listing else ()
        self._show()

    def set_expanded(self, row: int, *, expanded: bool) -> None:
        """Open or close the group of the heading at `row`."""
        heading = self._rows[row]
        if isinstance(heading, GroupHeading):
            (self._closed.discard if expanded else self._closed.add)(heading.key)
            self._show()

    def hits(self) -> tuple[SearchHit, ...]:
        """Return all hits that are listed, also those in closed groups."""
        return tuple(row.hit for row in self._all if isinstance(row, HitRow))

    def stops(self) -> list[int]:
        """Return the rows that one moves through: hits, and headings of closed groups."""
        return [
            number
            for number, row in enumerate(self._rows)
            if isinstance(row, HitRow) or not row.expanded
        ]

    def row_of(self, bulletin_id: int, passage_id: int) -> int | None:
        """Return the row of a passage, or of the closed group that hides it."""
        wanted: Key = ("hit", bulletin_id, passage_id)
        shown = -1
        for row in self._all:
            if shown + 1 < len(self._rows) and self._rows[shown + 1].key == row.key:
                shown += 1
            if row.key == wanted:
                return shown
        return None

    def heading_row(self, row: int) -> int | None:
        """Return the row of the heading above a row; None where there is none."""
        depth = self._rows[row].depth
        above = (at for at in range(row - 1, -1, -1) if self._rows[at].depth < depth)
        return next(above, None)

    # -- changing rows

    def _show(self) -> None:
        new = list(self._opened())
        old_keys, new_keys = [row.key for row in self._rows], [row.key for row in new]
        changes = SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()
        for tag, old_start, old_end, new_start, new_end in reversed(changes):
            if tag == "equal":
                self._update(old_start, new[new_start:new_end])
                continue
            if old_end > old_start:
                self.beginRemoveRows(TOP, old_start, old_end - 1)
                del self._rows[old_start:old_end]
                self.endRemoveRows()
            if new_end > new_start:
                self.beginInsertRows(TOP, old_start, old_start + new_end - new_start - 1)
                self._rows[old_start:old_start] = new[new_start:new_end]
                self.endInsertRows()

    def _update(self, start: int, rows: Sequence[Row]) -> None:
        for number, row in enumerate(rows, start=start):
            if self._rows[number] != row:
                self._rows[number] = row
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def _opened(self) -> Iterator[Row]:
        """Yield the rows that no closed group hides, headings as they are."""
        hidden_below: int | None = None
        for row in self._all:
            if hidden_below is not None and row.depth > hidden_below:
                continue
            hidden_below = None
            if isinstance(row, GroupHeading) and row.key in self._closed:
                hidden_below = row.depth
                yield replace(row, expanded=False)
            else:
                yield row

    # -- Qt's model

    def rowCount(self, parent: AnyIndex = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return self._heading(row, role) if isinstance(row, GroupHeading) else self._hit(row, role)

    def _hit(self, row: HitRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.hit.snippet
            case Qt.ItemDataRole.AccessibleTextRole:
                return "，".join(part for part in (row.hit.snippet, row.by_name) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return self._path(row.hit)
            case ResultRole.HIT:
                return row.hit
            case ResultRole.BY_NAME:
                return row.by_name
        return None

    def _heading(self, heading: GroupHeading, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.text
            case Qt.ItemDataRole.AccessibleTextRole:
                sentence = self.tr("{heading}，{n} 段")
                if not heading.expanded:
                    sentence = self.tr("{heading}，{n} 段，已折叠")
                return sentence.format(heading=heading.text, n=heading.count or 0)
            case ResultRole.HEADING:
                return heading
        return None

    def _path(self, hit: SearchHit) -> str:
        """Return where a hit stands, from its bulletin or its chapter down."""
        above = {row.key: row.text for row in self._all if isinstance(row, GroupHeading)}
        names = [
            above.get(("bulletin", hit.bulletin_id, None), ""),
            above.get(("chapter", hit.bulletin_id, hit.chapter_id), ""),
        ]
        bulletin = self._bulletin
        if bulletin is not None and bulletin.key == hit.bulletin_key:
            section = bulletin.section_by_id.get(hit.section_id or -1)
            inner: list[str] = []
            while section is not None and section.parent is not None:
                inner.insert(0, heading_in(bulletin, section, self._script))
                section = bulletin.section_by_id.get(section.parent)
            names += inner
        return " › ".join(name for name in names if name)

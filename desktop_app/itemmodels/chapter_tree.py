"""The outline of a bulletin as a Qt model: chapters, items, sub-items, each with its counts."""

from bisect import bisect_left
from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.bulletin import Bulletin, Script, Section
from desktop_app.services import scripts

if TYPE_CHECKING:
    from desktop_app.domain.finding import Heading

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
_ROOT = -1


class ChapterRole(IntEnum):
    """What a row knows beside its text."""

    SECTION = Qt.ItemDataRole.UserRole + 1
    FIGURES = Qt.ItemDataRole.UserRole + 2
    HITS = Qt.ItemDataRole.UserRole + 3


def heading_text(section: "Section | Heading") -> str:
    """Return number and title as a reader expects them on one line."""
    return _on_one_line(section.number, section.title)


def _on_one_line(number: str, title: str) -> str:
    if not number:
        return title
    numeral = all(not char.isascii() and char.isnumeric() for char in number)
    return f"{number}{'、' if numeral else ' '}{title}".rstrip()


def heading_in(bulletin: Bulletin, section: Section, script: Script) -> str:
    """Return number and title of a section as `bulletin` prints them in `script`."""
    start, end = section.title_read_start, section.title_read_end
    written = scripts.of_words(bulletin, script)
    title = bulletin.text.spelled(section.title, written, start, end)
    return _on_one_line(section.number, title)


def figure_counts(bulletin: Bulletin) -> dict[int, int]:
    """Return how many figures stand in each section and below it, by section id."""
    starts = sorted(figure.start for figure in bulletin.figures)
    return {
        section.id: bisect_left(starts, section.end) - bisect_left(starts, section.start)
        for section in bulletin.sections
    }


def hit_counts(sections: tuple[Section, ...], counts: Mapping[int, int]) -> dict[int, int]:
    """Return the hits of every section: as given, else the sum of the sections below it."""
    below: dict[int, int] = {}
    result: dict[int, int] = {}
    # Sections come in the text's order, so what lies below a section comes after it.
    for section in reversed(sections):
        result[section.id] = counts.get(section.id, below.get(section.id, 0))
        if section.parent is not None:
            below[section.parent] = below.get(section.parent, 0) + result[section.id]
    return result


class ChapterTreeModel(QAbstractItemModel):
    """Sections as a tree. An index carries the section's position in the outline."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._script = Script.HANS
        self._bulletin: Bulletin | None = None
        self._sections: tuple[Section, ...] = ()
        self._place: dict[int, int] = {}
        self._parents: list[int] = []
        self._rows: list[int] = []
        self._children: dict[int, list[int]] = {}
        self._figures: dict[int, int] = {}
        self._hits: dict[int, int] | None = None

    def set_bulletin(self, bulletin: Bulletin | None) -> None:
        """Show the outline of `bulletin`; hit counts of the last one are dropped."""
        self.beginResetModel()
        self._bulletin = bulletin
        self._sections = bulletin.sections if bulletin else ()
        self._place = {section.id: at for at, section in enumerate(self._sections)}
        self._parents, self._rows, self._children = [], [], {}
        for at, section in enumerate(self._sections):
            parent = _ROOT if section.parent is None else self._place.get(section.parent, _ROOT)
            siblings = self._children.setdefault(parent, [])
            self._parents.append(parent)
            self._rows.append(len(siblings))
            siblings.append(at)
        self._figures = figure_counts(bulletin) if bulletin else {}
        self._hits = None
        self.endResetModel()

    def set_hits(self, counts: Mapping[int, int] | None) -> None:
        """Count hits by section id instead of figures; None counts figures again."""
        self._hits = None if counts is None else hit_counts(self._sections, counts)
        self._tell_all_changed()

    def set_script(self, script: Script) -> None:
        """Show headings as they are printed in `script`."""
        self._script = script
        self._tell_all_changed()

    def _tell_all_changed(self) -> None:
        for parent, children in self._children.items():
            index = self._index_at(parent)
            self.dataChanged.emit(self.index(0, 0, index), self.index(len(children) - 1, 0, index))

    def section_at(self, index: AnyIndex) -> Section | None:
        """Return the section an index stands for."""
        return self._sections[index.internalId()] if index.isValid() else None

    def index_of(self, section_id: int) -> QModelIndex:
        """Return the index of a section; invalid where the outline has none of that id."""
        return self._index_at(self._place.get(section_id, _ROOT))

    def _index_at(self, at: int) -> QModelIndex:
        return QModelIndex() if at == _ROOT else self.createIndex(self._rows[at], 0, at)

    # Qt's model

    def index(self, row: int, column: int, parent: AnyIndex = TOP) -> QModelIndex:
        children = self._children.get(parent.internalId() if parent.isValid() else _ROOT, [])
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]  # QObject's too
        return self._index_at(self._parents[index.internalId()] if index.isValid() else _ROOT)

    def rowCount(self, parent: AnyIndex = TOP) -> int:
        return len(self._children.get(parent.internalId() if parent.isValid() else _ROOT, []))

    def columnCount(self, parent: AnyIndex = TOP) -> int:  # noqa: ARG002 (Qt's own)
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        section = self.section_at(index)
        if section is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._heading(section)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(section)
            case ChapterRole.SECTION:
                return section
            case ChapterRole.FIGURES:
                return self._figures[section.id]
            case ChapterRole.HITS:
                return None if self._hits is None else self._hits[section.id]
        return None

    def _heading(self, section: Section) -> str:
        assert self._bulletin is not None
        return heading_in(self._bulletin, section, self._script)

    def _spoken(self, section: Section) -> str:
        if self._hits is None:
            sentence, count = self.tr("{heading}，{n} 个数据"), self._figures[section.id]
        else:
            sentence, count = self.tr("{heading}，{n} 处"), self._hits[section.id]
        return sentence.format(heading=self._heading(section), n=count)

"""Queries to choose from: saved, asked before, or proposed while one is typed."""

from collections.abc import Sequence
from enum import Enum, IntEnum, auto

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class QueryRole(IntEnum):
    """What a row knows beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class QueryKind(Enum):
    """What a row is."""

    HEADING = auto()
    SAVED = auto()
    RECENT = auto()
    PROPOSED = auto()
    PLACE = auto()


class QueryRow(Struct, frozen=True):
    """A query, or the heading of some; `note` is said beside it, quietly.

    `text` is what is shown, `query` and `cursor` what the box then holds and where one types on.
    A PLACE leads to `read_offset` in the text and to the figure there, if one is meant.
    """

    kind: QueryKind
    text: str
    note: str = ""
    query: str = ""
    cursor: int = -1
    read_offset: int = 0
    figure_id: int | None = None

    @property
    def can_be_dropped(self) -> bool:
        return self.kind in (QueryKind.SAVED, QueryKind.RECENT)


class QueriesModel(QAbstractListModel):
    """Rows as they are told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[QueryRow, ...] = ()

    def set_rows(self, rows: Sequence[QueryRow]) -> None:
        """Show these rows; nothing happens where they are the same."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def rows(self) -> tuple[QueryRow, ...]:
        """Return what is shown."""
        return self._rows

    # Qt's model

    def rowCount(self, parent: AnyIndex = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].kind is QueryKind.HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole if row.can_be_dropped:
                return self.tr("{query}\nDelete 键删去").format(query=row.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return "，".join(part for part in (row.text, row.note) if part)
            case QueryRole.ROW:
                return row
        return None

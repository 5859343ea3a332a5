"""What the audit found, as a flat list below headings: by verdict or by chapter."""

from collections.abc import Iterator, Sequence
from enum import Enum, IntEnum, auto
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.services.findings import SIGNS, AuditRow, Verdict

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class FindingRole(IntEnum):
    """What a row knows beside its text; a heading has no finding."""

    ROW = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2


class Grouping(Enum):
    """What the headings are."""

    VERDICT = auto()
    CHAPTER = auto()


class FindingHeading(Struct, frozen=True):
    """A heading and how many findings stand below it."""

    text: str
    count: int


class FindingsModel(QAbstractListModel):
    """Findings grouped one way or the other, those of one verdict or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[AuditRow, ...] = ()
        self._grouping = Grouping.VERDICT
        self._only: Verdict | None = None
        self._rows: list[AuditRow | FindingHeading] = []

    def set_findings(self, found: Sequence[AuditRow]) -> None:
        """Show these findings, which are in the order of the text."""
        self._found = tuple(found)
        self._show()

    def set_grouping(self, grouping: Grouping) -> None:
        """Group them like this."""
        self._grouping = grouping
        self._show()

    def set_only(self, verdict: Verdict | None) -> None:
        """Show those with this verdict; None shows all."""
        self._only = verdict
        self._show()

    def row_of(self, number: int) -> int | None:
        """Return the row of the finding with this number, where it is shown."""
        for at, row in enumerate(self._rows):
            if isinstance(row, AuditRow) and row.number == number:
                return at
        return None

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = list(self._grouped())
        self.endResetModel()

    def _grouped(self) -> Iterator[AuditRow | FindingHeading]:
        shown = [row for row in self._found if self._only in (None, row.verdict)]
        if self._grouping is Grouping.VERDICT:
            order = list(Verdict)
            shown.sort(key=lambda row: order.index(row.verdict))
        for _, group in groupby(shown, key=self._key):
            rows = list(group)
            yield FindingHeading(self._heading(rows[0]), len(rows))
            yield from rows

    def _key(self, row: AuditRow) -> object:
        return row.verdict if self._grouping is Grouping.VERDICT else row.chapter_id

    def _heading(self, row: AuditRow) -> str:
        if self._grouping is Grouping.VERDICT:
            return f"{SIGNS[row.verdict]} {row.word}"
        return row.chapter or self.tr("标题与前言")

    # Qt's model

    def rowCount(self, parent: AnyIndex = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        # Arrow keys go past headings.
        if not index.isValid() or isinstance(self._rows[index.row()], FindingHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return self._of_heading(row, role) if isinstance(row, FindingHeading) else _of(row, role)

    def _of_heading(self, heading: FindingHeading, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{heading}，{n} 条").format(heading=heading.text, n=heading.count)
            case FindingRole.HEADING:
                return heading
        return None


def _of(row: AuditRow, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return row.message
        case Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(
                part for part in (row.word, row.subject, row.message, row.chapter) if part
            )
        case Qt.ItemDataRole.ToolTipRole:
            # What a row that is not the current one may have no room for.
            return "\n".join((row.subject, row.message, *row.readings))
        case FindingRole.ROW:
            return row
    return None

"""Figures as a table: indicator, value, unit, growth over the last year."""

from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.itemmodels import figure_text

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    INDICATOR = 0
    VALUE = 1
    UNIT = 2
    CHANGE = 3


class FigureRole(IntEnum):
    """What a cell knows beside its text."""

    FIGURE = Qt.ItemDataRole.UserRole + 1
    SORT_KEY = Qt.ItemDataRole.UserRole + 2


SortKey = tuple[int, Decimal, str] | None


def sort_key(figure: Figure, column: int) -> SortKey:
    """Return what a column is ordered by; None where the cell is empty and so comes last.

    Per cent come before changes in other units, which are no number of the same kind.
    """
    match column:
        case Column.VALUE:
            if figure.kind is Kind.CHANGE_RATE:
                return None
            value = figure_text.number(figure.base_value or figure.value)
            return None if value is None else (0, value, "")
        case Column.CHANGE:
            change = figure_text.number(figure.change)
            foreign = 0 if figure.change_unit == "%" else 1
            return None if change is None else (foreign, change, "")
        case Column.UNIT:
            unit = "" if figure.kind is Kind.CHANGE_RATE else figure.unit
            return (0, Decimal(), unit) if unit else None
    return (0, Decimal(), figure_text.named(figure))


class FigureTableModel(QAbstractTableModel):
    """One figure a row, in the text's order.

    A compact table has its units in the values' column, for a pane too narrow for both.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._rows: dict[int, int] = {}
        self.compact = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self._figures

    def set_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show `figures` and nothing else."""
        self.beginResetModel()
        self._figures = figures
        self._rows = {figure.id: row for row, figure in enumerate(figures)}
        self.endResetModel()

    def set_compact(self, compact: bool) -> None:
        """Put the units into the values' column, or back into their own."""
        if compact != self.compact:
            self.compact = compact
            last = len(Column) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            if self._figures:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._figures) - 1, last))

    def row_of(self, figure_id: int) -> int | None:
        """Return the row of a figure, or None where it is not shown."""
        return self._rows.get(figure_id)

    def rowCount(self, parent: AnyIndex = TOP) -> int:
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: AnyIndex = TOP) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            titles = {
                Column.INDICATOR: self.tr("指标"),
                Column.VALUE: self.tr("数值"),
                Column.UNIT: self.tr("单位"),
                Column.CHANGE: self.tr("比上年\n增长（%）")
                if self.compact
                else self.tr("比上年增长（%）"),
            }
            return titles[Column(section)]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        figure = self._figures[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(figure, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return figure_text.details(figure)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(figure, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case FigureRole.FIGURE:
                return figure
            case FigureRole.SORT_KEY:
                return sort_key(figure, index.column())
        return None

    def _text(self, figure: Figure, column: int) -> str:
        match column:
            case Column.VALUE:
                value = figure_text.value_text(figure)
                unit = self._unit(figure) if self.compact else ""
                return f"{value} {unit}" if unit else value
            case Column.UNIT:
                return self._unit(figure)
            case Column.CHANGE:
                return figure_text.change_text(figure)
        return figure_text.named(figure)

    @staticmethod
    def _unit(figure: Figure) -> str:
        return "" if figure.kind is Kind.CHANGE_RATE else figure.unit

    def _spoken(self, figure: Figure, column: int) -> str:
        text = self._text(figure, column)
        if column == Column.INDICATOR and figure.doubtful:
            return self.tr("{name}，存疑").format(name=text)
        mark = figure_text.base_mark(figure) if column == Column.CHANGE else ""
        return f"{text}（{mark}）" if mark else text


class FigureOrder(QSortFilterProxyModel):
    """The table in the order of a column; empty cells stay at the end in both directions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Chinese names are looked up in the order of their pinyin, on any machine.
        self._collator = QCollator(QLocale("zh_CN"))

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        first: SortKey = left.data(FigureRole.SORT_KEY)
        second: SortKey = right.data(FigureRole.SORT_KEY)
        # Qt turns the answer round when it sorts downwards; what stays put is turned round here.
        descending = self.sortOrder() is Qt.SortOrder.DescendingOrder
        if (first is None) is not (second is None):
            return (first is None) is descending
        if first is not None and second is not None:
            if first[0] != second[0]:
                return (first[0] < second[0]) is not descending
            if first[1] != second[1]:
                return first[1] < second[1]
            if compared := self._collator.compare(first[2], second[2]):
                return compared < 0
        # Equals keep the order of the text.
        return (left.row() < right.row()) is not descending


def _alignment(column: int) -> Qt.AlignmentFlag:
    number = column in (Column.VALUE, Column.CHANGE)
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

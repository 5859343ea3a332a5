"""Figures as a table: indicator, value, unit, growth over the last year."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.itemmodels import figure_text
from desktop_app.services import comparing

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
_TEXT = -1


class Column(IntEnum):
    """The columns from left to right."""

    INDICATOR = 0
    VALUE = 1
    UNIT = 2
    CHANGE = 3


class FigureRole(IntEnum):
    """What a cell knows beside its text."""

    FIGURE = Qt.ItemDataRole.UserRole + 1


def ordered(figures: Sequence[Figure], column: int, order: Qt.SortOrder) -> list[Figure]:
    """Return `figures` by what stands in a column; equals keep their order, empty cells come last.

    Per cent come before changes in other units, which are no numbers of the same kind.
    """
    keys: dict[int, Any] = {
        figure.id: key for figure in figures if (key := _sort_key(figure, column)) is not None
    }
    filled = [figure for figure in figures if figure.id in keys]
    filled.sort(key=lambda figure: keys[figure.id], reverse=order is Qt.SortOrder.DescendingOrder)
    if column == Column.CHANGE:
        filled.sort(key=lambda figure: figure.change_unit != "%")
    return filled + [figure for figure in figures if figure.id not in keys]


def _sort_key(figure: Figure, column: int) -> Any | None:
    is_rate = figure.kind is Kind.CHANGE_RATE
    match column:
        case Column.VALUE:
            return None if is_rate else comparing.number(figure.base_value or figure.value)
        case Column.CHANGE:
            return comparing.number(figure.change)
        case Column.UNIT:
            return _by_pinyin(figure.unit) if figure.unit and not is_rate else None
    return _by_pinyin(figure_text.named(figure))


def _chinese_order() -> Callable[[str], Any]:
    """Return a sort key for the order of pinyin, whatever the machine's language."""
    return cmp_to_key(QCollator(QLocale("zh_CN")).compare)


_by_pinyin = _chinese_order()


class FigureTableModel(QAbstractTableModel):
    """One figure a row, in the text's order or in that of a column.

    A compact table has its units in the values' column, for a pane too narrow for both.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_text: tuple[Figure, ...] = ()
        self._figures: tuple[Figure, ...] = ()
        self._rows: dict[int, int] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] = (_TEXT, Qt.SortOrder.AscendingOrder)
        self.compact = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures as they are shown, from top to bottom."""
        return self._figures

    def set_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show `figures`, given in the text's order, and nothing else."""
        self.beginResetModel()
        self._in_text = figures
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; column -1 is the text's order."""
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        figures = [self._figures[index.row()] for index in before]
        self._arrange()
        after = [
            self.index(self._rows[figure.id], index.column())
            for figure, index in zip(figures, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._sorted_by
        figures = self._in_text
        self._figures = figures if column == _TEXT else tuple(ordered(figures, column, order))
        self._rows = {figure.id: row for row, figure in enumerate(self._figures)}

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
                return self.text(figure, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return figure_text.details(figure)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(figure, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case FigureRole.FIGURE:
                return figure
        return None

    def text(self, figure: Figure, column: int) -> str:
        """Return what a cell says."""
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
        text = self.text(figure, column)
        if column == Column.INDICATOR and figure.doubtful:
            return self.tr("{name}，存疑").format(name=text)
        mark = figure_text.base_mark(figure) if column == Column.CHANGE else ""
        return f"{text}（{mark}）" if mark else text


def _alignment(column: int) -> Qt.AlignmentFlag:
    number = column in (Column.VALUE, Column.CHANGE)
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

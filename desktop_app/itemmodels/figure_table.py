"""Figures as a table: indicator, value, unit, growth over the last year, what qualifies it."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.domain.bulletin import Figure
from desktop_app.itemmodels import figure_cells, figure_text
from desktop_app.itemmodels.figure_cells import NUMBERS, Column, Setting

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
_TEXT = -1


class FigureRole(IntEnum):
    """What a cell knows beside its text."""

    FIGURE = Qt.ItemDataRole.UserRole + 1
    CONVERTED = Qt.ItemDataRole.UserRole + 2


class FigureTableModel(QAbstractTableModel):
    """One figure a row, in the text's order or in that of a column.

    A `narrow` table has its long heading on two lines; a `compact` one also has its units in the
    values' column, for a pane too narrow for both.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_text: tuple[Figure, ...] = ()
        self._figures: tuple[Figure, ...] = ()
        self._rows: dict[int, int] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] = (_TEXT, Qt.SortOrder.AscendingOrder)
        self.setting = Setting()
        self.compact = self.narrow = False

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

    def set_setting(self, setting: Setting) -> None:
        """Show values in other units, with other chapters, or in another script."""
        self.setting = setting
        self._tell_change()

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
        self._figures = self._in_text
        if column != _TEXT:
            by = figure_cells.ordered(self._in_text, Column(column), order, self.setting)
            self._figures = tuple(by)
        self._rows = {figure.id: row for row, figure in enumerate(self._figures)}

    def set_form(self, *, compact: bool, narrow: bool) -> None:
        """Put the units into the values' column, the heading on two lines, or undo both."""
        if (compact, narrow) != (self.compact, self.narrow):
            self.compact, self.narrow = compact, narrow
            self._tell_change()

    def _tell_change(self) -> None:
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
            short = self.narrow and section == Column.CHANGE
            return self.tr("比上年\n增长（%）") if short else figure_cells.title(Column(section))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return figure_cells.title(Column(section))
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        figure, column = self._figures[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(figure, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(figure, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return figure_cells.spoken(figure, column, self.setting)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case FigureRole.FIGURE:
                return figure
            case FigureRole.CONVERTED:
                return self.is_converted(figure)
        return None

    def text(self, figure: Figure, column: int) -> str:
        """Return what a cell says."""
        said = figure_cells.text(figure, Column(column), self.setting)
        if column == Column.VALUE and self.compact:
            unit = figure_cells.text(figure, Column.UNIT, self.setting)
            return f"{said} {unit}" if unit else said
        return said

    def is_converted(self, figure: Figure) -> bool:
        """Whether a figure is shown in another unit than it is printed in."""
        return figure_cells.as_shown(figure, self.setting.targets) is not figure

    def _tip(self, figure: Figure, column: Column) -> str:
        """Return all that is known of a figure, as it is printed; of a note, all of its text."""
        if column is Column.NOTES and figure.notes:
            return self.setting.spell("\n".join(figure.notes))
        return figure_text.details(figure, self.setting.spell)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

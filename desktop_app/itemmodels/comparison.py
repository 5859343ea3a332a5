"""The rows of 历年与地区对比 as a table: a figure of another bulletin a row, as printed there."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from desktop_app.domain.bulletin import Kind
from desktop_app.domain.printable import on_one_line
from desktop_app.itemmodels import figure_text, series_text
from desktop_app.services import scripts
from desktop_app.services.appearance import LIGHT, theme
from desktop_app.services.scripts import Spell
from desktop_app.services.series import Row
from desktop_app.system import language, vocabulary

if TYPE_CHECKING:
    from desktop_app.services.tables import Table

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from left to right."""

    YEAR = 0
    PLACE = 1
    VALUE = 2
    UNIT = 3
    CHANGE = 4
    REMARKS = 5
    COMPARED = 6
    STATUS = 7
    BASIS = 8
    SOURCE = 9


NUMBERS = frozenset({Column.VALUE, Column.CHANGE})


class ComparisonModel(QAbstractTableModel):
    """The rows of a comparison; `spell` writes words of bulletins in the script that is read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._spell: Spell = scripts.as_is
        self.theme = theme(LIGHT)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        return self._rows

    def set_rows(self, rows: Sequence[Row], spell: Spell) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows, self._spell = tuple(rows), spell
        self.endResetModel()

    def heading(self, column: Column) -> str:
        """Return the heading of a column."""
        return {
            Column.YEAR: self.tr("年份"),
            Column.PLACE: self.tr("地区"),
            Column.VALUE: self.tr("数值"),
            Column.UNIT: self.tr("单位"),
            Column.CHANGE: self.tr("增速（%）"),
            Column.COMPARED: self.tr("比较基期"),
            Column.BASIS: self.tr("价格口径"),
            Column.STATUS: self.tr("数据状态"),
            Column.REMARKS: self.tr("说明"),
            Column.SOURCE: self.tr("来源"),
        }[column]

    def text(self, row: Row, column: Column) -> str:
        """Return what a cell says."""
        figure = row.figure
        match column:
            case Column.YEAR:
                return series_text.year(row)
            case Column.VALUE:
                return figure_text.value_text(figure)
            case Column.UNIT:
                return "" if figure.kind is Kind.CHANGE_RATE else self._spell(figure.unit)
            case Column.CHANGE:
                return self._spell(figure_text.change_text(figure))
            case Column.COMPARED:
                return self._spell(figure_text.compared(figure)) if figure.change else ""
            case Column.BASIS:
                return self._spell(_basis(row))
            case Column.STATUS:
                return self._spell(figure_text.status(row.figure))
            case Column.REMARKS:
                return series_text.remarks(row)
            case Column.SOURCE:
                return self._spell(f"《{row.title}》")
        return self._spell(row.place_name)

    def table(self, rows: Sequence[Row], title: str, notes: Sequence[str]) -> "Table":
        """Return rows as a table to be exported or copied: numbers as printed, without arrows.

        Each row begins with the indicator: one that is pasted alone says what it is of.
        """
        from desktop_app.services import exporting, tables

        columns = (
            exporting.Column("indicator", self.tr("指标"), number=False, brief=False),
            *(
                exporting.Column(
                    column.name.lower(), self.heading(column), column in NUMBERS, brief=False
                )
                for column in Column
            ),
        )
        cells = tuple(
            (
                self._spell(row.figure.indicator),
                *(on_one_line(self._plain(row, column)) for column in Column),
            )
            for row in rows
        )
        return tables.Table(title, columns, (tables.Group("", cells),), tuple(notes))

    def _plain(self, row: Row, column: Column) -> str:
        figure = row.figure
        if column is Column.PLACE:
            return self._spell(series_text.place(row))
        if column is Column.CHANGE:
            unit = "" if figure.change_unit in ("", "%") else figure.change_unit
            grown = figure_text.near(figure, figure.change.lstrip("+") + unit)
            return self._spell(grown)
        if column is Column.VALUE and figure.kind is Kind.CHANGE_RATE:
            return ""
        return self.text(row, column).replace(figure_text.MINUS, "-")

    # What Qt asks for

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else None
                return (side or Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._colour(row, column))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Column(section) in NUMBERS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _tip(self, row: Row, column: Column) -> str:
        if column is Column.PLACE:
            return self._spell(series_text.place(row))
        if column in (Column.REMARKS, Column.SOURCE):
            return self.text(row, column)
        return figure_text.details(row.figure, self._spell)

    def _spoken(self, row: Row, column: Column) -> str:
        text = self.text(row, column)
        if column is Column.CHANGE and row.figure.change:
            text = self._spell(figure_text.spoken_change(row.figure))
        return self.tr("{heading}：{text}").format(
            heading=self.heading(column), text=text or self.tr("无")
        )

    def _colour(self, row: Row, column: Column) -> str:
        if column is Column.CHANGE:
            direction = figure_text.direction(row.figure)
            return {1: self.theme.up, -1: self.theme.down}.get(direction, self.theme.text)
        if column is Column.REMARKS and series_text.is_disputed(row):
            return self.theme.hit_badge_text
        quiet = (Column.COMPARED, Column.BASIS, Column.STATUS, Column.REMARKS, Column.SOURCE)
        return self.theme.muted if column in quiet else self.theme.text


def _basis(row: Row) -> str:
    """Return the basis of the growth, and whether it is a mere convention; 未说明 where unsaid."""
    figure = row.figure
    if not figure.change:
        return ""
    stated = vocabulary.said("basis", figure.basis, language.preferred())
    return figure_text.with_notes(stated, [figure_text.basis_source(figure)])

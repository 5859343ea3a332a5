"""The row above the figure table: a line to sift by, the units and the columns to show."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop_app.itemmodels import figure_cells
from desktop_app.itemmodels.figure_cells import USUAL, Column
from desktop_app.itemmodels.typed_line import TypedLine
from desktop_app.services import appearance, scripts
from desktop_app.services.appearance import Theme
from desktop_app.widgets.figure_table.style import head_style


class _SiftLine(TypedLine):
    """The line to sift by: ↓ and Enter go on to the rows, Esc empties it.

    Signals:
        focused: the keyboard came to the line; carries nothing.
    """

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.composing:
            super().keyPressEvent(event)
        elif event.key() in down:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class TableHead(QFrame):
    """What the user sifts by and how figures are shown.

    Signals:
        sift_changed: the line holds another text (str); an uncommitted one is not in it.
        entered: the keyboard is to go on in the rows; carries nothing.
        units_changed: the user chose other units (dict of dimension to unit).
        columns_changed: the user chose other columns (tuple of Column).
    """

    sift_changed = Signal(object)
    entered = Signal()
    units_changed = Signal(object)
    columns_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tableHead")
        self._columns: tuple[Column, ...] = USUAL
        self._units: dict[str, str] = {}
        self._offered: Mapping[str, Sequence[str]] = {}
        self.spell: scripts.Spell = scripts.as_is
        self.line = _SiftLine(self)
        self.line.setPlaceholderText(self.tr("筛选指标"))
        self.line.setAccessibleName(self.tr("筛选指标：名称、别名、拼音首字母或数值"))
        self.line.setToolTip(self.tr("名称、别名（如 GDP）、拼音首字母或数值；Esc 清除"))
        self._count = QLabel(self)
        self._units_button = self._button(self.tr("单位"), self.tr("换算单位"))
        self._columns_button = self._button(self.tr("列"), self.tr("显示哪些列"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 6, 5)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        for widget in (self._count, self._units_button, self._columns_button):
            layout.addWidget(widget)
        self.line.textChanged.connect(lambda text: self.sift_changed.emit(text))
        self.line.stepped.connect(lambda _step: self.entered.emit())
        self.line.escaped.connect(self._on_escaped)
        self._units_button.clicked.connect(lambda: self._open(self._units_button))
        self._columns_button.clicked.connect(lambda: self._open(self._columns_button))

    def _button(self, text: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(f"{text} ▾")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self.setStyleSheet(head_style(colours, appearance.typography().small_px))

    # What is chosen

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Tick the columns that are shown beside the names."""
        self._columns = columns
        self._mark(self._columns_button, chosen=columns != USUAL)

    def set_units(self, units: Mapping[str, str], offered: Mapping[str, Sequence[str]]) -> None:
        """Tick the units chosen by dimension; `offered` are those that the rows can have."""
        self._units, self._offered = dict(units), offered
        self._units_button.setEnabled(bool(offered))
        in_use = any(dimension in offered for dimension in units)
        self._mark(self._units_button, chosen=in_use)

    def show_count(self, shown: int, of: int) -> None:
        """Say how many rows are left while the line holds something."""
        sifting = bool(self.line.text().strip())
        self._count.setText(f"{shown}/{of}" if sifting else "")
        self._count.setAccessibleName(
            self.tr("{n} 项符合，共 {m} 项").format(n=shown, m=of) if sifting else ""
        )

    @staticmethod
    def _mark(button: QToolButton, *, chosen: bool) -> None:
        if button.property("chosen") != chosen:
            button.setProperty("chosen", chosen)
            button.style().unpolish(button)
            button.style().polish(button)

    # The menus

    def columns_menu(self) -> QMenu:
        """Return a menu of all columns, those that are shown ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in Column:
            if column is not Column.INDICATOR:
                action = menu.addAction(figure_cells.title(column))
                action.setCheckable(True)
                action.setChecked(column in self._columns)
                action.triggered.connect(lambda on, one=column: self._on_column(one, shown=on))
        menu.addSeparator()
        usual = menu.addAction(self.tr("恢复默认列"))
        usual.setEnabled(self._columns != USUAL)
        usual.triggered.connect(lambda: self.columns_changed.emit(USUAL))
        return menu

    def units_menu(self) -> QMenu:
        """Return a menu of the units that the rows can be shown in, those chosen ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        printed = menu.addAction(self.tr("全部按原文单位"))
        printed.setCheckable(True)
        printed.setChecked(not self._units)
        printed.triggered.connect(lambda: self.units_changed.emit({}))
        for dimension, units in self._offered.items():
            menu.addSeparator()
            group = QActionGroup(menu)
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
            for unit in units:
                action = QAction(self.spell(unit), menu)
                action.setCheckable(True)
                group.addAction(action)
                action.setChecked(self._units.get(dimension) == unit)
                action.triggered.connect(
                    lambda on, of=dimension, one=unit: self._on_unit(of, one if on else "")
                )
                menu.addAction(action)
        return menu

    def _open(self, button: QToolButton) -> None:
        menu = self.units_menu() if button is self._units_button else self.columns_menu()
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    # Inside

    def _on_column(self, column: Column, *, shown: bool) -> None:
        columns = {*self._columns, column} if shown else {*self._columns} - {column}
        self.columns_changed.emit(tuple(sorted(columns)))

    def _on_unit(self, dimension: str, unit: str) -> None:
        units = {name: one for name, one in self._units.items() if name != dimension}
        self.units_changed.emit({**units, dimension: unit} if unit else units)

    def _on_escaped(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.entered.emit()

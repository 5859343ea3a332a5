"""历年与地区对比: the same indicator in other bulletins, a row a printed figure."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QMouseEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bulletin import Kind
from desktop_app.domain.events import ComparedChosen, ComparedCopy
from desktop_app.itemmodels.comparison import Column, ComparisonModel
from desktop_app.itemmodels.painting import DENSE, SMALL, recolour, scaled
from desktop_app.services.appearance import LIGHT, Theme, theme
from desktop_app.services.scripts import Spell
from desktop_app.services.series import Comparison, Row

_MARGIN = 12
_ROW = 1.75
# So many rows say how wide columns are: to measure thousands takes long.
_MEASURED = 200
_WIDEST_EM = {Column.REMARKS: 18, Column.SOURCE: 24}


class ComparisonPane(QWidget):
    """A title, the rows, and what is to be known of them; or one sentence where there are none.

    Signals:
        row_chosen: the user clicked a row or pressed Enter on it (ComparedChosen).
        rows_selected: other rows are selected; carries nothing.
        copy_wanted: the user wants the selected rows, or a file of all (ComparedCopy).
    """

    row_chosen = Signal(object)
    rows_selected = Signal()
    copy_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ComparisonModel(self)
        self._title, self._note, self._empty = (QLabel(self) for _ in range(3))
        self.view = ComparisonView(self)
        self.view.setModel(self._model)
        self.view.setAccessibleName(self.tr("历年与地区对比"))
        self.setFocusProxy(self.view)
        self._colours = theme(LIGHT)
        self._lay_out()
        self.view.clicked_alone.connect(self._on_chosen)
        self.view.entered_row.connect(lambda index: self._on_chosen(index, enter=True))
        self.view.copied.connect(lambda: self.copy_wanted.emit(ComparedCopy()))
        self.view.selectionModel().selectionChanged.connect(lambda: self.rows_selected.emit())
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.say("")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (self._title, self._note, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._note)
        layout.addWidget(self._empty, 1)
        self.setAutoFillBackground(True)
        self._set_fonts()

    # What is shown

    def say(self, sentence: str) -> None:
        """Show one sentence in place of the rows."""
        self._model.set_rows((), lambda text: text)
        self._empty.setText(sentence)
        self._turn(rows=False)

    def show_comparison(self, comparison: Comparison, title: str, note: str, spell: Spell) -> None:
        """Show these rows under their title; none is selected."""
        self._model.set_rows(comparison.rows, spell)
        self._title.setText(title)
        self._note.setText(note)
        self._turn(rows=True)
        self._fit()

    def _turn(self, *, rows: bool) -> None:
        for widget in (self._title, self.view):
            widget.setVisible(rows)
        self._note.setVisible(rows and bool(self._note.text()))
        self._empty.setVisible(not rows)

    def sentence(self) -> str:
        """Return what is said in place of rows."""
        return self._empty.text() if not self._model.rows else ""

    def model(self) -> ComparisonModel:
        """Return the model of the rows."""
        return self._model

    # What is selected

    def select(self, *numbers: int) -> None:
        """Select the rows with these numbers, and bring the first of them into view."""
        at = [at for at, row in enumerate(self._model.rows) if row.number in numbers]
        if not at:
            return
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.view.selectionModel()
        chosen.setCurrentIndex(self._model.index(at[0], 0), flags.ClearAndSelect | flags.Rows)
        for row in at[1:]:
            chosen.select(self._model.index(row, 0), flags.Select | flags.Rows)
        self.view.scrollTo(self._model.index(at[0], 0))

    def selected_numbers(self) -> tuple[int, ...]:
        """Return the numbers of the rows that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self._model.rows[row].number for row in rows)

    def selected_rows(self) -> tuple[Row, ...]:
        """Return the selected rows from top to bottom; all of them where none is."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self._model.rows[row] for row in rows) or self._model.rows

    # Looks

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._colours = self._model.theme = colours
        role = QPalette.ColorRole
        for widget in (self, self._title):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.text})
        for widget in (self._note, self._empty):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.muted})
        self.view.setStyleSheet(_style(colours))
        self.view.viewport().update()

    def _set_fonts(self) -> None:
        dense = scaled(self.font(), DENSE)
        self._title.setFont(scaled(self.font(), 1.0, QFont.Weight.Bold))
        self._note.setFont(scaled(self.font(), SMALL))
        self.view.setFont(dense)
        self.view.horizontalHeader().setFont(dense)
        height = round(self.view.fontMetrics().height() * _ROW)
        self.view.verticalHeader().setDefaultSectionSize(height)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()

    def _fit(self) -> None:
        """Give each column what it needs; what nothing is said in is hidden."""
        rows, header = self._model.rows, self.view.horizontalHeader()
        kinds = {row.figure.kind for row in rows}
        for column in Column:
            said = any(self._model.text(row, column) for row in rows)
            # One unit of all is said once, in the title.
            once = column is Column.UNIT and len({row.figure.unit for row in rows}) == 1
            # A bare growth has no value: a dash in every row says nothing.
            none = column is Column.VALUE and kinds == {Kind.CHANGE_RATE}
            self.view.setColumnHidden(column, once or none or (bool(rows) and not said))
        self.view.resizeColumnsToContents()
        em = self.view.fontMetrics().height()
        for column, widest in _WIDEST_EM.items():
            if header.sectionSize(column) > widest * em:
                header.resizeSection(column, widest * em)

    # Input

    def _on_chosen(self, index: QModelIndex, *, enter: bool = False) -> None:
        self.row_chosen.emit(ComparedChosen(self._model.rows[index.row()].number, enter=enter))

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form, text in (
            ("copy", self.tr("复制所选行（含来源）")),
            ("xlsx", self.tr("对比表另存为 Excel 工作簿…")),
            ("csv", self.tr("对比表另存为 CSV…")),
        ):
            action = menu.addAction(text)
            action.triggered.connect(
                lambda _on, form=form: self.copy_wanted.emit(ComparedCopy(form))
            )
        return menu

    def _on_menu(self, place: QPoint) -> None:
        if self._model.rows:
            self.menu().popup(self.view.viewport().mapToGlobal(place))


class ComparisonView(QTableView):
    """The rows; arrow keys only move, so that no step opens another bulletin.

    Signals:
        clicked_alone: a row was clicked, and it alone is selected (its index).
        entered_row: Enter was pressed on a row (its index).
        copied: the user wants the selected rows; carries nothing.
    """

    clicked_alone = Signal(object)
    entered_row = Signal(object)
    copied = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_KeepsColours(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.horizontalHeader().setStretchLastSection(True)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C and Ctrl+Shift+C from the window: here they mean the selected rows."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_copy(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_copy(event):
            self.copied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        alone = len(self.selectionModel().selectedRows()) == 1
        if index.isValid() and plain and alone and event.button() is Qt.MouseButton.LeftButton:
            self.clicked_alone.emit(index)


class _KeepsColours(QStyledItemDelegate):
    """Paints the text of a selected row in the colours it has: red and green stay."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        palette = QPalette(option.palette)
        palette.setBrush(
            QPalette.ColorRole.HighlightedText, palette.brush(QPalette.ColorRole.Text)
        )
        option.palette = palette


def _is_copy(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with_source = event.key() == Qt.Key.Key_C and event.modifiers() == shifted
    return with_source or event.matches(QKeySequence.StandardKey.Copy)


def _style(colours: Theme) -> str:
    return (
        f"QTableView {{ background: {colours.page}; color: {colours.text}; border: none;"
        f" selection-background-color: {colours.accent_soft}; }}"
        f"QTableView::item {{ padding: 0 8px; border: none;"
        f" border-bottom: 1px solid {colours.border}; }}"
        f"QTableView::item:selected {{ background: {colours.accent_soft}; }}"
        f"QTableView::corner {{ background: {colours.page}; border: none; }}"
        f"QHeaderView {{ background: {colours.window}; border: none; }}"
        f"QHeaderView::section {{ background: {colours.window}; color: {colours.muted};"
        f" border: none; border-bottom: 1px solid {colours.border}; padding: 6px 8px 5px 11px; }}"
    )

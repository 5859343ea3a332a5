"""The rows of the figure table."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop_app.itemmodels.figure_delegate import PAD
from desktop_app.itemmodels.figure_table import FigureRole
from desktop_app.services.appearance import LIGHT, theme

_LEAST_ROWS = 3


class FigureView(QTableView):
    """A table of rows, chosen with the mouse or the keyboard; says so when it is empty.

    Signals:
        row_chosen: the user made this `Figure` the current one.
        row_entered: the user pressed Enter on this `Figure`, or clicked it twice.
        resized: the room for the cells changed, also by a scroll bar; carries nothing.
        escaped: Esc was pressed; carries nothing.
    """

    row_chosen = Signal(object)
    row_entered = Signal(object)
    resized = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.theme = theme(LIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        before = self.currentIndex()
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        elif self.currentIndex().row() != before.row():
            self._choose(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(
            self.viewport().rect().adjusted(PAD, PAD, -PAD, -PAD),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self.empty_text,
        )
        painter.end()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.selectionModel().isSelected(index):
            self.row_chosen.emit(index.data(FigureRole.FIGURE))

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid() and self.selectionModel().isSelected(index):
            self.row_entered.emit(index.data(FigureRole.FIGURE))


class WholeRows(QWidget):
    """Holds a table as high as some whole rows, so that the last one is never cut at rest."""

    def __init__(self, view: FigureView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._view = view
        view.setParent(self)
        view.resized.connect(self._fit)
        self.setSizePolicy(view.sizePolicy())

    def sizeHint(self) -> QSize:
        return self._view.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Leave room for some rows: a table of one is none to look through."""
        hint, view = self._view.minimumSizeHint(), self._view
        rows = _LEAST_ROWS * view.verticalHeader().defaultSectionSize()
        return QSize(hint.width(), view.horizontalHeader().sizeHint().height() + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # What is beside the rows: the header, a scroll bar.
        beside = self._view.height() - self._view.viewport().height()
        row = self._view.verticalHeader().defaultSectionSize()
        room = self.height() - beside
        rows = room - room % row if room > row else room
        fitting = QRect(0, 0, self.width(), beside + rows)
        if self._view.geometry() != fitting:
            self._view.setGeometry(fitting)

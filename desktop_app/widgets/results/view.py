"""The list of hits under its headings, and what keys and mouse do in it."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop_app.itemmodels.result_groups import GroupHeading
from desktop_app.itemmodels.results import ResultRole, ResultsModel

_FAR = 1_000_000


class HitView(QListView):
    """The list of results. Headings open and close their group, by click and by ← and →.

    Signals:
        moved: a key asks for the hit this many places on (int).
        entered_row: the user clicked a hit or pressed Enter (SearchHit).
        escaped: Esc was pressed.
    """

    moved = Signal(object)
    entered_row = Signal(object)
    escaped = Signal()

    def __init__(self, model: ResultsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._results = model
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        page = max(self.viewport().height() // max(self._row_height(), 1), 1)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_End: _FAR,
            Qt.Key.Key_Home: -_FAR,
        }
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        elif key == Qt.Key.Key_Left:
            self._close_group()
        elif key == Qt.Key.Key_Right:
            self._open_group()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _row_height(self) -> int:
        return self.visualRect(self.currentIndex()).height()

    def _heading_at(self, index: QModelIndex) -> GroupHeading | None:
        heading: GroupHeading | None = index.data(ResultRole.HEADING)
        return heading

    def _enter(self, index: QModelIndex) -> None:
        heading, hit = self._heading_at(index), index.data(ResultRole.HIT)
        if heading is not None:
            self._results.set_expanded(index.row(), expanded=not heading.expanded)
        elif hit is not None:
            self.entered_row.emit(hit)

    def _close_group(self) -> None:
        """Close the group of the current row, or go up from what is closed."""
        index = self.currentIndex()
        heading = self._heading_at(index)
        if heading is not None and heading.expanded:
            self._results.set_expanded(index.row(), expanded=False)
            return
        above = self._results.heading_row(index.row()) if index.isValid() else None
        if above is None:
            return
        self.setCurrentIndex(self._results.index(above))
        if heading is None:
            self._results.set_expanded(above, expanded=False)

    def _open_group(self) -> None:
        """Open the group of the current heading, or go down into what is open."""
        index = self.currentIndex()
        heading = self._heading_at(index)
        if heading is None:
            return
        if heading.expanded:
            self.setCurrentIndex(self._results.index(index.row() + 1))
        else:
            self._results.set_expanded(index.row(), expanded=True)

"""What is not needed to see the text is made after it has been seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterPaint(QObject):
    """Does a job once, as soon as a widget has been painted."""

    def __init__(self, widget: QWidget, job: Callable[[], None]) -> None:
        super().__init__(widget)
        self._job = job
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._job)
            self.deleteLater()
        return False

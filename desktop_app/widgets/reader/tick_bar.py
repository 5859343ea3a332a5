"""The scrollbar of the reader, with a tick for every match."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

_TICK_HEIGHT = 3


class TickBar(QScrollBar):
    """A scrollbar that shows where the matches are, and which of them is current."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ticks: tuple[float, ...] = ()
        self._current: float | None = None
        self._colours = QColor(), QColor()

    def set_colours(self, ticks: str, current: str) -> None:
        """Give the ticks their colour, and the current one its own."""
        self._colours = QColor(ticks), QColor(current)
        self.update()

    def set_ticks(self, ticks: Sequence[float], current: float | None) -> None:
        """Mark these places, as parts (0 to 1) of the whole text."""
        self._ticks, self._current = tuple(ticks), current
        self.update()

    def ticks(self) -> tuple[float, ...]:
        """Return the places that are marked."""
        return self._ticks

    def paintEvent(self, event: QPaintEvent) -> None:
        # A bar that cannot move would be one long handle.
        if self.maximum() > self.minimum():
            super().paintEvent(event)
        if not self._ticks:
            return
        painter = QPainter(self)
        room, (colour, current) = self.height() - _TICK_HEIGHT, self._colours
        for y in {round(tick * room) for tick in self._ticks}:
            painter.fillRect(2, y, self.width() - 4, _TICK_HEIGHT, colour)
        if self._current is not None:
            y = round(self._current * room)
            painter.fillRect(0, y - 1, self.width(), _TICK_HEIGHT + 2, current)

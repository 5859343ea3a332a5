"""The line one types a query in, and the small drawings beside it."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from desktop_app.itemmodels.typed_line import TypedLine

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STAR_PX = 16


class Glass(QWidget):
    """A small magnifier, drawn, since not every font has one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(18, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 1.6))
        painter.drawEllipse(QRectF(3, 3, 8, 8))
        painter.drawLine(QPointF(10, 10), QPointF(14.5, 14.5))


def star_icon(colour: str, *, filled: bool) -> QIcon:
    """Return a star of five points: filled for what is saved."""
    scale = 3
    pixmap = QPixmap(_STAR_PX * scale, _STAR_PX * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.2))
    if filled:
        painter.setBrush(QColor(colour))
    middle = _STAR_PX / 2
    points = []
    for number in range(10):
        radius, angle = (6.8, 2.9)[number % 2], pi / 5 * number - pi / 2
        points.append(QPointF(middle + radius * cos(angle), middle + 0.5 + radius * sin(angle)))
    painter.drawPolygon(QPolygonF(points))
    painter.end()
    return QIcon(pixmap)


class SearchLine(TypedLine):
    """The line of the search box: ↓ and ↑ step.

    Signals:
        focused: focus came or went (bool).
    """

    focused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setMinimumWidth(80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

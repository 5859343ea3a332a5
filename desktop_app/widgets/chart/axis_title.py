"""The title of a chart's axis."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.itemmodels.charts.axis import Axis
from desktop_app.widgets.chart.layout import MARGIN


class AxisTitle(QWidget):
    """The title of the axis, centred over zero; it stays in view when the bars scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = ""
        self._text = ""
        self._zero_px = 0.0

    def sizeHint(self) -> QSize:
        return QSize(0, round(QFontMetricsF(self.font()).height() * 1.4))

    def text(self) -> str:
        """Return what the axis is called."""
        return self._text

    def set_text(self, text: str) -> None:
        """Call the axis this."""
        self._text = text
        self.update()

    def set_axis(self, axis: Axis) -> None:
        """Go along with the place of zero."""
        self._zero_px = axis.zero_px
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = QFontMetricsF(self.font()).horizontalAdvance(self._text)
        most = max(self.width() - MARGIN - width, MARGIN)
        left = min(max(self._zero_px - width / 2, MARGIN), most)
        painter = QPainter(self)
        painter.setPen(QColor(self.colour))
        rect = QRectF(left, 0, width + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

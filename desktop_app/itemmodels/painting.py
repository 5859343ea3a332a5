"""Small things several delegates paint alike: pills with a number or a word, scaled fonts."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

SMALL = 0.86
DENSE = 0.93
_PAD = 0.6


@dataclass(frozen=True, slots=True)
class Pill:
    """A rounded label: its text, colours as `#rrggbb`, and how round (1 is a half circle)."""

    text: str
    background: str
    colour: str
    roundness: float = 1.0


def scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """Return `font` at `factor` of its size, whether it is set in points or in pixels."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(1, round(font.pixelSize() * factor)))
    else:
        result.setPointSizeF(max(1.0, font.pointSizeF() * factor))
    if weight is not None:
        result.setWeight(weight)
    return result


def pill_width(text: str, font: QFont) -> float:
    """Return the width in pixels of a pill that holds `text` in `font`."""
    metrics = QFontMetricsF(font)
    return max(metrics.horizontalAdvance(text) + metrics.height() * _PAD, metrics.height() * 1.4)


def paint_pill(painter: QPainter, right: QPointF, pill: Pill, font: QFont) -> QRectF:
    """Paint `pill` so that it ends at `right` (middle of its right rim); return where it is."""
    metrics = QFontMetricsF(font)
    height = metrics.height() + 2
    width = pill_width(pill.text, font)
    rect = QRectF(right.x() - width, right.y() - height / 2, width, height)
    radius = height / 2 * pill.roundness
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pill.background))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setFont(font)
    painter.setPen(QColor(pill.colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, pill.text)
    painter.restore()
    return rect

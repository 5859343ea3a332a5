"""The chart as a picture: the parts of the pane one below the other, just as they are painted."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtWidgets import QWidget

_RIM = 8
_FEWEST_PIXELS = 2.0


class Part(Struct, frozen=True):
    """A widget of the pane, and how far it stands from the pane's left rim in pixels."""

    widget: QWidget
    left_px: int


def size_of(parts: Sequence[Part]) -> QSize:
    """Return the size of the picture in device-independent pixels."""
    width = max((2 * part.left_px + part.widget.width() for part in parts), default=1)
    return QSize(width, sum(part.widget.height() for part in parts) + 2 * _RIM)


def paint(painter: QPainter, parts: Sequence[Part], ground: str) -> None:
    """Paint the parts from top to bottom on a ground of one colour."""
    painter.fillRect(QRect(QPoint(0, 0), size_of(parts)), QColor(ground))
    top = _RIM
    for part in parts:
        place = QPoint(part.left_px, top)
        part.widget.render(painter, place, QRegion(), QWidget.RenderFlag.DrawChildren)
        top += part.widget.height()


def image(parts: Sequence[Part], ground: str, ratio: float) -> QImage:
    """Return the picture in pixels, `ratio` of them to a device-independent one."""
    result = QImage(size_of(parts) * ratio, QImage.Format.Format_RGB32)
    result.setDevicePixelRatio(ratio)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint(painter, parts, ground)
    painter.end()
    return result


def png(parts: Sequence[Part], ground: str, ratio: float) -> bytes:
    """Return the picture as PNG, at least twice as fine as it is large: crisp in print."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(
        image(parts, ground, max(ratio, _FEWEST_PIXELS))
    )
    buffer.close()
    return bytes(data.data())


def svg(parts: Sequence[Part], ground: str, title: str) -> bytes:
    """Return the picture as SVG, its texts as text."""
    # Only who saves a drawing needs Qt's SVG module.
    from PySide6.QtSvg import QSvgGenerator

    data = QByteArray()
    buffer = QBuffer(data)
    size = size_of(parts)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(0, 0), size))
    generator.setTitle(title)
    painter = QPainter(generator)
    paint(painter, parts, ground)
    painter.end()
    return bytes(data.data())

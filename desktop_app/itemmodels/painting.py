"""Small things that several delegates and panes do alike: pills, scaled fonts, offsets of Qt."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

SMALL = 0.86
DENSE = 0.93
_PAD = 0.6
_VIEWPORT = "qt_scrollarea_viewport"


class Pill(Struct, frozen=True):
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


def recolour(widget: QWidget, colours: Mapping[QPalette.ColorRole, str]) -> None:
    """Give a widget colours of its own that a style sheet on the window does not undo.

    WORKAROUND: a style sheet resets the palette of a widget when it polishes it, which is when
    the widget is first shown; so it is polished before.
    """
    widget.ensurePolished()
    palette = QPalette(widget.palette())
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    widget.setPalette(palette)


def recolour_view(view: QAbstractScrollArea, ground: str, text: str) -> None:
    """Give a view and its viewport their ground and text colour."""
    role = QPalette.ColorRole
    # The style would fill a selected row with a block of its own; the delegates paint selections.
    clear = QColor(Qt.GlobalColor.transparent).name(QColor.NameFormat.HexArgb)
    colours = {role.Base: ground, role.Window: ground, role.Text: text, role.Highlight: clear}
    for widget in (view, view.viewport()):
        recolour(widget, colours)


def viewport_of(view: QAbstractScrollArea) -> QWidget:
    """Return the viewport of `view`; whoever makes a view for the first sight keeps what it gets.

    WORKAROUND: a widget that Qt made can be of any class for all that PySide knows, so that the
    first one it is handed has it make every widget class there is, dialogs and all: a twentieth
    of the time to the first paint. Looked for as a plain widget, it is one, and as long as that
    is kept, `viewport` returns it too.
    """
    return view.findChild(QWidget, _VIEWPORT) or view.viewport()


def units(text: str, position: int) -> int:
    """Return a code point offset as an offset in UTF-16 units, which Qt's layouts count in."""
    return position + sum(char > "\uffff" for char in text[:position])


def points(text: str, position: int) -> int:
    """Return an offset in UTF-16 units as a code point offset."""
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))

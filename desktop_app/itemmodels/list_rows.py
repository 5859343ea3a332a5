"""What the rows of the lists at the left share: headings with a count, a band for the chosen."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.itemmodels.painting import (
    DENSE,
    SMALL,
    Pill,
    paint_pill,
    pill_width,
    scaled,
)
from desktop_app.itemmodels.text_lines import line_height
from desktop_app.services.appearance import Theme

PAD, GAP = 12, 6
"""What is left free at the rims of a list's rows, and between what stands in them, in pixels."""
_LINES = 1.75


class HeadingLook(Struct, frozen=True):
    """How a heading stands out: `main` ones above those of their parts."""

    colour: str
    weight: QFont.Weight = QFont.Weight.Bold
    size: float = 1.0


def main_heading(colour: str) -> HeadingLook:
    """Return the look of a heading that nothing is above of."""
    return HeadingLook(colour)


def part_heading(colour: str) -> HeadingLook:
    """Return the look of a heading below another one."""
    return HeadingLook(colour, QFont.Weight.Medium, DENSE)


def heading_size(font: QFont) -> QSize:
    """Return the size of a heading in a list that is set in `font`."""
    return QSize(0, round(line_height(font) * _LINES))


def paint_heading(
    painter: QPainter,
    option: QStyleOptionViewItem,
    text: str,
    count: int,
    look: HeadingLook,
    theme: Theme,
) -> None:
    """Paint a heading and its count, elided where they have no room for all of it."""
    rect = QRectF(option.rect).adjusted(PAD, 4, -PAD, 0)
    small = scaled(option.font, SMALL)
    pill = Pill(str(count), theme.badge, theme.badge_text)
    paint_pill(painter, QPointF(rect.right(), rect.center().y()), pill, small)
    rect.setRight(rect.right() - pill_width(pill.text, small) - GAP)
    font = scaled(option.font, look.size, look.weight)
    painter.setFont(font)
    painter.setPen(QColor(look.colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_band(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of a row that is selected."""
    if option.state & QStyle.StateFlag.State_Selected:
        band = QRectF(option.rect).adjusted(PAD / 2, 1, -PAD / 2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft))
        painter.drawRoundedRect(band, 5, 5)

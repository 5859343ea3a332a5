"""Text broken into the lines of a narrow column, for delegates whose rows differ in height."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop_app.itemmodels.painting import points

_LEADING = 1.15
# Nobody reads more of a paragraph in a list; to break a whole book would take seconds.
_LONGEST = 4000
# A text that is wider than a line takes two, whatever is in it.
_PLAIN = 2
# A list is painted again and again with the same lines.
_MOST_KNOWN = 8192
_known: dict[tuple[str, str, int, int], tuple[str, ...]] = {}


def line_height(font: QFont) -> float:
    """Return the height of a line in pixels."""
    return QFontMetricsF(font).height() * _LEADING


def broken(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """Return at most `most` lines no wider than `width` pixels, the last one elided."""
    text = text[:_LONGEST]
    key = (text, font.key(), round(width), most)
    lines = _known.get(key)
    if lines is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        lines = _known[key] = _broken(text, font, round(width), most)
    return lines


def count(text: str, font: QFont, width: float, most: int) -> int:
    """Return how many lines `broken` returns, without breaking where that is plain."""
    if "\n" not in text[:_LONGEST]:
        if QFontMetricsF(font).horizontalAdvance(text[:_LONGEST]) <= width:
            return 1
        if most <= _PLAIN:
            return most
    return len(broken(text, font, width, most))


def _broken(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    lines: list[str] = []
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(paragraphs):
        rest = paragraph
        for line in _lines(paragraph, font, width, most - len(lines)):
            lines.append(line)
            rest = rest[len(line) :]
        if len(lines) == most and (rest or number + 1 < len(paragraphs)):
            lines[-1] = _elided(lines[-1] + (rest or "…"), font, width)
            break
    return tuple(line.rstrip() for line in lines)


def _lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start = points(text, line.textStart())
        lines.append(text[start : points(text, line.textStart() + line.textLength())])
    layout.endLayout()
    return lines or [""][:most]


def _elided(text: str, font: QFont, width: int) -> str:
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width and text.endswith("…"):
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def draw(painter: QPainter, top_left: QPointF, lines: tuple[str, ...], font: QFont) -> float:
    """Draw lines with the painter's pen; return the height in pixels that they take."""
    height = line_height(font)
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    for number, line in enumerate(lines):
        rect = QRectF(top_left.x(), top_left.y() + number * height, 100_000, height)
        painter.drawText(rect, flags, line)
    return len(lines) * height

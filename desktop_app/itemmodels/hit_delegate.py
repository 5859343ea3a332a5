"""How search results are painted: headings with counts, two lines of text with marks."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.domain.search import SearchHit
from desktop_app.itemmodels.list_rows import paint_band
from desktop_app.itemmodels.painting import (
    SMALL,
    Pill,
    paint_pill,
    pill_width,
    points,
    scaled,
    units,
)
from desktop_app.itemmodels.result_groups import GroupHeading
from desktop_app.itemmodels.results import ResultRole
from desktop_app.services.appearance import LIGHT, theme

AnyIndex = QModelIndex | QPersistentModelIndex
LINES = 2
_PAD = 12
_GAP = 6
_INDENT = 12
_HEADING_LINES = 1.6
_ELLIPSIS = "…"
_BREAKS = str.maketrans("\n\r\t\u2028\u2029", "     ")


class Excerpt(Struct, frozen=True):
    """Text for a few lines and the stretches of it that are marked, as (start, end)."""

    text: str
    marks: tuple[tuple[int, int], ...]


def shift(excerpt: Excerpt, start: int) -> Excerpt:
    """Return the excerpt from `start` on, with an ellipsis in place of what went."""
    if start <= 0:
        return excerpt
    moved = [(max(a - start, 0) + 1, b - start + 1) for a, b in excerpt.marks if b > start]
    return Excerpt(_ELLIPSIS + excerpt.text[start:], tuple(moved))


def cut(excerpt: Excerpt, end: int) -> Excerpt:
    """Return the excerpt up to `end`, with an ellipsis in place of the rest."""
    if end >= len(excerpt.text):
        return excerpt
    kept = [(a, min(b, end)) for a, b in excerpt.marks if a < end]
    return Excerpt(excerpt.text[:end] + _ELLIPSIS, tuple(kept))


def fit(excerpt: Excerpt, font: QFont, width: float) -> Excerpt:
    """Return what of an excerpt fits into two lines of `width` pixels with its first mark."""
    lines = _line_ends(excerpt.text, font, width)
    if len(lines) <= LINES:
        return excerpt
    first = excerpt.marks[0] if excerpt.marks else (0, 0)
    if first[1] >= lines[LINES - 1]:
        # The first mark would fall off: start shortly before it.
        excerpt = shift(excerpt, max(0, first[0] - (lines[0] // 2)))
        lines = _line_ends(excerpt.text, font, width)
    if len(lines) <= LINES:
        return excerpt
    end = lines[LINES - 1] - 1
    # The ellipsis may take the word before it to a third line with it.
    while end > 1 and len(_line_ends(cut(excerpt, end).text, font, width)) > LINES:
        end -= 1
    return cut(excerpt, end)


def _line_ends(text: str, font: QFont, width: float) -> list[int]:
    """Return where each line ends, in code points; what is too long has one line too many."""
    layout = _layout(text, font, width)
    starts = [layout.lineAt(at).textStart() for at in range(1, layout.lineCount())]
    return [points(text, start) for start in starts] + [len(text)]


def _layout(
    text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = _line_height(font)
    # Most texts are much longer than what is shown of them.
    for number in range(LINES + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, number * height))
    layout.endLayout()
    return layout


def _line_height(font: QFont) -> float:
    return QFontMetricsF(font).height() * 1.08


class HitDelegate(QStyledItemDelegate):
    """Paints results in the colours of `theme`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme(LIGHT)

    def heading_height(self, font: QFont) -> int:
        """Return how many pixels a heading takes."""
        return round(_line_height(font) * _HEADING_LINES)

    def hit_height(self, font: QFont, *, by_name: bool = False) -> int:
        """Return how many pixels a hit takes; `by_name` with a line that says by which name."""
        lines = LINES + SMALL if by_name else LINES
        return round(_line_height(font) * lines + 2 * _GAP)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        if index.data(ResultRole.HEADING) is not None:
            return QSize(0, self.heading_height(option.font))
        by_name = bool(index.data(ResultRole.BY_NAME))
        return QSize(0, self.hit_height(option.font, by_name=by_name))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        heading: GroupHeading | None = index.data(ResultRole.HEADING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_band(painter, option, self.theme)
        if heading is not None:
            self._paint_heading(painter, option, heading)
        else:
            hit, by_name = index.data(ResultRole.HIT), index.data(ResultRole.BY_NAME)
            self._paint_hit(painter, option, hit, by_name)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: GroupHeading
    ) -> None:
        rect = QRectF(option.rect).adjusted(_PAD + heading.depth * _INDENT, 0, -_PAD, 0)
        self._paint_triangle(painter, rect, option, expanded=heading.expanded)
        rect.setLeft(rect.left() + _INDENT + 2)
        small = scaled(option.font, SMALL)
        if heading.count is not None:
            # Over the list stand places as well: a bare number would be taken for these.
            count = QCoreApplication.translate("HitDelegate", "{n} 段").format(n=heading.count)
            pill = Pill(count, self.theme.hit_badge, self.theme.hit_badge_text)
            if heading.is_bulletin:
                pill = Pill(count, self.theme.badge, self.theme.badge_text)
            paint_pill(painter, QPointF(rect.right(), rect.center().y()), pill, small)
            rect.setRight(rect.right() - pill_width(count, small) - _GAP)
        font = scaled(option.font, 1.0, QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text if heading.is_bulletin else self.theme.heading))
        text = QFontMetricsF(font).elidedText(
            heading.text, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_triangle(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, expanded: bool
    ) -> None:
        size = QFontMetricsF(option.font).height() * 0.22
        middle = QPointF(rect.left() + _INDENT / 2 - 2, rect.center().y())
        shape = [(-size * 0.7, -size), (size * 0.8, 0.0), (-size * 0.7, size)]
        if expanded:
            shape = [(-size, -size * 0.7), (size, -size * 0.7), (0.0, size * 0.8)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.muted))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in shape]))

    def _paint_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, hit: SearchHit, by_name: str
    ) -> None:
        rect = QRectF(option.rect).adjusted(_PAD, _GAP, -_PAD, -_GAP)
        whole = Excerpt(hit.snippet.translate(_BREAKS), hit.marks)
        excerpt = fit(whole, option.font, rect.width())
        marks = [self._mark(excerpt.text, mark) for mark in excerpt.marks]
        layout = _layout(excerpt.text, option.font, rect.width(), marks)
        painter.setPen(QColor(self.theme.text))
        layout.draw(painter, rect.topLeft())
        if by_name:
            small = scaled(option.font, SMALL)
            painter.setFont(small)
            painter.setPen(QColor(self.theme.muted))
            by_name = QFontMetricsF(small).elidedText(
                by_name, Qt.TextElideMode.ElideRight, rect.width()
            )
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, bottom, by_name)

    def _mark(self, text: str, mark: tuple[int, int]) -> QTextLayout.FormatRange:
        formats = QTextLayout.FormatRange()
        start, end = units(text, mark[0]), units(text, mark[1])
        formats.start, formats.length = start, end - start
        marked = QTextCharFormat()
        marked.setBackground(QBrush(QColor(self.theme.match)))
        marked.setForeground(QBrush(QColor(self.theme.match_text)))
        formats.format = marked
        return formats

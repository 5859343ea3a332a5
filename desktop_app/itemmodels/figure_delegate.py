"""How a figure's cells are painted: growth in red and green with its mark, doubt in amber."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.domain.bulletin import Figure
from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.figure_table import Column, FigureRole
from desktop_app.itemmodels.painting import SMALL, Pill, paint_pill, pill_width, scaled
from desktop_app.services.appearance import LIGHT, theme

AnyIndex = QModelIndex | QPersistentModelIndex
PAD = 8
_GAP = 5
_ROUNDNESS = 0.35


class FigureDelegate(QStyledItemDelegate):
    """Paints the figure table in the colours of `theme`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme(LIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self.cell_width(index, option.font), row_height(option.font))

    def cell_width(self, index: AnyIndex, font: QFont, *, bare: bool = False) -> int:
        """Return the width in pixels that shows a cell whole, or with `bare` all but its mark."""
        width = _advance(index.data(), font) + 2 * PAD
        pill = None if bare else self._pill(index)
        if pill is not None:
            width += pill_width(pill.text, scaled(font, SMALL)) + _GAP
        return round(width + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        figure: Figure = index.data(FigureRole.FIGURE)
        painter.save()
        self._paint_ground(painter, option, figure)
        rect = QRectF(option.rect).adjusted(PAD, 0, -PAD, -1)
        if index.column() == Column.CHANGE:
            self._paint_change(painter, option, index, rect)
        else:
            self._paint_text(painter, option, index, rect)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, figure: Figure
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme.accent_soft))
        elif figure.doubtful:
            painter.fillRect(option.rect, QColor(self.theme.doubtful))
        painter.setPen(QColor(self.theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, rect: QRectF
    ) -> None:
        pill = self._pill(index)
        if pill is not None:
            small = scaled(option.font, SMALL)
            paint_pill(painter, QPointF(rect.right(), rect.center().y()), pill, small)
            rect = rect.adjusted(0, 0, -pill_width(pill.text, small) - _GAP, 0)
        font = QFont(option.font)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        text = QFontMetricsF(font).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, index.data(Qt.ItemDataRole.TextAlignmentRole), text)

    def _paint_change(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, rect: QRectF
    ) -> None:
        text: str = index.data()
        figure: Figure = index.data(FigureRole.FIGURE)
        colours = {1: self.theme.up, -1: self.theme.down, 0: self.theme.text}
        painter.setFont(option.font)
        painter.setPen(QColor(colours[figure_text.direction(figure)]))
        painter.drawText(rect, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
        pill = self._pill(index)
        if pill is None:
            return
        right = rect.right() - _advance(text, option.font) - _GAP
        small = scaled(option.font, SMALL)
        room = right - rect.left() - (pill_width(pill.text, small) - _advance(pill.text, small))
        if room < _advance(pill.text[:2], small):
            return
        mark = QFontMetricsF(small).elidedText(pill.text, Qt.TextElideMode.ElideRight, room)
        pill = Pill(mark, pill.background, pill.colour, pill.roundness)
        paint_pill(painter, QPointF(right, rect.center().y()), pill, small)

    def _pill(self, index: AnyIndex) -> Pill | None:
        figure: Figure = index.data(FigureRole.FIGURE)
        if index.column() == Column.INDICATOR and figure.doubtful:
            colours = self.theme.hit_badge, self.theme.hit_badge_text
            return Pill(self.tr("存疑"), *colours, _ROUNDNESS)
        mark = figure_text.base_mark(figure) if index.column() == Column.CHANGE else ""
        if not mark:
            return None
        return Pill(mark, self.theme.badge, self.theme.badge_text, _ROUNDNESS)


def _advance(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def row_height(font: QFont) -> int:
    """Return the height in pixels of a row in `font`."""
    return round(QFontMetricsF(font).height() * 1.5)

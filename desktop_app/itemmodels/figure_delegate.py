"""How a figure's cells are painted: growth in red and green, marks as pills, doubt in amber."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.domain.bulletin import Figure
from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.figure_cells import NUMBERS, Column
from desktop_app.itemmodels.figure_table import FigureRole
from desktop_app.itemmodels.painting import SMALL, Pill, paint_pill, pill_width, scaled
from desktop_app.services import scripts
from desktop_app.services.appearance import LIGHT, theme

AnyIndex = QModelIndex | QPersistentModelIndex
PAD = 8
_GAP = 5
_ROUNDNESS = 0.35


class FigureDelegate(QStyledItemDelegate):
    """Paints the figure table in the colours of `theme`, its marks as `spell` writes them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme(LIGHT)
        self.spell: scripts.Spell = scripts.as_is

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        mark = self._mark_at(index)
        width = self.cell_width(index.data(), mark, option.font)
        return QSize(round(width), row_height(option.font))

    def cell_width(self, text: str, mark: str, font: QFont) -> float:
        """Return the width in pixels that shows a cell whole."""
        beside = pill_width(mark, scaled(font, SMALL)) + _GAP if mark else 0
        return _advance(text, font) + beside + 2 * PAD + 1

    def mark(self, figure: Figure, column: int, *, converted: bool = False) -> str:
        """Return the word in a pill beside a cell's text, if it has one."""
        if column == Column.INDICATOR and figure.doubtful:
            return self.tr("存疑")
        if column == Column.VALUE and converted:
            return self.tr("换算")
        return self.spell(figure_text.base_mark(figure)) if column == Column.CHANGE else ""

    def _mark_at(self, index: AnyIndex) -> str:
        figure: Figure = index.data(FigureRole.FIGURE)
        converted: bool = index.data(FigureRole.CONVERTED)
        return self.mark(figure, index.column(), converted=converted)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        figure: Figure = index.data(FigureRole.FIGURE)
        painter.save()
        self._paint_ground(painter, option, figure)
        rect = QRectF(option.rect).adjusted(PAD, 0, -PAD, -1)
        if index.column() in NUMBERS:
            self._paint_number(painter, option, index, rect)
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

    def _paint_number(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, rect: QRectF
    ) -> None:
        text = QFontMetricsF(option.font).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, rect.width() + 1
        )
        figure: Figure = index.data(FigureRole.FIGURE)
        colours = {1: self.theme.up, -1: self.theme.down, 0: self.theme.text}
        towards = figure_text.direction(figure) if index.column() == Column.CHANGE else 0
        painter.setFont(option.font)
        painter.setPen(QColor(colours[towards]))
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
        mark = self._mark_at(index)
        if not mark:
            return None
        if index.column() == Column.INDICATOR:
            return Pill(mark, self.theme.hit_badge, self.theme.hit_badge_text, _ROUNDNESS)
        return Pill(mark, self.theme.badge, self.theme.badge_text, _ROUNDNESS)


def _advance(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def row_height(font: QFont) -> int:
    """Return the height in pixels of a row in `font`."""
    return round(QFontMetricsF(font).height() * 1.5)

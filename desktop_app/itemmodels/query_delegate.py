"""How queries to choose from are painted: the query, a quiet note, a cross that takes it out."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.itemmodels.painting import SMALL, scaled
from desktop_app.itemmodels.queries import QueryKind, QueryRole, QueryRow
from desktop_app.services.appearance import LIGHT, theme

AnyIndex = QModelIndex | QPersistentModelIndex
_PAD = 12
_GAP = 10
_CROSS = 7.0
_WIDTH = 22.0


class QueryDelegate(QStyledItemDelegate):
    """Paints the rows of a QueriesModel in the colours of `theme`."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme(LIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del index
        return QSize(0, round(QFontMetricsF(option.font).height() * 1.7))

    def cross_rect(self, rect: QRectF) -> QRectF:
        """Return where the cross of a row is that lies at `rect`."""
        return QRectF(rect.right() - _PAD / 2 - _WIDTH, rect.top(), _WIDTH, rect.height())

    def is_on_cross(self, event: QMouseEvent | QEvent, rect: QRectF) -> bool:
        """Whether the mouse is on the cross of the row at `rect`."""
        return isinstance(event, QMouseEvent) and self.cross_rect(rect).contains(event.position())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: QueryRow = index.data(QueryRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        state = option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if row.kind is QueryKind.HEADING:
            self._paint_heading(painter, option, rect, row)
        else:
            if selected or hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.theme.accent_soft if selected else self.theme.badge))
                painter.drawRoundedRect(rect.adjusted(_PAD / 2, 1, -_PAD / 2, -1), 5, 5)
            if row.can_be_dropped and (selected or hovered):
                self._paint_cross(painter, self.cross_rect(rect).center())
            self._paint_query(painter, option, rect, row)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, row: QueryRow
    ) -> None:
        painter.setFont(scaled(option.font, SMALL, QFont.Weight.Medium))
        painter.setPen(QColor(self.theme.muted))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(_PAD, 0, -_PAD, -3), flags, row.text)

    def _paint_query(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, row: QueryRow
    ) -> None:
        inner = rect.adjusted(_PAD, 0, -_PAD - (_WIDTH if row.can_be_dropped else 0), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if row.note:
            small = scaled(option.font, SMALL)
            painter.setFont(small)
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, row.note)
            inner.setRight(inner.right() - QFontMetricsF(small).horizontalAdvance(row.note) - _GAP)
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.text))
        text = QFontMetricsF(option.font).elidedText(
            row.text, Qt.TextElideMode.ElideRight, max(inner.width(), 0.0)
        )
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_cross(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QPen(QColor(self.theme.muted), 1.4))
        arm = _CROSS / 2
        for down in (arm, -arm):
            painter.drawLine(middle + QPointF(-arm, -down), middle + QPointF(arm, down))

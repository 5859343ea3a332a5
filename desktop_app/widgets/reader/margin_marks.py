"""Marks in the margin beside the text that the user bookmarked; a note is told on hovering."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QToolTip

from desktop_app.domain.reading_events import BookmarkChosen, MarginMark
from desktop_app.services.appearance import LIGHT, Theme, theme

if TYPE_CHECKING:
    from desktop_app.widgets.reader.document import ReaderDocument
    from desktop_app.widgets.reader.view import ReaderView

_WIDTH, _HEIGHT = 9, 13
_GAP = 7
# A click need not hit the mark itself.
_REACH = 4
# So many characters are looked through behind the beginning of the last line in sight.
_LONGEST_LINE = 200


class MarginMarks(QObject):
    """A ribbon for each place; one with a note has two lines on it. Painted by the view.

    Signals:
        chosen: the user clicked a mark (BookmarkChosen).
    """

    chosen = Signal(object)

    def __init__(self, view: "ReaderView") -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme(LIGHT)
        self._text: ReaderDocument | None = None
        self._marks: tuple[MarginMark, ...] = ()
        self._starts: list[int] = []
        view.viewport().installEventFilter(self)

    def set_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._theme = colours

    def set_text(self, text: "ReaderDocument | None") -> None:
        """Stand beside the same places in another text."""
        self._text = text
        self._view.viewport().update()

    def set_marks(self, marks: Sequence[MarginMark]) -> None:
        """Stand beside these places."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.span))
        self._starts = [mark.span[0] for mark in self._marks]
        self._view.viewport().update()

    def marks(self) -> tuple[MarginMark, ...]:
        """Return what is marked, in the order of the text."""
        return self._marks

    def paint(self) -> None:
        """Paint the marks that are in sight."""
        marks = self._in_sight()
        if not marks:
            return
        painter = QPainter(self._view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Of several beside one line, one that has a note is the one that shows.
        shown = {rect.top(): (rect, mark) for rect, mark in marks if not mark.note}
        shown |= {rect.top(): (rect, mark) for rect, mark in marks if mark.note}
        for rect, mark in shown.values():
            self._paint_ribbon(painter, rect, noted=bool(mark.note))
        painter.end()

    def _paint_ribbon(self, painter: QPainter, rect: QRect, *, noted: bool) -> None:
        left, right = rect.left(), rect.left() + rect.width()
        top, bottom = rect.top(), rect.top() + rect.height()
        middle = (left + right) / 2
        corners = [
            (left, top),
            (right, top),
            (right, bottom),
            (middle, bottom - 4),
            (left, bottom),
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        if noted:
            painter.setPen(QColor(self._theme.page))
            for y in (top + 3, top + 6):
                painter.drawLine(left + 2, y, right - 3, y)

    def _in_sight(self) -> list[tuple[QRect, MarginMark]]:
        """Return the marks in sight and where they are; the rest of the text is left alone."""
        view, text = self._view, self._text
        if text is None or not self._marks:
            return []
        top, bottom = view.position_at(0), view.position_at(view.viewport().height())
        first = bisect_left(self._starts, text.to_reading(top))
        last = bisect_right(self._starts, text.to_reading(bottom + _LONGEST_LINE))
        scrolled = view.verticalScrollBar().value()
        left = view.column_left() - _GAP - _WIDTH - view.horizontalScrollBar().value()
        found = []
        for mark in self._marks[first:last]:
            position = text.to_document(mark.span[0])
            line = view.line_height(position)
            y = view.line_top(position) - scrolled + max(line - _HEIGHT, 0) // 2
            found.append((QRect(left, y, _WIDTH, _HEIGHT), mark))
        return found

    def _under(self, point: QPoint) -> list[MarginMark]:
        """Return the marks under a point of the viewport."""
        if not self._marks or point.x() >= self._view.column_left():
            return []
        reach = (-_REACH, -_REACH, _REACH, _REACH)
        return [mark for rect, mark in self._in_sight() if rect.adjusted(*reach).contains(point)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            marks = self._under(event.pos())
            if marks:
                notes = [mark.note or self.tr("书签") for mark in marks]
                QToolTip.showText(event.globalPos(), "\n".join(dict.fromkeys(notes)), self._view)
                return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            marks = self._under(event.position().toPoint())
            if marks and event.button() == Qt.MouseButton.LeftButton:
                noted = [mark for mark in marks if mark.note]
                self.chosen.emit(BookmarkChosen((noted or marks)[0].bookmark_id))
                return True
        return super().eventFilter(watched, event)

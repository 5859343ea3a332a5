"""A text in one centred column, and where its places stand on the page."""

from bisect import bisect_left

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit, QWidget

from desktop_app.itemmodels.painting import viewport_of

_LEAST_MARGIN = 24
_MARGIN_PART = 0.06
# A text is laid out again up to what is in sight, and the lines of all of it are given up: that
# costs a part of making them. More characters than these would be felt at every step while a rim
# of the window is dragged.
_LAID_UNFELT, _GIVEN_UP_PART = 60_000, 0.2
_SETTLE_MS = 120
# A view that has no size yet gets some.
_FEWEST_LINES = 20
_ROUNDING_PX = 2


class ColumnView(QTextEdit):
    """Read-only text in a centred column.

    Signals:
        column_moved: the left rim of the column is elsewhere (int, pixels).
        resized: the text is laid out anew for another width or height.
    """

    column_moved = Signal(object)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewport = viewport_of(self)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.resizing = False
        self._column_px = 0
        self._own: QTextDocument | None = None
        self._laid_for = QSize()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        self.horizontalScrollBar().rangeChanged.connect(self._on_range_changed)

    # -- the column

    def set_text(self, document: QTextDocument, column_px: int) -> None:
        """Show `document` in a column at most `column_px` wide."""
        self._settling.stop()
        self._column_px = column_px
        self.column_moved.emit(self.column_left())
        document.setParent(self)
        self._set_margins(document)
        self.setDocument(document)
        if self._own is not None:
            self._own.deleteLater()
        self._own = document

    def column_left(self) -> int:
        """Return the left rim of the column in the viewport, in pixels."""
        width = self.viewport().width()
        return max(_LEAST_MARGIN, round(width * _MARGIN_PART), (width - self._column_px) // 2)

    def characters_seen(self, px: int, column_px: int) -> int:
        """Return how many characters a body of `px` fills the view with at most: set solid."""
        size = self.viewport().size()
        in_line = max(min(column_px, size.width()) // px, 1)
        return max(size.height() // px, _FEWEST_LINES) * in_line

    def _set_margins(self, document: QTextDocument) -> None:
        margin = self.column_left()
        frame = document.rootFrame().frameFormat()
        if frame.leftMargin() == margin:
            return
        frame.setLeftMargin(margin)
        frame.setRightMargin(margin)
        frame.setBottomMargin(self.viewport().height() // 3)
        document.rootFrame().setFrameFormat(frame)

    def _on_range_changed(self, _least: int, most: int) -> None:
        # WORKAROUND: Qt rounds the width of a table up, in many sizes of a font to one pixel more
        # than the column, and the bar it makes for it covers the last line.
        if 0 < most <= _ROUNDING_PX:
            self.horizontalScrollBar().setRange(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_felt():
            # The lines stay as they are until the size has settled.
            QAbstractScrollArea.resizeEvent(self, event)
            self._settling.start()
        else:
            self._lay_out(event)

    def _settle(self) -> None:
        self._lay_out(QResizeEvent(self.viewport().size(), self._laid_for))

    def _lay_out(self, event: QResizeEvent) -> None:
        self._settling.stop()
        self._laid_for = self.viewport().size()
        self.resizing = True
        self._set_margins(self.document())
        super().resizeEvent(event)
        self.resizing = False
        self.column_moved.emit(self.column_left())
        self.resized.emit()

    def _is_felt(self) -> bool:
        """Whether to lay out the text again takes long enough to be felt."""
        bar, characters = self.verticalScrollBar(), self.document().characterCount()
        part_above = bar.value() / max(bar.maximum() + bar.pageStep(), 1)
        return characters * max(part_above, _GIVEN_UP_PART) > _LAID_UNFELT

    # -- places on the page

    def line_top(self, position: int) -> int:
        """Return the top of the line that holds `position`, in pixels of the whole page."""
        block = self.document().findBlock(position)
        rect = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        inner = line.y() if line.isValid() else 0.0
        return round(rect.top() + inner)

    def whole_line_from(self, page_y: int) -> int:
        """Return the top of the first line that begins at `page_y` or below, in the whole page."""
        scrolled = self.verticalScrollBar().value()
        first = self.position_at(page_y - scrolled)
        top = self.line_top(first)
        if top < page_y:
            below = top + self.line_height(first) + 1
            top = self.line_top(self.position_at(below - scrolled))
        return top

    def lowest_top(self, position: int) -> int:
        """Return how far the text can be scrolled, counting no more than a page behind a position.

        No more than that is laid out.
        """
        document, page = self.document(), self.viewport().height()
        layout, block = document.documentLayout(), document.findBlock(position)
        end = layout.blockBoundingRect(block).bottom() + page
        while block.next().isValid() and layout.blockBoundingRect(block).bottom() < end:
            block = block.next()
        if not block.next().isValid():
            end = layout.documentSize().height()
        return max(round(end) - page, 0)

    def line_height(self, position: int) -> int:
        """Return the height of the line that holds `position`, in pixels."""
        block = self.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        return round(line.height()) if line.isValid() else 0

    def position_at(self, y: int) -> int:
        """Return where the line at `y` pixels from the top of the viewport begins.

        WORKAROUND: QTextEdit.cursorForPosition errs while the document is laid out only in part.
        """
        page_y = y + self.verticalScrollBar().value()
        block = self._block_at(page_y)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        lines = (block.layout().lineAt(n) for n in range(block.layout().lineCount()))
        start = next((ln.textStart() for ln in lines if top + ln.y() + ln.height() > page_y), 0)
        return block.position() + start

    def stretch_around(self) -> tuple[int, int]:
        """Return the positions from a page above what is in sight to a page below it."""
        page = self.viewport().height()
        scrolled = self.verticalScrollBar().value()
        last = self._block_at(scrolled + 2 * page)
        return self._block_at(scrolled - page).position(), last.position() + last.length()

    def _block_at(self, page_y: float) -> QTextBlock:
        """Return the block that ends below `page_y`; no more is laid out than that takes."""
        document = self.document()
        layout, last = document.documentLayout(), document.blockCount() - 1

        def ends_below(number: int) -> bool:
            block = document.findBlockByNumber(number)
            return layout.blockBoundingRect(block).bottom() > page_y

        high = 1
        while high < last and not ends_below(high):
            high *= 2
        number = bisect_left(range(min(high, last)), True, key=ends_below)
        return document.findBlockByNumber(number)

    def rect_of(self, start: int, end: int) -> QRect:
        """Return the rectangle of the end of a stretch, from its start where on one line."""
        first, last = QTextCursor(self.document()), QTextCursor(self.document())
        first.setPosition(start)
        last.setPosition(end)
        from_rect, to_rect = self.cursorRect(first), self.cursorRect(last)
        if from_rect.top() == to_rect.top():
            return from_rect.united(to_rect)
        return QRect(self.column_left(), to_rect.top(), to_rect.left(), to_rect.height())

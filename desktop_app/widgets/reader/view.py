"""The scrolling text of the reader: column, mouse, marks on text and scrollbar."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollBar, QTextEdit, QWidget

_LEAST_MARGIN = 24
_MARGIN_PART = 0.07
_TICK_HEIGHT = 3


@dataclass(frozen=True, slots=True)
class MenuAt:
    """A context menu is wanted at this point of the screen, by the mouse or `by_key`.

    `position` is the character under the mouse, -1 where none is; `near` the one nearest to it.
    """

    position: int
    near: int
    point: QPoint
    by_key: bool = False


class TickBar(QScrollBar):
    """A scrollbar that shows where the matches are, and which of them is current."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ticks: tuple[float, ...] = ()
        self._current: float | None = None
        self._colours = QColor(), QColor()

    def set_colours(self, ticks: str, current: str) -> None:
        """Give the ticks their colour, and the current one its own."""
        self._colours = QColor(ticks), QColor(current)
        self.update()

    def set_ticks(self, ticks: Sequence[float], current: float | None) -> None:
        """Mark these places, as parts (0 to 1) of the whole text."""
        self._ticks, self._current = tuple(ticks), current
        self.update()

    def ticks(self) -> tuple[float, ...]:
        """Return the places that are marked."""
        return self._ticks

    def paintEvent(self, event: QPaintEvent) -> None:
        # A bar that cannot move would be one long handle.
        if self.maximum() > self.minimum():
            super().paintEvent(event)
        if not self._ticks:
            return
        painter = QPainter(self)
        room, (colour, current) = self.height() - _TICK_HEIGHT, self._colours
        for y in {round(tick * room) for tick in self._ticks}:
            painter.fillRect(2, y, self.width() - 4, _TICK_HEIGHT, colour)
        if self._current is not None:
            y = round(self._current * room)
            painter.fillRect(0, y - 1, self.width(), _TICK_HEIGHT + 2, current)


class ReaderView(QTextEdit):
    """Read-only text in a centred column.

    `plain_selection` returns the selected text as other programs get it.

    Signals:
        position_clicked: a click that selected nothing, at this document position (int).
        column_moved: the left rim of the column is elsewhere (int, pixels).
        resized: the text is laid out anew for another width or height.
        read_on: the user scrolled.
        escaped: Esc was pressed.
        position_hovered: the mouse is over the character at this position (int); -1 is none.
        position_double_clicked: a double click on the character at this position (int).
        menu_wanted: a context menu is wanted (MenuAt).
    """

    position_clicked = Signal(object)
    column_moved = Signal(object)
    resized = Signal()
    read_on = Signal()
    escaped = Signal()
    position_hovered = Signal(object)
    position_double_clicked = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.plain_selection: Callable[[], str] = lambda: self.textCursor().selectedText()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        # Selecting by keyboard is done below: Qt's own would show a caret in a text to read.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.ticks = TickBar(self)
        self.setVerticalScrollBar(self.ticks)
        # Told by what the user does to it, not by what the program does.
        self.ticks.actionTriggered.connect(lambda _action: self.read_on.emit())
        self.viewport().setMouseTracking(True)
        self.resizing = False
        self._column_px = 0
        self._own: QTextDocument | None = None
        self._over = -1
        self._double_clicked: tuple[int, int] | None = None

    # -- the column

    def set_text(self, document: QTextDocument, column_px: int) -> None:
        """Show `document` in a column at most `column_px` wide."""
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

    def _set_margins(self, document: QTextDocument) -> None:
        margin = self.column_left()
        frame = document.rootFrame().frameFormat()
        if frame.leftMargin() == margin:
            return
        frame.setLeftMargin(margin)
        frame.setRightMargin(margin)
        frame.setBottomMargin(self.viewport().height() // 3)
        document.rootFrame().setFrameFormat(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resizing = True
        self._set_margins(self.document())
        super().resizeEvent(event)
        self.resizing = False
        self.column_moved.emit(self.column_left())
        self.resized.emit()

    # -- places on the page

    def line_top(self, position: int) -> int:
        """Return the top of the line that holds `position`, in pixels of the whole page."""
        block = self.document().findBlock(position)
        rect = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        inner = line.y() if line.isValid() else 0.0
        return round(rect.top() + inner)

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

    # -- marks

    def mark(self, stretches: Sequence[tuple[int, int, QTextCharFormat]]) -> None:
        """Lay these formats over the text, later ones on top."""
        selections = []
        for start, end, characters in stretches:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = characters
            selections.append(selection)
        self.setExtraSelections(selections)

    # -- mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        held = event.buttons() != Qt.MouseButton.NoButton
        self._hover(-1 if held else self._position_under(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            position = self._position_under(event.position().toPoint())
            if position >= 0:
                self.position_clicked.emit(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        double, self._double_clicked = self._double_clicked, None
        position = self._position_under(event.position().toPoint())
        if double is not None and position == double[1]:
            interval_ms = QGuiApplication.styleHints().mouseDoubleClickInterval()
            if event.timestamp() - double[0] <= interval_ms:
                block = self.document().findBlock(position)
                self.select(block.position(), block.position() + block.length() - 1)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Qt would select all between two punctuation marks: it knows no words in Chinese.
        position = self._position_under(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or position < 0:
            return
        self._double_clicked = event.timestamp(), position
        self.position_double_clicked.emit(position)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is dragged out, or pasted with the middle button: text without its looks."""
        content = QMimeData()
        content.setText(self.plain_selection())
        return content

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the window's menu: Qt's own knows neither figures nor sources."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            position, near = self._position_under(event.pos()), self._position_near(event.pos())
            self.menu_wanted.emit(MenuAt(position, near, event.globalPos()))
        else:
            self.menu_wanted.emit(MenuAt(-1, -1, event.globalPos(), by_key=True))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        # Copying is an action of the window, which knows figures and sources too.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.NoModifier and key in _SCROLLING:
            self.verticalScrollBar().triggerAction(_SCROLLING[key])
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and key in _SELECTING:
            self._extend_selection(event)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def start_selecting_at(self, position: int) -> None:
        """Select nothing, and let the keyboard select from `position` on, which is in sight."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def select_in_sight(self, start: int, end: int) -> None:
        """Select a stretch, unless the text would have to be scrolled for it."""
        if self.viewport().rect().contains(self.rect_of(start, end)):
            self.select(start, end)

    def select(self, start: int, end: int) -> None:
        """Select a stretch, where it is."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _extend_selection(self, event: QKeyEvent) -> None:
        if not self.textCursor().hasSelection() and not self._is_cursor_in_sight():
            self.start_selecting_at(self.position_at(self.cursorRect().height()))
        cursor = self.textCursor()
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        move = _SELECTING[event.key()][by_word]
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _is_cursor_in_sight(self) -> bool:
        return self.viewport().rect().contains(self.cursorRect().center())

    def _position_under(self, point: QPoint) -> int:
        return self._hit(point, Qt.HitTestAccuracy.ExactHit)

    def _position_near(self, point: QPoint) -> int:
        return self._hit(point, Qt.HitTestAccuracy.FuzzyHit)

    def _hit(self, point: QPoint, accuracy: Qt.HitTestAccuracy) -> int:
        page = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.document().documentLayout().hitTest(page.toPointF(), accuracy)

    def _hover(self, position: int) -> None:
        if position != self._over:
            self._over = position
            self.position_hovered.emit(position)


_Action = QAbstractSlider.SliderAction
_Move = QTextCursor.MoveOperation
_SCROLLING: dict[int, _Action] = {
    Qt.Key.Key_Up: _Action.SliderSingleStepSub,
    Qt.Key.Key_Down: _Action.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_Space: _Action.SliderPageStepAdd,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}
# With Shift: by character or line; with Ctrl too: by word, paragraph or to the very end.
_SELECTING: dict[int, tuple[_Move, _Move]] = {
    Qt.Key.Key_Left: (_Move.PreviousCharacter, _Move.PreviousWord),
    Qt.Key.Key_Right: (_Move.NextCharacter, _Move.NextWord),
    Qt.Key.Key_Up: (_Move.Up, _Move.PreviousBlock),
    Qt.Key.Key_Down: (_Move.Down, _Move.NextBlock),
    Qt.Key.Key_Home: (_Move.StartOfLine, _Move.Start),
    Qt.Key.Key_End: (_Move.EndOfLine, _Move.End),
}

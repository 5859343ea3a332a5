"""The scrolling text of the reader: mouse, keys, marks."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QTextEdit, QWidget

from desktop_app.domain.reading_events import ZoomStepped
from desktop_app.itemmodels.painting import recolour
from desktop_app.services.appearance import Theme
from desktop_app.widgets.reader.column import ColumnView
from desktop_app.widgets.reader.cut_line import CutLine
from desktop_app.widgets.reader.margin_marks import MarginMarks
from desktop_app.widgets.reader.tick_bar import TickBar

_NOTCH = 120


class MenuAt(Struct, frozen=True):
    """A context menu is wanted at this point of the screen, by the mouse or `by_key`.

    `position` is the character under the mouse, -1 where none is; `near` the one nearest to it.
    """

    position: int
    near: int
    point: QPoint
    by_key: bool = False


class ReaderView(ColumnView):
    """The text to read: what the mouse and the keys do in it, what is marked.

    `plain_selection` returns the selected text as other programs get it.

    Signals:
        position_clicked: a click that selected nothing, at this document position (int).
        read_on: the user scrolled.
        escaped: Esc was pressed.
        entered: Enter was pressed.
        position_double_clicked: a double click on the character at this position (int).
        all_wanted: the whole text is to be selected.
        menu_wanted: a context menu is wanted (MenuAt).
        zoom_stepped: the wheel was turned by a notch with Ctrl held (ZoomStepped).
        position_hovered: the mouse is over the character at this position (int); -1 is none.
        seen: the text was painted for the first time.
    """

    position_clicked = Signal(object)
    read_on = Signal()
    escaped = Signal()
    entered = Signal()
    zoom_stepped = Signal(object)
    position_double_clicked = Signal(object)
    menu_wanted = Signal(object)
    all_wanted = Signal()
    position_hovered = Signal(object)
    seen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.plain_selection: Callable[[], str] = lambda: self.textCursor().selectedText()
        self.setTabChangesFocus(True)
        # Selecting by keyboard is done below: Qt's own would show a caret in a text to read.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.ticks = TickBar(self)
        self.setVerticalScrollBar(self.ticks)
        # Told by what the user does to it, not by what the program does.
        self.ticks.actionTriggered.connect(lambda _action: self.read_on.emit())
        self.viewport().setMouseTracking(True)
        self.margin_marks = MarginMarks(self)
        self._cut_line = CutLine(self)
        self._unseen = True
        self._over = -1
        self._turned = 0
        self._double_clicked: tuple[int, int] | None = None

    def set_text(self, document: QTextDocument, column_px: int) -> None:
        self._unseen = True
        super().set_text(document, column_px)

    def set_colours(self, theme: Theme) -> None:
        """Take on the colours of `theme`: paper, text, selected text."""
        role = QPalette.ColorRole
        colours = {role.Base: theme.page, role.Window: theme.page, role.Text: theme.text}
        colours |= {role.Highlight: theme.selected, role.HighlightedText: theme.selected_text}
        for widget in (self, self.viewport()):
            recolour(widget, colours)
        self.margin_marks.set_theme(theme)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.margin_marks.paint()
        self._cut_line.paint()
        if self._unseen:
            self._unseen = False
            self.seen.emit()

    def tell(self, told: str) -> None:
        """Tell a screen reader of what is chosen, aloud where it reads this view."""
        if not told:
            self.setAccessibleDescription("")
            return
        # Making these classes takes a while, which the first sight of a text does without.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Qt would change the font of the document, which knows nothing of titles and tables.
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        event.accept()
        turned = event.angleDelta().y()
        # Touchpads turn by little: what does not make a notch waits for more.
        self._turned = turned if self._turned * turned < 0 else self._turned + turned
        while abs(self._turned) >= _NOTCH:
            step = 1 if self._turned > 0 else -1
            self._turned -= step * _NOTCH
            self.zoom_stepped.emit(ZoomStepped(step))

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
        elif modifiers == Qt.KeyboardModifier.NoModifier and key in _SIDEWAYS:
            self.horizontalScrollBar().triggerAction(_SIDEWAYS[key])
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and key in _SELECTING:
            self._extend_selection(event)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
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
# Only a table too wide for the view leads there.
_SIDEWAYS: dict[int, _Action] = {
    Qt.Key.Key_Left: _Action.SliderSingleStepSub,
    Qt.Key.Key_Right: _Action.SliderSingleStepAdd,
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

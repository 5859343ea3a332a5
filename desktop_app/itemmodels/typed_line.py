"""A line of text that knows what an input method holds back; panes add keys of their own."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


class TypedLine(QLineEdit):
    """A line in which a query is typed.

    Signals:
        settled: the input method holds nothing back any more.
        stepped: the next (1) or previous (-1) thing is wanted (int); by which keys, a pane says.
        escaped: Esc was pressed.
    """

    settled = Signal()
    stepped = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self.composing:
            self.settled.emit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves_to_window(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _leaves_to_window(self, event: QKeyEvent) -> bool:
        """Whether a key that a line takes for its own means something else here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            # With nothing selected here, Ctrl+C copies the chosen figure.
            return not self.hasSelectedText()
        # On X, Ctrl+E is a second key for End; here it opens the export menu.
        return event.keyCombination() == _EXPORT

"""Finding a text in the bulletin that is read: a bar under the reader's head."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.domain.reading_events import QueryTyped, ResultStepped
from desktop_app.itemmodels.typed_line import TypedLine

_TYPING_MS = 60
_WIDEST_LINE = 320


class _FindLine(TypedLine):
    """The line of the bar: Enter and ↓ step on, Shift+Enter and ↑ back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self.composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if shift else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Where the user types what to find in the text, with `3/17` and the ways on and back.

    Signals:
        find_changed: the text is another one (QueryTyped), shortly after the last keystroke.
        stepped: the user wants the next or previous place (ResultStepped).
        closed: the user closed the bar.
    """

    find_changed = Signal(object)
    stepped = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._sent = ""
        self._timer = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._timer.timeout.connect(self._send)
        self._line = _FindLine(self)
        self._line.setObjectName("findLine")
        self._line.setPlaceholderText(self.tr("在本公报中查找"))
        self._line.setAccessibleName(self.tr("在本公报中查找"))
        self._line.setMaximumWidth(_WIDEST_LINE)
        self._line.textChanged.connect(lambda _text: self._timer.start())
        self._line.settled.connect(self._timer.start)
        self._line.stepped.connect(self._on_stepped)
        self._line.escaped.connect(self.closed)
        self._count = QLabel(self)
        self._count.setObjectName("findCount")
        previous = self._button(self.tr("上一处"), "Shift+Enter", Qt.ArrowType.UpArrow)
        previous.clicked.connect(lambda: self._on_stepped(-1))
        following = self._button(self.tr("下一处"), "Enter", Qt.ArrowType.DownArrow)
        following.clicked.connect(lambda: self._on_stepped(1))
        close = self._button(self.tr("关闭查找"), "Esc")
        close.setText("×")
        close.clicked.connect(self.closed)
        self.setFocusProxy(self._line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 5, 0, 5)
        layout.setSpacing(6)
        layout.addWidget(self._line, 1)
        for widget in (previous, following, self._count):
            layout.addWidget(widget)
        layout.addStretch(0)
        layout.addWidget(close)
        self.hide()

    def _button(
        self, words: str, keys: str, arrow: Qt.ArrowType = Qt.ArrowType.NoArrow
    ) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAccessibleName(words)
        button.setToolTip(f"{words}　{keys}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def open(self, text: str = "") -> None:
        """Show the bar and take the keyboard; `text`, where there is some, is what to find."""
        self.show()
        if text:
            self._line.setText(text)
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._sent = ""
        self._send()

    def text(self) -> str:
        """Return what is to be found."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Write `text` as if it were typed."""
        self._line.setText(text)

    def show_count(self, number: int, count: int) -> None:
        """Say which of how many places is current, from 1; 0 where none is."""
        missing = bool(self.text()) and not count
        if not self.text():
            self._count.clear()
        elif missing:
            self._count.setText(self.tr("没有找到"))
        else:
            self._count.setText(f"{number}/{count}")
        if self._line.property("missing") != missing:
            self._line.setProperty("missing", missing)
            self._line.style().unpolish(self._line)
            self._line.style().polish(self._line)

    def count_text(self) -> str:
        """Return what the bar says about how much was found."""
        return self._count.text()

    def _on_stepped(self, step: int) -> None:
        self._send()
        self.stepped.emit(ResultStepped(step))

    def _send(self) -> None:
        self._timer.stop()
        text = self._line.text()
        if not self._line.composing and text != self._sent:
            self._sent = text
            self.find_changed.emit(QueryTyped(text))

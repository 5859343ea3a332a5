"""The one search box, with how much was found in it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from desktop_app.domain.events import QueryTyped, ResultStepped
from desktop_app.services.appearance import LIGHT, Theme, theme

_TYPING_MS = 60
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Glass(QWidget):
    """A small magnifier, drawn, since not every font has one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(18, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 1.6))
        painter.drawEllipse(QRectF(3, 3, 8, 8))
        painter.drawLine(QPointF(10, 10), QPointF(14.5, 14.5))


class _Line(QLineEdit):
    """A line of text that tells what an input method holds back from what is written.

    Signals:
        stepped: Up or Down was pressed (int, -1 or 1).
        escaped: Esc was pressed.
        focused: focus came or went.
        settled: the input method holds nothing back any more.
    """

    stepped = Signal(object)
    escaped = Signal()
    focused = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composing = False
        self.setFrame(False)
        self.setMinimumWidth(80)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self.composing:
            self.settled.emit()

    def event(self, event: QEvent) -> bool:
        # With nothing selected here, Ctrl+C copies the chosen figure.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
            and not self.hasSelectedText()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)


class SearchBox(QFrame):
    """Where the user types a query.

    Signals:
        query_changed: the text is another one (QueryTyped), shortly after the last keystroke;
            what an input method has not committed is not in it.
        moved: the user steps through the results (ResultStepped).
        accepted: the user pressed Enter.
        dismissed: the user pressed Esc; the text stays.
    """

    query_changed = Signal(object)
    moved = Signal(object)
    accepted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBox")
        self._sent = ""
        self._timer = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._timer.timeout.connect(self._send)
        self._glass = _Glass(self)
        self._line = _Line(self)
        self._line.setObjectName("searchLine")
        self._line.setPlaceholderText(self.tr("检索：词语或数字，简体繁体均可"))
        self._line.setAccessibleName(self.tr("检索"))
        self._count = QLabel(self)
        self._count.setObjectName("searchCount")
        self._hint = QLabel("Ctrl K", self)
        self._hint.setObjectName("keyHint")
        self._line.textChanged.connect(self._on_text_changed)
        self._line.settled.connect(self._timer.start)
        self._line.returnPressed.connect(self._on_return_pressed)
        self._line.stepped.connect(self._on_stepped)
        self._line.escaped.connect(self.dismissed)
        self._line.focused.connect(self._on_focused)
        self.setFocusProxy(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 8, 4)
        layout.setSpacing(6)
        for widget in (self._glass, self._line, self._count, self._hint):
            layout.addWidget(widget)
        self.apply_theme(theme(LIGHT))

    def text(self) -> str:
        """Return what is written."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Write `text` as if it were typed."""
        self._line.setText(text)

    def has_focus(self) -> bool:
        """Whether the keyboard is in the box."""
        return self._line.hasFocus()

    def take_focus(self) -> None:
        """Take the keyboard and select the text, so that typing replaces it."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def show_count(self, hits: int | None, chapters: int = 0) -> None:
        """Say how many places in how many chapters were found; None says nothing."""
        if hits is None:
            self._count.clear()
        elif hits == 0:
            self._count.setText(self.tr("没有找到"))
        else:
            self._count.setText(self.tr("{n} 处 · {m} 章").format(n=hits, m=chapters))

    def count_text(self) -> str:
        """Return what the box says about how much was found."""
        return self._count.text()

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        palette = self._glass.palette()
        palette.setColor(QPalette.ColorRole.Link, QColor(colours.accent))
        self._glass.setPalette(palette)

    def _on_text_changed(self, _text: str) -> None:
        self._timer.start()

    def _on_focused(self, focused: bool) -> None:
        self.setProperty("focused", focused)
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_return_pressed(self) -> None:
        if self._line.composing:
            return
        self._send()
        self.accepted.emit()

    def _on_stepped(self, step: int) -> None:
        self._send()
        self.moved.emit(ResultStepped(step))

    def _send(self) -> None:
        self._timer.stop()
        if self._line.composing:
            # Composing takes out the selected text: no query until the word is there.
            return
        text = self._line.text()
        if text.strip() != self._sent.strip():
            self._sent = text
            self.query_changed.emit(QueryTyped(text))

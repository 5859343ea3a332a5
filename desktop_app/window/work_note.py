"""Long work in the status line: how far it is, how to stop it, and what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

_PATIENCE_MS = 1000
"""Work that is done sooner is not shown under way."""
_BAR_WIDTH = 140
_BEFORE, _BEHIND = 24, 10


class WorkNote(QWidget):
    """Shows one work at a time; what it says when all is done stays until something else is.

    Signals:
        changed: work begins, or has ended; carries nothing.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self._words = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setObjectName("workBar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("进度"))
        self._button = QToolButton(self)
        self._button.setObjectName("workButton")
        self._button.clicked.connect(self._on_clicked)
        self._job: Callable[[], object] = _nothing
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._words, self._bar, self._button):
            layout.addWidget(part)
        self.hide()

    def begin(self, text: str, cancel: Callable[[], object]) -> None:
        """Say after a while what is being done, with a button that stops it."""
        self._say(text)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._offer(self.tr("取消"), cancel)
        self.hide()
        self._patience.start()
        self.changed.emit()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def finish(self, text: str, label: str = "", job: Callable[[], object] | None = None) -> None:
        """Say what came of it, with a button for what one may do now."""
        self._patience.stop()
        self._say(text)
        self._bar.hide()
        self._offer(label, job or _nothing)
        self.setVisible(bool(text))
        self.changed.emit()

    def clear_finished(self) -> None:
        """Forget what was finished; work under way stays."""
        if self._bar.isHidden():
            self.hide()

    def text(self) -> str:
        """Return what it says; nothing while it is not shown."""
        return "" if self.isHidden() else self._text

    def _say(self, text: str) -> None:
        """Say a text, cut in its middle lest it widen the window; the tooltip has it all."""
        self._text = text
        cut = f"{text[:_BEFORE]}…{text[-_BEHIND:]}"
        self._words.setText(cut if len(text) > len(cut) else text)
        self._words.setToolTip(text)

    def _offer(self, label: str, job: Callable[[], object]) -> None:
        self._button.setText(label)
        self._button.setVisible(bool(label))
        self._job = job

    def _on_clicked(self) -> None:
        self._job()


def _nothing() -> None:
    """There is nothing to do."""

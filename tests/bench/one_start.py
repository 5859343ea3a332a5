"""One start of the program or of a bare window, timed to its first paint; prints JSON.

`python -m tests.bench.one_start KIND STARTED TEXT`: STARTED is `time.monotonic()` of the parent
just before it started this process, TEXT the file that the bare window shows.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit, QTreeView, QWidget

_ON_SCREEN = QEvent.Type(QEvent.registerEventType())
_A_TEXT = 1000
"""More characters than any pane shows before its bulletin is there."""


class Probe(QObject):
    """Waits until every kind of view it watches was painted with its content, and prints when."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started = started
        self._application = 0.0
        self._unpainted: set[type[QWidget]] = set()
        self._window: QWidget | None = None

    def application_made(self) -> None:
        self._application = time.monotonic()

    def watch(self, window: QWidget, *kinds: type[QWidget]) -> None:
        """Watch the views of `window` of these kinds; when all are painted, close it."""
        self._window = window
        self._unpainted = set(kinds)
        for kind in kinds:
            for view in window.findChildren(kind):
                # Painting a scroll area paints its viewport.
                view.viewport().installEventFilter(self)  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._unpainted:
            view = watched.parent()
            self._unpainted -= {kind for kind in self._unpainted if _shows(view, kind)}
            if not self._unpainted:
                # Comes next once this paint is on the screen, before whatever else is queued.
                done = QEvent(_ON_SCREEN)
                QCoreApplication.postEvent(self, done, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is not _ON_SCREEN:
            return super().event(event)
        self.painted()
        return True

    def painted(self) -> None:
        """Print when it was, and close the window."""
        now = time.monotonic()
        times = {
            "from_process": now - self._started,
            "from_application": now - self._application,
            # Of all threads, user and system: what a busy machine changes least.
            "processor": time.process_time(),
        }
        sys.stdout.write(f"{json.dumps(times)}\n")
        assert self._window is not None
        self._window.close()


def _shows(view: QObject | None, kind: type[QWidget]) -> bool:
    """Whether `view` is of this kind and has its content."""
    if isinstance(view, QTreeView):
        return kind is QTreeView and view.model().rowCount() > 0
    if isinstance(view, QTextEdit):
        return kind is QTextEdit and view.document().characterCount() > _A_TEXT
    return False


def bare(probe: Probe, text: str) -> int:
    """Show `text` in a window that holds nothing else."""
    application = QApplication([])
    probe.application_made()
    window = QWidget()
    # As large as the program's window: the screen, less a frame.
    window.resize(window.screen().availableSize() - QSize(16, 48))
    browser = QTextBrowser(window)
    browser.resize(window.size())
    browser.setPlainText(text)
    probe.watch(window, QTextEdit)
    window.show()
    return application.exec()


def program(probe: Probe) -> int:
    """Start the program as a user does, and watch the window it makes."""
    from desktop_app import cli

    app = cli.load_window_program()
    make_application = app._application

    def application() -> QApplication:
        made: QApplication = make_application()
        probe.application_made()
        return made

    class WatchedWindow(app.MainWindow):  # type: ignore[misc,name-defined]
        def show(self) -> None:
            probe.watch(self, QTreeView, QTextEdit)
            super().show()

    # unittest.mock would do this too, and cost the start a tenth of what is measured.
    vars(app).update(_application=application, MainWindow=WatchedWindow)
    return cli.main([])


def main(kind: str, started: str, text: str) -> int:
    probe = Probe(float(started))
    if kind == "program":
        return program(probe)
    return bare(probe, Path(text).read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

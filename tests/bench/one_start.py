"""One start of the program or of a bare window, timed to its first paint; prints JSON.

`python -m tests.bench.one_start KIND STARTED TEXT`: STARTED is `time.monotonic()` of the parent
just before it started this process, TEXT the file that the bare window shows.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

# Qt is imported by each kind when its turn comes, as in a program of its own.

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def bare(started: float, text: str) -> int:
    """Show `text` in a window that holds nothing else."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

    from tests.bench.probe import Probe

    probe = Probe(started)
    application = QApplication([])
    probe.application_made()
    window = QWidget()
    # As large as the program's window: the screen, less a frame.
    window.resize(window.screen().availableSize() - QSize(16, 48))
    browser = QTextBrowser(window)
    browser.resize(window.size())
    browser.setPlainText(text)
    probe.watch(window, browser)
    window.show()
    return application.exec()


def program(started: float) -> int:
    """Start the program as a user does, and watch the window it makes."""
    from desktop_app import cli

    app = cli.load_window_program()
    from tests.bench.probe import Probe, views_of

    probe = Probe(started)
    make_application = app._application

    def application() -> "QApplication":
        made: QApplication = make_application()
        probe.application_made()
        return made

    class WatchedWindow(app.MainWindow):  # type: ignore[misc,name-defined]
        def show(self) -> None:
            probe.watch(self, *views_of(self.panes))
            super().show()

    # unittest.mock would do this too, and cost the start a tenth of what is measured.
    vars(app).update(_application=application, MainWindow=WatchedWindow)
    return cli.main([])


def main(kind: str, started: str, text: str) -> int:
    if kind == "program":
        return program(float(started))
    return bare(float(started), Path(text).read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

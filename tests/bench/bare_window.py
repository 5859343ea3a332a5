"""A window that holds a text and nothing else: `bare_window TEXT`.

Frozen by bare_window.spec, it is to the packaged program what `one_start bare` is to the
checkout's: what its first paint is measured by.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget


def main(text: str) -> int:
    """Show `text` until the window is closed."""
    application = QApplication([])
    window = QWidget()
    # As large as the program's window: the screen, less a frame.
    window.resize(window.screen().availableSize() - QSize(16, 48))
    browser = QTextBrowser(window)
    browser.resize(window.size())
    browser.setPlainText(text)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).read_text(encoding="utf-8")))

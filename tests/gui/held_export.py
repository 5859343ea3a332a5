"""An export that is under way as long as a test wants."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.progress import Cancelled
from desktop_app.printing import saving
from desktop_app.window.actions import ActionId
from desktop_app.window.main_window import MainWindow
from tests.gui.three_years import press


class Held:
    """Work that tells its progress and then waits until it is let go or cancelled."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.cancelled = False

    def save(self, *arguments: object) -> None:
        progress = arguments[-1]
        assert callable(progress)
        progress(30, 100)
        self.go_on.wait(20)
        try:
            progress(60, 100)
        except Cancelled:
            self.cancelled = True
            raise


def begin_held(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Held:
    """Export the text into `a.docx`, and return what holds it up once that is shown."""
    held, work = Held(), window.panes.status.work
    monkeypatch.setattr(saving, "save", held.save)
    press(window, ActionId.EXPORT_TEXT)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("a.docx")
    dialog.accept()
    qtbot.waitUntil(lambda: work.text() == "正在导出 a.docx")
    qtbot.waitUntil(lambda: work._bar.value() == 30)
    return held

"""A file that cannot be looked at: one sentence in a window that shows something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app import _Desk
from desktop_app.domain.events import FileWanted
from desktop_app.system import paths
from desktop_app.window.crash import CrashReporter
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from desktop_app.window.speaking import Speaking

pytestmark = pytest.mark.gui
_PATIENCE_MS = 20_000


@pytest.fixture
def desk(
    qapp: QApplication, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[_Desk]:
    monkeypatch.setenv("GONGBAO_LANGUAGE", "zh_CN")
    font, speaking = qapp.font(), Speaking(qapp)
    made = _Desk(library_path, QtSettings(paths.settings_file()), CrashReporter(), speaking)
    yield made
    for window in made.windows():
        window.close()
    for translator in speaking._translators:
        qapp.removeTranslator(translator)
    qapp.setFont(font)


@pytest.fixture
def bad_file(tmp_path: Path) -> Path:
    file = tmp_path / "坏的.docx"
    file.write_bytes(b"PK\x03\x04 no document")
    return file


def only_window(desk: _Desk) -> MainWindow | None:
    windows = desk.windows()
    return windows[0] if len(windows) == 1 and not windows[0].shows_file() else None


def assert_told(qtbot: QtBot, desk: _Desk) -> None:
    def told() -> bool:
        window = only_window(desk)
        return bool(window and window._open is not None and window.panes.notice.text())

    qtbot.waitUntil(told, timeout=_PATIENCE_MS)
    window = only_window(desk)
    assert window is not None
    assert window.isVisible()


def test_the_window_that_is_open_says_so(qtbot: QtBot, desk: _Desk, bad_file: Path) -> None:
    window = desk.open(None)
    qtbot.waitUntil(lambda: window._open is not None, timeout=_PATIENCE_MS)
    window.file_wanted.emit(FileWanted(bad_file))
    assert len(desk.windows()) == 2
    assert_told(qtbot, desk)
    assert desk.windows() == (window,)


def test_a_start_with_such_a_file_shows_the_library(
    qtbot: QtBot, desk: _Desk, bad_file: Path
) -> None:
    desk.open(bad_file)
    assert_told(qtbot, desk)

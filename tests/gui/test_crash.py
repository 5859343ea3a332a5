"""A bug is logged and told, from whichever thread; the program goes on."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.widgets.notice_bar import NoticeBar
from desktop_app.window.crash import CrashReporter, tell_of_breakdown

pytestmark = pytest.mark.gui


@pytest.fixture
def reporter() -> Iterator[CrashReporter]:
    installed, before = CrashReporter(), (sys.excepthook, threading.excepthook)
    installed.install()
    yield installed
    installed.uninstall()
    sys.excepthook, threading.excepthook = before


def test_a_bug_is_logged_and_told(
    qtbot: QtBot, reporter: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL, "ui"), qtbot.waitSignal(reporter.crashed) as caught:
        sys.excepthook(ValueError, ValueError("坏了"), None)
    (report,) = caught.args
    assert "ValueError: 坏了" in report
    assert "gongbao" in report
    assert "坏了" in caplog.text


def test_a_bug_on_another_thread_is_told_here(qtbot: QtBot, reporter: CrashReporter) -> None:
    with qtbot.waitSignal(reporter.crashed) as caught:
        worker = threading.Thread(target=lambda: 1 // 0)
        worker.start()
        worker.join()
    assert "ZeroDivisionError" in caught.args[0]


def test_interrupting_is_no_bug(qtbot: QtBot, reporter: CrashReporter) -> None:
    with qtbot.assertNotEmitted(reporter.crashed):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_what_a_breakdown_left_can_be_copied(qtbot: QtBot) -> None:
    notice = NoticeBar()
    qtbot.addWidget(notice)
    tell_of_breakdown(notice, "Fatal Python error: Segmentation fault\n")
    assert "上次意外中断" in notice.text()
    copy = next(one for one in notice.findChildren(QPushButton) if one.text() == "复制详情")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("gongbao ")
    assert "Segmentation fault" in copied

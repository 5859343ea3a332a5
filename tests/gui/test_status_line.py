"""The line at the bottom says what was done, and not for ever."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.window.status_line import StatusLine

pytestmark = pytest.mark.gui


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    parent = QWidget()
    qtbot.addWidget(parent)
    line = StatusLine(parent)
    line.setParent(None)
    qtbot.addWidget(line)
    return line


def test_what_was_done_goes_after_a_while(qtbot: QtBot, line: StatusLine) -> None:
    line._fading.setInterval(1)
    with qtbot.waitSignal(line._fading.timeout):
        line.show_done("已复制 7.8亿元")
        assert line.texts() == ("已复制 7.8亿元",)
    assert line.texts() == ()


def test_what_was_said_of_work_under_way_ends_with_it(line: StatusLine) -> None:
    line.work.begin("正在导出", lambda: None)
    line.show_done("正在导出上一个文件，请稍候或先取消")
    line.work.finish("已导出 表.xlsx")
    assert line.texts() == ()
    assert line.work.text() == "已导出 表.xlsx"
    line.show_done("已复制 7.8亿元")
    line.work.begin("正在导出", lambda: None)
    assert line.texts() == ()

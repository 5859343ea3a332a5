"""What administrators decided is shown as locked, and no way round it is in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.app import _log_ignored
from desktop_app.domain.bulletin import Script
from desktop_app.services.appearance import LIGHT
from desktop_app.services.policy import Policy, of_places
from desktop_app.system import logs, paths
from desktop_app.system.policies import Place
from desktop_app.widgets.chart.head import ChartHead
from desktop_app.window.actions import ActionId
from desktop_app.window.dialogs.settings import SettingsDialog
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from tests.gui.three_years import press, search

pytestmark = pytest.mark.gui

_EXPORTS = (
    ActionId.EXPORT_TEXT,
    ActionId.EXPORT_CHAPTER,
    ActionId.EXPORT_FIGURES,
    ActionId.EXPORT_HITS,
    ActionId.SAVE_CHART_PNG,
    ActionId.SAVE_CHART_SVG,
)


def decided(**values: str) -> Policy:
    return of_places((Place("/etc/gongbao/policy.ini", values),))


def opened(qtbot: QtBot, lanes: Lanes, policy: Policy) -> MainWindow:
    memory = QtSettings(paths.settings_file(), policy)
    window = MainWindow(lanes, memory, memory.load(LIGHT))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open_last()
    return window


def form_of(window: MainWindow) -> SettingsDialog:
    press(window, ActionId.SETTINGS)
    return window.findChildren(SettingsDialog)[0]


def box_with(form: SettingsDialog, value: object) -> QComboBox:
    return next(box for box in form.findChildren(QComboBox) if box.findData(value) >= 0)


def words(form: SettingsDialog) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel)]


def test_a_locked_setting_is_shown_as_locked_and_says_why(qtbot: QtBot, lanes: Lanes) -> None:
    window = opened(qtbot, lanes, decided(Language="zh_CN"))
    form = form_of(window)
    language, script = box_with(form, "zh_TW"), box_with(form, Script.HANT)
    assert (language.currentData(), language.isEnabled()) == ("zh_CN", False)
    assert "管理员" in language.toolTip()
    assert language.accessibleDescription() == language.toolTip()
    assert language.toolTip() in words(form)
    assert script.isEnabled()
    assert not script.toolTip()


def test_what_no_setting_shows_is_told(qtbot: QtBot, lanes: Lanes) -> None:
    window = opened(qtbot, lanes, decided(LibraryFolder="/srv/公报", AllowExport="0"))
    (told,) = (text for text in words(form_of(window)) if "管理员" in text)
    assert "/srv/公报" in told
    assert "导出" in told


def test_nothing_is_told_of_administrators_who_decided_nothing(window: MainWindow) -> None:
    form = form_of(window)
    assert all(box.isEnabled() for box in form.findChildren(QComboBox))
    assert not [text for text in words(form) if "管理员" in text]


def test_a_reset_leaves_what_is_locked(qtbot: QtBot, lanes: Lanes) -> None:
    window = opened(qtbot, lanes, decided(DefaultScript="hant"))
    form = form_of(window)
    (reset,) = (b for b in form.findChildren(QAbstractButton) if b.text().startswith("恢复默认"))
    reset.click()
    assert window._settings.script is Script.HANT


def test_the_characters_are_those_decided_at_each_start(qtbot: QtBot, lanes: Lanes) -> None:
    mine = QtSettings(paths.settings_file())
    mine.save(mine.load(LIGHT))
    policy = decided(DefaultScript="hant")
    window = opened(qtbot, lanes, policy)
    assert window.panes.reader._script is Script.HANT
    press(window, ActionId.SOURCE)
    press(window, ActionId.LARGER)
    assert str(window.panes.reader._script) == "source"
    again = QtSettings(paths.settings_file(), policy).load(LIGHT)
    assert (again.script, again.zoom_percent) == (Script.HANT, 110)
    # What the user had chosen comes back once nobody decides it any more.
    assert QtSettings(paths.settings_file()).load(LIGHT).script is Script.HANS


def test_nothing_is_exported_where_it_is_not_allowed(qtbot: QtBot, lanes: Lanes) -> None:
    window = opened(qtbot, lanes, decided(AllowExport="0"))
    search(window, "桥")
    for action_id in _EXPORTS:
        window.panes.notice.hide()
        press(window, action_id)
        assert window.panes.notice.isVisible()
        assert "管理员不允许导出" in " ".join(
            label.text() for label in window.panes.notice.findChildren(QLabel)
        )
        assert not window.findChildren(QFileDialog)


def test_a_chart_is_offered_to_be_copied_not_saved(qtbot: QtBot, lanes: Lanes) -> None:
    offered = {}
    for allowed in ("0", "1"):
        window = opened(qtbot, lanes, decided(AllowExport=allowed))
        window.panes.chart.load()
        head = window.panes.chart.findChildren(ChartHead)[0]
        menu = head.picture_menu()
        offered[allowed] = [action.isEnabled() for action in menu.actions()]
        told = ["管理员" in action.toolTip() for action in menu.actions()]
        assert told == [not enabled for enabled in offered[allowed]]
        assert menu.toolTipsVisible()
    assert offered == {"0": [True, False, False], "1": [True, True, True]}


def test_what_does_not_hold_is_in_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGBAO_LANGUAGE", "zh_CN")
    file = logs.start(tmp_path)
    _log_ignored(decided(Language="de"))
    logs.stop()
    assert file is not None
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert "policy: /etc/gongbao/policy.ini 里 Language 的值“de”不对，已忽略" in line

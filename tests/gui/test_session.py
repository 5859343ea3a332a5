"""The tabs that were open are open at the next start, and in every bulletin."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Script
from desktop_app.domain.events import BulletinWanted
from desktop_app.services.settings import Settings
from desktop_app.system import paths
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.panes import BOOKMARKS_TAB, CONTENTS_TAB, FINDINGS_TAB, RESULTS_TAB
from desktop_app.window.qt_settings import QtSettings
from tests.gui.three_years import open_window, search

pytestmark = pytest.mark.gui


def next_start(qtbot: QtBot, lanes: Lanes, window: MainWindow) -> MainWindow:
    window.close()
    again = open_window(qtbot, lanes)
    again.open_last()
    qtbot.waitUntil(lambda: again.panes.table._pane is not None)
    return again


@pytest.mark.parametrize("tab", [RESULTS_TAB, BOOKMARKS_TAB, FINDINGS_TAB, CONTENTS_TAB])
def test_the_tab_on_the_left_is_open_again(
    qtbot: QtBot, lanes: Lanes, window: MainWindow, tab: int
) -> None:
    window.panes.tabs.setCurrentIndex(tab)
    again = next_start(qtbot, lanes, window)
    qtbot.waitUntil(lambda: again.panes.tabs.currentIndex() == tab)
    assert again.panes.reader._view.hasFocus(), "the keyboard is in the text, as at every start"


@pytest.mark.parametrize("whole", [True, False])
def test_the_table_is_of_the_same_again(
    qtbot: QtBot, lanes: Lanes, window: MainWindow, whole: bool
) -> None:
    window.panes.table.load()
    window.panes.table.show_whole(on=whole)
    window._on_bulletin_wanted(BulletinWanted(2))
    assert window.panes.table.shows_whole() is whole
    again = next_start(qtbot, lanes, window)
    assert again.panes.table.shows_whole() is whole


def test_who_searches_at_once_keeps_what_is_found(
    qtbot: QtBot, lanes: Lanes, window: MainWindow
) -> None:
    window.panes.tabs.setCurrentIndex(FINDINGS_TAB)
    window.close()
    again = open_window(qtbot, lanes)
    again.open_last()
    search(again, "桥")
    qtbot.waitUntil(lambda: again.panes.chart._pane is not None)
    assert again.panes.tabs.currentIndex() == RESULTS_TAB


def test_a_window_that_was_closed_before_its_text_leaves_the_tab_as_it_was(
    qtbot: QtBot, lanes: Lanes, window: MainWindow
) -> None:
    window.panes.tabs.setCurrentIndex(FINDINGS_TAB)
    window.close()
    hasty = MainWindow(lanes, QtSettings(paths.settings_file()), Settings(left_tab=FINDINGS_TAB))
    qtbot.addWidget(hasty)
    hasty.show()
    hasty.close()
    assert QtSettings(paths.settings_file()).load().left_tab == FINDINGS_TAB


def test_one_window_keeps_what_was_switched_in_it_and_no_more() -> None:
    memory = QtSettings(paths.settings_file())
    memory.save(Settings())
    memory.save(Settings(script=Script.HANT), Settings())
    memory.save(Settings(left_tab=FINDINGS_TAB), Settings())
    kept = memory.load()
    assert (kept.script, kept.left_tab) == (Script.HANT, FINDINGS_TAB)


@pytest.mark.parametrize("text", ["9", "-1", "目录", ""])
def test_a_tab_that_is_not_there_is_the_first(text: str) -> None:
    memory = QtSettings(paths.settings_file())
    memory.save(Settings(left_tab=FINDINGS_TAB, table_whole=True))
    kept = memory.load()
    assert (kept.left_tab, kept.table_whole) == (FINDINGS_TAB, True)
    memory._file.setValue("window/left_tab", text)
    assert memory.load().left_tab == CONTENTS_TAB

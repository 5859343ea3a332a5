"""Queries that are kept: asked before, saved, and offered again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services import queries
from desktop_app.store.userdata import UserData
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.panes import RESULTS_TAB
from tests.gui.three_years import line_of, open_window, search

pytestmark = pytest.mark.gui


def test_a_query_that_led_somewhere_is_offered_again(
    qtbot: QtBot, window: MainWindow, user: UserData
) -> None:
    search(window, "危桥")
    assert user.recent_searches() == (), "typing alone is no search worth keeping"
    qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    assert user.recent_searches() == ("危桥",)
    search(window, "")
    qtbot.keyClick(line_of(window), Qt.Key.Key_Down)
    assert [row.text for row in window.panes.box.proposals()] == ["危桥"]
    qtbot.keyClick(line_of(window), Qt.Key.Key_Delete)
    assert user.recent_searches() == ()
    assert window.panes.box.proposals() == ()


def test_queries_are_offered_before_the_text_has_been_seen(
    qtbot: QtBot, lanes: Lanes, user: UserData
) -> None:
    queries.remember(user, text="危桥")
    window = open_window(qtbot, lanes)
    window.open_last()
    assert window.search._parts is None
    window.panes.box.take_focus()
    qtbot.keyClick(line_of(window), Qt.Key.Key_Down)
    assert [row.text for row in window.panes.box.proposals()] == ["危桥"]
    qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    assert window.panes.box.text() == "危桥"
    assert len(window.panes.results._model.hits()) == 3


def test_a_query_can_be_saved_chosen_and_taken_out(
    qtbot: QtBot, window: MainWindow, user: UserData
) -> None:
    search(window, "危桥")
    qtbot.mouseClick(window.panes.box._star, Qt.MouseButton.LeftButton)
    assert user.saved_searches() == ("危桥",)
    search(window, "")
    window.panes.tabs.setCurrentIndex(RESULTS_TAB)
    kept = window.panes.results._kept._list
    kept.setCurrentIndex(kept.queries.index(1))
    qtbot.keyClick(kept, Qt.Key.Key_Return)
    assert window.panes.box.text() == "危桥"
    assert window.panes.results.isVisible()
    assert len(window.panes.results._model.hits()) == 3
    assert window.panes.box.has_focus()
    qtbot.mouseClick(window.panes.box._star, Qt.MouseButton.LeftButton)
    assert user.saved_searches() == ()


def test_history_can_be_cleared(qtbot: QtBot, window: MainWindow, user: UserData) -> None:
    for text in ("桥", "危桥"):
        search(window, text)
        qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    search(window, "")
    window.panes.tabs.setCurrentIndex(RESULTS_TAB)
    qtbot.mouseClick(window.panes.results._kept._clear, Qt.MouseButton.LeftButton)
    assert user.recent_searches() == ()
    assert not window.panes.results._kept._clear.isVisible()

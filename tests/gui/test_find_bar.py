"""The find bar: what it marks and counts, and how it takes turns with the search."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Script
from desktop_app.domain.events import PlaceWanted
from desktop_app.window.actions import ActionId
from desktop_app.window.main_window import MainWindow
from tests.gui.three_years import here, number, press, search

pytestmark = pytest.mark.gui


def find(window: MainWindow, text: str) -> None:
    press(window, ActionId.FIND)
    window.panes.find_bar.set_text(text)
    window.panes.find_bar._send()


def test_finding_marks_counts_and_steps_round(qtbot: QtBot, window: MainWindow) -> None:
    bar, reader = window.panes.find_bar, window.panes.reader
    find(window, "橋")
    assert bar.isVisible()
    line = bar.focusProxy()
    assert line is not None
    assert len(reader.matches()) == len(reader._view.ticks.ticks()) == 3
    assert (bar.count_text(), number(window)) == ("1/3", ("first", 0))
    for keys, count in (
        ((Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier), "2/3"),
        ((Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier), "1/3"),
        ((Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier), "3/3"),
        ((Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier), "1/3"),
    ):
        qtbot.keyClick(line, *keys)
        assert bar.count_text() == count
    press(window, ActionId.NEXT_HIT)
    assert bar.count_text() == "2/3"
    press(window, ActionId.PREVIOUS_HIT)
    assert bar.count_text() == "1/3"
    assert here(window) == ("first", "桥")


def test_closing_keeps_the_place_and_gives_the_keyboard_to_the_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    find(window, "危桥")
    place = window.panes.reader.place()
    assert place.read_offset > 0
    line = window.panes.find_bar.focusProxy()
    assert line is not None
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not window.panes.find_bar.isVisible()
    assert window.panes.reader.matches() == ()
    assert window.panes.reader.place() == place
    assert window.panes.reader._view.hasFocus()
    assert window.panes.reader.selected_text() == "危桥", "to copy it, or to go on from it"
    press(window, ActionId.FIND)
    assert window.panes.find_bar.text() == "危桥"
    assert window.panes.find_bar.count_text() == "1/1"
    qtbot.keyClick(window.panes.reader._view, Qt.Key.Key_Escape)
    assert not window.panes.find_bar.isVisible()


def test_who_has_scrolled_away_is_left_there(qtbot: QtBot, window: MainWindow) -> None:
    find(window, "危桥")
    view = window.panes.reader._view
    qtbot.keyClick(view, Qt.Key.Key_End)
    place = window.panes.reader.place()
    window.panes.find_bar.closed.emit()
    assert window.panes.reader.place() == place
    assert window.panes.reader.selected_text() == ""


def test_finding_begins_where_one_reads_and_follows_what_is_typed(window: MainWindow) -> None:
    assert window._open is not None
    window.panes.reader.scroll_to(window._open.bulletin.chapters[2].title_read_start)
    find(window, "桥")
    assert window.panes.find_bar.count_text() == "2/3"
    find(window, "桥1座")
    assert window.panes.find_bar.count_text() == "1/1"
    find(window, "桥1座x")
    assert window.panes.find_bar.count_text() == "没有找到"
    find(window, "桥")
    assert window.panes.find_bar.count_text() == "2/3"
    find(window, "")
    assert window.panes.find_bar.count_text() == ""
    assert window.panes.reader.matches() == ()


def test_a_number_is_found_whole(window: MainWindow) -> None:
    find(window, "1")
    assert window.panes.find_bar.count_text().endswith("/4"), "three paragraphs 1, one bridge"


@pytest.mark.parametrize("action", [ActionId.HANS, ActionId.HANT, ActionId.SOURCE])
def test_finding_works_in_every_script(window: MainWindow, action: ActionId) -> None:
    press(window, action)
    find(window, "桥")
    press(window, ActionId.HANT)
    assert window.panes.find_bar.count_text() == "1/3"
    marked = {s.cursor.selectedText() for s in window.panes.reader._view.extraSelections()}
    assert marked <= {"桥", "橋"}
    assert marked
    assert window._settings.script is Script.HANT


def test_what_is_selected_is_what_to_find(qtbot: QtBot, window: MainWindow) -> None:
    view = window.panes.reader._view
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(window, ActionId.FIND)
    assert window.panes.find_bar.text() == "甲公"


def test_search_and_find_take_turns(window: MainWindow) -> None:
    search(window, "桥")
    press(window, ActionId.NEXT_HIT)
    searched = window.panes.reader.matches()
    find(window, "文字")
    assert len(window.panes.reader.matches()) == 90
    window.panes.find_bar.closed.emit()
    assert window.panes.reader.matches() == searched
    find(window, "文字")
    window.panes.results.choose_current()
    assert not window.panes.find_bar.isVisible()
    assert window.panes.reader.matches() == searched
    find(window, "文字")
    search(window, "危桥")
    assert not window.panes.find_bar.isVisible()
    assert len(window.panes.reader.matches()) == 1


def test_another_bulletin_is_found_in_when_it_opens(window: MainWindow) -> None:
    search(window, "桥 乙")
    find(window, "乙")
    assert window.panes.find_bar.count_text() == "没有找到"
    window.search.place_wanted.emit(PlaceWanted(bulletin_id=2, read_offset=0))
    assert window.panes.find_bar.count_text().startswith("1/")


def test_composing_finds_nothing_yet(qtbot: QtBot, window: MainWindow) -> None:
    press(window, ActionId.FIND)
    bar = window.panes.find_bar
    line = bar.focusProxy()
    assert line is not None
    with qtbot.assertNotEmitted(bar.find_changed, wait=150):
        QCoreApplication.sendEvent(line, QInputMethodEvent("qiao", []))
    event = QInputMethodEvent("", [])
    event.setCommitString("桥")
    with qtbot.waitSignal(bar.find_changed):
        QCoreApplication.sendEvent(line, event)
    assert bar.count_text() == "1/3"


@pytest.mark.parametrize("where", ["box", "bar"])
def test_copying_is_the_windows_where_nothing_is_selected(window: MainWindow, where: str) -> None:
    press(window, ActionId.FIND if where == "bar" else ActionId.SEARCH)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    event = QKeyEvent(
        QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(line, event)
    assert not event.isAccepted()


def test_what_the_status_line_said_of_a_search_goes_when_something_else_is_found(
    window: MainWindow,
) -> None:
    search(window, "桥")
    press(window, ActionId.NEXT_HIT)
    assert "第 1 处，共 3 处" in window.panes.status.texts()
    find(window, "危桥")
    assert not any("处" in text for text in window.panes.status.texts())
    press(window, ActionId.NEXT_HIT)
    assert not any("处" in text for text in window.panes.status.texts())

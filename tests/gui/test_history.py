"""Back and forward through jumps, and going to a place by name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.domain.events import BookmarkChosen, PlaceWanted, SectionChosen
from desktop_app.services import finding
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.tasks.runner import InlineRunner
from desktop_app.window.actions import ActionId
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from tests.gui.three_years import (
    commit,
    here,
    inline_lanes,
    line_of,
    open_window,
    press,
    search,
)

pytestmark = pytest.mark.gui


def offset(window: MainWindow) -> int:
    return window.panes.reader.place().read_offset


def choose(window: MainWindow, number: int) -> None:
    window.panes.tree.section_chosen.emit(SectionChosen(number))


def enabled(window: MainWindow) -> tuple[bool, bool]:
    return tuple(  # type: ignore[return-value]  # two of them
        window._actions[action_id].isEnabled() for action_id in (ActionId.BACK, ActionId.FORWARD)
    )


def test_there_is_nothing_to_go_back_to_at_first(window: MainWindow) -> None:
    assert enabled(window) == (False, False)


def test_back_and_forward_lead_through_the_chapters(window: MainWindow) -> None:
    seen = [offset(window)]
    for chapter in (2, 3, 1):
        choose(window, chapter)
        seen.append(offset(window))
    assert len(set(seen)) == 4
    back = []
    while enabled(window)[0]:
        press(window, ActionId.BACK)
        back.append(offset(window))
    assert back == seen[-2::-1]
    forward = []
    while enabled(window)[1]:
        press(window, ActionId.FORWARD)
        forward.append(offset(window))
    assert forward == seen[1:]


def test_a_new_jump_ends_the_way_forward(window: MainWindow) -> None:
    choose(window, 2)
    press(window, ActionId.BACK)
    choose(window, 3)
    assert enabled(window) == (True, False)


def test_back_leads_to_the_bulletin_one_came_from(window: MainWindow) -> None:
    choose(window, 2)
    before = here(window)[0], offset(window)
    search(window, "桥 丙")
    press(window, ActionId.NEXT_HIT)
    assert here(window)[0] == "third"
    press(window, ActionId.BACK)
    assert (here(window)[0], offset(window)) == before
    press(window, ActionId.FORWARD)
    assert here(window)[0] == "third"


def test_stepping_through_results_is_one_jump(qtbot: QtBot, window: MainWindow) -> None:
    before = offset(window)
    search(window, "桥 甲")
    for _ in range(3):
        qtbot.keyClick(line_of(window), Qt.Key.Key_Down)
    assert offset(window) != before
    press(window, ActionId.BACK)
    assert offset(window) == before


def test_the_side_buttons_of_a_mouse_go_back_and_forward(window: MainWindow) -> None:
    before = offset(window)
    choose(window, 3)
    after = offset(window)
    QTest.mouseClick(window, Qt.MouseButton.BackButton)
    assert offset(window) == before
    QTest.mouseClick(window, Qt.MouseButton.ForwardButton)
    assert offset(window) == after


def test_a_place_is_gone_to_by_name_and_left_again(qtbot: QtBot, window: MainWindow) -> None:
    before = offset(window)
    press(window, ActionId.GO_TO)
    line = line_of(window)
    assert [row.text for row in window.panes.box.proposals()] == [
        "一、综合",
        "二、交通",
        "三、城市",
    ]
    qtbot.keyClicks(line, "jt")
    assert [row.text for row in window.panes.box.proposals()] == ["二、交通"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window._open is not None
    assert window._open.bulletin.text.hans[offset(window) :].startswith("二、交通")
    assert line.text() == ""
    assert window.panes.reader.isAncestorOf(window.focusWidget())
    press(window, ActionId.BACK)
    assert offset(window) == before


def test_a_place_that_is_not_there_is_no_search(qtbot: QtBot, window: MainWindow) -> None:
    press(window, ActionId.GO_TO)
    commit(window, "没有")
    assert window.panes.box.proposals() == ()
    qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    assert window.panes.box.count_text() == ""


def test_back_leads_from_a_bookmark_to_where_one_was(window: MainWindow) -> None:
    choose(window, 3)
    press(window, ActionId.BOOKMARK)
    (mark,) = window._lanes.user._resource.bookmarks()  # type: ignore[attr-defined]  # inline
    window._on_place_wanted(PlaceWanted(2, 0))
    choose(window, 2)
    before = here(window)[0], offset(window)
    press(window, ActionId.SHOW_BOOKMARKS)
    window.panes.bookmarks.bookmark_chosen.emit(BookmarkChosen(mark.id))
    assert here(window)[0] == "first"
    press(window, ActionId.BACK)
    assert (here(window)[0], offset(window)) == before


def test_escape_takes_back_the_wish_to_go_somewhere(qtbot: QtBot, window: MainWindow) -> None:
    press(window, ActionId.GO_TO)
    qtbot.keyClick(line_of(window), Qt.Key.Key_Escape)
    assert line_of(window).text() == ""
    assert window.panes.box.proposals() == ()


def go_to_bulletin(window: MainWindow, bulletin_id: int) -> None:
    window._history.note_jump()
    window._on_place_wanted(PlaceWanted(bulletin_id, 0))


def test_a_bulletin_that_cannot_be_opened_stays_a_place_to_go_back_to(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to_bulletin(window, 2)
    go_to_bulletin(window, 3)
    read = Library.bulletin
    is_damaged = True

    def second_is_damaged(library: Library, bulletin_id: int) -> Bulletin:
        if is_damaged and bulletin_id == 2:
            raise DataError("library_damaged", path="x")
        return read(library, bulletin_id)

    monkeypatch.setattr(Library, "bulletin", second_is_damaged)
    press(window, ActionId.BACK)
    assert here(window)[0] == "third"
    assert window.panes.notice.text()
    assert enabled(window) == (True, False)
    press(window, ActionId.BACK)
    assert here(window)[0] == "first", "the same step again goes past it"
    press(window, ActionId.FORWARD)
    assert here(window)[0] == "first"
    is_damaged = False
    seen = []
    for action_id in (ActionId.FORWARD, ActionId.BACK, ActionId.BACK, ActionId.FORWARD):
        press(window, action_id)
        seen.append(here(window)[0])
    assert seen == ["third", "second", "first", "second"], "and it is not forgotten"


# Jumps of a hand on the mouse


@pytest.fixture
def on_figures(qtbot: QtBot, library: Library, user: UserData) -> Iterator[MainWindow]:
    """A window on the bundled bulletin, its table made, its first chapter read."""
    with finding.open_searcher(library.path) as searcher:
        lanes = Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))
        window = open_window(qtbot, lanes)
        window.open_last()
        qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
        yield window


def click_row(view: QAbstractItemView, row: int, column: int = 0) -> None:
    index = view.model().index(row, column)
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.visualRect(index).center(),
    )


def scrolled(window: MainWindow) -> int:
    return window.panes.reader._view.verticalScrollBar().value()


def test_each_click_on_a_row_that_moves_the_text_can_be_gone_back_from(
    on_figures: MainWindow,
) -> None:
    window = on_figures
    window.panes.table.show_whole(on=True)
    view = window.panes.table._pane._view
    moved = 0
    for row in (*range(0, view.model().rowCount(), 9), 0):
        before, steps = scrolled(window), len(window._history.places()[0])
        click_row(view, row)
        assert len(window._history.places()[0]) - steps == (scrolled(window) != before), row
        moved += scrolled(window) != before
    assert moved > 5
    while enabled(window)[0]:
        press(window, ActionId.BACK)
    assert scrolled(window) == 0


def test_a_click_on_a_figure_in_sight_is_no_jump(on_figures: MainWindow) -> None:
    view = on_figures.panes.table._pane._view
    click_row(view, 1)
    before = scrolled(on_figures), on_figures._history.places()
    click_row(view, 0)
    assert (scrolled(on_figures), on_figures._history.places()) == before


def test_back_chooses_the_figure_again_that_was_chosen_there(on_figures: MainWindow) -> None:
    window = on_figures
    window.panes.table.show_whole(on=True)
    view = window.panes.table._pane._view
    click_row(view, 0)
    before = scrolled(window), window._choosing.chosen()[0]
    click_row(view, view.model().rowCount() - 1)
    assert window._choosing.chosen()[0] != before[1]
    press(window, ActionId.BACK)
    assert (scrolled(window), window._choosing.chosen()[0]) == before


def test_a_click_in_the_outline_can_be_gone_back_from(on_figures: MainWindow) -> None:
    window, view = on_figures, on_figures.panes.tree._view
    index = view.model().index(4, 0)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.visualRect(index).center() + QPoint(10, 0),
    )
    assert scrolled(window) > 0
    press(window, ActionId.BACK)
    assert scrolled(window) == 0

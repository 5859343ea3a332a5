"""Searching in the window: from key to mark, through three bulletins, and back."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.choices import Order
from desktop_app.domain.errors import DataError
from desktop_app.domain.events import SectionChosen
from desktop_app.domain.finding import Listing
from desktop_app.itemmodels.chapter_tree import ChapterRole
from desktop_app.services import completing, finding, places
from desktop_app.services.finding import Wanted
from desktop_app.store.library import Library
from desktop_app.store.searcher import Searcher
from desktop_app.store.userdata import UserData
from desktop_app.tasks.runner import InlineRunner, ThreadRunner
from desktop_app.window.actions import ActionId
from desktop_app.window.lanes import Lanes, SearchLanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.panes import CONTENTS_TAB, RESULTS_TAB
from tests.gui.made_results import rows_of
from tests.gui.three_years import YEARS, commit, here, line_of, number, open_window, press, search

pytestmark = pytest.mark.gui


# F3


def test_f3_goes_on_over_the_border_of_two_bulletins_and_round(window: MainWindow) -> None:
    search(window, "桥")
    forward = []
    for _ in range(10):
        press(window, ActionId.NEXT_HIT)
        forward.append(number(window))
    expected = [(key, n) for key in YEARS for n in range(3)]
    assert forward == [*expected, ("first", 0)]
    assert window.panes.box.has_focus()
    back = []
    for _ in range(10):
        press(window, ActionId.PREVIOUS_HIT)
        back.append(number(window))
    assert back == [*reversed(expected), ("third", 2)]


def test_f3_says_where_one_is_and_marks_it_in_the_list(window: MainWindow) -> None:
    search(window, "桥")
    for place in ("第 1 处，共 3 处", "第 2 处，共 3 处", "第 3 处，共 3 处", "第 1 处，共 3 处"):
        press(window, ActionId.NEXT_HIT)
        assert place in window.panes.status.texts()
    hit = window.panes.results.current_hit()
    assert hit is not None
    assert hit.bulletin_key == "second"


def test_f3_begins_where_one_reads(window: MainWindow) -> None:
    assert window._open is not None
    window.panes.reader.scroll_to(window._open.bulletin.chapters[2].title_read_start)
    search(window, "桥")
    press(window, ActionId.NEXT_HIT)
    assert number(window) == ("first", 1)


def test_f3_passes_bulletins_that_do_not_answer(window: MainWindow) -> None:
    search(window, "桥 丙")
    seen = []
    for _ in range(3):
        press(window, ActionId.NEXT_HIT)
        seen.append(here(window))
    assert seen[0] == ("third", "桥")
    assert {key for key, _ in seen} == {"third"}


def test_f3_without_a_hit_does_nothing(window: MainWindow) -> None:
    press(window, ActionId.NEXT_HIT)
    search(window, "没有这样的话")
    press(window, ActionId.NEXT_HIT)
    press(window, ActionId.PREVIOUS_HIT)
    assert number(window) == ("first", None)


# Back to where one was


def test_escape_goes_back_to_the_place_and_clears_the_marks(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window._open is not None
    place = window._open.bulletin.passages[12].read_start
    window.panes.reader.scroll_to(place)
    search(window, "桥")
    for _ in range(3):
        qtbot.keyClick(line_of(window), Qt.Key.Key_Down)
    assert window.panes.reader.place().read_offset != place
    qtbot.keyClick(line_of(window), Qt.Key.Key_Escape)
    assert window.panes.reader.place().read_offset == place
    assert window.panes.reader.matches() == ()
    assert window.panes.reader.current_match() is None
    assert window.panes.reader._view.hasFocus()
    assert window.panes.tabs.currentIndex() == CONTENTS_TAB
    assert window.panes.box.count_text() == ""
    assert window.panes.box.text() == "桥"


def test_escape_goes_back_from_another_bulletin(qtbot: QtBot, window: MainWindow) -> None:
    assert window._open is not None
    place = window._open.bulletin.passages[12].read_start
    window.panes.reader.scroll_to(place)
    search(window, "桥 丙")
    qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    assert here(window) == ("third", "桥")
    qtbot.keyClick(window.panes.reader._view, Qt.Key.Key_Escape)
    assert here(window) == ("first", "")
    assert window.panes.reader.place().read_offset == place


def test_who_reads_on_from_a_hit_stays_there(qtbot: QtBot, window: MainWindow) -> None:
    search(window, "桥")
    qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    view = window.panes.reader._view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    place = window.panes.reader.place()
    assert place.read_offset > 0
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert window.panes.reader.place() == place
    assert window.panes.reader.matches() == ()


def test_who_chooses_a_chapter_while_searching_comes_back_all_the_same(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window._open is not None
    search(window, "桥")
    window.panes.tree.section_chosen.emit(SectionChosen(window._open.bulletin.chapters[1].id))
    qtbot.keyClick(line_of(window), Qt.Key.Key_Escape)
    assert window.panes.reader.place().read_offset == 0


def test_a_search_that_was_left_is_taken_up_again(qtbot: QtBot, window: MainWindow) -> None:
    search(window, "桥")
    qtbot.keyClick(line_of(window), Qt.Key.Key_Escape)
    press(window, ActionId.NEXT_HIT)
    assert number(window) == ("first", 0)
    qtbot.keyClick(window.panes.reader._view, Qt.Key.Key_Escape)
    line_of(window).setFocus()
    qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    assert number(window) == ("first", 0)


def test_the_tab_the_user_chose_stays_while_he_types(window: MainWindow) -> None:
    tabs = window.panes.tabs
    search(window, "桥")
    assert tabs.currentIndex() == RESULTS_TAB
    tabs.setCurrentIndex(CONTENTS_TAB)
    search(window, "危桥")
    assert tabs.currentIndex() == CONTENTS_TAB, "he looks at the counts of the chapters"
    search(window, "")
    tabs.setCurrentIndex(RESULTS_TAB)
    search(window, "桥")
    search(window, "")
    assert tabs.currentIndex() == RESULTS_TAB


# Results


def test_the_bulletin_that_is_read_comes_first(window: MainWindow) -> None:
    search(window, "桥 丙")
    press(window, ActionId.NEXT_HIT)
    search(window, "桥")
    model = window.panes.results._model
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows[0] == "丙县 2021 年"
    assert [row for row in rows if row.endswith("年")] == [
        "丙县 2021 年", "甲县 2023 年", "乙县 2022 年",
    ]  # fmt: skip


def test_every_match_is_marked_and_counted_however_short_the_list(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.panes.results, "hits_in_view", lambda: 2)
    # The default of a frozen dataclass: what is wanted says how long the list is.
    monkeypatch.setattr("desktop_app.window.search_control.Wanted", partial(Wanted, limit=4))
    search(window, "段")
    assert window._open is not None
    count = window._open.bulletin.text.hans.count("段")
    assert len(window.panes.reader.matches()) == count == 90
    results = window.panes.results
    assert len(results._model.hits()) == 4
    assert results._more.text() == "另有 266 段，继续列出"
    chapters = window.panes.tree._model
    counts = [chapters.index(row, 0).data(ChapterRole.HITS) for row in range(3)]
    assert counts == [30, 30, 30]
    results.more_wanted.emit()
    assert len(results._model.hits()) == 4 + finding.LISTED


def test_the_order_and_the_synonyms_are_kept_for_the_next_start(
    qtbot: QtBot, window: MainWindow, lanes: Lanes
) -> None:
    search(window, "桥")
    window.panes.results.move(1)
    before = window.panes.results.current_hit()
    head = window.panes.results._head
    qtbot.mouseClick(head._orders[Order.TEXT], Qt.MouseButton.LeftButton)
    assert window.panes.results.current_hit() == before
    head._also.linkActivated.emit("switch")
    assert window._settings.order is Order.TEXT
    assert not window._settings.synonyms
    window.close()
    again = open_window(qtbot, lanes)
    again.panes.tabs.setCurrentIndex(RESULTS_TAB)
    assert again.panes.results._head._orders[Order.TEXT].isChecked()
    again.open_last()
    search(again, "GDP")
    assert "只查了原词" in "".join(again.panes.results._head.texts())


def test_another_script_keeps_the_list_as_long_as_it_was(window: MainWindow) -> None:
    search(window, "段")
    shown = len(window.panes.results._model.hits())
    assert shown > finding.FIRST
    for _ in range(40):
        window.panes.results.move(1)
    hit = window.panes.results.current_hit()
    removed: list[int] = []
    window.panes.results._model.rowsRemoved.connect(lambda *_rows: removed.append(1))
    press(window, ActionId.HANT)
    after = window.panes.results.current_hit()
    assert hit is not None
    assert after is not None
    assert (after.bulletin_id, after.passage_id) == (hit.bulletin_id, hit.passage_id)
    assert removed == []
    assert len(window.panes.results._model.hits()) == shown


def test_headings_follow_the_script(window: MainWindow) -> None:
    press(window, ActionId.HANT)
    tree = window.panes.tree._model
    assert [tree.index(row, 0).data() for row in range(3)] == ["一、綜合", "二、交通", "三、城市"]
    search(window, "段")
    model = window.panes.results._model
    assert rows_of(model)[:2] == ["甲縣 2023 年", "一、綜合"]
    search(window, "段 丙")
    assert rows_of(model)[:2] == ["丙縣 2021 年", "一、綜合"]
    assert "丙縣 2021 年 › 一、綜合" in model.index(2).data(Qt.ItemDataRole.ToolTipRole)
    press(window, ActionId.HANS)
    assert rows_of(model)[:2] == ["丙县 2021 年", "一、综合"]
    assert tree.index(0, 0).data() == "一、综合"
    press(window, ActionId.SOURCE)
    assert tree.index(0, 0).data() == "一、综合", "what is printed there may be damaged"


def test_a_long_query_that_finds_nothing_leaves_the_panes_their_width(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window.panes.splitters["columns"].sizes()
    search(window, "单位:" + "a" * 300)
    qtbot.waitUntil(window.panes.results._message.isVisible)
    assert "没有找到" in window.panes.results._message.text()
    least = window.panes.results.minimumSizeHint().width()
    assert least <= before[0]
    assert window.panes.splitters["columns"].sizes() == before


def test_a_place_is_kept_though_another_bulletin_is_opened_at_once(
    window: MainWindow, user: UserData
) -> None:
    assert window._open is not None
    first = window._open.bulletin
    window.panes.reader.scroll_to(first.passages[12].read_start)
    assert window._places._rest.isActive(), "it is not saved yet"
    search(window, "桥 丙")
    press(window, ActionId.NEXT_HIT)
    assert here(window)[0] == "third"
    assert places.left_at(user, first) == first.passages[12].read_start


# Completing


def test_a_filter_is_proposed_and_taken(qtbot: QtBot, window: MainWindow) -> None:
    window.panes.box.take_focus()
    commit(window, "地区")
    qtbot.waitUntil(lambda: bool(window.panes.box.proposals()))
    assert window.panes.box.proposals()[0].text == "地区:"
    qtbot.keyClick(line_of(window), Qt.Key.Key_Tab)
    assert window.panes.box.text() == "地区:"
    texts = [row.text for row in window.panes.box.proposals()]
    assert any("乙县" in text for text in texts)


def test_a_word_of_the_text_leaves_the_arrows_to_the_results(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.panes.box.take_focus()
    commit(window, "桥")
    qtbot.waitUntil(lambda: bool(window.panes.box.count_text()))
    assert window.panes.box.proposals() == ()
    qtbot.keyClick(line_of(window), Qt.Key.Key_Down)
    assert window.panes.results.current_hit() is not None


# What can go wrong, and what takes its time


def test_a_search_that_fails_says_so_and_shows_nothing_old(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    search(window, "桥")

    def fail(*_args: object, **_given: object) -> None:
        raise DataError("library_damaged", path="/资料/gongbao.db")

    monkeypatch.setattr(finding, "first", fail)
    search(window, "危桥")
    assert window.panes.results._model.rowCount() == 0
    assert "检索没有完成" in window.panes.results._message.text()
    assert window.panes.reader.matches() == ()
    assert window.panes.box.count_text() == ""
    assert "/资料/gongbao.db" in window.panes.notice.text()
    monkeypatch.undo()
    search(window, "桥")
    assert len(window.panes.results._model.hits()) == 6


def test_what_searches_is_made_once_the_text_has_been_seen(qtbot: QtBot, lanes: Lanes) -> None:
    window = open_window(qtbot, lanes)
    assert window.search._parts is None
    window.open_last()
    qtbot.waitUntil(lambda: window.search._parts is not None)
    assert window.panes.tabs.currentIndex() == CONTENTS_TAB


def test_keys_reach_the_results_in_the_order_of_the_parts(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(window, "桥")
    window.panes.tabs.setFocus()
    results = window.panes.results
    for _ in range(20):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if results.isAncestorOf(window.focusWidget()):
            break
    assert results.isAncestorOf(window.focusWidget())
    assert not window.panes.reader.isAncestorOf(window.focusWidget())
    seen = []
    for _ in range(20):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
        if not results.isAncestorOf(seen[-1]):
            break
    assert window.panes.reader.isAncestorOf(seen[-1])


def test_what_is_typed_before_the_library_is_open_is_asked_then(
    qtbot: QtBot, lanes: Lanes
) -> None:
    window = open_window(qtbot, lanes)
    search(window, "桥")
    assert "还没有打开" in window.panes.results._message.text()
    window.open_last()
    assert len(window.panes.results._model.hits()) == 6
    assert len(window.panes.reader.matches()) == 3


def test_counts_that_fail_leave_the_hits_and_say_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_given: object) -> None:
        raise DataError("library_damaged", path="/资料/gongbao.db")

    monkeypatch.setattr(finding, "counted", fail)
    search(window, "桥")
    results = window.panes.results
    assert len(results._model.hits()) == 6
    assert "没有统计完" in results._head.texts()
    assert len(window.panes.reader.matches()) == 3
    assert window.panes.box.count_text() == ""
    assert "/资料/gongbao.db" in window.panes.notice.text()
    press(window, ActionId.NEXT_HIT)
    assert number(window) == ("first", 0)
    search(window, "没有这样的话")
    assert "检索没有完成" in results._message.text(), "nobody knows whether nothing answers"
    monkeypatch.undo()
    search(window, "桥")
    assert window.panes.box.count_text() == "9 处"


def test_a_longer_list_that_fails_leaves_the_hits_and_can_be_wanted_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.window.search_control.Wanted", partial(Wanted, limit=4))
    search(window, "段")
    results, listed = window.panes.results, finding.listed

    def fail(*_args: object, **_given: object) -> None:
        raise DataError("library_damaged", path="/资料/gongbao.db")

    monkeypatch.setattr(finding, "listed", fail)
    results.more_wanted.emit()
    assert len(results._model.hits()) == 4
    assert "270 段" in "".join(results._head.texts()), "what was counted stays right"
    assert "/资料/gongbao.db" in window.panes.notice.text()
    monkeypatch.setattr(finding, "listed", listed)
    results.more_wanted.emit()
    assert len(results._model.hits()) == 4 + finding.LISTED


class Gate:
    """Holds one query until it is let go, on the thread that searches."""

    def __init__(self, typed: str, job: Callable[..., object]) -> None:
        self._typed, self._job = typed, job
        self.begun, self.open = threading.Event(), threading.Event()

    def __call__(self, searcher: Searcher, wanted: Wanted) -> object:
        if wanted.text == self._typed:
            self.begun.set()
            assert self.open.wait(10)
        return self._job(searcher, wanted)


@pytest.fixture
def threaded(three_years: Path, user: UserData) -> Iterator[Lanes]:
    def lane(name: str) -> ThreadRunner:
        opened = partial(Searcher, three_years)
        return ThreadRunner(name, opened, Searcher.close, Searcher.interrupt)

    with Library(three_years) as library:
        lanes = SearchLanes(lane("search"), lane("counting"))
        yield Lanes(InlineRunner(library), lanes, InlineRunner(user))
        for each in (lanes.search, lanes.counting):
            each.stop()


def test_the_newest_query_wins(
    qtbot: QtBot, threaded: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate("危", finding.first)
    monkeypatch.setattr(finding, "first", gate)
    window = open_window(qtbot, threaded)
    window.open_last()
    shown: list[str] = []
    set_listing = window.panes.results.set_listing

    def remember(listing: Listing | None, bulletin: Bulletin | None) -> None:
        set_listing(listing, bulletin)
        if listing is not None:
            shown.append(listing.result.query.typed)

    monkeypatch.setattr(window.panes.results, "set_listing", remember)
    search(window, "危")
    assert gate.begun.wait(10)
    search(window, "危桥")
    gate.open.set()
    qtbot.waitUntil(lambda: window.panes.box.count_text() == "3 处")
    qtbot.waitUntil(lambda: len(window.panes.reader.matches()) == 1)
    assert set(shown) == {"危桥"}


def test_more_can_be_wanted_though_it_was_wanted_before_the_first_hits(
    qtbot: QtBot, threaded: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate("段的", finding.first)
    monkeypatch.setattr(finding, "first", gate)
    window = open_window(qtbot, threaded)
    window.open_last()
    results = window.panes.results
    search(window, "段")
    qtbot.waitUntil(lambda: window.panes.box.count_text() == "270 处")
    search(window, "段的")
    assert gate.begun.wait(10)
    results._more.click()
    with qtbot.waitSignal(window.search.parts().search._asking.counted):
        gate.open.set()
    assert len(results._model.hits()) == finding.LISTED
    results._more.click()
    qtbot.waitUntil(lambda: len(results._model.hits()) > finding.LISTED)


def test_enter_before_the_answer_opens_the_first_hit_when_it_comes(
    qtbot: QtBot, threaded: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate("危桥", finding.first)
    monkeypatch.setattr(finding, "first", gate)
    window = open_window(qtbot, threaded)
    window.open_last()
    search(window, "危桥")
    qtbot.keyClick(line_of(window), Qt.Key.Key_Return)
    assert gate.begun.wait(10)
    assert window.panes.reader.current_match() is None
    qtbot.waitUntil(lambda: "…" in window.panes.box.count_text())
    gate.open.set()
    qtbot.waitUntil(lambda: here(window) == ("first", "危桥"))
    assert window.panes.reader._view.hasFocus()


def test_f3_pressed_early_steps_when_the_marks_are_there(
    qtbot: QtBot, threaded: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate("桥", finding.first)
    monkeypatch.setattr(finding, "first", gate)
    window = open_window(qtbot, threaded)
    window.open_last()
    search(window, "桥")
    press(window, ActionId.NEXT_HIT)
    gate.open.set()
    qtbot.waitUntil(lambda: number(window) == ("first", 0))


def test_what_takes_long_to_count_holds_nothing_up(
    qtbot: QtBot, threaded: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, counted = threading.Event(), finding.counted

    def count(searcher: Searcher, listing: Listing, home: int | None) -> Listing:
        assert gate.wait(10)
        return counted(searcher, listing, home)

    monkeypatch.setattr(finding, "counted", count)
    window = open_window(qtbot, threaded)
    window.open_last()
    search(window, "段")
    results = window.panes.results
    qtbot.waitUntil(lambda: len(results._model.hits()) == finding.LISTED)
    qtbot.waitUntil(lambda: "正在统计…" in results._head.texts())
    assert window.panes.box.count_text() == "…"
    press(window, ActionId.PREVIOUS_HIT)
    qtbot.waitUntil(lambda: here(window)[0] == "third")
    gate.set()
    qtbot.waitUntil(lambda: window.panes.box.count_text() == "270 处")


def test_a_late_completion_is_not_shown(
    qtbot: QtBot, threaded: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = threading.Event()
    complete = completing.complete

    def slow(library: Library, typed: str, cursor: int) -> object:
        suggestions = complete(library, typed, cursor)
        if typed == "地区":
            done.set()
        return suggestions

    monkeypatch.setattr(completing, "complete", slow)
    window = open_window(qtbot, threaded)
    window.open_last()
    window.panes.box.take_focus()
    commit(window, "地区")
    qtbot.waitUntil(done.is_set)
    line_of(window).clear()
    search(window, "桥")
    qtbot.waitUntil(lambda: window.panes.box.count_text() == "9 处")
    assert window.panes.box.proposals() == ()

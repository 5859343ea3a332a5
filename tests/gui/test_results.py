"""The result list: moving through it, what it says, and queries that are kept."""

import re

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import Order
from desktop_app.domain.events import HitChosen, OrderChosen, QueryChosen, SynonymsSwitched
from desktop_app.domain.search import (
    ChapterCount,
    IndicatorMatch,
    NamedBy,
    Query,
    SearchResult,
    Term,
)
from desktop_app.itemmodels.queries import QueryKind
from desktop_app.services.queries import KeptQueries
from desktop_app.widgets.results import ResultsPane
from tests.gui.made_results import (
    BOTH,
    BULLETIN,
    HITS,
    NOTHING,
    RESULT,
    WORD,
    listed,
    make_hit,
    of,
    rows_of,
    shown_pane,
    view_of,
)


@pytest.fixture
def pane(qtbot: QtBot) -> ResultsPane:
    return shown_pane(qtbot)


def said(pane: ResultsPane) -> str:
    labels = [each for each in pane.findChildren(QLabel) if each.isVisible()]
    return "\n".join(each.text() for each in labels)


def test_counts_are_said(pane: ResultsPane) -> None:
    assert said(pane) == "9 处 · 5 段 · 2 章"
    whole = SearchResult(
        Query(WORD), 3, HITS, (ChapterCount(1, 2, 2), ChapterCount(1, None, 1)), 4
    )
    pane.set_listing(listed(whole), BULLETIN)
    assert said(pane) == "4 处 · 3 段 · 1 章"
    pane.set_listing(listed(replace(whole, places=None), several=True), BULLETIN)
    assert said(pane) == "3 段"


def test_counts_that_are_not_there_yet_leave_what_was_said(pane: ResultsPane) -> None:
    pane.set_listing(listed(of(*HITS, typed="低"), counted=False), BULLETIN)
    assert said(pane) == "9 处 · 5 段 · 2 章"
    pane.say("正在检索…")
    assert said(pane) == "正在检索…"


def test_hits_by_name_are_counted_apart(pane: ResultsPane) -> None:
    named = replace(HITS[1], by_name=True)
    both = SearchResult(Query(WORD), 1, (HITS[0], named), (ChapterCount(1, 2, 1),), 2)
    pane.set_listing(listed(both), BULLETIN)
    assert said(pane) == "2 处 · 1 段 · 1 章 · 按指标名另有 1 段"
    pane.set_listing(listed(SearchResult(Query(WORD), 0, (named,))), BULLETIN)
    assert said(pane) == "按指标名找到 1 段"


def test_more_can_be_wanted(pane: ResultsPane, qtbot: QtBot) -> None:
    assert pane._more.isVisible()
    assert pane._more.text() == "另有 2 段，继续列出"
    with qtbot.waitSignal(pane.more_wanted):
        qtbot.mouseClick(pane._more, Qt.MouseButton.LeftButton)
    for _ in HITS:
        pane.move(1)
    with qtbot.waitSignal(pane.more_wanted):
        pane.move(1)
    pane.set_listing(listed(of(*HITS)), BULLETIN)
    assert not pane._more.isVisible()
    with qtbot.assertNotEmitted(pane.more_wanted):
        pane.move(1)


def test_the_order_can_be_chosen(pane: ResultsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.order_chosen) as chosen:
        qtbot.mouseClick(pane._head._orders[Order.TEXT], Qt.MouseButton.LeftButton)
    assert chosen.args == [OrderChosen(Order.TEXT)]
    pane.set_choices(Order.RELEVANCE, synonyms=True)
    assert pane._head._orders[Order.RELEVANCE].isChecked()
    assert not pane._head._orders[Order.TEXT].isChecked()


def lines(pane: ResultsPane) -> list[str]:
    """Return the lines above the hits, without the counts and without links."""
    return [re.sub("<[^>]+>|\u2060", "", text) for text in pane._head.texts()[1:]]


def test_synonyms_are_said_and_can_be_left_out(pane: ResultsPane, qtbot: QtBot) -> None:
    term = Term("GDP", also=("国内生产总值", "地区生产总值", "a<b", "生产总值"))
    result = replace(RESULT, query=Query("GDP", (term,)))
    pane.set_listing(listed(result), BULLETIN)
    assert lines(pane) == ["也匹配 国内生产总值、地区生产总值、a&lt;b等 4 个　只查原词"]
    with qtbot.waitSignal(pane.synonyms_switched) as switched:
        pane._head._also.linkActivated.emit("switch")
    assert switched.args == [SynonymsSwitched(on=False)]
    pane.set_choices(Order.RELEVANCE, synonyms=False)
    pane.set_listing(listed(replace(RESULT, query=Query("GDP", (Term("GDP"),)))), BULLETIN)
    assert lines(pane) == ["只查了原词　也查同义词"]
    with qtbot.waitSignal(pane.synonyms_switched) as switched:
        pane._head._also.linkActivated.emit("switch")
    assert switched.args == [SynonymsSwitched(on=True)]


def test_names_that_were_not_typed_are_said(pane: ResultsPane, qtbot: QtBot) -> None:
    names = tuple(
        IndicatorMatch(name, 3, NamedBy.PART) for name in ("税收", "税收收入", "国税收入")
    )
    result = replace(RESULT, query=Query("税收", (Term("税收"),)), indicators=names)
    pane.set_listing(listed(result), BULLETIN)
    assert lines(pane) == ["指标：税收收入、国税收入"]
    with qtbot.waitSignal(pane.query_chosen) as chosen:
        pane._head._indicators.linkActivated.emit("税收收入")
    assert chosen.args == [QueryChosen("税收收入")]
    pane.set_listing(listed(RESULT), BULLETIN)
    assert lines(pane) == []


def test_a_filter_that_makes_no_sense_is_said(pane: ResultsPane) -> None:
    pane.set_listing(listed(replace(RESULT, query=Query("值:x", unread=("值:x",)))), BULLETIN)
    assert lines(pane) == ["看不懂“值:x”，当作文字查找"]


def test_an_empty_result_names_the_query(pane: ResultsPane) -> None:
    pane.set_listing(listed(NOTHING, counted=False), BULLETIN)
    assert "没有找到" not in said(pane), "a name may still answer, and nothing should flash"
    pane.set_listing(listed(NOTHING), BULLETIN)
    assert "没有找到“房价指数”" in said(pane)
    assert not view_of(pane).isVisible()


def test_a_failure_leaves_no_old_results(pane: ResultsPane) -> None:
    pane.say_failure("资料库损坏了。")
    assert said(pane) == "检索没有完成\n\n资料库损坏了。"
    assert pane._model.rowCount() == 0
    pane.set_listing(listed(RESULT), BULLETIN)
    assert view_of(pane).isVisible()


def test_moving_goes_past_headings_and_stops_at_the_ends(pane: ResultsPane) -> None:
    chosen: list[HitChosen] = []
    pane.hit_chosen.connect(chosen.append)
    for step in (1, 1, 1, 1, -1, -5):
        pane.move(step)
    order = [HITS[0], HITS[2], HITS[1], HITS[1], HITS[2], HITS[0]]
    assert chosen == [HitChosen(hit, stay=True) for hit in order]


def test_moving_up_begins_at_the_last(pane: ResultsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        pane.move(-1)
    assert chosen.args == [HitChosen(HITS[1], stay=True)]


def test_enter_opens_the_current_hit_or_the_first(pane: ResultsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        pane.choose_current()
    assert chosen.args == [HitChosen(HITS[0])]
    pane.move(1)
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        pane.choose_current()
    assert chosen.args == [HitChosen(HITS[2])]


def test_nothing_found_chooses_nothing(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.set_listing(listed(NOTHING), BULLETIN)
    with qtbot.assertNotEmitted(pane.hit_chosen):
        pane.move(1)
        pane.choose_current()


def test_the_current_hit_stays_while_the_query_is_the_same(pane: ResultsPane) -> None:
    pane.move(1)
    pane.move(1)
    assert pane.current_hit() == HITS[2]
    others = of(HITS[2], HITS[1], HITS[0])
    pane.set_listing(listed(others), BULLETIN)
    assert pane.current_hit() == HITS[2]
    pane.set_listing(listed(of(*HITS, typed="低")), BULLETIN)
    assert pane.current_hit() is None, "Enter opens the best of another query"


def test_a_hit_stepped_to_elsewhere_becomes_the_current_one(
    pane: ResultsPane, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(pane.hit_chosen):
        pane.mark_current(1, HITS[1].passage_id)
        assert pane.current_hit() == HITS[1]
        pane.mark_current(1, 99)
    assert pane.current_hit() == HITS[1]


def click(pane: ResultsPane, qtbot: QtBot, row: int) -> None:
    view = view_of(pane)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_chooses_a_hit(pane: ResultsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        click(pane, qtbot, 2)
    assert chosen.args == [HitChosen(HITS[2])]


def test_a_click_on_a_heading_closes_and_opens_its_group(pane: ResultsPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.hit_chosen):
        click(pane, qtbot, 0)
    assert rows_of(pane._model) == ["二、民生", "一、综合", HITS[1].snippet]
    click(pane, qtbot, 0)
    assert len(rows_of(pane._model)) == 5


def test_keys_move_in_the_list(pane: ResultsPane, qtbot: QtBot) -> None:
    view = view_of(pane)
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [HitChosen(HITS[0], stay=True)]
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [HitChosen(HITS[0])]
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_End)
    assert chosen.args == [HitChosen(HITS[1], stay=True)]
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert chosen.args == [HitChosen(HITS[0], stay=True)]
    with qtbot.waitSignal(pane.escaped):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_left_and_right_close_and_open_groups(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.set_listing(BOTH, BULLETIN)
    view = view_of(pane)

    def press(key: Qt.Key) -> str:
        qtbot.keyClick(view, key)
        return str(view.currentIndex().data())

    pane.move(1)
    assert press(Qt.Key.Key_Left) == "二、民生"
    assert pane._model.stops() == [1, 3, 6], "its group is closed"
    assert press(Qt.Key.Key_Left) == "青河县 2023 年"
    assert press(Qt.Key.Key_Left) == "青河县 2023 年"
    assert rows_of(pane._model)[:2] == ["青河县 2023 年", "白山市 2023 年"]
    assert press(Qt.Key.Key_Down) == "低保"
    assert press(Qt.Key.Key_Up) == "青河县 2023 年", "a closed group is stopped at"
    assert press(Qt.Key.Key_Right) == "青河县 2023 年"
    assert press(Qt.Key.Key_Right) == "二、民生"
    assert press(Qt.Key.Key_Return) == "二、民生"
    assert press(Qt.Key.Key_Right) == HITS[0].snippet


# Queries that are kept


KEPT = KeptQueries(recent=("桥", "收入"), saved=("低保 -城市",))


def kept_rows(pane: ResultsPane) -> list[str]:
    model = pane._kept._list.queries
    return [model.index(row).data() for row in range(model.rowCount())]


def test_before_a_search_it_shows_what_is_kept_and_how_to_ask(pane: ResultsPane) -> None:
    pane.set_listing(None, BULLETIN)
    assert "检索框" in said(pane)
    assert "处 ·" not in said(pane)
    assert kept_rows(pane) == []
    pane.set_queries(KEPT)
    assert kept_rows(pane) == ["已保存的检索", "低保 -城市", "最近检索", "桥", "收入"]


def test_a_kept_query_can_be_chosen_and_taken_out(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.set_listing(None, BULLETIN)
    pane.set_queries(KEPT)
    pane.setFocus()
    view = pane._kept._list
    assert view.hasFocus()
    view.setCurrentIndex(view.queries.index(3))
    with qtbot.waitSignal(pane.query_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [QueryChosen("桥")]
    with qtbot.waitSignal(pane.query_dropped) as dropped:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert dropped.args[0].query == "桥"
    pane.set_queries(KeptQueries(("收入",), KEPT.saved))
    assert view.currentIndex().row() == 3, "the next one may be taken out right away"
    with qtbot.waitSignal(pane.history_cleared):
        qtbot.mouseClick(pane._kept._clear, Qt.MouseButton.LeftButton)


def test_a_kept_query_can_be_clicked_and_crossed_out(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.set_listing(None, BULLETIN)
    pane.set_queries(KEPT)
    view = pane._kept._list
    rect = view.visualRect(view.queries.index(1))
    left, button = rect.center(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(pane.query_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), button, pos=left)
    assert chosen.args == [QueryChosen("低保 -城市")]
    cross = view.delegate.cross_rect(QRectF(rect)).center().toPoint()
    with (
        qtbot.waitSignal(pane.query_dropped) as dropped,
        qtbot.assertNotEmitted(pane.query_chosen),
    ):
        qtbot.mouseClick(view.viewport(), button, pos=cross)
    assert dropped.args[0].kind is QueryKind.SAVED
    heading = view.visualRect(view.queries.index(0)).center()
    with qtbot.assertNotEmitted(pane.query_chosen):
        qtbot.mouseClick(view.viewport(), button, pos=heading)


@pytest.mark.parametrize("height", [200, 400, 900])
def test_so_many_hits_are_asked_first_as_fill_the_pane(qtbot: QtBot, height: int) -> None:
    pane = shown_pane(qtbot)
    pane.resize(280, height)
    room = pane.hits_in_view()
    hits = tuple(make_hit(number, 1, "低保" * 60) for number in range(1, room + 1))
    pane.set_listing(listed(of(*hits), counted=False), BULLETIN)
    view = view_of(pane)
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    assert last.bottom() >= view.viewport().height() - 1
    assert last.top() <= height, "the last one is not far below the rim"

"""The result list: groups, marks, moving through it, and what it says when it is empty."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.events import HitChosen
from desktop_app.domain.search import ChapterCount, Query, SearchHit, SearchResult
from desktop_app.itemmodels.hit_delegate import (
    LINES,
    Excerpt,
    _line_ends,
    cut,
    fit,
    points,
    shift,
    units,
)
from desktop_app.itemmodels.results import ResultRole, ResultsModel
from desktop_app.services.appearance import theme
from desktop_app.store.library import Library
from desktop_app.store.query import parse
from desktop_app.widgets.results import ResultsPane
from tests.gui.made_outline import KEY, make_bulletin

WORD = "低保"
BULLETIN = make_bulletin()


def make_hit(number: int, section: int | None, snippet: str, key: str = KEY) -> SearchHit:
    at = snippet.find(WORD)
    return SearchHit(
        bulletin_id=1 if key == KEY else 2,
        bulletin_key=key,
        place="河东省/青河县" if key == KEY else "河东省/白山市",
        year=2023,
        section_id=section,
        passage_id=number,
        start=number,
        end=number + 1,
        read_start=number,
        read_end=number + 1,
        matches=(),
        snippet=snippet,
        marks=((at, at + len(WORD)),) if at >= 0 else (),
    )


HITS = (
    make_hit(1, 5, "发放低保金316万元"),
    make_hit(2, 1, "全年低保支出增长2.0%"),
    make_hit(3, 6, "农村低保125户"),
)
COUNTS = (ChapterCount(1, 2, 4), ChapterCount(1, 1, 1))
RESULT = SearchResult(Query(WORD), total=5, hits=HITS, chapters=COUNTS, places=9)
NOTHING = SearchResult(Query("房价指数"), total=0)


@pytest.fixture
def pane(qtbot: QtBot) -> ResultsPane:
    pane = ResultsPane()
    qtbot.addWidget(pane)
    pane.resize(280, 400)
    pane.apply_theme(theme("light"))
    pane.show()
    pane.set_result(RESULT, BULLETIN)
    return pane


def view_of(pane: ResultsPane) -> QListView:
    view = pane.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def said(pane: ResultsPane) -> str:
    labels = [each for each in pane.findChildren(QLabel) if each.isVisible()]
    return "\n".join(each.text() for each in labels)


def rows_of(model: ResultsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = ResultsModel()
    model.set_result(RESULT, BULLETIN)
    qtmodeltester.check(model)
    model.set_result(None, None)
    assert model.rowCount() == 0


def test_hits_stand_below_their_chapter() -> None:
    model = ResultsModel()
    model.set_result(RESULT, BULLETIN)
    first, second, third = (hit.snippet for hit in HITS)
    assert rows_of(model) == ["二、民生", first, third, "一、综合", second]
    assert model.hit_rows() == [1, 2, 4]
    assert model.index(0).data(ResultRole.COUNT) == 4
    assert model.index(2).data(Qt.ItemDataRole.ToolTipRole) == "二、民生 › 2 救助 › (2) 扩大范围"


def test_other_bulletins_and_the_preface_are_named() -> None:
    model = ResultsModel()
    hits = (make_hit(1, None, "低保"), make_hit(2, 1, "低保", key="baishan-2023"))
    model.set_result(SearchResult(Query(WORD), 2, hits), BULLETIN)
    assert rows_of(model) == ["标题与前言", "低保", "白山市 2023 年", "低保"]


def test_counts_are_said(pane: ResultsPane) -> None:
    assert said(pane) == "9 处 · 5 段 · 2 章\n列出前 3 段，另有 2 段"
    whole = SearchResult(
        Query(WORD), 3, HITS, (ChapterCount(1, 2, 2), ChapterCount(1, None, 1)), 4
    )
    pane.set_result(whole, BULLETIN)
    assert said(pane) == "4 处 · 3 段 · 1 章"


def test_an_empty_result_names_the_query(pane: ResultsPane) -> None:
    pane.set_result(NOTHING, BULLETIN)
    assert said(pane).startswith("没有找到“房价指数”")
    assert not view_of(pane).isVisible()


def test_before_a_search_it_shows_how(pane: ResultsPane) -> None:
    pane.set_result(None, BULLETIN)
    assert "检索框" in said(pane)
    assert "处 ·" not in said(pane)


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
    pane.set_result(NOTHING, BULLETIN)
    with qtbot.assertNotEmitted(pane.hit_chosen):
        pane.move(1)
        pane.choose_current()


@pytest.mark.parametrize(("row", "hits"), [(0, []), (2, [HitChosen(HITS[2])])])
def test_a_click_chooses_a_hit_and_no_heading(
    pane: ResultsPane, qtbot: QtBot, row: int, hits: list[HitChosen]
) -> None:
    chosen: list[HitChosen] = []
    pane.hit_chosen.connect(chosen.append)
    view = view_of(pane)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == hits


def test_keys_move_in_the_list(pane: ResultsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        qtbot.keyClick(view_of(pane), Qt.Key.Key_Down)
    assert chosen.args == [HitChosen(HITS[0], stay=True)]
    with qtbot.waitSignal(pane.hit_chosen) as chosen:
        qtbot.keyClick(view_of(pane), Qt.Key.Key_Return)
    assert chosen.args == [HitChosen(HITS[0])]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_match_is_marked(pane: ResultsPane, name: str) -> None:
    colours = theme(name)
    pane.apply_theme(colours)
    view = view_of(pane)
    image = view.viewport().grab().toImage()
    row = view.visualRect(view.model().index(1, 0))
    painted = {
        image.pixelColor(x, y).name()
        for x in range(row.left(), row.right())
        for y in range(row.top(), row.bottom())
    }
    assert colours.match in painted


def test_a_snippet_is_cut_to_two_lines_around_its_first_mark(qtbot: QtBot) -> None:
    assert qtbot is not None
    font, width = QFont(), 160.0
    snippet = "甲" * 200 + WORD + "乙" * 200
    excerpt = fit(Excerpt(snippet, ((200, 202),)), font, width)
    (mark,) = excerpt.marks
    assert excerpt.text[slice(*mark)] == WORD
    assert excerpt.text.startswith("…")
    assert excerpt.text.endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(excerpt.text) <= 2 * width


@pytest.mark.parametrize("width", range(150, 330, 15))
def test_no_snippet_takes_a_third_line(qtbot: QtBot, library: Library, width: int) -> None:
    assert qtbot is not None
    font = QFont()
    for hit in library.search(parse("%"), limit=50).hits:
        excerpt = fit(Excerpt(hit.snippet, hit.marks), font, width)
        assert len(_line_ends(excerpt.text, font, width)) <= LINES


def test_a_short_snippet_stays_whole(qtbot: QtBot) -> None:
    assert qtbot is not None
    excerpt = Excerpt("发放低保金", ((2, 4),))
    assert fit(excerpt, QFont(), 400) == excerpt


def test_marks_follow_the_cut() -> None:
    excerpt = Excerpt("一二三四五六", ((1, 3), (4, 6)))
    assert shift(excerpt, 2) == Excerpt("…三四五六", ((1, 2), (3, 5)))
    assert cut(excerpt, 5) == Excerpt("一二三四五…", ((1, 3), (4, 5)))


@pytest.mark.parametrize(("position", "unit"), [(0, 0), (1, 2), (2, 3), (3, 5), (4, 6)])
def test_characters_beyond_the_first_plane_count_twice_in_qt(position: int, unit: int) -> None:
    text = "𠮷一𠮷二"
    assert units(text, position) == unit
    assert points(text, unit) == position

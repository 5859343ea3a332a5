"""The rows of a result list: groups, counts, and what changes when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.search import (
    Query,
    SearchResult,
)
from desktop_app.itemmodels.result_groups import GroupHeading
from desktop_app.itemmodels.results import ResultRole, ResultsModel
from tests.gui.made_outline import KEY
from tests.gui.made_results import (
    BOTH,
    BULLETIN,
    HITS,
    NOTHING,
    OTHER,
    RESULT,
    WORD,
    listed,
    make_hit,
    of,
    rows_of,
)


@pytest.fixture
def model() -> ResultsModel:
    return ResultsModel()


def heading_at(model: ResultsModel, row: int) -> GroupHeading:
    heading = model.index(row).data(ResultRole.HEADING)
    assert isinstance(heading, GroupHeading)
    return heading


def test_model_is_sound(qtmodeltester: ModelTester, model: ResultsModel) -> None:
    qtmodeltester.check(model)
    for listing in (listed(RESULT), BOTH, listed(NOTHING), listed(RESULT), None):
        model.set_listing(listing, BULLETIN)
        if model.rowCount():
            model.set_expanded(0, expanded=False)
    assert model.rowCount() == 0


def test_hits_stand_below_their_chapter(model: ResultsModel) -> None:
    model.set_listing(listed(RESULT), BULLETIN)
    first, second, third = (hit.snippet for hit in HITS)
    assert rows_of(model) == ["二、民生", first, third, "一、综合", second]
    assert [heading_at(model, row).count for row in (0, 3)] == [4, 1]
    assert model.index(2).data(Qt.ItemDataRole.ToolTipRole) == "二、民生 › 2 救助 › (2) 扩大范围"


def test_bulletins_are_named_where_there_are_several(model: ResultsModel) -> None:
    model.set_listing(BOTH, BULLETIN)
    assert rows_of(model) == [
        "青河县 2023 年", "二、民生", HITS[0].snippet, "一、综合", HITS[1].snippet,
        "白山市 2023 年", "一、综合", "低保",
    ]  # fmt: skip
    assert [heading_at(model, row).depth for row in (0, 1, 5, 6)] == [0, 1, 0, 1]
    assert model.index(7).data(Qt.ItemDataRole.ToolTipRole) == "白山市 2023 年 › 一、综合"


def test_another_bulletin_than_the_open_one_is_named(model: ResultsModel) -> None:
    model.set_listing(listed(of(make_hit(1, None, "低保", OTHER))), BULLETIN)
    assert rows_of(model) == ["白山市 2023 年", "标题与前言", "低保"]
    nowhere = replace(make_hit(1, None, "低保", OTHER), place="", year=None)
    model.set_listing(listed(of(nowhere), title="无名公报"), BULLETIN)
    assert rows_of(model) == ["无名公报", "标题与前言", "低保"]


def test_a_bulletin_without_chapters_is_one_group(model: ResultsModel) -> None:
    bare = replace(BULLETIN, sections=())
    model.set_listing(listed(of(make_hit(1, None, "低保"))), bare)
    assert rows_of(model) == ["全文", "低保"]


def test_a_group_closes_over_what_is_below_it(model: ResultsModel) -> None:
    model.set_listing(BOTH, BULLETIN)
    model.set_expanded(1, expanded=False)
    assert rows_of(model)[:4] == ["青河县 2023 年", "二、民生", "一、综合", HITS[1].snippet]
    assert model.stops() == [1, 3, 6]
    assert model.row_of(1, HITS[0].passage_id) == 1, "the closed group stands for what it hides"
    assert model.row_of(1, HITS[1].passage_id) == 3
    assert model.row_of(1, 99) is None
    model.set_expanded(0, expanded=False)
    assert rows_of(model) == ["青河县 2023 年", "白山市 2023 年", "一、综合", "低保"]
    assert not heading_at(model, 0).expanded
    assert model.row_of(1, HITS[0].passage_id) == 0
    model.set_expanded(0, expanded=True)
    assert not heading_at(model, 1).expanded, "what was closed inside is closed still"


def test_another_query_opens_all_groups(model: ResultsModel) -> None:
    model.set_listing(listed(RESULT), BULLETIN)
    model.set_expanded(0, expanded=False)
    model.set_listing(listed(replace(RESULT, places=8)), BULLETIN)
    assert not heading_at(model, 0).expanded
    model.set_listing(listed(of(*HITS, typed="低")), BULLETIN)
    assert heading_at(model, 0).expanded


def test_headings_say_what_they_hold(model: ResultsModel) -> None:
    model.set_listing(listed(RESULT), BULLETIN)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(spoken) == "二、民生，4 段"
    model.set_expanded(0, expanded=False)
    assert model.index(0).data(spoken) == "二、民生，4 段，已折叠"
    assert model.index(2).data(spoken) == HITS[1].snippet


def test_what_a_name_found_says_so(model: ResultsModel, county: Bulletin) -> None:
    open_one = replace(make_hit(1, None, "税收", KEY), by_name=True, figure_id=1)
    open_one = replace(open_one, bulletin_key=county.key)
    other = replace(make_hit(1, 1, "税收", OTHER), by_name=True, figure_id=1)
    result = SearchResult(Query(WORD), 0, (open_one, other))
    model.set_listing(listed(result, several=True), county)
    assert model.index(2).data(ResultRole.BY_NAME) == "按指标名：指标1"
    assert model.index(5).data(ResultRole.BY_NAME) == "按指标名"
    assert model.index(5).data(Qt.ItemDataRole.AccessibleTextRole) == "税收，按指标名"
    assert [heading_at(model, row).count for row in (0, 1)] == [1, 1]


def test_nothing_moves_where_nothing_is_new(qtbot: QtBot, model: ResultsModel) -> None:
    """A list that is counted after it is shown, or made longer, keeps its rows."""
    model.set_listing(listed(of(*HITS[:2])), BULLETIN)
    inserted: list[int] = []
    model.rowsInserted.connect(lambda _top, first, _last: inserted.append(first))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsRemoved):
        model.set_listing(listed(replace(RESULT, hits=HITS[:2])), BULLETIN)
        assert inserted == []
        model.set_listing(listed(RESULT), BULLETIN)
    assert inserted == [2]
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        model.set_listing(listed(RESULT), BULLETIN)


def test_counts_stay_until_there_are_new_ones(model: ResultsModel) -> None:
    model.set_listing(listed(of(HITS[1], typed="低"), counted=False), BULLETIN)
    assert heading_at(model, 0).count is None
    model.set_listing(listed(RESULT), BULLETIN)
    longer = of(*HITS[:2], typed="低保支出")
    model.set_listing(listed(longer, counted=False), BULLETIN)
    assert [heading_at(model, row).count for row in (0, 2)] == [4, 1]
    model.set_listing(listed(longer), BULLETIN)
    assert [heading_at(model, row).count for row in (0, 2)] == [1, 1]


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.sampled_from([1, 5, 6, None]), st.booleans()),
        unique_by=lambda drawn: (drawn[0], drawn[2]),
        max_size=9,
    ),
    st.lists(st.integers(0, 12), max_size=3),
)
def test_rows_are_what_a_fresh_model_would_show(
    drawn: list[tuple[int, int | None, bool]], closed: list[int]
) -> None:
    hits = [make_hit(n, section, f"低保{n}", KEY if own else OTHER) for n, section, own in drawn]
    listing = listed(of(*hits), several=len({hit.bulletin_id for hit in hits}) > 1)
    used, fresh = ResultsModel(), ResultsModel()
    used.set_listing(BOTH, BULLETIN)
    for model in (used, fresh):
        model.set_listing(listing, BULLETIN)
        for row in closed:
            if row < model.rowCount():
                model.set_expanded(row, expanded=False)
    assert rows_of(used) == rows_of(fresh)
    assert used.stops() == fresh.stops()
    rows = [used.row_of(hit.bulletin_id, hit.passage_id) for hit in hits]
    assert None not in rows

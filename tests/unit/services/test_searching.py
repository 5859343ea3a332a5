"""Searching the bundled library, held against a reading of its text written apart from it."""

import pytest

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.choices import Order
from desktop_app.domain.search import IndicatorMatch, NamedBy, SearchPlan
from desktop_app.services.searching import find, plan
from desktop_app.store.library import Library
from tests.fuzz.searching import EVERY_HIT, Reader, agrees, any_words, finds


@pytest.fixture(scope="module")
def reader(bundled: Bulletin) -> Reader:
    return Reader(bundled)


@pytest.mark.parametrize(
    "typed",
    [
        "低保",
        "低保金",
        "桥",
        "社会消费品零售总额",
        "社會消費品零售總額",
        "28.1%",
        "28.1",
        "２８.１％",
        "8.1",
        "53911",
        "2022",
        "1",
        "5",
        "年",
        "的",
        "區",
        "%",
        "％",
        "_",
        "、",
        "，",
        "(",
        "ＡＰＰ",
        "app",
        "同比下降28",
        "4-9月份",
        "4.4-9月份",
        "没有这个词",
    ],
)
def test_exactly_what_a_reader_would_find(library: Library, reader: Reader, typed: str) -> None:
    agrees(library, reader, typed)


def test_any_stretches_of_the_text_are_found_where_they_are_read(
    library: Library, bundled: Bulletin
) -> None:
    any_words(library, bundled, examples=500)


def test_words_must_all_occur(library: Library, reader: Reader) -> None:
    finds(library, reader, "低保 救助金", ["低保", "救助金"], [])
    assert find(library, "低保 救助金").hits


def test_words_must_not_occur(library: Library, reader: Reader) -> None:
    finds(library, reader, "社区 -工作", ["社区"], ["工作"])
    assert find(library, "社区 -工作").hits


@pytest.mark.parametrize("typed", ["", "   ", "-低保", "-低保 -桥"])
def test_nothing_is_asked_for(library: Library, typed: str) -> None:
    result = find(library, typed)
    assert (result.total, result.hits, result.chapters) == (0, (), ())


def test_the_first_hits_come_with_all_counts(library: Library, bundled: Bulletin) -> None:
    every = find(library, "工作", limit=EVERY_HIT)
    first = find(library, "工作", limit=3)
    assert first.hits == every.hits[:3]
    assert (first.total, first.chapters) == (every.total, every.chapters)
    chapters = {chapter.id for chapter in bundled.chapters} | {None}
    assert {count.section_id for count in every.chapters} <= chapters


@pytest.mark.parametrize("script", list(Script))
def test_marks_lead_to_the_words_in_every_script(library: Library, script: Script) -> None:
    (hit, *_) = find(library, "社会消费品零售总额", script=script).hits
    words = {
        Script.HANS: "社会消费品零售总额",
        Script.HANT: "社會消費品零售總額",
        Script.SOURCE: "社會消費品零售總額",
    }
    assert [hit.snippet[start:end] for start, end in hit.marks] == [words[script]]


def test_a_figure_comes_with_its_number(library: Library, bundled: Bulletin) -> None:
    (hit, *_) = find(library, "7.8亿元").hits
    assert hit.figure_id is not None
    assert bundled.figure_by_id[hit.figure_id].value == "7.8"


@pytest.mark.parametrize(
    ("typed", "name", "by"),
    [
        ("gdp", "地区生产总值", NamedBy.EXACT),
        ("GDP", "地区生产总值", NamedBy.EXACT),
        ("社零", "社会消费品零售总额", NamedBy.EXACT),
        ("shxfp", "社会消费品零售总额", NamedBy.SOUND),
        ("shehuixiaofeipin", "社会消费品零售总额", NamedBy.SOUND),
        ("一般公共预算收入", "地方财政一般预算收入", NamedBy.EXACT),
        ("一般预算收入", "地方财政一般预算收入", NamedBy.EXACT),
        ("零售总额", "社会消费品零售总额", NamedBy.PART),
    ],
)
def test_an_indicator_comes_first(
    library: Library, bundled: Bulletin, typed: str, name: str, by: NamedBy
) -> None:
    result = find(library, typed)
    figure = result.hits[0].figure_id
    assert figure is not None
    assert bundled.figure_by_id[figure].indicator == name
    assert result.indicators[0] == IndicatorMatch(name, 1, by)


def test_a_heading_is_found_by_its_sound(library: Library, bundled: Bulletin) -> None:
    hit = find(library, "zonghe").hits[0]
    assert bundled.text.hans[hit.read_start : hit.read_end] == "一、综合"


def test_synonyms_can_be_left_out(library: Library) -> None:
    assert find(library, "社零").total == 1
    alone = find(library, "社零", synonyms=False)
    assert (alone.total, alone.hits, alone.indicators) == (0, (), ())


def test_hits_in_the_order_of_the_text(library: Library) -> None:
    best = find(library, "营商环境", limit=EVERY_HIT)
    placed = find(library, "营商环境", limit=EVERY_HIT, order=Order.TEXT)
    starts = [hit.read_start for hit in placed.hits]
    assert starts == sorted(starts)
    assert sorted(hit.read_start for hit in best.hits) == starts
    assert (best.total, best.chapters) == (placed.total, placed.chapters)


def test_a_small_library_is_read(library: Library, bundled: Bulletin) -> None:
    assert plan(library, "低保 285.9亿元") == SearchPlan(len(bundled.passages))


def test_a_filter_and_words_are_in_one_passage(library: Library, bundled: Bulletin) -> None:
    hits = find(library, "章:卫生 医疗机构 值:>900家").hits
    assert len(hits) == 1
    figure = bundled.figure_by_id[hits[0].figure_id or 0]
    assert (figure.value, figure.unit) == ("930", "家")

"""What a search finds, held against reading the text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script, Section
from desktop_app.domain.search import ChapterCount, SearchResult
from desktop_app.domain.textmap import Edit
from desktop_app.store.library import Library
from desktop_app.store.query import parse
from desktop_app.store.writer import write_library
from tests.handmade import Line, make_bulletin, make_figure

Search = Callable[..., SearchResult]


@pytest.fixture
def search(tmp_path: Path) -> Search:
    """Search a library of the given bulletins."""

    def run(
        typed: str, *bulletins: Bulletin, limit: int = 50, script: Script = Script.HANS
    ) -> SearchResult:
        path = tmp_path / "library.db"
        write_library(path, bulletins)
        with Library(path) as library:
            return library.search(parse(typed), limit=limit, script=script)

    return run


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("桥", "新建桥2座，旧桥1座", ["桥", "桥"]),
        ("橋", "新建桥2座", ["桥"]),
        ("桥", "新建橋2座", ["橋"]),
        ("GDP", "人均gdp增长", ["gdp"]),
        ("gdp", "人均ＧＤＰ增长", ["ＧＤＰ"]),
        ("５Ｇ", "建成5G基站", ["5G"]),
        ("％", "增长5%", ["%"]),
        ("5%", "增长５％", ["５％"]),
        ("桥桥", "桥桥桥", ["桥桥桥"]),
        ("低保 城乡", "城乡低保", ["城乡", "低保"]),
        ("低保金 保", "低保金", ["低保金"]),
        ("_", "a_b", ["_"]),
        ('"国内 生产"', "国内　生产总值", ["国内　生产"]),
        ("'", "it's", ["'"]),
        ("𠮷", "𠮷林𠮷", ["𠮷", "𠮷"]),
    ],
)
def test_it_finds_and_marks(search: Search, typed: str, text: str, marked: list[str]) -> None:
    result = search(typed, make_bulletin("前一段", text))
    assert result.total == 1
    (hit,) = result.hits
    assert [hit.snippet[start:end] for start, end in hit.marks] == marked
    assert ["前一段\n".__add__(text)[start:end] for start, end in hit.matches] == marked


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("低保金", "低保的金额"),
        ("%", "增长五个百分点"),
        ("_", "任何字符"),
        ("城乡 低保", "城乡救助"),
        ("低保 -城乡", "城乡低保"),
        ("-城乡", "低保"),
        ("", "低保"),
        ('"国内 生产"', "国内生产"),
        ("\x00", "低保"),
    ],
)
def test_it_finds_nothing(search: Search, typed: str, text: str) -> None:
    assert search(typed, make_bulletin(text)).total == 0


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("28.1", "下降28.1%", True),
        ("28.1", "下降128.1%", False),
        ("28.1", "下降28.15%", False),
        ("28.1", "收入1,28.1元", True),
        ("28", "下降28.1%", False),
        ("28", "共计28.", True),
        ("28.", "下降28.1%", False),
        ("1", "下降28.1%", False),
        ("5万", "2.5万元", False),
        ("增长2", "增长28%", False),
        ("增长28", "增长28%", True),
        ("28", "2.4,28", True),
        ("2023", "2022，2023年", True),
        ("第2", "第2,第3", True),
        ("-28.1", "同比-28.1%", True),
        ("28.1", "同比-28.1%", True),
        ("2", "２３人", False),
        ("53911", "收入53,911元", True),
        ("1234567", "收入1,234,567元", True),
        ("00028", "收入28元", False),
        ("7" * 5000, "收入28元", False),
        ("53911", "收入５３，９１１元", True),
        ("53,911", "收入53911元", True),
        ("53，911元", "收入53911元", True),
        ("1,234,567", "共1234567人", True),
        ("1234567", "共1,234,567人", True),
        ("234567", "共1,234,567人", False),
        ("911", "收入53,911元", False),
        ("53", "收入53,911元", False),
        ("53,9", "收入53,911元", False),
        ("53911.5", "收入53,911.5元", True),
        ("2022年", "2022年", True),
        ("-28.1", "同比-128.1%", False),
    ],
)
def test_a_number_is_a_number(search: Search, typed: str, text: str, found: bool) -> None:
    assert bool(search(typed, make_bulletin(text)).total) is found


@pytest.mark.parametrize(
    ("typed", "found"),
    [("2022年", True), ("4", True), ("4.", True), ("4.2022年", False), ("22年", False)],
)
def test_the_number_of_an_item_is_no_part_of_a_number(
    search: Search, typed: str, found: bool
) -> None:
    made = make_bulletin("4.2022年提标")
    item = Section(1, None, 2, "4", "2022年提标", 0, 9, 0, 9, 0, 9)
    assert bool(search(typed, replace(made, sections=(item,))).total) is found
    assert search("2022年", made).total == 0


def test_an_excluded_number_is_a_whole_number(search: Search) -> None:
    assert search("下降 -e -28.1", make_bulletin("下降28.1%", "下降128.1%")).total == 1
    assert search('下降 -"28.1"', make_bulletin("下降128.1%", "下降28.1%")).total == 1


CHAPTERS = (
    Line("总述低保"),
    Line("一、综合", "一"),
    Line("城乡低保3458户。"),
    Line("二、民生", "二"),
    Line("低保金7.5万元，低保户87户。"),
    Line("低保标准提高。"),
)


def test_hits_in_text_order_with_all_counts(search: Search) -> None:
    first = make_bulletin(*CHAPTERS)
    second = make_bulletin(*CHAPTERS[3:], key="qinghe-2024")
    result = search("低保", first, second, limit=3)
    assert result.total == 6
    assert [hit.passage_id for hit in result.hits] == [1, 3, 5]
    assert [hit.section_id for hit in result.hits] == [None, 1, 2]
    assert {hit.bulletin_key for hit in result.hits} == {"qinghe-2023"}
    assert {(hit.place, hit.year) for hit in result.hits} == {("河东省/青河县", 2023)}
    assert result.chapters == (
        ChapterCount(1, None, 1),
        ChapterCount(1, 1, 1),
        ChapterCount(1, 2, 2),
        ChapterCount(2, 1, 2),
    )


def test_only_counts_are_asked_for(search: Search) -> None:
    result = search("低保", make_bulletin(*CHAPTERS), limit=0)
    assert (result.total, result.hits) == (4, ())


@pytest.mark.parametrize(
    ("typed", "figure"), [("7.5万元", 1), ("万元，低保", 1), ("户87", 2), ("低保户", None)]
)
def test_the_figure_a_match_touches(search: Search, typed: str, figure: int | None) -> None:
    bulletin = make_bulletin(*CHAPTERS)
    figures = (make_figure(bulletin, "7.5万元"), make_figure(bulletin, "87户", number=2))
    result = search(typed, replace(bulletin, figures=figures))
    assert [hit.figure_id for hit in result.hits if hit.passage_id == 5] == [figure]


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("零售总额", 1),
        ("社会消费品零售总额", 1),
        ("社会消费品", 1),
        ("全年", None),
    ],
)
def test_the_name_of_a_figure_leads_to_it(search: Search, typed: str, figure: int | None) -> None:
    bulletin = make_bulletin("全年社会消费品零售总额达到128.4亿元。")
    named = replace(make_figure(bulletin, "128.4亿元"), indicator="社会消费品零售总额")
    result = search(typed, replace(bulletin, figures=(named,)))
    assert [hit.figure_id for hit in result.hits] == [figure]


def test_hits_lead_to_the_source(search: Search) -> None:
    source = "城鄉低(dī)保金\n區(qū)低保"
    edits = (Edit(3, 7, ""), Edit(11, 15, ""))
    bulletin = make_bulletin(*source.split("\n"), edits=edits)
    result = search("低保", bulletin, script=Script.SOURCE)
    places = [(source[hit.start : hit.end], hit.snippet, hit.marks) for hit in result.hits]
    assert places == [
        ("城鄉低(dī)保金", "城鄉低(dī)保金", ((2, 8),)),
        ("區(qū)低保", "區(qū)低保", ((5, 7),)),
    ]


def test_the_snippet_is_in_the_script_asked_for(search: Search) -> None:
    bulletin = make_bulletin("地区生产总值", hant="地區生產總值")
    assert search("总值", bulletin).hits[0].snippet == "地区生产总值"
    hit = search("总值", bulletin, script=Script.HANT).hits[0]
    assert hit.snippet[slice(*hit.marks[0])] == "總值"


@pytest.mark.parametrize("place", [0, 20, 60, 99, 180, 199])
def test_a_long_passage_is_cut_around_the_first_match(search: Search, place: int) -> None:
    text = "文" * place + "桥" + "字" * (200 - place)
    (hit,) = search("桥", make_bulletin(text)).hits
    assert 60 <= len(hit.snippet) <= 82
    assert hit.snippet.strip("…") in text
    assert hit.snippet.startswith("…") is not text.startswith(hit.snippet[:5])
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["桥"]


def test_a_cut_never_breaks_a_number(search: Search) -> None:
    text = "1234567890" * 3 + "桥" + "文" * 46 + "1234567890" * 4 + "人" * 20
    (hit,) = search("桥", make_bulletin("前" * 20 + text)).hits
    assert hit.snippet == "…" + "1234567890" * 3 + "桥" + "文" * 46 + "1234567890" * 4 + "…"


@pytest.mark.parametrize("cut", [75, 76, 77, 78, 79, 80])
def test_a_mark_at_the_edge_is_shown_whole(search: Search, cut: int) -> None:
    text = "城乡低保" + "文" * (cut - 4) + "城乡低保" + "字" * 60
    (hit,) = search("城乡低保", make_bulletin(text)).hits
    shown = [hit.snippet[start:end] for start, end in hit.marks]
    assert shown == ["城乡低保"] * (1 if cut == 80 else 2)


def test_a_match_longer_than_a_snippet_is_shown_whole(search: Search) -> None:
    text = "之前" * 30 + "城乡低保" * 25 + "之后" * 30
    (hit,) = search("城乡低保" * 25, make_bulletin(text)).hits
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["城乡低保" * 25]

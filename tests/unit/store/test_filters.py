"""What filters let through, held against a library of two bulletins made by hand."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, PassageKind
from desktop_app.domain.search import SearchResult
from desktop_app.store.library import Library
from desktop_app.store.query import parse
from desktop_app.store.writer import write_library
from desktop_app.system import resources
from tests.handmade import Line, make_bulletin, make_figure

LINES = (
    "青河县公报",
    Line("一、综合", "一"),
    "全年生产总值285.9亿元，增长0.6%；税收6.4亿元，下降32.7%。",
    "粮食产量2.4万吨，是上年的2.2倍，增加1.2万吨。",
    Line("二、教育和科学", "二"),
    "学校13所，占比提高2.5个百分点。专利增长1.2倍。",
    "园区100余亩，优质果率70-80%，经费1.5亿元。",
    Line("十二、十四五规划", "十二"),
    "低保金316.76万元，罚没款39267844元。",
    "注：低保金不含物价补贴。",
)


def _figure(bulletin: Bulletin, number: int, printed: str, **fields: object) -> Figure:
    """Return a figure with its value in base units, as the pipeline gives it."""
    figure = make_figure(bulletin, printed, number=number, **fields)
    base, unit = resources.units().to_base(figure.value, figure.unit)
    return replace(figure, base_value=base, base_unit=unit)


def make(key: str, year: int, place: str) -> Bulletin:
    bulletin = make_bulletin(*LINES, key=key)
    figures = (
        _figure(bulletin, 1, "285.9亿元", change="0.6", change_unit="%", indicator="生产总值"),
        _figure(
            bulletin,
            2,
            "6.4亿元",
            change="-32.7",
            change_unit="%",
            change_approx="近",
            indicator="税收",
        ),
        _figure(bulletin, 3, "2.4万吨", change="1.2", change_unit="万吨", indicator="粮食产量"),
        _figure(bulletin, 4, "13所", change="2.5", change_unit="百分点", indicator="学校"),
        _figure(
            bulletin, 5, "1.2倍", change="1.2", change_unit="倍", kind=Kind.CHANGE_RATE, unit="倍"
        ),
        _figure(bulletin, 6, "100余亩", unit="亩"),
        _figure(bulletin, 7, "70-80%", value="70", value_high="80", unit="%", kind=Kind.RANGE),
        _figure(bulletin, 8, "1.5亿元", indicator="经费"),
        _figure(bulletin, 9, "316.76万元"),
        _figure(bulletin, 10, "39267844元"),
    )
    passages = list(bulletin.passages)
    passages[0] = replace(passages[0], kind=PassageKind.TITLE)
    passages[-1] = replace(passages[-1], kind=PassageKind.NOTE)
    info = replace(bulletin.info, year=year, place=place)
    return replace(bulletin, info=info, figures=figures, passages=tuple(passages))


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], SearchResult]]:
    path = tmp_path_factory.mktemp("filters") / "library.db"
    bulletins = [
        make("qinghe-2023", 2023, "河东省/青河县"),
        make("baihe-2021", 2021, "河东省/白河市/白河县"),
    ]
    write_library(path, bulletins)
    with Library(path) as library:
        yield lambda typed: library.search(parse(typed), limit=100)


Search = Callable[[str], SearchResult]


def found(search: Search, typed: str) -> list[int]:
    """Return the passages of the first bulletin that a query finds, in their order."""
    result = search(typed)
    return sorted(hit.passage_id for hit in result.hits if hit.bulletin_id == 1)


@pytest.mark.parametrize(
    ("typed", "passages"),
    [
        ("章:教育", [5, 6, 7]),
        ("章:教育 章:综合", [2, 3, 4, 5, 6, 7]),
        ("-章:教育 章:综合", [2, 3, 4]),
        ("章:二", [5, 6, 7]),
        ("章:2", [5, 6, 7]),
        ("章:第二章", [5, 6, 7]),
        ("章:十二", [8, 9, 10]),
        ("章:12", [8, 9, 10]),
        ("章:十四五", [8, 9, 10]),
        ("章:十", []),
        ("章:三", []),
        ("章:没有", []),
        ("低保 -章:综合", [9, 10]),
        ("类:标题", [1, 2, 5, 8]),
        ("类:章节标题", [2, 5, 8]),
        ("类:公报标题", [1]),
        ("类:注释", [10]),
        ("低保 类:正文", [9]),
        ("低保 -类:注释", [9]),
        ("类:表格", []),
    ],
)
def test_where_a_passage_stands(search: Search, typed: str, passages: list[int]) -> None:
    assert found(search, typed) == passages


@pytest.mark.parametrize(
    ("typed", "passages"),
    [
        ("单位:亿元", [3, 7]),
        ("单位:亿元,万吨", [3, 4, 7]),
        ("单位:亿元 单位:万吨", [3, 4, 7]),
        ("单位:亩", [7]),
        ("单位:元", [9]),
        ("值:>1亿元", [3, 7]),
        ("值:>2亿元", [3]),
        ("值:1..2亿元", [7]),
        ("值:>=1.5亿元 值:<6亿元", [7]),
        ("值:3000万元以上", [3, 7, 9]),
        ("值:6.4", [3]),
        ("值:<6.4", [4, 6, 7]),
        ("值:<6.4 单位:亿元", [7]),
        ("值:>1亿", [3, 7]),
        ("值:285900000万元", []),
        ("值:2859000万元", [3]),
        ("值:0.0666..0.0667平方公里", [7]),
        ("值:75..90%", [7]),
        ("值:70%", [7]),
        ("值:80", [7]),
        ("单位:亿元 -值:>2亿元", [7]),
        ("-单位:亿元 类:正文", [4, 6, 9]),
        ("-单位:亿元 单位:%", [7]),
        ("单位:甲乙", []),
    ],
)
def test_values_and_units(search: Search, typed: str, passages: list[int]) -> None:
    assert found(search, typed) == passages


@pytest.mark.parametrize(
    ("typed", "passages"),
    [
        ("增速:<0", [3]),
        ("增速:下降", [3]),
        ("增速:0.6", [3]),
        ("增速:>0 增速:<1", [3]),
        ("增速:>100", [6]),
        ("增速:120%", [6]),
        ("增速:1.2倍", [6]),
        ("增速:>2", [6]),
        ("增速:>2百分点", [6]),
        ("增速:>3百分点", []),
        ("增速:>10000吨", [4]),
        ("增速:>2万吨", []),
        ("增速:<0 值:>100亿元", []),
        ("增速:<0 单位:亿元", [3]),
    ],
)
def test_growth(search: Search, typed: str, passages: list[int]) -> None:
    assert found(search, typed) == passages


@pytest.mark.parametrize(
    ("typed", "bulletins"),
    [
        ("低保金 年:2023", ["qinghe-2023"]),
        ("低保金 年:2021,2023", ["qinghe-2023", "baihe-2021"]),
        ("低保金 年:2021 年:2023", ["qinghe-2023", "baihe-2021"]),
        ("低保金 -年:2023", ["baihe-2021"]),
        ("低保金 年:2020..2022", ["baihe-2021"]),
        ("低保金 年:>2021", ["qinghe-2023"]),
        ("低保金 年:<=2021", ["baihe-2021"]),
        ("低保金 年:>2021 年:<2023", []),
        ("低保金 地区:青河", ["qinghe-2023"]),
        ("低保金 地區:白河市", ["baihe-2021"]),
        ("低保金 地区:河东", ["qinghe-2023", "baihe-2021"]),
        ("低保金 地区:青河,白河", ["qinghe-2023", "baihe-2021"]),
        ("低保金 -地区:白河", ["qinghe-2023"]),
        ("低保金 地区:青河 年:2021", []),
    ],
)
def test_years_and_places(search: Search, typed: str, bulletins: list[str]) -> None:
    assert list(dict.fromkeys(hit.bulletin_key for hit in search(typed).hits)) == bulletins


def test_what_answers_by_a_filter_alone_is_counted(search: Search) -> None:
    result = search("值:>100亿元")
    assert (result.total, result.places) == (2, 2)
    (first, _) = result.hits
    assert first.figure_id == 1
    assert [first.snippet[start:end] for start, end in first.marks] == ["285.9亿元"]


def test_a_named_figure_must_be_as_wanted(search: Search) -> None:
    assert [hit.figure_id for hit in search("税收 值:>10亿元").hits] == [1, 1]
    assert [hit.figure_id for hit in search("税收 值:<10亿元").hits] == [2, 2]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("值:>1亿元 章:综合", ["285.9亿元", "6.4亿元"]),
        ("值:>1亿元 -值:<10亿元 章:综合", ["285.9亿元"]),
        ("税收 值:>1亿元", ["285.9亿元", "税收", "6.4亿元"]),
        ("6.4亿 值:>1亿元", ["285.9亿元", "6.4亿元"]),
        ("增速:<0", ["6.4亿元"]),
        ("增速:>-50 章:综合 生产", ["生产", "285.9亿元", "6.4亿元"]),
        ("单位:亿元,亩", ["285.9亿元", "6.4亿元"]),
        ("值:0.01..100亿元 章:12", ["316.76万元", "39267844元"]),
        ("值:>1亿", ["285.9亿元", "6.4亿元"]),
        ("约6亿 约286亿", ["285.9亿元", "6.4亿元"]),
        ("-单位:亩 章:综合 税收", ["税收"]),
    ],
)
def test_every_figure_that_answers_is_marked_and_counted(
    search: Search, typed: str, marked: list[str]
) -> None:
    result = search(typed)
    hit = result.hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == marked
    assert [end - start for start, end in hit.matches] == list(map(len, marked))
    by_text = [one for one in result.hits if not one.by_name]
    assert result.places == sum(max(1, len(one.matches)) for one in by_text)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("2859000万元", ["285.9亿元"]),
        ("约286亿", ["285.9亿元"]),
        ("约286亿 税收", ["285.9亿元", "税收"]),
        ("3926.7844万元", ["39267844元"]),
        ("3167600元", ["316.76万元"]),
        ("6.4亿", ["6.4亿"]),
        ("24000吨", ["2.4万吨"]),
    ],
)
def test_a_number_is_marked_as_it_is_written(
    search: Search, typed: str, marked: list[str]
) -> None:
    hit = search(typed).hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == marked

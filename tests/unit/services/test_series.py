"""One indicator over years and places: what stands side by side, and what is said of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, BulletinInfo, Figure, Kind, SourceText
from desktop_app.domain.errors import DataError
from desktop_app.pipeline import year_parts
from desktop_app.pipeline.understanding import understand
from desktop_app.services import series
from desktop_app.services.comparable import LeftOut, Reason, place_of
from desktop_app.services.series import Comparison, Remark, Row
from desktop_app.store import collection
from desktop_app.store.library import BulletinEntry, Library
from desktop_app.store.named_figures import Wanted
from desktop_app.store.writer import write_library
from tests.several_bulletins import several, text_of

OUTPUT, SALES = "地区生产总值", "社会消费品零售总额"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("历年") / "library.db"
    write_library(path, several())
    return path


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path) as opened:
        yield opened


def figure_of(library: Library, key: str, indicator: str) -> tuple[int, Figure]:
    entry = next(entry for entry in library.bulletins() if entry.key == key)
    bulletin = library.bulletin(entry.id)
    return entry.id, next(one for one in bulletin.figures if one.indicator == indicator)


def compared(library: Library, key: str, indicator: str) -> Comparison:
    bulletin_id, figure = figure_of(library, key, indicator)
    return series.compare(library, bulletin_id, figure.id)


def told(rows: tuple[Row, ...]) -> list[tuple[str, int | None, str, int | None]]:
    return [(row.place_name, row.year, row.figure.value, row.bulletin_year) for row in rows]


def test_the_own_place_comes_first_and_both_values_of_a_year_stand(library: Library) -> None:
    found = compared(library, "清河县2021", OUTPUT)
    assert told(found.rows)[:4] == [
        ("清河县", 2023, "140.0", 2023),
        ("清河县", 2022, "131.5", 2023),
        ("清河县", 2022, "130.0", 2022),
        ("清河县", 2021, "120.0", 2021),
    ]
    assert len(found.rows) == 10
    assert found.own.year == 2021
    assert found.bulletins == 9


def test_a_revision_is_announced_and_never_called_wrong(library: Library) -> None:
    rows = compared(library, "清河县2021", OUTPUT).rows
    assert rows[1].remarks == (Remark.OTHER_YEAR, Remark.DISAGREES)
    assert rows[2].remarks == (Remark.DISAGREES,)
    assert rows[1].figure.status == "最终核实"
    assert not any(row.remarks for row in rows if row.place != rows[0].place)


def test_growth_is_computed_only_where_the_year_before_is_undisputed(library: Library) -> None:
    found = compared(library, "清河县2021", OUTPUT)
    by_year = {row.year: row.computed for row in found.rows if row.place_name == "白山县"}
    assert by_year[2021] is None
    assert by_year[2022] is not None
    assert round(by_year[2022], 1) == Decimal("10.5")
    # Two bulletins print two values of 2022.
    assert found.rows[0].computed is None


def test_every_row_leads_to_the_ink_of_its_bulletin(library: Library) -> None:
    for row in compared(library, "白山县2022", SALES).rows:
        figure = library.bulletin(row.bulletin_id).figure_by_id[row.figure_id]
        assert (figure.value, figure.indicator) == (row.figure.value, SALES)
        assert row.figure.id == row.number < 0


def test_the_search_index_of_a_large_library_finds_the_same(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "_SMALL", 0)
    large = tmp_path / "large.db"
    write_library(large, several())
    with Library(large) as indexed, Library(path) as plain:
        here, there = (compared(one, "清河县2021", OUTPUT) for one in (indexed, plain))
    assert told(here.rows) == told(there.rows)


def test_one_bulletin_has_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    write_library(path, several()[:1])
    with Library(path) as library:
        found = compared(library, "清河县2021", OUTPUT)
    assert found.bulletins == 1
    assert len(found.rows) == 1


def test_another_unit_scope_or_period_is_counted_and_not_mixed_in(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = text_of("清河县", 2022).replace(
        "2022年，社会消费品零售", "2022年上半年，社会消费品零售"
    )
    read = understand(SourceText(other, "txt", "utf-8", "x", "other"), None)
    write_library(path, [*several((2021,)), *read])
    with Library(path) as library:
        found = compared(library, "清河县2021", SALES)
    assert found.left_out == (LeftOut(Reason.SPAN, 1, ("上半年",)),)
    assert {row.year for row in found.rows} == {2021}


def test_a_value_in_another_unit_is_set_in_the_unit_compared(tmp_path: Path) -> None:
    path = tmp_path / "units.db"
    other = text_of("清河县", 2022).replace("130.0亿元", "1300000万元")
    read = understand(SourceText(other, "txt", "utf-8", "x", "other"), None)
    write_library(path, [*several((2021,)), *read])
    with Library(path) as library:
        row = next(row for row in compared(library, "清河县2021", OUTPUT).rows if row.year == 2022)
    assert (row.figure.value, row.figure.unit, row.value) == ("1300000", "万元", Decimal(130))


def test_other_full_names_are_the_same_thing_and_former_ones_are_not() -> None:
    assert {"地区生产总值", "GDP"} & series.names_of("地区生产总值") == {"地区生产总值", "GDP"}
    assert series.names_of("某县自有指标") == {"某县自有指标"}


def of_years(path: Path, sentences: dict[int, str]) -> Path:
    """Write a library of bulletins of one county, each with one sentence."""
    made: list[Bulletin] = []
    for year, sentence in sentences.items():
        text = f"清河县{year}年国民经济和社会发展统计公报\n一、综合\n{sentence}"
        made += understand(
            SourceText(text, "txt", "utf-8", f"清河县{year}", f"清河县{year}"), None
        )
    write_library(path, made)
    return path


def test_what_several_years_made_is_of_no_year_and_has_no_growth(tmp_path: Path) -> None:
    path = of_years(
        tmp_path / "plan.db",
        {
            2021: "“十三五”期间，固定资产投资累计完成300亿元。",
            2022: "“十三五”期间，固定资产投资累计完成310亿元。",
        },
    )
    with Library(path) as library:
        found = compared(library, "清河县2021", "固定资产投资")
    assert [row.year for row in found.rows] == [None, None]
    assert [row.computed for row in found.rows] == [None, None]


def test_growth_is_set_beside_growth_over_the_same_base(tmp_path: Path) -> None:
    path = of_years(
        tmp_path / "bases.db",
        {
            2020: "规模以上工业增加值比2019年增长12%。",
            2021: "规模以上工业增加值年均增长7.1%。",
            2022: "规模以上工业增加值比上年增长6%。",
            2023: "规模以上工业增加值比上年下降6%。",
        },
    )
    with Library(path) as library:
        found = compared(library, "清河县2022", "规模以上工业增加值")
    # 2019年 is the year before 2020年.
    assert [(row.year, row.value) for row in found.rows] == [
        (2023, Decimal(-6)),
        (2022, Decimal(6)),
        (2020, Decimal(12)),
    ]
    assert found.left_out == (LeftOut(Reason.BASE, 1, ("年均",)),)


def test_what_is_counted_one_by_one_is_not_rounded(tmp_path: Path) -> None:
    path = of_years(
        tmp_path / "schools.db", {2022: "年末全县有小学37所。", 2023: "2022年末全县有小学38所。"}
    )
    with Library(path) as library:
        bulletin = library.bulletin(1)
        found = series.compare(library, 1, bulletin.figures[0].id)
    assert [row.remarks[-1:] for row in found.rows] == [(Remark.DISAGREES,)] * 2


def read(title: str, *sentences: str) -> list[Bulletin]:
    """Return a bulletin with this title and these sentences, as the pipeline understands it."""
    text = "\n".join((title, "一、综合", *sentences))
    return list(understand(SourceText(text, "txt", "utf-8", title, title), None))


@pytest.mark.parametrize(
    ("title", "span"),
    [
        ("清河县2023年一季度国民经济运行情况", "一季度"),
        ("清河县2023年上半年经济运行情况", "上半年"),
        ("清河县2023年1-9月统计公报", "前三季度"),
        ("清河县2023年1—11月份主要经济指标", "1-11月"),
        ("清河县2023年前三季度经济运行情况", "前三季度"),
        ("清河县2023年前11个月主要经济指标", "1-11月"),
        ("清河县主要经济指标2023年5月", "5月"),
    ],
)
def test_a_bulletin_of_a_part_of_the_year_is_not_set_beside_whole_years(
    tmp_path: Path, title: str, span: str
) -> None:
    path = tmp_path / "parts.db"
    part = read(title, "全县地区生产总值60.5亿元，同比增长4.0%。", "年末常住人口12万人。")
    write_library(path, [*several((2021, 2022)), *part])
    with Library(path) as library:
        found = compared(library, "清河县2021", OUTPUT)
        own = compared(library, part[0].key, OUTPUT)
    assert {row.year for row in found.rows} == {2021, 2022}
    assert found.left_out == (LeftOut(Reason.SPAN, 1, (span,)),)
    assert [(row.year, row.span, row.place_name) for row in own.rows] == [(2023, span, "清河县")]
    assert own.left_out == (LeftOut(Reason.SPAN, 6, ("",)),)


def test_parts_of_a_year_go_together_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "halves.db"
    earlier = read("清河县2022年1—6月经济运行情况", "2022年1-6月，全县地区生产总值58亿元。")
    later = read("清河县2023年上半年经济运行情况", "全县地区生产总值60.5亿元，同比增长4.0%。")
    write_library(path, [*earlier, *later])
    with Library(path) as library:
        found = compared(library, later[0].key, OUTPUT)
    assert [(row.year, row.span) for row in found.rows] == [(2023, "上半年"), (2022, "上半年")]
    assert found.left_out == ()


@pytest.mark.parametrize(
    "title",
    [
        "清河县2023年国民经济和社会发展统计公报（2024年3月）",
        "清河县2023年国民经济和社会发展统计公报（2024年3月20日）",
        "清河县2023年国民经济和社会发展统计公报 2024年4月",
        "清河县2023年国民经济和社会发展统计公报2024年4月清河县统计局",
        "清河县统计局2024年3月发布2023年统计公报",
        "清河县2023年1-12月国民经济主要指标",
    ],
)
def test_a_date_of_publication_and_all_twelve_months_are_no_part_of_a_year(title: str) -> None:
    assert year_parts.of_title(title) == ""


def test_the_number_of_a_place_inside_is_of_that_place(tmp_path: Path) -> None:
    path = tmp_path / "inside.db"
    city = read(
        "邢台市2023年国民经济和社会发展统计公报",
        "全市地区生产总值2500亿元，增长4.0%。",
        "其中，清河县地区生产总值140.0亿元，威县98亿元。",
    )
    write_library(path, [*several((2023,)), *city])
    with Library(path) as library:
        rows = compared(library, "清河县2023", OUTPUT).rows
    of = {
        place: {row.value for row in rows if (row.place, row.year) == (place, 2023)}
        for place in {row.place for row in rows}
    }
    assert of["河北省/邢台市"] == {Decimal(2500)}
    assert of["河北省/邢台市/清河县"] == {Decimal("140.0")}
    assert of["河北省/邢台市/威县"] == {Decimal(98)}
    # The county's own bulletin stands before the city's.
    latest = [row for row in rows if row.place.endswith("清河县") and row.year == 2023]
    assert [row.bulletin_place for row in latest] == ["河北省/邢台市/清河县", "河北省/邢台市"]


@pytest.mark.parametrize(
    ("home", "region", "path"),
    [
        ("河北省/邢台市", "清河县", "河北省/邢台市/清河县"),
        ("河北省", "清河县", "河北省/邢台市/清河县"),
        ("河北省/邢台市/清河县", "河北省", "河北省"),
        ("河北省/邢台市", "石家庄市", "河北省/石家庄市"),
        ("河北省/邢台市", "北京市", "北京市"),
        ("河北省/邢台市", "全国", "全国"),
        ("河北省/邢台市", "", "河北省/邢台市"),
    ],
)
def test_a_place_that_is_named_has_one_path_whoever_names_it(
    home: str, region: str, path: str
) -> None:
    entry = BulletinEntry(1, "x", BulletinInfo(title="公报", place=home, year=2023))
    (bare,) = read("统计公报", "地区生产总值1亿元。")[0].figures
    figure = replace(bare, region=region)
    assert place_of(figure, entry) == path


def test_two_values_of_one_bulletin_are_not_said_to_be_of_several(tmp_path: Path) -> None:
    path = of_years(tmp_path / "twice.db", {2022: "年末全县有小学37所。\n年末全县共有小学38所。"})
    with Library(path) as library:
        found = series.compare(library, 1, library.bulletin(1).figures[0].id)
    assert [row.remarks for row in found.rows] == [(Remark.DISAGREES_WITHIN,)] * 2


def test_a_damaged_row_is_told_as_damage(tmp_path: Path) -> None:
    path = of_years(tmp_path / "damaged.db", {2022: "年末全县有小学37所。"})
    with Library(path) as library:
        bulletin = library.bulletin(1)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE figure SET notes = '{'")
    with Library(path) as library, pytest.raises(DataError, match="library_damaged"):
        library.figures_named(
            Wanted(frozenset({bulletin.figures[0].indicator}), "所", frozenset(Kind))
        )

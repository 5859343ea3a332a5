"""Figures as rows: which, in which columns, in which format."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import fields, replace

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, Section
from desktop_app.domain.errors import DataError
from desktop_app.services import exporting
from desktop_app.services.exporting import ChosenFigures
from desktop_app.store.library import Library
from desktop_app.store.writer import write_library
from desktop_app.system import resources
from tests.handmade import TITLE, Line, make_bulletin, make_figure


@pytest.fixture
def bulletin() -> Bulletin:
    made = make_bulletin(
        Line("一、综合", "一"),
        Line("地区生产总值56.30亿元，下降2.0%，三次产业比例为21:30:49。"),
        Line("二、教育", "二"),
        Line("在校生约3210人，入园率70-80%，资金12345678901234567元。"),
    )
    figures = (
        make_figure(made, "56.30亿元", change="-2.0", change_unit="%", indicator="地区生产总值"),
        make_figure(made, "21:30:49", number=2, value="21:30:49", unit="", kind=Kind.RATIO),
        make_figure(made, "3210人", number=3, doubtful=True, notes=("含民办", "初步数")),
        make_figure(made, "70-80%", number=4, value="70", value_high="80", unit="%"),
        make_figure(made, "12345678901234567元", number=5),
    )
    return replace(made, figures=figures)


@pytest.fixture
def chosen(bulletin: Bulletin) -> list[ChosenFigures]:
    return [ChosenFigures(bulletin, bulletin.figures)]


@pytest.fixture
def small(bulletin: Bulletin, tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "library.db"
    write_library(path, [bulletin, replace(bulletin, key="qinghe-2024")])
    with Library(path) as library:
        yield library


def test_all_figures_of_all_bulletins(small: Library) -> None:
    chosen = exporting.choose(small)
    assert [(of.bulletin.key, len(of.figures)) for of in chosen] == [
        ("qinghe-2023", 5),
        ("qinghe-2024", 5),
    ]


@pytest.mark.parametrize("name", ["二", " 二、", "第二章", "教育", "二、教育"])
def test_a_chapter_by_number_or_title(small: Library, name: str) -> None:
    chosen = exporting.choose(small, name)
    assert [[figure.id for figure in of.figures] for of in chosen] == [[3, 4, 5], [3, 4, 5]]


@pytest.mark.parametrize("name", ["三", "综", "2"])
def test_a_chapter_that_is_not_there(small: Library, name: str) -> None:
    with pytest.raises(DataError) as error:
        exporting.choose(small, name)
    assert error.value.message.id == "chapter_missing"


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [
        ("一", "综合", "一、综合"),
        ("1", "就业", "1.就业"),
        ("十二", "就业", "十二、就业"),
        ("(1)", "就业", "(1)就业"),
        ("", "就业", "就业"),
        ("一是", "", "一是"),
    ],
)
def test_headings(number: str, title: str, heading: str) -> None:
    section = Section(1, None, 1, number, title, 0, 1, 0, 1, 0, 1)
    assert exporting.heading(section) == heading


def test_every_row_has_every_column(chosen: list[ChosenFigures]) -> None:
    names = [column.name for column in exporting.columns("zh_CN")]
    for row in exporting.rows(chosen, "zh_CN"):
        assert set(row) >= set(names)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_every_kind_has_a_name(language: str) -> None:
    names = resources.table("columns")["kinds"]
    assert {kind.value for kind in Kind} == set(names)
    assert all(words[language] for words in names.values())


def test_json_has_every_field_and_the_sources(chosen: list[ChosenFigures]) -> None:
    read = json.loads(exporting.as_json(chosen))
    assert read["sources"] == {"qinghe-2023": f"数据来源：《{TITLE}》"}
    first = read["figures"][0]
    named = {field.name for field in fields(Figure) if "read_" not in field.name}
    assert set(first) == named | {"bulletin", "place", "year"}
    assert (first["bulletin"], first["value"], first["kind"]) == ("qinghe-2023", "56.30", "level")


def test_the_table_is_aligned_by_what_is_seen(chosen: list[ChosenFigures]) -> None:
    lines = exporting.as_table(chosen, "zh_CN").splitlines()
    assert lines[0] == f"一、综合  {TITLE}"
    heading, row = lines[1], lines[2]
    for name, cell in (("数值", "56.30"), ("增减", "-2.0")):
        end_of_name = exporting.width(heading[: heading.index(name)]) + 4
        end_of_cell = exporting.width(row[: row.index(cell)]) + len(cell)
        assert end_of_name == end_of_cell
    assert "二、教育" in lines[5]


def test_a_table_of_nothing() -> None:
    assert exporting.as_table([], "zh_CN") == ""

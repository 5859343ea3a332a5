"""Rows for a spreadsheet: what its cells are, in the HTML that it reads and in the text beside."""

import re
import time
from typing import Any

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, Script
from desktop_app.services.citing.rows import rows
from tests.handmade import TITLE, make_bulletin, make_figure

HEAD = (
    "指标",
    "数值",
    "单位",
    "增速（%）",
    "比较对象",
    "价格口径",
    "时期",
    "地区",
    "备注",
    "来源",
)
SOURCE = f"数据来源：《{TITLE}》"
_GROWN: dict[str, Any] = {"change": "-28.1", "change_unit": "%", "compared_with": "上年"}


@pytest.fixture
def bulletin() -> Bulletin:
    return make_bulletin(
        TITLE, "收入2.0亿元，约70-80%，4.5:42.1:53.4，1-12，5.2万元，1234567890123456元。"
    )


def row_of(bulletin: Bulletin, figure: Figure, script: Script = Script.HANS) -> dict[str, str]:
    head, row = rows([figure], bulletin, script, SOURCE).cells
    return dict(zip(head, row, strict=True))


def cells(page: str) -> list[list[LexborNode]]:
    tree = LexborHTMLParser(page)
    return [row.css("td, th") for row in tree.css("tr")]


def is_number(cell: LexborNode) -> bool:
    """Whether a cell is a number for LibreOffice by its attribute, and for Excel by its style."""
    style = str(cell.attributes.get("style"))
    for_excel = bool(re.fullmatch(r'mso-number-format:"0(\\\.0+)?"', style))
    assert for_excel == ("sdval" in cell.attributes), cell.html
    return for_excel


def test_a_row_has_its_headings_and_its_source(bulletin: Bulletin) -> None:
    figure = make_figure(
        bulletin, "2.0亿元", indicator="税收收入", period="2023年1-12月", **_GROWN
    )
    table = rows([figure], bulletin, Script.HANS, SOURCE)
    expected = (
        "税收收入",
        "2.0",
        "亿元",
        "-28.1",
        "上年",
        "",
        "2023年1-12月",
        "河东省青河县",
        "",
        SOURCE,
    )
    assert table.cells == (HEAD, expected)
    assert table.tsv() == "\t".join(HEAD) + "\n" + "\t".join(expected)


@pytest.mark.parametrize(
    ("printed", "fields", "value", "number"),
    [
        ("2.0亿元", {}, "2.0", True),
        ("70-80%", {"kind": Kind.RANGE, "value": "70", "value_high": "80"}, "70-80", False),
        ("4.5:42.1:53.4", {"kind": Kind.RATIO, "value": "4.5:42.1:53.4"}, "4.5:42.1:53.4", False),
        ("1-12", {"value": "1", "value_high": "12", "unit": ""}, "1-12", False),
        ("1234567890123456元", {}, "1234567890123456", False),
        ("5.2万元", {"value": "-5.2"}, "-5.2", True),
    ],
)
def test_numbers_are_numbers_and_the_rest_is_text(
    bulletin: Bulletin, printed: str, fields: dict[str, Any], value: str, *, number: bool
) -> None:
    figure = make_figure(bulletin, printed, **{**_GROWN, **fields})
    head, row = cells(rows([figure], bulletin, Script.HANS, SOURCE).html())
    assert [cell.text() for cell in head] == list(HEAD)
    shown = dict(zip(HEAD, row, strict=True))
    assert shown["数值"].text() == value
    assert is_number(shown["数值"]) is number
    assert is_number(shown["增速（%）"])
    assert shown["增速（%）"].attributes["sdval"] == "-28.1"
    texts = [name for name in HEAD if name not in ("数值", "增速（%）")]
    assert not any(is_number(shown[name]) for name in texts)


def test_printed_decimals_are_kept(bulletin: Bulletin) -> None:
    html = rows([make_figure(bulletin, "2.0亿元")], bulletin, Script.HANS, SOURCE).html()
    assert 'mso-number-format:"0\\.0"' in html
    assert 'sdval="2.0" sdnum="2052;0;0.0"' in html


def test_nothing_but_the_cells_is_text(bulletin: Bulletin) -> None:
    odd = make_figure(bulletin, "2.0亿元", indicator="<b>甲&乙\t丙\n丁")
    table = rows([odd], bulletin, Script.HANS, SOURCE)
    tree = LexborHTMLParser(table.html())
    assert tree.css("style, script") == []
    assert tree.body is not None
    assert tree.body.text() == "".join(HEAD + table.cells[1])
    assert table.tsv().count("\n") == 1
    assert table.tsv().count("\t") == 2 * (len(HEAD) - 1)
    assert "<b>甲&乙 丙 丁" in table.tsv()


@pytest.mark.parametrize(
    ("fields", "remarks"),
    [
        ({}, ""),
        ({"doubtful": True}, "存疑"),
        ({"approx": "约"}, "原文作约2.0亿元"),
        ({"approx": "以上", "doubtful": True}, "存疑；原文作2.0亿元以上"),
        (
            {"change": "-0.7", "change_unit": "百分点", "compared_with": "上年"},
            "比上年下降0.7个百分点",
        ),
        ({**_GROWN, "doubtful": True}, "存疑"),
        (
            {
                "change": "3",
                "change_unit": "百分点",
                "change_approx": "多",
                "compared_with": "上年",
            },
            "比上年提高3个多百分点",
        ),
    ],
)
def test_remarks(bulletin: Bulletin, fields: dict[str, Any], remarks: str) -> None:
    row = row_of(bulletin, make_figure(bulletin, "2.0亿元", **fields))
    assert row["备注"] == remarks
    assert row["增速（%）"] == ("-28.1" if "compared_with" in fields and len(remarks) < 3 else "")


def test_an_inexact_growth_stays_a_number_with_a_remark(bulletin: Bulletin) -> None:
    grown = {**_GROWN, "change_approx": "近"}
    row = row_of(bulletin, make_figure(bulletin, "2.0亿元", **grown))
    assert (row["增速（%）"], row["备注"]) == ("-28.1", "比上年下降近28.1%")


def test_a_growth_alone_has_no_value(bulletin: Bulletin) -> None:
    fields = {**_GROWN, "kind": Kind.CHANGE_RATE, "basis": "可比价格"}
    row = row_of(bulletin, make_figure(bulletin, "70-80%", **fields))
    assert (row["数值"], row["单位"], row["增速（%）"], row["价格口径"]) == (
        "",
        "",
        "-28.1",
        "可比价格",
    )


def test_what_is_not_known_is_left_empty(bulletin: Bulletin) -> None:
    unknown = replace(bulletin, info=replace(bulletin.info, place="", year=None))
    row = row_of(unknown, make_figure(unknown, "2.0亿元", indicator=""))
    assert [row[name] for name in ("指标", "时期", "地区", "价格口径")] == ["", "", "", ""]


def test_rows_in_traditional_characters(bulletin: Bulletin) -> None:
    figure = make_figure(bulletin, "2.0亿元", indicator="税收收入", doubtful=True, **_GROWN)
    row = row_of(bulletin, figure, Script.HANT)
    assert list(row)[:4] == ["指標", "數值", "單位", "增速（%）"]
    assert (row["指標"], row["單位"], row["備註"]) == ("稅收收入", "億元", "存疑")


def test_ten_thousand_rows_are_made_while_one_waits(bulletin: Bulletin) -> None:
    figures = [
        make_figure(bulletin, "2.0亿元", number=number, indicator=f"指标{number}", **_GROWN)
        for number in range(10_000)
    ]
    begun = time.perf_counter()
    table = rows(figures, bulletin, Script.HANS, SOURCE)
    assert table.tsv().count("\n") == table.html().count("<tr>") - 1 == 10_000
    # A tenth of this on an idle machine.
    assert time.perf_counter() - begun < 10

"""Workbooks, opened by another program's reader."""

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.domain.progress import Cancelled
from desktop_app.services import tables, workbook
from desktop_app.services.exporting import ChosenFigures
from desktop_app.services.tables import Manner
from tests import made_exports
from tests.handmade import TITLE


def written(
    path: Path, chosen: list[ChosenFigures], language: str = "zh_CN", name: str = ""
) -> Any:
    table = tables.of_figures(chosen, Manner(language))
    workbook.write_xlsx(table, path, language, name=name)
    return openpyxl.load_workbook(path)


@pytest.fixture
def book(hard: Bulletin, tmp_path: Path) -> Any:
    return written(tmp_path / "数据.xlsx", made_exports.chosen(hard))


def column(book: Any, heading: str) -> list[Any]:
    sheet = book.worksheets[0]
    (at,) = [cell.column for cell in sheet[1] if cell.value == heading]
    return [sheet.cell(row, at) for row in range(2, sheet.max_row + 1)]


def test_numbers_are_numbers_with_the_printed_decimals(book: Any) -> None:
    value, growth = column(book, "数值")[0], column(book, "增减")[0]
    assert (value.value, value.data_type, value.number_format) == (56.3, "n", "0.00")
    assert (growth.value, growth.data_type, growth.number_format) == (-2.0, "n", "0.0")


def test_ratios_periods_and_long_numbers_are_text(book: Any) -> None:
    assert column(book, "数值")[1].value == "21:30:49"
    assert column(book, "时期")[0].value == "2023年1-12月"
    assert column(book, "数值")[5].value == "12345678901234567"
    assert [cell.value for cell in column(book, "数值上限")][3] == 80


def test_no_text_becomes_a_formula(book: Any) -> None:
    cell = column(book, "指标")[2]
    assert (cell.value, cell.data_type) == (made_exports.FORMULA, "s")


def test_notes_stand_under_the_table_and_on_a_sheet_of_their_own(book: Any) -> None:
    below = [row[0] for row in book.worksheets[0].iter_rows(min_row=9, values_only=True)]
    own = [row[0] for row in book["来源与说明"].iter_rows(values_only=True)]
    assert below[0] == f"数据来源：《{TITLE}》"
    assert own[0].startswith(TITLE)
    assert own[1:] == below


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("二、教育/卫生:2023[修订]*?", "二、教育 卫生 2023 修订"),
        ("'引号'", "引号"),
        ("很长的章名" * 20, "很长的章名" * 6 + "很"),
        ("𠮷" * 40, "𠮷" * 15),
        ("", "数据"),
        ("History", "数据"),
        ("来源与说明", "数据"),
    ],
)
def test_names_of_sheets(hard: Bulletin, tmp_path: Path, name: str, sheet: str) -> None:
    book = written(tmp_path / "a.xlsx", made_exports.chosen(hard), name=name)
    assert [re.sub(r"\s+", " ", one) for one in book.sheetnames] == [sheet, "来源与说明"]


def test_ten_thousand_rows(hard: Bulletin, tmp_path: Path) -> None:
    table = tables.of_figures(made_exports.with_many(hard, 10_000), Manner("zh_CN"))
    told: list[int] = []
    path = tmp_path / "a.xlsx"
    workbook.write_xlsx(table, path, "zh_CN", lambda done, _total: told.append(done))
    assert openpyxl.load_workbook(path, read_only=True).worksheets[0].max_row > 10_000
    assert told == sorted(told)
    assert len(told) > 10


def test_given_up(hard: Bulletin, tmp_path: Path) -> None:
    table = tables.of_figures(made_exports.with_many(hard, 1_000), Manner("zh_CN"))
    with pytest.raises(Cancelled):
        workbook.write_xlsx(table, tmp_path / "a.xlsx", "zh_CN", made_exports.give_up)


def test_more_rows_than_a_sheet_has(hard: Bulletin, tmp_path: Path) -> None:
    table = tables.of_figures(made_exports.chosen(hard), Manner("zh_CN"))
    huge = tables.Group("", table.rows[:1] * 1_048_576)
    many = tables.Table(table.title, table.columns, (huge,), table.notes)
    with pytest.raises(DataError) as error:
        workbook.write_xlsx(many, tmp_path / "a.xlsx", "zh_CN")
    assert error.value.message.id == "export_too_many"


def test_a_text_longer_than_a_cell_is_cut_and_not_lost(hard: Bulletin, tmp_path: Path) -> None:
    table = tables.of_figures(made_exports.chosen(hard), Manner("zh_CN"))
    row = tuple("长" * 40_000 if c.name == "indicator" else "" for c in table.columns)
    long = tables.Table(table.title, table.columns, (tables.Group("", (row,)),), table.notes)
    workbook.write_xlsx(long, tmp_path / "a.xlsx", "zh_CN")
    cell = column(openpyxl.load_workbook(tmp_path / "a.xlsx"), "指标")[0].value
    assert cell.startswith("长长")
    assert cell.endswith("…")


def test_the_same_figures_make_the_same_workbook(hard: Bulletin, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    for path in paths:
        written(path, made_exports.chosen(hard), "en")
    assert paths[0].read_bytes() == paths[1].read_bytes()

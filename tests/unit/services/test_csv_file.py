"""CSV as spreadsheets read it."""

import csv
import io

import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services import csv_file, tables
from desktop_app.services.tables import Manner
from tests import made_exports
from tests.handmade import TITLE


def read(bulletin: Bulletin, language: str = "zh_CN") -> list[list[str]]:
    text = csv_file.as_csv(tables.of_figures(made_exports.chosen(bulletin), Manner(language)))
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_byte_order_mark_and_line_ends(hard: Bulletin) -> None:
    text = csv_file.as_csv(tables.of_figures(made_exports.chosen(hard), Manner("zh_CN")))
    assert text.startswith("\ufeff公报,")
    assert text.count("\r\n") == text.count("\n")


def test_rows_then_a_blank_line_then_the_notes(hard: Bulletin) -> None:
    lines = read(hard)
    count = len(hard.figures)
    first = dict(zip(lines[0], lines[1], strict=True))
    assert (first["指标"], first["数值"], first["增减"]) == ("地区生产总值", "56.30", "-2.0")
    assert lines[count + 1] == []
    assert lines[count + 2] == [f"数据来源：《{TITLE}》"]


def test_no_text_becomes_a_formula_and_numbers_stay_numbers(hard: Bulletin) -> None:
    lines = read(hard)
    column = lines[0].index("指标")
    assert lines[3][column] == f"'{made_exports.FORMULA}"
    assert lines[1][lines[0].index("增减")] == "-2.0"
    dangerous = [cell for line in lines for cell in line if cell[:1] in ("=", "+", "@")]
    assert dangerous == []


def test_in_english(hard: Bulletin) -> None:
    lines = read(hard, "en")
    assert (lines[0][5], lines[1][5]) == ("Indicator", "地区生产总值")


@pytest.mark.parametrize("ratio", ["15:85", "3.9:39.0:57.1", "3:5"])
def test_a_ratio_is_no_time(ratio: str) -> None:
    assert csv_file.inert(ratio) == f"'{ratio}"

"""How rows of a comparison are put into words, in the table and in its charts."""

from pathlib import Path

import pytest

from desktop_app.domain.bulletin import SourceText
from desktop_app.itemmodels import series_text
from desktop_app.itemmodels.charts import ChartData, ChartKind, draw
from desktop_app.pipeline.understanding import understand
from desktop_app.services import series
from desktop_app.services.series import Comparison
from desktop_app.store.library import Library
from desktop_app.store.writer import write_library


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def compared(tmp_path: Path, indicator: str, *texts: str) -> Comparison:
    """Return what is printed beside the first figure of this name."""
    made = [
        one
        for at, text in enumerate(texts)
        for one in understand(SourceText(text, "txt", "utf-8", f"{at}", f"{at}"), None)
    ]
    path = tmp_path / "library.db"
    write_library(path, made)
    with Library(path) as library:
        for entry in library.bulletins():
            for figure in library.bulletin(entry.id).figures:
                if figure.indicator == indicator:
                    return series.compare(library, entry.id, figure.id)
    raise LookupError(indicator)


def annual(year: int, *sentences: str, place: str = "清河县") -> str:
    title = f"{place}{year}年国民经济和社会发展统计公报"
    return "\n".join((title, "一、综合", *sentences))


def labels(found: Comparison, kind: ChartKind = ChartKind.YEARS) -> list[str]:
    return [bar.label for bar in draw(kind, ChartData(comparison=found)).bars]


def test_what_is_left_out_is_counted_by_why(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "规模以上工业增加值",
        annual(2023, "规模以上工业增加值比上年增长6%。"),
        annual(2022, "规模以上工业增加值年均增长7.1%。"),
        "清河县2022年上半年经济运行情况\n一、综合\n规模以上工业增加值同比增长5%。",
    )
    assert series_text.left_out(found) == (
        "另有 2 个同名数未列入：1 个时期不同（上半年），1 个比较基期不同（年均）。"
    )


def test_values_of_one_bulletin_are_told_apart(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "小学数",
        annual(2023, "年末全县有小学37所。", "年末全县共有小学38所。"),
        annual(2022, "年末全县有小学36所。"),
    )
    assert labels(found) == ["2023年（第 1 处）", "2023年（第 2 处）", "2022年"]
    assert series_text.remarks(found.rows[0]).startswith("本公报所印不一，待核实")
    assert series_text.disagreements(found.rows) == ["一份公报里所印不一的，均照列，待核实。"]
    assert len(set(labels(found, ChartKind.PLACES))) == len(labels(found, ChartKind.PLACES))


def test_a_row_of_another_place_s_bulletin_says_which(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "粮食产量",
        annual(2023, "全年粮食产量5.0万吨。"),
        annual(2023, "全市粮食产量450万吨。其中，清河县粮食产量5.0万吨。", place="邢台市"),
    )
    county = [row for row in found.rows if row.place_name == "清河县"]
    assert [series_text.vintage(row) for row in county] == ["", "见邢台市 2023 年公报"]
    assert labels(found, ChartKind.PLACES) == [
        "邢台市",
        "清河县（当地公报）",
        "清河县（见邢台市 2023 年公报）",
    ]


def test_stretches_and_parts_of_a_year_stand_in_the_year_s_column(tmp_path: Path) -> None:
    plan = compared(
        tmp_path, "固定资产投资", annual(2021, "“十三五”期间，固定资产投资累计完成300亿元。")
    )
    half = compared(
        tmp_path,
        "固定资产投资",
        "清河县2022年上半年经济运行情况\n一、综合\n固定资产投资30亿元。",
    )
    assert series_text.year(plan.own) == "“十三五”期间"
    assert series_text.year(half.own) == "2022年上半年"

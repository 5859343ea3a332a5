"""Figures of tables: rows and columns name them, a growth column is their change."""

from desktop_app.domain.bulletin import Figure, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline

CHAPTER = ("一、农业", "全年粮食生产平稳。")


def figures(*lines: str) -> tuple[Figure, ...]:
    text = "\n".join((*CHAPTER, *lines))
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), 2022)


def cells(*lines: str) -> list[tuple[str, str, str, str]]:
    return [(f.indicator, f.value, f.unit, f.change) for f in figures(*lines)]


def test_a_growth_column_belongs_to_the_value_before_it() -> None:
    assert cells(
        "指标\t单位\t绝对数\t比上年增长（%）",
        "地区生产总值\t亿元\t1,234.5\t6.1",
        "其中：第一产业增加值\t亿元\t100.20\t-4.2",
        "医院\t个\t56\t持平",
    ) == [
        ("地区生产总值", "1234.5", "亿元", "6.1"),
        ("第一产业增加值", "100.20", "亿元", "-4.2"),
        ("医院数", "56", "个", "0"),
    ]


def test_caption_and_unit_line_say_what_and_in_what() -> None:
    assert cells(
        "表1 2022年主要农产品产量及其增长速度",
        "单位：万吨",
        "产品名称\t绝对数\t比上年增长（%）",
        "小麦\t50.2\t-2.1",
    ) == [("小麦产量", "50.2", "万吨", "-2.1")]


def test_a_column_heading_may_hold_measure_and_unit() -> None:
    assert cells("产品名称\t产量（万吨）\t增长%", "小麦\t50.2\t2.1") == [
        ("小麦产量", "50.2", "万吨", "2.1")
    ]


def test_a_table_of_growth_has_rows_of_growth() -> None:
    (figure,) = figures("行业\t增加值增长（%）", "采矿业增加值\t-2.1")
    assert (figure.indicator, figure.value, figure.unit) == ("采矿业增加值", "2.1", "%")
    assert (figure.kind, figure.change) == ("change_rate", "-2.1")


def test_each_year_has_its_column() -> None:
    found = figures("指标\t单位\t2021年\t2022年", "粮食产量\t万吨\t5.1\t5.3")
    assert [(f.value, f.period) for f in found] == [("5.1", "2021年"), ("5.3", "2022年")]


def test_a_share_column_is_a_figure_of_its_own() -> None:
    found = cells("指标\t年末数（万人）\t比重（%）", "城镇人口\t50.2\t60.1")
    assert found == [("城镇人口", "50.2", "万人", ""), ("城镇人口比重", "60.1", "%", "")]


def test_a_footnote_is_no_part_of_a_name() -> None:
    found = cells("指标\t单位\t绝对数", "粮食产量[3]\t万吨\t5.3")
    assert found == [("粮食产量", "5.3", "万吨", "")]


def test_a_cell_is_printed_where_it_stands() -> None:
    (figure,) = figures("指标\t单位\t绝对数", "粮食产量\t万吨\t5.3")
    assert figure.printed == "5.3"
    assert figure.period == "2022年"

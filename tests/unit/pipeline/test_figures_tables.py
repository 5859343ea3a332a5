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


def test_growth_belongs_to_the_level_of_the_latest_year() -> None:
    found = cells(
        "指标\t单位\t2022年\t2021年\t增长（%）",
        "社会消费品零售总额\t万元\t305\t270\t12.9",
    )
    assert found == [
        ("社会消费品零售总额", "305", "万元", "12.9"),
        ("社会消费品零售总额", "270", "万元", ""),
    ]


def test_a_cell_may_print_its_unit_or_a_ratio() -> None:
    assert cells(
        "指标\t绝对数\t比上年增长（%）",
        "粮食产量\t31.2万吨\t6.5",
        "三次产业结构\t15:40:45\t",
        "城乡居民收入比\t2.31\t",
    ) == [
        ("粮食产量", "31.2", "万吨", "6.5"),
        ("三次产业结构", "15:40:45", "", ""),
        ("城乡居民收入比", "2.31", "", ""),
    ]


def test_empty_cells_keep_the_columns_in_step() -> None:
    assert cells(
        "指标\t单位\t绝对数\t比上年增长（%）",
        "粮食产量\t万吨\t\t6.5",
        "棉花产量\t万吨\t1.5\t",
    ) == [("粮食产量", "6.5", "%", "6.5"), ("棉花产量", "1.5", "万吨", "")]


def test_the_heads_may_leave_out_the_first_column() -> None:
    assert cells("1996年\t比上年增长(%)", "粮食产量\t31.2万吨\t-3.2") == [
        ("粮食产量", "31.2", "万吨", "-3.2")
    ]


def test_two_tables_may_stand_side_by_side() -> None:
    assert cells(
        "产品名称\t单位\t产量\t增长%\t产品名称\t单位\t产量\t增长%",
        "原煤\t万吨\t4.5\t-1.2\t发电量\t亿千瓦时\t5.6\t1.2倍",
    ) == [("原煤产量", "4.5", "万吨", "-1.2"), ("发电量", "5.6", "亿千瓦时", "1.2")]


def test_a_table_of_growth_names_rows_by_column_too() -> None:
    assert cells(
        "表3 居民消费价格比上年涨跌幅度（%）",
        "指标\t全市\t城市\t农村",
        "居民消费价格\t1.9\t2.0\t-1.7",
        "其中：食品\t2.8\t2.9\t2.6",
    ) == [
        ("居民消费价格", "1.9", "%", "1.9"),
        ("城市居民消费价格", "2.0", "%", "2.0"),
        ("农村居民消费价格", "1.7", "%", "-1.7"),
        ("食品价格", "2.8", "%", "2.8"),
        ("城市食品价格", "2.9", "%", "2.9"),
        ("农村食品价格", "2.6", "%", "2.6"),
    ]


def test_parts_share_the_measure_of_their_whole() -> None:
    found = cells(
        "指标\t单位\t绝对数",
        "一、地区生产总值\t亿元\t100.5",
        "#第一产业\t亿元\t10.5",
        "工业\t亿元\t40.5",
        "二、粮食产量\t万吨\t31.2",
        "其中：小麦\t万吨\t14.6",
    )
    assert [name for name, *_ in found] == [
        "地区生产总值",
        "第一产业增加值",
        "工业增加值",
        "粮食产量",
        "小麦产量",
    ]


def test_rows_may_be_places_or_years() -> None:
    assert cells(
        "县区\t生产总值（亿元）\t增速\t财政收入（亿元）\t增速",
        "东城县\t120.5\t7.2\t8.6\t-5.1",
    ) == [("东城县生产总值", "120.5", "亿元", "7.2"), ("东城县财政收入", "8.6", "亿元", "-5.1")]
    found = figures("年份\t粮食产量（万吨）\t增长%", "2020年\t5.1\t1.2", "2021年\t5.3\t3.9")
    assert [(f.indicator, f.value, f.period) for f in found] == [
        ("粮食产量", "5.1", "2020年"),
        ("粮食产量", "5.3", "2021年"),
    ]


def test_the_end_of_the_year_may_stand_in_caption_head_or_row() -> None:
    (first,) = figures("表1 2021年年末人口数及其构成", "单位：万人", "指标\t年末数", "城镇\t5.2")
    assert (first.indicator, first.unit, first.period) == ("城镇人口", "万人", "2021年末")
    (second,) = figures("指标\t单位\t2021年", "年末常住人口\t万人\t5.2")
    assert (second.indicator, second.period) == ("常住人口", "2021年末")


def test_a_level_of_last_year_as_100_is_an_index() -> None:
    assert cells("指标\t单位\t绝对数\t为上年%", "工业增加值\t亿元\t5.3\t107.1") == [
        ("工业增加值", "5.3", "亿元", ""),
        ("工业增加值指数", "107.1", "", ""),
    ]


def test_of_several_units_above_a_table_none_is_guessed() -> None:
    assert cells("单位：万吨、万头", "指标\t绝对数", "粮食产量\t5.3") == [
        ("粮食产量", "5.3", "", "")
    ]


def test_a_column_says_what_its_growth_is_measured_against() -> None:
    (figure,) = figures("指标\t单位\t绝对数\t比2019年增长%", "粮食产量\t万吨\t5.3\t2.1")
    assert (figure.change, figure.compared_with) == ("2.1", "2019年")


def test_the_sentence_before_a_table_may_announce_it() -> None:
    text = "一、农业\n全年平稳。主要农产品产量如下：\n产品\t绝对数（吨）\n小麦\t5.3"
    reading = ReadingText(text, text, text, ())
    (figure,) = extract(reading, read_outline(reading), (), 2022)
    assert figure.indicator == "小麦产量"


def test_a_number_that_a_table_says_again_keeps_its_name() -> None:
    text = "一、农业\n（一）种植业\n全年粮食产量5.3万吨。\n指标\t单位\t产量\n粮食产量\t万吨\t5.3"
    reading = ReadingText(text, text, text, ())
    found = extract(reading, read_outline(reading), (), 2022)
    assert [figure.indicator for figure in found] == ["粮食产量", "粮食产量"]


def test_lines_of_words_without_end_are_no_heads() -> None:
    assert cells(*["甲\t乙\t丙"] * 500, "指标\t产量（吨）", "小麦\t5.3") == [
        ("小麦产量", "5.3", "吨", "")
    ]

"""Stretches of several years, and the mean growth of their years."""

import pytest

from desktop_app.domain.bulletin import Figure, ReadingText
from desktop_app.pipeline.figures import extract, spans
from desktop_app.pipeline.outline import read_outline
from desktop_app.services import comparing


def figures(text: str, year: int = 2021) -> tuple[Figure, ...]:
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), year)


def timed(text: str, year: int = 2021) -> list[tuple[str, str, str]]:
    return [(f.indicator, f.value + f.unit, f.period) for f in figures(text, year)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2016-2020年累计完成投资", "2016-2020年"),
        ("2016—2020年", "2016-2020年"),
        ("2016年至2020年五年间", "2016-2020年"),
        ("1978-1998年间", "1978-1998年"),
        ("1991-95年", "1991-1995年"),
        ("2015年以来", "2015年以来"),
        ("“十三五”期间", "“十三五”期间"),
        ("“十三五”时期", "“十三五”期间"),
        ("十二五期间", "“十二五”期间"),
        ("“八五”期间", "“八五”期间"),
        ("“九五”头两年", "“九五”头两年"),
        ("“十四五”以来", "“十四五”以来"),
        ("五年来", "五年来"),
        ("5年来", "5年来"),
        ("近三年来", "近三年来"),
        ("近五年新增", "近五年"),
        ("过去五年", "过去五年"),
        ("改革开放二十年来", "二十年来"),
        ("改革开放以来", "改革开放以来"),
        ("五年累计完成", "五年间"),
        ("两年平均增长", "两年间"),
        ("近年来", "近年来"),
    ],
)
def test_stretches_of_years_and_their_names(text: str, name: str) -> None:
    assert [span.name for span in spans.find(text)] == [name]
    assert spans.is_span(name)


@pytest.mark.parametrize(
    "text",
    [
        "2020年",
        "2020年末",
        "2020年1-5月",
        "2021年平均气温",
        "二〇二一年平均气温",
        "今年以来",
        "10月以来",
        "一年来",
        "长期以来",
        "“十三五”规划项目",
        "“七五”普法",
        "比“十二五”期间增长",
        "工期近三年",
        "历时近两年",
        "三年级",
        "五年制",
        "2020-2021学年",
        "第五年累计",
        "每年共青团员",
    ],
)
def test_years_and_durations_are_no_stretches(text: str) -> None:
    assert spans.find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2016-2020年累计完成投资125.6亿元，年均增长8.5%。",
            [("投资", "125.6亿元", "2016-2020年")],
        ),
        (
            "“十三五”期间，全县累计完成固定资产投资320亿元，建成项目56个。",
            [("固定资产投资", "320亿元", "“十三五”期间"), ("建成项目数", "56个", "“十三五”期间")],
        ),
        (
            "“八五”期间农业总产值年均递增6.2%。",
            [("农业总产值", "6.2%", "“八五”期间")],
        ),
        ("五年来累计脱贫1.2万人。", [("脱贫人数", "1.2万人", "五年来")]),
        ("近五年新增高速公路120公里。", [("新增高速公路长度", "120公里", "近五年")]),
        ("近三年累计完成造林5.2万亩。", [("造林面积", "5.2万亩", "近三年")]),
        (
            "1978-1998年间，全县国内生产总值年均增长9.6%。",
            [("国内生产总值", "9.6%", "1978-1998年")],
        ),
        (
            "2016年至2020年五年间，全县减少贫困人口1.2万人，2020年末常住人口12万人。",
            [("减少贫困人口", "1.2万人", "2016-2020年"), ("常住人口", "12万人", "2020年末")],
        ),
        (
            "五年来新建学校12所，常住人口12万人。",
            [("新建学校数", "12所", "五年来"), ("常住人口", "12万人", "2021年末")],
        ),
        (
            "五年共建成保障房1200套，年均240套。",
            [("建成保障房数", "1200套", "五年间"), ("年均建成保障房数", "240套", "五年间")],
        ),
        # The next sentence is of the bulletin's year again.
        (
            "“十四五”以来，全县新建学校12所。改造学校30所。",
            [("新建学校数", "12所", "“十四五”以来"), ("改造学校数", "30所", "2021年")],
        ),
    ],
)
def test_what_was_done_in_several_years_is_of_all_of_them(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert timed(text) == found


@pytest.mark.parametrize(
    ("text", "rate", "period"),
    [
        ("2016-2020年投资125.6亿元，年均增长8.5%。", "8.5", "2016-2020年"),
        ("1991—1995年国内生产总值平均每年增长11.2%。", "11.2", "1991-1995年"),
        ("1991-95年，国内生产总值年递增11.2%。", "11.2", "1991-1995年"),
        ("“十三五”期间，税收平均增长7%。", "7", "“十三五”期间"),
        ("改革开放以来，粮食产量年均增长2.3%。", "2.3", "改革开放以来"),
        ("收入2万元，年均增长率9.1%。", "9.1", "2021年"),
    ],
)
def test_mean_growth_is_over_no_last_year(text: str, rate: str, period: str) -> None:
    (figure,) = figures(text)
    assert (figure.change, figure.compared_with, figure.period) == (rate, "年均", period)


def test_growth_of_other_years_is_a_row_of_its_own() -> None:
    level, mean, times = figures("2020年地区生产总值150亿元，五年年均增长6.5%，是2015年的1.4倍。")
    assert (level.period, level.change) == ("2020年", "")
    assert (mean.indicator, mean.period, mean.compared_with) == ("地区生产总值", "五年间", "年均")
    assert times.period == "2020年"


def test_growth_over_last_year_and_the_mean_of_two_years() -> None:
    level, mean = figures("社会消费品零售总额50亿元，比上年增长12%，两年平均增长4.3%。")
    assert (level.change, level.compared_with) == ("12", "上年")
    assert (mean.change, mean.compared_with, mean.period) == ("4.3", "年均", "两年间")


def test_a_level_of_one_year_is_not_merged_with_the_growth_of_several() -> None:
    mean, level = figures("“十三五”期间，固定资产投资年均增长8%，2020年达到80亿元。")
    assert (mean.value, mean.period) == ("8", "“十三五”期间")
    assert (level.indicator, level.value, level.period) == ("固定资产投资", "80", "2020年")
    assert level.change == ""


@pytest.mark.parametrize(
    "text",
    ["居民消费价格平均上涨2.1%。", "职工平均工资12000元，平均增长8%。"],
)
def test_an_average_of_things_is_no_mean_of_years(text: str) -> None:
    (figure,) = figures(text)
    assert figure.compared_with == ""


def test_members_of_a_list_share_the_mean() -> None:
    found = figures("“十三五”期间，进口和出口分别年均增长8%和9%。")
    assert [(f.indicator, f.compared_with) for f in found] == [("进口", "年均"), ("出口", "年均")]


def test_census_growth_is_the_mean_of_the_years_between() -> None:
    found = figures(
        "常住人口12万人，与2010年普查相比，十年增加3万人，增长5%，年平均增长率为0.53%。"
    )
    assert [(f.value, f.period) for f in found][1:] == [("3", "十年间"), ("0.53", "十年间")]
    assert found[2].compared_with == "年均"


@pytest.mark.parametrize(
    ("period", "several"),
    [
        ("2016-2020年", True),
        ("2010年以来", True),
        ("“十三五”前四年", True),
        ("“十三五”期间", True),
        ("五年来", True),
        ("五年间", True),
        ("近三年", True),
        ("近几年", True),
        ("未来三年", True),
        ("改革开放以来", True),
        ("2023年", False),
        ("2023年上半年", False),
        ("2023年6月末", False),
        ("2023年5月以来", False),
        ("今年以来", False),
        ("一年来", False),
    ],
)
def test_what_reads_and_what_compares_agree_on_stretches(period: str, *, several: bool) -> None:
    assert spans.is_span(period) is several
    assert comparing.is_stretch(period) is several

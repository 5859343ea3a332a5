"""Both ends of a change, the end of a stretch of years, and how much a level differs."""

import pytest

from desktop_app.domain.bulletin import Figure, Kind, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def figures(text: str, year: int = 2021, title: str = "") -> tuple[Figure, ...]:
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), year, title=title)


def told(text: str, year: int = 2021) -> list[tuple[str, str, str]]:
    return [(f.indicator, f.value + f.unit, f.period) for f in figures(text, year)]


@pytest.mark.parametrize(
    ("text", "began", "arrived"),
    [
        ("研发支出占GDP比重由2018年的1.5%提高到2.0%。", "2018年", "2021年"),
        ("研发支出占GDP的比重由2018年的1.5%提高到2020年的2.0%。", "2018年", "2020年"),
        ("研发支出占GDP比重从上年的1.5%提高到2.0%。", "2020年", "2021年"),
        ("研发支出占GDP比重由1.5%提高到2.0%。", "2020年", "2021年"),
    ],
)
def test_both_ends_of_a_share_are_the_share(text: str, began: str, arrived: str) -> None:
    share = "研发支出占GDP比重"
    assert told(text) == [(share, "1.5%", began), (share, "2.0%", arrived)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("低保标准由10元到20元。", "低保标准"),
        ("低保标准每人每月由10元到20元。", "低保标准"),
        ("低保标准由10元提高到20元。", "低保标准"),
        ("粮食补助由每亩10元提高到20元。", "每亩粮食补助"),
        ("每股收益由10元至20元。", "每股收益"),
    ],
)
def test_a_change_is_no_range(text: str, name: str) -> None:
    assert told(text) == [(name, "10元", "2020年"), (name, "20元", "2021年")]


def test_what_lies_between_two_numbers_is_a_range() -> None:
    (figure,) = figures("门票价格从30元到50元不等。")
    assert (figure.value, figure.value_high, figure.kind) == ("30", "50", Kind.RANGE)


def test_a_rate_is_compared_with_the_year_whose_value_is_told() -> None:
    now, before, product = figures(
        "城镇化率53.3%，比2010年的45.1%提高8.2个百分点，生产总值增长8%。"
    )
    assert (now.change, now.change_unit, now.compared_with) == ("8.2", "百分点", "2010年")
    assert (before.indicator, before.period, before.change) == (now.indicator, "2010年", "")
    assert product.compared_with == ""


@pytest.mark.parametrize(
    ("text", "name", "period"),
    [
        ("工业企业实现利润3亿元，上年同期亏损2亿元。", "工业企业亏损额", "2020年"),
        ("工业企业亏损3亿元，上年亏损2亿元。", "工业企业亏损额", "2020年"),
        ("上半年工业企业盈利3亿元，上年同期亏损2亿元。", "工业企业亏损额", "2020年上半年"),
        ("进出口逆差3亿美元，而上年同期为顺差1亿美元。", "进出口顺差", "2020年"),
        ("本年末存款余额200亿元，去年末为180亿元。", "存款余额", "2020年末"),
    ],
)
def test_what_was_so_last_year_is_of_that(text: str, name: str, period: str) -> None:
    last = figures(text)[-1]
    assert (last.indicator, last.period) == (name, period)


def test_what_was_so_last_year_is_said_of_one_number() -> None:
    rows = told("工业企业盈利3亿元，上年亏损2亿元，资产总计50亿元。")
    assert [period for _, _, period in rows] == ["2021年", "2020年", "2021年"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("五年来，城镇化率达到50%。", "2021年"),
        ("五年来，森林覆盖率提高到45%。", "2021年"),
        ("“十三五”时期，城镇化率达到50%。", "2020年"),
        ("“十四五”以来，城镇化率达到50%。", "2021年"),
        ("“十三五”时期，公路通车里程达到3200公里。", "2020年末"),
        ("“九五”头两年，粮食产量达到20万吨。", "1997年"),
        ("“一五”期间，粮食产量达到20万吨。", "1957年"),
        ("2016-2020年，人均收入达到3万元。", "2020年"),
        # Sums and means are of all the years.
        ("五年来，固定资产投资达到500亿元。", "五年来"),
        ("五年来，累计植树达到500万株。", "五年来"),
        ("五年来，新增就业达到5万人。", "五年来"),
        ("五年来，空气优良率稳定在90%以上。", "五年来"),
        ("“十五五”时期，城镇化率达到70%。", "“十五五”期间"),
        ("“九五”期间粮食产量达到20万吨，比“八五”期间增长10%。", "“九五”期间"),
    ],
)
def test_a_level_that_a_stretch_of_years_reached_is_of_its_end(text: str, period: str) -> None:
    assert figures(text)[0].period == period


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("五年间，生产总值平均每年增加20亿元。", "地区生产总值年均增加额"),
        ("五年间，人均纯收入平均每年增加520元。", "人均纯收入年均增加额"),
        ("五年来，耕地年均减少200亩。", "耕地年均减少量"),
        ("五年共减少贫困村25个。", "减少贫困村数"),
    ],
)
def test_a_mean_change_in_a_stretch_has_no_basis(text: str, name: str) -> None:
    (figure,) = figures(text)
    assert (figure.indicator, figure.basis) == (name, "未说明")
    assert figure.period.startswith("五年")


@pytest.mark.parametrize(
    ("text", "change", "unit", "compared"),
    [
        ("平均气温比上年高0.5度。", "0.5", "度", "上年"),
        ("平均气温较常年偏低0.8℃。", "-0.8", "℃", "常年"),
        ("平均气温15.2℃，比上年高0.5度。", "0.5", "度", "上年"),
    ],
)
def test_how_much_a_level_differs_is_its_change(
    text: str, change: str, unit: str, compared: str
) -> None:
    (figure,) = figures(text)
    assert figure.indicator == "平均气温"
    assert (figure.change, figure.change_unit, figure.compared_with) == (change, unit, compared)


def test_what_is_of_each_one_is_of_what_was_said() -> None:
    text = "国内生产总值30亿元，人均达到5000元。粮食产量20万吨，人均500公斤。"
    names = [f.indicator for f in figures(text)]
    assert names[1::2] == ["人均国内生产总值", "人均粮食产量"]


def test_a_year_in_a_stretch_holds_for_its_part_of_the_sentence() -> None:
    text = (
        "“十三五”时期，生产总值年均增长7%，2020年达到128亿元，人均达到4.2万元；"
        "城镇化率由51%提高到58%，五年提高7个百分点；累计新增就业21万人，年均新增4万人。"
    )
    assert [(f.indicator, f.period) for f in figures(text)] == [
        ("地区生产总值", "“十三五”期间"),
        ("地区生产总值", "2020年"),
        ("人均地区生产总值", "2020年"),
        ("常住人口城镇化率", "“十三五”初"),
        ("常住人口城镇化率", "2020年"),
        ("常住人口城镇化率", "五年间"),
        ("新增就业人数", "“十三五”期间"),
        ("就业年均新增人数", "“十三五”期间"),
    ]


def test_what_changed_since_a_year_says_nothing_of_the_next_clause() -> None:
    text = "“十三五”以来，森林覆盖率从2015年的38%提高到41%，单位能耗累计下降16%。"
    assert [f.period for f in figures(text)] == ["2015年", "2021年", "“十三五”以来"]


def test_a_rate_of_the_unemployed_owns_no_other() -> None:
    assert [f.indicator for f in figures("城镇登记失业率3%，空气优良率90%。")][1] == "空气优良率"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("新田市2021年前三季度国民经济运行情况", "2021年前三季度"),
        ("新田市2021年1-5月国民经济运行情况", "2021年1-5月"),
        ("新田市2021年前三个季度国民经济运行情况", "2021年前三季度"),
        ("新田市2021年前11个月国民经济运行情况", "2021年1-11月"),
        ("新田市2021年国民经济和社会发展统计公报", "2021年"),
        ("新田市2021年国民经济和社会发展统计公报 2022年4月", "2021年"),
    ],
)
def test_a_title_says_of_what_part_of_the_year_all_is(title: str, period: str) -> None:
    text = (
        "工业投资10亿元，上年同期为9亿元。\n9月当月，出口5亿元。财政收入8亿元，完成全年计划的80%。"
    )
    rows = figures(text, title=title)
    last = period.replace("2021", "2020")
    assert [f.period for f in rows] == [period, last, "2021年9月", period, period]


def test_a_table_is_of_the_part_of_the_year_of_its_title() -> None:
    table = "表1 主要产品产量\n产品\t单位\t产量\n水泥\t万吨\t18.6"
    (figure,) = figures(table, title="新田市2021年上半年经济运行情况")
    assert figure.period == "2021年上半年"


def test_what_is_grouped_by_time_is_what_was_said_before_all_groups() -> None:
    text = (
        "生产总值105亿元，同比增长6%。分产业看，第一产业增加值10亿元，增长4%；第三产业增加值50亿元，"
        "增长5%。分季度看，一季度增长4%，二季度增长6%。"
    )
    assert [f.indicator for f in figures(text)][-2:] == ["地区生产总值"] * 2


def test_a_growth_of_the_growth_lends_its_base_to_none() -> None:
    text = (
        "工业增加值同比增长7%，比上半年提高1个百分点。"
        "其中，9月份增长9%，降幅比1-7月收窄2个百分点。"
    )
    rows = figures(text)
    assert [f.compared_with for f in rows] == ["上年同期", "上半年", "上年同期", "1-7月"]
    assert [f.period for f in rows][2:] == ["2021年9月", "2021年9月"]


def test_a_growth_beside_a_lost_number_is_doubtful_and_of_what_was_named() -> None:
    text = "生产总值284亿元。第一产业增加值1?.2亿元，增长3.1%；第二产业增加值90亿元。"
    rows = figures(text)
    assert [(f.indicator, f.value) for f in rows][:2] == [
        ("地区生产总值", "284"),
        ("第一产业增加值", "3.1"),
    ]
    assert [f.doubtful for f in rows][:2] == [False, True]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("人均收入5 3 1 8 2元。", "53182"),
        ("出口增长1 2 . 5%。", "12.5"),
        ("产量1 234吨。", "1234"),
    ],
)
def test_digits_that_were_cut_apart_are_one_number(text: str, value: str) -> None:
    assert [f.value for f in figures(text)] == [value]


def test_what_is_earned_and_spent_by_each_says_of_whom_it_is() -> None:
    text = "城镇居民人均可支配收入3万元，其中工资性收入22412元，增长9%；经营净收入5000元。"
    assert [f.indicator for f in figures(text)][1:] == [
        "城镇居民人均工资性收入",
        "城镇居民人均经营净收入",
    ]


def test_what_a_note_defines_with_is_no_figure() -> None:
    text = "一、人口\n总人口14亿人[1]。\n注释：\n[1]总人口是指31个省、自治区、直辖市的人口。"
    assert [f.value for f in figures(text)] == ["14"]

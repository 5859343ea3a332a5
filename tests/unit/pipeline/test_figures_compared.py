"""Numbers set against others: signed rates, goals, shares, other money, gaps, structures."""

import pytest

from desktop_app.domain.bulletin import Figure, Kind, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def figures(*lines: str, year: int = 2022) -> tuple[Figure, ...]:
    text = "\n".join(lines)
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), year)


def rows(*lines: str) -> list[tuple[str, str, str]]:
    return [(f.indicator, f.value + f.unit, f.change + f.change_unit) for f in figures(*lines)]


@pytest.mark.parametrize(
    ("sentence", "change", "compared_with"),
    [
        ("全县固定资产投资同比-5.3%。", "-5.3", "上年同期"),
        ("全县固定资产投资同比+5.3%。", "5.3", "上年同期"),
        ("全县固定资产投资同比＋5.3％。", "5.3", "上年同期"),
        ("全县固定资产投资比上年-5.3%。", "-5.3", "上年"),
        ("全县固定资产投资环比+5.3%。", "5.3", "上月"),
    ],
)
def test_a_sign_makes_growth_without_a_verb(
    sentence: str, change: str, compared_with: str
) -> None:
    (figure,) = figures(sentence)
    assert (figure.indicator, figure.value, figure.change) == ("固定资产投资", "5.3", change)
    assert (figure.kind, figure.compared_with) == (Kind.CHANGE_RATE, compared_with)


def test_a_signed_rate_after_a_level_is_its_growth() -> None:
    assert rows("出口5亿元，同比-3.2%；进口8亿元（+6.1%）。") == [
        ("出口", "5亿元", "-3.2%"),
        ("进口", "8亿元", "6.1%"),
    ]


def test_a_negative_level_is_no_growth() -> None:
    (figure,) = figures("人口自然增长率为-1.2‰。")
    assert (figure.value, figure.change) == ("-1.2", "")


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("完成全年计划的102.3%", "地方税收全年计划完成率"),
        ("为年计划的102.3%", "地方税收年计划完成率"),
        ("占任务的102.3%", "地方税收任务完成率"),
        ("超额完成预算的102.3%", "地方税收预算完成率"),
    ],
)
def test_part_of_a_goal_is_a_rate_of_completion(clause: str, name: str) -> None:
    level, done = figures(f"全县完成地方税收5亿元，{clause}，比上年增长3%。")
    assert (level.indicator, level.change) == ("地方税收", "3")
    assert (done.indicator, done.kind, done.change) == (name, Kind.SHARE, "")


def test_other_money_is_the_same_indicator() -> None:
    assert rows("人均生产总值6万元，按2020年平均汇率计算为9千美元。")[1][:2] == (
        "人均地区生产总值",
        "9千美元",
    )
    assert rows("人均GDP达6万元，折合9千美元。")[1][0] == "人均地区生产总值"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("水质达到三类标准的断面占82%。", "水质达到三类标准的断面占比"),
        ("有82%的断面达到三类标准。", "达到三类标准的断面占比"),
        ("其中女性占82%。", "女性占比"),
    ],
)
def test_a_share_of_what_was_counted_is_named_by_its_part(sentence: str, name: str) -> None:
    assert rows(sentence) == [(name, "82%", "")]


def test_points_may_be_dealt_out_with_their_unit_cut_short() -> None:
    assert rows("污水处理率89%，垃圾处理率98%，分别比上年提高5个和4个百分点。") == [
        ("污水处理率", "89%", "5百分点"),
        ("垃圾处理率", "98%", "4百分点"),
    ]


def test_a_long_list_shares_its_unit() -> None:
    names = "农业、林业、牧业、渔业、工业、建筑业、服务业"
    found = rows(f"{names}投资分别为10、11、12、13、14、15和16亿元。")
    assert [value for _, value, _ in found] == [f"{n}亿元" for n in range(10, 17)]
    assert found[0][0] == "农业投资"


def test_a_structure_may_be_optimised() -> None:
    before, now = figures("三次产业占比由2021年的6:49:45，进一步优化为7:46:47。")
    assert [(f.indicator, f.period) for f in (before, now)] == [
        ("三次产业占比", "2021年"),
        ("三次产业占比", "2022年"),
    ]


def test_a_gap_after_growth_is_one_of_rates() -> None:
    growth, gap, rank = figures("生产总值增长12%，高于全国平均水平3个百分点，居全市第2位。")
    assert (growth.change, gap.value, rank.value) == ("12", "3", "2")
    assert gap.indicator == "地区生产总值增速高于全国平均水平"
    assert (gap.change, gap.compared_with) == ("", "全国平均水平")


def test_prices_of_a_part_are_named_as_such() -> None:
    found = rows("居民消费价格比上年上涨1.9%，其中城市上涨1.8%，食品上涨2.2%。")
    assert [name for name, *_ in found] == ["居民消费价格", "城市居民消费价格", "食品价格"]


def test_all_prices_together_are_those_of_the_index_before() -> None:
    found = rows("居民消费价格总指数98.1，价格水平下降1.9%。")
    assert [name for name, *_ in found] == ["居民消费价格总指数", "居民消费价格"]


def test_rates_of_a_list_may_go_either_way() -> None:
    assert rows("生猪出栏9万头、存栏5万头，同比分别增长3.6%、下降2.1%。") == [
        ("生猪出栏", "9万头", "3.6%"),
        ("生猪存栏", "5万头", "-2.1%"),
    ]


@pytest.mark.parametrize(
    ("sentence", "compared"),
    [
        ("火电容量3万千瓦，比上年末增长4%，水电容量2万千瓦，增长3%。", ["上年末", "上年末"]),
        ("火电容量3万千瓦，比上年末增长4%。水电容量2万千瓦，增长3%。", ["上年末", ""]),
        ("出口3亿元，比上年增长4%。进口2亿元，增长3%。", ["上年", "上年"]),
        ("财政收入3亿元，比上年增加1亿元，增长50%。", ["上年", "上年"]),
        ("存款余额3亿元，较年初新增1亿元。", ["", "年初"]),
    ],
)
def test_a_comparison_is_said_once(sentence: str, compared: list[str]) -> None:
    assert [figure.compared_with for figure in figures(sentence)] == compared


@pytest.mark.parametrize(
    ("sentence", "name", "change"),
    [
        ("财政支出5亿元，增支1亿元，增长20%。", "财政支出增支额", ""),
        ("现金净回笼2亿元，比上年少回笼1亿元。", "现金净回笼比上年少回笼额", ""),
    ],
)
def test_money_has_words_of_growth_of_its_own(sentence: str, name: str, change: str) -> None:
    increment = figures(sentence)[1]
    assert (increment.indicator, increment.change) == (name, change)


@pytest.mark.parametrize(
    ("sentence", "unit", "kind"),
    [
        ("孕产妇死亡率52/10万。", "/10万", Kind.LEVEL),
        ("居民消费价格总指数为101.6%。", "%", Kind.INDEX),
        ("移动电话普及率为114部/百人。", "部/百人", Kind.LEVEL),
    ],
)
def test_rates_of_many_units_and_indices(sentence: str, unit: str, kind: Kind) -> None:
    (figure,) = figures(sentence)
    assert (figure.unit, figure.kind) == (unit, kind)


def test_deaths_in_ten_thousand_are_no_count_of_people() -> None:
    assert rows("就业人员10万人事故死亡人数1.3人。") == [
        ("就业人员10万人事故死亡人数", "1.3人", "")
    ]


def test_a_ratio_to_another_thing_names_both() -> None:
    assert rows("研发经费支出5亿元，与生产总值之比为2.4%。")[1][0] == "研发经费支出与生产总值之比"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "消费价格上涨1.5%，其中食品价格与去年持平、居住价格上涨2.1%、交通价格下降1.3%。",
            [
                ("消费价格", "1.5%", "1.5%"),
                ("居住价格", "2.1%", "2.1%"),
                ("交通价格", "1.3%", "-1.3%"),
            ],
        ),
        (
            "食品价格上涨2.3%、衣着价格持平、居住价格上涨1.1%。",
            [("食品价格", "2.3%", "2.3%"), ("居住价格", "1.1%", "1.1%")],
        ),
        (
            "粮食产量20万吨与上年基本持平，油料产量3万吨、增长2%。",
            [("粮食产量", "20万吨", "0%"), ("油料产量", "3万吨", "2%")],
        ),
        (
            "出口5亿元、与上年持平，进口3亿元、增长4%。",
            [("出口", "5亿元", "0%"), ("进口", "3亿元", "4%")],
        ),
        (
            "八大类价格“四升两平两降”：食品价格上涨3%，交通价格下降2%。",
            [("食品价格", "3%", "3%"), ("交通价格", "2%", "-2%")],
        ),
    ],
)
def test_what_did_not_change_ends_its_item(
    sentence: str, found: list[tuple[str, str, str]]
) -> None:
    assert rows(sentence) == found


def test_a_second_base_of_one_thing_is_lent_to_no_other() -> None:
    sentence = (
        "全县生产总值48亿元，同比增长15%，比2019年同期增长10%；第一产业增加值2亿元，增长3%。"
    )
    assert [f.compared_with for f in figures(sentence)] == ["上年同期", "2019年同期", "上年同期"]
    sentence = "存款余额312亿元，同比增长9%，比年初增加11亿元；贷款余额208亿元，增长12%。"
    assert [f.compared_with for f in figures(sentence)] == ["上年同期", "年初", "上年同期"]


def test_what_flows_is_compared_with_no_date_that_was_said_of_another() -> None:
    sentence = (
        "年末牛存栏5万头，比上年末减少120头；生猪出栏12万头，增长8.1%，羊存栏3万只，增长2%。"
    )
    bases = {f.indicator: f.compared_with for f in figures("粮食产量比上年增长1%。", sentence)}
    assert (bases["生猪出栏"], bases["羊存栏"]) == ("", "上年末")


def test_comparable_growth_of_what_has_no_prices_is_of_a_comparable_scope() -> None:
    text = "财政总收入66155万元（可比口径），可比增长3.0%。工业增加值5亿元，可比增长4%。"
    assert [f.basis for f in figures(text)] == ["可比口径", "可比价格"]


def test_what_households_spend_on_has_no_basis_of_a_budget() -> None:
    text = (
        "一般公共预算支出50亿元，增长5%（可比口径，下同），科学技术支出2亿元，增长6%。"
        "居民人均消费支出20000元，增长4%。其中，教育文化娱乐支出2000元，增长8%；"
        "医疗保健支出1800元，增长6%；交通通信支出2500元，增长7%。"
    )
    assert [f.basis for f in figures(text)] == ["可比口径"] * 2 + ["未说明"] * 4


def test_numbers_of_two_places_are_told_apart_in_a_bulletin_of_none() -> None:
    text = "清河县常住人口12万人，威县常住人口50万人。"
    assert [f.region for f in figures(text)] == ["清河县", "威县"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年末的士1200辆。", [("的士数", "1200辆", "")]),
        ("门票由10元到50元之间。", [("门票", "10元", "")]),
        (
            "补助标准由每人每月100元提高到150元，门票20元。",
            [
                ("每人每月补助标准", "100元", ""),
                ("每人每月补助标准", "150元", ""),
                ("门票", "20元", ""),
            ],
        ),
    ],
)
def test_what_a_sentence_names_is_named_as_it_stands(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert rows(text) == expected


def test_the_first_months_of_a_year_are_a_time() -> None:
    text = "前11个月，出口5亿元。前三个季度，出口4亿元。连续前三个月，出口1亿元。"
    assert [f.period for f in figures(text)] == ["2022年1-11月", "2022年前三季度", "2022年"]


@pytest.mark.parametrize(
    ("sentence", "change", "approx"),
    [
        ("水产品产量860吨，比上年增长四成以上。", "40%", "以上"),
        ("水产品产量860吨，增长近20%。", "20%", "近"),
        ("水产品产量860吨，增长20%左右。", "20%", "左右"),
        ("水产品产量860吨，下降15%以上。", "-15%", "以上"),
        ("水产品产量860吨，增长超过20%。", "20%", "超过"),
        ("水产品产量860吨，增长近两成。", "20%", "近"),
        ("水产品产量860吨，增长20余%。", "20%", "余"),
        ("水产品产量增长20%左右，达到860吨。", "20%", "左右"),
        ("水产品产量860吨，翻了一番多。", "1倍", "多"),
        ("水产品产量翻了一番多，达到860吨。", "1倍", "多"),
    ],
)
def test_a_growth_that_is_no_exact_number_says_so(sentence: str, change: str, approx: str) -> None:
    (level,) = figures(sentence)
    assert (level.indicator, level.value, level.approx) == ("水产品产量", "860", "")
    assert (level.change + level.change_unit, level.change_approx) == (change, approx)


@pytest.mark.parametrize(
    ("said", "change", "approx"),
    [
        ("增加3个多百分点", "3", "多"),
        ("提高约2个百分点", "2", "约"),
        ("下降1个百分点左右", "-1", "左右"),
        ("提高2个百分点", "2", ""),
    ],
)
def test_points_that_are_no_exact_number_say_so(said: str, change: str, approx: str) -> None:
    (rate,) = figures(f"失业率60.2%，比上年{said}。")
    assert (rate.value, rate.change, rate.change_unit) == ("60.2", change, "百分点")
    assert (rate.approx, rate.change_approx) == ("", approx)


def test_value_and_growth_have_each_its_own_word() -> None:
    (level,) = figures("水产品产量约860吨，增长5.3%。")
    assert (level.approx, level.change_approx) == ("约", "")
    both = figures("出口5亿元，进口8亿元，分别增长约5%和近8%。")
    assert [(f.indicator, f.change, f.change_approx) for f in both] == [
        ("出口", "5", "约"),
        ("进口", "8", "近"),
    ]


@pytest.mark.parametrize(
    ("sentence", "unit", "approx"),
    [("水产品产量增长近20%。", "%", "近"), ("水产品产量翻了一番多。", "倍", "多")],
)
def test_an_inexact_growth_without_a_level_is_a_row(sentence: str, unit: str, approx: str) -> None:
    (rate,) = figures(sentence)
    assert (rate.kind, rate.unit, rate.change_unit) == (Kind.CHANGE_RATE, unit, unit)
    assert (rate.approx, rate.change_approx) == (approx, approx)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "工业企业实现主营业务收入800.5亿元、利税120.3亿元、利润83.1亿元，"
            "分别增长7.9%，5.4%和-6.1%。",
            ["7.9", "5.4", "-6.1"],
        ),
        ("全年出口10亿元、进口5亿元，分别增长7.9%，5.4%。", ["7.9", "5.4"]),
        ("全年发生火灾事故3起，死亡3人，分别下降25%和持平。", ["-25", "0"]),
        ("全年出口10亿元，进口5亿元，分别比上年增长3%和持平。", ["3", "0"]),
        ("全年发生火灾事故3起，死亡3人，同比下降25%。", ["", "-25"]),
    ],
)
def test_growth_that_is_dealt_out_goes_to_each(text: str, changes: list[str]) -> None:
    assert [figure.change for figure in figures(text)] == changes

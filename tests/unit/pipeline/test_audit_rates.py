"""Rates, shares, structures, completion, averages per head and price indices."""

import pytest

from tests.unit.pipeline.made_audits import audited, doubts, told, verdicts


def test_a_structure_is_held_against_the_levels_behind_it() -> None:
    sentence = (
        "全年地区生产总值100.0亿元。其中，第一产业增加值10.0亿元；第二产业增加值40.0亿元；"
        "第三产业增加值50.0亿元。三次产业结构为{}。"
    )
    good = told(sentence.format("10.0:40.0:50.0"), stated="10.0:40.0:50.0")
    assert good.verdict == "一致"
    assert "50.0÷100.0×100=50.0（所述50.0）" in good.message
    wrong = told(sentence.format("10.0:50.0:40.0"), stated="10.0:50.0:40.0")
    assert wrong.verdict == "不一致"
    assert "40.0÷100.0×100=40.0（所述50.0）" in wrong.message


def test_a_structure_of_last_year_is_not_held_against_this_years_levels() -> None:
    sentence = (
        "全年地区生产总值100.0亿元。其中，第一产业增加值10.0亿元；第二产业增加值40.0亿元；"
        "第三产业增加值50.0亿元。三次产业结构由上年的12.0:41.0:47.0调整为10.0:40.0:50.0。"
    )
    assert doubts(sentence) == []


def test_a_structure_far_from_a_hundred_is_wrong() -> None:
    assert told("三次产业结构为4.7:40.3:97.1。", stated="4.7:40.3:97.1").verdict == "不一致"


@pytest.mark.parametrize(
    ("sentence", "share", "wrong"),
    [
        (
            "一般公共预算收入80.0亿元，其中税收60.0亿元，税收占一般公共预算收入的{}%。",
            "75.0",
            "57.0",
        ),
        (
            "地方一般公共预算收入80.0亿元，其中税收收入60.0亿元，占一般公共预算收入的{}%。",
            "75.0",
            "57.0",
        ),
        ("常住人口300.00万人，其中城镇人口180.00万人，常住人口城镇化率为{}%。", "60.00", "66.00"),
        ("出生率为7.20‰，死亡率为7.77‰，自然增长率为{}‰。", "-0.57", "0.57"),
        (
            "第一产业对经济增长的贡献率为10.1%，第二产业贡献率为39.9%，第三产业贡献率为{}%。",
            "50.0",
            "55.0",
        ),
    ],
)
def test_shares_and_rates_of_known_definition(sentence: str, share: str, wrong: str) -> None:
    assert doubts(sentence.format(share)) == []
    assert any("不符" in message for message in doubts(sentence.format(wrong)))


def test_the_rate_of_residents_is_none_of_the_registered() -> None:
    sentence = (
        "年末户籍人口212635人，其中，城镇人口94715人，乡村人口117920人。"
        "据抽样调查推算，年末常住人口19.74万人，城镇化率为64.02%。"
    )
    assert doubts(sentence) == []


def test_most_shares_of_a_list_tell_their_whole() -> None:
    sentence = (
        "年末常住人口400.00万人。0—14岁人口60.00万人，占15.00%；15—64岁人口280.00万人，占70.00%；"
        "65岁及以上人口60.00万人，占{}%。"
    )
    assert doubts(sentence.format("15.00")) == []
    assert told(sentence.format("51.00"), stated="51.00%").verdict == "不一致"


def test_a_share_of_a_whole_is_no_more_than_all_of_it() -> None:
    finding = told("常住人口城镇化率为5230%。", stated="5230%")
    assert (finding.verdict, finding.kind) == ("不一致", "part")
    assert doubts("完成投资占年度计划比重的105.2%。") == []


@pytest.mark.parametrize(
    ("sentence", "stated", "verdict"),
    [
        (
            "城镇居民人均可支配收入29876元，农村居民人均可支配收入16543元，城乡收入比为{}。",
            "1.81",
            "一致",
        ),
        (
            "男性人口110753人，女性人口101882人，总人口性别比为{}（以女性为100）。",
            "108.71",
            "一致",
        ),
        (
            "男性人口110753人，女性人口101882人，总人口性别比为{}（以女性为100）。",
            "105.71",
            "不一致",
        ),
        (
            "城镇居民人均可支配收入40063元，农村居民人均可支配收入19833元。城乡收入比为{}。",
            "2.02:1",
            "一致",
        ),
        (
            "城镇居民人均可支配收入40063元，农村居民人均可支配收入19833元。城乡收入比为{}。",
            "2.22:1",
            "不一致",
        ),
        ("全年出口90.1亿元，进口60.0亿元，贸易顺差{}亿元。", "30.1", "一致"),
        ("全年出口90.1亿元，进口60.0亿元，贸易顺差{}亿元。", "33.1", "不一致"),
        ("各项存款余额400.0亿元，各项贷款余额200.0亿元，存贷比为{}%。", "50.0", "一致"),
    ],
)
def test_ratios_and_differences(sentence: str, stated: str, verdict: str) -> None:
    found = {one.stated.rstrip("%亿元"): one.verdict for one in audited(sentence.format(stated))}
    assert found[stated] == verdict


def test_a_rate_of_the_two_numbers_before_it() -> None:
    sentence = "在32个行业中，有18个行业增长，增长面56.3%。"
    assert verdicts(sentence) == {"56.3%": "一致"}
    assert doubts(sentence.replace("56.3", "65.3")) == []


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("计划新建卫生室50个，已全部建成50个。", "一致"),
        ("计划新建卫生室50个，已全部建成48个。", "待核实"),
        ("应改造危桥12座，已改造15座。", "待核实"),
        ("计划脱贫2300人，实际脱贫2210人，超额完成任务。", "待核实"),
        ("计划脱贫2300人，实际脱贫2410人，超额完成任务。", None),
        ("计划改造小区12个，已改造15个。", None),
    ],
)
def test_what_was_done_without_a_rate(sentence: str, verdict: str | None) -> None:
    found = [one.verdict for one in audited(sentence) if one.kind == "completion"]
    assert found == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("rate", "verdict"), [("109.2%", "一致"), ("119.2%", "不一致"), ("102.9%", "不一致")]
)
def test_a_rate_of_the_plan_is_of_what_was_planned(rate: str, verdict: str) -> None:
    sentence = f"目标新增就业1.2万人，实际新增就业1.31万人，完成年度目标的{rate}。"
    assert told(sentence, stated=rate).verdict == verdict


def test_a_rate_of_another_thing_is_not_tried() -> None:
    assert doubts("规划建设充电桩500个，已建成320个。绿化完成率100%，清运完成率99%。") == []


PEOPLE = "年末常住人口400.00万人，比上年末增加4.00万人。"


@pytest.mark.parametrize(
    ("value", "verdict"),
    [("50251", "一致"), ("50250", "四舍五入差"), ("50900", None), ("5025", "待核实")],
)
def test_an_average_per_head_is_over_the_mean_of_two_year_ends(
    value: str, verdict: str | None
) -> None:
    """Near the mean an unprinted average population may lie; the doubt is over what is far."""
    found = verdicts(f"全年地区生产总值2000.00亿元，人均地区生产总值{value}元。", PEOPLE)
    assert found.get(f"{value}元") == verdict


def test_an_average_over_one_year_end_is_doubted_only_where_it_is_far_off() -> None:
    text = "全年地区生产总值2000.00亿元，人均地区生产总值{}元。年末常住人口400.00万人。"
    assert audited(text.format(50251)) == ()
    assert told(text.format(502510), stated="502510元").verdict == "待核实"


def test_births_and_deaths_are_over_one_population() -> None:
    text = "出生人口3.53万人，出生率为{}‰；死亡人口1.08万人，死亡率为3.57‰。"
    assert verdicts(text.format("11.67"))["11.67‰"] == "一致"
    assert verdicts(text.format("16.67"))["16.67‰"] == "待核实"


def test_a_price_index_is_held_against_its_change() -> None:
    text = "居民消费价格指数为102.1，比上年上涨{}%。"
    assert verdicts(text.format("2.1")) == {"2.1%": "一致"}
    assert verdicts(text.format("1.2")) == {"1.2%": "不一致"}

"""What qualifies a figure from outside its sentence: notes, 下同, other places, revisions."""

import pytest

from desktop_app.domain.bulletin import Figure, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline

CHAPTER = "一、综合"


def figures(*lines: str, place: str = "", year: int = 2022) -> tuple[Figure, ...]:
    text = "\n".join((CHAPTER, *lines))
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), year, place)


def bases(*lines: str) -> list[tuple[str, str]]:
    return [(f.basis, f.basis_source) for f in figures(*lines)]


@pytest.mark.parametrize(
    "stated",
    [
        "全县生产总值86亿元，按可比价格计算（下同），比上年增长6%。",
        "全县生产总值86亿元，按可比价格计算(下同)比上年增长6%。",
        "全县生产总值86亿元，按可比价格计算，下同，比上年增长6%。",
        "全县生产总值86亿元，比上年增长6%（按可比价格计算，下同）。",
        "全县生产总值（按可比价格计算，下同）86亿元，增长6%。",
    ],
)
def test_a_basis_that_lasts_holds_for_the_same_family(stated: str) -> None:
    assert bases(
        stated,
        "农业总产值5亿元，增长3%。",
        "社会消费品零售总额9亿元，增长3%。",
    ) == [("可比价格", "句中"), ("可比价格", "下同"), ("未说明", "")]


def test_a_basis_that_does_not_last_holds_for_its_number() -> None:
    found = bases("工业总产值86亿元，按可比价格计算，增长6%。", "建筑业总产值5亿元，增长3%。")
    assert found == [("可比价格", "句中"), ("未说明", "")]


def test_a_parenthesis_after_a_number_states_its_basis() -> None:
    assert bases("业务总量6.7亿元（2010年不变价格），增长27%。") == [("可比价格", "句中")]


def test_notes_state_the_bases_of_level_and_growth() -> None:
    found = figures(
        "全县国内生产总值86亿元，增长6%。",
        "人均国内生产总值5亿元。",
        "出口5亿元，增长6%。",
        "注：",
        "1.国内生产总值、各产业增加值绝对数按当年价格计算，增长速度按可比价格计算。",
    )
    assert [(f.basis, f.basis_source) for f in found] == [
        ("可比价格", "注释"),
        ("现价", "注释"),
        ("未说明", ""),
    ]


def test_a_note_qualifies_the_figure_that_cites_it() -> None:
    first, second, third = figures(
        "全县总产值①86亿元，增长6%。农民工②3万人。企业利润5亿元，增长2%③。",
        "注释：",
        "①总产值按2015年价格计算。",
        "②农民工是指外出从业六个月以上的劳动力。",
        "③利润的增长速度按可比口径计算。",
    )
    assert first.notes == ("总产值按2015年价格计算。",)
    assert (first.basis, first.basis_source) == ("可比价格", "注释")
    assert second.notes == ("农民工是指外出从业六个月以上的劳动力。",)
    assert (third.basis, third.basis_source) == ("可比口径", "注释")


def test_a_note_cited_by_a_clause_qualifies_its_whole_sentence() -> None:
    found = figures(
        "分产业①看，第一产业增长6%，第二产业增长5%。出口5亿元。",
        "注释：",
        "①产业按新标准划分。",
    )
    assert [len(figure.notes) for figure in found] == [1, 1, 0]


def test_the_notes_may_say_that_all_is_preliminary() -> None:
    found = figures(
        "出口5亿元。", "初步核算，生产总值5亿元。", "注：", "1.本公报数据为初步统计数。"
    )
    assert [figure.status for figure in found] == ["初步统计", "初步核算"]


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("2021年地区生产总值修订为538亿元。", "修订"),
        ("经最终核实，2021年地区生产总值为538亿元。", "最终核实"),
        ("2021年地区生产总值调整为538亿元。", "修订"),
        ("上年地区生产总值修订为538亿元。", "修订"),
    ],
)
def test_a_note_revises_the_value_of_last_year(note: str, status: str) -> None:
    *_, revised = figures("出口5亿元。", "注：", f"1.{note}")
    assert (revised.value, revised.status, revised.period) == ("538", status, "2021年")


def test_where_a_structure_came_from_is_of_last_year() -> None:
    before, now = figures("三次产业结构由上年的15:41:44调整为15:40:45。")
    assert (before.period, now.period) == ("2021年", "2022年")


@pytest.mark.parametrize(
    ("sentence", "place", "region"),
    [
        ("全国居民消费价格上涨2%。", "辽宁省/鞍山市/铁东区", "全国"),
        ("全年全省居民消费价格上涨2%。", "辽宁省/鞍山市/铁东区", "辽宁省"),
        ("同期全市居民消费价格上涨2%。", "辽宁省/鞍山市/铁东区", "鞍山市"),
        ("全区居民消费价格上涨2%。", "辽宁省/鞍山市/铁东区", ""),
        ("全市居民消费价格上涨2%。", "河南省/洛阳市", ""),
        ("全区居民消费价格上涨2%。", "广西壮族自治区/南宁市", "广西壮族自治区"),
        ("全省居民消费价格上涨2%。", "青河县", "全省"),
        ("全国居民消费价格上涨2%。", "中国", ""),
        ("全国重点文物保护单位5处。", "河南省/洛阳市", ""),
        ("居民消费价格上涨2%。", "河南省/洛阳市", ""),
        ("全国居民消费价格上涨2%。", "", ""),
        ("其中，清河县常住人口12万人。", "河北省/邢台市", "清河县"),
        ("清河县粮食产量5万吨，增长2%。", "河北省/邢台市/清河县", ""),
        ("威县粮食产量5万吨。", "河北省/邢台市", "威县"),
        ("河北省地区生产总值4万亿元。", "河北省/邢台市", "河北省"),
        ("清河县医院床位500张。", "河北省/邢台市", ""),
        ("清河县粮食产量5万吨。", "", ""),
        ("邢台市清河县地区生产总值140亿元。", "河北省/邢台市", "清河县"),
        ("邢台市清河县地区生产总值140亿元。", "河北省/邢台市/清河县", ""),
        ("经济开发区地区生产总值22亿元。", "河北省/邢台市/清河县", "经济开发区"),
        ("初步核算，全县地区生产总值140亿元。", "河北省/邢台市/清河县", ""),
        ("全县实现地区生产总值140亿元。", "河北省/邢台市/清河县", ""),
    ],
)
def test_a_number_of_another_place_says_whose_it_is(
    sentence: str, place: str, region: str
) -> None:
    (figure,) = figures(sentence, place=place)
    assert figure.region == region


def test_a_place_named_in_a_list_takes_what_was_named_before() -> None:
    found = figures(
        "全市地区生产总值2500亿元，其中清河县120亿元，威县98亿元；粮食产量450万吨。",
        place="河北省/邢台市",
    )
    assert [(one.indicator, one.region, one.value) for one in found] == [
        ("地区生产总值", "", "2500"),
        ("地区生产总值", "清河县", "120"),
        ("地区生产总值", "威县", "98"),
        ("粮食产量", "", "450"),
    ]


def test_what_follows_a_named_place_behind_a_comma_is_of_it_too() -> None:
    found = figures(
        "清河县常住人口12万人，粮食产量5万吨；威县粮食产量6万吨。", place="河北省/邢台市"
    )
    assert [(one.indicator, one.region) for one in found] == [
        ("常住人口", "清河县"),
        ("粮食产量", "清河县"),
        ("粮食产量", "威县"),
    ]


def test_a_share_of_the_province_is_the_place_s_own() -> None:
    level, share = figures("出口5亿元，占全省的3%。", place="河南省/洛阳市")
    assert (level.region, share.region) == ("", "")


def test_a_scope_that_lasts_holds_for_the_same_name() -> None:
    first, other, again = figures(
        "固定资产投资（不含农户，下同）增长5%。", "出口增长2%。", "固定资产投资5亿元。"
    )
    assert [f.scope for f in (first, other, again)] == ["不含农户", "", "不含农户"]


def test_a_scope_of_all_investment_holds_for_its_parts() -> None:
    rows = figures(
        "固定资产投资（不含农户，下同）300亿元。", "工业投资90亿元。", "工业产值9亿元。"
    )
    assert [f.scope for f in rows] == ["不含农户", "不含农户", ""]


def test_the_nation_s_product_is_its_own() -> None:
    assert [f.indicator for f in figures("全年GDP5亿元。", place="中国")] == ["国内生产总值"]
    assert [f.indicator for f in figures("全年GDP5亿元。", place="河南省")] == ["地区生产总值"]


def bases_of(*lines: str) -> dict[str, tuple[str, str]]:
    return {f.indicator: (f.basis, f.basis_source) for f in figures(*lines)}


def test_comparable_prices_hold_only_for_what_has_them() -> None:
    found = bases_of(
        "一、综合",
        "全年国内生产总值150亿元，比上年增长8%（按可比价格计算，下同）。",
        "二、工业",
        "规模以上工业增加值50亿元，增长9%。工业总产值180亿元，增长12%。单位地区生产总值能耗下降3.2%。",
        "三、建筑业",
        "建筑业总产值12亿元，增长10%。",
        "四、财政",
        "财政收入12亿元，增长15%。规模以上工业利润3亿元，增长10%。",
    )
    lasting = [name for name, (_, source) in found.items() if source == "下同"]
    assert lasting == ["规模以上工业增加值"]
    assert found["建筑业总产值"] == found["财政收入"] == ("未说明", "")


def test_other_bases_hold_in_their_chapter() -> None:
    found = bases_of(
        "一、财政",
        "一般公共预算收入12亿元，按可比口径（下同）增长3%。税收收入8亿元，增长4%。",
        "二、人民生活",
        "居民人均可支配收入2万元，增长6%。",
        "三、其他",
        "政府性基金收入2亿元，增长6%。",
    )
    assert found["税收收入"] == ("可比口径", "下同")
    assert found["居民人均可支配收入"] == found["政府性基金收入"] == ("未说明", "")


@pytest.mark.parametrize(
    ("stated", "part", "basis"),
    [
        ("一般公共预算收入12亿元，增长3%（可比口径，下同）", "非税收入4亿元", "可比口径"),
        ("一般公共预算收入12亿元，增长3%（可比口径，下同）", "教育支出4亿元", "可比口径"),
        (
            "一般公共预算收入12亿元，增长3%（可比口径，下同）",
            "社会保障和就业支出4亿元",
            "可比口径",
        ),
        ("一般公共预算收入12亿元，增长3%（可比口径，下同）", "居民人均教育支出4元", "未说明"),
        ("一般公共预算收入12亿元，增长3%（可比口径，下同）", "乡镇企业营业收入4亿元", "未说明"),
        ("农林牧渔业总产值45亿元，可比价格（下同）增长3%", "林业产值4亿元", "可比价格"),
        ("农林牧渔业总产值45亿元，可比价格（下同）增长3%", "种植业产值4亿元", "可比价格"),
        ("农林牧渔业总产值45亿元，可比价格（下同）增长3%", "高技术产业产值4亿元", "未说明"),
    ],
)
def test_a_basis_that_lasts_holds_for_what_its_whole_is_made_of(
    stated: str, part: str, basis: str
) -> None:
    assert bases(f"{stated}。", f"{part}，增长5%。")[1][0] == basis


def test_growth_that_is_not_said_to_be_real_is_nominal() -> None:
    nominal, real, rural = figures(
        "居民人均可支配收入2万元，增长6%，扣除价格因素（下同），实际增长4%。"
        "农村居民人均可支配收入1.2万元，增长8%。"
    )
    assert (nominal.basis, real.basis, rural.basis) == ("未说明", "扣除价格因素", "未说明")


def test_fixed_prices_of_the_nineties_hold_for_gross_output_beside() -> None:
    found = bases_of(
        "全年工业总产值（1990年不变价，下同）35亿元，比上年增长18%。其中乡镇工业产值20亿元，增长25%。"
    )
    assert list(found.values()) == [("可比价格", "句中"), ("可比价格", "下同")]


def test_what_holds_for_industry_and_agriculture_holds_for_each() -> None:
    stated = "工农业总产值（按1990年不变价格计算，下同）74亿元，增长25%。"
    found = bases(stated, "农业总产值15亿元，增长6%。", "工业总产值59亿元，增长31%。")
    assert found == [("可比价格", "句中"), ("可比价格", "下同"), ("可比价格", "下同")]


def test_a_parenthesis_states_the_basis_of_the_growth_in_it() -> None:
    found = bases("公共预算收入18亿元，下降1%（剔除退税因素，增长2%）。税收收入13亿元，增长3%。")
    assert found == [("未说明", ""), ("可比口径", "句中"), ("未说明", "")]


def test_a_note_that_a_caption_cites_is_of_all_its_table() -> None:
    text = (
        "表1 主要产品产量[1]\n产品\t单位\t产量\n水泥\t万吨\t18.6\n原煤\t万吨\t20.5\n"
        "全年粮食产量5万吨。\n注释：\n[1]部分产品产量进行了核实调整。"
    )
    found = figures(text)
    assert [len(f.notes) for f in found] == [1, 1, 0]

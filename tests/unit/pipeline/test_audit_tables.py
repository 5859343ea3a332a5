"""Tables: rows and columns that add up, kinds, shares, and what text and table both tell."""

import pytest

from tests.unit.pipeline.made_audits import audited, doubts, told, verdicts

FREIGHT = (
    "表1 货物运输量",
    "指标\t单位\t绝对数\t比上年增长（%）",
    "货物运输总量\t万吨\t{total}\t4.1",
    "#铁路\t万吨\t80.21\t4.1",
    "公路\t万吨\t177.30\t4.1",
    "水运\t万吨\t35.40\t4.1",
)


def freight(total: str) -> list[str]:
    return [line.format(total=total) for line in FREIGHT]


def test_rows_that_add_up_to_the_row_above() -> None:
    finding = told(*freight("292.91"), stated="292.91万吨")
    assert (finding.verdict, finding.readings[0].formula) == ("一致", "80.21+177.30+35.40")


def test_rows_after_a_mark_need_not_be_all_parts() -> None:
    assert doubts(*freight("310.55")) == []


def test_a_marked_row_is_no_larger_than_all_above_it() -> None:
    assert told(*freight("61.02"), stated="80.21万吨").kind == "part"


def test_parts_with_parts_of_their_own() -> None:
    table = (
        "2012年地区生产总值",
        "单位：亿元",
        "指标\t指标值\t同比增长（%）",
        "地区生产总值\t400.5\t10.0",
        "第一产业\t53.6\t11.0",
        "第二产业\t235.9\t9.8",
        "工业\t157.4\t9.9",
        "建筑业\t78.5\t5.3",
        "第三产业\t111.0\t11.0",
        "金融业\t29.1\t5.7",
        "房地产业\t81.9\t7.2",
    )
    found = verdicts(*table, year=2012)
    assert [found.get(one) for one in ("400.5亿元", "235.9亿元", "111.0亿元")] == ["一致"] * 3
    wrong = [line.replace("53.6", "35.6") for line in table]
    assert told(*wrong, stated="400.5亿元", year=2012).verdict == "不一致"


def test_a_column_that_adds_up_proves_the_others() -> None:
    table = (
        "表1 各级教育学生数",
        "指标\t招生（人）\t在校生（人）\t毕业生（人）",
        "合计\t10312\t41208\t{}",
        "高中\t2204\t6510\t2101",
        "初中\t4108\t12698\t4052",
        "小学\t4000\t22000\t4293",
    )
    assert doubts(*[line.format("10446") for line in table]) == []
    wrong = [line.format("10464") for line in table]
    assert told(*wrong, stated="10464人").verdict == "不一致"


def test_a_column_of_another_measure_is_only_doubted() -> None:
    table = (
        "表1 主要指标",
        "地区\t常住人口（万人）\t地区生产总值（亿元）",
        "合计\t312.41\t1086.31",
        "东区\t171.21\t612.52",
        "西区\t141.20\t495.70",
    )
    assert {one.verdict for one in audited(*table)} <= {"一致", "待核实"}


def test_incomes_per_head_add_up_in_each_column() -> None:
    table = (
        "表1 居民人均可支配收入",
        "指标\t城镇居民（元）\t农村居民（元）",
        "可支配收入\t40120\t19230",
        "工资性收入\t24310\t9025",
        "经营净收入\t4905\t6565",
        "财产净收入\t3620\t535",
        "转移净收入\t7285\t3105",
    )
    assert verdicts(*table) == {"40120元": "一致", "19230元": "一致"}
    wrong = [line.replace("535", "553") for line in table]
    assert told(*wrong, stated="19230元").verdict == "不一致"


def test_columns_that_add_up_to_a_column() -> None:
    table = [
        "表1 历年人口",
        "单位：万人",
        "年份\t总人口\t男性\t女性",
        "2019\t552.69\t278.84\t273.85",
        "2020\t556.70\t280.35\t276.35",
        "2021\t560.45\t281.71\t278.74",
    ]
    assert set(verdicts(*table).values()) == {"一致"}
    wrong = told(*[line.replace("560.45", "506.45") for line in table], stated="506.45万人")
    assert wrong.verdict == "不一致"


PEOPLE = (
    "表1 年末常住人口及构成",
    "指标\t年末数（万人）\t比重（%）",
    "常住人口\t866.60\t",
    "其中：城镇\t392.66\t45.31",
    "乡村\t473.94\t54.69",
    "其中：男性\t428.20\t49.41",
    "女性\t438.40\t50.59",
)


def test_kinds_and_shares_of_a_table() -> None:
    found = audited(*PEOPLE)
    assert {one.verdict for one in found} == {"一致"}
    assert {"866.60万人", "45.31%", "50.59%"} <= {one.stated for one in found}


@pytest.mark.parametrize(("right", "wrong"), [("49.41", "94.41"), ("438.40", "483.40")])
def test_a_wrong_cell_is_found(right: str, wrong: str) -> None:
    assert any("不符" in one for one in doubts(*(line.replace(right, wrong) for line in PEOPLE)))


def test_text_and_table_tell_one_number() -> None:
    text = "全年粮食产量241.54万吨，比上年增长3.2%。"
    table = ("表1 产量", "指标\t产量（万吨）\t比上年增长（%）", "粮食产量\t{}\t{}")
    sound = [table[0], table[1], table[2].format("241.5", "3.2")]
    assert set(verdicts(text, *sound).values()) <= {"一致", "四舍五入差"}
    slip = [table[0], table[1], table[2].format("214.5", "3.2")]
    assert told(text, *slip, stated="214.5万吨").verdict == "不一致"
    sign = [table[0], table[1], table[2].format("241.5", "-3.2")]
    assert told(text, *sign, stated="-3.2%").verdict == "不一致"


def test_other_numbers_of_one_name_are_no_slip() -> None:
    text = "全年粮食产量241.5万吨。"
    other = ("表1 产量", "指标\t产量（万吨）", "粮食产量\t163.8")
    assert told(text, *other, stated="163.8万吨").verdict == "待核实"


def test_prices_of_the_text_and_indices_of_the_table() -> None:
    text = "全年居民消费价格上涨2.1%。其中，食品烟酒类价格下降0.8%，衣着类价格上涨1.3%。"
    table = ("表1 价格指数（上年=100）", "类别\t指数", "食品烟酒\t99.2", "衣着\t{}")
    assert verdicts(text, *(line.format("101.3") for line in table))["1.3%"] == "一致"
    assert verdicts(text, *(line.format("98.7") for line in table))["1.3%"] == "不一致"

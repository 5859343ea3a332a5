"""The audit: what small bulletins state, recomputed from their own numbers."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.sources import decode
from desktop_app.pipeline.understanding import understand
from desktop_app.system import paths
from tests.unit.pipeline.made_audits import audited, told


@pytest.mark.parametrize(
    ("sentence", "stated", "verdict", "formula"),
    [
        (
            "全年进出口总值240.0亿元，其中出口总值194.1亿元，进口总值45.9亿元。",
            "240.0亿元",
            "一致",
            "194.1+45.9",
        ),
        (
            "全年进出口总值240.0亿元，其中出口总值194.1亿元，进口总值45.8亿元。",
            "240.0亿元",
            "四舍五入差",
            "194.1+45.8",
        ),
        (
            "全年进出口总值240.0亿元，其中出口总值194.1亿元，进口总值54.9亿元。",
            "240.0亿元",
            "不一致",
            "194.1+54.9",
        ),
        ("获得奖牌59枚。其中，金牌23枚，银牌10枚，铜牌26枚。", "59枚", "一致", "23+10+26"),
        ("获得奖牌59枚。其中，金牌23枚，银牌10枚，铜牌27枚。", "59枚", "不一致", "23+10+27"),
        (
            "全区共有低保460户500人，其中：城市低保310户330人，农村低保150户170人。",
            "460户",
            "一致",
            "310+150",
        ),
        ("办结案件24件，其中发布广告8件，食品经营9件，药品经营7件。", "24件", "一致", "8+9+7"),
        ("发现问题400个，办结问题350个，办结率87.5%。", "87.5%", "一致", "350÷400"),
        ("发现问题600个，办结问题400个，办结率66.66%。", "66.66%", "四舍五入差", "400÷600"),
        ("发现问题400个，办结问题350个，办结率92.5%。", "92.5%", "不一致", "350÷400"),
        ("发现问题400个，办结问题530个，办结率92.5%。", "92.5%", "不一致", "530÷400"),
        ("全区管道应安装800户，已安装200户，安装率25%。", "25%", "一致", "200÷800"),
        ("全区管道应安装800户，已安装200户，安装率30%。", "30%", "不一致", "200÷800"),
        ("三次产业结构为4.7:40.3:55.1。", "4.7:40.3:55.1", "四舍五入差", "4.7+40.3+55.1"),
        ("三次产业结构为4.7:40.3:57.1。", "4.7:40.3:57.1", "不一致", "4.7+40.3+57.1"),
    ],
)
def test_a_stated_figure_is_recomputed(
    sentence: str, stated: str, verdict: str, formula: str
) -> None:
    finding = told(sentence, stated=stated)
    assert finding.verdict == verdict
    assert finding.readings[0].formula == formula


def test_a_finding_shows_its_numbers_and_leads_to_them() -> None:
    text = "发现问题597个，办结问题531个，办结率85.9%。"
    (finding,) = audited(text)
    assert finding.message == "问题办结率85.9%：531÷597=88.94%，与所述不符。"
    assert [text[start:end] for start, end in finding.spans] == ["85.9%", "531个", "597个"]


def test_every_relation_of_a_figure_is_listed_once() -> None:
    finding = audited(
        "全年社会消费品零售总额100.0亿元。按经营单位所在地分，城镇零售额80.0亿元；乡村零售额20.0亿元。"
        "按消费类型分，餐饮收入30.0亿元；商品零售70.0亿元。"
    )[0]
    assert [reading.formula for reading in finding.readings] == ["80.0+20.0", "30.0+70.0"]


def test_the_worst_relation_of_a_figure_decides() -> None:
    finding = audited(
        "全年社会消费品零售总额100.0亿元。按经营单位所在地分，城镇零售额80.0亿元；乡村零售额20.0亿元。"
        "按消费类型分，餐饮收入30.0亿元；商品零售78.0亿元。"
    )[0]
    assert finding.verdict == "不一致"
    assert finding.message.endswith(
        "80.0+20.0=100.0亿元，与所述相符；30.0+78.0=108.0亿元，与所述不符。"
    )


def test_levels_of_two_years_are_never_called_wrong() -> None:
    findings = audited(
        "2021年，全市一般公共预算收入200.0亿元。",
        "2022年，全市一般公共预算收入220.0亿元，比上年增长12.0%。",
    )
    assert [(f.stated, f.verdict) for f in findings if f.kind == "growth"] == [("12.0%", "待核实")]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("全年进出口总值2400.0亿元，其中出口总值194.1亿元，进口总值45.9亿元。", "10倍"),
        ("全年进出口总值240.0万元，其中出口总值194.1亿元，进口总值45.9亿元。", "10000倍"),
    ],
)
def test_a_slip_of_the_unit_is_hinted_at(sentence: str, times: str) -> None:
    finding = audited(sentence)[0]
    assert finding.verdict == "不一致"
    assert times in finding.message


counts = st.integers(min_value=1, max_value=99999)
tenths = st.integers(min_value=1, max_value=99999)


@settings(max_examples=60, deadline=None)
@given(tenths, tenths, counts, counts)
def test_consistent_numbers_are_never_called_wrong(a: int, b: int, done: int, left: int) -> None:
    total = done + left
    findings = audited(
        f"全年进出口总值{(a + b) / 10:.1f}亿元，其中出口总值{a / 10:.1f}亿元，"
        f"进口总值{b / 10:.1f}亿元。",
        f"发现问题{total}个，办结问题{done}个，办结率{done / total * 100:.2f}%。",
        f"全区共有低保{total}户，其中：城市低保{done}户，农村低保{left}户。",
    )
    assert [finding.message for finding in findings if finding.verdict == "不一致"] == []


def test_the_bundled_bulletin_is_audited() -> None:
    data = (paths.data() / "bulletins" / "tiedong-2022" / "source.txt").read_bytes()
    (bulletin,) = understand(decode(data, ".txt"))
    verdicts = {finding.stated: finding.verdict for finding in bulletin.findings}
    wanted = {
        "96%": "不一致",
        "78%": "不一致",
        "2112人": "不一致",
        "85.9%": "不一致",
        "41.43%": "四舍五入差",
        "4.03万元": "一致",
        "3458户": "一致",
        "4392人": "一致",
        "9%": "一致",
        "100%": "一致",
        "295人": "一致",
        "92.3%": "一致",
        "10个": "一致",
    }
    assert {stated: verdicts.get(stated) for stated in wanted} == wanted
    wrong = [finding for finding in bulletin.findings if finding.verdict == "不一致"]
    assert len(wrong) == 5  # The title is the fifth.


@pytest.mark.parametrize(
    ("name", "is_due"),
    [
        ("管道应安装户数", True),
        ("计划改造小区数", True),
        ("需改造栋数", True),
        ("天然气供应户数", False),
        ("应急演练次数", False),
        ("需求对接次数", False),
        ("已安装户数", False),
    ],
)
def test_what_is_due_is_said_by_a_word_of_its_own(name: str, is_due: bool) -> None:
    assert bool(re.search(lexicon.table()["rates"]["due"], name)) is is_due

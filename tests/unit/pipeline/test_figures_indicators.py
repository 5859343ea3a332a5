"""The list of common indicators: abbreviations get the full name, other names stay as printed."""

import pytest

from desktop_app.domain.bulletin import ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.figures.lexicon import indicators, short_names
from desktop_app.pipeline.outline import read_outline


def names(*lines: str) -> list[str]:
    text = "\n".join(lines)
    reading = ReadingText(text, text, text, ())
    return [figure.indicator for figure in extract(reading, read_outline(reading), (), 2022)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全县GDP完成86亿元。", "地区生产总值"),
        ("社零总额完成72亿元。", "社会消费品零售总额"),
        ("固投同比增长10%。", "固定资产投资"),
        ("规上工业增加值增长8%。", "规模以上工业增加值"),
        ("二产增加值39亿元。", "第二产业增加值"),
        ("自然增长率为7.3‰。", "人口自然增长率"),
    ],
)
def test_an_abbreviation_gets_the_full_name(sentence: str, expected: str) -> None:
    assert names(sentence) == [expected]


@pytest.mark.parametrize(
    "name",
    [
        "国内生产总值",
        "地方财政一般预算收入",
        "农民人均纯收入",
        "社会商品零售总额",
        "进出口总值",
        "东部地区生产总值",
        "常住人口",
    ],
)
def test_a_name_of_another_time_or_concept_stays_as_printed(name: str) -> None:
    assert names(f"全年{name}5亿元。") == [name]


@pytest.mark.parametrize(
    "rate", ["人口出生率", "产品销售率", "贫困发生率", "森林覆盖率", "税收占比"]
)
def test_a_whole_name_takes_no_subject_from_before(rate: str) -> None:
    assert names(f"工业企业利润5亿元，{rate}6.5%。") == ["工业企业利润", rate]


def test_no_abbreviation_stands_for_a_name_with_another_meaning() -> None:
    assert not set(short_names()) & indicators()

"""Tables that a plain text sets with blanks."""

import pytest

from tests.unit.pipeline.made_texts import read

_HEAD = ("甲国2016年国民经济和社会发展统计公报", "一、工业")
_CAPTION = "表3{gap}2016年主要工业产品产量"
_ROWS = (
    "产品名称      单位      产量      比上年增长（%）",
    "纱            万吨      3732.6      5.5",
    "发电量      亿千瓦时      61424.9      5.6",
    "  其中：火电      亿千瓦时      44370.7      3.6",
    "汽车      万辆      2811.9      14.8",
)


@pytest.mark.parametrize("gap", [" ", "  ", "    ", "\u3000\u3000"])
def test_a_caption_is_no_row_however_wide_its_gap(gap: str) -> None:
    figures = read(*_HEAD, _CAPTION.format(gap=gap), *_ROWS).figures
    told = [(one.indicator, one.value, one.unit, one.change) for one in figures]
    assert told == [
        ("纱产量", "3732.6", "万吨", "5.5"),
        ("发电量", "61424.9", "亿千瓦时", "5.6"),
        ("火电发电量", "44370.7", "亿千瓦时", "3.6"),
        ("汽车产量", "2811.9", "万辆", "14.8"),
    ]


def test_a_word_that_is_spread_over_its_column_is_one() -> None:
    figures = read(
        *_HEAD,
        "指    标      全国      城市",
        "居民消费价格      102.0      102.1",
        "食    品      104.6      104.8",
    ).figures
    assert [one.value for one in figures] == ["102.0", "102.1", "104.6", "104.8"]
    assert not [one for one in figures if "指标" in one.indicator]
    assert "食品" in figures[2].indicator

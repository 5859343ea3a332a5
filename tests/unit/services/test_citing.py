"""What a copy of one figure or a text holds, character by character."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, Script
from desktop_app.domain.textmap import Edit
from desktop_app.services import citing
from tests.handmade import TITLE, make_bulletin, make_figure

HANT_TITLE = "青河縣2023年國民經濟和社會發展統計公報"
BODY = (
    "地方财政收入7.8亿元，同比−28.1%，气温－3℃，完成70-80%，低保金5.2万元，余额–4.0亿元，"
    "高于全市16.4个，能耗36.5万元／人，产量53,911吨。"
)
HANT_BODY = (
    "地方財政收入7.8億元，同比−28.1%，氣溫－3℃，完成70-80%，低保金5.2萬元，餘額–4.0億元，"
    "高於全市16.4個，能耗36.5萬元／人，產量53,911噸。"
)


@pytest.fixture
def bulletin() -> Bulletin:
    return make_bulletin(TITLE, BODY, hant=f"{HANT_TITLE}\n{HANT_BODY}")


@pytest.mark.parametrize(
    ("printed", "script", "copied"),
    [
        ("7.8亿元", Script.HANS, "7.8亿元"),
        ("7.8亿元", Script.HANT, "7.8億元"),
        ("7.8亿元", Script.SOURCE, "7.8亿元"),
        ("−28.1%", Script.HANS, "-28.1%"),
        ("－3℃", Script.HANS, "-3℃"),
        ("–4.0亿元", Script.HANT, "-4.0億元"),
        ("70-80%", Script.HANS, "70-80%"),
        ("36.5万元／人", Script.HANS, "36.5万元／人"),
        ("53,911吨", Script.HANS, "53,911吨"),
    ],
)
def test_value_with_unit(bulletin: Bulletin, printed: str, script: Script, copied: str) -> None:
    figure = make_figure(bulletin, printed)
    assert citing.value_with_unit(figure, bulletin, script) == copied


@pytest.mark.parametrize(
    ("printed", "unit", "script", "copied"),
    [
        ("7.8", "亿元", Script.HANS, "7.8亿元"),
        ("7.8", "亿元", Script.HANT, "7.8億元"),
        ("7.8", "亿元", Script.SOURCE, "7.8亿元"),
        ("16.4个", "个百分点", Script.HANS, "16.4个百分点"),
        ("16.4个", "个百分点", Script.HANT, "16.4個百分點"),
        ("53,911", "", Script.HANS, "53,911"),
        ("70-80", "%", Script.HANS, "70-80%"),
    ],
)
def test_a_unit_printed_elsewhere_is_restored(
    bulletin: Bulletin, printed: str, unit: str, script: Script, copied: str
) -> None:
    figure = make_figure(bulletin, printed, unit=unit)
    assert citing.value_with_unit(figure, bulletin, script) == copied


def with_growth(bulletin: Bulletin, growth: str, **fields: Any) -> Figure:
    start = bulletin.text.hans.index(growth)
    span = {"change_read_start": start, "change_read_end": start + len(growth)}
    stated: dict[str, Any] = {"change": "-28.1", "change_unit": "%", "compared_with": "上年"}
    return make_figure(bulletin, "7.8亿元", **{**stated, **span, **fields})


@pytest.mark.parametrize(
    ("growth", "copied", "bare"),
    [
        ("−28.1%", "-28.1%", "-28.1"),
        ("28.1%", "28.1%", "28.1"),
        ("28.1", "28.1%", "28.1"),
    ],
)
def test_the_growth_is_copied_as_printed(
    bulletin: Bulletin, growth: str, copied: str, bare: str
) -> None:
    from desktop_app.services.citing.figures import bare_growth

    figure = with_growth(bulletin, growth)
    assert citing.growth_with_unit(figure, bulletin) == copied
    assert bare_growth(figure, bulletin) == bare
    doubtful = replace(figure, doubtful=True)
    assert citing.growth_with_unit(doubtful, bulletin, Script.HANT) == f"{copied}（存疑）"


def test_a_growth_that_no_number_states_leaves_the_value(bulletin: Bulletin) -> None:
    figure = make_figure(bulletin, "7.8亿元", change="0", change_unit="%")
    assert citing.growth_with_unit(figure, bulletin) == "7.8亿元"


@pytest.mark.parametrize(
    ("change", "unit", "indicator", "said", "hant"),
    [
        ("-28.1", "%", "税收收入", "下降28.1%", "下降28.1%"),
        ("+3.4", "%", "税收收入", "增长3.4%", "增長3.4%"),
        ("2.0", "%", "居民消费价格", "上涨2.0%", "上漲2.0%"),
        ("-2.0", "%", "居民消费价格", "下降2.0%", "下降2.0%"),
        ("0", "%", "税收收入", "持平", "持平"),
        ("-0.7", "百分点", "恩格尔系数", "下降0.7个百分点", "下降0.7個百分點"),
        ("1.2", "千分点", "出生率", "提高1.2个千分点", "提高1.2個千分點"),
        ("1", "倍", "出口总额", "增长1倍", "增長1倍"),
        ("3.5", "点", "信心指数", "上升3.5个点", "上升3.5個點"),
        ("-4.03", "万元", "救助金", "减少4.03万元", "減少4.03萬元"),
        ("", "", "救助金", "", ""),
    ],
)
def test_growth_in_words(
    bulletin: Bulletin, change: str, unit: str, indicator: str, said: str, hant: str
) -> None:
    figure = make_figure(bulletin, "7.8亿元", change=change, change_unit=unit, indicator=indicator)
    assert citing.growth_in_words(figure) == said
    assert citing.growth_in_words(figure, Script.HANT) == hant


@pytest.mark.parametrize(
    ("change", "unit", "approx", "said"),
    [
        ("20", "%", "近", "增长近20%"),
        ("-15", "%", "以上", "下降15%以上"),
        ("1", "倍", "多", "增长1倍多"),
        ("3", "百分点", "多", "提高3个多百分点"),
        ("2", "百分点", "约", "提高约2个百分点"),
    ],
)
def test_an_inexact_growth_keeps_its_word(
    bulletin: Bulletin, change: str, unit: str, approx: str, said: str
) -> None:
    figure = replace(
        make_figure(bulletin, "7.8亿元", indicator="税收收入"),
        change=change,
        change_unit=unit,
        change_approx=approx,
    )
    assert citing.growth_in_words(figure) == said
    assert said in citing.standard_sentence(figure, bulletin)
    assert citing.value_with_unit(figure, bulletin) == "7.8亿元"


def test_an_inexact_growth_in_traditional_characters(bulletin: Bulletin) -> None:
    figure = make_figure(bulletin, "7.8亿元", change="3", change_unit="百分点", change_approx="余")
    assert citing.growth_in_words(figure, Script.HANT) == "提高3個餘百分點"


def test_a_doubtful_figure_says_so(bulletin: Bulletin) -> None:
    figure = make_figure(bulletin, "5.2万元", doubtful=True)
    assert citing.value_with_unit(figure, bulletin) == "5.2万元（存疑）"
    assert citing.bare_value(figure) == "5.2（存疑）"


def test_bare_values(bulletin: Bulletin) -> None:
    assert citing.bare_value(make_figure(bulletin, "7.8亿元")) == "7.8"
    both = make_figure(bulletin, "70-80%", value="70", value_high="80", kind=Kind.RANGE)
    assert citing.bare_value(both) == "70-80"


def test_what_is_broken_over_two_lines_in_the_source_is_copied_in_one() -> None:
    bulletin = make_bulletin("收入7.8億\r元。")
    figure = make_figure(bulletin, "7.8億\r元", unit="亿元")
    assert citing.value_with_unit(figure, bulletin, Script.SOURCE) == "7.8億元"


def test_a_gloss_in_the_number_is_copied_only_from_the_source() -> None:
    bulletin = make_bulletin("收入7.8億(yì)元。", edits=(Edit(5, 10, "亿"),))
    figure = make_figure(bulletin, "7.8亿元")
    assert citing.value_with_unit(figure, bulletin) == "7.8亿元"
    assert citing.value_with_unit(figure, bulletin, Script.SOURCE) == "7.8億(yì)元"


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("收入7.8\u2060亿元，增长−2%。\n", "收入7.8亿元，增长-2%。"),
        ("　　全年\u00a0收入。\u2029第二段。", "全年 收入。\n第二段。"),
        ("政务−服务", "政务−服务"),
        ("中国——2022年", "中国——2022年"),
        ("1－12月，70–80%", "1-12月，70-80%"),
        ("\t7.8\t亿元\n", "\t7.8\t亿元"),
        (" \t\n", ""),
        ("\u200b\ufeff", ""),
    ],
)
def test_text_is_made_plain(text: str, copied: str) -> None:
    assert citing.plain(text) == copied

"""What a copy holds, character by character."""

from dataclasses import replace

import pytest

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.textmap import Edit
from desktop_app.services import citing
from tests.handmade import TITLE, make_bulletin, make_figure

HANT_TITLE = "青河縣2023年國民經濟和社會發展統計公報"
BODY = "地方财政收入7.8亿元，同比−28.1%，气温－3℃，完成70-80%，低保金5.2万元。"
HANT_BODY = "地方財政收入7.8億元，同比−28.1%，氣溫－3℃，完成70-80%，低保金5.2萬元。"


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
        ("70-80%", Script.HANS, "70-80%"),
    ],
)
def test_value_with_unit(bulletin: Bulletin, printed: str, script: Script, copied: str) -> None:
    figure = make_figure(bulletin, printed)
    assert citing.value_with_unit(figure, bulletin, script) == copied


def test_with_source(bulletin: Bulletin) -> None:
    figure = make_figure(bulletin, "7.8亿元")
    assert citing.with_source(figure, bulletin) == f"7.8亿元（数据来源：《{TITLE}》）"
    hant = citing.with_source(figure, bulletin, Script.HANT)
    assert hant == f"7.8億元（數據來源：《{HANT_TITLE}》）"


def test_a_doubtful_figure_says_so_in_every_copy(bulletin: Bulletin) -> None:
    figure = make_figure(bulletin, "5.2万元", doubtful=True)
    assert citing.value_with_unit(figure, bulletin) == "5.2万元（存疑）"
    assert citing.bare_value(figure) == "5.2（存疑）"
    copied = citing.with_source(figure, bulletin)
    assert copied == f"5.2万元（存疑）（数据来源：《{TITLE}》）"


def test_bare_values(bulletin: Bulletin) -> None:
    assert citing.bare_value(make_figure(bulletin, "7.8亿元")) == "7.8"
    both = make_figure(bulletin, "70-80%", value="70", value_high="80")
    assert citing.bare_value(both) == "70-80"


def test_what_is_broken_over_two_lines_in_the_source_is_copied_in_one() -> None:
    bulletin = make_bulletin("收入7.8億\r元。")
    figure = make_figure(bulletin, "7.8億\r元")
    assert citing.value_with_unit(figure, bulletin, Script.SOURCE) == "7.8億元"


def test_a_gloss_in_the_number_is_copied_only_from_the_source() -> None:
    bulletin = make_bulletin("收入7.8億(yì)元。", edits=(Edit(5, 10, "亿"),))
    figure = make_figure(bulletin, "7.8亿元")
    assert citing.value_with_unit(figure, bulletin) == "7.8亿元"
    assert citing.value_with_unit(figure, bulletin, Script.SOURCE) == "7.8億(yì)元"


def test_a_stretch_of_text_with_its_source(bulletin: Bulletin) -> None:
    copied = citing.text_with_source("收入7.8\u2060亿元，增长−2%。\n", bulletin)
    assert copied == f"收入7.8亿元，增长-2%。（数据来源：《{TITLE}》）"


def test_a_dash_between_words_is_no_minus_sign() -> None:
    assert citing.plain("政务−服务") == "政务−服务"


def test_a_title_that_the_text_does_not_print_is_cited_as_it_is(bulletin: Bulletin) -> None:
    titled = replace(bulletin, info=replace(bulletin.info, title="另一份公报"))
    assert citing.source_line(titled, Script.HANT) == "數據來源：《另一份公报》"

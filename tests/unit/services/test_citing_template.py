"""The user's own template: what it may name, and the one sentence about a wrong one."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, Script
from desktop_app.domain.errors import DataError
from desktop_app.services.citing import template
from desktop_app.system import resources
from tests.handmade import TITLE, Line, make_bulletin, make_figure

SOURCE = f"数据来源：《{TITLE}》"


@pytest.fixture
def bulletin() -> Bulletin:
    return make_bulletin(TITLE, Line("一、综合", "一"), "全县收入7.8亿元，下降28.1%。")


@pytest.fixture
def figure(bulletin: Bulletin) -> Figure:
    fields: dict[str, Any] = {"change": "-28.1", "change_unit": "%", "compared_with": "上年"}
    return make_figure(bulletin, "7.8亿元", indicator="税收收入", period="2023年", **fields)


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("{value}", "7.8"),
        ("{数值}{单位}", "7.8亿元"),
        ("{ value } {unit}", "7.8 亿元"),
        ("{indicator}|{growth}|{compared_with}|{period}", "税收收入|下降28.1%|上年|2023年"),
        ("{sentence}", "2023年，河东省青河县税收收入7.8亿元，比上年下降28.1%。"),
        ("{原句}", "全县收入7.8亿元，下降28.1%。"),
        ("{source}", SOURCE),
        ("《{title}》{year} {place} {chapter}", f"《{TITLE}》2023 河东省青河县 综合"),
        ("{{{指标}}}", "{税收收入}"),
        ("没有名称", "没有名称"),
        ("", f"2023年，河东省青河县税收收入7.8亿元，比上年下降28.1%（{SOURCE}）。"),
        ("  ", f"2023年，河东省青河县税收收入7.8亿元，比上年下降28.1%（{SOURCE}）。"),
    ],
)
def test_what_a_template_becomes(
    bulletin: Bulletin, figure: Figure, written: str, filled: str
) -> None:
    template.check(written)
    assert template.fill(written, figure, bulletin, SOURCE, Script.HANS) == filled


def test_every_documented_word_is_known(bulletin: Bulletin, figure: Figure) -> None:
    for aliases in resources.table("citation")["fields"].values():
        for word in aliases:
            template.fill(f"{{{word}}}", figure, bulletin, SOURCE, Script.HANT)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("{数字}", "自定模板里的 {数字} 不认识，可以用的有：{数值} {单位} {指标}"),
        ("{value!r}", "自定模板里的 {value!r} 不认识"),
        ("{value:>9}", "自定模板里的 {value:>9} 不认识"),
        ("{}", "自定模板里的 {} 不认识"),
        ("{value.real}", "自定模板里的 {value.real} 不认识"),
        ("{value", "自定模板里的花括号没有成对"),
        ("value}", "自定模板里的花括号没有成对"),
        ("{a{b}}", "自定模板里的"),
    ],
)
def test_a_wrong_template_gets_one_sentence(
    bulletin: Bulletin, figure: Figure, written: str, sentence: str
) -> None:
    for use in (
        lambda: template.check(written),
        lambda: template.fill(written, figure, bulletin, SOURCE, Script.HANS),
    ):
        with pytest.raises(DataError) as caught:
            use()
        said = resources.sentence(caught.value.message, "zh_CN")
        assert said.startswith(sentence)
        assert said.count("。") == 1


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("{value}{unit}", "7.8亿元（存疑）"),
        ("{value}", "7.8（存疑）"),
        ("{growth}", "下降28.1%（存疑）"),
        ("{sentence}", "2023年，河东省青河县税收收入7.8亿元（存疑），比上年下降28.1%。"),
        ("{printed}{value}", "全县收入7.8亿元（存疑），下降28.1%。7.8"),
        ("{indicator}", "税收收入（存疑）"),
    ],
)
def test_a_doubtful_figure_says_so_once(
    bulletin: Bulletin, figure: Figure, written: str, filled: str
) -> None:
    doubtful = replace(figure, doubtful=True)
    doubted = replace(bulletin, figures=(doubtful,))
    assert template.fill(written, doubtful, doubted, SOURCE, Script.HANS) == filled


def test_what_is_not_known_leaves_no_empty_brackets(bulletin: Bulletin, figure: Figure) -> None:
    unknown = replace(bulletin, info=replace(bulletin.info, place="", year=None))
    plain = replace(figure, change="", period="", section=None, kind=Kind.COUNT)
    written = "{place}{indicator}{value}{unit}（{growth}）({period}){chapter}{year}"
    assert template.fill(written, plain, unknown, SOURCE, Script.HANS) == "税收收入7.8亿元"

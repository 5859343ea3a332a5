"""Changes that begin with one number and arrive at another: each is of its own time."""

import pytest

from desktop_app.domain.bulletin import Figure, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def figures(text: str, year: int = 2021) -> tuple[Figure, ...]:
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), year)


def ends(text: str, year: int = 2021) -> list[tuple[str, str, str]]:
    return [(f.indicator, f.value + f.unit, f.period) for f in figures(text, year)]


@pytest.mark.parametrize(
    ("text", "began", "arrived"),
    [
        ("登记失业率由上年的3.6%下降到3.2%。", "2020年", "2021年"),
        ("公路里程由上年末的1200公里增加到1560公里。", "2020年末", "2021年"),
        ("登记失业率由3.6%下降到3.2%。", "2020年", "2021年"),
        ("登记失业率从3.6%降至3.2%。", "2020年", "2021年"),
        ("2019年，登记失业率由3.6%下降到3.2%。", "2018年", "2019年"),
        ("1-5月登记失业率由3.6%下降到3.2%。", "2020年1-5月", "2021年1-5月"),
        ("登记失业率从2015年的3.6%下降到2020年的3.2%。", "2015年", "2020年"),
        ("公路里程由2015年末的1200公里增加到1560公里。", "2015年末", "2021年"),
        ("失业率由年初的3.6%下降到3.2%。", "2021年初", "2021年"),
        ("达标学校由原来的1所增加到9所。", "原来", "2021年"),
        ("低保标准由每月550元提高到590元。", "2020年", "2021年"),
        ("全县贫困人口由5.6万人减少到3.2万人。", "2020年末", "2021年末"),
        # Over several years a change begins with the first and arrives in the last.
        ("1978年至1998年，粮食产量由12万吨增加到25万吨。", "1978年", "1998年"),
        ("2016-2020年，粮食产量由12万吨增加到25万吨。", "2016年", "2020年"),
        ("二十年来，人均收入由230元提高到4560元。", "二十年前", "2021年"),
        ("“十三五”期间，粮食产量由12万吨增加到25万吨。", "“十三五”初", "2020年"),
        ("改革开放以来，粮食产量由12万吨增加到25万吨。", "期初", "2021年"),
    ],
)
def test_each_end_of_a_change_is_of_its_own_time(text: str, began: str, arrived: str) -> None:
    first, second = figures(text)
    assert first.indicator == second.indicator
    assert (first.period, second.period) == (began, arrived)


def test_what_follows_is_of_the_stretch_again() -> None:
    assert [period for _, _, period in ends("五年来，产量由1万吨增加到2万吨，新建学校3所。")] == [
        "五年前",
        "2021年",
        "五年来",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "规模以上工业由上年亏损1.2亿元转为盈利0.8亿元。",
            ["规模以上工业亏损额", "规模以上工业盈利额"],
        ),
        (
            "规模以上工业企业利润总额由上年的亏损1.2亿元扭亏为盈0.8亿元。",
            ["规模以上工业企业亏损额", "规模以上工业企业盈利额"],
        ),
        ("国有企业由亏损1.2亿元变为盈利0.8亿元。", ["国有企业亏损额", "国有企业盈利额"]),
        ("全县进出口由上年逆差2亿美元转为顺差1亿美元。", ["进出口逆差", "进出口顺差"]),
        (
            "医保补助标准由年人均550元提高到580元。",
            ["年人均医保补助标准", "年人均医保补助标准"],
        ),
    ],
)
def test_the_two_ends_are_named_by_what_they_are(text: str, names: list[str]) -> None:
    assert [figure.indicator for figure in figures(text)] == names


def test_growth_is_of_what_a_change_arrived_at() -> None:
    began, arrived = figures("城镇化率由上年的45.2%上升到46.8%，提高1.6个百分点。")
    assert (began.change, arrived.change) == ("", "1.6")


def test_the_value_that_growth_is_over_is_last_years() -> None:
    before, rise, now = figures("城镇化率比上年的45.2%提高1.6个百分点，达到46.8%。")
    assert (before.value, before.period, before.change) == ("45.2", "2020年", "")
    assert (rise.change, rise.period) == ("1.6", "2021年")
    assert (now.value, now.period, now.indicator) == ("46.8", "2021年", before.indicator)


def test_a_list_arrives_in_the_order_that_it_began_in() -> None:
    assert ends("第一、二、三产业比重由15%、45%、40%调整为14%、46%、40%。") == [
        ("第一产业比重", "15%", "2020年"),
        ("第二产业比重", "45%", "2020年"),
        ("第三产业比重", "40%", "2020年"),
        ("第一产业比重", "14%", "2021年"),
        ("第二产业比重", "46%", "2021年"),
        ("第三产业比重", "40%", "2021年"),
    ]
    found = figures(
        "城镇、农村居民人均可支配收入分别由3万元、1.5万元提高到3.2万元和1.6万元，分别增长6%和7%。"
    )
    assert [figure.change for figure in found] == ["", "", "6", "7"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("从事农业人员5万人。", [("从事农业人员数", "5万人", "2021年")]),
        ("从业人员由上级核定为5万人。", [("从业人员由上级核定", "5万人", "2021年")]),
        ("由县财政投入5亿元，学校增加到12所。", None),
    ],
)
def test_not_every_origin_begins_a_change(
    text: str, found: list[tuple[str, str, str]] | None
) -> None:
    assert all(period == "2021年" for _, _, period in ends(text))
    assert found is None or len(ends(text)) == len(found)

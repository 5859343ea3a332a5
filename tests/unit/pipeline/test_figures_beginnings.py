"""What a change began with, and growth that is of several years or of last year's mean."""

import pytest

from desktop_app.services.comparing import compared_with_last_year
from tests.unit.pipeline.test_figures_spans import figures, timed


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "粮食产量由五年前的20.1万吨增加到30万吨。",
            [("粮食产量", "20.1万吨", "五年前"), ("粮食产量", "30万吨", "2021年")],
        ),
        (
            "公路里程由改革开放初期的100公里增加到900公里。",
            [("公路里程", "100公里", "改革开放初期"), ("公路里程", "900公里", "2021年")],
        ),
        (
            "产值由“十一五”末的50亿元增加到90亿元。",
            [("产值", "50亿元", "“十一五”末"), ("产值", "90亿元", "2021年")],
        ),
        (
            "出口由一季度的10亿元增加到四季度的12亿元。",
            [("出口", "10亿元", "2021年一季度"), ("出口", "12亿元", "2021年四季度")],
        ),
        (
            "价格涨幅由上年的21.7%回落到14.8%。",
            [("价格涨幅", "21.7%", "2020年"), ("价格涨幅", "14.8%", "2021年")],
        ),
    ],
)
def test_a_change_begins_when_it_says(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert timed(text) == rows


def test_growth_that_turned_is_of_two_years() -> None:
    level, before = figures("零售总额50亿元，由上年增长9.0%转为下降3.5%。")
    assert (level.indicator, level.change, level.period) == ("零售总额", "-3.5", "2021年")
    assert (before.indicator, before.change, before.period) == ("零售总额", "9.0", "2020年")


def test_without_a_level_both_growths_have_the_name() -> None:
    before, now = figures("工业品出厂价格由上年增长5%转为下降2%。")
    assert (before.indicator, before.change, before.period) == ("工业品出厂价格", "5", "2020年")
    assert (now.indicator, now.change, now.period) == ("工业品出厂价格", "-2", "2021年")


@pytest.mark.parametrize("said", ["五年来增长80%", "五年间增长1.1倍", "五年增长45.2%"])
def test_growth_of_several_years_is_none_of_the_level(said: str) -> None:
    level, growth = figures(f"接待游客50万人次，{said}。")
    assert level.change == ""
    assert growth.period.startswith("五年")
    assert not compared_with_last_year(growth)


def test_growth_since_the_year_began_is_over_the_year_before() -> None:
    (level,) = figures("今年以来，税收收入20亿元，增长8%。")
    assert compared_with_last_year(level)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("失业率平均为5.1%，较上年平均下降0.5个百分点。", "上年"),
        ("人均水资源量500立方米，比上年平均水平减少12%。", "上年"),
        ("税收收入20亿元，年均增长8%。", "年均"),
        ("税收收入20亿元，年平均增长8%。", "年均"),
    ],
)
def test_the_mean_of_last_year_is_no_mean_growth(text: str, base: str) -> None:
    assert figures(text)[0].compared_with == base


def test_what_is_so_many_times_a_plan_is_not_of_its_years() -> None:
    total, times = figures("累计完成投资400亿元，是“十一五”时期的2.5倍。")
    assert {total.period, times.period} == {"2021年"}


def test_this_year_is_the_bulletins_after_several() -> None:
    assert [period for _, _, period in timed("近两年新增企业200家，今年新增90家。")] == [
        "近两年",
        "2021年",
    ]

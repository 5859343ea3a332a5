"""Last year's value is told as an interval, and only where level and growth allow it."""

from decimal import Decimal

import pytest

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services import implied
from desktop_app.services.implied import Implied
from desktop_app.system import resources


def nominal(**fields: object) -> Figure:
    """A level of money at stated current prices with its growth over last year."""
    usual: dict[str, object] = {
        "indicator": "地区生产总值",
        "value": "7.8",
        "unit": "亿元",
        "kind": Kind.LEVEL,
        "change": "-28.1",
        "change_unit": "%",
        "compared_with": "上年",
        "basis": "现价",
        "basis_source": "句中",
    }
    place = {"printed": "7.8亿元", "start": 0, "end": 5, "read_start": 0, "read_end": 5}
    return Figure(id=1, section=None, **{**usual, **place, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "change", "low", "high"),
    [
        # 7.75 / 0.7195 and 7.85 / 0.7185, rounded outwards.
        ("7.8", "-28.1", "10.77", "10.93"),
        # A coarser growth leaves more open: 53910.5 / 1.025 and 53911.5 / 1.015.
        ("53911", "2", "52590", "53120"),
        ("53911", "2.1", "52775", "52829"),
        ("2.0", "0.0", "1.94", "2.06"),
        ("128.40", "100.00", "64.1958", "64.2042"),
        ("1", "400", "0.09", "0.31"),
    ],
)
def test_the_interval_follows_from_the_printed_rounding(
    value: str, change: str, low: str, high: str
) -> None:
    found = implied.last_year(nominal(value=value, change=change))
    assert found == Implied(low, high, "亿元", by_convention=False)


@pytest.mark.parametrize(("value", "change"), [("285.9", "0.6"), ("0.31", "-99.2"), ("9", "1250")])
def test_every_pair_that_rounds_to_the_print_lies_inside(value: str, change: str) -> None:
    found = implied.last_year(nominal(value=value, change=change))
    assert found is not None
    half, half_rate = Decimal(f"1e{Decimal(value).as_tuple().exponent}") / 2, Decimal("0.05")
    for level in (Decimal(value) - half, Decimal(value), Decimal(value) + half):
        for rate in (Decimal(change) - half_rate, Decimal(change), Decimal(change) + half_rate):
            assert Decimal(found.low) <= level / (1 + rate / 100) <= Decimal(found.high)


@pytest.mark.parametrize(
    "fields",
    [
        {"basis": "可比价格"},
        {"basis": "可比口径"},
        {"basis": "扣除价格因素"},
        {"basis": "未说明", "basis_source": ""},
        {"notes": ("增速按可比口径计算。",)},
        {"scope": "同口径"},
        {"compared_with": "年初"},
        {"compared_with": "年均"},
        {"compared_with": "2020年", "period": "2022年"},
        {"compared_with": ""},
        {"change": ""},
        {"change": "0.3", "change_unit": "百分点"},
        {"change": "1.2", "change_unit": "亿元"},
        {"change": "-100.0"},
        # 持平 is printed as a word, whose rounding nobody knows.
        {"change": "0"},
        {"approx": "约"},
        {"change_approx": "近"},
        {"doubtful": True},
        {"value_high": "9.1"},
        {"value": "-3.4"},
        {"value": "0"},
        {"value": "3:4:3", "kind": Kind.RATIO},
        {"value": "12.3", "unit": "%", "kind": Kind.SHARE},
        {"value": "", "kind": Kind.CHANGE_RATE},
        {"value": "102.0", "unit": "", "kind": Kind.INDEX},
    ],
)
def test_nothing_is_implied_where_it_would_be_a_guess(fields: dict[str, object]) -> None:
    assert implied.last_year(nominal(**fields)) is None


@pytest.mark.parametrize(
    ("indicator", "unit", "found"),
    [
        ("社会消费品零售总额", "亿元", True),
        ("一般公共预算收入", "亿元", True),
        ("城镇居民人均可支配收入", "元", True),
        ("固定资产投资", "亿元", False),
        ("规模以上工业总产值", "亿元", False),
        ("汽车销售额", "万辆", False),
    ],
)
def test_by_convention_only_some_indicators_grow_nominally(
    indicator: str, unit: str, found: bool
) -> None:
    figure = nominal(indicator=indicator, unit=unit, basis="未说明", basis_source="")
    answer = implied.last_year(figure)
    assert (answer is not None) is found
    if answer is not None:
        assert answer.by_convention


def test_a_year_before_the_figures_own_is_last_year() -> None:
    figure = nominal(compared_with="2021年", period="2022年1-12月")
    assert implied.last_year(figure) is not None


@pytest.mark.parametrize("by_convention", [True, False])
def test_the_sentence_carries_its_label(by_convention: bool) -> None:
    told = resources.sentence(Implied("10.77", "10.93", "亿元", by_convention).message(), "zh_CN")
    assert "上年数（推算）：10.77–10.93亿元" in told
    assert "未考虑修订" in told
    assert ("按惯例" in told) is by_convention

"""A selection adds up only where that means something, and no finer than it is printed."""

from decimal import Decimal

import pytest

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services.adding import summary
from desktop_app.services.relations import Composition


def made(value: str, unit: str = "亿元", **fields: object) -> Figure:
    usual: dict[str, object] = {
        "id": int(Decimal(value.split(":")[0]) * 100),
        "section": None,
        "indicator": "财政收入",
        "value": value,
        "unit": unit,
        "kind": Kind.LEVEL,
        "printed": value + unit,
        "period": "2022年",
    }
    place = {"start": 0, "end": 1, "read_start": 0, "read_end": 1}
    return Figure(**{**usual, **place, **fields})  # type: ignore[arg-type]


def told(*figures: Figure, **targets: str) -> tuple[str, str, str]:
    found = summary(figures, targets)
    return found.total, found.mean, found.unit


def test_numbers_of_one_unit_add_up_to_the_coarsest_digit() -> None:
    assert told(made("7.8"), made("6.4")) == ("14.2", "7.10", "亿元")
    found = summary((made("7.8"), made("6.45")), {})
    assert (found.total, found.exact) == ("14.3", "14.25")


def test_units_of_one_kind_add_up_in_the_largest_or_the_chosen_one() -> None:
    assert told(made("7.8"), made("318.55", "万元")) == ("7.8", "3.92", "亿元")
    assert told(made("300", "万元"), made("18.5", "万元"), money="亿元")[0] == "0.0319"
    assert told(made("2000", "人"), made("3.1", "万人"), people="人")[::2] == ("33000", "人")


def test_the_smaller_of_two_is_told_as_a_share_of_the_larger() -> None:
    assert summary((made("6.4"), made("7.8")), {}).share == "82.1"
    assert summary((made("6.4"), made("7.8"), made("1")), {}).share == ""
    assert summary((made("-1"), made("7.8")), {}).share == ""


@pytest.mark.parametrize(
    ("other", "warning"),
    [
        (made("3", "万人"), "adding_units_differ"),
        (made("3", "某物"), "adding_units_differ"),
        (made("3.1", "%", kind=Kind.SHARE), "adding_no_meaning"),
        (made("102.1", "", kind=Kind.INDEX), "adding_no_meaning"),
        (made("3", "位", kind=Kind.RANK), "adding_no_meaning"),
        (made("70", kind=Kind.RANGE, value_high="80"), "adding_no_meaning"),
        (made("3", "元", indicator="城镇居民人均可支配收入"), "adding_averages"),
        (made("3", "元/吨"), "adding_averages"),
    ],
)
def test_what_cannot_be_added_says_why(other: Figure, warning: str) -> None:
    found = summary((made("7.8"), other), {})
    assert (found.total, [one.id for one in found.warnings]) == ("", [warning])


def test_a_total_beside_its_parts_other_periods_and_doubt_are_told() -> None:
    total, first, second = made("10"), made("4"), made("6")
    whole = Composition(total, (first, second), (Decimal(40), Decimal(60)), Decimal(0))
    found = summary((total, first), {}, (whole,))
    assert [one.id for one in found.warnings] == ["adding_twice"]
    assert summary((first, second), {}, (whole,)).warnings == ()
    rough = made("9", approx="约", period="2021年")
    ids = [one.id for one in summary((total, rough), {}).warnings]
    assert ids == ["adding_periods_differ", "adding_unsure"]


@pytest.mark.parametrize("figures", [(), (made("7.8"),)])
def test_one_figure_adds_up_to_nothing(figures: tuple[Figure, ...]) -> None:
    found = summary(figures, {})
    assert (found.total, found.warnings) == ("", ())

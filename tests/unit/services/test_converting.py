"""Converted values are as precise as printed, and never pass for printed ones."""

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services import converting
from desktop_app.services.converting import Shown


def made(value: str, unit: str, kind: Kind = Kind.LEVEL, high: str = "") -> Figure:
    return Figure(
        id=1,
        section=None,
        indicator="指标",
        value=value,
        value_high=high,
        unit=unit,
        kind=kind,
        printed=value + unit,
        start=0,
        end=1,
        read_start=0,
        read_end=1,
    )


@pytest.mark.parametrize(
    ("value", "unit", "target", "found"),
    [
        ("28000", "万元", "亿元", "2.8000"),
        ("7.8", "亿元", "万元", "78000"),
        ("7.80", "亿元", "元", "780000000"),
        ("316.76", "万元", "亿元", "0.031676"),
        ("-3", "万人", "人", "-30000"),
        ("31", "万平方米", "公顷", "31"),
        ("31", "万平方米", "平方公里", "0.31"),
        # Fifteen 亩 are a hectare: as many significant digits as printed.
        ("1234", "亩", "公顷", "82.27"),
        ("0.50", "万亩", "公顷", "330"),
        ("15", "亩", "公顷", "1.0"),
        ("82.27", "公顷", "亩", "1234"),
        ("0.0", "亩", "公顷", "0.0"),
        ("2000", "斤", "吨", "1.000"),
    ],
)
def test_the_printed_digits_stay(value: str, unit: str, target: str, found: str) -> None:
    assert converting.in_unit(value, unit, target) == found


@pytest.mark.parametrize(
    ("value", "unit", "target"),
    [("3:4", "亿元", "万元"), ("7", "亿元", "万人"), ("7", "某物", "万元"), ("", "亿元", "元")],
)
def test_what_cannot_be_converted_is_empty(value: str, unit: str, target: str) -> None:
    assert converting.in_unit(value, unit, target) == ""


def test_a_figure_is_shown_in_the_unit_chosen_for_what_it_measures() -> None:
    targets = {"money": "亿元"}
    assert converting.shown(made("28000", "万元"), targets) == Shown("2.8000", "", "亿元", True)
    assert converting.shown(made("2.8", "亿元"), targets) == Shown("2.8", "", "亿元", False)
    assert converting.shown(made("70", "万元", Kind.RANGE, "80"), targets) == Shown(
        "0.0070", "0.0080", "亿元", True
    )
    income = replace(made("53911", "元"), indicator="城镇居民人均可支配收入")
    for other in (income, made("3", "万人"), made("3", "元/人"), made("1.2", "", Kind.INDEX)):
        assert converting.shown(other, targets) == Shown(other.value, "", other.unit, False)


def test_only_what_is_shown_can_be_chosen() -> None:
    figures = (made("1", "万人"), made("2", "亿元"), made("9", "%", Kind.SHARE), made("1", "家"))
    assert list(converting.choices(figures)) == ["people", "money"]
    assert converting.choices(figures)["money"] == ("元", "万元", "亿元")


def test_the_choice_is_kept_as_text_and_damage_falls_out() -> None:
    targets = {"money": "亿元", "area": "公顷"}
    assert converting.chosen(converting.kept(targets)) == targets
    assert converting.chosen("money=人;;what=ever;people=万人;=") == {"people": "万人"}
    assert converting.chosen("") == {}


@pytest.mark.parametrize("dimension", ["money", "people", "area", "mass", "energy", "freight"])
def test_every_unit_on_offer_is_known_and_of_its_dimension(dimension: str) -> None:
    first, *others = converting.units_of(dimension)
    assert others
    for unit in others:
        assert converting.in_unit("1", unit, first) != ""

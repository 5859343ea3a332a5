import pytest

from desktop_app.domain.units import UnitTable
from desktop_app.system import resources


@pytest.fixture(scope="module")
def units() -> UnitTable:
    return UnitTable(resources.table("units"))


@pytest.mark.parametrize(
    ("value", "unit", "base_value", "base_unit"),
    [
        ("7.8", "亿元", "780000000", "元"),
        ("31", "万平方米", "310000", "平方米"),
        ("31", "万平", "310000", "平方米"),
        ("2.0", "万人", "20000", "人"),
        ("3", "公顷", "30000", "平方米"),
        ("3", "亩", "2000", "平方米"),
        ("-0.57", "‰", "-0.57", "‰"),
        ("1.5", "万亿元", "1500000000000", "元"),
        ("278.7", "公斤/亩", "0.2787", "吨/亩"),
        ("80.5", "部/百人", "80.5", "部/百人"),
        ("7", "万管/日", "70000", "管/日"),
        ("12", "百万千瓦时", "12000000", "千瓦时"),
        ("8", "家次", "8", "家次"),
        ("8", "甲乙", "8", "甲乙"),
        ("3.9:39.0:57.1", "", "", ""),
    ],
)
def test_a_value_is_comparable_in_its_base_unit(
    units: UnitTable, value: str, unit: str, base_value: str, base_unit: str
) -> None:
    assert units.to_base(value, unit) == (base_value, base_unit)


@pytest.mark.parametrize(
    ("value", "unit", "target", "converted"),
    [
        ("285.9", "亿元", "万元", "2859000"),
        ("1", "万亩", "公顷", "666.6666666667"),
        ("744.8", "万亩", "平方公里", "4965.3333333333"),
        ("500", "千克", "吨", "0.5"),
    ],
)
def test_units_of_one_dimension_turn_into_each_other(
    units: UnitTable, value: str, unit: str, target: str, converted: str
) -> None:
    assert units.convert(value, unit, target) == converted


@pytest.mark.parametrize(
    ("value", "unit", "target"), [("1", "亿元", "亩"), ("1:2", "元", "元"), ("1", "元", "斗")]
)
def test_other_conversions_are_refused(
    units: UnitTable, value: str, unit: str, target: str
) -> None:
    with pytest.raises(ValueError, match=r".+"):
        units.convert(value, unit, target)


def test_a_dimension_tells_what_can_be_summed(units: UnitTable) -> None:
    assert units.dimension("亿元") == units.dimension("万元")
    assert units.dimension("家") != units.dimension("个")
    assert units.dimension("斗") == "斗"

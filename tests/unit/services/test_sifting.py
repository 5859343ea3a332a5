"""Typing into the table's filter finds figures as a reader thinks of them."""

import pytest

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services.sifting import sifted


def made(number: int, indicator: str, value: str, region: str = "") -> Figure:
    return Figure(
        id=number,
        section=None,
        indicator=indicator,
        region=region,
        value=value,
        unit="亿元",
        kind=Kind.LEVEL,
        printed=value,
        start=number,
        end=number + 1,
        read_start=number,
        read_end=number + 1,
    )


FIGURES = (
    made(1, "地区生产总值", "285.9"),
    made(2, "社会消费品零售总额", "128.4"),
    made(3, "税收收入", "6.4"),
    made(4, "税收收入", "28.1", region="立山区"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [1, 2, 3, 4]),
        ("  ", [1, 2, 3, 4]),
        ("税收", [3, 4]),
        ("稅收", [3, 4]),
        ("税收 立山", [4]),
        ("GDP", [1]),
        ("ｇｄｐ", [1]),
        ("社零", [2]),
        ("shxfp", [2]),
        ("shuishou", [3, 4]),
        ("SSSR", [3, 4]),
        ("28", [1, 4]),
        ("6.4", [3]),
        ("没有这个", []),
        ("[", []),
    ],
)
def test_what_is_typed_finds(typed: str, found: list[int]) -> None:
    assert [figure.id for figure in sifted(FIGURES, typed)] == found

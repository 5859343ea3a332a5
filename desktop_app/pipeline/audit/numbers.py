"""Printed numbers as Decimals, with what their rounding leaves open."""

from decimal import Decimal, InvalidOperation

from msgspec import Struct

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.system import resources


class Amount(Struct, frozen=True):
    """A printed number in the base unit of its dimension.

    `half` is half a unit of the last printed digit, 0 for what was counted one by one.
    """

    value: Decimal
    half: Decimal
    dimension: str


def decimal_of(printed: str) -> Decimal | None:
    """Return a printed value, or None where it is no single number."""
    try:
        number = Decimal(printed)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def step_of(value: Decimal) -> Decimal:
    """Return one unit of the last printed digit."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def significant_step(value: Decimal) -> Decimal:
    """Return one unit of the last digit that is not a zero: 100 for 1700, 0.1 for 2.50."""
    return step_of(value.normalize()) if value else Decimal(1)


def factor_of(unit: str) -> Decimal:
    """Return how many base units make one of `unit`; 1 where the unit is unknown."""
    known = resources.units().unit(unit)
    if known is None:
        return Decimal(1)
    return Decimal(known.factor.numerator) / Decimal(known.factor.denominator)


def dimension_of(figure: Figure) -> str:
    """Return what a figure's unit measures."""
    return resources.units().dimension(figure.unit)


def amount_of(figure: Figure) -> Amount | None:
    """Return a figure's number; None for ranges, ratios, ranks and rates of change."""
    value = decimal_of(figure.value)
    if value is None or figure.value_high or figure.kind in {Kind.RANK, Kind.CHANGE_RATE}:
        return None
    factor = factor_of(figure.unit)
    counted = figure.kind is Kind.COUNT and factor == 1 and value == value.to_integral_value()
    half = Decimal(0) if counted else step_of(value) * factor / 2
    return Amount(value * factor, half, dimension_of(figure))


def ratio_of(figure: Figure) -> list[Decimal]:
    """Return the numbers of a ratio (6.2:40.1:53.7); none where one is no number."""
    parts = [decimal_of(part) for part in figure.value.split(":")]
    return [part for part in parts if part is not None] if None not in parts else []


def time_of(figure: Figure) -> str:
    """Return what a figure's period covers; a year and its last day are one."""
    return figure.period.rstrip("末底")

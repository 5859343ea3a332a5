"""Figures in another unit of the reader's choice: as precise as printed, and marked as converted.

A converted value is for looking at and comparing; what is copied is what is printed.
"""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from msgspec import Struct

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services import comparing
from desktop_app.system import resources

_QUANTITIES = frozenset({Kind.LEVEL, Kind.COUNT, Kind.AMOUNT, Kind.RANGE})
_PRECISION = 60


class Shown(Struct, frozen=True):
    """A figure's number as it is shown; `high` is the upper end of a range, or empty."""

    value: str
    high: str
    unit: str
    converted: bool = False


def units_of(dimension: str) -> tuple[str, ...]:
    """Return the units that a dimension may be shown in; none where it is as printed only."""
    return tuple(resources.table("conversion")["units"].get(dimension, ()))


def choices(figures: Iterable[Figure]) -> dict[str, tuple[str, ...]]:
    """Return the units that figures may be shown in, by dimension, those met first at first."""
    met = dict.fromkeys(
        resources.units().dimension(figure.unit)
        for figure in figures
        if figure.unit and _can_be_converted(figure)
    )
    return {dimension: units_of(dimension) for dimension in met if units_of(dimension)}


def chosen(text: str) -> dict[str, str]:
    """Return the unit for each dimension from a text that `kept` wrote; unknown ones fall out."""
    pairs = (entry.partition("=") for entry in text.split(";"))
    return {name: unit for name, _, unit in pairs if unit in units_of(name)}


def kept(targets: Mapping[str, str]) -> str:
    """Return the chosen units as one line of text, for the settings."""
    return ";".join(f"{name}={unit}" for name, unit in sorted(targets.items()))


def shown(figure: Figure, targets: Mapping[str, str]) -> Shown:
    """Return a figure's number in the unit chosen for what it measures, or as it is printed.

    Averages stay as they are printed: nobody counts an income per head in 亿元.
    """
    target = targets.get(resources.units().dimension(figure.unit), "")
    if target and target != figure.unit and _can_be_converted(figure):
        value = in_unit(figure.value, figure.unit, target)
        high = in_unit(figure.value_high, figure.unit, target) if figure.value_high else ""
        if value and bool(high) == bool(figure.value_high):
            return Shown(value, high, target, converted=True)
    return Shown(figure.value, figure.value_high, figure.unit)


def _can_be_converted(figure: Figure) -> bool:
    return figure.kind in _QUANTITIES and not comparing.is_average(figure)


def in_unit(value: str, unit: str, target: str) -> str:
    """Return a printed number in another unit with the significant digits it is printed with.

    Between multiples (万元, 亿元) the point moves and every digit stays. Between measures (亩 and
    公顷) the result is rounded half up to as many significant digits. Empty where it cannot be.
    """
    number = comparing.number(value)
    known, wanted = resources.units().unit(unit), resources.units().unit(target)
    if number is None or known is None or wanted is None or known.dimension != wanted.dimension:
        return ""
    ratio = known.factor / wanted.factor
    power = _power_of_ten(ratio)
    with localcontext(prec=_PRECISION):
        if power is not None:
            return f"{number.scaleb(power):f}"
        exact = number * ratio.numerator / ratio.denominator
        if not exact:
            return f"{exact:f}"
        last = exact.adjusted() - len(number.as_tuple().digits) + 1
        rounded = exact.quantize(Decimal(1).scaleb(last), ROUND_HALF_UP)
        return f"{rounded:f}"


def _power_of_ten(ratio: Fraction) -> int | None:
    """Return n where a ratio is 10ⁿ."""
    large = max(ratio.numerator, ratio.denominator)
    power = len(str(large)) - 1
    if large != 10**power or 1 not in (ratio.numerator, ratio.denominator):
        return None
    return power if ratio.denominator == 1 else -power

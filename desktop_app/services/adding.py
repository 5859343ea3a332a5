"""What a selection of figures adds up to, and whether that has a meaning."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

from msgspec import Struct

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.domain.messages import Message
from desktop_app.services import comparing, converting
from desktop_app.services.relations import Composition
from desktop_app.system import resources

_ADDITIVE = frozenset({Kind.LEVEL, Kind.COUNT, Kind.AMOUNT})
_PRECISION = 60
_SHARE_STEP = Decimal("0.1")


class Summary(Struct, frozen=True):
    """What `count` figures come to; texts are empty where they cannot be told.

    `total` and `mean` are decimals in `unit`, as precise as the coarsest of the figures (the mean
    has one digit more); `exact` is the total of the printed digits. `share` is what the smaller
    of two figures is of the larger, in per cent. `warnings` say what to beware of, or why there
    is no total.
    """

    count: int
    total: str = ""
    mean: str = ""
    exact: str = ""
    unit: str = ""
    share: str = ""
    warnings: tuple[Message, ...] = ()


class _Term(Struct, frozen=True):
    """A number in the common unit, and one unit of its last digit."""

    value: Decimal
    step: Decimal


def summary(
    figures: Sequence[Figure],
    targets: Mapping[str, str],
    compositions: Iterable[Composition] = (),
) -> Summary:
    """Return what selected figures come to, in the unit that is chosen for them or the largest.

    `targets` are the units chosen by dimension; `compositions` tell where a total is selected
    beside its own parts, which would count twice.
    """
    count = len(figures)
    if count < 2:
        return Summary(count)
    if any(figure.kind not in _ADDITIVE or figure.value_high for figure in figures):
        return Summary(count, warnings=(Message("adding_no_meaning"),))
    if any(map(comparing.is_average, figures)):
        return Summary(count, warnings=(Message("adding_averages"),))
    unit = _common_unit(figures, targets)
    terms = [_term(figure, unit) for figure in figures] if unit is not None else []
    known = [term for term in terms if term is not None]
    if unit is None or len(known) < count:
        return Summary(count, warnings=(Message("adding_units_differ"),))
    return _summed(known, unit, tuple(_warnings(figures, compositions)))


def _summed(terms: Sequence[_Term], unit: str, warnings: tuple[Message, ...]) -> Summary:
    with localcontext(prec=_PRECISION):
        exact = sum((term.value for term in terms), Decimal(0))
        step = max(term.step for term in terms)
        mean = exact / len(terms)
        return Summary(
            len(terms),
            _rounded(exact, step),
            _rounded(mean, step / 10),
            f"{exact:f}",
            unit,
            _share(terms),
            warnings,
        )


def _rounded(value: Decimal, step: Decimal) -> str:
    digits = (value / step).to_integral_value(ROUND_HALF_UP) * step
    return f"{digits.quantize(min(step, Decimal(1))):f}"


def _share(terms: Sequence[_Term]) -> str:
    """Return what the smaller of two positive numbers is of the larger."""
    if len(terms) != 2:
        return ""
    small, large = sorted(term.value for term in terms)
    if small < 0 or large <= 0:
        return ""
    return f"{(small * 100 / large).quantize(_SHARE_STEP, ROUND_HALF_UP):f}"


def _common_unit(figures: Sequence[Figure], targets: Mapping[str, str]) -> str | None:
    """Return the unit to add up in; None where the figures measure different things."""
    units = resources.units()
    dimensions = {units.dimension(figure.unit) for figure in figures}
    if len(dimensions) > 1:
        return None
    target = targets.get(dimensions.pop(), "")
    if target:
        return target
    printed = dict.fromkeys(figure.unit for figure in figures)
    factors = {unit: known.factor for unit in printed if (known := units.unit(unit)) is not None}
    return max(factors, key=lambda unit: factors[unit]) if factors else next(iter(printed))


def _term(figure: Figure, unit: str) -> _Term | None:
    value, step = figure.value, "1"
    exponent = value[::-1].find(".")
    if exponent > 0:
        step = f"1e-{exponent}"
    number, one = comparing.number(value), Decimal(step)
    if number is None or figure.unit == unit:
        return None if number is None else _Term(number, one)
    known, wanted = resources.units().unit(figure.unit), resources.units().unit(unit)
    if known is None or wanted is None or known.dimension != wanted.dimension:
        return None
    ratio = known.factor / wanted.factor
    converted = converting.in_unit(value, figure.unit, unit)
    with localcontext(prec=_PRECISION):
        # Between measures (亩, 公顷) a step is no power of ten: the next larger one tells it.
        moved = one * ratio.numerator / ratio.denominator
        found = comparing.number(converted)
    return None if found is None else _Term(found, Decimal(1).scaleb(_power(moved)))


def _power(step: Decimal) -> int:
    power = step.adjusted()
    return power if step == Decimal(1).scaleb(power) else power + 1


def _warnings(figures: Sequence[Figure], compositions: Iterable[Composition]) -> Iterable[Message]:
    chosen = {figure.id for figure in figures}
    for one in compositions:
        if one.total.id in chosen and chosen & {part.id for part in one.parts}:
            yield Message("adding_twice", {"name": one.total.indicator})
            break
    if len({figure.period for figure in figures}) > 1:
        yield Message("adding_periods_differ")
    if any(figure.approx or figure.doubtful for figure in figures):
        yield Message("adding_unsure")

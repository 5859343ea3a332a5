"""上年数（推算）: the interval in which last year's value lies, where level and growth allow it.

It is an inference and no figure: it is shown with its label, and never copied as one. The rule is
that of the bulletins' own practice: a level at current prices over one plus its nominal growth is
last year's level, but for later revisions. Growth at comparable prices or of a comparable scope
(可比口径) is against another number than the one that was published.
"""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from functools import cache

from msgspec import Struct

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.domain.messages import Message
from desktop_app.services import comparing
from desktop_app.system import resources

_LEVELS = frozenset({Kind.LEVEL})
_UNSTATED = "未说明"
_PRECISION = 50


class Implied(Struct, frozen=True):
    """Last year's value in `unit` lies between `low` and `high`, both plain decimals.

    `by_convention` says that the bulletin does not print 现价: it is how such indicators are
    compared where nothing else is said.
    """

    low: str
    high: str
    unit: str
    by_convention: bool

    def message(self) -> Message:
        """Return the sentence to show, with the label that the interval must carry."""
        name = "implied_by_convention" if self.by_convention else "implied_stated"
        return Message(name, {"low": self.low, "high": self.high, "unit": self.unit})


def last_year(figure: Figure) -> Implied | None:
    """Return the interval for last year's value; None where it cannot be told.

    That takes a single positive level and its growth, neither approximate nor doubtful, a rate
    printed as one over the last year, and a basis that is 现价, stated or by convention. Both ends
    follow from the printed rounding and are rounded outwards.
    """
    by_convention = _basis(figure)
    if by_convention is None or not _is_exact(figure):
        return None
    value, growth = comparing.number(figure.value), comparing.yearly_growth(figure)
    # A growth without a base is over the last year by convention only, and 持平 is a word whose
    # rounding nobody knows.
    if value is None or growth is None or not figure.compared_with or figure.change == "0":
        return None
    half, half_rate = _half(figure.value), _half(figure.change)
    least, most = 1 + (growth - half_rate) / 100, 1 + (growth + half_rate) / 100
    if value <= half or least <= 0:
        return None
    with localcontext(prec=_PRECISION):
        low, high = (value - half) / most, (value + half) / least
        return Implied(*_outwards(low, high), figure.unit, by_convention)


def _is_exact(figure: Figure) -> bool:
    plain = figure.kind in _LEVELS and not figure.value_high
    return plain and not (figure.approx or figure.change_approx or figure.doubtful)


def _basis(figure: Figure) -> bool | None:
    """Return whether 现价 is a mere convention for a figure; None where it does not hold."""
    table = resources.table("comparison")["implied"]
    said = " ".join((figure.indicator, figure.scope, *figure.notes))
    if any(word in said for word in table["other_scope"]):
        return None
    if figure.basis in table["nominal"]:
        return bool(figure.basis_source == table["by_convention"])
    money = resources.units().dimension(figure.unit) in table["money"]
    if figure.basis == _UNSTATED and money and _nominal_indicators().search(figure.indicator):
        return True
    return None


@cache
def _nominal_indicators() -> re.Pattern[str]:
    return re.compile("|".join(resources.table("comparison")["implied"]["nominal_indicators"]))


def _half(printed: str) -> Decimal:
    """Return half a unit of the last printed digit."""
    exponent = Decimal(printed).as_tuple().exponent
    return Decimal("0.5").scaleb(exponent if isinstance(exponent, int) else 0)


def _outwards(low: Decimal, high: Decimal) -> tuple[str, str]:
    """Return both ends with the digits that tell them apart and one more, rounded outwards."""
    step = Decimal(1).scaleb((high - low).adjusted() - 1)
    shown = min(step, Decimal(1))
    below, above = (
        (end / step).to_integral_value(rounding) * step
        for end, rounding in ((low, ROUND_FLOOR), (high, ROUND_CEILING))
    )
    return f"{below.quantize(shown):f}", f"{above.quantize(shown):f}"

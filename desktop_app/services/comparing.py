"""What numbers can be compared: growth over the year before, and totals apart from averages."""

import re
from decimal import Decimal, InvalidOperation, localcontext
from functools import cache

from desktop_app.domain.bulletin import Figure
from desktop_app.system import resources

PRECISION = 50
"""The digits that values are computed with."""


def number(text: str) -> Decimal | None:
    """Return a printed decimal as a number; None for a ratio, a range or nothing."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def compared_with_last_year(figure: Figure) -> bool:
    """Whether the growth is over the year before, the base a heading 比上年增长 promises.

    What grew in a stretch of years grew over the beginning of it, unless its base is printed.
    The base may be printed as a year: then it is the one before the figure's own period.
    """
    base = figure.compared_with
    if not base and is_stretch(figure.period):
        return False
    if base in resources.table("comparison")["last_year"]:
        return True
    years = re.fullmatch(r"(\d{4})年?", base), re.match(r"(\d{4})年", figure.period)
    return bool(years[0] and years[1] and int(years[0][1]) + 1 == int(years[1][1]))


def is_stretch(period: str) -> bool:
    """Whether a period is of several years: 2016-2020年, “十三五”期间, 近三年."""
    return re.search(resources.table("comparison")["stretch"], period) is not None


def is_mean(figure: Figure) -> bool:
    """Whether the growth is the yearly mean of several years (年均增长8.5%), over no one year."""
    return figure.compared_with in resources.table("comparison")["mean"]


def moves_by_places(figure: Figure) -> bool:
    """Whether a change is that of a rank: 前移2位, neither 增长 nor 下降."""
    return figure.change_unit == "位"


def is_average(figure: Figure) -> bool:
    """Whether a number is an average, a price or another quotient, which has no total."""
    return "/" in figure.unit or _averages().search(figure.indicator) is not None


@cache
def _averages() -> re.Pattern[str]:
    return re.compile(resources.table("comparison")["adding"]["averages"])


def yearly_growth(figure: Figure) -> Decimal | None:
    """Return the growth over the last year in per cent; None for any other change."""
    if figure.change_unit != "%" or not compared_with_last_year(figure):
        return None
    return number(figure.change)


def in_unit_of(figure: Figure, other: Figure) -> Decimal | None:
    """Return the value of `figure` in the unit of `other`; None where that has no meaning."""
    value = number(figure.value)
    if figure.unit == other.unit or value is None:
        return value
    known, wanted = resources.units().unit(figure.unit), resources.units().unit(other.unit)
    if known is None or wanted is None or known.dimension != wanted.dimension:
        return None
    ratio = known.factor / wanted.factor
    with localcontext(prec=PRECISION):
        return value * ratio.numerator / ratio.denominator

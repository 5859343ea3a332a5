"""Turns a range as typed into the intervals that figures and years are held against."""

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from desktop_app.domain.search import FilterKind, Interval
from desktop_app.store.query import words
from desktop_app.store.query.numbers import Quantity, Range, read_range

_RATE = "%"
_NOUGHT = Quantity("0", unit=_RATE)
_CENTURY = 100
_THIS_CENTURY_ENDS = 50
"""Years of two digits: 22 is 2022, 98 is 1998."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2999


def read(kind: FilterKind, text: str) -> tuple[Interval, ...]:
    """Return the intervals that `text` means, of which one must hold; none where it means none.

    `text` is folded and without spaces; `kind` is VALUE, GROWTH or YEAR.
    """
    if kind is FilterKind.YEAR:
        return _years(text)
    found = _growth_words().get(text) if kind is FilterKind.GROWTH else None
    found = found or read_range(text)
    if found is not None and kind is FilterKind.GROWTH:
        found = _of_rates(found)
    return () if found is None else (interval(found),)


def interval(found: Range) -> Interval:
    """Return a range in base units; without a unit it is of numbers as they are printed."""
    ends = [end for end in (found.low, found.high) if end is not None]
    return Interval(
        found.low.base()[0] if found.low else None,
        found.high.base()[0] if found.high else None,
        found.low_open,
        found.high_open,
        unit=ends[0].base()[1],
        as_printed=not any(end.in_full for end in ends),
    )


def _of_rates(found: Range) -> Range | None:
    """Take numbers without a unit for per cent; a bare 万 or 亿 says nothing of a growth."""
    ends = [end for end in (found.low, found.high) if end is not None]
    if any(end.multiple and not end.unit for end in ends):
        return None
    low, high = (
        replace(end, unit=_RATE) if end is not None and not end.unit else end
        for end in (found.low, found.high)
    )
    return replace(found, low=low, high=high)


@cache
def _growth_words() -> dict[str, Range]:
    return {
        **dict.fromkeys(words.listed("growth.rising"), Range(low=_NOUGHT, low_open=True)),
        **dict.fromkeys(words.listed("growth.falling"), Range(high=_NOUGHT, high_open=True)),
        **dict.fromkeys(words.listed("growth.level"), Range(_NOUGHT, _NOUGHT)),
    }


def _years(text: str) -> tuple[Interval, ...]:
    items = re.split(words.pattern("lists.signs"), re.sub(words.pattern("years.units"), "", text))
    found = [_year_range(item) for item in items]
    return tuple(one for one in found if one is not None) if all(found) else ()


def _year_range(text: str) -> Interval | None:
    """Return the years that `text` means, whole ones, the bounds among them."""
    found = read_range(text)
    if found is None:
        return None
    low, high = (None if end is None else _year(end) for end in (found.low, found.high))
    if (found.low is not None and low is None) or (found.high is not None and high is None):
        return None
    return Interval(
        None if low is None else Decimal(low + found.low_open),
        None if high is None else Decimal(high - found.high_open),
    )


def _year(quantity: Quantity) -> int | None:
    if quantity.in_full or not quantity.number.isdigit():
        return None
    number = int(quantity.number)
    if len(quantity.number) == 2:
        number += _CENTURY * (20 if number < _THIS_CENTURY_ENDS else 19)
    return number if _FIRST_YEAR <= number <= _LAST_YEAR else None

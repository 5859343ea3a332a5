"""Reads numbers with units, comparisons and ranges, of folded text without spaces."""

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.units import Unit
from desktop_app.store.query import words
from desktop_app.system import resources

_NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.][0-9]+)?"
_QUANTITY = re.compile(rf"({_NUMBER})(?![0-9,.])(.*)", re.DOTALL)
_MOST_DIGITS = 15
"""Longer numbers count nothing, and could not be turned into other units exactly."""


class Quantity(Struct, frozen=True):
    """A number as typed, without separators, and its unit.

    `multiple` is a 万 or 亿 of its own, and `unit` may then be empty: of whatever it counts.
    """

    number: str
    multiple: str = ""
    unit: str = ""

    @property
    def in_full(self) -> str:
        """The whole unit: 万亩."""
        return self.multiple + self.unit

    def base(self) -> tuple[Decimal, str]:
        """Return the number in its base unit, and that; the unit is empty where none is typed."""
        if self.unit:
            value, unit = resources.units().to_base(self.number, self.in_full)
            return Decimal(value), unit
        factor = resources.units().multiples.get(self.multiple)
        return Decimal(self.number) * (1 if factor is None else factor.numerator), ""


class Range(Struct, frozen=True):
    """Quantities from `low` to `high`, the bound itself out where open; None is no bound."""

    low: Quantity | None = None
    high: Quantity | None = None
    low_open: bool = False
    high_open: bool = False


def read_quantity(text: str) -> Quantity | None:
    """Return the number with its unit that all of `text` is; None where it is none."""
    found = _QUANTITY.fullmatch(text)
    if found is None:
        return None
    number = found[1].replace(",", "").removeprefix("+")
    if sum(map(str.isdigit, number)) > _MOST_DIGITS:
        return None
    unit = read_unit(found[2])
    return None if unit is None else Quantity(number, *unit)


def read_unit(text: str) -> tuple[str, str] | None:
    """Return multiple and plain unit of a folded unit; None where it is not known."""
    units = resources.units()
    if not text or text in units.multiples:
        return text, ""
    for multiple in (*sorted(units.multiples, key=len, reverse=True), ""):
        rest = text.removeprefix(multiple)
        plain = known_unit(rest) if text.startswith(multiple) else None
        if plain is not None:
            return multiple, plain.name
    return None


def known_unit(folded: str) -> Unit | None:
    """Return a unit by its folded name (mbps, ㎡)."""
    units = resources.units()
    return units.unit(_unfolded().get(folded, folded))


@cache
def _unfolded() -> dict[str, str]:
    return {words.fold(name): name for name in resources.units().printed_names}


def read_range(text: str) -> Range | None:
    """Return the range that all of `text` means, a number alone among them; None where none."""
    return _compared(text) or _between(text) or _single(text)


def _single(text: str) -> Range | None:
    quantity = read_quantity(text)
    return None if quantity is None else Range(quantity, quantity)


def _compared(text: str) -> Range | None:
    """Read a number with a word of comparison before or behind it."""
    for word, what in words.beside_numbers("before"):
        quantity = read_quantity(text.removeprefix(word)) if text.startswith(word) else None
        if quantity is not None:
            return _range(what, quantity)
    for word, what in words.beside_numbers("behind"):
        quantity = read_quantity(text.removesuffix(word)) if text.endswith(word) else None
        if quantity is not None:
            return _range(what, quantity)
    return None


def _range(what: str, quantity: Quantity) -> Range:
    match what:
        case "above":
            return Range(low=quantity, low_open=True)
        case "from":
            return Range(low=quantity)
        case "below":
            return Range(high=quantity, high_open=True)
        case "to":
            return Range(high=quantity)
        case "about":
            return around(quantity)
        case _:
            return Range(quantity, quantity)


def around(quantity: Quantity) -> Range:
    """Return what rounds to a number as it is typed: 285.5 up to 286.5 for 286.

    Noughts at the end of a whole number are taken for rounding, but for its first two digits:
    300 is 295 up to 305.
    """
    number = Decimal(quantity.number)
    digits = quantity.number.lstrip("-")
    if "." in digits:
        step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    else:
        noughts = len(digits) - len(digits.rstrip("0"))
        step = Decimal(1).scaleb(min(noughts, max(0, len(digits) - 2)))
    low, high = (format(number + sign * step / 2, "f") for sign in (-1, 1))
    return Range(replace(quantity, number=low), replace(quantity, number=high), high_open=True)


def _between(text: str) -> Range | None:
    """Read a range; with dots an end may be missing."""
    for cut in _range_signs().finditer(text):
        before, after = text[: cut.start()], text[cut.end() :]
        if cut[0] == "--" and before.startswith("-"):
            after = f"-{after}"
        low, high = read_quantity(before), read_quantity(after)
        if low is not None and high is not None:
            return _with_shared_unit(low, high)
        if cut[0] in words.listed("ranges.dots"):
            if low is not None and not after:
                return Range(low=low)
            if high is not None and not before:
                return Range(high=high)
    return None


@cache
def _range_signs() -> re.Pattern[str]:
    return re.compile(words.pattern("ranges.dots", "ranges.signs"))


def _with_shared_unit(low: Quantity, high: Quantity) -> Range | None:
    """Give both ends the unit that one has: 100..200亿元, 5000万..2亿元, 100亿元..200."""
    low, high = _with_unit_of(low, high), _with_unit_of(high, low)
    (first, unit), (last, other) = low.base(), high.base()
    if unit != other:
        return None
    return Range(low, high) if first <= last else Range(high, low)


def _with_unit_of(one: Quantity, other: Quantity) -> Quantity:
    if one.unit:
        return one
    if one.multiple:
        return replace(one, unit=other.unit)
    return replace(one, multiple=other.multiple, unit=other.unit)

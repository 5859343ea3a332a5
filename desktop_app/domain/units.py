"""Units of measurement: what a printed unit is made of, and how it turns into another."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cached_property
from typing import Any

from msgspec import Struct


class Unit(Struct, frozen=True):
    """A unit in full (`万平方米`): `factor` base units of its dimension make one of it."""

    name: str
    dimension: str
    base: str
    factor: Fraction


class UnitTable:
    """The units of `resources/units.toml`."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._aliases: dict[str, str] = dict(table["aliases"])
        self.multiples = {name: Fraction(text) for name, text in table["multiples"].items()}
        self.not_followed: dict[str, str] = dict(table["not_followed"])
        self._plain: dict[str, Unit] = {
            name: Unit(name, dimension["name"], dimension["base"], Fraction(factor))
            for dimension in table["dimension"]
            for name, factor in dimension["units"].items()
        }
        for name in table["counts"]["units"]:
            self._plain.setdefault(name, Unit(name, name, name, Fraction(1)))
        self._multiples = sorted(self.multiples, key=len, reverse=True)
        multiple, plain = self._multiples[0], max((*self._plain, *self._aliases), key=len)
        self._longest = 2 * (len(multiple) + len(plain)) + 1
        self.below: frozenset[str] = frozenset(table["below"]["units"])
        self._found: dict[str, Unit | None] = {}

    @cached_property
    def printed_names(self) -> tuple[str, ...]:
        """Every way a unit without a multiple is printed, the longest first."""
        names = {*self._plain, *self._aliases}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    def full_name(self, measure: str) -> str:
        """Return the full unit that a printed measure stands for (`平` is `平方米`)."""
        return self._aliases.get(measure, measure)

    def unit(self, name: str) -> Unit | None:
        """Return a unit by its printed name, with its multiple (`万平`); None where unknown."""
        if len(name) > self._longest:
            return None
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Unit | None:
        """Return a unit by its name; one with a stroke (元/人) keeps what stands below it."""
        plain = self._plain.get(self.full_name(name))
        if plain is not None:
            return plain
        above, stroke, below = name.partition("/")
        if stroke:
            return self._with_stroke(above, below)
        for multiple in self._multiples:
            plain = self._plain.get(self.full_name(name.removeprefix(multiple)))
            if plain is not None and name.startswith(multiple):
                factor = plain.factor * self.multiples[multiple]
                return Unit(multiple + plain.name, plain.dimension, plain.base, factor)
        return None

    def _with_stroke(self, above: str, below: str) -> Unit | None:
        upper, lower = self.unit(above), self.unit(below)
        if upper is None or (lower is None and below not in self.below):
            return None
        end = f"/{lower.name if lower else below}"
        return Unit(upper.name + end, upper.dimension + end, upper.base + end, upper.factor)

    def to_base(self, value: str, unit: str) -> tuple[str, str]:
        """Return `value` in the base unit of its dimension, and that unit.

        Both are empty where the value is no single number. An unknown unit is its own base.
        """
        number = _number(value)
        if number is None:
            return "", ""
        known = self.unit(unit)
        if known is None:
            return value, unit
        return _plain_text(number * known.factor), known.base

    def convert(self, value: str, unit: str, target: str) -> str:
        """Return `value` of `unit` in the unit `target`.

        Raises ValueError where the two measure different things or `value` is no number.
        """
        number, known, wanted = _number(value), self.unit(unit), self.unit(target)
        if number is None or known is None or wanted is None:
            raise ValueError(f"{value} {unit} cannot be turned into {target}")
        if known.dimension != wanted.dimension:
            raise ValueError(f"{unit} and {target} measure different things")
        return _plain_text(number * known.factor / wanted.factor)

    def dimension(self, unit: str) -> str:
        """Return what a unit measures; an unknown unit measures only itself."""
        known = self.unit(unit)
        return unit if known is None else known.dimension


def _number(value: str) -> Fraction | None:
    try:
        return Fraction(Decimal(value))
    except (InvalidOperation, ValueError, OverflowError):
        return None


def _plain_text(number: Fraction) -> str:
    """Return a number in plain decimal notation, rounded to 10 decimals where it never ends."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    text = f"{round(exact, 10):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

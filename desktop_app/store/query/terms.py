"""Reads a word: what else it may be called, and which value it means where it is a number."""

from desktop_app.domain.search import Term
from desktop_app.store.query import intervals, words
from desktop_app.store.query.names import others
from desktop_app.store.query.numbers import Quantity, Range, around, known_unit, read_quantity

_THOUSAND = 1000
"""Smaller numbers of a plain unit are never printed with a 万 or 亿."""


def read(text: str, *, synonyms: bool) -> Term:
    """Return the term that a word means; numbers are read with their unit."""
    folded = words.fold(text)
    about = _about(folded)
    if about is not None:
        (start, end), number = about
        value = intervals.interval(around(number)) if number.in_full else None
        return Term(text, also=(text[start:end],), value=value)
    quantity = read_quantity(folded)
    if quantity is not None and _has_other_forms(quantity):
        return Term(text, value=intervals.interval(Range(quantity, quantity)))
    return Term(text, also=others(folded) if synonyms else ())


def _has_other_forms(quantity: Quantity) -> bool:
    """Whether the same number may be printed with another unit or multiple."""
    if not quantity.in_full:
        return False
    value, base = quantity.base()
    if base in words.listed("numbers.one_way"):
        return False
    unit = known_unit(quantity.unit) if quantity.unit else None
    is_plain = not quantity.multiple and unit is not None and unit.factor == 1
    return not is_plain or abs(value) >= _THOUSAND


def _about(folded: str) -> tuple[tuple[int, int], Quantity] | None:
    """Return where the number stands of which `folded` says that it is about so much."""
    for word in words.beside("before", "about"):
        if folded.startswith(word):
            start, end = len(word), len(folded)
            quantity = read_quantity(folded[start:])
            if quantity is not None:
                return ((start, end), quantity) if _can_be_about(quantity) else None
    for word in words.beside("behind", "about"):
        if folded.endswith(word):
            quantity = read_quantity(folded.removesuffix(word))
            if quantity is not None:
                end = len(folded) - len(word)
                return ((0, end), quantity) if _can_be_about(quantity) else None
    return None


def _can_be_about(quantity: Quantity) -> bool:
    return quantity.unit not in words.listed("numbers.never_about")

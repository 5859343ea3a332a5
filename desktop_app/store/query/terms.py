"""Reads a word: what else it may be called, and which value it means where it is a number."""

import re
from collections.abc import Iterator

from desktop_app.domain.search import Term
from desktop_app.store.query import intervals, words
from desktop_app.store.query.names import others
from desktop_app.store.query.numbers import Quantity, Range, around, known_unit, read_quantity

_NEGATIVE = re.compile(r"-(?=[0-9])")
_DASH = re.compile(r"(?<=[0-9])(?:-{1,2}|[–—~]{1,2})(?=[0-9])")
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
    named = others(folded) if synonyms else ()
    return Term(text, also=(*named, *_written_otherwise(folded)))


def _written_otherwise(folded: str) -> Iterator[str]:
    """Yield how bulletins print what is typed with a minus: 下降28.1, 1—12月."""
    if _NEGATIVE.match(folded):
        for word in words.listed("growth.falling"):
            yield word + folded[1:]
    dashes = [(dash.start(), dash.end()) for dash in _DASH.finditer(folded)]
    if len(dashes) == 1:
        (start, end) = dashes[0]
        for sign in words.listed("ranges.signs"):
            if sign != folded[start:end]:
                yield folded[:start] + sign + folded[end:]


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

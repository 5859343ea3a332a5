"""Reads filters: the name tells what they look at, the value what is wanted of it."""

import re
from collections.abc import Iterable

from desktop_app.domain.search import Filter, FilterKind, Interval
from desktop_app.store.query import intervals, words
from desktop_app.store.query.numbers import read_unit
from desktop_app.store.query.tokens import Token
from desktop_app.system import resources

_WITH_NUMBERS = {FilterKind.VALUE, FilterKind.GROWTH, FilterKind.YEAR}
_LISTS = {FilterKind.UNIT, FilterKind.PLACE, FilterKind.KIND}
"""What has no comma of its own; titles have."""


def read(token: Token) -> tuple[Filter, ...]:
    """Return the filters that a token means, several for a list; none where it makes no sense."""
    kind, value = token.kind, token.value
    if kind is None or not value:
        return ()
    if kind in _WITH_NUMBERS:
        found = intervals.read(kind, without_spaces(words.fold(value)))
        return tuple(Filter(kind, "", one, token.without) for one in found)
    items = _items(value) if kind in _LISTS else (value,)
    texts = [_texts(kind, item) for item in items]
    if not all(texts):
        return ()
    return tuple(Filter(kind, text, without=token.without) for each in texts for text in each)


def without_spaces(text: str) -> str:
    """Return numbers and signs as they are read."""
    return "".join(text.split())


def _items(value: str) -> tuple[str, ...]:
    cuts = [cut.span() for cut in re.finditer(words.pattern("lists.signs"), words.fold(value))]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(value)]
    items = (value[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return tuple(item for item in items if item)


def _texts(kind: FilterKind, item: str) -> tuple[str, ...]:
    """Return what is looked for: a unit in full, kinds of passages by their own names."""
    folded = words.fold(item)
    if kind is FilterKind.KIND:
        return words.passage_kinds().get(folded, ())
    if kind is FilterKind.UNIT:
        unit = read_unit(folded)
        known = None if unit is None else resources.units().unit("".join(unit))
        return (item if known is None else known.name,)
    return (item,)


def joined(found: Iterable[Filter]) -> tuple[Filter, ...]:
    """Return the filters, those of years cut to the bounds that others of them set.

    Of several years one is enough, but `年:>2019 年:<2023` means the years between.
    """
    filters = list(found)
    years = [one for one in filters if one.kind is FilterKind.YEAR and not one.without]
    if len(years) < 2:
        return tuple(filters)
    spans = [one.interval for one in years if one.interval is not None]
    bounds = [span for span in spans if span.low is None or span.high is None]
    stretches = [span for span in spans if span not in bounds]
    bound = Interval(
        max((span.low for span in bounds if span.low is not None), default=None),
        min((span.high for span in bounds if span.high is not None), default=None),
    )
    cut = [_common(span, bound) for span in stretches] or [bound]
    kept = [span for span in cut if not _is_empty(span)] or cut[:1]
    others = [one for one in filters if one not in years]
    return (*others, *(Filter(FilterKind.YEAR, interval=span) for span in kept))


def _common(one: Interval, other: Interval) -> Interval:
    low = [bound for bound in (one.low, other.low) if bound is not None]
    high = [bound for bound in (one.high, other.high) if bound is not None]
    return Interval(max(low, default=None), min(high, default=None))


def _is_empty(span: Interval) -> bool:
    return span.low is not None and span.high is not None and span.low > span.high

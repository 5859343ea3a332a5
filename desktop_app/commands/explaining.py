"""A query in words: how it was understood, and how the library is searched for it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from desktop_app.commands.output import words
from desktop_app.domain.search import Filter, FilterKind, Interval, Query, SearchPlan, Term
from desktop_app.system import resources

_COMPARED = {FilterKind.VALUE, FilterKind.GROWTH}
_SENTENCES = {
    FilterKind.CHAPTER: "explain_chapter",
    FilterKind.SECTION: "explain_section",
    FilterKind.UNIT: "explain_unit",
    FilterKind.VALUE: "explain_value",
    FilterKind.GROWTH: "explain_growth",
    FilterKind.YEAR: "explain_year",
    FilterKind.PLACE: "explain_place",
    FilterKind.KIND: "explain_kind",
}


def explained(query: Query) -> Iterator[str]:
    """Yield a sentence for each condition of a query, and for what was not understood."""
    for term in query.terms:
        yield _term(term)
    for kind in FilterKind:
        wanted = [one for one in query.filters if one.kind is kind and not one.without]
        if wanted and kind not in _COMPARED:
            yield _any_of(wanted)
        else:
            yield from map(_filter, wanted)
    yield from (_filter(one) for one in query.filters if one.without)
    for text in query.unread:
        yield words("explain_unread", text=text)


def also(query: Query) -> Iterator[str]:
    """Yield a sentence for each word that is searched for under other names too."""
    for term in query.wanted:
        if term.also:
            yield words("search_also", text=term.text, names=_listed(term.also))


def planned(plan: SearchPlan) -> Iterator[str]:
    """Yield how the library is searched."""
    if plan.indexed:
        yield words("explain_index", passages=plan.passages, match=plan.match)
    else:
        yield words("explain_reading", passages=plan.passages)
    for step in plan.steps:
        yield f"  {step}"


def _term(term: Term) -> str:
    if term.without:
        return words("explain_without", text=term.text)
    said = words("explain_wanted", text=term.text)
    if any(map(str.isdigit, term.text)):
        said += words("explain_whole_number")
    if term.value is not None:
        said += words("explain_or_value", value=_span(term.value))
    if term.also:
        said += words("explain_also", names=_listed(term.also))
    return said


def _any_of(filters: list[Filter]) -> str:
    """Return a sentence for filters of one kind of which one must hold."""
    said = [_wanted(one) for one in filters]
    both = reduce(lambda one, other: words("explain_or", one=one, other=other), said)
    return words(_SENTENCES[filters[0].kind], what=both)


def _filter(one: Filter) -> str:
    said = words(_SENTENCES[one.kind], what=_wanted(one))
    return words("explain_filtered_out", what=said) if one.without else said


def _wanted(one: Filter) -> str:
    if one.interval is not None:
        of_years = one.kind is FilterKind.YEAR
        return _span(one.interval, of_years=of_years)
    if one.kind is FilterKind.KIND:
        return words(f"explain_kind_{one.text}")
    return words("explain_quoted", text=one.text)


def _span(span: Interval, *, of_years: bool = False) -> str:
    """Return an interval in words, its bounds in 万 and 亿."""
    low, high = (
        "" if bound is None else plain(bound) if of_years else _amount(bound, span)
        for bound in (span.low, span.high)
    )
    if low and high:
        name = "explain_equal" if low == high else "explain_between"
    elif low:
        name = "explain_above" if span.low_open else "explain_from"
    else:
        name = "explain_below" if span.high_open else "explain_to"
    said = words(name, low=low, high=high)
    return words("explain_as_printed", what=said) if span.as_printed else said


def _amount(bound: Decimal, span: Interval) -> str:
    """Return a number of a base unit as one would print it: 2859000000 元 is 28.59亿元."""
    multiples = resources.units().multiples
    if not span.as_printed:
        for multiple in ("亿", "万"):
            factor = multiples[multiple].numerator
            if abs(bound) >= factor:
                return f"{plain(bound / factor)}{multiple}{span.unit}"
    return f"{plain(bound)}{span.unit}"


def plain(number: Decimal) -> str:
    """Return a number in plain notation, without noughts at the end of its decimals."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _listed(names: tuple[str, ...]) -> str:
    return words("explain_comma").join(names)

"""How a query may go on: names of filters, their values, and names of indicators."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from desktop_app.domain.search import Filter, FilterKind, Suggestion, SuggestionKind
from desktop_app.store.library import Library
from desktop_app.store.query import filters, parse, words
from desktop_app.store.query.tokens import Token, tokens
from desktop_app.store.sounds import can_be_sound, may_be_said
from desktop_app.store.vocabulary import Entry, Vocabulary

MOST = 12
"""So many suggestions are made."""

_TITLES = {FilterKind.CHAPTER, FilterKind.SECTION}
_WORD = re.compile(r"\S*")
_YEAR_BEGUN = re.compile(r"[0-9]*$")
# A number, and what is typed of its unit.
_UNIT = re.compile(r"[^\s0-9.,<>=~…-]*")
_UNIT_BEGUN = re.compile(rf"(?<=[0-9])\s?({_UNIT.pattern})$")


def complete(library: Library, typed: str, cursor: int) -> tuple[Suggestion, ...]:
    """Return how the word that ends at the cursor may go on, the likeliest first.

    `cursor` counts code points. Nothing is suggested behind a space or a closing quote, or in a
    phrase, nor what would make no sense of a filter: behind `年:abc` no year.

    Raises:
        DataError: the library is damaged.
    """
    before = typed[:cursor]
    token = next((one for one in reversed(list(tokens(before))) if one.end == len(before)), None)
    if token is None or token.is_phrase or _is_closed(before, token):
        return ()
    if token.kind is None:
        found = _words(library, typed, token)
    else:
        found = (one for one in _values(library, typed, token) if _makes_sense(typed, token, one))
    return tuple(islice((one for one in found if one.insert != typed[one.start : one.end]), MOST))


def _is_closed(before: str, token: Token) -> bool:
    """Whether the quote is closed that a filter has its value in."""
    return (
        token.is_quoted
        and token.end > token.value_start
        and (words.fold(before[token.end - 1]) == _closing(before, token))
    )


def _closing(typed: str, token: Token) -> str:
    return words.QUOTES[words.fold(typed[token.value_start - 1])]


def _makes_sense(typed: str, token: Token, one: Suggestion) -> bool:
    """Whether a filter can be read with a value in its place, and holds all of it."""
    taken = typed[: one.start] + one.insert + typed[one.end :]
    whole = next((each for each in tokens(taken) if each.start == token.start), None)
    if whole is None or whole.kind is not token.kind:
        return False
    return whole.end >= one.start + len(one.insert) and bool(filters.read(whole))


def _words(library: Library, typed: str, token: Token) -> Iterator[Suggestion]:
    """Yield the filters and indicators whose name a word may become."""
    start, end = token.end - len(token.text), _end(_WORD, typed, token)
    begun = words.fold(token.text)
    of_filter, of_indicator = SuggestionKind.FILTER, SuggestionKind.INDICATOR
    for kind in FilterKind:
        if any(name.startswith(begun) for name in words.listed(f"filters.{kind.value}")):
            text = f"{kind.value}:"
            yield Suggestion(of_filter, text, text, start, end, kind)
    for match in library.names(token.text):
        insert = as_term(match.name)
        yield Suggestion(of_indicator, match.name, insert, start, end, None, match.figures)


def _values(library: Library, typed: str, token: Token) -> Iterator[Suggestion]:
    """Yield the values that a filter may have."""
    vocabulary, cursor = library.vocabulary(_others(typed, token)), token.end
    value = words.fold(typed[token.value_start : cursor])
    if value in words.QUOTES:
        # Opened, and nothing in it yet.
        value = ""
    match token.kind:
        case FilterKind.VALUE | FilterKind.GROWTH:
            yield from _of_numbers(vocabulary, typed, token, value)
        case FilterKind.YEAR:
            begun = _YEAR_BEGUN.search(value)
            item = begun[0] if begun else ""
            years = (year for year in vocabulary.years if year.text.startswith(item))
            span = cursor - len(item), _end(_year_rest(), typed, token)
            yield from _not_listed(_suggested(years, token.kind, span), typed, token)
        case FilterKind.CHAPTER | FilterKind.SECTION:
            of_chapter = token.kind is FilterKind.CHAPTER
            entries = vocabulary.chapters if of_chapter else vocabulary.sections
            yield from _suggested(_like(entries, value), token.kind, _whole_value(typed, token))
        case FilterKind.UNIT | FilterKind.PLACE | FilterKind.KIND:
            item = re.split(words.pattern("lists.signs"), value)[-1].lstrip()
            span = cursor - len(item), _end(_item_rest(), typed, token)
            listed = _suggested(_listed(vocabulary, token.kind, item), token.kind, span)
            yield from _not_listed(listed, typed, token)


def _others(typed: str, token: Token) -> tuple[Filter, ...]:
    """Return the filters beside a token that what it lets through must pass as well.

    Of two filters of a kind that names a thing one is enough: the other does not narrow this one.
    """
    read = (
        one for each in tokens(typed) if each.start != token.start for one in filters.read(each)
    )
    compared = (FilterKind.VALUE, FilterKind.GROWTH)
    return filters.joined(
        one
        for one in read
        if one.without or token.without or one.kind is not token.kind or one.kind in compared
    )


@cache
def _year_rest() -> re.Pattern[str]:
    signs = words.pattern("lists.signs", "ranges.dots", "ranges.signs")
    return re.compile(rf"(?:(?!{signs})\S)*")


@cache
def _item_rest() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!{words.pattern('lists.signs')})\S)*")


def _not_listed(found: Iterable[Suggestion], typed: str, token: Token) -> Iterator[Suggestion]:
    """Yield the suggestions that are not in the list already, beside the item at the cursor."""
    whole = _whole(typed, token)
    value, signs = words.fold(typed[: whole.end]), words.pattern("lists.signs")
    close = _closing(typed, token) if token.is_quoted else ""
    for one in found:
        before, after = value[token.value_start : one.start], value[one.end :]
        listed = {item.strip() for item in re.split(signs, f"{before}{after.removesuffix(close)}")}
        if words.fold(one.text) not in listed:
            yield one


def _of_numbers(
    vocabulary: Vocabulary, typed: str, token: Token, value: str
) -> Iterator[Suggestion]:
    """Yield the units that a number may have; without a number, words for growth."""
    begun = _UNIT_BEGUN.search(value)
    is_growth = token.kind is FilterKind.GROWTH
    if begun is not None:
        units = [Entry(unit) for unit in words.shown("growth", "units")]
        entries = _like(units if is_growth else vocabulary.units, begun[1], within=False)
        span = token.end - len(begun[1]), _end(_UNIT, typed, token)
    else:
        said = ("rising", "falling", "level") if is_growth else ()
        texts = [Entry(words.shown("growth", key)[0]) for key in said]
        entries = _like(texts, value, within=False)
        span = token.value_start, _end(_WORD, typed, token)
    yield from _suggested(entries, token.kind, span)


def _listed(vocabulary: Vocabulary, kind: FilterKind, item: str) -> Iterator[Entry]:
    if kind is not FilterKind.KIND:
        yield from _like(vocabulary.units if kind is FilterKind.UNIT else vocabulary.places, item)
        return
    counts = {entry.text: entry.count or 0 for entry in vocabulary.kinds}
    for name, (kinds, called) in words.kinds_shown().items():
        count = sum(counts.get(one, 0) for one in kinds)
        if count and any(word.startswith(item) for word in called):
            yield Entry(name, count)


def _like(entries: Iterable[Entry], typed: str, *, within: bool = True) -> Iterator[Entry]:
    """Yield the entries that begin with folded `typed`, then those that hold or sound like it."""
    beginning, holding, sounding = [], [], []
    for entry in entries:
        folded = words.fold(entry.text)
        if folded.startswith(typed):
            beginning.append(entry)
        elif within and typed in folded:
            holding.append(entry)
        elif entry.said and can_be_sound(typed) and may_be_said(typed, entry.said):
            sounding.append(entry)
    return chain(beginning, holding, sounding)


def _suggested(
    entries: Iterable[Entry], kind: FilterKind | None, span: tuple[int, int]
) -> Iterator[Suggestion]:
    for entry in entries:
        insert = _quoted(entry.text) if kind in _TITLES else entry.text
        yield Suggestion(
            SuggestionKind.VALUE, entry.text, insert, *span, filter=kind, count=entry.count
        )


def _whole_value(typed: str, token: Token) -> tuple[int, int]:
    """Return where the value of a filter stands, with its quotes."""
    if not token.is_quoted:
        return token.value_start, _end(_WORD, typed, token)
    return token.value_start - 1, _whole(typed, token).end


def _whole(typed: str, token: Token) -> Token:
    """Return a filter with what stands behind the cursor."""
    return next(one for one in tokens(typed) if one.start == token.start)


def _end(pattern: re.Pattern[str], typed: str, token: Token) -> int:
    """Return where what `pattern` matches behind a token ends, inside the quote it stands in."""
    folded = words.fold(typed)
    found = pattern.match(folded, token.end)
    end = found.end() if found else token.end
    close = folded.find(_closing(typed, token), token.end) if token.is_quoted else -1
    return end if close < 0 else min(end, close)


def as_term(name: str) -> str:
    """Return a name as it is typed to mean that and nothing else."""
    query = parse(name, synonyms=False)
    alone = (
        not query.filters and not query.unread and [term.text for term in query.terms] == [name]
    )
    return name if alone and not any(term.without for term in query.terms) else _in_quotes(name)


def _quoted(value: str) -> str:
    has_space = len(value.split()) > 1
    return _in_quotes(value) if has_space or value[:1] in words.QUOTES else value


def _in_quotes(text: str) -> str:
    """Return a text in the first pair of quotes that it has no end of."""
    pairs = ((opening, end) for opening, end in words.QUOTES.items() if end not in text)
    opening, end = next(pairs, ("", ""))
    return f"{opening}{text}{end}"

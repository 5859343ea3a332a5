"""How a query may go on: names of filters, their values, and names of indicators."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from desktop_app.domain.search import FilterKind, Suggestion, SuggestionKind
from desktop_app.store.library import Library
from desktop_app.store.query import parse, words
from desktop_app.store.query.tokens import Token, tokens
from desktop_app.store.sounds import can_be_sound, is_said
from desktop_app.store.vocabulary import Entry, Vocabulary

MOST = 12
"""So many suggestions are made."""

_TITLES = {FilterKind.CHAPTER, FilterKind.SECTION}
_WORD, _YEAR = re.compile(r"\S*"), re.compile(r"[0-9]*")
_YEAR_BEGUN = re.compile(r"[0-9]*$")
# A number, and what is typed of its unit.
_UNIT = re.compile(r"[^\s0-9.,<>=~…-]*")
_UNIT_BEGUN = re.compile(rf"(?<=[0-9])\s?({_UNIT.pattern})$")


def complete(library: Library, typed: str, cursor: int) -> tuple[Suggestion, ...]:
    """Return how the word that ends at the cursor may go on, the likeliest first.

    `cursor` counts code points. Nothing is suggested behind a space or in a phrase.

    Raises:
        DataError: the library is damaged.
    """
    before = typed[:cursor]
    token = next((one for one in reversed(list(tokens(before))) if one.end == len(before)), None)
    if token is None or token.is_phrase:
        return ()
    found = _words(library, typed, token) if token.kind is None else _values(library, typed, token)
    return tuple(islice((one for one in found if one.insert != typed[one.start : one.end]), MOST))


def _words(library: Library, typed: str, token: Token) -> Iterator[Suggestion]:
    """Yield the filters and indicators whose name a word may become."""
    start, end = token.end - len(token.text), _end(_WORD, typed, token.end)
    begun = words.fold(token.text)
    of_filter, of_indicator = SuggestionKind.FILTER, SuggestionKind.INDICATOR
    for kind in FilterKind:
        if any(name.startswith(begun) for name in words.listed(f"filters.{kind.value}")):
            text = f"{kind.value}:"
            yield Suggestion(of_filter, text, text, start, end, kind)
    for match in library.names(token.text):
        insert = _as_term(match.name)
        yield Suggestion(of_indicator, match.name, insert, start, end, None, match.figures)


def _values(library: Library, typed: str, token: Token) -> Iterator[Suggestion]:
    """Yield the values that a filter may have."""
    vocabulary, cursor = library.vocabulary(), token.end
    value = words.fold(typed[token.value_start : cursor])
    match token.kind:
        case FilterKind.VALUE | FilterKind.GROWTH:
            yield from _of_numbers(vocabulary, typed, token, value)
        case FilterKind.YEAR:
            begun = _YEAR_BEGUN.search(value)
            item = begun[0] if begun else ""
            years = (year for year in vocabulary.years if year.text.startswith(item))
            span = cursor - len(item), _end(_YEAR, typed, cursor)
            yield from _suggested(years, token.kind, span)
        case FilterKind.CHAPTER | FilterKind.SECTION:
            of_chapter = token.kind is FilterKind.CHAPTER
            entries = vocabulary.chapters if of_chapter else vocabulary.sections
            yield from _suggested(_like(entries, value), token.kind, _whole_value(typed, token))
        case FilterKind.UNIT | FilterKind.PLACE | FilterKind.KIND:
            item = re.split(words.pattern("lists.signs"), value)[-1]
            item_end = re.compile(rf"(?:(?!{words.pattern('lists.signs')})\S)*")
            span = cursor - len(item), _end(item_end, typed, cursor)
            yield from _suggested(_listed(vocabulary, token.kind, item), token.kind, span)


def _of_numbers(
    vocabulary: Vocabulary, typed: str, token: Token, value: str
) -> Iterator[Suggestion]:
    """Yield the units that a number may have; without a number, words for growth."""
    begun = _UNIT_BEGUN.search(value)
    is_growth = token.kind is FilterKind.GROWTH
    if begun is not None:
        units = [Entry(unit) for unit in words.shown("growth", "units")]
        entries = _like(units if is_growth else vocabulary.units, begun[1], within=False)
        span = token.end - len(begun[1]), _end(_UNIT, typed, token.end)
    else:
        said = ("rising", "falling", "level") if is_growth else ()
        texts = [Entry(words.shown("growth", key)[0]) for key in said]
        entries = _like(texts, value, within=False)
        span = token.value_start, _end(_WORD, typed, token.end)
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
        elif entry.said and can_be_sound(typed) and is_said(typed, entry.said):
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
        return token.value_start, _end(_WORD, typed, token.end)
    whole = next(one for one in tokens(typed) if one.start == token.start)
    return token.value_start - 1, whole.end


def _end(pattern: re.Pattern[str], typed: str, at: int) -> int:
    """Return where what `pattern` matches behind a place ends."""
    found = pattern.match(words.fold(typed), at)
    return found.end() if found else at


def _as_term(name: str) -> str:
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

"""Reads what was typed into a search box. It never fails: what is no operator is text.

Words with spaces between them must all occur; `"…"`, `“…”`, `「…」` and `『…』` hold a phrase with
its spaces, to the end where they are left open; `-词` must not occur, nor `-章:教育`. A name of
`resources/search.toml` with a colon begins a filter: `章:教育`, `值:100..200亿元`. A comparison or
a range with dots is one of values, also without the name: `>100亿元`. A lone `-` and a negative
number are text. A word that is a number with a unit, or the name of an indicator, is also found
in other units and under other names; in a phrase nothing is read.
"""

from collections.abc import Iterator

from desktop_app.domain.search import Filter, Query, Term
from desktop_app.store.query import filters, terms
from desktop_app.store.query.tokens import Token, tokens

__all__ = ["parse"]


def parse(text: str, *, synonyms: bool = True) -> Query:
    """Return the query that `text` means; empty text is a query without terms.

    Without `synonyms` a name is found as it is typed alone.
    """
    # Half a character (from bytes that are no text, or a cut pair of UTF-16) matches nothing.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    found: list[Term | Filter] = []
    unread: list[str] = []
    for token in tokens(whole):
        parts = tuple(_read(token, synonyms))
        found += parts
        if token.kind is not None and isinstance(parts[0], Term):
            unread.append(token.text)
    return Query(
        typed=whole,
        terms=tuple(part for part in found if isinstance(part, Term)),
        filters=filters.joined(part for part in found if isinstance(part, Filter)),
        unread=tuple(unread),
    )


def _read(token: Token, synonyms: bool) -> Iterator[Term | Filter]:
    """Yield what a token means: filters of which one must hold, or a term."""
    if token.kind is not None:
        yield from filters.read(token) or (Term(token.text, token.without),)
    elif token.is_phrase or token.without:
        yield Term(token.text, token.without)
    else:
        yield terms.read(token.text, synonyms=synonyms)

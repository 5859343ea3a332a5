"""Searching a library as a user types it."""

from desktop_app.domain.bulletin import Script
from desktop_app.domain.choices import Order
from desktop_app.domain.search import SearchPlan, SearchResult, Suggestion
from desktop_app.services import completing
from desktop_app.store import query
from desktop_app.store.library import Library


def find(
    library: Library,
    text: str,
    *,
    limit: int = 50,
    script: Script = Script.HANS,
    synonyms: bool = True,
    order: Order = Order.RELEVANCE,
) -> SearchResult:
    """Return the first `limit` passages that answer `text`, with all counts.

    Text without a wanted term or filter (empty, or only exclusions) finds nothing. Snippets are in
    `script`. Without `synonyms` the name of an indicator is found as it is typed alone.

    Raises:
        DataError: the library is damaged.
    """
    read = query.parse(text, synonyms=synonyms)
    return library.search(read, limit=limit, script=script, order=order)


def plan(library: Library, text: str, *, synonyms: bool = True) -> SearchPlan:
    """Return how `library` is searched for `text`.

    Raises:
        DataError: the library is damaged.
    """
    return library.plan(query.parse(text, synonyms=synonyms))


def complete(library: Library, typed: str, cursor: int) -> tuple[Suggestion, ...]:
    """Return how what is typed may go on at the cursor, which counts code points.

    Raises:
        DataError: the library is damaged.
    """
    return completing.complete(library, typed, cursor)

"""Searching a library as a user types it."""

from desktop_app.domain.bulletin import Script
from desktop_app.domain.search import SearchResult
from desktop_app.store import query
from desktop_app.store.library import Library


def find(
    library: Library, text: str, *, limit: int = 50, script: Script = Script.HANS
) -> SearchResult:
    """Return the first `limit` passages that answer `text`, with all counts, in text order.

    Text without a wanted term (empty, or only exclusions) finds nothing. Snippets are in `script`.

    Raises:
        DataError: the library is damaged.
    """
    return library.search(query.parse(text), limit=limit, script=script)

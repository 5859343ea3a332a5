"""What the window asks as a user types: the first hits at once, then counts, marks and steps."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.choices import Order
from desktop_app.domain.finding import BulletinHits, Listing, Span
from desktop_app.domain.search import Query, SearchHit
from desktop_app.store import query
from desktop_app.store.query.tokens import tokens
from desktop_app.store.searcher import Searcher

FIRST = 24
"""So many hits fill a window, where one does not say how many its own has room for."""
LISTED = 120
"""So many are listed, and as many more whenever more are wanted."""


class Wanted(Struct, frozen=True):
    """A query and how its hits are to be listed: those of the bulletin `home` first.

    `first` hits are shown before anything is counted: each takes its time, so ask for no more
    than there is room for.
    """

    text: str
    script: Script = Script.HANS
    order: Order = Order.RELEVANCE
    synonyms: bool = True
    home: int | None = None
    limit: int = LISTED
    first: int = FIRST


def open_searcher(path: Path) -> Searcher:
    """Open the library at `path` with a connection of its own.

    Raises:
        DataError: it is missing, no library, too new or old, damaged or locked.
    """
    return Searcher(path)


def get_ready(searcher: Searcher) -> None:
    """Read what every search reads, so that the first letter typed waits no longer than another.

    Raises:
        DataError: the library is damaged.
    """
    _listed(searcher, Wanted("公报"), 1)


def first(searcher: Searcher, wanted: Wanted) -> Listing:
    """Return the first hits; nothing is counted yet.

    Raises:
        DataError: the library is damaged.
    """
    return _listed(searcher, wanted, min(wanted.first, wanted.limit))


def listed(searcher: Searcher, wanted: Wanted) -> Listing:
    """Return as many hits as are wanted; nothing is counted yet.

    Raises:
        DataError: the library is damaged.
    """
    return _listed(searcher, wanted, wanted.limit)


def counted(searcher: Searcher, listing: Listing, home: int | None = None) -> Listing:
    """Return a listing with its counts, by chapter also in the bulletin `home`.

    Raises:
        DataError: the library is damaged.
    """
    homes = () if home is None else (home,)
    return replace(listing, result=searcher.counted(listing.result, homes), counted=True)


def _listed(searcher: Searcher, wanted: Wanted, limit: int) -> Listing:
    asked = query.parse(wanted.text, synonyms=wanted.synonyms)
    result = searcher.first(
        asked,
        limit=limit,
        script=wanted.script,
        order=wanted.order,
        home=wanted.home,
    )
    chapters, titles = searcher.chapters_of(result.hits), searcher.titles_of(result.hits)
    several = len(titles) > 1
    if len(titles) == 1 and len(result.hits) == limit:
        # The list may not go so far: whether others answer decides how it looks from the start.
        several = searcher.beyond(asked, next(iter(titles)), 1) is not None
    listing = Listing(
        result,
        chapters,
        titles,
        counted=False,
        several=several,
        places={hit.bulletin_id: hit.place.rpartition("/")[2] for hit in result.hits},
        script=wanted.script,
    )
    is_foreign = any(hit.bulletin_id != wanted.home for hit in result.hits)
    return _traditional(listing) if wanted.script is Script.HANT and is_foreign else listing


def _traditional(listing: Listing) -> Listing:
    """Return a listing with its headings as they are printed in Traditional characters."""
    # What converts takes long to import, and only this wants it.
    from desktop_app.pipeline.traditional import to_traditional

    return replace(
        listing,
        chapters={
            key: replace(heading, title=to_traditional(heading.title))
            for key, heading in listing.chapters.items()
        },
        titles={key: to_traditional(title) for key, title in listing.titles.items()},
        places={key: to_traditional(place) for key, place in listing.places.items()},
    )


def hits_in(searcher: Searcher, asked: Query, bulletin_id: int) -> BulletinHits:
    """Return all that answers in one bulletin.

    Raises:
        DataError: the library is damaged.
    """
    return searcher.hits_in(asked, bulletin_id)


def beyond(searcher: Searcher, asked: Query, bulletin_id: int, step: int) -> SearchHit | None:
    """Return the nearest hit after (`step` 1) or before (-1) a bulletin, None where none is.

    Raises:
        DataError: the library is damaged.
    """
    return searcher.beyond(asked, bulletin_id, step)


def find(searcher: Searcher, typed: str, bulletin_id: int) -> tuple[Span, ...]:
    """Return where a text stands in a bulletin, compared as a search compares.

    Raises:
        DataError: the library is damaged.
    """
    return searcher.find(typed, bulletin_id)


def by_section(bulletin: Bulletin, hits: BulletinHits) -> dict[int, int]:
    """Return how many places answer in each section of `bulletin` and in those below it."""
    counts = {section.id: 0 for section in bulletin.sections}
    for section_id, count in hits.by_section.items():
        section = bulletin.section_by_id.get(section_id) if section_id is not None else None
        while section is not None:
            counts[section.id] += count
            section = bulletin.section_by_id.get(section.parent) if section.parent else None
    return counts


def without_begun(typed: str) -> str:
    """Return what is asked so far: without a filter at the end that waits for its value."""
    last = next(reversed(tuple(tokens(typed))), None)
    waits = last is not None and last.kind is not None and not last.value.strip()
    return typed[: last.start] if waits and last is not None else typed

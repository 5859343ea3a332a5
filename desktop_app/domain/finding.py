"""What a search found as a window shows it: a list with its headings, and all of one bulletin."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from desktop_app.domain.bulletin import Script
from desktop_app.domain.search import SearchResult

Span = tuple[int, int]


class Heading(Struct, frozen=True):
    """Number and title of a chapter."""

    number: str
    title: str


class Listing(Struct, frozen=True):
    """A result with the words for its groups.

    `chapters` are by bulletin id and section id, `titles` and `places` (the last part of each)
    of bulletins by their id; those of the hits that are listed. Where all of them stand in the
    bulletin that is read, they are Simplified, and its text knows better; else in `script`.
    Before it is `counted`, the result knows its hits and names alone. `several` says that more
    than one bulletin answers, also where the list does not go so far.
    """

    result: SearchResult
    chapters: Mapping[tuple[int, int], Heading] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    counted: bool = True
    several: bool = False
    places: Mapping[int, str] = field(default_factory=dict)
    script: Script = Script.HANS


class Counts(Struct, frozen=True):
    """How much was found: places of words, passages that hold them, chapters of these.

    None where it was not counted. `by_name` passages are found by the name of a figure alone.
    """

    passages: int
    places: int | None = None
    chapters: int | None = None
    by_name: int = 0


def counts_of(listing: Listing) -> Counts:
    """Return how much a listing that is counted has found."""
    result = listing.result
    return Counts(
        passages=result.total,
        places=result.places,
        # Of several bulletins only those are counted by chapter that are listed.
        chapters=None if listing.several else result.chapter_count,
        by_name=sum(hit.by_name for hit in result.hits),
    )


class PassageHit(Struct, frozen=True):
    """A passage that answers; `spans` of the reading text are what answers in it."""

    passage_id: int
    section_id: int | None
    spans: tuple[Span, ...]


class BulletinHits(Struct, frozen=True, dict=True):
    """Every passage of one bulletin that answers, in the order of the text."""

    bulletin_id: int
    hits: tuple[PassageHit, ...] = ()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """All places that answer, sorted."""
        return tuple(sorted(span for hit in self.hits for span in hit.spans))

    @cached_property
    def by_section(self) -> dict[int | None, int]:
        """How many places answer right in each section, not counting those below it."""
        counted: Counter[int | None] = Counter()
        for hit in self.hits:
            counted[hit.section_id] += len(hit.spans)
        return dict(counted)

    def passage_at(self, span: Span) -> int | None:
        """Return the passage that answers with `span`."""
        return next((hit.passage_id for hit in self.hits if span in hit.spans), None)


def next_span(spans: Sequence[Span], here: Span, step: int) -> int | None:
    """Return the number of the span after (`step` 1) or before (-1) `here`; None at the end.

    `spans` are sorted; `here` need not be one of them.
    """
    number = bisect_right(spans, here) if step > 0 else bisect_left(spans, here) - 1
    return number if 0 <= number < len(spans) else None

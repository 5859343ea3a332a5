"""A query as understood, and what it found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of text that a passage must hold, or with `without` must not hold.

    `whole_number` says that a match may not be part of a longer number (28.1 in 128.15).
    """

    text: str
    without: bool = False
    whole_number: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed and the terms read from it; all of them must hold."""

    typed: str
    terms: tuple[Term, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if not term.without)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A passage that answers a query.

    `start`, `end`: the passage in the source; `read_start`, `read_end`: in the reading text.
    `matches`: (start, end) pairs in the reading text. `marks`: pairs in `snippet`.
    """

    bulletin_id: int
    bulletin_key: str
    place: str
    year: int | None
    section_id: int | None
    passage_id: int
    start: int
    end: int
    read_start: int
    read_end: int
    matches: tuple[tuple[int, int], ...]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    figure_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChapterCount:
    """How many hits a chapter holds; `section_id` is None before the first chapter."""

    bulletin_id: int
    section_id: int | None
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The first hits of a query, with how many there are in all and by chapter.

    `total` counts the passages found, `places` where in them the query's words stand.
    """

    query: Query
    total: int
    hits: tuple[SearchHit, ...] = ()
    chapters: tuple[ChapterCount, ...] = ()
    places: int = 0

    @property
    def chapter_count(self) -> int:
        """How many chapters hold hits; what stands before or behind the chapters is none."""
        return sum(chapter.section_id is not None for chapter in self.chapters)

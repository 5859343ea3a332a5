"""A query as understood, and what it found."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Interval(Struct, frozen=True):
    """Numbers from `low` to `high`, both included unless open; None is no bound.

    They count in the base unit `unit` (元, not 万元); an empty unit stands for any. With
    `as_printed` they are numbers as a bulletin prints them, before whatever unit: 7.8 of 7.8亿元.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    as_printed: bool = False

    def holds(self, number: Decimal) -> bool:
        """Whether `number` lies inside; its unit is the caller's affair."""
        above = self.low is None or (number > self.low if self.low_open else number >= self.low)
        below = self.high is None or (
            number < self.high if self.high_open else number <= self.high
        )
        return above and below


class Term(Struct, frozen=True):
    """A stretch of text that a passage must hold, or with `without` must not hold.

    A number in it is a whole number: 28.1 is not found in 128.15. `also` are synonyms that answer
    as well, and so does a figure whose value lies in `value`.
    """

    text: str
    without: bool = False
    also: tuple[str, ...] = ()
    value: Interval | None = None


class FilterKind(StrEnum):
    """What a filter looks at: where a passage stands, or a figure in it."""

    CHAPTER = "章"
    SECTION = "节"
    UNIT = "单位"
    VALUE = "值"
    GROWTH = "增速"
    YEAR = "年"
    PLACE = "地区"
    KIND = "类"

    @property
    def is_of_figures(self) -> bool:
        return self in {FilterKind.UNIT, FilterKind.VALUE, FilterKind.GROWTH}


class Filter(Struct, frozen=True):
    """A condition beside the terms: `text` to be found in the thing, or numbers to lie between.

    Growth lies between numbers of `%`, or of another unit that the interval names.
    """

    kind: FilterKind
    text: str = ""
    interval: Interval | None = None
    without: bool = False


class Query(Struct, frozen=True):
    """What was typed, and the terms and filters read from it; all of them must hold.

    But of filters of one kind that name a thing (all but VALUE and GROWTH) one is enough.
    `unread` are filters that made no sense: they are searched as text, and that is said.
    """

    typed: str
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if not term.without)

    @property
    def asks_something(self) -> bool:
        """Whether anything is wanted; exclusions alone ask for nothing."""
        return bool(self.wanted) or any(not one.without for one in self.filters)


class SearchHit(Struct, frozen=True):
    """A passage that answers a query.

    `start`, `end`: the passage in the source; `read_start`, `read_end`: in the reading text.
    `matches`: (start, end) pairs in the reading text. `marks`: pairs in `snippet`. With `by_name`
    the text itself does not answer, but the name of the figure, which is restored from elsewhere;
    the figure is what matches then.
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
    chapter_id: int | None = None
    by_name: bool = False


class ChapterCount(Struct, frozen=True):
    """How many hits a chapter holds; `section_id` is None before the first chapter."""

    bulletin_id: int
    section_id: int | None
    count: int


class NamedBy(StrEnum):
    """How an indicator answers a query."""

    EXACT = "exact"
    PART = "part"
    SOUND = "sound"


class IndicatorMatch(Struct, frozen=True):
    """An indicator whose name, synonym or pinyin answers a query, and how many figures it has."""

    name: str
    figures: int
    by: NamedBy


class SearchResult(Struct, frozen=True):
    """The first hits of a query, with how many there are in all and by chapter.

    `total` counts the passages whose text answers, `places` the words and figures in them that do;
    None where they are too many to be read for it.
    Hits that are found by the name of a figure alone are among `hits`, not counted in `total`.
    """

    query: Query
    total: int
    hits: tuple[SearchHit, ...] = ()
    chapters: tuple[ChapterCount, ...] = ()
    places: int | None = 0
    indicators: tuple[IndicatorMatch, ...] = ()

    @property
    def chapter_count(self) -> int:
        """How many chapters hold hits; what stands before or behind the chapters is none."""
        return sum(chapter.section_id is not None for chapter in self.chapters)


class SearchPlan(Struct, frozen=True):
    """How a library is searched: `passages` are read, or an index is asked.

    `match` is what the index is asked for, `steps` are SQLite's own words for its way.
    """

    passages: int
    indexed: bool = False
    match: str = ""
    steps: tuple[str, ...] = ()


class SuggestionKind(StrEnum):
    """What a suggestion completes."""

    FILTER = "filter"
    VALUE = "value"
    INDICATOR = "indicator"


class Suggestion(Struct, frozen=True):
    """A way to go on typing: `insert`, in place of characters `start` to `end` of what is typed.

    `text` is what is shown; `filter` is the filter that it is, or is a value of. `count`: how many
    figures an indicator or a unit has, how many bulletins a year or a place, how many passages a
    chapter, a section or a kind; None where nothing is counted.
    """

    kind: SuggestionKind
    text: str
    insert: str
    start: int
    end: int
    filter: FilterKind | None = None
    count: int | None = None

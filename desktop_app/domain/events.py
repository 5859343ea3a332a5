"""What one pane tells another: the payload of every signal.

What the first sight of a text needs lies in `reading_events`: a start makes no more classes.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from desktop_app.domain.bulletin import Figure
from desktop_app.domain.choices import Order
from desktop_app.domain.reading_events import (
    BookmarkChosen,
    BulletinWanted,
    CompletionWanted,
    FigureChosen,
    MarginMark,
    MenuWanted,
    NoteChosen,
    PlaceReached,
    PlaceWanted,
    QuerySaved,
    QueryTyped,
    ResultStepped,
    SearchChoices,
    SectionChosen,
    ZoomStepped,
)
from desktop_app.domain.search import SearchHit

__all__ = [
    "BookmarkChosen",
    "BookmarkNoted",
    "BookmarksDropped",
    "BulletinWanted",
    "ChartKindChosen",
    "ChartPicture",
    "ComparedChosen",
    "ComparedCopy",
    "CompletionWanted",
    "FigureChosen",
    "FiguresSelected",
    "FiguresShown",
    "FileWanted",
    "FindingChosen",
    "HitChosen",
    "MarginMark",
    "MenuWanted",
    "NoteChosen",
    "OrderChosen",
    "PageShown",
    "PlaceReached",
    "PlaceWanted",
    "QueryChosen",
    "QuerySaved",
    "QueryTyped",
    "ResultStepped",
    "SearchChoices",
    "SectionChosen",
    "SynonymsSwitched",
    "TableChoices",
    "TableSifting",
    "ZoomStepped",
]


class HitChosen(Struct, frozen=True):
    """The user chose a result; `stay` keeps the keyboard where it is.

    The first of its matches is meant, or with `at_end` the last.
    """

    hit: SearchHit
    stay: bool = False
    at_end: bool = False


class FiguresShown(Struct, frozen=True):
    """The figure table shows other figures; `section_id` is their chapter, None for all.

    `sifted` is what they were sifted by; `units` are the units chosen for them, by dimension.
    """

    figures: tuple[Figure, ...]
    section_id: int | None
    sifted: str = ""
    units: Mapping[str, str] = field(default_factory=dict)


class TableChoices(Struct, frozen=True):
    """How the user wants figures shown: columns beside the names, and a unit by dimension."""

    columns: tuple[str, ...]
    units: Mapping[str, str] = field(default_factory=dict)


class TableSifting(Struct, frozen=True):
    """What the rows of the figure table are sifted and sorted by; -1 is the order of the text."""

    text: str
    column: int
    descending: bool


class FiguresSelected(Struct, frozen=True):
    """The user selected these rows of the figure table, in their order; none were left: empty."""

    figure_ids: tuple[int, ...]


class ComparedChosen(Struct, frozen=True):
    """The user chose a row of a comparison, by its number; `enter` as in FigureChosen."""

    number: int
    enter: bool = False


class ComparedCopy(Struct, frozen=True):
    """The user wants rows of a comparison: the selected ones by `copy`, or all in a file."""

    form: str = "copy"


class PageShown(Struct, frozen=True):
    """The page beside the tables of figures is shown, or with `shown` False a table again."""

    shown: bool


class QueryChosen(Struct, frozen=True):
    """The user chose a query that was kept, or one that is proposed."""

    text: str


class OrderChosen(Struct, frozen=True):
    """The user chose how results are ordered."""

    order: Order


class SynonymsSwitched(Struct, frozen=True):
    """The user switched synonyms on or off."""

    on: bool


class FileWanted(Struct, frozen=True):
    """A file to be looked at, in a window of its own."""

    path: Path


class FindingChosen(Struct, frozen=True):
    """The user chose what the audit found, by its number in the bulletin; `stay` as in a hit."""

    number: int
    stay: bool = False


class BookmarkNoted(Struct, frozen=True):
    """The user wrote a note at a bookmark."""

    bookmark_id: str
    note: str


class BookmarksDropped(Struct, frozen=True):
    """The user deleted bookmarks."""

    bookmark_ids: tuple[str, ...]


class ChartKindChosen(Struct, frozen=True):
    """The user chose a kind of chart, by its name."""

    kind: str


class ChartPicture(Struct, frozen=True):
    """The user wants the chart as a picture: `copy`, or saved as `png` or `svg`."""

    form: str

"""What one pane tells another: the payload of every signal.

What the first sight of a text needs lies in `reading_events`: a start makes no more classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

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
    "ZoomStepped",
]


@dataclass(frozen=True, slots=True)
class HitChosen:
    """The user chose a result; `stay` keeps the keyboard where it is.

    The first of its matches is meant, or with `at_end` the last.
    """

    hit: SearchHit
    stay: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class FiguresShown:
    """The figure table shows other figures; `section_id` is their chapter, None for all.

    `sifted` is what they were sifted by; `units` are the units chosen for them, by dimension.
    """

    figures: tuple[Figure, ...]
    section_id: int | None
    sifted: str = ""
    units: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableChoices:
    """How the user wants figures shown: columns beside the names, and a unit by dimension."""

    columns: tuple[str, ...]
    units: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FiguresSelected:
    """The user selected these rows of the figure table, in their order; none were left: empty."""

    figure_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QueryChosen:
    """The user chose a query that was kept, or one that is proposed."""

    text: str


@dataclass(frozen=True, slots=True)
class OrderChosen:
    """The user chose how results are ordered."""

    order: Order


@dataclass(frozen=True, slots=True)
class SynonymsSwitched:
    """The user switched synonyms on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class FileWanted:
    """A file to be looked at, in a window of its own."""

    path: Path


@dataclass(frozen=True, slots=True)
class FindingChosen:
    """The user chose what the audit found, by its number in the bulletin; `stay` as in a hit."""

    number: int
    stay: bool = False


@dataclass(frozen=True, slots=True)
class BookmarkNoted:
    """The user wrote a note at a bookmark."""

    bookmark_id: str
    note: str


@dataclass(frozen=True, slots=True)
class BookmarksDropped:
    """The user deleted bookmarks."""

    bookmark_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartKindChosen:
    """The user chose a kind of chart, by its name."""

    kind: str


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """The user wants the chart as a picture: `copy`, or saved as `png` or `svg`."""

    form: str

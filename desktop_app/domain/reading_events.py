"""What panes tell each other from the start, while the text is read; `events` has all there is."""

from dataclasses import dataclass

from desktop_app.domain.choices import Order


@dataclass(frozen=True, slots=True)
class SectionChosen:
    """The user chose a heading."""

    section_id: int


@dataclass(frozen=True, slots=True)
class FigureChosen:
    """The user chose a figure, in the text, the table or the chart.

    `growth` says that the number chosen states its growth: a copy means that one.
    With `enter` the keyboard is to go on in the text, at its sentence.
    """

    figure_id: int
    growth: bool = False
    enter: bool = False


@dataclass(frozen=True, slots=True)
class NoteChosen:
    """The user goes to a note or back from it: to this offset of the reading text."""

    read_offset: int


@dataclass(frozen=True, slots=True)
class MenuWanted:
    """The user asked for a context menu at a place of the screen, in device-independent pixels.

    `read_offset` is the place of the reading text under the mouse, None where there is no text.
    """

    x_px: int
    y_px: int
    read_offset: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceReached:
    """The reader shows this offset of the reading text at its top."""

    read_offset: int
    section_id: int | None


@dataclass(frozen=True, slots=True)
class QueryTyped:
    """The search box holds this text; an input method's uncommitted text is not in it."""

    text: str


@dataclass(frozen=True, slots=True)
class ResultStepped:
    """The user moved through the results from the search box: 1 is down, -1 is up."""

    step: int


@dataclass(frozen=True, slots=True)
class PlaceWanted:
    """A place to be shown: this offset of a bulletin's reading text at the top."""

    bulletin_id: int
    read_offset: int


@dataclass(frozen=True, slots=True)
class ZoomStepped:
    """The user asked for larger (1) or smaller (-1) text."""

    step: int


@dataclass(frozen=True, slots=True)
class SearchChoices:
    """How the user wants results listed: their order, and whether synonyms answer too."""

    order: Order = Order.RELEVANCE
    synonyms: bool = True


@dataclass(frozen=True, slots=True)
class BookmarkChosen:
    """The user chose a bookmark by its id; `stay` keeps the keyboard where it is."""

    bookmark_id: str
    stay: bool = False


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A mark in the margin of the text, beside a stretch of the reading text; `note` is shown."""

    bookmark_id: str
    span: tuple[int, int]
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuerySaved:
    """The user saved a query, or with `saved` False took it out of those saved."""

    text: str
    saved: bool


@dataclass(frozen=True, slots=True)
class CompletionWanted:
    """The search box holds `text`, in which the user types at `cursor`, in code points."""

    text: str
    cursor: int


@dataclass(frozen=True, slots=True)
class BulletinWanted:
    """Another bulletin of the library is to be shown, where it was left."""

    bulletin_id: int

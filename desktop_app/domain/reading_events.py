"""What panes tell each other from the start, while the text is read; `events` has all there is."""

from msgspec import Struct

from desktop_app.domain.choices import Order


class SectionChosen(Struct, frozen=True):
    """The user chose a heading."""

    section_id: int


class FigureChosen(Struct, frozen=True):
    """The user chose a figure, in the text, the table or the chart.

    `growth` says that the number chosen states its growth: a copy means that one.
    With `enter` the keyboard is to go on in the text, at its sentence.
    """

    figure_id: int
    growth: bool = False
    enter: bool = False


class NoteChosen(Struct, frozen=True):
    """The user goes to a note or back from it: to this offset of the reading text."""

    read_offset: int


class MenuWanted(Struct, frozen=True):
    """The user asked for a context menu at a place of the screen, in device-independent pixels.

    `read_offset` is the place of the reading text under the mouse, None where there is no text.
    """

    x_px: int
    y_px: int
    read_offset: int | None = None


class PlaceReached(Struct, frozen=True):
    """The reader shows this offset of the reading text at its top."""

    read_offset: int
    section_id: int | None


class QueryTyped(Struct, frozen=True):
    """The search box holds this text; an input method's uncommitted text is not in it."""

    text: str


class ResultStepped(Struct, frozen=True):
    """The user moved through the results from the search box: 1 is down, -1 is up."""

    step: int


class PlaceWanted(Struct, frozen=True):
    """A place to be shown: this offset of a bulletin's reading text at the top.

    `figure_id` is the figure that was chosen there, and is to be chosen again where in sight.
    """

    bulletin_id: int
    read_offset: int
    figure_id: int | None = None

    def is_at(self, other: "PlaceWanted | None") -> bool:
        """Whether the same line is at the top, whatever is chosen."""
        if other is None:
            return False
        return (self.bulletin_id, self.read_offset) == (other.bulletin_id, other.read_offset)


class ZoomStepped(Struct, frozen=True):
    """The user asked for larger (1) or smaller (-1) text."""

    step: int


class SearchChoices(Struct, frozen=True):
    """How the user wants results listed: their order, and whether synonyms answer too."""

    order: Order = Order.RELEVANCE
    synonyms: bool = True


class BookmarkChosen(Struct, frozen=True):
    """The user chose a bookmark by its id; `stay` keeps the keyboard where it is."""

    bookmark_id: str
    stay: bool = False


class MarginMark(Struct, frozen=True):
    """A mark in the margin of the text, beside a stretch of the reading text; `note` is shown."""

    bookmark_id: str
    span: tuple[int, int]
    note: str = ""


class QuerySaved(Struct, frozen=True):
    """The user saved a query, or with `saved` False took it out of those saved."""

    text: str
    saved: bool


class CompletionWanted(Struct, frozen=True):
    """The search box holds `text`, in which the user types at `cursor`, in code points."""

    text: str
    cursor: int


class BulletinWanted(Struct, frozen=True):
    """Another bulletin of the library is to be shown, where it was left."""

    bulletin_id: int

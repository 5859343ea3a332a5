"""A bookmark: a place of a bulletin that the user marked, and what he noted there."""

from enum import StrEnum

from msgspec import Struct, field


class Bookmark(Struct, frozen=True):
    """A stretch of a bulletin, described well enough to be found again when its text moved.

    `id` is its own in every file it is taken to. `source_start` and `source_end` are offsets into
    the source text of the document `document_key`, whose file had the SHA-256 `sha256`. `quote`,
    `before` and `after` are the stretch and what stood round it, as read, in Simplified.
    `indicator` is the name of the figure that was marked, empty where it was text. `title` and
    `chapter` say where it was, also once the bulletin has gone. `created` and `changed` are
    ISO 8601 in UTC.
    """

    id: str
    document_key: str
    source_start: int
    source_end: int
    quote: str
    sha256: str = ""
    title: str = ""
    chapter: str = ""
    before: str = ""
    after: str = ""
    indicator: str = ""
    note: str = ""
    created: str = ""
    changed: str = ""


class Whereabouts(StrEnum):
    """Where the place of a bookmark is: in the open bulletin, in another one, or nowhere.

    LOST: its bulletin is open, but the place is not in its text any more. GONE: the library does
    not hold its bulletin.
    """

    HERE = "here"
    ELSEWHERE = "elsewhere"
    LOST = "lost"
    GONE = "gone"


class PlacedBookmark(Struct, frozen=True):
    """A bookmark and where it is: `bulletin_id` in the library that is open, None for GONE ones.

    `span` frames it in the reading text of the open bulletin; None where it is not HERE.
    `chapter` is its heading, of today where that is known. `quote` is as shown.
    """

    bookmark: Bookmark
    whereabouts: Whereabouts
    chapter: str = ""
    quote: str = ""
    bulletin_id: int | None = None
    span: tuple[int, int] | None = None


class Shelf(Struct, frozen=True):
    """All bookmarks as a list shows them, in its order.

    `open_id` is the bulletin that is open. `kept` says whether they outlive the program, `unsaved`
    how many changes the user's own file has not taken yet.
    """

    bookmarks: tuple[PlacedBookmark, ...] = field(default=())
    open_id: int | None = None
    kept: bool = True
    unsaved: int = 0

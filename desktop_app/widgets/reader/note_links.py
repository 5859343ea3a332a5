"""From a mark in the text to its note, and from the note back to where it is cited."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services import footnotes

if TYPE_CHECKING:
    from desktop_app.domain.outline import Note

Span = tuple[int, int]


class NoteLink(Struct, frozen=True):
    """A mark at `span` of the reading text that leads to `target`; `back` is from the note."""

    span: Span
    target: Span
    note: "Note"
    back: bool


class NoteLinks:
    """The links of a bulletin. A note leads back to the place that one came to it from."""

    def __init__(self, bulletin: Bulletin | None) -> None:
        self.all = sorted(_links(bulletin), key=lambda link: link.span) if bulletin else []
        self._starts = [link.span[0] for link in self.all]
        self._came_from: dict[Span, Span] = {}

    def at(self, read_offset: int) -> NoteLink | None:
        """Return the link whose mark holds an offset of the reading text."""
        index = bisect_right(self._starts, read_offset) - 1
        if index < 0 or read_offset >= self.all[index].span[1]:
            return None
        return self.all[index]

    def neighbour(self, read_offset: int, step: int) -> NoteLink | None:
        """Return the link whose mark begins next after (`step` 1) or before (-1) an offset."""
        if step > 0:
            index = bisect_right(self._starts, read_offset)
        else:
            index = bisect_left(self._starts, read_offset) - 1
        return self.all[index] if 0 <= index < len(self.all) else None

    def follow(self, link: NoteLink) -> Span:
        """Return where a link leads, and remember where it was followed from."""
        if link.back:
            return self._came_from.get(link.span, link.target)
        self._came_from[link.target] = link.span
        return link.target


def _links(bulletin: Bulletin) -> Iterator[NoteLink]:
    for note in footnotes.cited(bulletin):
        own = footnotes.own_mark(bulletin, note)
        yield NoteLink(own, note.cited[0], note, back=True)
        for span in note.cited:
            yield NoteLink(span, own, note, back=False)

"""Where a text is read: what stands at the top of the view, and how to get to a place."""

from bisect import bisect_right

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.reading_events import PlaceReached
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.view import ReaderView

_TOP_GAP = 6
BELOW_RIM = -_TOP_GAP
"""How far over the rim a line begins that is gone to: it stands a little below."""
# So many sizes of the body below the rim a heading counts as read.
_READ_BELOW = 3


class ReadingPlace(QObject):
    """The place in a view. One that was gone to stays the place while nothing is scrolled.

    Signals:
        moved: other lines are in sight, or the same ones set anew.
        changed: another offset of the reading text stands at the top (PlaceReached).
    """

    moved = Signal()
    changed = Signal(object)

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._text: ReaderDocument | None = None
        self._starts: list[int] = []
        self._pinned: tuple[int, int] | None = None
        # How far the line at the top reaches over the rim, where nothing is pinned there.
        self._above = 0
        self.now = PlaceReached(0, None)
        view.verticalScrollBar().valueChanged.connect(self._follow)
        view.resized.connect(self._on_resized)

    def set_bulletin(self, bulletin: Bulletin | None) -> None:
        """Count places in the sections of `bulletin`; the first one reached is a new one."""
        self._starts = [s.title_read_start for s in bulletin.sections] if bulletin else []
        self.now = PlaceReached(-1, None)

    def set_text(self, text: ReaderDocument | None) -> None:
        """Read `text` from now on; `go` or `go_back` tells where."""
        self._text = text

    def go(self, read_offset: int, *, above: int | None = BELOW_RIM, pin: bool = True) -> None:
        """Scroll so that the line starts `above` pixels over the rim; None is the very top."""
        if self._text is None:
            return
        top = position = 0
        if above is not None:
            self._text.write_page_below(read_offset)
            position = self._text.to_document(read_offset)
            top = self._view.line_top(position) + above
        self._scroll(top, position)
        scrolled = self._view.verticalScrollBar().value()
        self._pinned = (scrolled, read_offset) if pin else None
        self._follow()

    def here(self) -> tuple[int, int | None, bool]:
        """Return what brings the line at the top back to where it is, once the text is another."""
        assert self._text is not None
        position = self._view.position_at(0)
        scrolled = self._view.verticalScrollBar().value()
        above = scrolled - self._view.line_top(position) if scrolled else None
        return self._text.to_reading(position), above, self._pinned is not None

    def go_back(self, here: tuple[int, int | None, bool]) -> None:
        """Go where `here` was taken."""
        read_offset, above, pin = here
        self.go(read_offset, above=above, pin=pin)

    def reveal(self, span: tuple[int, int]) -> None:
        """Scroll only where the stretch is out of sight, and then to a third from the top."""
        if self._text is None:
            return
        self._text.write_page_below(self._text.to_reading(span[0]))
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        top = self._view.line_top(span[0])
        if not bar.value() <= top <= bar.value() + room - _READ_BELOW * self._text.style.px:
            self._pinned = None
            wanted = max(top - room // 3, 0)
            # With a whole line at the top, unless that one is what is to be seen, or below it.
            first = min(self._view.whole_line_from(wanted), top) - _TOP_GAP if wanted else 0
            self._scroll(first, span[0])

    def select(self, read_start: int, read_end: int) -> None:
        """Bring a stretch of the reading text into sight and select it."""
        if self._text is not None:
            span = self._text.to_document(read_start), self._text.to_document(read_end)
            self.reveal(span)
            self._view.select_in_sight(*span)

    def sees(self, read_start: int, read_end: int) -> bool:
        """Whether any of a stretch of the reading text is in sight."""
        if self._text is None:
            return False
        first, last = self._text.to_document(read_start), self._text.to_document(read_end)
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        top, bottom = self._view.line_top(first), self._view.line_top(last)
        return top < bar.value() + room and bottom + self._text.style.px > bar.value()

    def _scroll(self, top: int, position: int = 0) -> None:
        """Scroll to `top`, which is on the page of a position of the document or above it."""
        bar = self._view.verticalScrollBar()
        if top > bar.maximum():
            # The text is laid out in steps, and the bar goes no further than they came.
            bar.setMaximum(max(bar.maximum(), self._view.lowest_top(position)))
        bar.setValue(max(top, 0))

    def _follow(self, _value: int = 0) -> None:
        if self._text is None or self._view.resizing:
            return
        self.moved.emit()
        value = self._view.verticalScrollBar().value()
        if self._pinned is not None and self._pinned[0] != value:
            self._pinned = None
        if self._pinned is not None:
            offset = seen = self._pinned[1]
        else:
            position = self._view.position_at(0)
            offset = self._text.to_reading(position) if value else 0
            self._above = value - self._view.line_top(position)
            below = self._view.position_at(_READ_BELOW * self._text.style.px)
            seen = self._text.to_reading(below)
        place = PlaceReached(offset, self._section_at(seen))
        if place != self.now:
            self.now = place
            self.changed.emit(place)

    def _section_at(self, read_offset: int) -> int | None:
        """Return the section read there; what precedes the first one counts as that one."""
        if self._text is None or not self._starts:
            return None
        sections = self._text.bulletin.sections
        return sections[max(bisect_right(self._starts, read_offset) - 1, 0)].id

    def _on_resized(self) -> None:
        place = self.now.read_offset
        if self._text is not None and place >= 0:
            pinned = self._pinned is not None
            above = BELOW_RIM if pinned else self._above
            self.go(place, above=above if place else None, pin=pinned)

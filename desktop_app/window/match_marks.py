"""One set of marks in the reader for two that want some: the find bar goes before the search."""

from collections.abc import Sequence

from desktop_app.domain.finding import Span
from desktop_app.widgets.reader import ReaderPane


class MatchMarks:
    """Keeps what a search has found in the text while the find bar has its own marks."""

    def __init__(self, reader: ReaderPane) -> None:
        self._reader = reader
        self._searched: tuple[Span, ...] = ()
        self._current: Span | None = None
        self.finding = False

    def set_search(self, spans: Sequence[Span], current: Span | None = None) -> None:
        """Mark what a search has found; without `current`, the one before stays if it is found."""
        kept = self._current if self._current in spans else None
        self._searched, self._current = tuple(spans), current or kept
        if not self.finding:
            self._reader.mark_matches(self._searched, current)

    def show(self, current: Span) -> None:
        """Mark a match stronger, also one of a bulletin whose matches are not yet known."""
        self._current = current
        if not self.finding:
            self._reader.mark_matches(self._searched, current)

    def current(self) -> Span | None:
        """Return the match that the search is at."""
        return self._current

    def set_find(self, spans: Sequence[Span], current: Span | None) -> None:
        """Mark what the find bar has found."""
        self.finding = True
        self._reader.mark_matches(spans, current)

    def leave_find(self) -> None:
        """Mark again what the search has found; the text stays where it is."""
        if self.finding:
            self.finding = False
            self._reader.mark_matches((), None)
            self._reader.mark_matches(self._searched, None)

"""Where the user was before a search: the tab on the left, and the place in the text."""

from desktop_app.domain.reading_events import PlaceWanted
from desktop_app.services.reading import OpenBulletin
from desktop_app.window.panes import CONTENTS_TAB, Panes


class WayBack:
    """Remembers where a search began, until the user reads on somewhere else."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._place: PlaceWanted | None = None
        self._tab = CONTENTS_TAB
        self._has_opened_hit = False

    def remember(self, opened: OpenBulletin | None, *, begins: bool) -> None:
        """Take note of where the user is; where a search goes on, it began somewhere else."""
        if begins:
            self._tab = self._panes.tabs.currentIndex()
        if self._place is None and opened is not None:
            self._place = PlaceWanted(opened.id, self._panes.reader.place().read_offset)
        self._has_opened_hit = False

    def resume(self, before: "WayBack") -> None:
        """Lead back to where the same way of the window before leads."""
        self._place, self._tab, self._has_opened_hit = before.leads()

    def leads(self) -> tuple[PlaceWanted | None, int, bool]:
        """Return place and tab, and whether a hit has been opened since."""
        return self._place, self._tab, self._has_opened_hit

    def hit_opened(self) -> None:
        """Take it that the user may read on from a hit."""
        self._has_opened_hit = True

    def moved_on(self, *, searches: bool) -> None:
        """Forget the place where the user reads on from a hit, or does not search any more."""
        if self._has_opened_hit or not searches:
            self._place = None

    def take_place(self) -> PlaceWanted | None:
        """Return the place to go back to, once."""
        place, self._place = self._place, None
        return place

    def restore_tab(self) -> None:
        """Show the tab that was shown before the search."""
        self._panes.tabs.setCurrentIndex(self._tab)

"""All that searches: the box with its results, the find bar, and the queries that are kept."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.bulletin import Script
from desktop_app.domain.reading_events import SearchChoices
from desktop_app.services.reading import OpenBulletin
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.window.after_paint import AfterPaint
from desktop_app.window.lanes import SearchLanes
from desktop_app.window.panes import Panes
from desktop_app.window.query_keeper import QueryKeeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.events import HitChosen
    from desktop_app.window.search_parts import SearchParts


class Searching(QObject):
    """What searches, made after the text has been seen, or when it is first wanted.

    Signals:
        hit_wanted: a hit is to be shown, in the bulletin that is open or in another (HitChosen).
        place_wanted: a place in another bulletin is to be shown (PlaceWanted).
        choices_changed: the user chose how results are listed (SearchChoices).
    """

    hit_wanted = Signal(object)
    place_wanted = Signal(object)
    choices_changed = Signal(object)

    def __init__(
        self, lanes: SearchLanes, user: Runner[Any], panes: Panes, failed: Failed, parent: QObject
    ) -> None:
        """`user` works with the user's own database."""
        super().__init__(parent)
        self._lanes, self._panes, self._failed = lanes, panes, failed
        # Made at once: ↓ in the box offers the queries asked before to whoever is quick.
        self._queries = QueryKeeper(user, panes.box, failed, self)
        self._parts: SearchParts | None = None
        self._told: dict[str, Callable[[SearchParts], None]] = {}
        panes.box.query_changed.connect(self._on_typed_early)
        panes.tabs.currentChanged.connect(self.load)

    def load_after_paint_of(self, widget: QWidget) -> None:
        """Make what searches once `widget` has been painted, unless it is there already."""
        if self._parts is None:
            AfterPaint(widget, self.load)

    def load(self) -> None:
        """Make what searches now."""
        self.parts()

    def parts(self) -> "SearchParts":
        """Return what searches."""
        if self._parts is None:
            from desktop_app.window.search_parts import SearchParts

            self._panes.box.query_changed.disconnect(self._on_typed_early)
            parts = SearchParts(self._lanes, self._panes, self._failed, self)
            self._parts = parts
            self._queries.join(self._panes.results)
            parts.search.accepted.connect(self._queries.remember)
            parts.search.hit_wanted.connect(self.hit_wanted)
            parts.search.place_wanted.connect(self.place_wanted)
            parts.search.choices_changed.connect(self.choices_changed)
            # In the order first told.
            for tell in self._told.values():
                tell(parts)
            self._told.clear()
        return self._parts

    def _on_typed_early(self) -> None:
        """Let what is typed before anything listens be heard."""
        self.parts()
        box = self._panes.box
        box.forget_asked()
        box.ask(box.text())

    def _tell(self, what: str, tell: "Callable[[SearchParts], None]") -> None:
        if self._parts is not None:
            tell(self._parts)
        else:
            self._told[what] = tell

    def load_queries(self) -> None:
        """Offer the queries that are kept."""
        self._queries.load()

    def set_choices(self, choices: SearchChoices) -> None:
        """List results like this from now on."""
        self._tell("choices", lambda parts: parts.search.set_choices(choices))

    def set_script(self, script: Script) -> None:
        """Show hits in `script`."""
        self._tell("script", lambda parts: parts.search.set_script(script))

    def set_bulletin(self, opened: OpenBulletin) -> None:
        """Take what is found as found in this bulletin."""
        self._tell("bulletin", lambda parts: parts.set_bulletin(opened))

    def show_hit(self, chosen: "HitChosen") -> None:
        """Show a hit of the open bulletin."""
        self.parts().show_hit(chosen)

    def resume(self, before: "Searching", text: str) -> None:
        """Go on where the window before is; `text` stands in its box, asked or not."""
        parts = before.made()
        is_asked = parts is not None and parts.search.is_on()
        self._panes.box.write(text, asked=is_asked)
        if parts is not None:
            self.parts().resume(parts)

    def made(self) -> "SearchParts | None":
        """Return what searches, if it is there."""
        return self._parts

    def find(self) -> None:
        """Find in the bulletin that is open."""
        self.parts().finder.open()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match of what was asked last."""
        self.parts().step(step)

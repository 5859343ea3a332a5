"""All that searches: the box with its results, the find bar, and the queries that are kept."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bulletin import Script
from desktop_app.domain.events import HitChosen, SearchChoices
from desktop_app.services.reading import OpenBulletin
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.window.completer import Completer
from desktop_app.window.find_control import FindControl
from desktop_app.window.lanes import SearchLanes
from desktop_app.window.match_marks import MatchMarks
from desktop_app.window.panes import Panes
from desktop_app.window.query_keeper import QueryKeeper
from desktop_app.window.search_control import SearchControl


class Searching(QObject):
    """Lets the find bar and the search box take turns with keys and marks.

    Signals:
        hit_wanted: a match in another bulletin is to be shown (HitChosen).
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
        lane = lanes.search
        marks = MatchMarks(panes.reader)
        self._search = SearchControl(lanes, panes, marks, failed, self)
        self._finder = FindControl(lane, panes, marks, failed, self)
        self._completer = Completer(lane, panes.box, failed, self)
        self._queries = QueryKeeper(user, panes, failed, self)
        self._search.accepted.connect(self._queries.remember)
        self._search.hit_wanted.connect(self.hit_wanted)
        self._search.place_wanted.connect(self.place_wanted)
        self._search.choices_changed.connect(self.choices_changed)
        panes.box.query_changed.connect(lambda _typed: self._finder.leave())
        panes.reader.escaped.connect(self._on_escaped)

    def load_queries(self) -> None:
        """Offer the queries that are kept."""
        self._queries.load()

    def set_choices(self, choices: SearchChoices) -> None:
        """List results like this from now on."""
        self._search.set_choices(choices)

    def set_script(self, script: Script) -> None:
        """Show hits in `script`."""
        self._search.set_script(script)

    def set_bulletin(self, opened: OpenBulletin) -> None:
        """Take what is found as found in this bulletin."""
        self._completer.set_ready()
        self._search.set_bulletin(opened)
        self._finder.set_bulletin(opened)

    def show_hit(self, chosen: HitChosen) -> None:
        """Show a hit of the open bulletin."""
        self._finder.leave()
        self._search.show_hit(chosen)

    def find(self) -> None:
        """Find in the bulletin that is open."""
        self._finder.open()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match of what was asked last."""
        (self._finder if self._finder.is_open() else self._search).step(step)

    def _on_escaped(self) -> None:
        """Put away one thing: the find bar, else the search."""
        if self._finder.is_open():
            self._finder.close()
        else:
            self._search.dismiss()

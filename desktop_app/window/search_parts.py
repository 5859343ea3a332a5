"""The controls of everything that searches, and who of them has the turn."""

from PySide6.QtCore import QObject

from desktop_app.domain.events import HitChosen
from desktop_app.services import finding
from desktop_app.services.reading import OpenBulletin
from desktop_app.tasks.runner import Failed
from desktop_app.window.completer import Completer
from desktop_app.window.find_control import FindControl
from desktop_app.window.lanes import SearchLanes
from desktop_app.window.match_marks import MatchMarks
from desktop_app.window.panes import Panes
from desktop_app.window.search_control import SearchControl


class SearchParts(QObject):
    """Lets the find bar and the search box take turns with keys and marks."""

    def __init__(self, lanes: SearchLanes, panes: Panes, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane = lanes.search
        self._is_ready = False
        marks = MatchMarks(panes.reader)
        self.search = SearchControl(lanes, panes, marks, failed, self)
        self.finder = FindControl(lane, panes, marks, failed, self)
        self._completer = Completer(lane, panes.box, failed, self)
        panes.box.query_changed.connect(lambda _typed: self.finder.leave())
        panes.reader.escaped.connect(self._on_escaped)

    def set_bulletin(self, opened: OpenBulletin) -> None:
        """Take what is found as found in this bulletin."""
        if not self._is_ready:
            self._is_ready = True
            # What fails here fails again, and is told, once something is searched.
            self._lane.run("ready", finding.get_ready, _ignore, _ignore)
        self._completer.set_ready()
        self.search.set_bulletin(opened)
        self.finder.set_bulletin(opened)

    def show_hit(self, chosen: HitChosen) -> None:
        """Show a hit of the open bulletin."""
        self.finder.leave()
        self.search.show_hit(chosen)

    def resume(self, before: "SearchParts") -> None:
        """Go on where the same controls of the window before are."""
        self.search.resume(before.search.left())
        self.finder.resume(before.finder)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match of what was asked last."""
        (self.finder if self.finder.is_open() else self.search).step(step)

    def _on_escaped(self) -> None:
        """Put away one thing: the find bar, else the search."""
        if self.finder.is_open():
            self.finder.close()
        else:
            self.search.dismiss()


def _ignore(_answer: object) -> None:
    """Nobody waits for it."""

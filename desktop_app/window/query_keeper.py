"""Queries asked before and saved: from the user's own database to where they are offered."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_app.domain.reading_events import QuerySaved
from desktop_app.itemmodels.queries import QueryKind, QueryRow
from desktop_app.services import queries
from desktop_app.services.queries import KeptQueries
from desktop_app.store.userdata import UserData
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from desktop_app.domain.events import QueryChosen
    from desktop_app.widgets.results import ResultsPane


class QueryKeeper(QObject):
    """Keeps queries and shows those that are kept, below the box and in 检索.

    The box offers them from the start; 检索 joins it once it is made.
    """

    def __init__(self, lane: Runner[Any], box: SearchBox, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._box, self._failed = lane, box, failed
        self._results: ResultsPane | None = None
        self._kept = KeptQueries()
        self._changes = count()
        box.query_saved.connect(self._on_saved)
        box.query_dropped.connect(self._on_dropped)

    def join(self, results: "ResultsPane") -> None:
        """Show what is kept in `results` too."""
        self._results = results
        results.query_dropped.connect(self._on_dropped)
        results.history_cleared.connect(lambda: self._change(queries.forget_all))
        results.query_chosen.connect(self._on_chosen)
        results.set_queries(self._kept)

    def load(self) -> None:
        """Read what is kept."""
        self._change(queries.kept)

    def remember(self, text: str) -> None:
        """Keep a query that led to a result."""
        self._change(partial(queries.remember, text=text))

    def _on_saved(self, saved: QuerySaved) -> None:
        job = queries.save if saved.saved else queries.delete
        self._change(partial(job, text=saved.text))

    def _on_dropped(self, row: QueryRow) -> None:
        job = queries.delete if row.kind is QueryKind.SAVED else queries.forget
        self._change(partial(job, text=row.query))

    def _on_chosen(self, chosen: "QueryChosen") -> None:
        self._box.ask(chosen.text)
        self._box.setFocus()

    def _change(self, job: Callable[[UserData], KeptQueries]) -> None:
        # Each has a name of its own: a change is made, whatever comes right after it.
        self._lane.run(f"queries {next(self._changes)}", job, self._show, self._failed)

    def _show(self, kept: KeptQueries) -> None:
        self._kept = kept
        self._box.set_queries(kept)
        if self._results is not None:
            self._results.set_queries(kept)

"""Queries asked before and saved: from the user's own database to where they are offered."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.domain.events import QueryChosen, QuerySaved
from desktop_app.itemmodels.queries import QueryKind, QueryRow
from desktop_app.services import queries
from desktop_app.services.queries import KeptQueries
from desktop_app.store.userdata import UserData
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.window.panes import Panes


class QueryKeeper(QObject):
    """Keeps queries and shows those that are kept, below the box and in 检索."""

    def __init__(self, lane: Runner[Any], panes: Panes, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._panes, self._failed = lane, panes, failed
        self._changes = count()
        panes.box.query_saved.connect(self._on_saved)
        for pane in (panes.box, panes.results):
            pane.query_dropped.connect(self._on_dropped)
        panes.results.history_cleared.connect(lambda: self._change(queries.forget_all))
        panes.results.query_chosen.connect(self._on_chosen)

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

    def _on_chosen(self, chosen: QueryChosen) -> None:
        self._panes.box.ask(chosen.text)
        self._panes.box.setFocus()

    def _change(self, job: Callable[[UserData], KeptQueries]) -> None:
        # Each has a name of its own: a change is made, whatever comes right after it.
        self._lane.run(f"queries {next(self._changes)}", job, self._show, self._failed)

    def _show(self, kept: KeptQueries) -> None:
        self._panes.box.set_queries(kept)
        self._panes.results.set_queries(kept)

"""All that answers in the text: its marks and counts, and F3 from one to the next."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.events import HitChosen
from desktop_app.domain.finding import BulletinHits, next_span
from desktop_app.domain.search import Query, SearchHit
from desktop_app.services import finding
from desktop_app.services.reading import OpenBulletin
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.window.match_marks import MatchMarks
from desktop_app.window.panes import Panes


class HitWalk(QObject):
    """Marks all that answers a query in the bulletin that is open, and steps through it.

    Steps go in the order of the text, on from one bulletin to the next, round the end.

    Signals:
        hit_wanted: the next match stands in another bulletin (HitChosen).
    """

    hit_wanted = Signal(object)

    def __init__(
        self,
        lane: Runner[Any],
        panes: Panes,
        marks: MatchMarks,
        failed: Failed,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lane, self._panes, self._marks, self._failed = lane, panes, marks, failed
        self._query: Query | None = None
        self._hits: BulletinHits | None = None
        self._waiting = 0
        self._leaving = self._arriving = False

    def set_query(self, query: Query | None) -> None:
        """Walk through what answers this query, from where one is."""
        if query is not None and query == self._query:
            return
        self._query, self._hits = query, None
        self._leaving = self._arriving = False
        self._lane.forget("beyond")

    def forget(self) -> None:
        """Mark and count nothing, and give up a step that waits for its search."""
        self._waiting = 0
        self.set_query(None)
        self.stop_looking()
        self._marks.set_search(())
        self._panes.tree.show_hits(None)

    def look(self, asked: Query, opened: OpenBulletin) -> None:
        """Look for all that answers in the bulletin that is open."""
        job = partial(finding.hits_in, asked=asked, bulletin_id=opened.id)
        done = partial(self._on_found, opened.bulletin)
        self._lane.run("marks", job, done, self._failed)

    def stop_looking(self) -> None:
        """Drop what is looked for."""
        self._lane.forget("marks")

    def has_hits(self) -> bool:
        """Whether all that answers in the bulletin that is open is known."""
        return self._hits is not None

    def _on_found(self, bulletin: Bulletin, hits: BulletinHits) -> None:
        self._panes.tree.show_hits(finding.by_section(bulletin, hits))
        self._marks.set_search(hits.spans)
        self._hits = hits
        if self._arriving:
            self._say_place()
        if self._waiting:
            step, self._waiting = self._waiting, 0
            self.step(step)

    def arrive(self) -> None:
        """Take it that the match in another bulletin is shown."""
        if self._arriving:
            self._leaving = False
            self._say_place()

    def await_hits(self) -> None:
        """Take it that another bulletin is open, whose hits will be told."""
        self._hits = None
        self._lane.forget("beyond")
        self._leaving = self._leaving and self._arriving

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match."""
        if self._leaving:
            # The one before still looks for its bulletin.
            return
        if self._hits is None:
            self._waiting = step
            return
        offset = self._panes.reader.place().read_offset
        here = self._marks.current() or (offset, offset)
        number = next_span(self._hits.spans, here, step)
        if number is not None:
            self._go_to(number)
        elif self._query is not None:
            self._leaving = True
            job = partial(
                finding.beyond, asked=self._query, bulletin_id=self._hits.bulletin_id, step=step
            )
            self._lane.run("beyond", job, partial(self._on_beyond, step), self._on_failed)

    def _on_beyond(self, step: int, hit: SearchHit | None) -> None:
        self._leaving = False
        if hit is not None:
            self._leaving = self._arriving = True
            self.hit_wanted.emit(HitChosen(hit, stay=True, at_end=step < 0))
        elif self._hits is not None and self._hits.spans:
            self._go_to(0 if step > 0 else len(self._hits.spans) - 1)

    def _on_failed(self, error: Any) -> None:
        self._leaving = False
        self._failed(error)

    def _go_to(self, number: int) -> None:
        assert self._hits is not None
        span = self._hits.spans[number]
        self._marks.set_search(self._hits.spans, span)
        passage = self._hits.passage_at(span)
        if passage is not None:
            self._panes.results.mark_current(self._hits.bulletin_id, passage)
        self._say_place()

    def _say_place(self) -> None:
        """Say which of how many matches of this bulletin is current, once both are known."""
        current = self._marks.current()
        if self._hits is not None and current in self._hits.spans:
            self._arriving = self._leaving = False
            number, count = self._hits.spans.index(current) + 1, len(self._hits.spans)
            text = self.tr("第 {n} 处，共 {m} 处").format(n=number, m=count)
            self._panes.status.show_done(text)

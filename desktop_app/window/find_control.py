"""Ctrl+F: from the find bar to the marks in the text and back to its count."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.domain.finding import Span, next_span
from desktop_app.domain.reading_events import QueryTyped, ResultStepped
from desktop_app.services import finding
from desktop_app.services.reading import OpenBulletin
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.window.match_marks import MatchMarks
from desktop_app.window.panes import Panes

_LONGEST_TAKEN = 60


class FindControl(QObject):
    """Finds in the bulletin that is open; what is found is marked while the bar is there."""

    def __init__(
        self, lane: Runner[Any], panes: Panes, marks: MatchMarks, failed: Failed, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._lane, self._panes, self._marks, self._failed = lane, panes, marks, failed
        self._bar = panes.find_bar
        self._open: OpenBulletin | None = None
        self._spans: tuple[Span, ...] = ()
        self._current: Span | None = None
        self._waiting = 0
        self._bar.find_changed.connect(self._on_find_changed)
        self._bar.stepped.connect(self._on_stepped)
        self._bar.closed.connect(self.close)

    def set_bulletin(self, opened: OpenBulletin) -> None:
        """Find in another bulletin from now on."""
        self._open, self._current = opened, None
        if self.is_open():
            self._find(self._bar.text())

    def resume(self, before: "FindControl") -> None:
        """Find what the same bar of the window before finds, at the same place."""
        if before.is_open():
            text, self._current = before.finds()
            self._bar.open(text)

    def finds(self) -> tuple[str, Span | None]:
        """Return what is to be found, and the place that is current."""
        return self._bar.text(), self._current

    def is_open(self) -> bool:
        """Whether the bar is there."""
        return not self._bar.isHidden()

    def open(self) -> None:
        """Show the bar, with the text that is selected."""
        selected = self._panes.reader.selected_text().strip()
        is_short = "\n" not in selected and len(selected) <= _LONGEST_TAKEN
        if not self.is_open():
            self._spans, self._current = (), None
        # What was done before is no news any more.
        self._panes.status.show_done("")
        self._bar.open(selected if is_short else "")

    def close(self) -> None:
        """Take the bar away; the text stays where it is, and what was found is selected."""
        if self._marks.finding:
            self._panes.reader.select_match()
        self.leave()
        self._panes.reader.setFocus()

    def leave(self) -> None:
        """Take the bar away, and leave the keyboard where it is."""
        if self.is_open():
            self._lane.forget("find")
            self._bar.hide()
            self._marks.leave_find()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place, round the end."""
        if not self._spans:
            self._waiting = step
            return
        here = self._current or self._from_sight()
        number = next_span(self._spans, here, step)
        if number is None:
            number = 0 if step > 0 else len(self._spans) - 1
        self._show(number)

    def _on_stepped(self, stepped: ResultStepped) -> None:
        self.step(stepped.step)

    def _on_find_changed(self, typed: QueryTyped) -> None:
        self._waiting = 0
        self._find(typed.text)

    def _find(self, text: str) -> None:
        if self._open is None or not text.strip():
            self._lane.forget("find")
            self._spans = ()
            self._marks.leave_find()
            self._bar.show_count(0, 0)
            return
        job = partial(finding.find, typed=text, bulletin_id=self._open.id)
        self._lane.run("find", job, self._on_found, self._failed)

    def _on_found(self, spans: tuple[Span, ...]) -> None:
        """Show what was found from the place on where one is."""
        start = (self._current or self._from_sight())[0]
        self._spans = spans
        if not spans:
            # The place stays: one letter less may be found again there.
            self._marks.set_find((), None)
            self._bar.show_count(0, 0)
            return
        following = (number for number, span in enumerate(spans) if span[0] >= start)
        self._show(next(following, 0))
        if self._waiting:
            step, self._waiting = self._waiting, 0
            self.step(step)

    def _show(self, number: int) -> None:
        self._current = self._spans[number]
        self._marks.set_find(self._spans, self._current)
        self._bar.show_count(number + 1, len(self._spans))

    def _from_sight(self) -> Span:
        offset = self._panes.reader.place().read_offset
        return offset, offset

"""Carries a query from the box to the results, the tree and the reader."""

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.events import HitChosen, QueryTyped, ResultStepped
from desktop_app.domain.finding import next_span
from desktop_app.domain.search import SearchHit, SearchResult
from desktop_app.services import searching
from desktop_app.services.reading import OpenBulletin
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.window.panes import CONTENTS_TAB, RESULTS_TAB, Panes

_LIMIT = 500


class SearchControl(QObject):
    """One search at a time; the newest query wins.

    Signals:
        accepted: the user opened a result of this query (str).
    """

    accepted = Signal(object)

    def __init__(
        self, library: Runner[Any], panes: Panes, failed: Failed, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._panes, self._failed = library, panes, failed
        self._open: OpenBulletin | None = None
        self._script = Script.HANS
        self._result: SearchResult | None = None
        self._accept_when_found = False
        self._asked = ""
        panes.box.query_changed.connect(self._on_query_changed)
        panes.box.moved.connect(self._on_moved)
        panes.box.accepted.connect(self._on_accepted)
        panes.box.dismissed.connect(panes.reader.setFocus)

    def set_bulletin(self, opened: OpenBulletin) -> None:
        """Take what is found as found in this bulletin; a search that is on goes on."""
        self._open = opened
        self._show_result(self._result)

    def set_script(self, script: Script) -> None:
        """Ask for snippets in `script`."""
        if script is not self._script:
            self._script = script
            self._search()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match in the text, round its end."""
        reader = self._panes.reader
        matches = reader.matches()
        if not matches:
            return
        offset = reader.place().read_offset
        number = next_span(matches, reader.current_match() or (offset, offset), step)
        if number is None:
            number = 0 if step > 0 else len(matches) - 1
        reader.mark_matches(matches, matches[number])
        text = self.tr("第 {n} 处，共 {m} 处").format(n=number + 1, m=len(matches))
        self._panes.status.show_done(text)

    def show_hit(self, chosen: HitChosen) -> None:
        """Mark a hit of the open bulletin as the current one and bring it into view."""
        matches = chosen.hit.matches
        current = matches[0] if matches else (chosen.hit.read_start, chosen.hit.read_start)
        self._panes.reader.mark_matches(self._spans(), current)
        if not chosen.stay:
            self._panes.reader.setFocus()

    def _on_query_changed(self, typed: QueryTyped) -> None:
        self._accept_when_found = False
        self._asked = typed.text
        self._search()

    def _search(self) -> None:
        if not self._asked.strip():
            self._library.forget("search")
            self._show_result(None)
            return
        job = partial(_find, text=self._asked, script=self._script)
        self._library.run("search", job, self._show_result, self._failed)

    def _on_moved(self, stepped: ResultStepped) -> None:
        self._panes.results.move(stepped.step)

    def _on_accepted(self) -> None:
        self.accepted.emit(self._asked)
        if self._result is not None and self._result.query.typed == self._asked:
            self._panes.results.choose_current()
        else:
            self._accept_when_found = True

    def _show_result(self, result: SearchResult | None) -> None:
        anew = _typed(result) != _typed(self._result)
        self._result = result
        panes, bulletin = self._panes, self._bulletin()
        panes.results.set_result(result, bulletin)
        panes.tree.show_hits(self._counts(result) if result else None)
        panes.reader.mark_matches(self._spans())
        if anew:
            # The same query in another script leaves the user where he is.
            panes.tabs.setCurrentIndex(CONTENTS_TAB if result is None else RESULTS_TAB)
            panes.status.show_done("")
        if result is None:
            panes.box.show_count(None)
        else:
            panes.box.show_count(result.places, result.chapter_count)
        if self._accept_when_found:
            self._accept_when_found = False
            panes.results.choose_current()

    def _bulletin(self) -> Bulletin | None:
        return self._open.bulletin if self._open else None

    def _hits(self, result: SearchResult | None) -> tuple[SearchHit, ...]:
        if result is None or self._open is None:
            return ()
        return tuple(hit for hit in result.hits if hit.bulletin_id == self._open.id)

    def _spans(self) -> tuple[tuple[int, int], ...]:
        return tuple(span for hit in self._hits(self._result) for span in hit.matches)

    def _counts(self, result: SearchResult) -> dict[int, int]:
        """Return hits by section: whole chapters from the counts, sections from the hits."""
        hits = self._hits(result)
        counts = Counter(hit.section_id for hit in hits if hit.section_id is not None)
        for chapter in result.chapters:
            if (
                self._open
                and chapter.bulletin_id == self._open.id
                and chapter.section_id is not None
            ):
                counts[chapter.section_id] = chapter.count
        return {section: count for section, count in counts.items() if section is not None}


def _typed(result: SearchResult | None) -> str:
    return "" if result is None else result.query.typed


def _find(library: Any, text: str, script: Script) -> SearchResult:
    return searching.find(library, text, limit=_LIMIT, script=script)

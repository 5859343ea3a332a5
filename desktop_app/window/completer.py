"""Proposes below the search box how what is typed may go on."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.domain.events import CompletionWanted
from desktop_app.domain.search import FilterKind, Suggestion, SuggestionKind
from desktop_app.itemmodels.queries import QueryKind, QueryRow
from desktop_app.services import completing
from desktop_app.tasks.runner import Failed, Runner
from desktop_app.widgets.search_box import SearchBox

_MOST = 8
_OF_BULLETINS = {FilterKind.YEAR, FilterKind.PLACE}


class Completer(QObject):
    """Asks for suggestions after the search itself, so that hits do not wait for them."""

    def __init__(self, lane: Runner[Any], box: SearchBox, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._box, self._failed = lane, box, failed
        self._is_ready = False
        box.completion_wanted.connect(self._on_wanted)

    def set_ready(self) -> None:
        """Take it that there is a library to look into."""
        self._is_ready = True

    def _on_wanted(self, wanted: CompletionWanted) -> None:
        if self._is_ready:
            job = partial(completing.complete, typed=wanted.text, cursor=wanted.cursor)
            self._lane.run("complete", job, partial(self._show, wanted), self._failed)

    def _show(self, wanted: CompletionWanted, suggestions: Sequence[Suggestion]) -> None:
        rows = [self._row(wanted.text, one) for one in suggestions[:_MOST]]
        if not any(opens(wanted.text, one) for one in suggestions):
            rows = []
        self._box.show_completions(wanted.text, rows)

    def _row(self, typed: str, one: Suggestion) -> QueryRow:
        query = typed[: one.start] + one.insert + typed[one.end :]
        cursor = one.start + len(one.insert)
        return QueryRow(QueryKind.PROPOSED, one.text, self._note(one), query, cursor)

    def _note(self, one: Suggestion) -> str:
        if one.kind is SuggestionKind.FILTER:
            return self.tr("筛选")
        if one.count is None:
            return ""
        if one.kind is SuggestionKind.INDICATOR or one.filter is FilterKind.UNIT:
            return self.tr("{n} 个数据").format(n=one.count)
        if one.filter in _OF_BULLETINS:
            return self.tr("{n} 份公报").format(n=one.count)
        return self.tr("{n} 段").format(n=one.count)


def opens(typed: str, one: Suggestion) -> bool:
    """Whether a suggestion is worth a list that takes ↑ and ↓ from the results.

    The names of indicators that hold a Chinese word stand above the results anyway.
    """
    word = typed[one.start : one.end].strip()
    match one.kind:
        case SuggestionKind.VALUE:
            return True
        case SuggestionKind.FILTER:
            return bool(word) and one.text.startswith(word)
        case _:
            return word.isascii() and word.isalpha()

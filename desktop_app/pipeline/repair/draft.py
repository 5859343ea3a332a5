"""The text between source and reading text, while one stage of the repair after another works.

A stage sees the text as the stages before it left it and answers with changes. The draft applies
them and keeps one map back to the source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.bulletin import Certainty
from desktop_app.domain.textmap import Edit, TextMap, compose


@dataclass(frozen=True, slots=True)
class Change:
    """`text[start:end]` becomes `becomes`.

    A change with a `rule` is reported as a repair; one without is normalisation. `shown` is the
    stretch that the report shows where that is more than what changes (a gloss and its character).
    """

    start: int
    end: int
    becomes: str
    rule: str = ""
    certainty: Certainty = Certainty.CERTAIN
    shown: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the source that is reported, and as what."""

    start: int
    end: int
    rule: str
    certainty: Certainty


class Draft:
    """A text on its way, its map to the source and the marks of what was mended."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = source
        self.map = TextMap(len(source), ())
        self.marks: list[Mark] = []

    def apply(self, changes: Iterable[Change]) -> None:
        """Apply `changes`, which must not overlap; their order does not matter."""
        ordered = sorted(changes, key=lambda change: (change.start, change.end))
        self.marks += [self._mark(change) for change in ordered if change.rule]
        edits = [
            Edit(change.start, change.end, change.becomes)
            for change in ordered
            if self.text[change.start : change.end] != change.becomes
        ]
        self._edit(edits)

    def unknown(self) -> list[tuple[int, int]]:
        """Return the stretches of the text that are marked as damaged and stand as they came."""
        return [
            (self.map.to_reading(mark.start), self.map.to_reading(mark.end))
            for mark in self.marks
            if mark.certainty is Certainty.UNKNOWN
        ]

    def _mark(self, change: Change) -> Mark:
        shown = change.shown or (change.start, change.end)
        start, end = self.map.to_source(*shown)
        return Mark(start, end, change.rule, change.certainty)

    def _edit(self, edits: Sequence[Edit]) -> None:
        text = TextMap(len(self.text), edits).apply(self.text)
        self.map = TextMap(len(self.source), compose(self.map.edits, self.text, edits))
        self.text = text

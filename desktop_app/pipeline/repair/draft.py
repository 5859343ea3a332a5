"""The text between source and reading text, while one stage of the repair after another works.

A stage sees the text as the stages before it left it and answers with changes. The draft applies
them and keeps one map back to the source.
"""

from collections.abc import Iterable
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
        self.marks: list[Mark] = []
        # Each stage's edits with the text that they make.
        self._stages: list[tuple[TextMap, str]] = []

    def apply(self, changes: Iterable[Change]) -> None:
        """Apply `changes`, which must not overlap; their order does not matter."""
        ordered = sorted(changes, key=_place)
        self.marks += [self._mark(change) for change in ordered if change.rule]
        edits = [
            Edit(change.start, change.end, change.becomes)
            for change in ordered
            if self.text[change.start : change.end] != change.becomes
        ]
        if edits:
            stage = TextMap(len(self.text), edits)
            self.text = stage.apply(self.text)
            self._stages.append((stage, self.text))

    def edits(self) -> tuple[Edit, ...]:
        """Return the edits that do at once what all stages did."""
        stages = self._stages
        if not stages:
            return ()
        # From the last stage back: most edits are those of the first, and are touched once.
        edits = stages[-1][0].edits
        for stage, middle in reversed(stages[:-1]):
            edits = compose(stage.edits, middle, edits)
        return edits

    def unknown(self) -> list[tuple[int, int]]:
        """Return the stretches of the text that are marked as damaged and stand as they came."""
        return [
            (self.to_reading(mark.start), self.to_reading(mark.end))
            for mark in self.marks
            if mark.certainty is Certainty.UNKNOWN
        ]

    def to_reading(self, position: int) -> int:
        """Return where an offset of the source is in the text."""
        for stage, _ in self._stages:
            position = stage.to_reading(position)
        return position

    def _mark(self, change: Change) -> Mark:
        start, end = change.shown or (change.start, change.end)
        for stage, _ in reversed(self._stages):
            start, end = stage.to_source(start, end)
        return Mark(start, end, change.rule, change.certainty)


def _place(change: Change) -> tuple[int, int]:
    return change.start, change.end

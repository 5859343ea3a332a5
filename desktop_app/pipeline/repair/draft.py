"""The text between source and reading text, while one stage of the repair after another works.

A stage sees the text as the stages before it left it and answers with changes. The draft applies
them and keeps one map back to the source.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.bulletin import Certainty
from desktop_app.domain.textmap import Edit, TextMap, compose

# What a number, a ratio or a range is printed with.
_NUMERIC = frozenset("0123456789０１２３４５６７８９.,:．，：∶~～—–-")
_LONGEST_NUMBER = 60


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
        # What is marked as damaged and stands as it came, in the text as it is.
        self.unknown: list[tuple[int, int]] = []
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
        unknown = [
            (change.start, change.end)
            for change in ordered
            if change.rule and change.certainty is Certainty.UNKNOWN
        ]
        self.unknown = sorted([*self.unknown, *unknown])
        if edits:
            stage = TextMap(len(self.text), edits)
            self.text = stage.apply(self.text)
            self._stages.append((stage, self.text))
            self.unknown = [(stage.to_reading(a), stage.to_reading(b)) for a, b in self.unknown]

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

    def reported(self) -> Iterator[Mark]:
        """Yield the marks in order; one of what is unknown covers the number that it touches.

        Digits may be gone, so that what is left of them is no number to rely on.
        """
        marks = sorted(self.marks, key=lambda mark: (mark.start, mark.end))
        starts = [*(mark.start for mark in marks[1:]), len(self.source)]
        least = 0
        for mark, most in zip(marks, starts, strict=False):
            if mark.certainty is Certainty.UNKNOWN:
                start, end = _over_number(self.source, mark, least, max(most, mark.end))
                mark = replace(mark, start=start, end=end)
            yield mark
            least = max(least, mark.end)

    def _mark(self, change: Change) -> Mark:
        start, end = change.shown or (change.start, change.end)
        for stage, _ in reversed(self._stages):
            start, end = stage.to_source(start, end)
        return Mark(start, end, change.rule, change.certainty)


def _over_number(source: str, mark: Mark, least: int, most: int) -> tuple[int, int]:
    """Return where a mark begins and ends with the number around it, from `least` to `most`."""
    start, end = mark.start, mark.end
    while start > max(least, mark.start - _LONGEST_NUMBER) and source[start - 1] in _NUMERIC:
        start -= 1
    while start < mark.start and not source[start].isdigit():
        start += 1
    while end < min(most, mark.end + _LONGEST_NUMBER) and source[end] in _NUMERIC:
        end += 1
    while end > mark.end and not source[end - 1].isdigit():
        end -= 1
    return start, end


def _place(change: Change) -> tuple[int, int]:
    return change.start, change.end

"""The text between source and reading text, while one stage of the repair after another works.

A stage sees the text as the stages before it left it and answers with changes. The draft applies
them and keeps one map back to the source.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Certainty
from desktop_app.domain.textmap import Edit, TextMap, compose

# What a number, a ratio or a range is printed with.
_NUMERIC = frozenset("0123456789０１２３４５６７８９.,:．，：∶~～—–-")
_LONGEST_NUMBER = 60


class Change(Struct, frozen=True):
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


class Mark(Struct, frozen=True):
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

    def reported(self, reading: TextMap) -> list[Mark]:
        """Return the marks in order; those of what is unknown cover the numbers that they touch.

        Digits may be gone, so that what is left of them is no number to rely on. A number touches
        a mark where it does so in the `reading`: what stood between them may be dropped.
        """
        marks = sorted(self.marks, key=_span)
        starts = [mark.start for mark in marks]
        taken: set[int] = set()
        reported: list[Mark] = []
        for mark in marks:
            pieces = [(mark.start, mark.end)]
            if mark.certainty is Certainty.UNKNOWN:
                at = reading.to_reading(mark.start), reading.to_reading(mark.end)
                for place in _number_around(self.text, *at):
                    ink = reading.to_source(place, place + 1)
                    last = bisect_right(starts, ink[0]) - 1
                    if ink[0] not in taken and (last < 0 or marks[last].end <= ink[0]):
                        taken.update(range(*ink))
                        pieces.append(ink)
            reported += [replace(mark, start=start, end=end) for start, end in _joined(pieces)]
        return sorted(reported, key=_span)

    def _mark(self, change: Change) -> Mark:
        start, end = change.shown or (change.start, change.end)
        for stage, _ in reversed(self._stages):
            start, end = stage.to_source(start, end)
        return Mark(start, end, change.rule, change.certainty)


def _number_around(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places of the number that stands in `text` on either side of a stretch."""
    first, last = start, end
    while first > max(0, start - _LONGEST_NUMBER) and text[first - 1] in _NUMERIC:
        first -= 1
    while first < start and not text[first].isdigit():
        first += 1
    while last < min(len(text), end + _LONGEST_NUMBER) and text[last] in _NUMERIC:
        last += 1
    while last > end and not text[last - 1].isdigit():
        last -= 1
    yield from range(first, start)
    yield from range(end, last)


def _joined(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches, those that touch as one."""
    start = end = -1
    for first, last in sorted(pieces):
        if first != end:
            if end >= 0:
                yield start, end
            start = first
        end = last
    yield start, end


def _span(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _place(change: Change) -> tuple[int, int]:
    return change.start, change.end

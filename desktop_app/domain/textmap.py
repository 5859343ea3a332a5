"""The map between a source text and the reading text made from it.

Every place in the program is an offset in code points into the source text. The reading text is
the source with edits applied: repairs (a gloss dropped, lost bytes restored) and normalisation
(width, spacing). `TextMap` answers where a stretch of one lies in the other.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct


class Edit(Struct, frozen=True):
    """`source[start:end]` reads as `text`."""

    start: int
    end: int
    text: str


class _Segment(Struct, frozen=True):
    """A run of the source and the run of the reading text it became."""

    source: int
    source_length: int
    read: int
    read_length: int

    @property
    def aligned(self) -> bool:
        """Whether the run maps character by character."""
        return self.source_length == self.read_length


class TextMap:
    """Offsets of a source text against those of its reading text.

    An edit that keeps its length maps character by character; inside any other edit a reading
    offset stands for the whole edited stretch of the source.
    """

    def __init__(self, source_length: int, edits: Iterable[Edit]) -> None:
        self.source_length = source_length
        self.edits = tuple(edits)
        self._segments = tuple(self._build())
        self._sources = [segment.source for segment in self._segments]
        visible = [segment for segment in self._segments if segment.read_length]
        self._visible = visible
        self._reads = [segment.read for segment in visible]
        last = self._segments[-1] if self._segments else _Segment(0, 0, 0, 0)
        self.read_length = last.read + last.read_length

    def _build(self) -> Iterator[_Segment]:
        at = read = 0
        for edit in self.edits:
            if edit.start < at or edit.end < edit.start or edit.end > self.source_length:
                raise ValueError(f"edits overlap or leave the text at {edit.start}")
            if edit.start > at:
                yield _Segment(at, edit.start - at, read, edit.start - at)
                read += edit.start - at
            yield _Segment(edit.start, edit.end - edit.start, read, len(edit.text))
            read += len(edit.text)
            at = edit.end
        if at < self.source_length:
            yield _Segment(at, self.source_length - at, read, self.source_length - at)

    def apply(self, source: str) -> str:
        """Return the reading text of `source`."""
        if len(source) != self.source_length:
            raise ValueError("this map belongs to another text")
        pieces: list[str] = []
        at = 0
        for edit in self.edits:
            pieces += (source[at : edit.start], edit.text)
            at = edit.end
        pieces.append(source[at:])
        return "".join(pieces)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source behind `reading[start:end]`.

        What was dropped at either rim (a gloss after the last character) is left out.
        """
        if not self._visible:
            return 0, 0
        if end <= start:
            place = self._source_start(start)
            return place, place
        return self._source_start(start), self._source_end(end)

    def _source_start(self, position: int) -> int:
        if position >= self.read_length:
            return self.source_length
        segment = self._visible[max(bisect_right(self._reads, position) - 1, 0)]
        inside = position - segment.read
        return segment.source + (inside if segment.aligned else 0)

    def _source_end(self, position: int) -> int:
        segment = self._visible[max(bisect_right(self._reads, position - 1) - 1, 0)]
        inside = min(position - segment.read, segment.read_length)
        return segment.source + (inside if segment.aligned else segment.source_length)

    def to_reading(self, position: int) -> int:
        """Return the reading offset of a source offset; inside a dropped stretch, where it was."""
        if not self._segments or position >= self.source_length:
            return self.read_length
        segment = self._segments[max(bisect_right(self._sources, position) - 1, 0)]
        inside = position - segment.source
        return segment.read + (inside if segment.aligned else 0)


def compose(first: Sequence[Edit], middle: str, second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits that do at once what `first` and then `second` do.

    `middle` is the text that `first` makes, the one the offsets of `second` lie in. Edits that do
    not touch stay apart, so that as much as possible keeps mapping character by character.
    """
    result: list[Edit] = []
    shift = 0
    steps = deque(_steps(first, second))
    while steps:
        group = [steps.popleft()]
        start, end = group[0].start, group[0].end
        while steps and steps[0].start < end:
            group.append(steps.popleft())
            end = max(end, group[-1].end)
        source_start = start + shift
        shift += sum(step.gain for step in group)
        later = [step.edit for step in group if step.edit is not None]
        result.append(Edit(source_start, end + shift, _rewrite(middle, start, end, later)))
    return tuple(result)


class _Step(Struct, frozen=True):
    """A stretch of the middle text that an edit made (`gain`) or that an edit replaces."""

    start: int
    end: int
    gain: int = 0
    edit: Edit | None = None


def _steps(first: Sequence[Edit], second: Sequence[Edit]) -> list[_Step]:
    steps = [_Step(edit.start, edit.end, edit=edit) for edit in second]
    shift = 0
    for edit in first:
        gain = edit.end - edit.start - len(edit.text)
        start = edit.start - shift
        steps.append(_Step(start, start + len(edit.text), gain))
        shift += gain
    # What was dropped at a place comes before what is put there and before what begins there.
    return sorted(
        steps, key=lambda step: (step.start, step.end != step.start, step.edit is not None)
    )


def _rewrite(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    for edit in edits:
        pieces += (text[start : edit.start], edit.text)
        start = edit.end
    pieces.append(text[start:end])
    return "".join(pieces)

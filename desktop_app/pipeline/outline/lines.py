"""The lines of a reading text, with their places."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from desktop_app.domain.bulletin import ReadingText

_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_ROW_OF_NUMBERS = re.compile(r"\S.*?(?:\s+[-+－＋]?\d[\d.,]*[%％]?)+\s*$")
_BLANK = re.compile(r"\s+")


class Line(Struct, frozen=True):
    """One line that is not blank, without the blanks at its rims.

    `index` counts the lines of this tuple from 0; `start` and `end` are offsets in the reading
    text. `row` says that it is a row of a table. `gaps` are the offsets before which blanks stand
    in the source that reading dropped (一　综　合).
    """

    index: int
    start: int
    end: int
    text: str
    row: bool
    gaps: Sequence[int] = ()

    def has_gap(self, offset: int) -> bool:
        """Whether a dropped blank stood before an offset of the reading text."""
        at = bisect_left(self.gaps, offset)
        return at < len(self.gaps) and self.gaps[at] == offset


class Layout(Struct, frozen=True):
    """What tells lines apart that the reading text itself no longer shows.

    `gaps` are the offsets of dropped blanks; `breaks` those where a line begins that was run into
    another.
    """

    gaps: Sequence[int] = ()
    breaks: Sequence[int] = ()


def gaps_of(text: ReadingText) -> list[int]:
    """Return where reading dropped blanks inside lines, as offsets of the reading text."""
    found: list[int] = []
    shift = 0
    for edit in text.edits:
        whole = text.source[edit.start : edit.end]
        bare = _BLANK.sub("", whole)
        if len(bare) == len(edit.text) < len(whole) and "\n" not in whole:
            dropped = 0
            for blank in _BLANK.finditer(whole):
                found.append(edit.start + shift + blank.start() - dropped)
                dropped += blank.end() - blank.start()
        shift += len(edit.text) - len(whole)
    return found


def split(
    text: str, start: int = 0, end: int | None = None, layout: Layout | None = None
) -> tuple[Line, ...]:
    """Return the lines of a stretch of a reading text that hold anything."""
    layout = layout or Layout()
    lines: list[Line] = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        row = "\t" in match.group()
        for first, after in _pieces(match.start(), match.end(), layout.breaks):
            whole = text[first:after]
            bare = whole.strip()
            if bare:
                opening = first + len(whole) - len(whole.lstrip())
                closing = opening + len(bare)
                inner = _between(layout.gaps, opening, closing)
                lines.append(Line(len(lines), opening, closing, bare, row, inner))
    return tuple(lines)


def _between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _pieces(start: int, end: int, breaks: Sequence[int]) -> list[tuple[int, int]]:
    rims = [start, *_between(breaks, start + 1, end), end]
    return list(pairwise(rims))


def ends_in_numbers(text: str) -> bool:
    """Whether a line is set as a row: a name, then numbers apart from it and nothing else."""
    return _ROW_OF_NUMBERS.match(text) is not None

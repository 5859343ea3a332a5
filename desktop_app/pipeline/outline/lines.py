"""The lines of a reading text, with their places."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_ROW_OF_NUMBERS = re.compile(r"\S.*?(?:\s+[-+－＋]?\d[\d.,]*[%％]?)+\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without the blanks at its rims.

    `index` counts the lines of this tuple from 0; `start` and `end` are offsets in the reading
    text. `row` says that it is a row of a table.
    """

    index: int
    start: int
    end: int
    text: str
    row: bool


def split(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """Return the lines of a stretch of a reading text that hold anything."""
    lines: list[Line] = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        whole = match.group()
        bare = whole.strip()
        if bare:
            first = match.start() + len(whole) - len(whole.lstrip())
            lines.append(Line(len(lines), first, first + len(bare), bare, "\t" in whole))
    return tuple(lines)


def ends_in_numbers(text: str) -> bool:
    """Whether a line is set as a row: a name, then numbers apart from it and nothing else."""
    return _ROW_OF_NUMBERS.match(text) is not None

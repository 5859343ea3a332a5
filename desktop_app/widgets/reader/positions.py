"""Code points against the UTF-16 units that QTextDocument counts in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

WORD_JOINER = "\u2060"
CELL_BEGIN = "\ufdd0"
"""What a document holds before each cell of a table, the first one included."""

_LINE_END = "\n".encode("utf-16-le")
_PLAIN = {
    0x2060: "", 0x2029: "\n", 0x2028: "\n", 0xFDD1: "\n", 0x00A0: " ",
}  # fmt: skip
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Where the code points of a text stand once Qt holds it, with word joiners put in.

    `joiners` are offsets of the code points that a word joiner precedes. A character beyond the
    Basic Multilingual Plane takes two units, a joiner one.
    """

    def __init__(self, text: str, joiners: Iterable[int] = ()) -> None:
        self._joiners = sorted(joiners)
        wide = (match.end() for match in _ASTRAL.finditer(text))
        self._extras = sorted([*self._joiners, *wide])
        self._landed = [at + index for index, at in enumerate(self._extras)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of a code point offset; behind a joiner that stands there."""
        return point + bisect_right(self._extras, point)

    def to_point(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 offset."""
        return unit - bisect_left(self._landed, unit)

    def joined(self, text: str, start: int, end: int) -> str:
        """Return `text[start:end]` with its word joiners, as the document holds it."""
        first = bisect_left(self._joiners, start)
        inside = self._joiners[first : bisect_left(self._joiners, end)]
        if not inside:
            return text[start:end]
        rims = [start, *inside, end]
        return WORD_JOINER.join(text[a:b] for a, b in pairwise(rims))


def plain(selected: str, rows: Iterable[int] = ()) -> str:
    """Return a selection as text for the clipboard: real line breaks, no joiners.

    Cells of tables are parted by tabs; `rows` are the offsets at which one begins another row.
    """
    text = selected
    if CELL_BEGIN in text:
        units = text.encode("utf-16-le")
        for first in rows:
            if units[2 * first - 2 : 2 * first].decode("utf-16-le", "replace") == CELL_BEGIN:
                units = units[: 2 * first - 2] + _LINE_END + units[2 * first :]
        text = units.decode("utf-16-le").replace(CELL_BEGIN, "\t")
    return text.translate(_PLAIN)

"""Code points against the UTF-16 units that QTextDocument counts in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

WORD_JOINER = "\u2060"
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

    def joined(self, text: str) -> str:
        """Return the text with its word joiners, as the document holds it."""
        if not self._joiners:
            return text
        rims = [0, *self._joiners, len(text)]
        return WORD_JOINER.join([text[a:b] for a, b in pairwise(rims)])

    def to_joined(self, point: int) -> int:
        """Return where a code point stands in the joined text, with the joiner before it."""
        return point + bisect_left(self._joiners, point)

"""Code points against the UTF-16 units that QTextDocument counts in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

WORD_JOINER = "\u2060"
_MAY_BREAK = "\u200b"
# What QTextCursor begins a block at.
_BLOCK_END = "\u2029"
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Where the code points of a text stand once Qt holds it, with word joiners put in.

    `joiners` are offsets of the code points that a word joiner precedes, `breaks` of those that a
    line may begin with, `cuts` of those that a block begins with. A character beyond the Basic
    Multilingual Plane takes two units, a joiner, a break and the end of a block one.
    """

    def __init__(
        self,
        text: str,
        joiners: Iterable[int] = (),
        cuts: Iterable[int] = (),
        breaks: Iterable[int] = (),
    ) -> None:
        self._cuts, self._breaks = frozenset(cuts), frozenset(breaks)
        self._joiners = sorted(self._cuts.union(joiners, self._breaks))
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
        rims = [*self._joiners, len(text)]
        pieces = [text[: self._joiners[0]]]
        for a, b in pairwise(rims):
            pieces += (self._sign(a), text[a:b])
        return "".join(pieces)

    def _sign(self, at: int) -> str:
        if at in self._cuts:
            return _BLOCK_END
        return _MAY_BREAK if at in self._breaks else WORD_JOINER

    def to_joined(self, point: int) -> int:
        """Return where a code point stands in the joined text, with the joiner before it."""
        return point + bisect_left(self._joiners, point)

"""Holds a repaired text against the one it was before it was damaged.

What is told apart: places that read as they did, places that are marked, and places that differ
without a mark. Line breaks are left out: whether they are mended is not a matter of words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from desktop_app.domain.bulletin import Certainty, ReadingText, Repair
from desktop_app.pipeline.repair import repair
from desktop_app.system import resources
from tests.fuzz.damage import traditional

# So much more than a mark is long may stand behind it.
_LONGEST_LOST = 12
_RESUMED = 8
_TELLING = 4
_CONTEXT = 8


class Difference(Struct, frozen=True):
    """What was read without a mark, what stood there, and what before it."""

    read: str
    meant: str
    before: str

    @property
    def of_number(self) -> bool:
        """Whether a digit differs."""
        return re.findall(r"[\d.]", self.read) != re.findall(r"[\d.]", self.meant)


def sound(text: str) -> str:
    """Return the reading text of an undamaged page in Traditional characters with `text`."""
    return repair(traditional(text))[0].hans


def differences(
    text: ReadingText, repairs: Sequence[Repair], meant: str, trusted: Iterable[Certainty]
) -> list[Difference]:
    """Return the stretches of `text` that differ from `meant` and are covered by no mark.

    A repair of a `trusted` certainty is no mark; what it says must be right.
    """
    marks = _marked(text, repairs, frozenset(trusted))
    fold = resources.folding().fold
    pieces = list(_pieces(fold(text.hans), marks))
    return list(_walk(pieces, fold(meant).replace("\n", "")))


def _marked(
    text: ReadingText, repairs: Sequence[Repair], trusted: frozenset[Certainty]
) -> list[tuple[int, int]]:
    """Return the stretches of the reading text that are marked, in order."""
    return [
        (text.map.to_reading(made.start), text.map.to_reading(made.end))
        for made in repairs
        if made.certainty is Certainty.UNKNOWN
        or (made.rule.startswith("misdecode") and made.certainty not in trusted)
    ]


def _pieces(hans: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Yield the sound pieces of a text, each with how long the marks before it are, or -1.

    A piece too short to be told from others counts to the marks around it.
    """
    at, lost = 0, -1
    for start, end in [*marks, (len(hans), len(hans))]:
        piece = hans[at:start].replace("\n", "")
        if lost >= 0 and len(piece) < _TELLING and end < len(hans):
            lost += len(piece)
        else:
            yield piece, lost
            lost = 0
        lost += end - start
        at = max(at, end)


def _walk(pieces: Sequence[tuple[str, int]], meant: str) -> Iterator[Difference]:
    """Find every piece in `meant`, one after the other."""
    at = 0
    for piece, lost in pieces:
        if lost >= 0:
            at += _find(meant[at : at + 2 * lost + _LONGEST_LOST + len(piece)], piece)
        done = 0
        while done < len(piece):
            same = _same(piece[done:], meant[at:])
            done, at = done + same, at + same
            if done < len(piece):
                skip, ahead = _resume(piece[done:], meant[at:])
                before = meant[max(at - _CONTEXT, 0) : at]
                yield Difference(piece[done : done + skip], meant[at : at + ahead], before)
                done, at = done + skip, at + ahead
    if meant[at:] and (not pieces or pieces[-1][0]):
        yield Difference("", meant[at : at + 20], meant[max(at - _CONTEXT, 0) : at])


def _find(window: str, piece: str) -> int:
    """Return where `piece` goes on in `window`, as far as it can be told."""
    for length in (len(piece), 24, 12, 6, 3, 1):
        found = window.find(piece[:length])
        if found >= 0:
            return found
    return 0


def _same(one: str, other: str) -> int:
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)


def _resume(piece: str, meant: str) -> tuple[int, int]:
    """Return after how many characters of both the two agree again."""
    for skip in range(min(len(piece), 40)):
        ahead = meant[:60].find(piece[skip : skip + _RESUMED])
        if ahead >= 0 and len(piece[skip : skip + _RESUMED]) == _RESUMED:
            return skip, ahead
    return len(piece), len(piece)

"""The stretch of a passage that a result shows."""

from collections.abc import Sequence

_LONGEST = 80
"""A passage of up to this many characters is shown whole."""
_AROUND = 28
"""How many characters are shown before the first match of a longer one."""

Span = tuple[int, int]


def window(text: str, marks: Sequence[Span]) -> Span:
    """Return which 60 to 80 characters or so of a passage are shown, around the first of `marks`.

    A mark at the edge is shown whole.
    """
    if len(text) <= _LONGEST:
        return 0, len(text)
    first = marks[0] if marks else (0, 0)
    left = max(0, min(first[0] - _AROUND, len(text) - _LONGEST))
    right = min(len(text), max(left + _LONGEST, first[1]))
    left = min((start for start, end in marks if start < left < end), default=left)
    right = max((end for start, end in marks if start < right < end), default=right)
    while left > 0 and _inside_word(text, left):
        left -= 1
    while right < len(text) and _inside_word(text, right):
        right += 1
    return left, right


def _inside_word(text: str, position: int) -> bool:
    """Whether cutting at `position` would break a number or a Latin word."""
    before, after = text[position - 1], text[position]
    return _holds_together(before) and _holds_together(after)


def _holds_together(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".,%")

"""The stretch of a passage that a result shows."""

_LONGEST = 80
"""A passage of up to this many characters is shown whole."""
_AROUND = 28
"""How many characters are shown before the first match of a longer one."""

Span = tuple[int, int]


def window(text: str, first: Span) -> Span:
    """Return which 60 to 80 characters or so of a passage are shown, around its first match."""
    if len(text) <= _LONGEST:
        return 0, len(text)
    left = max(0, min(first[0] - _AROUND, len(text) - _LONGEST))
    right = min(len(text), max(left + _LONGEST, first[1]))
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

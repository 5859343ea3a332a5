"""The stretch of a passage that a result shows, with the matches in it."""

from desktop_app.domain.bulletin import ReadingText, Script

_LONGEST = 80
"""A passage of up to this many characters is shown whole."""
_AROUND = 28
"""How many characters are shown before the first match of a longer one."""
_CUT = "…"

Span = tuple[int, int]


def snippet(
    text: ReadingText, passage: Span, matches: tuple[Span, ...], script: Script
) -> tuple[str, tuple[Span, ...]]:
    """Return about 60 to 80 characters around the first match, and where matches lie in them.

    `passage` and `matches` are spans of the reading text. In the source script the same stretch
    is given as it came, with spaces for its line breaks.
    """
    start, end = _window(text.hans, passage, matches[0])
    before = _CUT if start > passage[0] else ""
    after = _CUT if end < passage[1] else ""
    shown = [(max(a, start), min(b, end)) for a, b in matches if a < end and b > start]
    if script is Script.SOURCE:
        start, end = text.map.to_source(start, end)
        shown = [text.map.to_source(a, b) for a, b in shown]
        body = text.source[start:end].replace("\r", " ").replace("\n", " ")
    else:
        body = text.of(script, start, end)
    shift = len(before) - start
    return before + body + after, tuple((a + shift, b + shift) for a, b in shown)


def _window(text: str, passage: Span, first: Span) -> Span:
    start, end = passage
    if end - start <= _LONGEST:
        return passage
    left = max(start, min(first[0] - _AROUND, end - _LONGEST))
    right = min(end, max(left + _LONGEST, first[1]))
    while left > start and _inside_word(text, left):
        left -= 1
    while right < end and _inside_word(text, right):
        right += 1
    return left, right


def _inside_word(text: str, position: int) -> bool:
    """Whether cutting at `position` would break a number or a Latin word."""
    before, after = text[position - 1], text[position]
    return _holds_together(before) and _holds_together(after)


def _holds_together(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".,%")

"""Lines become paragraphs: a line goes on in the next where the layout says that it was full."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median, median_low

from msgspec import Struct

from desktop_app.pipeline.sources import page_words
from desktop_app.pipeline.sources.pdf_lines import Line

# No line ends with an opening bracket, and programs keep a number with the bracket before it.
_UNBROKEN = re.compile(
    r"[（《〈“‘「『【\[(]*(?:[A-Za-z0-9.,:/%％‰+\-]+|.)(?:(?<=[A-Za-z0-9])[）)][A-Za-z0-9.,]+)?"
)
_MARK = re.compile(r"(?:[\[［]\d{1,2}[\]］]|[①-⑳])+")
_CLOSING = "，。、；：！？）》”’」』】〉,.;:!?)%％‰"
_ENDED = "。；：！？;:"
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
    r"|[\[［]\d{1,2}[\]］]|[①-⑳]|注[:：]|[图表]\s*\d"
)
_INDENT = 1.2  # of the size
_SLACK = 0.6
_SAME = 3.0  # points
_FEWEST = 2
_LONG = 12  # characters
_USUAL = 0.9  # of all lines are not wider than is usual
_SLACK_OF_EDGE = 2.0
_PITCH = 1.5
_LONGEST_STEP = 3.2  # of the size
_OTHER_SIZE = 0.12


class Block(Struct, frozen=True):
    """Lines of one column, top to bottom."""

    lines: tuple[Line, ...]


def paragraphs_of(blocks: Sequence[Block], whole: Sequence[Line]) -> list[str]:
    """Return the paragraphs of blocks that go on in one another; `whole` is all prose there is."""
    made: list[str] = []
    last: tuple[Line, _Margins] | None = None
    for block in blocks:
        if not block.lines:
            continue
        margins = _margins(block.lines, whole)
        for at, line in enumerate(block.lines):
            if last is not None and _goes_on(*last, line, margins, beneath=at > 0):
                made[-1] = _joined(made[-1], line.text)
            else:
                made.append(line.text)
            last = (line, margins)
    return made


class _Margins(Struct, frozen=True):
    left: float
    right: float
    pitch: float  # from one baseline to the next
    size: float  # of the text on all pages


def _margins(lines: Sequence[Line], whole: Sequence[Line]) -> _Margins:
    """Return the margins that several lines keep to; of all pages where one has too few lines."""
    left = _left([line.x0 for line in lines], _shared([line.x0 for line in whole], _FEWEST, 1))
    steps = [one.y - other.y for one, other in pairwise(lines)]
    pitch = median(steps) if steps else 0.0
    return _Margins(left, _right(lines, left, whole), pitch, median(line.size for line in whole))


def _left(edges: Sequence[float], usual: float | None) -> float:
    """Return the left margin of a block: its own, or that of all pages if a line reaches it."""
    own = _shared(edges, _FEWEST, 1)
    few = len(edges) < _FEWEST + 2
    if usual is not None and (own is None or few or any(abs(e - usual) < _SAME for e in edges)):
        return usual if own is None or own > usual else own
    return min(edges) if own is None else own


def _right(lines: Sequence[Line], left: float, whole: Sequence[Line]) -> float:
    """Return the right margin of a block: where its long lines end, or as far as lines usually go.

    Lines that are not spaced out to one edge end where the next word had no room: the longest
    one is nearest to the margin.
    """
    size = median_low(line.size for line in lines)
    alike = [line for line in lines if abs(line.size - size) <= _OTHER_SIZE * size]
    longest = max(line.x1 for line in alike)
    own = _shared([line.x1 for line in alike if len(line.text) >= _LONG], _FEWEST + 1, -1)
    if own is not None and longest - own < _SLACK_OF_EDGE * size:
        return own
    widths = sorted(line.x1 - line.x0 for line in whole if len(line.text) >= _LONG)
    usual = widths[int(len(widths) * _USUAL)] if widths else 0.0
    return max(longest, left + usual)


def _shared(edges: Sequence[float], fewest: int, direction: int) -> float | None:
    """Return the outermost edge that several lines have; the left for 1, the right for -1."""
    ordered = sorted(edges, key=lambda edge: edge * direction)
    for at, edge in enumerate(ordered):
        beside = ordered[at : at + fewest]
        if len(beside) == fewest and abs(beside[-1] - edge) < _SAME:
            return edge
    return None


def _goes_on(above: Line, its: _Margins, line: Line, margins: _Margins, *, beneath: bool) -> bool:
    """Whether `line` continues `above`; `beneath` says that it stands right under it."""
    text = line.text
    if abs(above.size - line.size) > _OTHER_SIZE * above.size:
        return False
    step = above.y - line.y
    if beneath and step > min(_PITCH * max(margins.pitch, line.size), _LONGEST_STEP * line.size):
        return False
    if text[0] in _CLOSING or _MARK.fullmatch(text):
        return True
    if _closes(above.text, text):
        return True
    if page_words.ends_title(above.text) and _is_inset(above, its):
        return False
    if line.size <= (1 + _OTHER_SIZE) * margins.size and _is_centred(above, line):
        return False
    token = _first_token(line)
    if above.x1 + token < its.right - _SLACK * above.size:
        return False
    indented = line.x0 > margins.left + _INDENT * line.size
    if not indented:
        return not (above.text[-1] in _ENDED and _ITEM.match(text))
    # An item may hang: its further lines begin to the right of its number.
    return above.text[-1] not in _ENDED and not _ITEM.match(text) and above.x0 <= line.x0


def _closes(above: str, text: str) -> bool:
    """Whether a line closes the bracket that the line above leaves open."""
    opened = max(above.rfind("（"), above.rfind("("))
    if opened < 0 or any(mark in above[opened:] for mark in "）)"):
        return False
    ends = [at for mark in "）)" if (at := text.find(mark)) >= 0]
    begins = [at for mark in "（(" if (at := text.find(mark)) >= 0]
    return bool(ends) and min(ends) < min(begins, default=len(text))


def _is_centred(above: Line, line: Line) -> bool:
    """Whether a shorter line stands under the middle of one, as a date under a name."""
    apart = abs(above.x0 + above.x1 - line.x0 - line.x1) / 2
    return apart < _SLACK * line.size and line.x0 > above.x0 + _INDENT * line.size


def _is_inset(line: Line, margins: _Margins) -> bool:
    """Whether a line keeps away from both margins, as what is set in the middle does."""
    inset = min(line.x0 - margins.left, margins.right - line.x1)
    return inset > _INDENT * line.size


def _first_token(line: Line) -> float:
    """Return how wide the beginning of a line is that could not have been broken off."""
    found = _UNBROKEN.match(line.text)
    count = len(found[0].replace(" ", "")) if found else 1
    while count < len(line.glyphs) and line.glyphs[count].char in _CLOSING:
        count += 1
    return line.glyphs[min(count, len(line.glyphs)) - 1].x1 - line.x0


def _joined(text: str, more: str) -> str:
    one, other = text[-1:], more[:1]
    if one == "-" and text[-2:-1].isalpha() and other.isalpha() and other.isascii():
        return text[:-1] + more
    words = one.isascii() and other.isascii() and (one.isalpha() or other.isalpha())
    return f"{text} {more}" if words and one.isalnum() and other.isalnum() else text + more

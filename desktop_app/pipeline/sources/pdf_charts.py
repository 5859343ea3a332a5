"""Charts that are drawn and not pictures: their scales, values and legends are no text.

What a chart prints is many numbers without words, at heights of their own. Read as lines they
would stand in the text as numbers of nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.pipeline.sources.pdf_lines import Line, is_number, is_year_row
from desktop_app.pipeline.sources.pdf_rules import CELL_GAP

_FEWEST = 3  # lines of numbers alone
_YEAR = re.compile(r"(?:19|20)?\d\d(?:年|\.\d{1,2})?|\d{1,2}月|[ⅠⅡⅢⅣ1-4]季度")
_SMALL = 0.93  # of the size of the text
_LONGEST_LABEL = 20
_PROSE = re.compile(r"[。，；：]")
_NEAR = 3.0  # of the size


def without_charts(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, top to bottom, without those that charts are labelled with."""
    if not lines:
        return []
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.glyphs)
    size = sizes.most_common(1)[0][0]
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end_of_numbers(lines, at)
        if sum(map(_is_numbers, lines[at:end])) < _FEWEST:
            kept.append(lines[at])
            at += 1
            continue
        while kept and _labels(kept[-1], lines[at], size):
            at -= 1
            kept.pop()
        while end < len(lines) and _labels(lines[end], lines[end - 1], size):
            end += 1
        at = end
    return kept


def _end_of_numbers(lines: Sequence[Line], begin: int) -> int:
    end = begin
    while end < len(lines) and (_is_numbers(lines[end]) or _is_axis(lines[end])):
        end += 1
    return end


def _is_numbers(line: Line) -> bool:
    return not is_year_row(line) and all(
        is_number(part.text) and part.text[-1].isdigit() for part in _parts(line)
    )


def _is_axis(line: Line) -> bool:
    return all(_YEAR.fullmatch("".join(part.text.split())) for part in _parts(line))


def _parts(line: Line) -> list[Line]:
    return line.segments(CELL_GAP)


def _labels(line: Line, beside: Line, size: float) -> bool:
    """Whether a line next to a chart's numbers is its axis, or small print that names parts."""
    if abs(line.y - beside.y) > _NEAR * max(line.size, beside.size):
        return False
    small = line.size < _SMALL * size and not _PROSE.search(line.text)
    return _is_axis(line) or (small and all(len(p.text) <= _LONGEST_LABEL for p in _parts(line)))

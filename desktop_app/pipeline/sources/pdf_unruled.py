"""Tables of a page without rules: rows of numbers under one another, and what heads them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.pipeline.sources.grid import Cell, table_lines
from desktop_app.pipeline.sources.pdf_cells import (
    cell_of,
    column_edges,
    crosses,
    has_numbers,
    head_rows,
    numbered_rows,
    spread,
)
from desktop_app.pipeline.sources.pdf_lines import Line, is_number, is_year_row
from desktop_app.pipeline.sources.pdf_tables import Table

_WIDE_GAP = 1.3
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST_LABEL = 4  # lines
_LONGEST_HEAD = 20
_CLOSE = 1.6  # of the size: from one line of a label to the next
_NEAR = 2.4  # of the size: from the baseline of a head to that of the next
_PROSE = ("。", "，", "；")
# The name of a table and its unit stand over it and head no column.
_OVER_TABLE = re.compile(r"[（(]?(?:续?表|图|(?:计量)?单位)\s*[\d一二三四五六七八九十:：]")


def take_unruled(lines: Sequence[Line]) -> tuple[list[Table], list[Line]]:
    """Return the tables without rules among lines from top to bottom, and the other lines."""
    tables: list[Table] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end_of_rows(lines, at)
        if end is None:
            rest.append(lines[at])
            at += 1
            continue
        first = next((n for n in range(at, end) if _is_row(lines[n])), at)
        rows = lines[first:end]
        edges = [float("-inf"), *(column_edges(rows) or _gaps(rows)), float("inf")]
        heads = rest[_first_head(rest, lines[at], edges) :]
        del rest[len(rest) - len(heads) :]
        tables.append(_unruled([*heads, *lines[at:first]], rows, edges))
        at = end
    return tables, rest


def _is_row(line: Line) -> bool:
    parts = line.segments(_WIDE_GAP)
    if len(parts) < 2 or line.text.endswith(_PROSE):
        return False
    numbers = [is_number(part.text) for part in parts]
    # Numbers alone are the scale of a chart.
    return any(numbers[1:]) and (not all(numbers) or is_year_row(line))


def _is_row_alone(line: Line) -> bool:
    """Whether one line is a row by itself, as where a page ends after it: a label and numbers."""
    parts = line.segments(_WIDE_GAP)
    if len(parts) < _FEWEST_CELLS or any(mark in line.text for mark in _PROSE):
        return False
    texts = [part.text for part in parts]
    if is_number(texts[0]):
        return False
    return all(map(is_number, texts[1:])) or all(len(text) > 1 for text in texts)


def _first_head(above: Sequence[Line], below: Line, edges: Sequence[float]) -> int:
    """Return where the lines begin, among those above a table's first row, that head its columns.

    A head alone on its line, as beside the middle of two others, is in one column and under more.
    """
    first = at = len(above)
    while at and _is_near(above[at - 1], below) and _is_brief(above[at - 1]):
        at -= 1
        below = above[at]
        if len(below.segments(_WIDE_GAP)) > 1:
            first = at
        elif crosses(below, edges) or first - at > 1:
            break
    return first


def _is_near(line: Line, below: Line) -> bool:
    return line.page == below.page and 0 <= line.y - below.y < _NEAR * max(line.size, below.size)


def _is_brief(line: Line) -> bool:
    if any(mark in line.text for mark in _PROSE) or _OVER_TABLE.match(line.text):
        return False
    return all(len(part.text) <= _LONGEST_HEAD for part in line.segments(_WIDE_GAP))


def _end_of_rows(lines: Sequence[Line], begin: int) -> int | None:
    """Return where the rows end that begin at a line; None if they are no table."""
    first = lines[begin]
    count, end = int(_heads_rows(lines, begin)), begin
    if _is_row_alone(first) and (has_numbers(first) or not _has_near(lines, begin)):
        count = _FEWEST_ROWS
    widest = first.x0  # where the longest label ends
    numbers = 0  # that the fullest row has
    for at in range(begin, len(lines)):
        line = lines[at]
        parts = line.segments(_WIDE_GAP)
        if _is_row(line) or (at == begin and count):
            count, end = count + (at > begin or count != 1), at + 1
            widest, numbers = max(widest, parts[0].x1), max(numbers, len(parts) - 1)
        elif at > end and len(parts) == numbers > 1 and all(is_number(p.text) for p in parts):
            count, end = count + 1, at + 1  # beside the middle of a label of several lines
        elif at > begin and _is_label(line, widest) and _is_near(lines[at - 1], line):
            if at == end and _goes_on(lines[at - 1], line, widest):
                end += 1  # the rest of a label, under its numbers
            elif at - end >= _LONGEST_LABEL:
                break
        elif at == begin or at > end or any(mark in line.text for mark in _PROSE):
            break
    return end if count >= _FEWEST_ROWS else None


def _heads_rows(lines: Sequence[Line], at: int) -> bool:
    """Whether a line heads the columns of the row under it, though it has no number itself."""
    if not _has_near(lines, at) or has_numbers(lines[at]) or not _is_brief(lines[at]):
        return False
    heads, below = (len(line.segments(_WIDE_GAP)) for line in lines[at : at + 2])
    return heads >= _FEWEST_CELLS and heads == below and _is_row(lines[at + 1])


def _is_label(line: Line, widest: float) -> bool:
    return len(line.segments(_WIDE_GAP)) == 1 and line.x1 < widest + line.size and _is_brief(line)


def _has_near(lines: Sequence[Line], at: int) -> bool:
    return at + 1 < len(lines) and _is_near(lines[at], lines[at + 1])


def _goes_on(above: Line, line: Line, widest: float) -> bool:
    """Whether the label above, or this part of it, is too long for one line."""
    full = max(line.x1, above.segments(_WIDE_GAP)[0].x1) > widest - line.size
    return full and above.y - line.y < _CLOSE * line.size


def _unruled(heads: Sequence[Line], lines: Sequence[Line], edges: Sequence[float]) -> Table:
    rows = head_rows(heads, edges) or _one_row(heads, edges)
    labels = [line for line in lines if len(line.segments(_WIDE_GAP)) < 2]
    broken_labels = numbered_rows(lines, _label_edges(lines, edges)) if labels else []
    rows += broken_labels
    for line in lines if not broken_labels else ():
        cells = list(spread(line, edges))
        broken = rows and any(cell.text.endswith(".") for cell in rows[-1])
        if broken and not cells[0].text and len(cells) == len(rows[-1]):
            pairs = zip(rows[-1], cells, strict=True)
            rows[-1] = [Cell(one.lines + other.lines, one.columns) for one, other in pairs]
        else:
            rows.append(cells)
    whole = [*heads, *lines]
    top = whole[0].y + whole[0].size
    x0, x1 = min(line.x0 for line in whole), max(line.x1 for line in whole)
    return Table(x0, x1, top, whole[0].page, tuple(table_lines(rows)))


def _label_edges(lines: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """Return the places between columns, the first right where the longest label ends."""
    parts = [line.within(edges[0], edges[1]) for line in lines]
    longest = max((part.x1 for part in parts if part is not None), default=edges[1])
    return [edges[0], min(longest + 1, edges[1]), *edges[2:]]


def _one_row(heads: Sequence[Line], edges: Sequence[float]) -> list[list[Cell]]:
    """Return lines of heads as one row: what stands under one another in a column is one head."""
    if len(heads) < 2:
        return [list(spread(line, edges)) for line in heads]
    return [[cell_of(heads, x0, x1) for x0, x1 in pairwise(edges)]]


def _gaps(lines: Sequence[Line]) -> list[float]:
    """Return the places between the parts of the first line, where there are no numbers."""
    parts = lines[0].segments(_WIDE_GAP)
    return [(one.x1 + other.x0) / 2 for one, other in pairwise(parts)]

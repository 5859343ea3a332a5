"""Where the columns of a table are, and the cells of lines that head them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.pipeline.sources.grid import Cell
from desktop_app.pipeline.sources.pdf_lines import Line, is_number
from desktop_app.pipeline.sources.pdf_rules import CELL_GAP

_COLUMN_GAP = 0.45  # of the size
# A number too wide for its column: only the last line has its end.
_CUT_NUMBER = re.compile(r"[-+－]?(?:\d[\d,]*\n)+[\d,]*(?:\.\d*\n?\d*)?[%％]?")
_FULL = 0.4  # of the width of a column, that its lines fill before they are broken
_BOTTOM = 0.25  # of the height of heads: what stands higher is not in their lowest line


def column_edges(lines: Sequence[Line]) -> list[float]:
    """Return the places between columns: where no part of a row with numbers lies."""
    parts = sorted(
        (part.x0, part.x1)
        for line in lines
        if any(is_number(part.text) for part in line.segments(CELL_GAP)[1:])
        for part in line.segments(CELL_GAP)
    )
    if not parts:
        return []
    gap = _COLUMN_GAP * min(line.size for line in lines)
    edges: list[float] = []
    reach = parts[0][1]
    for x0, x1 in parts[1:]:
        if x0 - reach > gap:
            edges.append((reach + x0) / 2)
        reach = max(reach, x1)
    return edges


def spread(line: Line, edges: Sequence[float]) -> Iterator[Cell]:
    """Yield the cells of a line; a part that lies across an edge covers the columns beside it."""
    parts = line.segments(CELL_GAP)
    column, columns = 0, len(edges) - 1
    while column < columns:
        width = 1
        while column + width < columns and any(
            part.x0 < edges[column + width] < part.x1 for part in parts
        ):
            width += 1
        inside = line.within(edges[column], edges[column + width])
        yield Cell((inside.text,) if inside else (), width)
        column += width


def cell_of(lines: Sequence[Line], x0: float, x1: float, columns: int = 1, rows: int = 1) -> Cell:
    """Return the cell between two places of some lines; a number broken in it is whole again."""
    parts = [part for line in lines if (part := line.within(x0, x1)) is not None]
    texts = tuple(part.text for part in parts)
    wide = all(part.x1 - part.x0 > _FULL * (x1 - x0) for part in parts[:-1])
    if len(texts) > 1 and wide and _CUT_NUMBER.fullmatch("\n".join(texts)):
        texts = ("".join(texts),)
    return Cell(texts, columns, rows)


def head_rows(lines: Sequence[Line], edges: Sequence[float]) -> list[list[Cell]]:
    """Return the rows of heads where some stand over several columns; none if none does.

    A head beside the middle of two lines is over its column alone, and in both rows.
    """
    upper = [line for line in lines if crosses(line, edges)]
    lower = [line for line in lines if line not in upper]
    if not upper or not lower or lower[-1].y > upper[-1].y:
        return []
    bottom = lower[-1].y + _BOTTOM * (upper[0].y - lower[-1].y)
    places = list(pairwise(edges))
    parts = [[part for line in lower if (part := line.within(*place))] for place in places]
    tall = [bool(own) and all(part.y > bottom for part in own) for own in parts]
    rows: list[list[Cell]] = []
    for at, line in enumerate(upper):
        rows.append([])
        column = 0
        for cell in spread(line, edges):
            if not tall[column]:
                rows[-1].append(cell)
            elif not at:
                rows[-1].append(cell_of(lower, *places[column], rows=len(upper) + 1))
            column += cell.columns
    low = [place for place, high in zip(places, tall, strict=True) if not high]
    rows.append([cell_of(lower, *place) for place in low])
    return rows


def crosses(line: Line, edges: Sequence[float]) -> bool:
    """Whether a part of a line lies across the place between two columns."""
    return any(
        part.x0 < edge < part.x1 for part in line.segments(CELL_GAP) for edge in edges[1:-1]
    )

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
_TIGHT = 0.9  # of the size: lines of one column stand further apart
_FULL_LABEL = 1.6  # of the size: a label that ends as near to the end of its cell goes on
_NEARER = 1.2
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


def has_numbers(line: Line) -> bool:
    """Whether numbers stand in a line beside what names them."""
    return any(is_number(part.text) for part in line.segments(CELL_GAP)[1:])


def numbered_rows(lines: Sequence[Line], edges: Sequence[float]) -> list[list[Cell]]:
    """Return the rows of a band, by its numbers; none if it has them on one line at most."""
    parted = [[line.within(x0, x1) for x0, x1 in pairwise(edges)] for line in lines]
    numbered = [any(part and is_number(part.text) for part in row[1:]) for row in parted]
    rows_y = [line.y for line, has in zip(lines, numbered, strict=True) if has]
    if len(rows_y) < 2 or any(above - y < _TIGHT * lines[0].size for above, y in pairwise(rows_y)):
        return []  # lines so near are those of cells in one row, each in the middle of it
    rows: list[list[list[str]]] = []
    waiting: list[str] = []  # the beginning of a label whose numbers stand further below
    going_on = False  # whether the label above is not at its end
    leanings = _leanings(lines)
    for row, has_number, leaning in zip(parted, numbered, leanings, strict=True):
        label = row[0]
        full = label is not None and label.x1 > edges[1] - _FULL_LABEL * label.size
        texts = [[part.text] if part else [] for part in row]
        if label is None and rows and any(cell and cell[-1].endswith(".") for cell in rows[-1]):
            # A number broken after its point, in a column too narrow for it.
            rows[-1] = [above + cell for above, cell in zip(rows[-1], texts, strict=True)]
        elif has_number:
            texts[0] = waiting + texts[0]
            waiting = []
            rows.append(texts)
            # Numbers without a label stand beside the middle of one, which goes on below them.
            going_on = full or label is None
        elif not any(texts[1:]) and going_on and rows and not waiting and leaning <= 0:
            rows[-1][0] += texts[0]
            going_on = full
        elif not any(texts[1:]) and (full or leaning > 0):
            waiting += texts[0]
        else:
            if waiting:
                rows.append([waiting, *([] for _ in texts[1:])])
                waiting = []
            rows.append(texts)
            going_on = False
    if waiting:
        rows.append([waiting, *([] for _ in edges[2:])])
    return [[Cell(tuple(cell)) for cell in row] for row in rows]


def _leanings(lines: Sequence[Line]) -> list[int]:
    """Return for each line whether it stands nearer to the one below (1), or above (-1), or not.

    Rows are often further apart than the lines of one label.
    """
    steps = [above.y - line.y for above, line in pairwise(lines)]
    around = zip([None, *steps], [*steps, None], strict=True)
    return [
        0 if over is None or under is None else (over > _NEARER * under) - (under > _NEARER * over)
        for over, under in around
    ]

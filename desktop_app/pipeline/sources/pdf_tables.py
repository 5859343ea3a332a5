"""Tables of a page that rules mark off.

Columns are where upright rules are, else where no number and no label of a row lies. Rows are
where level rules are; between two of them every line with a number is a row, and a line without
one is the rest of a label, or a heading over rows. In a band without numbers everything in a
column is one cell, unless some of it stands over several columns.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.pipeline.sources.grid import Cell, table_lines
from desktop_app.pipeline.sources.pdf_cells import cell_of, column_edges, head_rows
from desktop_app.pipeline.sources.pdf_lines import Line, is_number
from desktop_app.pipeline.sources.pdf_marks import Rule
from desktop_app.pipeline.sources.pdf_rules import CELL_GAP, NEAR, Zone, zones

_MOST = 0.6
_TIGHT = 0.9  # of the size: lines of one column stand further apart
_FULL_LABEL = 1.6  # of the size: a label that ends as near to the end of its cell goes on


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page: its place, and its lines with tabs between the cells."""

    x0: float
    x1: float
    top: float
    page: int
    rows: tuple[str, ...]


def take_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[list[Table], list[Line]]:
    """Return the tables that rules mark off on a page, and the lines that are in none."""
    tables: list[Table] = []
    rest = list(lines)
    for zone in zones(rules, lines):
        parts = [zone.parted(line) for line in rest]
        inside = [line for line, _ in parts if line is not None]
        rows = _ruled_rows(zone, inside)
        if rows:
            rest = [line for _, line in parts if line is not None]
            page = inside[0].page
            tables.append(Table(zone.x0, zone.x1, zone.y1, page, tuple(table_lines(rows))))
    return tables, rest


def _ruled_rows(zone: Zone, lines: Sequence[Line]) -> list[list[Cell]]:
    """Return the rows of a zone; none if it is no table."""
    inner = _places(rule.x0 for rule in zone.upright if zone.x0 + NEAR < rule.x0 < zone.x1 - NEAR)
    # What is left of a table on its last page may be one row.
    if len(lines) < (1 if inner else 2):
        return []
    edges = [zone.x0 - NEAR, *inner, zone.x1 + NEAR]
    if not inner:
        edges = [edges[0], *column_edges(lines), edges[-1]]
    if len(edges) < 3:
        return []
    levels = _places(rule.y0 for rule in zone.level if zone.y0 + NEAR < rule.y0 < zone.y1 - NEAR)
    heights = [zone.y1 + NEAR, *reversed(levels), zone.y0 - NEAR]
    rows: list[list[Cell]] = []
    grid = _Grid(edges, heights, zone, ruled=bool(inner))
    for band in grid.bands(lines):
        rows.extend(band)
    return rows


def _places(values: Iterable[float]) -> list[float]:
    """Return the values in order, those near each other once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > NEAR:
            places.append(value)
    return places


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns and bands of a zone, left to right and top to bottom."""

    edges: Sequence[float]
    heights: Sequence[float]
    zone: Zone
    ruled: bool

    def bands(self, lines: Sequence[Line]) -> Iterator[list[list[Cell]]]:
        """Yield the rows of each band between two level rules."""
        covered: set[tuple[int, int]] = set()
        own_lines = [
            self._lines_in(lines, band, band + 1) for band in range(len(self.heights) - 1)
        ]
        rows_are_bands = self.ruled and _hold_one_row(own_lines)
        for band, own in enumerate(own_lines):
            tall = {
                column: depth
                for column in range(len(self.edges) - 1)
                if (depth := self._depth(band, column)) > 1 and (band, column) not in covered
            }
            split: list[list[Cell]] = []
            if not (tall or rows_are_bands or self._covers(band, covered)):
                split = _rows_of_band(own, self.edges)
            if not self.ruled and not tall and len(split) < 2:
                split = head_rows(own, self.edges)
            if len(split) > 1:
                yield split
                continue
            yield [list(self._cells(lines, band, tall, covered))]

    def _covers(self, band: int, covered: set[tuple[int, int]]) -> bool:
        return any(row == band for row, _ in covered)

    def _lines_in(self, lines: Sequence[Line], band: int, end: int) -> list[Line]:
        upper, lower = self.heights[band], self.heights[end]
        return [line for line in lines if lower < line.y + line.size / 3 <= upper]

    def _depth(self, band: int, column: int) -> int:
        """Return how many bands the cell covers that begins in a band and a column."""
        middle = (self.edges[column] + self.edges[column + 1]) / 2
        depth = 1
        while band + depth < len(self.heights) - 1:
            height = self.heights[band + depth]
            if any(
                abs(rule.y0 - height) <= NEAR and rule.x0 <= middle <= rule.x1
                for rule in self.zone.level
            ):
                break
            depth += 1
        return depth

    def _cells(
        self,
        lines: Sequence[Line],
        band: int,
        tall: dict[int, int],
        covered: set[tuple[int, int]],
    ) -> Iterator[Cell]:
        columns = len(self.edges) - 1
        column = 0
        while column < columns:
            if (band, column) in covered:
                column += 1
                continue
            depth = tall.get(column, 1)
            own = self._lines_in(lines, band, band + depth)
            width = self._width(band, column, own)
            for row in range(band + 1, band + depth):
                covered.update((row, at) for at in range(column, column + width))
            place = self.edges[column], self.edges[column + width]
            yield cell_of(own, *place, width, depth)
            column += width

    def _width(self, band: int, column: int, lines: Sequence[Line]) -> int:
        """Return how many columns a cell covers: until a rule or a gap parts it from the next."""
        width = 1
        middle = (self.heights[band] + self.heights[band + 1]) / 2
        while column + width < len(self.edges) - 1:
            edge = self.edges[column + width]
            if self.ruled:
                parted = any(
                    abs(rule.x0 - edge) <= NEAR and rule.y0 <= middle <= rule.y1
                    for rule in self.zone.upright
                )
            else:
                parted = not any(
                    part.x0 < edge < part.x1 for line in lines for part in line.segments(CELL_GAP)
                )
            if parted:
                break
            width += 1
        return width


def _hold_one_row(bands: Sequence[Sequence[Line]]) -> bool:
    """Whether level rules part all rows: in most bands numbers stand on one line."""
    counts = [sum(_has_numbers(line) for line in lines) for lines in bands]
    numbered = [count for count in counts if count]
    return sum(count == 1 for count in numbered) > _MOST * len(numbered)


def _has_numbers(line: Line) -> bool:
    return any(is_number(part.text) for part in line.segments(CELL_GAP)[1:])


def _rows_of_band(lines: Sequence[Line], edges: Sequence[float]) -> list[list[Cell]]:
    """Return the rows of a band, by its numbers; none if it has them on one line at most."""
    spread = [[line.within(x0, x1) for x0, x1 in pairwise(edges)] for line in lines]
    numbered = [any(part and is_number(part.text) for part in row[1:]) for row in spread]
    rows_y = [line.y for line, has in zip(lines, numbered, strict=True) if has]
    if len(rows_y) < 2 or any(above - y < _TIGHT * lines[0].size for above, y in pairwise(rows_y)):
        return []  # lines so near are those of cells in one row, each in the middle of it
    rows: list[list[list[str]]] = []
    waiting: list[str] = []  # the beginning of a label whose numbers stand further below
    going_on = False  # whether the label above is not at its end
    for row, has_number in zip(spread, numbered, strict=True):
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
        elif not any(texts[1:]) and going_on and rows and not waiting:
            rows[-1][0] += texts[0]
            going_on = full
        elif not any(texts[1:]) and full:
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

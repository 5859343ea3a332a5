"""Tables of a page that rules mark off.

Columns are where upright rules are, else where no number and no label of a row lies. Rows are
where level rules are; between two of them every line with a number is a row, and a line without
one is the rest of a label, or a heading over rows. In a band without numbers everything in a
column is one cell, unless some of it stands over several columns.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.pipeline.sources.grid import Cell, is_page_layout, paragraphs_in, table_lines
from desktop_app.pipeline.sources.pdf_cells import (
    cell_of,
    column_edges,
    has_numbers,
    head_rows,
    numbered_rows,
)
from desktop_app.pipeline.sources.pdf_lines import Line
from desktop_app.pipeline.sources.pdf_marks import Rule
from desktop_app.pipeline.sources.pdf_rules import CELL_GAP, NEAR, Zone, zones

_MOST = 0.6
_STEP = 2.4  # of the size: from the baseline of one row to that of the next


class Table(Struct, frozen=True):
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
    for marked in zones(rules, lines):
        zone = _with_rows_below(marked, rest)
        parts = [zone.parted(line) for line in rest]
        inside = [line for line, _ in parts if line is not None]
        rows = _ruled_rows(zone, inside)
        if rows:
            rest = [line for _, line in parts if line is not None]
            page = inside[0].page
            tables.append(Table(zone.x0, zone.x1, zone.y1, page, tuple(_texts_of(rows))))
    return tables, rest


def _texts_of(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Return the lines of a table, or the paragraphs of one that only places them on the page."""
    cells = [cell for row in rows for cell in row]
    if is_page_layout(cell.text for cell in cells):
        return (text for cell in cells for text in paragraphs_in(cell))
    return table_lines(rows)


def _with_rows_below(zone: Zone, lines: Sequence[Line]) -> Zone:
    """Return a zone that holds heads alone with the rows under it: no rule may close a page."""
    inside = [line for line in lines if zone.parted(line)[0] is not None]
    if zone.upright or not inside or any(map(has_numbers, inside)):
        return zone
    last = inside[-1]
    for line in lines:
        if line.y < last.y and zone.parted(line)[0] is None:
            if last.y - line.y > _STEP * line.size or not has_numbers(line):
                break
            last = line
    return zone if last is inside[-1] else replace(zone, y0=last.y - last.size / 2)


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


class _Grid(Struct, frozen=True):
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
                split = numbered_rows(own, self.edges)
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
    counts = [sum(has_numbers(line) for line in lines) for lines in bands]
    numbered = [count for count in counts if count]
    return sum(count == 1 for count in numbered) > _MOST * len(numbered)

"""Tables of a page: where rules, or numbers under one another, say that there is one.

Columns are where upright rules are, else where no number and no label of a row lies. Rows are
where level rules are; between two of them every line with a number is a row, and a line without
one is the rest of a label, or a heading over rows. In a band without numbers everything in a
column is one cell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.pipeline.sources.grid import Cell, table_lines
from desktop_app.pipeline.sources.pdf_lines import Line, is_number
from desktop_app.pipeline.sources.pdf_page import Rule

_NEAR = 4.0  # points: rules as near are one, or touch
_ROOM = 2.0
_NARROWEST = 80.0
_CELL_GAP = 0.9  # of the size: cells lie as far apart, words do not
_WIDE_GAP = 1.3
_COLUMN_GAP = 0.45
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_FULL_LABEL = 1.6  # of the size: a label that ends as near to the end of its cell goes on
_CAPTION = re.compile(r"[表图]\s*\d")
_MOST_RULES, _MOST_MERGED = 8000, 800
_PROSE = ("。", "，", "；")


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page: its upper edge, and its lines with tabs between the cells."""

    top: float
    page: int
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Zone:
    """Part of a page that rules mark off."""

    x0: float
    x1: float
    y0: float
    y1: float
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    def holds(self, line: Line) -> bool:
        middle = line.y + line.size / 3
        if not self.y0 - _ROOM < middle < self.y1 + _ROOM:
            return False
        return line.x0 < self.x1 and line.x1 > self.x0


def take_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[list[Table], list[Line]]:
    """Return the tables that rules mark off on a page, and the lines that are in none."""
    tables: list[Table] = []
    rest = list(lines)
    for zone in _zones(rules, lines):
        inside = [line for line in rest if zone.holds(line)]
        rows = _ruled_rows(zone, inside)
        if rows:
            rest = [line for line in rest if line not in inside]
            tables.append(Table(zone.y1, inside[0].page, tuple(table_lines(rows))))
    return tables, rest


def _zones(rules: Sequence[Rule], lines: Sequence[Line]) -> Iterator[_Zone]:
    if len(rules) > _MOST_RULES:
        return  # a map
    level = _merged([rule for rule in rules if rule.level])
    upright = _merged([rule for rule in rules if not rule.level])
    if len(level) + len(upright) > _MOST_MERGED:
        return
    for group in _connected([*level, *upright]):
        across = [rule for rule in group if rule.level and rule.x1 - rule.x0 > _NEAR]
        down = [rule for rule in group if not rule.level]
        if len(across) > 1 or (down and across):
            yield from _parted(across, down, lines)


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules with the pieces of one line put together."""

    def along(rule: Rule) -> tuple[float, float, float, float]:
        ordered = (rule.y0, rule.x0, rule.x1, rule.y1)
        return ordered if rule.level else (rule.x0, rule.y0, rule.y1, rule.x1)

    merged: list[Rule] = []
    open_rules: list[Rule] = []
    for rule in sorted(rules, key=along):
        open_rules = [
            other for other in open_rules if along(rule)[0] - along(other)[0] < _NEAR / 2
        ]
        joined = next((other for other in open_rules if _touch(rule, other)), None)
        if joined is not None:
            merged.remove(joined)
            open_rules.remove(joined)
            rule = Rule(
                min(rule.x0, joined.x0), max(rule.x1, joined.x1),
                min(rule.y0, joined.y0), max(rule.y1, joined.y1),
            )  # fmt: skip
        merged.append(rule)
        open_rules.append(rule)
    return merged


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.x0 <= other.x1 + _NEAR
        and other.x0 <= one.x1 + _NEAR
        and one.y0 <= other.y1 + _NEAR
        and other.y0 <= one.y1 + _NEAR
    )


def _same_width(one: Rule, other: Rule) -> bool:
    both_level = one.level and other.level
    return both_level and abs(one.x0 - other.x0) < _NEAR * 2 and abs(one.x1 - other.x1) < _NEAR * 2


def _connected(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the groups of rules that touch, or that are level and equally long."""
    left = sorted(rules, key=lambda rule: -rule.y1)
    while left:
        group = [left.pop(0)]
        for member in group:
            found = [
                other for other in left if _touch(member, other) or _same_width(member, other)
            ]
            group.extend(found)
            left = [other for other in left if other not in found]
        yield group


def _parted(
    across: Sequence[Rule], down: Sequence[Rule], lines: Sequence[Line]
) -> Iterator[_Zone]:
    """Yield the zones of a group; tables of one width under one another have text between them."""
    levels = sorted(across, key=lambda rule: -rule.y0)
    begun = 0
    for at in range(1, len(levels) + 1):
        if at < len(levels) and _goes_on(levels[at - 1], levels[at], down, lines):
            continue
        part = levels[begun:at]
        begun = at
        y0, y1 = part[-1].y0, part[0].y1
        inner = [rule for rule in down if rule.y0 < y1 + _NEAR and rule.y1 > y0 - _NEAR]
        if inner:
            y0, y1 = min(y0, *(r.y0 for r in inner)), max(y1, *(r.y1 for r in inner))
        x0, x1 = min(rule.x0 for rule in part), max(rule.x1 for rule in part)
        if x1 - x0 >= _NARROWEST and y1 - y0 > _NEAR * 2:
            yield _Zone(x0, x1, y0, y1, tuple(part), tuple(inner))


def _goes_on(upper: Rule, lower: Rule, down: Sequence[Rule], lines: Sequence[Line]) -> bool:
    if down:
        return any(r.y0 <= lower.y1 + _NEAR and r.y1 >= upper.y0 - _NEAR for r in down)
    between = [line for line in lines if lower.y0 < line.y < upper.y1]
    if any(_CAPTION.match(line.text) for line in between):
        return False
    return any(len(line.segments(_CELL_GAP)) > 1 for line in between) or not between


def _ruled_rows(zone: _Zone, lines: Sequence[Line]) -> list[list[Cell]]:
    """Return the rows of a zone; none if it is no table."""
    if len(lines) < 2:
        return []
    inner = _places(
        rule.x0 for rule in zone.upright if zone.x0 + _NEAR < rule.x0 < zone.x1 - _NEAR
    )
    edges = [zone.x0 - _NEAR, *inner, zone.x1 + _NEAR]
    if not inner:
        edges = [edges[0], *_column_edges(lines), edges[-1]]
    if len(edges) < 3:
        return []
    levels = _places(rule.y0 for rule in zone.level if zone.y0 + _NEAR < rule.y0 < zone.y1 - _NEAR)
    heights = [zone.y1 + _NEAR, *reversed(levels), zone.y0 - _NEAR]
    rows: list[list[Cell]] = []
    grid = _Grid(edges, heights, zone, ruled=bool(inner))
    for band in grid.bands(lines):
        rows.extend(band)
    return rows


def _places(values: Iterable[float]) -> list[float]:
    """Return the values in order, those near each other once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns and bands of a zone, left to right and top to bottom."""

    edges: Sequence[float]
    heights: Sequence[float]
    zone: _Zone
    ruled: bool

    def bands(self, lines: Sequence[Line]) -> Iterator[list[list[Cell]]]:
        """Yield the rows of each band between two level rules."""
        covered: set[tuple[int, int]] = set()
        count = len(self.heights) - 1
        for band in range(count):
            own = self._lines_in(lines, band, band + 1)
            tall = {
                column: depth
                for column in range(len(self.edges) - 1)
                if (depth := self._depth(band, column)) > 1 and (band, column) not in covered
            }
            split = (
                _rows_of_band(own, self.edges)
                if not tall and not self._covers(band, covered)
                else []
            )
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
        if not self.ruled:
            return 1
        middle = (self.edges[column] + self.edges[column + 1]) / 2
        depth = 1
        while band + depth < len(self.heights) - 1:
            height = self.heights[band + depth]
            if any(
                abs(rule.y0 - height) <= _NEAR and rule.x0 <= middle <= rule.x1
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
            inside = [line.within(self.edges[column], self.edges[column + width]) for line in own]
            texts = tuple(line.text for line in inside if line is not None)
            yield Cell(texts, width, depth)
            column += width

    def _width(self, band: int, column: int, lines: Sequence[Line]) -> int:
        """Return how many columns a cell covers: until a rule or a gap parts it from the next."""
        width = 1
        middle = (self.heights[band] + self.heights[band + 1]) / 2
        while column + width < len(self.edges) - 1:
            edge = self.edges[column + width]
            if self.ruled:
                parted = any(
                    abs(rule.x0 - edge) <= _NEAR and rule.y0 <= middle <= rule.y1
                    for rule in self.zone.upright
                )
            else:
                parted = not any(
                    part.x0 < edge < part.x1 for line in lines for part in line.segments(_CELL_GAP)
                )
            if parted:
                break
            width += 1
        return width


def _rows_of_band(lines: Sequence[Line], edges: Sequence[float]) -> list[list[Cell]]:
    """Return the rows of a band, by its numbers; none if it has them on one line at most."""
    spread = [[line.within(x0, x1) for x0, x1 in pairwise(edges)] for line in lines]
    numbered = [any(part and is_number(part.text) for part in row[1:]) for row in spread]
    if sum(numbered) < 2:
        return []
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


def _column_edges(lines: Sequence[Line]) -> list[float]:
    """Return the places between columns: where no part of a row with numbers lies."""
    parts = sorted(
        (part.x0, part.x1)
        for line in lines
        if any(is_number(part.text) for part in line.segments(_CELL_GAP)[1:])
        for part in line.segments(_CELL_GAP)
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
        while rest and rest[-1] is lines[at - 1] and _is_heading(rest[-1]):
            at -= 1
            rest.pop()
        tables.append(_unruled(lines[at:end]))
        at = end
    return tables, rest


def _is_row(line: Line) -> bool:
    parts = line.segments(_WIDE_GAP)
    if len(parts) < 2 or line.text.endswith(_PROSE):
        return False
    numbers = [is_number(part.text) for part in parts]
    # Numbers alone are the scale of a chart.
    return any(numbers[1:]) and not all(numbers)


def _is_row_alone(line: Line) -> bool:
    """Whether one line is a row by itself, as where a page ends after it: a label and numbers."""
    parts = line.segments(_WIDE_GAP)
    if len(parts) < _FEWEST_CELLS or any(mark in line.text for mark in _PROSE):
        return False
    texts = [part.text for part in parts]
    if is_number(texts[0]):
        return False
    return all(map(is_number, texts[1:])) or all(len(text) > 1 for text in texts)


def _is_heading(line: Line) -> bool:
    return len(line.segments(_WIDE_GAP)) > 1 and not any(mark in line.text for mark in _PROSE)


def _end_of_rows(lines: Sequence[Line], begin: int) -> int | None:
    """Return where the rows end that begin at a line; None if they are no table."""
    count, end = 0, begin
    if _is_row_alone(lines[begin]):
        count = _FEWEST_ROWS
    for at in range(begin, len(lines)):
        line = lines[at]
        if _is_row(line) or (at == begin and count):
            count, end = count + 1, at + 1
        elif at == begin or at > end or any(mark in line.text for mark in _PROSE):
            break
    return end if count >= _FEWEST_ROWS else None


def _unruled(lines: Sequence[Line]) -> Table:
    inner = _column_edges(lines) or _gaps(lines)
    edges = [float("-inf"), *inner, float("inf")]
    rows: list[list[Cell]] = []
    for line in lines:
        cells = list(_spread(line, edges))
        broken = rows and any(cell.text.endswith(".") for cell in rows[-1])
        if broken and not cells[0].text and len(cells) == len(rows[-1]):
            pairs = zip(rows[-1], cells, strict=True)
            rows[-1] = [Cell(one.lines + other.lines, one.columns) for one, other in pairs]
        else:
            rows.append(cells)
    top = lines[0].y + lines[0].size
    return Table(top, lines[0].page, tuple(table_lines(rows)))


def _gaps(lines: Sequence[Line]) -> list[float]:
    """Return the places between the parts of the first line, where there are no numbers."""
    parts = lines[0].segments(_WIDE_GAP)
    return [(one.x1 + other.x0) / 2 for one, other in pairwise(parts)]


def _spread(line: Line, edges: Sequence[float]) -> Iterator[Cell]:
    """Yield the cells of a line; a part that lies across an edge covers the columns beside it."""
    parts = line.segments(_CELL_GAP)
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

"""The tables of a bulletin: which passages are their rows, captions and heads.

A row of a table is a passage whose cells are parted by tabs; a passage without tabs among them is
a caption, a line of units, or the name of the rows below it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Passage, PassageKind

_CELL = "\t"
# Lines of heads one under another; more of them are rows of words.
_MOST_HEADS = 4
# Qt lays out a table as a whole: a longer one is set as several without a gap.
_MOST_ROWS = 200
_MOST_COLUMNS = 64
_LONGEST_NUMBER = 20
_SHORT_NAME = 5
_NUMBER = re.compile(r"[±+＋\-−－—–]?\s*\d[\d,，.．:：\s]*(?:[%％‰]|倍)?|[-—–…/／]+|持平")


class Row(Struct, frozen=True):
    """One row: the passage it is, its number of cells, and whether it heads columns."""

    passage: int
    cells: int
    head: bool

    @property
    def spans(self) -> bool:
        """Whether the row is one cell across all columns: the name of the rows below."""
        return self.cells == 1


class Table(Struct, frozen=True):
    """Rows that are set as one table.

    `numbers` says of each column whether it holds numbers; `goes_on` that more rows of the same
    table follow it, `continued` that some came before.
    """

    rows: tuple[Row, ...]
    numbers: tuple[bool, ...]
    goes_on: bool = False
    continued: bool = False

    @property
    def columns(self) -> int:
        return len(self.numbers)


class _Line(Struct, frozen=True):
    """A passage among rows: its cells, and whether it holds data."""

    at: int
    cells: tuple[str, ...]
    data: bool

    @property
    def single(self) -> bool:
        return len(self.cells) == 1 or (sum(map(bool, self.cells)) <= 1 and not self.data)


def find_tables(bulletin: Bulletin) -> tuple[dict[int, Table], frozenset[int]]:
    """Return the tables by the number of their first passage, and the passages over tables.

    What stands over a table is its caption or its line of units. Numbers of passages count
    `bulletin.passages` from 0.
    """
    tables: dict[int, Table] = {}
    captions: set[int] = set()
    starts = sorted(figure.read_start for figure in bulletin.figures)

    def holds_figure(passage: Passage) -> bool:
        at = bisect_left(starts, passage.read_start)
        return at < len(starts) and starts[at] < passage.read_end

    numbered = enumerate(bulletin.passages)
    for is_table, group in groupby(numbered, lambda pair: pair[1].kind is PassageKind.TABLE):
        if not is_table:
            continue
        lines = [_line(at, passage, bulletin.text.hans, holds_figure) for at, passage in group]
        for part in _parts(lines):
            first = next(n for n, line in enumerate(part) if not line.single)
            captions.update(line.at for line in part[:first])
            for table in _tables(part[first:]):
                tables[table.rows[0].passage] = table
    return tables, frozenset(captions)


def _line(at: int, passage: Passage, text: str, holds_figure: Callable[[Passage], bool]) -> _Line:
    cells = tuple(
        cell.strip() for cell in text[passage.read_start : passage.read_end].split(_CELL)
    )
    return _Line(at, cells, len(cells) > 1 and holds_figure(passage))


def _parts(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each table: single lines over a row of heads open another one."""
    part: list[_Line] = []
    for number, line in enumerate(lines):
        if line.single and any(row.data for row in part):
            below = next((row for row in lines[number:] if not row.single), None)
            if below is not None and not below.data and not _numbers(below.cells[1:]):
                yield part
                part = []
        part.append(line)
    if any(not line.single for line in part):
        yield part


def is_whole(cell: str) -> bool:
    """Whether a cell is never broken, however narrow its column: a number, a short name."""
    text = cell.strip()
    if len(text) <= _SHORT_NAME:
        return bool(text)
    return len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None


def _numbers(cells: Sequence[str]) -> bool:
    return any(_NUMBER.fullmatch(cell) for cell in cells)


def _tables(lines: Sequence[_Line]) -> Iterator[Table]:
    columns = max(len(line.cells) for line in lines)
    if columns > _MOST_COLUMNS:
        return
    heads = _heads(lines)
    rows = [
        Row(line.at, 1 if line.single and number >= heads else len(line.cells), number < heads)
        for number, line in enumerate(lines)
    ]
    body = [line.cells for line in lines[heads:] if not line.single]
    numbers = tuple(_is_numeric(body, column) for column in range(columns))
    for first in range(0, len(rows), _MOST_ROWS):
        last = first + _MOST_ROWS
        yield Table(tuple(rows[first:last]), numbers, last < len(rows), first > 0)


def _heads(lines: Sequence[_Line]) -> int:
    """Return how many rows at the top head columns; a table of words alone has one."""
    first = next((number for number, line in enumerate(lines) if line.data), None)
    if first is None:
        return 0 if len(lines) == 1 or _numbers(lines[0].cells[1:]) else 1
    return next(
        (number for number, line in enumerate(lines[:first]) if line.single),
        min(first, _MOST_HEADS),
    )


def _is_numeric(body: Sequence[Sequence[str]], column: int) -> bool:
    cells = [row[column] for row in body if column < len(row) and row[column]]
    return column > 0 and 2 * sum(bool(_NUMBER.fullmatch(cell)) for cell in cells) > len(cells)

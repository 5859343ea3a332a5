"""Tables become lines: a row a line, tabs between its cells, merged cells spread out.

A merged cell stands in every row and column that it covers, so that a heading is over each of its
columns; a number stands once, where its cell begins, because it was printed once. Columns and rows
in which nothing begins only make room on a page and are left out. A cell across the whole table is
a line of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

# As HTML limits it; a wider or longer cell is not a table's but an accident's or an attack's.
MOST_COLUMNS = 1000
MOST_ROWS = 65534
# A table of prose is a page's layout: its cells are longer than names are, or hold sentences.
_LONG_CELL = 300
_SHORTEST_SENTENCE = 20
_SENTENCE_END = re.compile(r"[。！？；][”’」』）)]*$")
_MOST_OF_TABLE = 0.6
_FULL_LINE = 0.8  # of the widest line: a number that found no room leaves less than this open
# How many places a table may have before merged cells are no longer spread out.
_MOST_PLACES = 300_000
_NUMBER = re.compile(r"[-+±−–—－＋]?[\d０-９][\d０-９,，.．\s]*[%％‰]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHOLE_SENTENCE = re.compile(r"[。：:；]")
# A number broken after its point.
_BROKEN = re.compile(r"\d\.$")
_BESIDE = re.compile(r"[A-Za-z0-9.%]")


class Cell(Struct, frozen=True):
    """A cell with its lines of text, and how many columns and rows it covers."""

    lines: tuple[str, ...]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        return joined(self.lines)


class _Place(Struct, frozen=True):
    """What stands at a row and a column: a cell, and whether it begins there."""

    cell: Cell
    begins: bool


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a cell as one; only words and numbers keep a space between them."""
    text = ""
    for line in lines:
        piece = " ".join(line.split())
        beside = text and piece and _BESIDE.match(text[-1]) and _BESIDE.match(piece[0])
        apart = beside and not _BROKEN.search(text)
        text += (" " if apart else "") + piece
    return text


def is_page_layout(cells: Iterable[str]) -> bool:
    """Whether a table only places paragraphs on a page: most of the text of its cells is prose.

    A note under a table, and explanations beside its names, do not make it one: it has more
    numbers than sentences.
    """
    total = long = in_sentences = sentences = numbers = 0
    for text in cells:
        total += len(text)
        if len(text) > _LONG_CELL:
            long += len(text)
        elif len(text) >= _SHORTEST_SENTENCE and _SENTENCE_END.search(text):
            in_sentences += len(text)
            sentences += 1
        else:
            numbers += is_number(text)
    prose = long + (in_sentences if sentences > numbers else 0)
    return prose > _MOST_OF_TABLE * total


def paragraphs_in(cell: Cell) -> Iterator[str]:
    """Yield the paragraphs of a cell whose lines are those of print: a short one ends its own."""
    full = _FULL_LINE * max(map(_width, cell.lines), default=0)
    paragraph: list[str] = []
    for line in cell.lines:
        paragraph.append(line)
        if _width(line) < full:
            yield joined(paragraph)
            paragraph.clear()
    if paragraph:
        yield joined(paragraph)


def _width(line: str) -> int:
    """Return how wide a line is in half-width characters."""
    return sum(1 if char.isascii() else 2 for char in line)


def table_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Yield the lines of a table; `rows` has the cells that begin in each row, left to right."""
    rows = [part for row in rows for part in _rows_within(row)]
    places = _placed(rows)
    columns = sorted({at for row in places for at, place in row.items() if _says(place)})
    numbers_seen = False
    if len(columns) == 1:
        # A box or a list: its lines are no parts of cells.
        yield from (line for row in rows for cell in row for line in cell.lines if line)
        return
    for row in places:
        if not any(map(_says, row.values())):
            continue
        cells = [_text_at(row, column) for column in columns]
        across = _across(row, columns)
        if across and (not numbers_seen or _WHOLE_SENTENCE.search(across)):
            yield across
        elif across:
            yield across + "\t" * (len(columns) - 1)
        else:
            yield "\t".join(cells)
        numbers_seen = numbers_seen or any(map(is_number, cells))


def _says(place: _Place) -> bool:
    return place.begins and bool(place.cell.text)


def _rows_within(row: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """Yield the rows that line breaks inside the cells of one row make; mostly the row itself."""
    full = [cell.lines for cell in row if cell.text]
    counts = {len(lines) for lines in full}
    count = max(counts, default=1)
    numbers = any(all(map(is_number, lines)) for lines in full)
    if len(full) < 2 or len(counts) > 1 or count < 2 or not numbers:
        yield row
        return
    for at in range(count):
        yield [replace(cell, lines=cell.lines[at : at + 1]) for cell in row]


def _placed(rows: Sequence[Sequence[Cell]]) -> list[dict[int, _Place]]:
    """Return for each row what stands at which column."""
    placed: list[dict[int, _Place]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column: a cell from above, rows it still covers
    room = _MOST_PLACES
    for cells in rows:
        row = {at: _Place(cell, begins=False) for at, (cell, _) in hanging.items()}
        hanging = {at: (cell, left - 1) for at, (cell, left) in hanging.items() if left > 1}
        at = 0
        for cell in cells:
            while at in row:
                at += 1
            width = min(cell.columns, MOST_COLUMNS) if room > 0 else 1
            for column in range(at, at + width):
                row.setdefault(column, _Place(cell, begins=column == at))
                if cell.rows > 1 and room > 0:
                    hanging[column] = (cell, min(cell.rows, MOST_ROWS) - 1)
            at += width
        room -= len(row)
        if room <= 0:
            hanging.clear()
        placed.append(row)
    return placed


def _text_at(row: dict[int, _Place], column: int) -> str:
    place = row.get(column)
    if place is None:
        return ""
    text = place.cell.text
    return text if place.begins or not is_number(text) or _YEAR.fullmatch(text) else ""


def _across(row: dict[int, _Place], columns: Sequence[int]) -> str:
    """Return the text of a cell that begins here and covers every column of several, else ''."""
    cells = {id(row[column].cell) for column in columns if column in row}
    first = row.get(columns[0])
    if len(columns) < 2 or len(cells) > 1 or first is None or not first.begins:
        return ""
    return first.cell.text if all(column in row for column in columns) else ""


def is_number(text: str) -> bool:
    """Whether a cell holds a number alone."""
    return _NUMBER.fullmatch(text.strip()) is not None

"""Figures of tables: each cell is named by its row and its column, growth columns are changes."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from desktop_app.pipeline.figures import heads, lexicon, phrases
from desktop_app.pipeline.figures.cells import Cell, cells_of, filled
from desktop_app.pipeline.figures.columns import Column, Role, paired, plain
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.heads import Head
from desktop_app.pipeline.figures.rows import Row, Rows
from desktop_app.pipeline.figures.table_figures import draft_of, grow, increment_of
from desktop_app.system import resources

# Lines of heads one under another; more of them are rows of words.
_MOST_HEADS = 4


def read_table(
    lines: Sequence[str], year: int | None, announced: str = "", usual: str = ""
) -> list[list[Draft]]:
    """Return the figures of a table's lines, for each line its own; captions and heads none.

    `announced` is what the sentence before the table says of it, in place of a caption; `usual`
    the part of the year that the bulletin is of, if it is of a part.
    """
    head = Head(year, own=usual)
    head = head.with_caption(announced) if announced else head
    reader = _Reader(head)
    rows = [cells_of(line) for line in lines]
    heads_below = _heads_below(rows)
    return [reader.read(cells, below) for cells, below in zip(rows, heads_below, strict=True)]


def _heads_below(rows: Sequence[Sequence[Cell]]) -> list[bool]:
    """Return for each line whether the next one of several cells heads columns, or none comes."""
    found: list[bool] = []
    below = True
    for cells in reversed(rows):
        found.append(below)
        if len(full := filled(cells)) > 1:
            below = not any(cell.holds_data for cell in full[1:]) or _are_years(full)
    return found[::-1]


def _are_years(full: Sequence[Cell]) -> bool:
    """Whether the numbers of a line are years over columns, and nothing else is a number."""
    numbers = [cell.text for cell in full[1:] if cell.holds_data]
    return bool(numbers) and heads.only_years(numbers)


class _Reader:
    """Reads a table line by line."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._rows = Rows()
        self._columns: Sequence[Column] = ()  # those of the row above, also where they are guessed
        self._begun = False  # whether a row stands under the heads
        self._above: dict[int, Draft] = {}  # the levels of the row above, by their columns

    def read(self, cells: Sequence[Cell], heads_below: bool) -> list[Draft]:
        full = filled(cells)
        if len(full) == 1 and (len(cells) == 1 or cells[0].blank or not full[0].number):
            self._read_line(full[0].text, heads_below)
        elif self._heads_columns(full):
            texts = [cell.text for cell in cells]
            anew = self._begun or len(self._head.rows) == _MOST_HEADS
            self._head = self._head.beneath(texts) if anew else self._head.with_row(texts)
            self._begun = False
        elif len(full) > 1:
            self._begun = True
            return sorted(self._read_row(cells), key=lambda draft: draft.quantity.start)
        return []

    def _read_line(self, text: str, heads_below: bool) -> None:
        """Read a line of one cell: a caption, a line of units, or a name over rows."""
        if heads.is_continued(text) and self._head.columns:
            return
        if self._head.columns and not heads_below and not heads.is_caption(text):
            self._rows.group(text)
            self._begun = True
            return
        before = self._head
        self._head = before.with_caption(text)
        if self._head.subject != before.subject or not self._head.columns:
            self._rows.begin()
        self._begun = False

    def _heads_columns(self, full: Sequence[Cell]) -> bool:
        """Whether a line heads columns: words alone, or years."""
        data = [cell for cell in full[1:] if cell.holds_data]
        if len(full) < 2:
            return False
        if data:
            if not _are_years(full):
                return False
            return self._are_heads([cell for cell in full if cell not in data])
        if not self._begun:
            return True
        # A row without numbers has its unit where the heads say so.
        units = any(column.role is Role.UNIT for column in self._head.columns)
        return not (units and any(_is_unit(cell.text) for cell in full[1:]))

    def _are_heads(self, cells: Sequence[Cell]) -> bool:
        """Whether the words in a line of years are heads and no row's name."""
        said = {part for row in self._head.rows for part in row}
        words = {*said, *lexicon.words("tables.names"), *lexicon.words("tables.units")}
        growth = lexicon.pattern("tables.growth")
        return all(plain(cell.text) in words or growth.search(cell.text) for cell in cells)

    def _read_row(self, cells: Sequence[Cell]) -> Iterator[Draft]:
        row, named = Row(), False
        growths: list[tuple[Cell, Column]] = []
        above, self._above = self._above, {}
        for at, cell in self._fitted(cells):
            column = self._columns[at]
            if column.role is Role.NAME or (named and _goes_on(cell, column)):
                if not named:
                    yield from self._end(row, growths)
                    growths = []
                row, named = self._named(row, cell, again=named), True
                continue
            named = False
            if column.role is Role.UNIT:
                self._rows.with_unit(row, plain(cell.text))
            elif row.says_something and column.role is Role.GROWTH:
                growths.append((cell, column))
            elif row.says_something:
                yield from self._level(row, at, cell, column, above)
        yield from self._end(row, growths)
        self._above = self._above or above

    def _end(self, row: Row, growths: Sequence[tuple[Cell, Column]]) -> Iterator[Draft]:
        """Yield the growth of a row that belongs to no level, and add the rest to the levels."""
        self._above |= row.levels
        for cell, column in growths:
            level = row.levels.get(column.of) if column.of is not None else None
            if (
                level is not None
                and not level.change
                and (not column.apart or (_is_rate(cell) and not column.is_rate))
            ):
                grow(level, cell, column if column.is_rate else replace(column, unit="%"))
            elif (draft := self._apart(row, cell, column)) is not None:
                yield draft

    def _fitted(self, cells: Sequence[Cell]) -> list[tuple[int, Cell]]:
        """Pair the cells of a row with the columns that they stand in, by their places.

        Empty cells count where both have as many, or where only the last are left out.
        """
        full = filled(cells)
        columns = self._columns = self._head.columns or _guessed(full, self._head)
        if len(cells) == len(columns):
            return list(enumerate(cells))
        unnamed = self._head.rows and len(full) == len(columns) + 1
        if unnamed and _is_beside_data(full, columns):
            self._head = self._head.beside_names()
            columns = self._columns = self._head.columns
        said = [at for at, column in enumerate(columns) if not column.blank]
        if len(full) < len(cells) < len(columns) and len(full) != len(said):
            return list(enumerate(cells))
        # Tabs that only line up.
        return list(zip(said, full, strict=False))

    def _named(self, row: Row, cell: Cell, *, again: bool) -> Row:
        """Return the row that a cell names; a second name beside the first is a part of it."""
        if not again or not row.says_something:
            return self._rows.read(cell.text) if not cell.blank else Row()
        if cell.blank or plain(cell.text) == row.name:
            return row
        self._rows.group(row.name)
        below = self._rows.read(cell.text)
        if row.name in lexicon.word_set("tables.places") and row.name not in below.name:
            below.name = row.name + below.name
        below.unit = below.unit or row.unit
        return below

    def _level(
        self, row: Row, at: int, cell: Cell, column: Column, above: dict[int, Draft]
    ) -> Iterator[Draft]:
        """Yield what a cell of a level, a share or an index says; growth of the row above none."""
        if cell.number is None and not (row.growing and cell.unchanged):
            return
        growing = row.growing and row.unit in {"", "%", "百分点"}
        if growing and column.role is Role.VALUE:
            growth = Column(Role.GROWTH, column.measure, row.unit or "%", column.period, "上年")
            level = above.get(at)
            if level is not None and not level.change and _is_of(row, level):
                grow(level, cell, growth)
            elif (draft := draft_of(row, cell, growth, self._head)) is not None:
                yield draft
            return
        draft = draft_of(row, cell, column, self._head)
        if draft is not None:
            if column.role is Role.VALUE:
                row.levels[at] = draft
            yield draft

    def _apart(self, row: Row, cell: Cell, column: Column) -> Draft | None:
        """Return a growth that is a figure of its own."""
        if column.of is not None:
            level = self._columns[column.of]
            period = column.period if column.dated else level.period
            unit = column.unit or level.unit
            column = replace(column, measure=level.measure, period=period, unit=unit)
        figure = draft_of if column.is_rate else increment_of
        return figure(row, cell, column, self._head)


def _is_rate(cell: Cell) -> bool:
    """Whether a cell of increments prints a rate (增长1.2%) or that nothing changed."""
    return cell.unchanged or (cell.number is not None and cell.number.unit in {"%", "倍"})


def _is_of(row: Row, level: Draft) -> bool:
    """Whether a row of growth is about the row above it: it names nothing, or the same."""
    known = phrases.known(row.name)
    return not row.name or level.indicator in {row.name, known[0] if known else row.name}


def _goes_on(cell: Cell, column: Column) -> bool:
    """Whether a cell beside a name goes on with it: no head is over it, no number in it."""
    return column.blank and not cell.blank and not cell.holds_data


def _is_unit(text: str) -> bool:
    return resources.units().unit(plain(text)) is not None


def _is_beside_data(full: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether a row has a name that no head stands over."""
    values = [column for column in columns if column.role is not Role.UNIT]
    return full[0].number is None and all(cell.holds_data for cell in full[-len(values) :])


def _guessed(full: Sequence[Cell], head: Head) -> tuple[Column, ...]:
    """Return the columns of a table without heads: name, perhaps unit, value and growth."""
    period = head.usual_period
    has_unit = _is_unit(full[1].text)
    growth = Column(Role.GROWTH, unit="%", period=period, compared_with="上年")
    value = Column(Role.VALUE, period=period)
    return paired([Column(Role.NAME), *([Column(Role.UNIT)] if has_unit else []), value, growth])

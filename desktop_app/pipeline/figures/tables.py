"""Figures of tables: each cell is named by its row and its column, growth columns are changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import lexicon, phrases, regions
from desktop_app.pipeline.figures.columns import Column, Head, Role, bracketed_unit, only_years
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.measuring import measured
from desktop_app.pipeline.figures.numbers import half_width
from desktop_app.pipeline.figures.quantities import Quantity, quantities

_CELL = re.compile(r"[^\t]*")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(
    r"\s*(?P<sign>[+-]?)(?P<digits>\d+(?:[,，]\d{3})*(?:\.\d+)?)\s*(?P<unit>%|‰|倍)?\s*"
)
_LIST_NUMBER = re.compile(r"^(?:\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]+[、.])\s*")
_ROW_OF_YEAR = re.compile(r"\s*(?P<year>(?:19|20)\d\d)年?\s*")
_SPACE = re.compile(r"\s")
# Longer cells hold sentences, not numbers.
_LONGEST_CELL = 30


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str

    @property
    def number(self) -> "_Number | None":
        return _number_in(self)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with the sign and the unit that its cell prints."""

    start: int
    end: int
    digits_end: int
    value: str
    sign: str = ""
    unit: str = ""
    ratio: bool = False


@dataclass(slots=True)
class _Row:
    """A row while it is read: its name and unit, and the values so far."""

    name: str = ""
    unit: str = ""
    period: str = ""
    region: str = ""
    levels: list[Draft] = field(default_factory=list)


def read_table(lines: Sequence[str], year: int | None, announced: str = "") -> list[list[Draft]]:
    """Return the figures of a table's lines, for each line its own; captions and heads none.

    `announced` is what the sentence before the table says of it, in place of a caption.
    """
    head = Head(year).with_caption(announced) if announced else Head(year)
    parent = ""
    found: list[list[Draft]] = []
    for line in lines:
        cells = _cells(line)
        filled = [cell for cell in cells if cell.text.strip()]
        numbers = [cell.text for cell in filled[1:] if cell.number]
        drafts: list[Draft] = []
        if len(filled) == 1 and (len(cells) == 1 or not cells[0].text.strip()):
            head, parent = head.with_caption(filled[0].text), ""
        elif filled[1:] and (not numbers or _heads_years(filled, numbers, head)):
            head = head.with_columns([cell.text for cell in cells])
        elif numbers:
            drafts, parent = _read_row(_fitted(cells, head), head, parent)
        found.append(drafts)
    return found


def _cells(line: str) -> list[_Cell]:
    """Return the cells of a line, those between tabs also where they are empty."""
    if "\t" in line:
        cells, start = [], 0
        for text in line.split("\t"):
            cells.append(_Cell(start, text))
            start += len(text) + 1
        return cells
    cells = [_Cell(match.start(), match[0]) for match in _WORD.finditer(line)]
    if not any(cell.number for cell in cells[1:]):
        return [_Cell(0, line)]  # a caption with spaces in it
    return cells


def _heads_years(filled: Sequence[_Cell], numbers: Sequence[str], head: Head) -> bool:
    """Whether a line's numbers are years that head the columns."""
    return only_years(numbers) and (bool(head.columns) or len(numbers) == len(filled) - 1)


def _fitted(cells: Sequence[_Cell], head: Head) -> list[tuple[_Cell, Column]]:
    """Pair the cells of a row with their columns; empty cells count where both have as many."""
    columns = head.columns
    if columns and len(cells) == len(columns):
        return list(zip(cells, columns, strict=True))
    filled = [cell for cell in cells if cell.text.strip()]
    if not columns:
        columns = _guessed(filled, head)
    return list(zip(filled, columns, strict=False))


def _guessed(cells: Sequence[_Cell], head: Head) -> tuple[Column, ...]:
    """Return the columns of a table without heads: name, perhaps unit, value and growth."""
    period = head.usual_period
    has_unit = lexicon.units().unit(cells[1].text.strip()) is not None
    growth = Column(Role.GROWTH, unit="%", period=period, compared_with="上年")
    values = (Column(Role.VALUE, period=period), growth)
    return (Column(Role.NAME), *((Column(Role.UNIT),) if has_unit else ()), *values)


def _read_row(
    cells: Sequence[tuple[_Cell, Column]], head: Head, parent: str
) -> tuple[list[Draft], str]:
    """Read a row: a name, perhaps a unit, then values and their growth; return the parent row."""
    drafts: list[Draft] = []
    row = _Row()
    for cell, column in cells:
        if column.role is Role.NAME:
            row, is_part = _named(cell.text, parent, head)
            parent = parent if is_part else row.name
        elif column.role is Role.UNIT:
            row.unit = _SPACE.sub("", half_width(cell.text))
        elif column.role is Role.GROWTH and row.levels and not column.measure:
            _grow(_grown(row.levels), cell, column)
        elif (draft := _draft(row, cell, column, head)) is not None:
            drafts.append(draft)
            if column.role is Role.VALUE:
                row.levels.append(draft)
    return drafts, parent


def _grown(levels: Sequence[Draft]) -> Draft:
    """Return the level that a growth belongs to: the last one of the latest year."""
    latest = max(draft.period[:4] for draft in levels)
    return [draft for draft in levels if draft.period[:4] == latest][-1]


def _named(text: str, parent: str, head: Head) -> tuple[_Row, bool]:
    """Return a row by its name, and whether it is a part of the row `parent` (#小麦, 其中：)."""
    start = lexicon.pattern("tables.row_start", before=r"^\s*", after=r"\s*")
    text = phrases.without_marks(text)
    is_part = bool(start.match(text)) or text[:1] in {" ", "　"}
    name, unit = bracketed_unit(_LIST_NUMBER.sub("", start.sub("", text).strip()))
    year = _ROW_OF_YEAR.fullmatch(name)
    if year:
        return _Row("", unit, f"{year['year']}年"), False
    name = _SPACE.sub("", name)
    end = lexicon.pattern("period.end_of_year", before="^").match(name)
    name = name[end.end() :] if end else name
    region = regions.word_of(name)
    name = name.removeprefix(region)
    of_product = parent.endswith("生产总值") and name.endswith("业")
    is_part = is_part or of_product
    if is_part and not phrases.head_of(name) and not phrases.is_whole(name):
        name += "增加值" if of_product else _shared_head(head.measure or parent)
    return _Row(name, unit, "年末" if end else "", region), is_part


def _shared_head(parent: str) -> str:
    """Return the measuring word that a part shares with its whole (居民消费价格: 价格)."""
    head = phrases.head_of(parent)
    return "价格" if head.endswith("价格") else head


def _number_in(cell: _Cell) -> _Number | None:
    text = half_width(cell.text)
    match = _NUMBER.fullmatch(text)
    if match:
        value = re.sub("[,，]", "", match["digits"])
        end = match.end("unit") if match["unit"] else match.end("digits")
        ends = match.start("sign"), end, match.end("digits")
        return _Number(*ends, value, match["sign"], match["unit"] or "")
    if len(text) > _LONGEST_CELL or not any(char.isdigit() for char in text):
        return None
    found = quantities(text)
    if len(found) != 1 or text.strip() != text[found[0].start : found[0].end]:
        return None
    (only,) = found
    ends = only.start, only.end, only.number_end
    sign = "-" if only.value.startswith("-") else ""
    return _Number(*ends, only.value.removeprefix("-"), sign, only.unit, only.ratio)


def _draft(row: _Row, cell: _Cell, column: Column, head: Head) -> Draft | None:
    number = cell.number
    if number is None or not (row.name or row.period):
        return None
    growing = column.role is Role.GROWTH
    if growing or column.role is Role.SHARE:
        unit = number.unit or column.unit
    else:
        unit = number.unit or row.unit or column.unit or head.unit
    unit = "" if column.role is Role.INDEX or number.ratio else unit
    value = number.value if growing or number.sign != "-" else f"-{number.value}"
    known = lexicon.units().unit(unit)
    quantity = Quantity(
        cell.start + number.start,
        cell.start + number.end,
        cell.start + number.digits_end,
        value,
        known.name if known else unit,
        ratio=number.ratio,
    )
    indicator = _indicator(row, column, head, quantity)
    if not indicator:
        return None
    kind = kind_of(indicator, quantity)
    kind = Kind.CHANGE_RATE if growing else Kind.SHARE if column.role is Role.SHARE else kind
    draft = Draft(quantity, indicator, kind, _period(row, column), 0, region=row.region)
    if growing:
        _grow(draft, cell, column)
    return draft


def _period(row: _Row, column: Column) -> str:
    if row.period == "年末":
        return f"{column.period.rstrip('末')}末" if column.period else ""
    return row.period or column.period


def _indicator(row: _Row, column: Column, head: Head, quantity: Quantity) -> str:
    """Name a cell by its row, and by its column or caption where the row does not measure."""
    name, _ = phrases.split_scope(row.name)
    if not name:
        return measured(column.measure or head.subject, quantity)
    known = phrases.known(name)
    own = phrases.head_of(name) or phrases.is_whole(name)
    if column.role is Role.INDEX:
        return name if name.endswith("指数") else f"{known[0] if known else name}指数"
    if known:
        return known[0]
    if column.measure and own and not phrases.head_of(column.measure):
        place = column.measure.removeprefix(regions.word_of(column.measure))
        return measured(place + name, quantity)
    if column.role is Role.SHARE and not own:
        name += head.measure
    if column.measure and column.measure not in name and (not own or column.role is Role.SHARE):
        name += column.measure
    elif not own and head.measure:
        name += head.measure
    return measured(name, quantity)


def _grow(draft: Draft, cell: _Cell, column: Column) -> None:
    """Add the growth that a column states to the level before it."""
    number = cell.number
    if number is None or number.ratio:
        if "持平" in cell.text:
            draft.change, draft.change_unit = "0", column.unit
        return
    draft.change = ("-" if number.sign == "-" else "") + number.value
    if not draft.is_growth:
        draft.change_at = cell.start + number.start, cell.start + number.digits_end
    draft.change_unit = "倍" if number.unit == "倍" else column.unit
    draft.compared_with = column.compared_with

"""Figures of tables: each cell is named by its row and its column, growth columns are changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.measuring import measured
from desktop_app.pipeline.figures.numbers import half_width
from desktop_app.pipeline.figures.quantities import Quantity

_CELL = re.compile(r"[^\t]+")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(
    r"\s*(?P<sign>[+-]?)(?P<digits>\d+(?:[,，]\d{3})*(?:\.\d+)?)\s*(?P<unit>%|‰|倍)?\s*"
)
_IN_BRACKETS = re.compile(r"[（(](?P<inside>[^（()）]*)[)）]")
_UNIT_LINE = re.compile(r"(?:计量)?单位\s*[:：]\s*(?P<unit>[^\s、，）)]+)")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年")


class _Role(Enum):
    NAME = auto()
    UNIT = auto()
    VALUE = auto()
    GROWTH = auto()
    SHARE = auto()


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Column:
    role: _Role
    measure: str = ""
    unit: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    """What stands above the rows: the measure and unit of all of them, and the columns."""

    measure: str
    unit: str
    columns: tuple[_Column, ...]


def read_table(lines: Sequence[str], year: int | None) -> list[list[Draft]]:
    """Return the figures of a table's lines, for each line its own; captions and headings none."""
    table = _Table("", "", ())
    found: list[list[Draft]] = []
    for line in lines:
        cells = _cells(line)
        numbers = [cell for cell in cells[1:] if _number_of(cell)]
        if len(cells) == 1:
            table = _with_caption(table, cells[0].text)
        elif not numbers or (len(numbers) == len(cells) - 1 and _years_only(numbers)):
            table = _Table(table.measure, table.unit, _columns(cells, year))
        found.append(_row(cells, table, year) if numbers and not _is_header(cells, table) else [])
    return found


def _cells(line: str) -> list[_Cell]:
    split = _CELL if "\t" in line else _WORD
    cells = [_Cell(match.start(), match[0]) for match in split.finditer(line)]
    if split is _WORD and not any(_number_of(cell) for cell in cells[1:]):
        return [_Cell(0, line)]  # a caption with spaces in it
    return cells


def _is_header(cells: Sequence[_Cell], table: _Table) -> bool:
    return bool(table.columns) and _years_only(cells[1:])


def _years_only(cells: Sequence[_Cell]) -> bool:
    return all(re.fullmatch(r"\s*(?:19|20)\d\d年?\s*", cell.text) for cell in cells)


def _with_caption(table: _Table, text: str) -> _Table:
    unit = _UNIT_LINE.search(text)
    if unit:
        return _Table(table.measure, unit["unit"], table.columns)
    words = lexicon.alternatives(lexicon.words("tables.caption"))
    text = re.sub(r"^表?\s*[\d一二三四五六七八九十]*[\s:：.、]*|（[^）]*）", "", text.strip())
    text = re.sub(rf"(?:{words})+$", "", phrases.undated(text))
    return _Table(phrases.head_of(re.sub(rf"(?:{words})+$", "", text)), "", ())


def _columns(cells: Sequence[_Cell], year: int | None) -> tuple[_Column, ...]:
    return tuple(
        _Column(_Role.NAME) if number == 0 else _column(cell.text, year)
        for number, cell in enumerate(cells)
    )


def _column(heading: str, year: int | None) -> _Column:
    heading = re.sub(r"\s", "", half_width(heading))
    inside = _IN_BRACKETS.search(heading)
    bare = _IN_BRACKETS.sub("", heading)
    printed = _YEAR.search(bare)
    period = f"{printed['year']}年" if printed else f"{year}年" if year else ""
    if bare in lexicon.words("tables.names"):
        return _Column(_Role.NAME)
    if bare in lexicon.words("tables.units"):
        return _Column(_Role.UNIT)
    if any(word in bare for word in lexicon.words("tables.growth")):
        points = "百分点" in heading
        return _Column(_Role.GROWTH, unit="百分点" if points else "%", period=period)
    if any(word in bare for word in lexicon.words("tables.shares")):
        return _Column(_Role.SHARE, bare, "%", period)
    measure = _YEAR.sub("", bare)
    measure = "" if measure in lexicon.words("tables.plain") else measure
    unit = inside["inside"] if inside and lexicon.units().unit(inside["inside"]) else ""
    return _Column(_Role.VALUE, measure, unit, period)


def _row(cells: Sequence[_Cell], table: _Table, year: int | None) -> list[Draft]:
    """Read a row: a name, perhaps a unit, then values each with the growth that follows it."""
    columns = _fitted(cells, table, year)
    drafts: list[Draft] = []
    name = unit = ""
    level: Draft | None = None
    for cell, column in zip(cells, columns, strict=False):
        if column.role is _Role.NAME:
            name, unit = _row_name(cell.text)
            level = None
        elif column.role is _Role.UNIT:
            unit = re.sub(r"\s", "", cell.text)
        elif column.role is _Role.GROWTH and level is not None:
            _grow(level, cell, column)
        elif (draft := _draft(name, unit, cell, column, table)) is not None:
            drafts.append(draft)
            level = draft if column.role is _Role.VALUE else level
    return drafts


def _fitted(cells: Sequence[_Cell], table: _Table, year: int | None) -> Sequence[_Column]:
    """Return the columns of a row; without a heading, name, unit, value and growth are guessed."""
    if table.columns:
        return table.columns
    period = f"{year}年" if year else ""
    has_unit = lexicon.units().unit(cells[1].text.strip()) is not None
    values = [_Column(_Role.VALUE, period=period), _Column(_Role.GROWTH, unit="%", period=period)]
    return [_Column(_Role.NAME), *([_Column(_Role.UNIT)] if has_unit else []), *values]


def _row_name(text: str) -> tuple[str, str]:
    """Return a row's name, and the unit that it states in brackets."""
    start = lexicon.alternatives(lexicon.words("tables.row_start"))
    text = re.sub(rf"^\s*{start}\s*", "", phrases.without_marks(text).strip())
    text = re.sub(r"^(?:\d{1,2}[.、．]|[一二三四五六七八九十]+[、.])\s*", "", text)
    inside = _IN_BRACKETS.search(text)
    if inside and lexicon.units().unit(inside["inside"]):
        return re.sub(r"\s", "", text.replace(inside[0], "")), inside["inside"]
    return re.sub(r"\s", "", text), ""


def _number_of(cell: _Cell) -> re.Match[str] | None:
    return _NUMBER.fullmatch(half_width(cell.text))


def _draft(name: str, unit: str, cell: _Cell, column: _Column, table: _Table) -> Draft | None:
    number = _number_of(cell)
    if number is None or not name:
        return None
    growing = column.role is _Role.GROWTH
    share = column.role is _Role.SHARE
    printed = number["unit"] or ""
    if growing or share:
        unit = printed or column.unit
    else:
        unit = printed or unit or column.unit or table.unit
    value = re.sub("[,，]", "", number["digits"])
    value = value if growing or number["sign"] != "-" else f"-{value}"
    start = cell.start + number.start("sign")
    end = cell.start + (number.end("unit") if printed else number.end("digits"))
    known = lexicon.units().unit(unit)
    quantity = Quantity(start, end, end, value, known.name if known else unit)
    indicator = _indicator(name, column, table, quantity)
    kind = Kind.CHANGE_RATE if growing else Kind.SHARE if share else kind_of(indicator, quantity)
    draft = Draft(quantity, indicator, kind, column.period, 0)
    if growing:
        _grow(draft, cell, column)
    return draft


def _indicator(name: str, column: _Column, table: _Table, quantity: Quantity) -> str:
    """Name a cell by its row, and by its column or caption where the row does not measure."""
    name, _ = phrases.split_scope(name)
    known = phrases.known(name)
    if known:
        return known[0]
    if column.measure and column.measure not in name:
        name += column.measure
    elif not phrases.head_of(name) and table.measure:
        name += table.measure
    return measured(name, quantity)


def _grow(draft: Draft, cell: _Cell, column: _Column) -> None:
    """Add the growth that a column states to the level before it."""
    number = _number_of(cell)
    if number is None:
        if "持平" in cell.text:
            draft.change, draft.change_unit = "0", column.unit
        return
    sign = "-" if number["sign"] == "-" else ""
    draft.change = sign + re.sub("[,，]", "", number["digits"])
    if not draft.is_growth:
        draft.change_at = cell.start + number.start("sign"), cell.start + number.end("digits")
    draft.change_unit = "倍" if number["unit"] == "倍" else column.unit
    draft.compared_with = "上年"

"""Tables: rows that add up to a row above, columns that add up to a column, shares of a row."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Claim, holds, luck_of, near
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.quotients import quotient
from desktop_app.pipeline.audit.scene import Placed, Scene
from desktop_app.pipeline.audit.sums import in_column, sum_of

# Longer lists of rows are no parts of one whole.
_MOST_ROWS = 40
_MOST_COLUMNS = 8
_HUNDRED = Decimal(100)


class Row(Struct, frozen=True):
    """A row with the numbers of its columns; `part` says that 其中 or # begins it."""

    label: str
    part: bool
    cells: dict[int, Placed]


class _Block(Struct, frozen=True):
    """A row and those below it that may be all its parts."""

    total: int
    parts: tuple[int, ...]


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the wholes of tables that their rows or columns add up to, or should."""
    for table in tables_of(scene):
        yield from _rows(table)
        yield from _kinds(scene, table)
        yield from _no_larger(table)
        yield from _columns(table)
        yield from _shares(table)


def tables_of(scene: Scene) -> Iterator[list[Row]]:
    """Yield the tables of a bulletin as rows with numbers."""
    by_passage: dict[int, list[Placed]] = {}
    for cell in scene.cells:
        by_passage.setdefault(cell.passage, []).append(cell)
    stretches: list[list[int]] = []
    for passage in sorted(by_passage):
        if stretches and passage == stretches[-1][-1] + 1:
            stretches[-1].append(passage)
        else:
            stretches.append([passage])
    for stretch in stretches:
        yield [_row(scene, passage, by_passage[passage]) for passage in stretch]


def _row(scene: Scene, passage: int, cells: Sequence[Placed]) -> Row:
    span = scene.outline.passages[passage]
    text = scene.text.hans[span.read_start : span.read_end]
    tabs = [match.start() + span.read_start for match in re.finditer("\t", text)]
    label = text.split("\t")[0].strip()
    part = label.startswith(("#", "＃", *lexicon.table()["lists"]["cues"]))
    placed = {sum(tab < cell.figure.read_start for tab in tabs): cell for cell in cells}
    return Row(label, part, placed)


# -- rows ----------------------------------------------------------------------------------------


def _rows(table: Sequence[Row]) -> Iterator[Claim]:
    """Yield the rows that are the sum of rows below them.

    Where the sum holds in one column, beyond luck, it must hold in the others.
    """
    proof = Decimal(str(lexicon.table()["lists"]["proof"]))
    columns = sorted({column for row in table for column in row.cells})
    proven: dict[_Block, set[int]] = {}
    for column in columns:
        for block, claim, luck in _sums(table, column):
            if luck <= proof:
                proven.setdefault(block, set()).add(column)
            yield claim
    for block, known in proven.items():
        for column in columns:
            if column not in known:
                yield from _firm(table, block, column, _weight(table, block, known, column))


def _sums(table: Sequence[Row], column: int) -> Iterator[tuple[_Block, Claim, Decimal]]:
    """Yield the sums of a column, with how likely each is by chance."""
    most = Decimal(str(lexicon.table()["lists"]["luck"]))
    for at in range(len(table)):
        for block in _blocks(table, at, column):
            claim = _claim(table, block, column, Weight.HINT)
            luck = luck_of(claim, len(block.parts))
            if luck <= most and holds(claim):
                yield block, claim, luck
                break


def _claim(table: Sequence[Row], block: _Block, column: int, weight: Weight) -> Claim:
    parts = [table[at].cells[column] for at in block.parts]
    return sum_of("sum", table[block.total].cells[column], parts, weight)


def _blocks(table: Sequence[Row], at: int, column: int) -> Iterator[_Block]:
    """Yield the rows below one that may be its parts, the longest list last."""
    total = table[at].cells.get(column)
    if total is None or not _addable(total):
        return
    for start in _starts(table, at):
        parts: list[int] = []
        for below in range(start, min(len(table), start + _MOST_ROWS)):
            cell = table[below].cells.get(column)
            ends = table[below].part and below > start
            if cell is None or ends or not _fits(cell, total):
                break
            parts.append(below)
            if len(parts) > 1:
                yield _Block(at, tuple(parts))


def _starts(table: Sequence[Row], at: int) -> list[int]:
    """Return where the parts of a row may begin: below it, and at each 其中 further down."""
    marked = [
        below for below in range(at + 2, min(len(table), at + _MOST_ROWS)) if table[below].part
    ]
    return [at + 1, *marked]


def _addable(cell: Placed) -> bool:
    whole_share = cell.figure.unit == "%" and Decimal(cell.figure.value) == _HUNDRED
    averaged = lexicon.holds(cell.name, ["平均", "指数", "率"])
    return cell.amount.value > 0 and not averaged and (cell.figure.unit != "%" or whole_share)


def _fits(cell: Placed, total: Placed) -> bool:
    """Whether a cell may be a part of another: of its unit, and no larger."""
    return cell.figure.unit == total.figure.unit and cell.amount.value <= total.amount.value


def _weight(table: Sequence[Row], block: _Block, known: set[int], column: int) -> Weight:
    """Return what a difference says: another measure need not add up as the proven one does."""
    row = table[block.total].cells
    units = {row[one].figure.unit for one in known}
    same = column in row and row[column].figure.unit in units
    return Weight.FIRM if same else Weight.OPEN


def _firm(table: Sequence[Row], block: _Block, column: int, weight: Weight) -> Iterator[Claim]:
    if not all(column in table[at].cells for at in (block.total, *block.parts)):
        return
    cells = [table[at].cells[column] for at in (block.total, *block.parts)]
    if len({cell.figure.unit for cell in cells}) > 1 or not all(map(_addable, cells)):
        return
    claim = _claim(table, block, column, weight)
    if holds(claim) or near(claim):
        yield claim


def _kinds(scene: Scene, table: Sequence[Row]) -> Iterator[Claim]:
    """Yield the wholes of rows that make up a whole by definition."""
    for column in sorted({column for row in table for column in row.cells}):
        cells = [
            replace(row.cells[column], at=at, sentence=0)
            for at, row in enumerate(table)
            if column in row.cells
        ]
        yield from in_column(scene, cells)


def _no_larger(table: Sequence[Row]) -> Iterator[Claim]:
    """Yield the parts (#) that are larger than every number above them."""
    for at, row in enumerate(table):
        for column, cell in row.cells.items():
            above = [one.cells[column] for one in table[:at][-_MOST_ROWS:] if column in one.cells]
            above = [one for one in above if one.figure.unit == cell.figure.unit]
            if not row.part or not above or above[-1] is not table[at - 1].cells.get(column):
                continue
            if _addable(cell) and all(one.amount.value < cell.amount.value for one in above):
                claim = sum_of("part", cell, [above[-1]], Weight.FIRM)
                yield Claim("part", cell.figure, claim.attempts, bound="most")


# -- columns -------------------------------------------------------------------------------------


def _columns(table: Sequence[Row]) -> Iterator[Claim]:
    """Yield the columns that are the sum of columns beside them, in most rows."""
    columns = sorted({column for row in table for column in row.cells})[:_MOST_COLUMNS]
    for total in columns:
        for first in columns:
            for last in columns:
                parts = [column for column in columns if first <= column <= last]
                if len(parts) > 1 and total not in parts:
                    yield from _column(table, total, parts)


def _column(table: Sequence[Row], total: int, parts: Sequence[int]) -> Iterator[Claim]:
    proof = Decimal(str(lexicon.table()["lists"]["proof"]))
    found: list[Claim] = []
    for row in table:
        cells = [row.cells.get(column) for column in (total, *parts)]
        known = [cell for cell in cells if cell is not None]
        if len(known) < len(cells) or len({cell.figure.unit for cell in known}) > 1:
            continue
        if len({cell.time for cell in known}) == 1 and all(map(_addable, known)):
            found.append(sum_of("sum", known[0], known[1:], Weight.FIRM))
    held = [claim for claim in found if holds(claim) and luck_of(claim) <= proof]
    if len(held) > 1 and len(held) * 2 > len(found):
        yield from (claim for claim in found if holds(claim) or near(claim))


# -- shares --------------------------------------------------------------------------------------


def _shares(table: Sequence[Row]) -> Iterator[Claim]:
    """Yield the shares printed beside the levels of a table, of one of its rows."""
    columns = sorted({column for row in table for column in row.cells})
    for level, share in pairwise(columns):
        pairs = [
            (row.cells[level], row.cells[share])
            for row in table
            if level in row.cells and share in row.cells
        ]
        pairs = [(left, right) for left, right in pairs if right.figure.unit == "%"]
        pairs = [(left, right) for left, right in pairs if left.figure.unit != "%"]
        wholes = [row.cells[level] for row in table if level in row.cells]
        best: list[Claim] = []
        for whole in wholes[:_MOST_COLUMNS]:
            made = [one for one in (_share(pair, whole) for pair in pairs) if one]
            if sum(map(holds, made)) > sum(map(holds, best)):
                best = made
        if sum(map(holds, best)) > max(1, len(best) // 2):
            yield from best


def _share(pair: tuple[Placed, Placed], whole: Placed) -> Claim | None:
    level, share = pair
    if level is whole or level.figure.unit != whole.figure.unit:
        return None
    attempt = quotient(_HUNDRED, [level], [(1, whole)])
    return Claim("rate", share.figure, (attempt,)) if attempt is not None else None

"""Tables set with spaces become rows of cells with tabs between them: normalisation, no repair.

Lines that follow one another and all have wide gaps are a table where two of them at least have
numbers behind a name. A single space is none: it stands between the phrases of a heading. A
numbered caption is no row of cells, however wide its gaps.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.pipeline.repair.draft import Change
from desktop_app.system import resources

# A single blank as wide as a character is one before a number that ends there.
_GAP = re.compile(
    r"(?<=\S)[ \u3000\xa0\u2002\u2003]{2,}(?=\S)"
    r"|(?<=[\u4e00-\u9fff）)%\d])(?<![表图第])\u3000(?=[-+−]?\d[\d.,]*[%‰]?(?:[ \u3000]|$))"
)
_DATA = re.compile(r"[-+−－]?[\d０-９][\d０-９.,．，]*[%％‰]?|[—…－-]{1,3}")
_SENTENCE_END = re.compile(r"[。；;！]$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_CAPTION = re.compile(r"(?:[续附]?[表图]|[表图]续)\s*[\d一二三四五六七八九十]")
# 猪(万头): the last character of a spread name, and what its brackets say.
_SINGLE = re.compile(r"[\u4e00-\u9fff](?![\u4e00-\u9fff])\S*")
_FEWEST_ROWS = 2


def spaced_rows(text: str) -> Iterator[Change]:
    """Yield changes of the wide gaps in tables: to tabs, and to nothing in spread names."""
    block: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if _may_be_row(line):
            block.append((at, line))
        elif line.strip():
            yield from _rows(block)
            block = []
        at += len(line) + 1
    yield from _rows(block)


def _may_be_row(line: str) -> bool:
    bare = line.strip()
    if "\t" in bare or _CAPTION.match(bare):
        return False
    return bool(_GAP.search(bare)) and not _SENTENCE_END.search(bare)


def _rows(block: Sequence[tuple[int, str]]) -> Iterator[Change]:
    """Yield the changes of a run of lines with wide gaps, where it is a table."""
    if sum(_has_data(line) for _, line in block) < _FEWEST_ROWS:
        return
    rows = [[cell.strip() for cell in _GAP.split(line)] for _, line in block]
    spread = [_spreads(cells) for cells in rows]
    widths = {len(cells) for cells, gaps in zip(rows, spread, strict=True) if not any(gaps)}
    for (at, line), cells, inside_name in zip(block, rows, spread, strict=True):
        # 纱  吨  1.2: a row as long as the others has its unit there, no spread name.
        as_long = any(inside_name) and len(cells) in widths
        has_unit = as_long and _has_unit_behind(cells, inside_name)
        for gap, inside in zip(_GAP.finditer(line), inside_name, strict=True):
            yield Change(at + gap.start(), at + gap.end(), "" if inside and not has_unit else "\t")


def _has_data(line: str) -> bool:
    """Whether a name begins the line and a number stands in a cell behind it."""
    first, *others = _GAP.split(line.strip())
    return not _DATA.fullmatch(first) and any(map(_DATA.fullmatch, others))


def _spreads(cells: Sequence[str]) -> list[bool]:
    """Return for each gap between cells whether it spreads a name to its column: 粮　　食, 指  标.

    Such a name has a gap behind each of its characters: 纱  万吨 is a name and its unit.
    """
    return [
        bool(_CHINESE.fullmatch(before) and _SINGLE.fullmatch(after))
        for before, after in pairwise(cells)
    ]


def _has_unit_behind(cells: Sequence[str], spreads: Sequence[bool]) -> bool:
    """Whether what a spread name would end in is a unit."""
    last = max(n for n, inside in enumerate(spreads) if inside) + 1
    return resources.units().unit(cells[last]) is not None

"""Characters on a page become lines: a baseline a line, raised and lowered characters in place."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from statistics import median

from msgspec import Struct

from desktop_app.pipeline.sources.pdf_marks import Glyph
from desktop_app.pipeline.sources.superscripts import raised

_SAME_BASELINE = 0.25  # of the size
_SMALL = 0.82  # of the size of the line: raised or lowered
_RAISED_BY = 0.12
_BESIDE = 1.5  # of the size of the character beside it
_HIGHEST, _LOWEST = 0.8, -0.45
# Gaps, in parts of the size, that are spaces between two letters, two Chinese characters, or both.
_LETTER_GAP, _MIXED_GAP, _CHINESE_GAP = 0.17, 0.8, 0.6
_ROW_GAP = 1.3
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_NUMBER = re.compile(r"[-+±−–—－]?\d[\d,，.．]*(?:[%％‰]|\(\w*\))?|[-—–－…]{1,3}|\.{3,6}|…+")


class Line(Struct, frozen=True, dict=True):
    """Glyphs on one baseline, left to right."""

    glyphs: tuple[Glyph, ...]
    page: int

    @cached_property
    def size(self) -> float:
        return median(glyph.size for glyph in self.glyphs)

    @cached_property
    def y(self) -> float:
        return median(glyph.y for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @cached_property
    def x1(self) -> float:
        return max(glyph.x1 for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        return text_of(self.glyphs)

    def segments(self, gap: float) -> list["Line"]:
        """Return the parts of a line that lie more than `gap`, in parts of its size, apart."""
        parts: list[list[Glyph]] = [[]]
        for glyph in self.glyphs:
            if parts[-1] and glyph.x0 - parts[-1][-1].x1 > gap * self.size:
                parts.append([])
            parts[-1].append(glyph)
        return [Line(tuple(part), self.page) for part in parts]

    def within(self, x0: float, x1: float) -> "Line | None":
        """Return what lies between two places; None if nothing does."""
        glyphs = tuple(glyph for glyph in self.glyphs if x0 <= glyph.middle < x1)
        return Line(glyphs, self.page) if glyphs else None


def is_number(text: str) -> bool:
    """Whether a text is a cell's number, or stands for one."""
    return _NUMBER.fullmatch("".join(text.split())) is not None


def is_year_row(line: Line) -> bool:
    """Whether a line is a row named by a year, with other numbers beside it."""
    first, *others = (_YEAR.fullmatch(part.text) for part in line.segments(_ROW_GAP))
    return first is not None and bool(others) and not all(others)


def text_of(glyphs: Sequence[Glyph]) -> str:
    """Return the text of glyphs on a line; gaps are spaces, raised numbers are marks."""
    if not glyphs:
        return ""
    size, base = median(g.size for g in glyphs), median(g.y for g in glyphs)
    text = high = ""
    before: Glyph | None = None
    for glyph in glyphs:
        is_high = glyph.size < _SMALL * size and glyph.y - base > _RAISED_BY * size
        if high and not is_high:
            text, high = text + raised(high, text), ""
        if is_high:
            high += glyph.char
        else:
            text += (" " if before and _apart(before, glyph) else "") + glyph.char
        before = glyph
    return text + raised(high, text)


def _apart(one: Glyph, other: Glyph) -> bool:
    latin = one.char[-1].isascii() + other.char[0].isascii()
    gap = (_CHINESE_GAP, _MIXED_GAP, _LETTER_GAP)[latin]
    return other.x0 - one.x1 > gap * max(one.size, other.size)


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Return the lines of a page from its top to its bottom."""
    rows = _rows(sorted(glyphs, key=lambda glyph: -glyph.y))
    lines = [Line(tuple(sorted(row, key=lambda glyph: glyph.x0)), page) for row in rows]
    return list(_with_small(lines))


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and row[-1].y - glyph.y > _SAME_BASELINE * min(row[-1].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _with_small(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines with small ones put into the line that they are raised or lowered in."""
    glyphs = [list(line.glyphs) for line in lines]
    for at, line in enumerate(lines):
        beside = [lines[n] for n in (at + 1, at - 1) if 0 <= n < len(lines)]
        if all(line.size > _SMALL * other.size for other in beside):
            continue
        for part in line.segments(1):
            for n in (at + 1, at - 1):
                if 0 <= n < len(lines) and _goes_into(part, lines[n]):
                    glyphs[n] += part.glyphs
                    glyphs[at] = [glyph for glyph in glyphs[at] if glyph not in part.glyphs]
                    break
    for line, own in zip(lines, glyphs, strict=True):
        if own:
            yield Line(tuple(sorted(own, key=lambda glyph: glyph.x0)), line.page)


def _gap(part: Line, glyph: Glyph) -> float:
    return max(part.x0 - glyph.x1, glyph.x0 - part.x1, 0.0)


def _goes_into(small: Line, line: Line) -> bool:
    height = (small.y - line.y) / line.size
    if small.size > _SMALL * line.size or not _LOWEST < height < _HIGHEST:
        return False
    if not any(
        _gap(small, glyph) < _BESIDE * glyph.size and small.size <= _SMALL * glyph.size
        for glyph in line.glyphs
    ):
        return False  # beside nothing that it could be raised from
    return not any(
        glyph.x0 < guest.middle < glyph.x1 for guest in small.glyphs for glyph in line.glyphs
    )

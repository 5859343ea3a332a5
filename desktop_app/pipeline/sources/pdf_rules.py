"""Ruled lines of a page become zones: the parts of it that a table takes."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop_app.pipeline.sources.pdf_lines import Line
from desktop_app.pipeline.sources.pdf_marks import Glyph, Rule

NEAR = 4.0  # points: rules as near are one, or touch
_ROOM = 2.0
_NARROWEST = 80.0
CELL_GAP = 0.9  # of the size: cells lie as far apart, words do not
_CAPTION = re.compile(r"[表图]\s*\d")
_MOST_RULES, _MOST_MERGED = 8000, 800


class Zone(Struct, frozen=True):
    """Part of a page that rules mark off."""

    x0: float
    x1: float
    y0: float
    y1: float
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    def parted(self, line: Line) -> tuple[Line | None, Line | None]:
        """Return what of a line lies in the zone, and what in another column of text beside it."""
        middle = line.y + line.size / 3
        if not self.y0 - _ROOM < middle < self.y1 + _ROOM:
            return None, line
        if line.x0 > self.x0 - _ROOM and line.x1 < self.x1 + _ROOM:
            return line, None
        inside: list[Glyph] = []
        outside: list[Glyph] = []
        for part in line.segments(CELL_GAP):
            held = self.x0 < (part.x0 + part.x1) / 2 < self.x1
            (inside if held else outside).extend(part.glyphs)
        return _line(inside, line.page), _line(outside, line.page)


def _line(glyphs: Sequence[Glyph], page: int) -> Line | None:
    return Line(tuple(glyphs), page) if glyphs else None


def zones(rules: Sequence[Rule], lines: Sequence[Line]) -> Iterator[Zone]:
    """Yield the zones that rules mark off, those of a map or a drawing not."""
    if len(rules) > _MOST_RULES:
        return  # a map
    level = _merged([rule for rule in rules if rule.level])
    upright = _merged([rule for rule in rules if not rule.level])
    if len(level) + len(upright) > _MOST_MERGED:
        return
    for group in _connected([*level, *upright]):
        across = [rule for rule in group if rule.level and rule.x1 - rule.x0 > NEAR]
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
        open_rules = [other for other in open_rules if along(rule)[0] - along(other)[0] < NEAR / 2]
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
        one.x0 <= other.x1 + NEAR
        and other.x0 <= one.x1 + NEAR
        and one.y0 <= other.y1 + NEAR
        and other.y0 <= one.y1 + NEAR
    )


def _same_width(one: Rule, other: Rule) -> bool:
    both_level = one.level and other.level
    return both_level and abs(one.x0 - other.x0) < NEAR * 2 and abs(one.x1 - other.x1) < NEAR * 2


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


def _parted(across: Sequence[Rule], down: Sequence[Rule], lines: Sequence[Line]) -> Iterator[Zone]:
    """Yield the zones of a group; tables of one width under one another have text between them."""
    levels = sorted(across, key=lambda rule: -rule.y0)
    begun = 0
    for at in range(1, len(levels) + 1):
        if at < len(levels) and _goes_on(levels[at - 1], levels[at], down, lines):
            continue
        part = levels[begun:at]
        begun = at
        y0, y1 = part[-1].y0, part[0].y1
        inner = [rule for rule in down if rule.y0 < y1 + NEAR and rule.y1 > y0 - NEAR]
        if inner:
            y0, y1 = min(y0, *(r.y0 for r in inner)), max(y1, *(r.y1 for r in inner))
        x0, x1 = min(rule.x0 for rule in part), max(rule.x1 for rule in part)
        if x1 - x0 >= _NARROWEST and y1 - y0 > NEAR * 2:
            yield Zone(x0, x1, y0, y1, tuple(part), tuple(inner))


def _goes_on(upper: Rule, lower: Rule, down: Sequence[Rule], lines: Sequence[Line]) -> bool:
    if down:
        return any(r.y0 <= lower.y1 + NEAR and r.y1 >= upper.y0 - NEAR for r in down)
    between = [line for line in lines if lower.y0 < line.y < upper.y1]
    if any(_CAPTION.match(line.text) for line in between):
        return False
    return any(len(line.segments(CELL_GAP)) > 1 for line in between) or not between

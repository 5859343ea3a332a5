"""What is printed on a page: characters with their places and ruled lines, upright and once."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

# The same glyph so near, in parts of its width and size, is the same ink printed twice.
_SAME_ACROSS, _SAME_DOWN = 0.45, 0.15
THIN = 3.0  # points: what is wider is a shade and no rule
_SHORTEST_RULE = 8.0


class Glyph(Struct, frozen=True):
    """A printed character: its left and right edge, baseline and size, in points from below."""

    char: str
    x0: float
    x1: float
    y: float
    size: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


class Rule(Struct, frozen=True):
    """A straight ruled line, upright or level."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 > self.y1 - self.y0


class Page(Struct, frozen=True):
    """A page upright as it is read; `pictured` says that a picture takes most of it."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictured: bool = False


def upright(page: Page, turn: int) -> Page:
    """Turn a page whose text runs up or down, and take out what is printed twice."""
    rules = tuple(rule for rule in page.rules if _is_rule(rule))
    if turn:
        page, rules = _turned(page, rules, turn)
    return replace(page, glyphs=tuple(printed_once(page.glyphs)), rules=rules)


def _is_rule(rule: Rule) -> bool:
    long, thin = sorted((rule.x1 - rule.x0, rule.y1 - rule.y0), reverse=True)
    return long >= _SHORTEST_RULE and thin < THIN


def _turned(page: Page, rules: tuple[Rule, ...], turn: int) -> tuple[Page, tuple[Rule, ...]]:
    def place(x: float, y: float) -> tuple[float, float]:
        if turn == 90:
            return y, page.width - x
        if turn == 270:
            return page.height - y, x
        return page.width - x, page.height - y

    glyphs = []
    for glyph in page.glyphs:
        x, y = place(glyph.x0, glyph.y)
        if turn == 180:
            glyphs.append(replace(glyph, x0=x - (glyph.x1 - glyph.x0), x1=x, y=y))
        else:
            width = glyph.size if ord(glyph.char) > 0x2E7F else glyph.size / 2
            glyphs.append(replace(glyph, x0=x, x1=x + width, y=y))
    turned = []
    for rule in rules:
        (x0, y0), (x1, y1) = place(rule.x0, rule.y0), place(rule.x1, rule.y1)
        turned.append(Rule(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)))
    width, height = (page.width, page.height) if turn == 180 else (page.height, page.width)
    return replace(page, width=width, height=height, glyphs=tuple(glyphs)), tuple(turned)


def printed_once(glyphs: tuple[Glyph, ...]) -> Iterator[Glyph]:
    """Yield the glyphs without those printed a second time to look bold."""
    cell = 4.0
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        across, down = int(glyph.x0 // cell), int(glyph.y // cell)
        near = (
            other
            for column in (across - 1, across, across + 1)
            for row in (down - 1, down, down + 1)
            for other in seen.get((glyph.char, column, row), ())
        )
        if any(_is_same_ink(glyph, other) for other in near):
            continue
        seen[glyph.char, across, down].append(glyph)
        yield glyph


def _is_same_ink(one: Glyph, other: Glyph) -> bool:
    width = max(one.x1 - one.x0, one.size / 5)
    return (
        abs(one.x0 - other.x0) < _SAME_ACROSS * width
        and abs(one.y - other.y) < _SAME_DOWN * one.size
        and abs(one.size - other.size) < _SAME_DOWN * one.size
    )

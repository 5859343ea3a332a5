"""Tables drawn with bars become rows of cells with tabs between them: normalisation, no repair.

A table of Markdown is a heading row, under it a rule of dashes, and the rows down to the first
line without bars. A line with bars and no rule is the trail of a page, or text. A table drawn with
the signs of the box, as in the 1990s, is any two lines with as many bars; its rules go.
"""

import re
from collections.abc import Iterator

from desktop_app.pipeline.repair.draft import Change

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
# A bar behind a backslash is one that a cell holds.
# The blanks of an empty cell belong to the bar behind them.
_BAR = re.compile(r"(?<![ \t])[ \t]*+(?<!\\)\|(?:[ \t]*+(?!\|))?")
# U+2500 to U+257F; GB 2312 has the light and heavy ones in its row 9.
_BOX_BAR = re.compile(r"(?<![ \t\u3000])[ \t\u3000]*+[│┃║](?:[ \t\u3000]*+(?![│┃║]))?")
_BOX = re.compile(r"[\s\u2500-\u257f]+")
_BOX_LINES = ("──", "━━", "══")


def pipe_rows(text: str) -> Iterator[Change]:
    """Yield changes of the bars of Markdown's tables to tabs; the rules under headings go."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    inside = False
    for at, line in enumerate(lines):
        ruled = at + 1 < len(lines) and _is_rule(lines[at + 1])
        inside = "|" in line and (inside or ruled)
        if inside and _is_rule(line):
            yield Change(starts[at], starts[at] + len(line), "")
        elif inside:
            yield from _cells(line, starts[at])


def _is_rule(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line) is not None


def _cells(line: str, start: int, sign: re.Pattern[str] = _BAR) -> Iterator[Change]:
    """Yield the changes of one row: bars at its rims go, those between cells become tabs."""
    first, last = len(line) - len(line.lstrip()), len(line.rstrip())
    # A drawn row without a frame on its right has none on its left: its first cell is empty.
    framed = sign is _BAR or line.rstrip().endswith(("│", "┃", "║"))
    for bar in sign.finditer(line):
        rim = (framed and bar.start() <= first) or bar.end() >= last
        yield Change(start + bar.start(), start + bar.end(), "" if rim else "\t")


def boxed_rows(text: str) -> Iterator[Change]:
    """Yield changes of the bars of drawn tables to tabs; their rules and frames go."""
    if not _BOX_BAR.search(text):
        return
    at = 0
    above: tuple[int, str, int] | None = None
    beside = False
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if _is_box_rule(line):
            yield Change(start, start + len(line), "")
            continue
        if not line.strip():
            continue
        bars = len(_BOX_BAR.findall(line))
        alike = above is not None and bars == above[2] > 0
        if above is not None and alike and not beside:
            yield from _cells(above[1], above[0], _BOX_BAR)
        if alike:
            yield from _cells(line, start, _BOX_BAR)
        above, beside = (start, line, bars), alike


def _is_box_rule(line: str) -> bool:
    return any(rule in line for rule in _BOX_LINES) and _BOX.fullmatch(line) is not None

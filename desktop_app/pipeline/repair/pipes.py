"""Tables of Markdown become rows of cells with tabs between them: normalisation, no repair.

A table is a heading row, under it a rule of dashes, and the rows down to the first line without
bars. A line with bars and no rule is the trail of a page, or text.
"""

import re
from collections.abc import Iterator

from desktop_app.pipeline.repair.draft import Change

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
# A bar behind a backslash is one that a cell holds.
_BAR = re.compile(r"(?<![ \t])[ \t]*+(?<!\\)\|[ \t]*")


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


def _cells(line: str, start: int) -> Iterator[Change]:
    """Yield the changes of one row: bars at its rims go, those between cells become tabs."""
    first, last = len(line) - len(line.lstrip()), len(line.rstrip())
    for bar in _BAR.finditer(line):
        rim = bar.start() <= first or bar.end() >= last
        yield Change(start + bar.start(), start + bar.end(), "" if rim else "\t")

"""Tables set with spaces become rows of cells with tabs between them: normalisation, no repair.

Lines that follow one another and all have wide gaps are a table where two of them at least have
numbers behind a name. A single space is none: it stands between the phrases of a heading.
"""

import re
from collections.abc import Iterator, Sequence

from desktop_app.pipeline.repair.draft import Change

# A single blank as wide as a character is one before a number that ends there.
_GAP = re.compile(
    r"(?<=\S)[ \u3000\xa0\u2002\u2003]{2,}(?=\S)"
    r"|(?<=[\u4e00-\u9fff）)%\d])(?<![表图第])\u3000(?=[-+−]?\d[\d.,]*[%‰]?(?:[ \u3000]|$))"
)
_DATA = re.compile(r"[-+−－]?[\d０-９][\d０-９.,．，]*[%％‰]?|[—…－-]{1,3}")
_SENTENCE_END = re.compile(r"[。；;！]$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
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
    return "\t" not in bare and bool(_GAP.search(bare)) and not _SENTENCE_END.search(bare)


def _rows(block: Sequence[tuple[int, str]]) -> Iterator[Change]:
    """Yield the changes of a run of lines with wide gaps, where it is a table."""
    if sum(_has_data(line) for _, line in block) < _FEWEST_ROWS:
        return
    for at, line in block:
        start = 0
        for gap in _GAP.finditer(line):
            inside = _inside_name(line[start : gap.start()].strip(), line[gap.end()])
            yield Change(at + gap.start(), at + gap.end(), "" if inside else "\t")
            start = gap.end()


def _has_data(line: str) -> bool:
    """Whether a name begins the line and a number stands in a cell behind it."""
    first, *others = _GAP.split(line.strip())
    return not _DATA.fullmatch(first) and any(map(_DATA.fullmatch, others))


def _inside_name(before: str, after: str) -> bool:
    """Whether a gap spreads a name to the width of its column: 粮　　食, 生  猪(万头)."""
    return bool(_CHINESE.fullmatch(before) and _CHINESE.match(after))

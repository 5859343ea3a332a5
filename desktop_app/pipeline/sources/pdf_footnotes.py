"""Notes at the feet of pages: they stand apart from the text, which goes on over them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from desktop_app.pipeline.sources.pdf_lines import Line

_SMALL = 0.93  # of the size of the text
_NOTE = re.compile(r"[\[［]\d{1,2}[\]］]|[①-⑳]|注\s*\d?\s*[:：]|[*＊]")
_BARE = re.compile(r"(\d{1,2})(?=\s?[^\d\s.,．，、%％年月日])")
_CITED = re.compile(r"\[(\d{1,2})\]")


def without_footnotes(bodies: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """Return the lines of each page, and apart from them the notes at its foot.

    A note is smaller than the text and begins with its mark, which may be a bare number where the
    text cites it.
    """
    sizes: Counter[float] = Counter()
    for line in (line for body in bodies for line in body):
        sizes[round(line.size, 1)] += len(line.glyphs)
    small = _SMALL * sizes.most_common(1)[0][0] if sizes else 0.0
    cited = {mark for body in bodies for line in body for mark in _CITED.findall(line.text)}
    kept: list[list[Line]] = []
    notes: list[Line] = []
    for body, following in pairwise([*bodies, []]):
        begin = _foot_of(body, small, cited)
        if not begin or (following and following[0].size < small):
            begin = len(body)
        kept.append(list(body[:begin]))
        notes += [_marked(line, cited) for line in body[begin:]]
    return kept, notes


def _foot_of(body: Sequence[Line], small: float, cited: set[str]) -> int:
    """Return where the notes at the foot of a page begin; its end if there are none."""
    begin = len(body)
    while begin and body[begin - 1].size < small:
        begin -= 1
    while begin < len(body) and not (
        _NOTE.match(body[begin].text) or _bare_mark(body[begin], cited)
    ):
        begin += 1
    return begin


def _bare_mark(line: Line, cited: set[str]) -> str:
    mark = _BARE.match(line.text)
    return mark[1] if mark and mark[1] in cited else ""


def _marked(line: Line, cited: set[str]) -> Line:
    """Return a note whose bare number is written as the text writes it: [1]."""
    mark = _bare_mark(line, cited)
    if not mark:
        return line
    first, rest = line.glyphs[0], line.glyphs[len(mark) :]
    end = line.glyphs[len(mark) - 1].x1
    return Line((replace(first, char=f"[{mark}]", x1=end), *rest), line.page)

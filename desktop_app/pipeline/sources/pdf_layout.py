"""Pages as they are read: without headers, footers and page numbers, columns one after another."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from desktop_app.pipeline.sources.pdf_lines import Line, is_number
from desktop_app.pipeline.sources.pdf_page import Page

_PAGE_NUMBER = re.compile(
    r"[-—–－·•~～|\s]*(?:第|共|page|p\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十]{1,4})\s*"
    r"(?:页|/|，|,|of|共|\s|\d{1,4}|第)*[-—–－·•~～|\s]*",
    re.IGNORECASE,
)
# A line of a table of contents: dots that lead to a page.
_CONTENTS = re.compile(r"(?:[.．·…]\s?){4,}[-—\s]*\d{1,3}[-—\s]*$")
_DASHED = re.compile(r"[-—–－·•~～|第共页/]")
_MARGIN = 0.13  # of the height, where headers and footers are
_AT_EDGE = 3  # lines from the top and from the bottom that may be theirs
_SAME_HEIGHT = 4.0
_FEWEST_PAGES = 3
_SHARE_OF_PAGES = 0.4
_CLEAR = 1.5  # of a line's size, between the text and a number alone at its foot
_GUTTER = 0.9  # of the size
_MIDDLE = (0.35, 0.65)
_FEWEST_ROWS = 8
_SHARE_PARTED = 0.6
_LONG = 12
_SMALL = 0.93  # of the size of the text: a note at the foot of a page
_NOTE = re.compile(r"[\[［]\d{1,2}[\]］]|[①-⑳]|注\s*\d?\s*[:：]|[*＊]")


def without_furniture(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each page without those that the margins of the pages hold."""
    repeated: Counter[tuple[str, int]] = Counter()
    for page, own in zip(pages, lines, strict=True):
        repeated.update({_key(line) for line in _marginal(page, own)})
    often = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))
    usual = {key for key, count in repeated.items() if count >= often}
    bodies = [list(_body(page, own, usual)) for page, own in zip(pages, lines, strict=True)]
    for above, below in pairwise(bodies):
        # A line that the foot of a page cuts through is printed again on the next.
        if above and below and len(above[-1].text) >= _LONG and above[-1].text == below[0].text:
            below.pop(0)
    return bodies


def _marginal(page: Page, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines near the upper and the lower edge of a page."""
    for at, line in enumerate(lines):
        high = line.y > page.height * (1 - _MARGIN) and at < _AT_EDGE
        low = line.y < page.height * _MARGIN and at >= len(lines) - _AT_EDGE
        if high or low:
            yield line


def _key(line: Line) -> tuple[str, int]:
    """Return what two headers have in common: the words, without the numbers, and the height."""
    words = re.sub(r"\d+", "0", "".join(line.text.split()))
    return words, round(line.y / _SAME_HEIGHT)


def _body(page: Page, lines: Sequence[Line], repeated: set[tuple[str, int]]) -> Iterator[Line]:
    edge = list(_marginal(page, lines))
    for at, line in enumerate(lines):
        if line in edge:
            words, height = _key(line)
            # A page number is at its height with words of its own: 第 1 页.
            if any((words, height + near) in repeated for near in (-1, 0, 1)):
                continue
            if _PAGE_NUMBER.fullmatch(line.text) and _stands_alone(lines, at):
                continue
        if not _CONTENTS.search(line.text):
            yield line


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if _DASHED.search(line.text):
        return True
    others = [other for other in lines if other is not line]
    return all(abs(other.y - line.y) > _CLEAR * line.size for other in others)


def without_footnotes(bodies: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """Return the lines of each page, and apart from them the notes at its foot.

    A note is smaller than the text, begins with its mark, and the text goes on on the next page.
    """
    sizes: Counter[float] = Counter()
    for line in (line for body in bodies for line in body):
        sizes[round(line.size, 1)] += len(line.glyphs)
    small = _SMALL * sizes.most_common(1)[0][0] if sizes else 0.0
    kept: list[list[Line]] = []
    notes: list[Line] = []
    for body, following in pairwise([*bodies, []]):
        begin = _foot_of(body, small)
        if not begin or not following or following[0].size < small:
            begin = len(body)
        kept.append(list(body[:begin]))
        notes += body[begin:]
    return kept, notes


def _foot_of(body: Sequence[Line], small: float) -> int:
    """Return where the notes at the foot of a page begin; its end if there are none."""
    begin = len(body)
    while begin and body[begin - 1].size < small:
        begin -= 1
    while begin < len(body) and not _NOTE.match(body[begin].text):
        begin += 1
    return begin


def columns_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups that are read one after another, each with margins of its own."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    groups: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    whole: list[Line] = []
    for line in lines:
        parts = line.within(float("-inf"), gutter), line.within(gutter, float("inf"))
        if _crosses(line, gutter):
            groups += [left, right]
            left, right = [], []
            whole.append(line)
            continue
        groups.append(whole)
        whole = []
        left += [parts[0]] if parts[0] else []
        right += [parts[1]] if parts[1] else []
    groups += [left, right, whole]
    return [group for group in groups if group]


def _crosses(line: Line, place: float) -> bool:
    return any(part.x0 < place < part.x1 for part in line.segments(_GUTTER))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the space between two columns of prose is, if there are two."""
    if len(lines) < _FEWEST_ROWS:
        return None
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    first, last = (x0 + (x1 - x0) * share for share in _MIDDLE)
    gaps = [
        (one.x1 + other.x0) / 2
        for line in lines
        for one, other in pairwise(line.segments(_GUTTER))
        if first < (one.x1 + other.x0) / 2 < last
    ]
    if not gaps:
        return None
    place = median(gaps)
    parted = [line for line in lines if not _crosses(line, place)]
    both = [
        (one, other)
        for line in parted
        if (one := line.within(x0, place)) and (other := line.within(place, x1 + 1))
    ]
    if len(both) < max(_FEWEST_ROWS, _SHARE_PARTED * len(lines)):
        return None
    texts = [part.text for pair in both for part in pair]
    prose = sum(len(text) >= _LONG and not is_number(text) for text in texts)
    return place if prose >= _SHARE_PARTED * len(texts) else None

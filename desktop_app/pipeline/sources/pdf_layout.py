"""Pages as they are read: without headers, footers and page numbers, columns one after another."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from desktop_app.pipeline.sources.pdf_lines import Line, is_number
from desktop_app.pipeline.sources.pdf_marks import Page
from desktop_app.pipeline.sources.pdf_tables import Table

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
_FEWEST_PAGES = 2
_SHARE_OF_PAGES = 0.4
_CLEAR = 1.5  # of a line's size, between the text and a number alone at its foot
_GUTTER = 0.9  # of the size
_STEP = 2  # points
_MIDDLE = (0.35, 0.65)
_FEWEST_ROWS = 8
_SHARE_PARTED = 0.6
_LONG = 12
_FEWEST_LONG = 4


def without_furniture(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each page without those that the margins of the pages hold."""
    repeated: Counter[tuple[str, int]] = Counter()
    for page, own in zip(pages, lines, strict=True):
        repeated.update({_key(line, page) for line in _marginal(page, own)})
    often = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))
    usual = {key for key, count in repeated.items() if count >= often}
    titles = _titles(lines[0]) if lines else {}
    bodies = [
        [line for line in _body(page, own, usual) if not _repeats(line, page, titles)]
        for page, own in zip(pages, lines, strict=True)
    ]
    for above, below in pairwise(bodies):
        # A line that the foot of a page cuts through is printed again on the next.
        if above and below and len(above[-1].text) >= _LONG and above[-1].text == below[0].text:
            below.pop(0)
    return bodies


def _titles(first: Sequence[Line]) -> dict[str, float]:
    """Return the lines of the first page that are larger than its text, and their sizes."""
    text = median(line.size for line in first) if first else 0.0
    return {_plain(line): line.size for line in first if line.size > text}


def _repeats(line: Line, page: Page, titles: Mapping[str, float]) -> bool:
    """Whether a line at the edge of a page only says again whose page it is."""
    at_edge = line.y > page.height * (1 - _MARGIN) or line.y < page.height * _MARGIN
    return at_edge and line.size < titles.get(_plain(line), 0.0)


def _plain(line: Line) -> str:
    return "".join(line.text.split())


def _marginal(page: Page, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines near the upper and the lower edge of a page."""
    for at, line in enumerate(lines):
        high = line.y > page.height * (1 - _MARGIN) and at < _AT_EDGE
        low = line.y < page.height * _MARGIN and at >= len(lines) - _AT_EDGE
        if high or low:
            yield line


def _key(line: Line, page: Page) -> tuple[str, int]:
    """Return what two headers have in common: the words, and how far from the edge they are.

    Numbers do not count. Pages may be of different heights.
    """
    words = re.sub(r"\d+", "0", _plain(line))
    from_top = page.height - line.y
    return words, round((from_top if from_top < line.y else -line.y) / _SAME_HEIGHT)


def _body(page: Page, lines: Sequence[Line], repeated: set[tuple[str, int]]) -> Iterator[Line]:
    edge = list(_marginal(page, lines))
    for at, line in enumerate(lines):
        if line in edge:
            words, height = _key(line, page)
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


def columns_of(
    lines: Sequence[Line], tables: Sequence[Table], gutter: float | None
) -> list[tuple[list[Line], list[Table]]]:
    """Return lines and tables in groups that are read one after another.

    Each group has margins of its own; what lies across the gutter parts those above and below it.
    """
    if gutter is None:
        return [(list(lines), list(tables))]
    groups: list[tuple[list[Line], list[Table]]] = []
    left, right, whole = _group(), _group(), _group()
    items: list[Line | Table] = [*lines, *tables]
    for item in sorted(items, key=lambda item: -_top(item)):
        if _lies_across(item, gutter):
            groups += [left, right]
            left, right = _group(), _group()
            _put(item, whole)
            continue
        groups.append(whole)
        whole = _group()
        for part, group in zip(_parts(item, gutter), (left, right), strict=True):
            _put(part, group)
    groups += [left, right, whole]
    return [group for group in groups if any(group)]


def _group() -> tuple[list[Line], list[Table]]:
    return [], []


def _put(item: Line | Table | None, group: tuple[list[Line], list[Table]]) -> None:
    if isinstance(item, Line):
        group[0].append(item)
    elif item is not None:
        group[1].append(item)


def _top(item: Line | Table) -> float:
    return item.y if isinstance(item, Line) else item.top


def _lies_across(item: Line | Table, place: float) -> bool:
    return crosses(item, place) if isinstance(item, Line) else item.x0 < place < item.x1


def _parts(item: Line | Table, place: float) -> tuple[Line | Table | None, Line | Table | None]:
    if isinstance(item, Line):
        return item.within(float("-inf"), place), item.within(place, float("inf"))
    return (item, None) if item.x1 <= place else (None, item)


def crosses(line: Line, place: float) -> bool:
    """Whether a part of a line lies across a place."""
    return any(part.x0 < place < part.x1 for part in line.segments(_GUTTER))


def gutters_of(pages: Sequence[Sequence[Line]]) -> list[float | None]:
    """Return where the space between two columns of prose is on each page, None for one column.

    A last page with little in its second column is set as those before it.
    """
    found = [_gutter(lines) for lines in pages]
    places = [place for place in found if place is not None]
    usual = median(places) if len(places) * 2 >= len(pages) and places else None
    return [
        usual if place is None and usual is not None and _fits(lines, usual) else place
        for place, lines in zip(found, pages, strict=True)
    ]


def _fits(lines: Sequence[Line], place: float) -> bool:
    clear = [line for line in lines if not crosses(line, place)]
    return len(clear) * 2 > len(lines) and any(line.x1 > place for line in clear)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the space between two columns of prose is, if there are two.

    Their lines need not stand beside one another.
    """
    if len(lines) < _FEWEST_ROWS:
        return None
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    first, last = (int(x0 + (x1 - x0) * share) for share in _MIDDLE)
    parts = [part for line in lines for part in line.segments(_GUTTER)]
    crossing = {
        place: sum(part.x0 < place < part.x1 for part in parts)
        for place in range(first, last, _STEP)
    }
    fewest = min(crossing.values(), default=0)
    clear = [place for place, count in crossing.items() if count == fewest]
    if not clear or last - first < _STEP or fewest > (1 - _SHARE_PARTED) * len(lines):
        return None
    place = median(clear)
    sides = (
        [part.text for part in parts if part.x1 <= place],
        [part.text for part in parts if part.x0 >= place],
    )
    return place if all(map(_is_prose, sides)) else None


def _is_prose(texts: Sequence[str]) -> bool:
    long = [len(text) for text in texts if len(text) >= _LONG and not is_number(text)]
    return len(long) >= _FEWEST_LONG and sum(long) >= _SHARE_PARTED * sum(map(len, texts))

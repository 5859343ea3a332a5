"""Ends of pages inside a sentence or a number, as a text taken from a book or a PDF has them.

Between the lines stand the page's number and the head or foot that pages repeat. The text goes on
behind them on the evidence that mends a line break (`lines`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_app.pipeline.paging import REPEATED, is_page_number
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.repair.lines import ENDED, SPACES, Joiner

_LONGEST_HEAD = 60
_NAME = re.compile(r"\d*年?[\u4e00-\u9fff]{2}")
_FRACTION = re.compile(r"\d+\s*/\s*(?P<total>\d+)")


def page_ends(text: str) -> Iterator[Change]:
    """Yield a change for every page's end inside a sentence or a number: its mark goes too."""
    lines = text.split("\n")
    marks = _marks(lines)
    if not marks:
        return
    joiner, times = Joiner(), Counter(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    seen = 0
    for mark in marks:
        if mark < seen:
            continue
        above, seen = _around(lines, mark, times, joiner)
        if above < 0 or seen == len(lines):
            continue
        line, following = lines[above].rstrip(SPACES), lines[seen]
        certainty = joiner.goes_on(line.lstrip(SPACES), following)
        if certainty is not None:
            indent = len(following) - len(following.lstrip(SPACES))
            start, end = starts[above] + len(line), starts[seen] + indent
            yield Change(start, end, "", "page_end", certainty)


def _marks(lines: Sequence[str]) -> list[int]:
    """Return which lines are numbers of pages: a fraction only where others have its total."""
    marks = {
        at: bare for at, line in enumerate(lines) if is_page_number(bare := line.strip(SPACES))
    }
    fractions = {at: _FRACTION.fullmatch(bare) for at, bare in marks.items()}
    totals = Counter(fraction["total"] for fraction in fractions.values() if fraction)
    return [
        at for at, fraction in fractions.items() if not fraction or totals[fraction["total"]] > 1
    ]


def _around(
    lines: Sequence[str], mark: int, times: Counter[str], joiner: Joiner
) -> tuple[int, int]:
    """Return the last line of a page's text and the first of the next one's, about its number.

    -1 or the number of lines where there is none.
    """

    def is_page(line: str) -> bool:
        bare = line.strip(SPACES)
        if not bare or is_page_number(bare):
            return True
        if len(bare) > _LONGEST_HEAD or bare[-1] in ENDED or not _NAME.match(bare):
            return False
        return joiner.is_head(bare) or (times[line] >= REPEATED and "\t" not in bare)

    above, below = mark - 1, mark + 1
    while above >= 0 and is_page(lines[above]):
        above -= 1
    while below < len(lines) and is_page(lines[below]):
        below += 1
    return above, below

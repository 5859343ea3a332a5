"""Lines that a web page put around a text: nobody reads them as a part of the bulletin.

Only what is made of the page's labels and buttons from its first sign to its last is left out, and
only above the first paragraph or below the last one; a title is where it repeats one before, sign
by sign, with nothing but such lines and an imprint between.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from desktop_app.pipeline.outline import imprint, plain
from desktop_app.pipeline.outline.lines import Line
from desktop_app.system import resources

PAGE, TITLE_AGAIN = "skipped_page", "skipped_title_again"
_LONGEST = 150
_SPACE = re.compile(r"\s+")


def find(
    lines: Sequence[Line], titles: Sequence[tuple[int, int]], chapters: Sequence[int]
) -> dict[int, str]:
    """Return the lines to leave out, each with the message that says why.

    `titles` are (first, last) line of each printed title, `chapters` the lines of the chapters.
    """
    told = [line.index for line in lines if line.row or plain.is_prose(line)] + list(chapters)
    if not told:
        # Without a text there is nothing for a page to stand around.
        return {}
    first, last = min(told), max(told)
    apart = (line for line in lines if not line.row and not first <= line.index <= last)
    found = {line.index: PAGE for line in apart if is_page_line(line.text)}
    return found | _titles_again(lines, titles, set(found))


def is_page_line(text: str) -> bool:
    """Whether a line is made of a page's labels and buttons: 来源：…　字号：大 中 小　打印."""
    return len(text) <= _LONGEST and _page_line().fullmatch(text) is not None


@cache
def _page_line() -> re.Pattern[str]:
    table = resources.table("outline")
    kinds = ("published_words", "written_words", "source_words", "page_labels")
    labels = _either(word for kind in kinds for word in table[kind])
    buttons = _either(table["page_buttons"])
    apart = r"[\s|｜\[\]【】（）()<>《》/、]"
    value = r"[^\s。；，！？|｜【】\[\]]{0,40}?(?:\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
    labelled = rf"(?:{labels})\s*[:：]\s*{value}"
    # A label may touch the value before it, a button stands apart.
    return re.compile(
        rf"{apart}*(?:{labelled}|{buttons})(?:{apart}*{labelled}|{apart}+(?:{buttons}))*{apart}*"
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _titles_again(
    lines: Sequence[Line], titles: Sequence[tuple[int, int]], page: set[int]
) -> dict[int, str]:
    found: dict[int, str] = {}
    for (first, last), (again, end) in pairwise(titles):
        between = (line.text for line in lines[last + 1 : again] if line.index not in page)
        near = all(imprint.printed_date(text) or imprint.publisher(text) for text in between)
        if near and _said(lines, first, last) == _said(lines, again, end):
            found |= dict.fromkeys(range(again, end + 1), TITLE_AGAIN)
    return found


def _said(lines: Sequence[Line], first: int, last: int) -> str:
    return _SPACE.sub("", "".join(line.text for line in lines[first : last + 1]))

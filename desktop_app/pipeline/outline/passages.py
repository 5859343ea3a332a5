"""What each line of a text is: title, heading, row of a table, note, or text."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from msgspec import Struct

from desktop_app.domain.bulletin import PassageKind
from desktop_app.pipeline.outline import imprint, plain
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import Numbered, numbered
from desktop_app.pipeline.paging import REPEATED, is_page_number
from desktop_app.system import resources

_FIRST_LINES = 15
_LINES_ABOVE = 2
_SENTENCE = re.compile(r"[。；;]")
_LEADER = re.compile(r"\S\s*(?:…+|\.{3,}|·{3,}|-{3,}|—{3,}|_{3,})\s*\d{1,3}$")
_LONGEST_LED = 150
# A table stands so near to the line that opens an appendix.
_NEAR = 4


@cache
def _unit_line() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["unit_words"]))
    return re.compile(rf"[（(]?\s*(?:{words})\s*[:：]\s*\S{{1,20}}$")


def title_first(lines: Sequence[Line], at: int) -> int | None:
    """Return the line a printed title begins on that ends on line `at`; None if none does."""
    line = lines[at]
    if line.row or imprint.title_name(line.text) is None:
        return None
    if at and imprint.is_of_office(line.text) and imprint.publisher(lines[at - 1].text):
        return at - 1
    first = at
    # A long title may stand on three lines.
    while first and at - first < _LINES_ABOVE and imprint.is_title_rest(lines[first].text):
        head = lines[first - 1].text
        # What is a title itself is none's first half.
        whole = imprint.title_name(head) is not None
        if whole or not imprint.is_title_half(head) or imprint.publisher(head):
            break
        first -= 1
    return first


def find_titles(lines: Sequence[Line], first_heading: int | None) -> list[tuple[int, int]]:
    """Return (first, last) line of each printed title; they stand before the first chapter."""
    before = min(_FIRST_LINES, len(lines)) if first_heading is None else first_heading
    found = ((title_first(lines, at), at) for at in range(before))
    return [(first, last) for first, last in found if first is not None]


def find_contents(lines: Sequence[Line], first_heading: int | None) -> set[int]:
    """Return the lines of a table of contents: under its name, or led to a page by dots."""
    contents: set[int] = set()
    words = resources.table("outline")["contents_words"]
    inside = False
    for line in lines[: len(lines) if first_heading is None else first_heading]:
        opens = "".join(line.text.strip("#* ").split()) in words
        short = len(line.text) <= imprint.LONGEST_HEAD and not _SENTENCE.search(line.text)
        inside = opens or (inside and short and imprint.title_name(line.text) is None)
        led = len(line.text) <= _LONGEST_LED and not line.row and _LEADER.search(line.text)
        if inside or led:
            contents.add(line.index)
    return contents


def find_repeated_headings(lines: Sequence[Line], chapters: Sequence[Numbered]) -> set[int]:
    """Return the lines above the first chapter that list the chapters once, without a name."""
    if not chapters:
        return set()
    names = {_name(lines[chapter.line].text) for chapter in chapters}
    listed = {line.index for line in lines[: chapters[0].line] if _name(line.text) in names}
    return listed if len(listed) >= REPEATED else set()


def _name(text: str) -> str:
    return "".join(text.strip("#* ").split())


@cache
def _page_line() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["page_words"]))
    return re.compile(rf"[\[【（(<《]?\s*(?:{words})")


def is_of_page(text: str) -> bool:
    """Whether a line is no text but a web page's own: 首页 > 统计公报, 上一篇：…."""
    if len(text) > _LONGEST_LED or _SENTENCE.search(text):
        return False
    return _page_line().match(text) is not None


def find_page(
    lines: Sequence[Line], titles: Sequence[tuple[int, int]], chapters: Sequence[Numbered]
) -> tuple[set[int], int | None]:
    """Return the lines of the web page around a text, and the line with which its foot begins."""
    first = chapters[0].line if chapters else len(lines)
    above = titles[0][0] if titles else 0
    found = {line.index for line in lines[:above] if not (line.row or plain.is_prose(line))}
    found |= {line.index for line in lines[:first] if not line.row and is_of_page(line.text)}
    prose = (line.index for line in reversed(lines) if line.row or plain.is_prose(line))
    last = max(next(prose, -1), chapters[-1].line if chapters else len(lines))
    foot = next((line.index for line in lines[last + 1 :] if is_of_page(line.text)), None)
    return found | set(range(len(lines) if foot is None else foot, len(lines))), foot


def find_furniture(lines: Sequence[Line]) -> set[int]:
    """Return what pages repeat: their numbers, the heads and feet of a book."""
    counts = Counter(line.text for line in lines if not line.row)
    return {
        line.index
        for line in lines
        if not line.row
        and (
            is_page_number(line.text)
            or (
                counts[line.text] >= REPEATED
                and len(line.text) <= imprint.LONGEST_HEAD
                and not _SENTENCE.search(line.text)
                and numbered(line) is None
            )
        )
    }


def find_appendix(lines: Sequence[Line], chapters: Sequence[Numbered]) -> int | None:
    """Return the line after the last chapter that opens the appended tables, if there are any."""
    words = "|".join(map(re.escape, resources.table("outline")["appendix_words"]))
    opening = re.compile(rf"(?:{words})\s*[\d一二三四五六七八九十]*\s*(?:[:：].*|\s+.*)?$")
    first = chapters[-1].line + 1 if chapters else len(lines)
    for line in lines[first:]:
        if line.row or len(line.text) > imprint.LONGEST_HEAD or _SENTENCE.search(line.text):
            continue
        near = lines[line.index + 1 : line.index + 1 + _NEAR]
        if opening.match(line.text) and any(below.row for below in near):
            return line.index
    return None


class Places(Struct, frozen=True):
    """The lines known to be of one kind, by their numbers."""

    titles: Collection[int]
    headings: Collection[int]
    notes: Collection[int]
    captions: Collection[int]
    furniture: Collection[int]
    first_chapter: int


def kind_of(line: Line, places: Places) -> PassageKind:
    """Return what a line is."""
    if line.index in places.titles:
        return PassageKind.TITLE
    if line.row or line.index in places.captions:
        return PassageKind.TABLE
    if line.index in places.notes:
        return PassageKind.NOTE
    if line.index in places.headings:
        return PassageKind.HEADING
    if line.index in places.furniture:
        return PassageKind.NOTE
    if line.index > places.first_chapter and is_caption(line.text):
        return PassageKind.NOTE
    if imprint.printed_date(line.text) or imprint.publisher(line.text):
        return PassageKind.NOTE
    return PassageKind.BODY


def is_caption(text: str) -> bool:
    """Whether a line inside the text names a chart or a table: 图1 …, or the title once more."""
    if imprint.title_name(text) is not None:
        return True
    return _numbered_caption().match(text) is not None and not _SENTENCE.search(text)


@cache
def _numbered_caption() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["caption_words"]))
    return re.compile(rf"(?:{words})\s*[\d一二三四五六七八九十]+(?![\d.]*[%％])")


def find_captions(lines: Sequence[Line], others: Collection[int]) -> set[int]:
    """Return the lines that head a table, its name and its unit, right above its first row."""
    captions: set[int] = set()
    for line in lines:
        if not line.row or (line.index and lines[line.index - 1].row):
            continue
        for above in reversed(lines[max(line.index - 2, 0) : line.index]):
            if above.index in others or not _heads_table(above.text):
                break
            captions.add(above.index)
    return captions


def _heads_table(text: str) -> bool:
    if _unit_line().match(text):
        return True
    return len(text) <= imprint.LONGEST_HEAD and not _SENTENCE.search(text)

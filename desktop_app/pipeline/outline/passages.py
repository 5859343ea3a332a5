"""What each line of a text is: title, heading, row of a table, note, or text."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from desktop_app.domain.bulletin import PassageKind
from desktop_app.pipeline.outline import imprint
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import Numbered, value_of
from desktop_app.system import resources

_FIRST_LINES = 15
_LIST_NUMBER = re.compile(r"[（(]?\d{1,2}[.．、）)]|[①-⑳⑴-⒇]|[一二三四五六七八九十]、")
_REFERENCE = re.compile(r"[①-⑳]|[\[［]\d{1,2}[\]］]")
_SENTENCE = re.compile(r"[。；;]")


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["note_words"]))
    bracket = r"[\[【（(]?"
    return re.compile(rf"{bracket}\s*(?:{words})\s*(?:[①-⑳\d]*\s*[:：]|[\]】）)]?$|[\]】）)])")


@cache
def _unit_line() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["unit_words"]))
    return re.compile(rf"[（(]?\s*(?:{words})\s*[:：]\s*\S{{1,20}}$")


def find_titles(lines: Sequence[Line], chapters: Sequence[Numbered]) -> list[tuple[int, int]]:
    """Return (first, last) line of each printed title; they stand before the first chapter."""
    before = chapters[0].line if chapters else min(_FIRST_LINES, len(lines))
    titles: list[tuple[int, int]] = []
    for line in lines[:before]:
        if line.row or imprint.title_name(line.text) is None:
            continue
        first = line.index
        if first and imprint.is_title_rest(line.text):
            head = lines[first - 1].text
            taken = titles and titles[-1][1] == first - 1
            if not taken and imprint.is_title_head(head) and not imprint.publisher(head):
                first -= 1
        titles.append((first, line.index))
    return titles


def find_notes(lines: Sequence[Line], chapters: Sequence[Numbered]) -> tuple[set[int], int | None]:
    """Return the lines that are notes, and the line with which the back matter begins.

    A footnote opens with a mark (①, [1]) that stands inside an earlier line. A note word opens a
    note; in the last chapter it opens the back matter, except right under a table.
    """
    notes = _footnotes(lines)
    last = chapters[-1].line if chapters else len(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        opening = None if line.row else _note().match(line.text)
        if opening is None:
            continue
        notes.add(line.index)
        if line.index > last and not _under_table(lines, line.index):
            return notes | set(range(line.index, len(lines))), line.index
        count = _counted(line.text[opening.end() :])
        while count is not None and at < len(lines) and _counted(lines[at].text) == count + 1:
            notes.add(at)
            count, at = count + 1, at + 1
    return notes, _footnotes_close(lines, notes, last)


def _counted(text: str) -> int | None:
    """Return the number a line of a note opens with; 0 where the note's list is yet to come."""
    number = _LIST_NUMBER.match(text.lstrip())
    if number:
        return value_of(number.group())
    return None if text.strip() else 0


def _footnotes(lines: Sequence[Line]) -> set[int]:
    seen: set[str] = set()
    notes: set[int] = set()
    for line in lines:
        opening = _REFERENCE.match(line.text)
        if opening and opening.group() in seen:
            notes.add(line.index)
        inner = _REFERENCE.findall(line.text)
        seen.update(inner[1:] if opening else inner)
    return notes


def _under_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a note belongs to the table above it and ordinary text goes on below."""
    if not lines[at - 1].row or at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    return not (_LIST_NUMBER.match(below.text) or _note().match(below.text))


def _footnotes_close(lines: Sequence[Line], notes: set[int], last: int) -> int | None:
    """Return the first footnote of those that close the text, if such do."""
    at = len(lines)
    while at - 1 > last and at - 1 in notes:
        at -= 1
    return at if at < len(lines) else None


def kind_of(
    line: Line,
    *,
    titles: Collection[int],
    headings: Collection[int],
    notes: Collection[int],
    captions: Collection[int],
    first_chapter: int,
) -> PassageKind:
    """Return what a line is; the collections hold line numbers."""
    if line.index in titles:
        return PassageKind.TITLE
    if line.row or line.index in captions:
        return PassageKind.TABLE
    if line.index in notes:
        return PassageKind.NOTE
    if line.index in headings:
        return PassageKind.HEADING
    if line.index > first_chapter and _is_caption(line.text):
        return PassageKind.NOTE
    if imprint.printed_date(line.text) or imprint.publisher(line.text):
        return PassageKind.NOTE
    return PassageKind.BODY


def _is_caption(text: str) -> bool:
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

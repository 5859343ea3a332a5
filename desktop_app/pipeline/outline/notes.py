"""Notes: where they stand, what they say, and which places of the text cite them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop_app.domain.outline import Note
from desktop_app.pipeline.outline import imprint
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import Numbered, value_of
from desktop_app.system import resources

_RAISED = "¹²³⁴⁵⁶⁷⁸⁹"
_LIST_NUMBER = re.compile(r"[（(]?\d{1,2}[.．、）)]|[①-⑳⑴-⒇]|[一二三四五六七八九十]、")
_REFERENCE = re.compile(r"[①-⑳]|[\[［〔]\d{1,2}[\]］〕]|¹")


class _Form(StrEnum):
    """How a mark is written."""

    CIRCLED = "①"
    BRACKET = "[1]"
    WORD = "注1"
    RAISED = "¹"
    LIST = "1."


# Which marks in the text a note with a mark of each form answers to.
_ANSWERS = {
    _Form.CIRCLED: (_Form.CIRCLED,),
    _Form.BRACKET: (_Form.BRACKET, _Form.RAISED),
    _Form.RAISED: (_Form.RAISED, _Form.BRACKET),
    _Form.WORD: (_Form.WORD,),
    _Form.LIST: (_Form.BRACKET, _Form.RAISED, _Form.WORD, _Form.CIRCLED),
}
# Powers of units are raised as well: km², m³.
_CITING = re.compile(
    rf"(?P<circled>[①-⑳])|[\[［〔](?P<bracket>\d{{1,2}})[\]］〕]"
    rf"|注\s*(?P<word>\d{{1,2}}|[①-⑳])|(?<![mM米])(?<=\S)(?P<raised>[{_RAISED}])"
)
_OWN_MARK = re.compile(
    r"(?P<circled>[①-⑳])|[\[［〔](?P<bracket>\d{1,2})[\]］〕]|注\s*(?P<word>\d{1,2})(?=\D)[:：.、]?"
    rf"|(?P<raised>[{_RAISED}])|[（(]?(?P<list>\d{{1,2}})[.．、）)](?!\d)|(?P<paren>[⑴-⒇])"
)
_INNER_MARK = re.compile(rf"(?<=[。；;])\s*(?:{_OWN_MARK.pattern})")


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["note_words"]))
    bracket = r"[\[【（(]?"
    return re.compile(
        rf"(?:\*\*|\#{{1,6}}\s*)?{bracket}\s*(?:{words})\s*(?:[①-⑳\d]*\s*[:：](?:\*\*)?|[\]】）)]?(?:\*\*)?$|[\]】）)])"
    )


def is_note(text: str) -> bool:
    """Whether a line opens with a note word (注：, 注释, 资料来源：)."""
    return _note().match(text) is not None


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


def listed(lines: Sequence[Line]) -> set[int]:
    """Return the numbered lines, several, that follow the opening of notes (注：) as its list."""
    found: set[int] = set()
    run: list[int] = []
    count: int | None = None
    for line in lines:
        opening = None if line.row else _note().match(line.text)
        if opening:
            count, run = _counted(line.text[opening.end() :]), []
        elif count is not None and _counted(line.text) == count + 1:
            count += 1
            run.append(line.index)
            found.update(run if count > 1 else ())
        else:
            count = None
    return found


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
    return not (_LIST_NUMBER.match(below.text) or is_note(below.text))


def _footnotes_close(lines: Sequence[Line], notes: set[int], last: int) -> int | None:
    """Return the first footnote of those that close the text, if such do."""
    at = len(lines)
    while at - 1 > last and at - 1 in notes:
        at -= 1
    return at if at < len(lines) else None


@dataclass(slots=True)
class _Draft:
    """A note while its lines are read."""

    mark: str
    form: _Form | None
    value: int
    start: int
    end: int
    text: str
    tabular: bool


def read_notes(
    lines: Sequence[Line], places: Collection[int], titles: Sequence[tuple[int, int]]
) -> tuple[Note, ...]:
    """Return the notes on the lines `places`, each with the marks that cite it.

    `titles` are (read_start, read_end) of the printed titles.
    """
    drafts = _drafts(lines, places)
    cited = _citations(lines, places)
    taken: dict[tuple[_Form, int], int] = {}
    notes: list[Note] = []
    for draft in drafts:
        marks = _marks_of(draft, cited, taken)
        of_title = any(low <= start < high for start, _ in marks for low, high in titles)
        general = not marks and not draft.tabular and bool(_general().search(draft.text))
        notes.append(
            Note(draft.mark, draft.text, draft.start, draft.end, marks, of_title or general)
        )
    return tuple(notes)


@cache
def _general() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, resources.table("outline")["general_notes"])))


def _drafts(lines: Sequence[Line], places: Collection[int]) -> list[_Draft]:
    drafts: list[_Draft] = []
    current: _Draft | None = None
    for at in sorted(places):
        line = lines[at]
        if line.row or imprint.printed_date(line.text) or imprint.publisher(line.text):
            current = None
            continue
        opening = _note().match(line.text)
        goes_on = current is not None and at - 1 in places and opening is None
        for first, last in _pieces(line.text):
            draft = _draft(line, first, last, tabular=at > 0 and lines[at - 1].row)
            if draft is None:
                current = None
            elif goes_on and current is not None and draft.form is None:
                current.text += draft.text
                current.end = draft.end
            else:
                drafts.append(draft)
                current = draft
    return drafts


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that are a note each: 1.…；2.…"""
    opening = _note().match(text)
    own = _OWN_MARK.match(text[opening.end() :].lstrip() if opening else text)
    rims = [0]
    count = _value(own) if own else 0
    if own:
        for inner in _INNER_MARK.finditer(text):
            if _value(inner) == count + 1:
                rims.append(inner.start())
                count += 1
    yield from zip(rims, [*rims[1:], len(text)], strict=True)


def _draft(line: Line, first: int, last: int, *, tabular: bool) -> _Draft | None:
    """Read one note of a line; None where only a note word stands there."""
    whole = line.text[first:last]
    opening = None if first else _note().match(whole)
    words = whole[opening.end() :] if opening else whole
    words = words.strip().strip("*").strip()
    # 注1： and 注①： name the note's own mark inside the note word.
    named = re.search(r"注\s*(\d{1,2}|[①-⑳])\s*[:：]", opening.group()) if opening else None
    own = None if named else _OWN_MARK.match(words)
    if own:
        words = words[own.end() :].strip()
    if not words:
        return None
    start = line.start + first + len(whole) - len(whole.lstrip())
    end = line.start + last
    if named:
        circled = not named[1].isdecimal()
        form = _Form.CIRCLED if circled else _Form.WORD
        mark = named[1] if circled else f"注{named[1]}"
        return _Draft(mark, form, _number(named[1]), start, end, words, tabular)
    if own is None:
        return _Draft("", None, 0, start, end, words, tabular)
    form = _form(own)
    return _Draft(_written(own, form), form, _value(own), start, end, words, tabular)


def _form(found: re.Match[str]) -> _Form:
    kind = found.lastgroup or "list"
    return _Form.LIST if kind == "paren" else _Form[kind.upper()]


def _written(found: re.Match[str], form: _Form) -> str:
    value = _value(found)
    if form is _Form.CIRCLED:
        return found["circled"]
    return {_Form.BRACKET: f"[{value}]", _Form.WORD: f"注{value}"}.get(form, str(value))


def _value(found: re.Match[str]) -> int:
    return _number(found[found.lastgroup] if found.lastgroup else "")


def _number(printed: str) -> int:
    if printed and printed in _RAISED:
        return _RAISED.index(printed) + 1
    return value_of(printed)


_Cited = dict[tuple[_Form, int], list[tuple[int, int]]]


def _citations(lines: Sequence[Line], places: Collection[int]) -> _Cited:
    """Return where marks stand in the text, by form and number."""
    found: _Cited = defaultdict(list)
    for line in lines:
        if line.index in places:
            continue
        for mark in _CITING.finditer(line.text):
            # At the start of a line a mark opens an item.
            if mark.start() == 0:
                continue
            printed = mark[mark.lastgroup or 0]
            form = _Form[(mark.lastgroup or "circled").upper()]
            if form is _Form.WORD and not printed.isdecimal():
                form = _Form.CIRCLED
            place = line.start + mark.start(), line.start + mark.end()
            found[form, _number(printed)].append(place)
    return found


def _marks_of(
    draft: _Draft, cited: _Cited, taken: dict[tuple[_Form, int], int]
) -> tuple[tuple[int, int], ...]:
    """Return the marks above a note that no earlier note has answered."""
    if draft.form is None:
        return ()
    for form in _ANSWERS[draft.form]:
        places = cited.get((form, draft.value), [])
        upto = bisect_left(places, (draft.start, 0))
        since = taken.get((form, draft.value), 0)
        if upto > since:
            taken[form, draft.value] = upto
            return tuple(places[since:upto])
    return ()

"""Chapters, items and sub-items of a text, each with its span."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.bulletin import ReadingText, Section
from desktop_app.pipeline.outline import chain, headings
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import (
    SUB_ITEMS,
    Numbered,
    Style,
    enumerated,
    numbered,
)

_CHAPTER_STYLES = (Style.PART, Style.CHAPTER, Style.CHINESE, Style.PAREN_CHINESE, Style.ARABIC)
_CHAPTER, _ITEM, _SUB_ITEM = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A number found to be a heading, its level, and where its own span ends."""

    mark: Numbered
    level: int
    end: int
    parent: int | None = None


def find_chapters(text: str, lines: Sequence[Line]) -> list[Numbered]:
    """Return the chapters: the outermost numbering that counts on through the text."""
    marks = [mark for line in lines if (mark := numbered(line))]
    for style in _CHAPTER_STYLES:
        candidates = [mark for mark in marks if mark.style is style]
        run = chain.chapters(candidates, lambda mark: _own_line(text, mark))
        if len(run) > 1 or (run and run[0].value == 1 and _own_line(text, run[0])):
            return run
    return []


def _own_line(text: str, mark: Numbered) -> bool:
    return headings.is_own_line(text[mark.text_start : mark.end])


def find_sections(
    text: ReadingText, lines: Sequence[Line], chapters: Sequence[Numbered], end: int
) -> tuple[Section, ...]:
    """Return the sections in the text's order, numbered from 1.

    `lines` are those that may hold headings, `end` is where the last chapter's text ends.
    """
    found: list[Heading] = []
    for mark, after in _with_ends(chapters, end):
        found.append(Heading(mark, _CHAPTER, after))
        _descend(found, lines, parent=len(found) - 1)
    return tuple(_section(text, at, heading) for at, heading in enumerate(found, start=1))


def _with_ends(marks: Sequence[Numbered], end: int) -> Iterable[tuple[Numbered, int]]:
    starts = [mark.start for mark in marks]
    return zip(marks, [*starts[1:], end], strict=True) if marks else ()


def _descend(found: list[Heading], lines: Sequence[Line], parent: int) -> None:
    """Append what lies inside the heading at `parent`, in the text's order."""
    above = found[parent]
    if above.level == _SUB_ITEM:
        return
    inside = [line for line in lines if above.mark.start < line.start < above.end]
    children = _items(inside, above)
    level = above.level + 1
    if not children:
        children = _run_ins(_rest_of_line(lines, above.mark) + inside, above)
        level = _SUB_ITEM
    elif children[0].style in SUB_ITEMS:
        level = _SUB_ITEM
    for mark, after in _with_ends(children, above.end):
        found.append(Heading(mark, level, after, parent))
        _descend(found, lines, parent=len(found) - 1)


def _items(inside: Sequence[Line], above: Heading) -> list[Numbered]:
    """Return the line-opening numbers of the style that comes first inside a heading."""
    marks = [mark for line in inside if (mark := numbered(line))]
    taken = {above.mark.style}
    for first in marks:
        if first.style in taken:
            continue
        taken.add(first.style)
        run = chain.items([mark for mark in marks if mark.style is first.style])
        if run:
            return run
    return []


def _rest_of_line(lines: Sequence[Line], mark: Numbered) -> list[Line]:
    """Return the rest of the line a heading opens, as a line that may hold run-in members."""
    return [
        replace(line, start=mark.text_start, text=line.text[mark.text_start - line.start :])
        for line in lines
        if line.index == mark.line
    ]


def _run_ins(inside: Sequence[Line], above: Heading) -> list[Numbered]:
    """Return the members of 一是…二是… inside a heading; one alone is no enumeration."""
    marks = [m for line in inside for m in enumerated(line) if m.start < above.end]
    run = chain.items(marks)
    firsts = [at for at, mark in enumerate(run) if mark.value == 1]
    members: list[Numbered] = []
    nexts = [*firsts[1:], len(run)] if firsts else []
    for at, following in zip(firsts, nexts, strict=True):
        if following - at > 1:
            members += run[at:following]
    return members


def _section(text: ReadingText, section_id: int, heading: Heading) -> Section:
    mark = heading.mark
    title_end = mark.text_start + headings.title_end(text.hans[mark.text_start : mark.end])
    start, _ = text.map.to_source(mark.start, mark.start + 1)
    end, _ = text.map.to_source(heading.end, heading.end)
    return Section(
        id=section_id,
        parent=None if heading.parent is None else heading.parent + 1,
        level=heading.level,
        number=mark.number,
        title=headings.tidy(text.hans[mark.text_start : title_end]),
        start=start,
        end=end,
        read_start=mark.start,
        read_end=heading.end,
        title_read_start=mark.start,
        title_read_end=title_end,
    )

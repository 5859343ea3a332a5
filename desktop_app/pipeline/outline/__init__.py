"""The reading text becomes an outline: titles, chapters with their items, paragraphs."""

from collections.abc import Collection, Sequence

from desktop_app.domain.bulletin import Passage, ReadingText, Section
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.outline import headings, passages, sections
from desktop_app.pipeline.outline import lines as reading_lines
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import Numbered

__all__ = ["read_outline"]


def read_outline(text: ReadingText) -> Outline:
    """Return the titles, sections and passages of a text; offsets as in `domain.bulletin`."""
    lines = reading_lines.split(text.hans)
    chapters = sections.find_chapters(text.hans, lines)
    titles = passages.find_titles(lines, chapters)
    notes, back = passages.find_notes(lines, chapters)
    end = len(text.hans) if back is None else lines[back].start
    plain = [line for line in lines if not line.row and line.index not in notes]
    found = sections.find_sections(text, plain, chapters, end)
    outline = Outline(
        titles=tuple((lines[first].start, lines[last].end) for first, last in titles),
        sections=found,
    )
    kept = _passages(text, outline, lines, notes, chapters)
    return Outline(outline.titles, outline.sections, kept)


def _passages(
    text: ReadingText,
    outline: Outline,
    lines: Sequence[Line],
    notes: Collection[int],
    chapters: Sequence[Numbered],
) -> tuple[Passage, ...]:
    titles = {
        line.index
        for line in lines
        if any(start <= line.start < end for start, end in outline.titles)
    }
    filled = _heading_lines(text.hans, lines, outline.sections)
    captions = passages.find_captions(lines, titles | filled | set(notes))
    first_chapter = chapters[0].line if chapters else len(lines)
    kept: list[Passage] = []
    for line in lines:
        kind = passages.kind_of(
            line,
            titles=titles,
            headings=filled,
            notes=notes,
            captions=captions,
            first_chapter=first_chapter,
        )
        start, end = text.map.to_source(line.start, line.end)
        section = outline.section_at(line.start)
        kept.append(
            Passage(
                id=len(kept) + 1,
                section=section.id if section else None,
                kind=kind,
                start=start,
                end=end,
                read_start=line.start,
                read_end=line.end,
            )
        )
    return tuple(kept)


def _heading_lines(text: str, lines: Sequence[Line], found: Sequence[Section]) -> set[int]:
    """Return the lines that are one heading, from its number to the line's last mark."""
    filled: set[int] = set()
    for line in lines:
        inside = [section for section in found if line.start <= section.read_start < line.end]
        if len(inside) == 1 and headings.is_own_line(text[inside[0].read_start : line.end]):
            filled.add(line.index)
    return filled

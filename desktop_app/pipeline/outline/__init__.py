"""The reading text becomes outlines: titles, chapters with their items, paragraphs, notes."""

from bisect import bisect_left
from collections.abc import Sequence

from desktop_app.domain.bulletin import Passage, ReadingText, Section
from desktop_app.domain.outline import Note, Outline
from desktop_app.pipeline.outline import (
    documents,
    headings,
    imprint,
    inline,
    notes,
    page_lines,
    passages,
    plain,
)
from desktop_app.pipeline.outline import lines as reading_lines
from desktop_app.pipeline.outline import sections as chapters_and_items
from desktop_app.pipeline.outline.lines import Layout, Line
from desktop_app.pipeline.outline.passages import Places

__all__ = ["read_outline", "read_outlines"]


def read_outlines(text: ReadingText) -> tuple[Outline, ...]:
    """Return the outline of each bulletin that a text holds, in the text's order, at least one.

    Offsets are those of the whole text; sections and passages are numbered in each from 1.
    """
    layout = _layout(text)
    lines = reading_lines.split(text.hans, layout=layout)
    firsts = [0, *(lines[at].start for at in documents.starts(lines)[1:])]
    ends = [*firsts[1:], len(text.hans)]
    return tuple(
        _read(text, reading_lines.split(text.hans, *span, layout), span[1])
        for span in zip(firsts, ends, strict=True)
    )


def read_outline(text: ReadingText) -> Outline:
    """Return the outline of a text that holds one bulletin."""
    return _read(text, reading_lines.split(text.hans, layout=_layout(text)), len(text.hans))


def _layout(text: ReadingText) -> Layout:
    gaps = reading_lines.gaps_of(text)
    return Layout(gaps, inline.breaks(text.hans, gaps))


def _read(text: ReadingText, lines: Sequence[Line], end: int) -> Outline:
    """Return the outline of the bulletin that `lines` are, up to an offset of the reading text."""
    furniture = passages.find_furniture(lines)
    headed = plain.find(lines, _no_headings(lines) | furniture)
    listed = notes.listed(lines)
    chapters = chapters_and_items.find_chapters(text.hans, lines, headed, listed)
    first = chapters[0].line if chapters else None
    titles = passages.find_titles(lines, first)
    contents = passages.find_contents(lines, first)
    contents |= passages.find_repeated_headings(lines, chapters)
    page, foot = passages.find_page(lines, titles, chapters)
    noted, back = notes.find_notes(lines, chapters)
    noted -= page
    appendix = passages.find_appendix(lines, chapters)
    closing = min((at for at in (back, appendix, foot) if at is not None), default=None)
    closes = end if closing is None else lines[closing].start
    chapters += plain.lost_last(chapters, headed, closes)
    apart = noted | page
    bodied = [line for line in lines if not line.row and line.index not in apart]
    spans = tuple((lines[one].start, lines[last].end) for one, last in titles)
    sections = chapters_and_items.find_sections(text, bodied, chapters, headed, closes)
    filled = _heading_lines(text.hans, lines, sections)
    titled = {at for one, last in titles for at in range(one, last + 1)}
    places = Places(
        titles=titled,
        headings=filled,
        notes=noted,
        captions=passages.find_captions(lines, titled | filled | noted),
        furniture=furniture | contents | page,
        first_chapter=len(lines) if first is None else first,
    )
    found_notes: tuple[Note, ...] = notes.read_notes(lines, noted, spans)
    outline = Outline(spans, sections)
    skipped = page_lines.find(lines, titles, [chapter.line for chapter in chapters])
    found = _passages(text, outline, lines, places)
    # A heading stays, and so does the mark of a note.
    cited = [at for note in found_notes for at, _ in note.cited]
    left = tuple(
        (found[at], why)
        for at, why in sorted(skipped.items())
        if at not in filled
        and not any(found[at].read_start <= mark < found[at].read_end for mark in cited)
    )
    return Outline(spans, sections, found, found_notes, left)


def _no_headings(lines: Sequence[Line]) -> set[int]:
    """Return the lines that are no headings: above the title, captions, notes, the imprint."""
    named = (line.index for line in lines if imprint.title_name(line.text) is not None)
    first = next(named, 0)
    return set(range(first)) | {
        line.index
        for line in lines
        if passages.is_caption(line.text)
        or notes.is_note(line.text)
        or imprint.printed_date(line.text)
    }


def _passages(
    text: ReadingText, outline: Outline, lines: Sequence[Line], places: Places
) -> tuple[Passage, ...]:
    kept: list[Passage] = []
    for line in lines:
        start, end = text.map.to_source(line.start, line.end)
        # Markdown's marks stand before the place where a heading begins.
        headed = line.index in places.headings
        section = outline.section_at(line.end - 1 if headed else line.start)
        kept.append(
            Passage(
                id=len(kept) + 1,
                section=section.id if section else None,
                kind=passages.kind_of(line, places),
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
    starts = [section.read_start for section in found]
    for line in lines:
        first, after = bisect_left(starts, line.start), bisect_left(starts, line.end)
        if after - first == 1 and headings.is_own_line(text[starts[first] : line.end]):
            filled.add(line.index)
    return filled

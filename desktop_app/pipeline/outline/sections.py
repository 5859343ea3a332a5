"""Chapters, items and sub-items of a text, each with its span."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import ReadingText, Section
from desktop_app.pipeline.outline import chain, headings, plain
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import (
    SUB_ITEMS,
    Numbered,
    Style,
    enumerated,
    numbered,
)
from desktop_app.pipeline.outline.plain import Plain
from desktop_app.pipeline.outline.topics import is_topic

_OUTER_STYLES = (Style.PART, Style.CHAPTER, Style.CHINESE, Style.ROMAN)
_INNER_STYLES = (Style.PAREN_CHINESE, Style.ARABIC)
_CHAPTER, _ITEM, _SUB_ITEM = 1, 2, 3
_FAR_BEYOND_TITLES = 300


class Heading(Struct, frozen=True):
    """A number found to be a heading, its level, and where its own span ends."""

    mark: Numbered
    level: int
    end: int
    parent: int | None = None


def find_chapters(
    text: str, lines: Sequence[Line], found: Sequence[Plain], listed: Collection[int] = ()
) -> list[Numbered]:
    """Return the chapters: the outermost numbering that counts on through the text.

    `found` are the lines that may be headings without numbers. They are the chapters where no
    numbering is an outer one, and fill the places of numbers that were lost between two others.
    `listed` are the lines of numbered notes.
    """
    marks = [m for line in lines if line.index not in listed and (m := numbered(line))]
    for styles in (_OUTER_STYLES, _INNER_STYLES):
        for style in styles:
            candidates = [mark for mark in marks if mark.style is style]
            run = chain.chapters(
                candidates, lambda mark: _own_line(text, mark), lambda mark: _topic(text, mark)
            )
            if len(run) > 1 or (run and run[0].value == 1 and _own_line(text, run[0])):
                inner = styles is _INNER_STYLES or _starts_again(candidates, found)
                chapters = plain.as_chapters(found, candidates) if inner else []
                return [each.mark for each in chapters] or plain.fill_gaps(run, found)
    return [each.mark for each in plain.as_chapters(found, ())]


def _starts_again(candidates: Sequence[Numbered], found: Sequence[Plain]) -> bool:
    """Whether numbers count from one again under several known headings: they number items."""
    starts = [plain.mark.start for plain in found if plain.known]
    above = {bisect_left(starts, mark.start) for mark in candidates if mark.value == 1}
    return len(above - {0}) > 1


def _own_line(text: str, mark: Numbered) -> bool:
    return headings.is_own_line(text[mark.text_start : mark.end])


def _topic(text: str, mark: Numbered) -> bool:
    rest = text[mark.text_start : min(mark.end, mark.text_start + _FAR_BEYOND_TITLES)]
    return is_topic(headings.tidy(rest[: headings.title_end(rest)]))


def find_sections(
    text: ReadingText,
    lines: Sequence[Line],
    chapters: Sequence[Numbered],
    found: Sequence[Plain],
    end: int,
) -> tuple[Section, ...]:
    """Return the sections in the text's order, numbered from 1.

    `lines` are those that may hold headings, `found` those without numbers that may be some, `end`
    is where the last chapter's text ends.
    """
    gaps = [gap for line in lines for gap in line.gaps]
    reader = _Reader(lines, found)
    for mark, after in _with_ends(chapters, end):
        reader.add(Heading(mark, _CHAPTER, after))
    return tuple(
        _section(text, gaps, at, each) for at, each in enumerate(reader.headings, start=1)
    )


def _with_ends(marks: Sequence[Numbered], end: int) -> Iterable[tuple[Numbered, int]]:
    starts = [mark.start for mark in marks]
    return zip(marks, [*starts[1:], end], strict=True) if marks else ()


class _Reader:
    """Collects headings in the text's order, each followed by what lies inside it."""

    def __init__(self, lines: Sequence[Line], found: Sequence[Plain]) -> None:
        self.headings: list[Heading] = []
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._plain = found
        self._plain_starts = [each.mark.start for each in found]

    def add(self, heading: Heading) -> None:
        """Add a heading and all below it."""
        self.headings.append(heading)
        parent = len(self.headings) - 1
        level, children = self._children(heading)
        for mark, after in _with_ends(children, heading.end):
            self.add(Heading(mark, level, after, parent))

    def _children(self, above: Heading) -> tuple[int, Sequence[Numbered]]:
        """Return the level of what lies right below a heading, and its marks."""
        if above.level == _SUB_ITEM:
            return _SUB_ITEM, ()
        inside = self._inside(above)
        children = _items(inside, above)
        headed = self._headed(above, children[0].start if children else above.end)
        if headed:
            return above.level + 1, headed
        if children:
            return (_SUB_ITEM if children[0].style in SUB_ITEMS else above.level + 1), children
        whole = [*self._rest_of_line(above.mark), *inside]
        run_ins = _run_ins(whole, above)
        heads = plain.run_ins(whole) if above.level == _CHAPTER and not run_ins else []
        return (_ITEM, heads) if heads else (_SUB_ITEM, run_ins)

    def _inside(self, above: Heading) -> Sequence[Line]:
        first = bisect_right(self._starts, above.mark.start)
        return self._lines[first : bisect_left(self._starts, above.end)]

    def _headed(self, above: Heading, before: int) -> list[Numbered]:
        """Return the headings without numbers inside one, if they come `before` its items."""
        first = bisect_right(self._plain_starts, above.mark.start)
        inside = self._plain[first : bisect_left(self._plain_starts, above.end)]
        if not inside or inside[0].mark.start > before:
            return []
        marked = [each.depth for each in inside if each.depth]
        if marked:
            return [each.mark for each in inside if each.depth == min(marked)]
        # Below a second level there is nothing that only its setting tells to be a heading.
        evident = len(inside) > 1 or inside[0].known
        return [each.mark for each in inside] if evident and above.level == _CHAPTER else []

    def _rest_of_line(self, mark: Numbered) -> list[Line]:
        """Return the rest of the line a heading opens, as one that may hold run-in members."""
        at = bisect_right(self._starts, mark.start) - 1
        if at < 0 or self._lines[at].index != mark.line:
            return []
        line = self._lines[at]
        rest = line.text[mark.text_start - line.start :]
        return [replace(line, start=mark.text_start, text=rest)]


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


def _section(text: ReadingText, gaps: Sequence[int], section_id: int, heading: Heading) -> Section:
    mark = heading.mark
    # A line may hold thousands of members: no more of it is looked at than a title can be long.
    rest = text.hans[mark.text_start : min(mark.end, mark.text_start + _FAR_BEYOND_TITLES)]
    first, after = (
        bisect_left(gaps, mark.text_start),
        bisect_left(gaps, mark.text_start + len(rest)),
    )
    inner = [gap - mark.text_start for gap in gaps[first:after]]
    title_end = mark.text_start + headings.title_end(rest, inner)
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

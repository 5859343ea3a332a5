"""A bulletin set as a QTextDocument, and where its places stand in it.

Three kinds of offset meet here: reading offsets (code points, the same in 简 and 繁), offsets in
the text shown (in 原文 those of the source), and the document's own positions (UTF-16 units).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from desktop_app.domain.bulletin import (
    Bulletin,
    Certainty,
    Figure,
    Passage,
    PassageKind,
    Repair,
    Script,
    Section,
)
from desktop_app.services.word import word_span
from desktop_app.widgets.reader.positions import Positions
from desktop_app.widgets.reader.style import Mark, ReaderStyle

# What Qt gives a meaning of its own, each replaced by one code point so that offsets hold: line
# ends inside a passage become line separators, a carriage return a joiner that copies drop.
_SAFE = {
    0x0A: "\u2028", 0x2029: "\u2028", 0x85: "\u2028", 0x0D: "\u2060", 0x0B: " ", 0x0C: " ",
    0x00: "\ufffd", 0xFFFC: "\ufffd", 0xFDD0: "\ufffd", 0xFDD1: "\ufffd",
}  # fmt: skip
_LONGEST_JOINED = 16
# Sub-items run into their sentences (一是…): bold, a paragraph would be mostly black.
_LOWEST_BOLD = 2
# Repairs that drop a stray gloss or break: a thousand dotted lines would say nothing.
_TAKING_OUT = frozenset({"gloss", "line_break", "page_end"})


@dataclass(frozen=True, slots=True)
class Line:
    """One passage as a block: `first` is its document position, `shown_*` are in the text."""

    passage: Passage
    first: int
    shown_start: int
    shown_end: int
    positions: Positions


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the text shown and what it is."""

    start: int
    end: int
    mark: Mark


class ReaderDocument:
    """The text of `bulletin` in one script, built in one edit block.

    `sub_line` is the small line under the title. Positions are those of `document`.
    """

    def __init__(self, bulletin: Bulletin, style: ReaderStyle, sub_line: str) -> None:
        self.bulletin = bulletin
        self.style = style
        self._in_source = style.script is Script.SOURCE
        self._text = self._shown_text()
        self._titles = {s.title_read_start: s for s in bulletin.sections}
        self._figures = sorted(bulletin.figures, key=lambda f: f.start)
        self._changing = [figure for figure in self._figures if _states_change(figure)]
        self._repairs = [r for r in bulletin.repairs if is_marked(r)]
        self._stretches = sorted(self._all_stretches(), key=lambda s: s.start)
        self._stretch_starts = [stretch.start for stretch in self._stretches]
        self._lines: list[Line] = []
        # The title where the text does not print it: it stands at the top then.
        self._added_title = ""
        self.document = QTextDocument()
        self._prepare()
        self._write(sub_line)
        self._firsts = [line.first for line in self._lines]
        self._read_starts = [line.passage.read_start for line in self._lines]
        spans = [(self._figure_span(figure), figure) for figure in self._figures]
        own = [(span, figure) for span, figure in spans if span is not None]
        self._span_of = {figure.id: span for span, figure in own}
        self._own_starts = [span[0] for span, _ in own]
        self._own = [figure for _, figure in own]
        changes = [
            (self.span(figure.change_read_start, figure.change_read_end), figure)
            for figure in self._changing
        ]
        self._spans = sorted([*own, *changes], key=lambda placed: placed[0])
        self._span_starts = [span[0] for span, _ in self._spans]

    # -- where things stand

    def to_document(self, read_offset: int) -> int:
        """Return the document position of a reading offset."""
        if not self._lines:
            return 0
        line = self._lines[max(bisect_right(self._read_starts, read_offset) - 1, 0)]
        inside = min(max(read_offset, line.passage.read_start), line.passage.read_end)
        return self._position(line, self._shown_start(inside))

    def to_reading(self, position: int) -> int:
        """Return the reading offset of a document position; 0 above the first passage."""
        if not self._lines or position < self._firsts[0]:
            return 0
        line = self._lines[bisect_right(self._firsts, position) - 1]
        shown = line.shown_start + line.positions.to_point(position - line.first)
        shown = min(shown, line.shown_end)
        return self.bulletin.text.map.to_reading(shown) if self._in_source else shown

    def span(self, read_start: int, read_end: int) -> tuple[int, int]:
        """Return the document's stretch of a stretch of the reading text inside one passage."""
        if not self._lines:
            return 0, 0
        line = self._lines[max(bisect_right(self._read_starts, read_start) - 1, 0)]
        start, end = self._shown_reading(read_start, read_end)
        return self._position(line, start), self._position(line, end)

    def figure_span(self, figure_id: int) -> tuple[int, int] | None:
        """Return where a figure stands in the document; None where no passage holds it."""
        return self._span_of.get(figure_id)

    def figure_at(self, position: int) -> Figure | None:
        """Return the figure whose own characters, or those of its growth, hold `position`."""
        index = bisect_right(self._span_starts, position) - 1
        if index < 0:
            return None
        (_, end), figure = self._spans[index]
        return figure if position < end else None

    def growth_span(self, figure_id: int) -> tuple[int, int] | None:
        """Return where a number of its own states the growth of a figure; None without one."""
        figure = self.bulletin.figure_by_id.get(figure_id)
        if figure is None or not _states_change(figure):
            return None
        return self.span(figure.change_read_start, figure.change_read_end)

    def is_growth_at(self, figure: Figure, position: int) -> bool:
        """Whether a position in a figure is in its growth, and not in its own characters."""
        own, growth = self.figure_span(figure.id), self.growth_span(figure.id)
        in_own = own is not None and own[0] <= position < own[1]
        return growth is not None and growth[0] <= position < growth[1] and not in_own

    def text_between(self, start: int, end: int) -> str:
        """Return the bulletin's title and text between two document positions, a line a passage.

        It is the text itself, not what the screen has made of it: no joiners, and nothing that is
        only shown, such as the line under the title.
        """
        title = self._added_title
        at, upto = (Positions(title).to_point(position) for position in (start, end))
        pieces = [title[at:upto]] if at < len(title) else []
        first = max(bisect_right(self._firsts, start) - 1, 0)
        for line in self._lines[first:]:
            if line.first >= end:
                break
            low = line.shown_start + line.positions.to_point(max(start - line.first, 0))
            high = line.shown_start + line.positions.to_point(end - line.first)
            if low <= line.shown_end:
                pieces.append(self._text[low : min(high, line.shown_end)])
        return "\n".join(pieces)

    def word_span(self, position: int) -> tuple[int, int]:
        """Return the stretch of the word that holds `position`; nothing where no text is."""
        if not self._lines or position < self._firsts[0]:
            return position, position
        line = self._lines[bisect_right(self._firsts, position) - 1]
        inside = line.positions.to_point(position - line.first)
        text = self._text[line.shown_start : line.shown_end]
        start, end = (line.shown_start + at for at in word_span(text, inside))
        return self._position(line, start), self._position(line, end)

    def repair_at(self, position: int) -> Repair | None:
        """Return the marked repair whose characters hold `position`."""
        if not self._lines or position < self._firsts[0]:
            return None
        line = self._lines[bisect_right(self._firsts, position) - 1]
        shown = line.shown_start + line.positions.to_point(position - line.first)
        for repair in self._repairs:
            start, end = self._shown(repair.start, repair.end)
            if start <= shown < end:
                return repair
        return None

    def neighbour(self, position: int, step: int) -> Figure | None:
        """Return the next (`step` 1) or previous (-1) figure from `position`."""
        index = bisect_right(self._own_starts, position)
        if step < 0:
            index = bisect_left(self._own_starts, position) - 1
        return self._own[index] if 0 <= index < len(self._own) else None

    def _position(self, line: Line, shown: int) -> int:
        shown = min(max(shown, line.shown_start), line.shown_end)
        return line.first + line.positions.to_units(shown - line.shown_start)

    def _figure_span(self, figure: Figure) -> tuple[int, int] | None:
        index = bisect_right(self._read_starts, figure.read_start) - 1
        if index < 0 or figure.read_start >= self._lines[index].passage.read_end:
            return None
        line = self._lines[index]
        start, end = self._shown_figure(figure)
        return self._position(line, start), self._position(line, end)

    def _shown(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text shown for a stretch of the source."""
        if self._in_source:
            return start, end
        to_reading = self.bulletin.text.map.to_reading
        return to_reading(start), to_reading(end)

    def _shown_figure(self, figure: Figure) -> tuple[int, int]:
        if self._in_source:
            return figure.start, figure.end
        return figure.read_start, figure.read_end

    def _shown_reading(self, read_start: int, read_end: int) -> tuple[int, int]:
        if self._in_source:
            return self.bulletin.text.map.to_source(read_start, read_end)
        return read_start, read_end

    def _shown_start(self, read_offset: int) -> int:
        if not self._in_source:
            return read_offset
        return self.bulletin.text.map.to_source(read_offset, read_offset)[0]

    def _shown_text(self) -> str:
        text = self.bulletin.text
        return {Script.HANS: text.hans, Script.HANT: text.hant}.get(self.style.script, text.source)

    # -- building

    def _prepare(self) -> None:
        document = self.document
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.style.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)

    def _all_stretches(self) -> Iterator[Stretch]:
        for figure in self._figures:
            mark = Mark.FIGURE | (Mark.DOUBTFUL if figure.doubtful else Mark.NONE)
            yield Stretch(*self._shown_figure(figure), mark)
            if _states_change(figure):
                change = figure.change_read_start, figure.change_read_end
                yield Stretch(*self._shown_reading(*change), mark)
        for repair in self._repairs:
            unknown = repair.certainty is Certainty.UNKNOWN
            mark = Mark.UNKNOWN if unknown else Mark.REPAIRED
            yield Stretch(*self._shown(repair.start, repair.end), mark)
        for section in self.bulletin.sections:
            if section.level > _LOWEST_BOLD:
                continue
            title = section.title_read_start, section.title_read_end
            yield Stretch(*self._shown_reading(*title), Mark.TITLE)

    def _write(self, sub_line: str) -> None:
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        leading = self._leading_titles()
        if not self._is_printed_title(leading):
            self._add_block(cursor, self.style.title_block(), self.style.title)
            self._added_title = self.bulletin.info.title
            cursor.insertText(self._added_title)
        for index, passage in enumerate(self.bulletin.passages):
            if index == leading:
                self._add_block(cursor, self.style.subtitle_block(), self.style.subtitle)
                cursor.insertText(sub_line)
            self._write_passage(cursor, passage)
        cursor.endEditBlock()

    def _leading_titles(self) -> int:
        """Return how many passages at the top are titles."""
        kinds = [passage.kind is PassageKind.TITLE for passage in self.bulletin.passages]
        return kinds.index(False) if False in kinds else 0

    def _is_printed_title(self, leading: int) -> bool:
        return any(self._is_title(passage) for passage in self.bulletin.passages[:leading])

    def _is_title(self, passage: Passage) -> bool:
        printed = self.bulletin.text.hans[passage.read_start : passage.read_end]
        return printed.strip() == self.bulletin.info.title

    def _add_block(
        self, cursor: QTextCursor, block: QTextBlockFormat, characters: QTextCharFormat
    ) -> None:
        if cursor.position() == 0 and not self._lines:
            cursor.setBlockFormat(block)
            cursor.setCharFormat(characters)
            cursor.setBlockCharFormat(characters)
        else:
            cursor.insertBlock(block, characters)

    def _write_passage(self, cursor: QTextCursor, passage: Passage) -> None:
        block, base = self._formats_of(passage)
        self._add_block(cursor, block, base)
        if self._in_source:
            start, end = passage.start, passage.end
        else:
            start, end = passage.read_start, passage.read_end
        text = self._text[start:end]
        mine = self._stretches_in(start, end)
        positions = Positions(text, self._joiners(mine, start))
        self._lines.append(Line(passage, cursor.position(), start, end, positions))
        for at, upto, mark in _runs(mine, start, end):
            piece = positions.joined(text, at - start, upto - start)
            cursor.insertText(piece.translate(_SAFE), self.style.marked(base, mark))

    def _formats_of(self, passage: Passage) -> tuple[QTextBlockFormat, QTextCharFormat]:
        style = self.style
        if passage.kind is PassageKind.TITLE:
            if self._is_title(passage):
                return style.title_block(), style.title
            return style.subtitle_block(), style.subtitle
        if passage.kind is PassageKind.HEADING:
            level = self._level(passage)
            return style.heading_block(level), style.chapter if level == 1 else style.item
        if passage.kind is PassageKind.TABLE:
            return style.table_block(), style.plain
        return style.body_block(), style.plain

    def _level(self, passage: Passage) -> int:
        section: Section | None = self._titles.get(passage.read_start)
        if section is None and passage.section is not None:
            section = self.bulletin.section_by_id.get(passage.section)
        return section.level if section else 1

    def _stretches_in(self, start: int, end: int) -> list[Stretch]:
        first = bisect_left(self._stretch_starts, start)
        return self._stretches[first : bisect_left(self._stretch_starts, end)]

    def _joiners(self, stretches: Iterable[Stretch], first: int) -> list[int]:
        """Return where joiners keep a number and its unit on one line."""
        if self._in_source:
            return []
        joiners: list[int] = []
        for stretch in stretches:
            if not stretch.mark & Mark.FIGURE or stretch.end - stretch.start > _LONGEST_JOINED:
                continue
            inner = range(stretch.start + 1, stretch.end)
            joiners += (at - first for at in inner if not self._text[at].isascii())
        return joiners


def _states_change(figure: Figure) -> bool:
    """Whether the growth of a figure is printed as a number apart from its own."""
    stated = figure.change_read_start, figure.change_read_end
    return stated[0] < stated[1] and stated != (figure.read_start, figure.read_end)


def is_marked(repair: Repair) -> bool:
    """Whether a reader should see this repair: not where something was only taken out."""
    if repair.certainty is Certainty.UNKNOWN:
        return True
    return bool(repair.repaired) and repair.rule not in _TAKING_OUT


def _runs(stretches: Iterable[Stretch], start: int, end: int) -> Iterator[tuple[int, int, Mark]]:
    """Cut `start` to `end` where any stretch begins or ends; overlapping marks add up."""
    stretches = list(stretches)
    rims = {start, end}
    for stretch in stretches:
        rims |= {stretch.start, min(stretch.end, end)}
    for at, upto in pairwise(sorted(rims)):
        mark = Mark.NONE
        for stretch in stretches:
            if stretch.start <= at < stretch.end:
                mark |= stretch.mark
        yield at, upto, mark

"""A bulletin set as a QTextDocument, and where its places stand in it.

Three kinds of offset meet here: reading offsets (code points, the same in 简 and 繁), offsets in
the text shown (in 原文 those of the source), and the document's own positions (UTF-16 units).
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import cast

from PySide6.QtGui import QTextCursor, QTextDocument

from desktop_app.domain.bulletin import Bulletin, Certainty, Figure, Repair
from desktop_app.widgets.reader.figure_places import FigurePlaces
from desktop_app.widgets.reader.note_links import NoteLink
from desktop_app.widgets.reader.shown_text import ShownText
from desktop_app.widgets.reader.stretches import Stretches, is_marked
from desktop_app.widgets.reader.style import ReaderStyle
from desktop_app.widgets.reader.writing import CELL, Line, Writer

Span = tuple[int, int]


# So many characters are written at once without being felt, and so many at a time thereafter.
_AT_ONCE, _AT_A_TIME = 40_000, 12_000


class ReaderDocument:
    """The text of `bulletin` in one script.

    `sub_line` is the small line under the title, `links` the marks of notes. Positions are those
    of `document`. Of a long text about a `page` of characters is written at first: `grow` writes
    more of it, and who asks for a place further down has it written up to there.
    """

    def __init__(
        self,
        bulletin: Bulletin,
        style: ReaderStyle,
        sub_line: str,
        links: Iterable[NoteLink] = (),
        page: int = _AT_A_TIME,
    ) -> None:
        self.bulletin = bulletin
        self.style = style
        self._shown = ShownText(bulletin, style.script)
        self.document = QTextDocument()
        stretches = Stretches(bulletin, self._shown, links, wide_quotes=style.wide_quotes)
        self._writer = Writer(self.document, bulletin, style, self._shown, stretches, sub_line)
        self._lines = self._writer.lines
        self._firsts: list[int] = []
        self._read_starts: list[int] = []
        self._placed = FigurePlaces(bulletin.figures)
        self._placed_upto = (0, False)
        self._page = page
        self._write(page)

    def grow(self) -> bool:
        """Write some more of a long text; return whether there is more to write."""
        goes_on = self._write(_AT_A_TIME)
        self._place_figures()
        return goes_on

    def write_page_below(self, read_offset: int) -> None:
        """Have the text written so far that it can be scrolled to an offset of the reading."""
        self._reach(read_offset + self._page)

    def finish(self) -> None:
        """Write all that is not written yet."""
        self._write(None)

    def _write(self, most: int | None) -> bool:
        """Write about `most` characters more, or all."""
        if self._writer.done:
            return False
        self._writer.write(most)
        new = self._lines[len(self._firsts) :]
        self._firsts += [line.first for line in new]
        self._read_starts += [line.passage.read_start for line in new]
        return not self._writer.done

    def _reach(self, read_offset: int) -> None:
        """Have the text written up to an offset of the reading text."""
        while not self._writer.done and self._lines[-1].passage.read_end <= read_offset:
            self._write(_AT_ONCE)

    # Looked for once the text has been seen: they are not needed to show it.

    def _place_figures(self) -> None:
        written_upto = len(self._lines), self._writer.done
        if self._placed_upto == written_upto:
            return
        self._placed_upto = written_upto
        written = None if self._writer.done else self._lines[-1].passage.read_end
        self._placed.extend(written, self._figure_span, self._span)

    @property
    def _figures(self) -> FigurePlaces:
        self._place_figures()
        return self._placed

    @cached_property
    def _repairs(self) -> list[Repair]:
        return sorted(filter(is_marked, self.bulletin.repairs), key=lambda r: r.start)

    @cached_property
    def _repair_starts(self) -> list[int]:
        return [self._shown.of_source(r.start, r.end)[0] for r in self._repairs]

    # -- where things stand

    def to_document(self, read_offset: int) -> int:
        """Return the document position of a reading offset."""
        self._reach(read_offset)
        if not self._lines:
            return 0
        line = self._lines[max(bisect_right(self._read_starts, read_offset) - 1, 0)]
        inside = min(max(read_offset, line.passage.read_start), line.passage.read_end)
        return self._position(line, self._shown.of_offset(inside))

    def to_reading(self, position: int) -> int:
        """Return the reading offset of a document position; 0 above the first passage."""
        line = self._line_at(position)
        return self._shown.to_reading(self._shown_at(line, position)) if line is not None else 0

    def span(self, read_start: int, read_end: int) -> Span:
        """Return the document's stretch of a stretch of the reading text inside one passage."""
        self._reach(read_end)
        return self._span(read_start, read_end)

    def _span(self, read_start: int, read_end: int) -> Span:
        if not self._lines:
            return 0, 0
        line = self._lines[max(bisect_right(self._read_starts, read_start) - 1, 0)]
        start, end = self._shown.of_reading(read_start, read_end)
        return self._position(line, start), self._position(line, end)

    def figure_span(self, figure_id: int) -> Span | None:
        """Return where a figure stands in the document; None where no passage holds it."""
        self._reach_figure(figure_id)
        return self._figures.own.get(figure_id)

    def growth_span(self, figure_id: int) -> Span | None:
        """Return where a number of its own states the growth of a figure; None without one."""
        self._reach_figure(figure_id)
        return self._figures.growth.get(figure_id)

    def _reach_figure(self, figure_id: int) -> None:
        figure = self.bulletin.figure_by_id.get(figure_id)
        if figure is not None:
            self._reach(max(figure.read_end, figure.change_read_end))

    def is_growth_at(self, figure: Figure, position: int) -> bool:
        """Whether a position in a figure is in its growth, and not in its own characters."""
        own, growth = self.figure_span(figure.id), self.growth_span(figure.id)
        in_own = own is not None and own[0] <= position < own[1]
        return growth is not None and growth[0] <= position < growth[1] and not in_own

    def figure_at(self, position: int) -> Figure | None:
        """Return the figure whose own characters, or those of its growth, hold `position`."""
        found = self._figures.at(position)
        return found[1] if found is not None else None

    def span_at(self, position: int) -> Span:
        """Return the characters of a figure, or of its growth, around `position`."""
        found = self._figures.at(position)
        return found[0] if found is not None else (position, position)

    def is_tinted(self, span: Span) -> bool:
        """Whether any of a stretch of the document has a ground of its own."""
        if self._figures.touch(span):
            return True
        repair = self.repair_at(span[0])
        return repair is not None and repair.certainty is Certainty.UNKNOWN

    def damage_of(self, figure: Figure) -> Repair | None:
        """Return the unproven place that a doubtful figure touches."""
        if not figure.doubtful:
            return None
        spans = (figure.start, figure.end), (figure.change_start, figure.change_end)
        return next(
            (
                repair
                for repair in self.bulletin.repairs
                if repair.certainty in (Certainty.UNKNOWN, Certainty.LIKELY)
                # As the pipeline has it: with one character before what is not proven.
                and any(s < e and repair.start - 1 <= e and s <= repair.end for s, e in spans)
            ),
            None,
        )

    def repair_at(self, position: int) -> Repair | None:
        """Return the marked repair whose characters hold `position`."""
        line = self._line_at(position)
        if line is None:
            return None
        shown = self._shown_at(line, position)
        index = bisect_right(self._repair_starts, shown) - 1
        if index < 0:
            return None
        repair = self._repairs[index]
        return repair if shown < self._shown.of_source(repair.start, repair.end)[1] else None

    def neighbour(self, position: int, step: int) -> Figure | None:
        """Return the next (`step` 1) or previous (-1) figure from `position`."""
        found = self._figures.neighbour(position, step)
        if found is None and step > 0 and not self._writer.done:
            self.finish()
            found = self._figures.neighbour(position, step)
        return found

    def selected_text(self, selected: QTextCursor) -> str:
        """Return the bulletin's title and text that a cursor selects.

        Of a table, cells are parted by tabs and rows by line ends; Qt selects a rectangle of it.
        """
        if not selected.hasComplexSelection():
            return self.text_between(selected.selectionStart(), selected.selectionEnd())
        table = selected.currentTable()
        # The stubs know nothing of what Qt returns through its arguments.
        chosen = cast("tuple[int, int, int, int]", selected.selectedTableCells())
        first, rows, left, columns = chosen
        lines = []
        for row in range(first, first + rows):
            cells = (table.cellAt(row, column) for column in range(left, left + columns))
            spans = {(cell.firstPosition(), cell.lastPosition()): None for cell in cells}
            lines.append(CELL.join(self.text_between(*span) for span in spans))
        return "\n".join(lines)

    def text_between(self, start: int, end: int) -> str:
        """Return the bulletin's title and text between two document positions, a line a passage.

        It is the text itself, not what the screen has made of it: no joiners, and nothing that is
        only shown, such as the line under the title.
        """
        title = self._writer.added_title
        at, upto = (self._writer.added_positions.to_point(position) for position in (start, end))
        pieces = [title[at:upto]] if at < len(title) else []
        first = max(bisect_right(self._firsts, start) - 1, 0)
        for line in self._lines[first:]:
            if line.first >= end:
                break
            low = line.shown_start + line.positions.to_point(max(start - line.first, 0))
            high = line.shown_start + line.positions.to_point(end - line.first)
            if low <= line.shown_end:
                pieces.append(self._shown.text[low : min(high, line.shown_end)])
        return "\n".join(pieces)

    def word_span(self, position: int) -> Span:
        """Return the stretch of the word that holds `position`; nothing where no text is."""
        # Imported for the first double click.
        from desktop_app.services.word import word_span

        line = self._line_at(position)
        if line is None:
            return position, position
        inside = line.positions.to_point(position - line.first)
        text = self._shown.text[line.shown_start : line.shown_end]
        start, end = (line.shown_start + at for at in word_span(text, inside))
        return self._position(line, start), self._position(line, end)

    def _line_at(self, position: int) -> Line | None:
        if not self._lines or position < self._firsts[0]:
            return None
        return self._lines[bisect_right(self._firsts, position) - 1]

    def _shown_at(self, line: Line, position: int) -> int:
        shown = line.shown_start + line.positions.to_point(position - line.first)
        return min(shown, line.shown_end)

    def _position(self, line: Line, shown: int) -> int:
        shown = min(max(shown, line.shown_start), line.shown_end)
        return line.first + line.positions.to_units(shown - line.shown_start)

    def _figure_span(self, figure: Figure) -> Span | None:
        index = bisect_right(self._read_starts, figure.read_start) - 1
        if index < 0 or figure.read_start >= self._lines[index].passage.read_end:
            return None
        line = self._lines[index]
        start, end = self._shown.of_figure(figure)
        return self._position(line, start), self._position(line, end)

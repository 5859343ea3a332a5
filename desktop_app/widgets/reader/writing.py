"""Writes a bulletin into a QTextDocument, passage by passage, tables as tables."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QTextTable,
)

from desktop_app.domain.bulletin import Bulletin, Passage, PassageKind, Section
from desktop_app.system import resources
from desktop_app.widgets.reader.positions import Positions
from desktop_app.widgets.reader.shown_text import ShownText
from desktop_app.widgets.reader.stretches import Stretches, runs
from desktop_app.widgets.reader.style import ReaderStyle

if TYPE_CHECKING:
    from desktop_app.widgets.reader.tables import Row, Table

CELL = "\t"
"""What parts the cells of a row."""

# What Qt gives a meaning of its own, each replaced by one code point so that offsets hold: line
# ends inside a passage become line separators, a carriage return a joiner that copies drop.
_SAFE: dict[int, str] = {
    0x0A: "\u2028", 0x2029: "\u2028", 0x85: "\u2028", 0x0D: "\u2060", 0x0B: " ", 0x0C: " ",
    0x00: "\ufffd", 0xFFFC: "\ufffd", 0xFDD0: "\ufffd", 0xFDD1: "\ufffd",
}  # fmt: skip
_UNSAFE = re.compile(f"[{''.join(map(chr, _SAFE))}]")
# Qt lays out a block as a whole: a line of millions of characters would stop the window.
_LONGEST_BLOCK = 20_000
_SENTENCE_ENDS = re.compile("[。；！？\u2028]")
# A title that is longer than a line keeps its last word (统计公报) whole.
_TITLE_TAIL = re.compile(r"[\u4e00-\u9fff]{4}(?=[^\u4e00-\u9fff]*$)")


class Line(Struct, frozen=True):
    """One passage in the document: `first` is its position there, `shown_*` are in the text.

    The cells of a row of a table follow each other with one position between two, as their tabs
    do in the text.
    """

    passage: Passage
    first: int
    shown_start: int
    shown_end: int
    positions: Positions


class Writer:
    """Writes `bulletin` into `document`; `lines` says where each passage came to stand.

    `sub_line` goes small under the title.
    `added_title` is the title where the text does not print it; it stands at the top then, its
    characters at `added_positions`.
    """

    def __init__(
        self,
        document: QTextDocument,
        bulletin: Bulletin,
        style: ReaderStyle,
        shown: ShownText,
        stretches: Stretches,
        sub_line: str,
    ) -> None:
        self.lines: list[Line] = []
        self.added_title, self.added_positions = "", Positions("")
        self._document, self._bulletin, self._style = document, bulletin, style
        self._shown, self._stretches = shown, stretches
        self._titles = {s.title_read_start: s for s in bulletin.sections}
        self._tables: dict[int, Table] = {}
        self._captions: frozenset[int] = frozenset()
        if any(passage.kind is PassageKind.TABLE for passage in bulletin.passages):
            # The first bulletin is sooner to be seen where it has none.
            from desktop_app.widgets.reader.tables import find_tables

            self._tables, self._captions = find_tables(bulletin)
        self._cursor = QTextCursor(document)
        # Whether an empty block waits to be written: the first one, and the one below a table.
        self._waiting = True
        self.done = False
        self._prepare()
        self._steps = self._write_all(sub_line)

    def write(self, most: int | None) -> None:
        """Write on for about `most` characters, or to the end; `done` says that it is reached."""
        upto = self._cursor.position() + most if most is not None else None
        self._cursor.beginEditBlock()
        for _ in self._steps:
            if upto is not None and self._cursor.position() >= upto:
                break
        else:
            self.done = True
        self._cursor.endEditBlock()

    def _write_all(self, sub_line: str) -> Iterator[None]:
        """Write the bulletin, a passage or a table at each step."""
        passages = self._bulletin.passages
        leading = self._leading_titles()
        if not any(self._bulletin.prints_title(passage) for passage in passages[:leading]):
            self._open_block(self._style.title_block(), self._style.title)
            self.added_title = title = self._bulletin.info.title
            self.added_positions = Positions(title, _kept_whole(title))
            self._cursor.insertText(self.added_positions.joined(title))
        index = 0
        while index < len(passages):
            if index == leading:
                self._open_block(self._style.subtitle_block(), self._style.subtitle)
                self._cursor.insertText(sub_line)
            table = self._tables.get(index)
            if table is not None and self._has_cells(table):
                self._write_table(table)
                index += len(table.rows)
            else:
                self._write_passage(index)
                index += 1
            yield

    def _prepare(self) -> None:
        document = self._document
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._style.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)

    def _leading_titles(self) -> int:
        """Return how many passages at the top are titles."""
        kinds = [passage.kind is PassageKind.TITLE for passage in self._bulletin.passages]
        return kinds.index(False) if False in kinds else 0

    def _open_block(self, block: QTextBlockFormat, characters: QTextCharFormat) -> None:
        if self._waiting:
            self._cursor.setBlockFormat(block)
            self._cursor.setCharFormat(characters)
            self._cursor.setBlockCharFormat(characters)
            self._waiting = False
        else:
            self._cursor.insertBlock(block, characters)

    def _write_passage(self, index: int) -> None:
        block, base = self._formats_of(index)
        self._open_block(block, base)
        self._write_text(self._bulletin.passages[index], base, None)

    def _write_text(
        self, passage: Passage, base: QTextCharFormat, cells: list[QTextBlockFormat] | None
    ) -> None:
        """Write a passage from where the cursor is; `cells` are the formats of a row's cells."""
        start, end = self._shown.of_passage(passage)
        text = self._shown.text[start:end]
        if _UNSAFE.search(text):
            text = text.translate(_SAFE)
        mine = self._stretches.within(start, end)
        cuts = _cuts(text) if cells is None else ()
        joiners, breaks = self._stretches.joiners(mine, start), self._stretches.breaks(mine, start)
        if passage.kind is PassageKind.TITLE:
            joiners += _kept_whole(text)
        positions = Positions(text, joiners, cuts, breaks)
        self.lines.append(Line(passage, self._cursor.position(), start, end, positions))
        joined, column = positions.joined(text), 0
        for at, upto, mark in runs(mine, start, end):
            piece = joined[positions.to_joined(at - start) : positions.to_joined(upto - start)]
            characters = self._style.marked(base, mark)
            if cells is None:
                self._cursor.insertText(piece, characters)
                continue
            for number, part in enumerate(piece.split(CELL)):
                if number:
                    column += 1
                    self._next_cell()
                    self._cursor.setBlockFormat(cells[column])
                self._cursor.insertText(part, characters)

    def _next_cell(self) -> None:
        self._cursor.setPosition(self._cursor.position() + 1)

    # -- tables

    def _has_cells(self, table: "Table") -> bool:
        """Whether the text shown parts its cells as the reading text does; a source may not."""
        return not self._shown.in_source or all(
            row.spans or self._shown_row(row).count(CELL) == row.cells - 1 for row in table.rows
        )

    def _shown_row(self, row: "Row") -> str:
        start, end = self._shown.of_passage(self._bulletin.passages[row.passage])
        return self._shown.text[start:end]

    def _write_table(self, table: "Table") -> None:
        style = self._style
        grid = self._cursor.insertTable(len(table.rows), table.columns, style.table(table))
        for number, row in enumerate(table.rows):
            if row.spans:
                grid.mergeCells(number, 0, 1, table.columns)
        self._rule(grid, table)
        self._cursor = grid.firstCursorPosition()
        for row in table.rows:
            cells = self._cell_blocks(table, row)
            self._cursor.setBlockFormat(cells[0])
            base = style.cell_text(row)
            self._write_text(
                self._bulletin.passages[row.passage], base, None if row.spans else cells
            )
            for _ in range(1 if row.spans else table.columns - row.cells + 1):
                self._next_cell()
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._waiting = True
        if table.goes_on or self.lines[-1].passage is self._bulletin.passages[-1]:
            self._open_block(style.seam_block(), style.plain)

    def _cell_blocks(self, table: "Table", row: "Row") -> list[QTextBlockFormat]:
        from desktop_app.widgets.reader.tables import is_whole

        texts = self._shown_row(row).split(CELL)
        whole = [is_whole(text) for text in texts] + [False] * (table.columns - len(texts))
        return [
            self._style.cell_block(numeric, row, whole=one)
            for numeric, one in zip(table.numbers, whole, strict=False)
        ]

    def _rule(self, grid: QTextTable, table: "Table") -> None:
        """Draw the lines of a table: strong ones around it and under its heads, else faint."""
        for number, row in enumerate(table.rows):
            last = number + 1 == len(table.rows) and not table.goes_on
            heads_end = row.head and not (
                number + 1 < len(table.rows) and table.rows[number + 1].head
            )
            form = self._style.cell(
                first=number == 0 and not table.continued, strong=last or heads_end, row=row
            )
            for column in range(1 if row.spans else table.columns):
                grid.cellAt(number, column).setFormat(form)

    # -- formats

    def _formats_of(self, index: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        style, passage = self._style, self._bulletin.passages[index]
        if passage.kind is PassageKind.TITLE:
            if self._bulletin.prints_title(passage):
                return style.title_block(), style.title
            return style.subtitle_block(), style.subtitle
        if passage.kind is PassageKind.HEADING:
            return style.heading_block(self._level(passage)), style.heading(self._level(passage))
        if passage.kind is PassageKind.NOTE:
            return style.note_block(), style.note
        if index in self._captions:
            if self._is_unit_line(passage):
                return style.unit_line_block(), style.subtitle
            return style.caption_block(), style.caption
        if passage.kind is PassageKind.TABLE:
            return style.table_block(), style.plain
        return style.body_block(), style.plain

    def _is_unit_line(self, passage: Passage) -> bool:
        text = self._bulletin.text.hans[passage.read_start : passage.read_end]
        return text.lstrip(" （(").startswith(self._unit_words)

    @cached_property
    def _unit_words(self) -> tuple[str, ...]:
        return tuple(resources.table("outline")["unit_words"])

    def _level(self, passage: Passage) -> int:
        section: Section | None = self._titles.get(passage.read_start)
        if section is None and passage.section is not None:
            section = self._bulletin.section_by_id.get(passage.section)
        return section.level if section else 1


def _cuts(text: str) -> list[int]:
    """Return where a passage goes on in another block: behind a sentence where there is one."""
    cuts: list[int] = []
    at = 0
    while len(text) - at > _LONGEST_BLOCK:
        half = at + _LONGEST_BLOCK // 2
        end = _SENTENCE_ENDS.search(text, half, at + _LONGEST_BLOCK)
        at = end.end() if end else at + _LONGEST_BLOCK
        cuts.append(at)
    return cuts


def _kept_whole(title: str) -> Iterable[int]:
    """Return where joiners keep the last word of a title on one line."""
    tail = _TITLE_TAIL.search(title)
    return range(tail.start() + 1, tail.end()) if tail else ()

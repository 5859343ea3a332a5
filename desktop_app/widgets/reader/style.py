"""Every block and character format of the reader, made once from theme, faces and size."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop_app.domain.bulletin import Script
from desktop_app.services.appearance import Theme, Typography

if TYPE_CHECKING:
    from desktop_app.widgets.reader.tables import Row, Table

_LINE_HEIGHT = 1.9
_COLUMN_EM = 40
_TABLE_LINE_HEIGHT, _NOTE_LINE_HEIGHT = 1.5, 1.65
_CHAPTER, _SECTION, _NOTE, _TABLE = 1.2, 1.06, 0.86, 0.9
_SUPERSCRIPT = QTextCharFormat.VerticalAlignment.AlignSuperScript
# A quotation mark narrower than this part of a square is not a Chinese one.
_WIDE = 0.9
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Mark:
    """What a run of text is, beside plain: bits that add up.

    Plain numbers: a text has a thousand of them, and those of an enumeration are slow to look up.
    """

    NONE = 0
    FIGURE = 1
    DOUBTFUL = 2
    REPAIRED = 4
    UNKNOWN = 8
    TITLE = 16
    NOTE_MARK = 32
    RAISED = 64
    TIGHT = 128


class ReaderStyle:
    """How the reader sets its text.

    `px` is the size of the body in device-independent pixels. The right rim is ragged: a number
    stays whole with its unit, which can leave a line seven characters short, and Qt would make it
    straight by tearing the digits of every other number in the line apart.
    """

    def __init__(self, theme: Theme, faces: Typography, script: Script, px: int) -> None:
        self.theme = theme
        self.script = script
        self.px = px
        self.font = QFont()
        self.font.setFamilies(list(faces.families_of(script)))
        self.font.setPixelSize(px)
        self.column_px = _COLUMN_EM * px
        self.plain = self._characters(theme.text)
        self.title = self._characters(theme.text, scale=1.36, bold=True)
        self.subtitle = self._characters(theme.muted, scale=0.76)
        self.note = self._characters(theme.muted, scale=_NOTE)
        self.caption = self._characters(theme.text, scale=_TABLE, bold=True)
        self._headings = (
            self._characters(theme.heading, scale=_CHAPTER, bold=True),
            self._characters(theme.heading, scale=_SECTION, bold=True),
            self._characters(theme.text, bold=True),
        )
        self._cell = self._characters(theme.text, scale=_TABLE)
        self._head_cell = self._characters(theme.heading, scale=_TABLE, bold=True)
        self._group_cell = self._characters(theme.text, scale=_TABLE, bold=True)
        self._cells: dict[tuple[bool, bool, bool], QTextTableCellFormat] = {}
        self._formats: dict[tuple[int, int], QTextCharFormat] = {}

    @cached_property
    def wide_quotes(self) -> bool:
        """Whether quotation marks fill a square, as all Chinese punctuation does."""
        return QFontMetricsF(self.font).horizontalAdvance("”") >= _WIDE * self.px

    @cached_property
    def _free_part(self) -> float:
        """The part of its square, at most half, that a bracket leaves blank beside its ink."""
        measured = QFontMetricsF(self.font)
        behind = measured.horizontalAdvance("）") - measured.boundingRect("）").right()
        before = measured.boundingRect("（").left()
        return max(min(behind, before, self.px / 2), 0.0) / self.px

    def _characters(self, colour: str, scale: float = 1.0, bold: bool = False) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setForeground(QColor(colour))
        if scale != 1.0:
            characters.setProperty(QTextFormat.Property.FontPixelSize, round(self.px * scale))
        if bold:
            characters.setFontWeight(QFont.Weight.Bold)
        return characters

    def marked(self, base: QTextCharFormat, mark: int) -> QTextCharFormat:
        """Return `base` with what `mark` (of Mark) adds; the same object for the same pair."""
        if mark == Mark.NONE:
            return base
        key = (id(base), mark)
        if key not in self._formats:
            self._formats[key] = self._add(QTextCharFormat(base), mark)
        return self._formats[key]

    def _add(self, characters: QTextCharFormat, mark: int) -> QTextCharFormat:
        theme = self.theme
        if mark & Mark.TITLE:
            characters.setFontWeight(QFont.Weight.Bold)
        if mark & (Mark.REPAIRED | Mark.UNKNOWN):
            characters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            characters.setUnderlineColor(QColor(theme.muted))
        if mark & Mark.UNKNOWN:
            characters.setBackground(QColor(theme.doubtful))
            characters.setUnderlineColor(QColor(theme.doubtful_line))
        if mark & Mark.NOTE_MARK:
            characters.setForeground(QColor(theme.accent))
            characters.setFontWeight(QFont.Weight.Bold)
        if mark & Mark.RAISED:
            characters.setVerticalAlignment(_SUPERSCRIPT)
        if mark & Mark.TIGHT:
            px = characters.intProperty(QTextFormat.Property.FontPixelSize) or self.px
            characters.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            characters.setFontLetterSpacing(-self._free_part * px)
        if mark & Mark.FIGURE:
            doubtful = bool(mark & Mark.DOUBTFUL)
            characters.setBackground(QColor(theme.doubtful if doubtful else theme.figure))
            # Doubt shows without colour too: such a line is a wave.
            lines = QTextCharFormat.UnderlineStyle
            characters.setUnderlineStyle(
                lines.WaveUnderline if doubtful else lines.SingleUnderline
            )
            line = theme.doubtful_line if doubtful else theme.figure_line
            characters.setUnderlineColor(QColor(line))
        return characters

    def body_block(self) -> QTextBlockFormat:
        """Return the block of a paragraph: indented by two characters."""
        block = self._block(1.0, before=0.0, after=0.45)
        block.setTextIndent(2 * self.px)
        return block

    def heading(self, level: int) -> QTextCharFormat:
        """Return the characters of a heading of `level` 1 (chapter) to 3 and below."""
        return self._headings[min(level, len(self._headings)) - 1]

    def heading_block(self, level: int) -> QTextBlockFormat:
        """Return the block of a heading of `level` 1 (chapter) to 3 and below."""
        if level == 1:
            block = self._block(_CHAPTER, before=1.1, after=0.35)
        elif level == 2:
            block = self._block(_SECTION, before=0.6, after=0.2)
        else:
            block = self._block(1.0, before=0.3, after=0.1)
            block.setTextIndent(2 * self.px)
        block.setHeadingLevel(min(level + 1, 6))
        return block

    def title_block(self) -> QTextBlockFormat:
        """Return the block of the bulletin's title."""
        block = self._block(1.1, before=0.0, after=0.0)
        block.setHeadingLevel(1)
        return block

    def subtitle_block(self) -> QTextBlockFormat:
        """Return the block of a small line under the title."""
        return self._block(0.76, before=0.0, after=0.25)

    def note_block(self) -> QTextBlockFormat:
        """Return the block of a note, or of another small line beside the text."""
        return self._block(_NOTE, before=0.0, after=0.3, line_height=_NOTE_LINE_HEIGHT)

    def table_block(self) -> QTextBlockFormat:
        """Return the block of a row that stands alone, as in a source without cells."""
        return self._block(0.95, before=0.0, after=0.0)

    # -- tables

    def caption_block(self) -> QTextBlockFormat:
        """Return the block of a table's caption."""
        block = self._block(_TABLE, before=0.7, after=0.25, line_height=_TABLE_LINE_HEIGHT)
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return block

    def unit_line_block(self) -> QTextBlockFormat:
        """Return the block of the line over a table that names its unit."""
        block = self._block(0.76, before=0.0, after=0.1, line_height=_TABLE_LINE_HEIGHT)
        block.setAlignment(Qt.AlignmentFlag.AlignRight)
        return block

    def seam_block(self) -> QTextBlockFormat:
        """Return the block, of no height, that Qt wants below a table."""
        block = QTextBlockFormat()
        block.setLineHeight(1, _FIXED)
        return block

    def table(self, table: "Table") -> QTextTableFormat:
        """Return the format of a table: as wide as the column, lines of its cells' own."""
        form = QTextTableFormat()
        form.setBorderCollapse(True)
        form.setBorder(0)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setCellSpacing(0)
        form.setCellPadding(round(self.px * 0.2))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setTopMargin(0 if table.continued else round(self.px * 0.2))
        form.setBottomMargin(0 if table.goes_on else round(self.px * 0.8))
        return form

    def cell(self, *, first: bool, strong: bool, row: "Row") -> QTextTableCellFormat:
        """Return a cell's format: `first` has a strong line above, `strong` one below."""
        key = first, strong, row.head
        if key not in self._cells:
            self._cells[key] = self._make_cell(*key)
        return self._cells[key]

    def _make_cell(self, first: bool, strong: bool, head: bool) -> QTextTableCellFormat:
        line, faint = QBrush(QColor(self.theme.muted)), QBrush(QColor(self.theme.border))
        solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
        form = QTextTableCellFormat()
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        form.setBottomBorderStyle(solid)
        form.setBottomBorder(1)
        form.setBottomBorderBrush(line if strong else faint)
        if first:
            form.setTopBorderStyle(solid)
            form.setTopBorder(1)
            form.setTopBorderBrush(line)
        if head:
            form.setBackground(QColor(self.theme.pane))
        return form

    def cell_block(self, numeric: bool, row: "Row", *, whole: bool) -> QTextBlockFormat:
        """Return the block of a cell: numbers stand at its right rim, their heads too.

        A `whole` one is never broken, however narrow the column would be.
        """
        block = self._block(_TABLE, before=0.0, after=0.0, line_height=_TABLE_LINE_HEIGHT)
        if numeric and not row.spans:
            block.setAlignment(Qt.AlignmentFlag.AlignRight)
        block.setNonBreakableLines(whole)
        return block

    def cell_text(self, row: "Row") -> QTextCharFormat:
        """Return the characters of a row."""
        if row.head:
            return self._head_cell
        return self._group_cell if row.spans else self._cell

    def _block(
        self,
        scale: float,
        before: float = 0.0,
        after: float = 0.3,
        line_height: float = _LINE_HEIGHT,
    ) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLineHeight(round(self.px * scale * line_height), _FIXED)
        block.setTopMargin(round(self.px * before))
        block.setBottomMargin(round(self.px * after))
        return block

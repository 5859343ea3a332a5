"""Every block and character format of the reader, made once from theme, faces and size."""

from enum import IntFlag

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from desktop_app.domain.bulletin import Script
from desktop_app.services.appearance import Theme, Typography

_LINE_HEIGHT = 1.9
_COLUMN_EM = 42
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Mark(IntFlag):
    """What a run of text is, beside plain."""

    NONE = 0
    FIGURE = 1
    DOUBTFUL = 2
    REPAIRED = 4
    UNKNOWN = 8
    TITLE = 16


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
        self.chapter = self._characters(theme.heading, scale=1.12, bold=True)
        self.item = self._characters(theme.text, bold=True)
        self._formats: dict[tuple[int, Mark], QTextCharFormat] = {}

    def _characters(self, colour: str, scale: float = 1.0, bold: bool = False) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setForeground(QColor(colour))
        if scale != 1.0:
            characters.setProperty(QTextFormat.Property.FontPixelSize, round(self.px * scale))
        if bold:
            characters.setFontWeight(QFont.Weight.Bold)
        return characters

    def marked(self, base: QTextCharFormat, mark: Mark) -> QTextCharFormat:
        """Return `base` with what `mark` adds; the same object for the same pair."""
        key = (id(base), mark)
        if key not in self._formats:
            self._formats[key] = self._add(QTextCharFormat(base), mark)
        return self._formats[key]

    def _add(self, characters: QTextCharFormat, mark: Mark) -> QTextCharFormat:
        theme = self.theme
        if mark & Mark.TITLE:
            characters.setFontWeight(QFont.Weight.Bold)
        if mark & (Mark.REPAIRED | Mark.UNKNOWN):
            characters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            characters.setUnderlineColor(QColor(theme.muted))
        if mark & Mark.UNKNOWN:
            characters.setBackground(QColor(theme.doubtful))
            characters.setUnderlineColor(QColor(theme.doubtful_line))
        if mark & Mark.FIGURE:
            doubtful = bool(mark & Mark.DOUBTFUL)
            characters.setBackground(QColor(theme.doubtful if doubtful else theme.figure))
            characters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            line = theme.doubtful_line if doubtful else theme.figure_line
            characters.setUnderlineColor(QColor(line))
        return characters

    def body_block(self) -> QTextBlockFormat:
        """Return the block of a paragraph: indented by two characters."""
        block = self._block(1.0, before=0.0, after=0.45)
        block.setTextIndent(2 * self.px)
        return block

    def heading_block(self, level: int) -> QTextBlockFormat:
        """Return the block of a heading of `level` 1 (chapter) to 3."""
        block = self._block(1.12 if level == 1 else 1.0, before=0.9 if level == 1 else 0.3)
        block.setHeadingLevel(min(level + 1, 6))
        if level > 1:
            block.setTextIndent(2 * self.px)
        return block

    def title_block(self) -> QTextBlockFormat:
        """Return the block of the bulletin's title."""
        block = self._block(1.1, before=0.0, after=0.0)
        block.setHeadingLevel(1)
        return block

    def subtitle_block(self) -> QTextBlockFormat:
        """Return the block of a small line under the title."""
        return self._block(0.76, before=0.0, after=0.25)

    def table_block(self) -> QTextBlockFormat:
        """Return the block of one row of a table; its tab stops are set by the builder."""
        return self._block(0.95, before=0.0, after=0.0)

    def _block(self, scale: float, before: float = 0.0, after: float = 0.3) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLineHeight(round(self.px * scale * _LINE_HEIGHT), _FIXED)
        block.setTopMargin(round(self.px * before))
        block.setBottomMargin(round(self.px * after))
        return block

"""Setting type: lines of a paragraph, rows of a table, each a piece that stands on one page.

Lengths are in dots of the device. A piece keeps its words, not its glyphs: those of ten thousand
rows would fill the memory. It is set once to be measured and once more to be painted.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
"""Which part of the room that a line leaves stands before it."""
_ORPHANS = 2
"""So many lines of a paragraph stay together at either end of a page."""


class Type(Struct, frozen=True):
    """How words are set: the height of a line, where it begins, how far the first is indented."""

    font: QFont
    line_height: float
    align: float = LEFT
    indent: float = 0.0


class Words(Struct, frozen=True):
    """Words set in a column of `width`; the first `lead` UTF-16 units are bold.

    The stretches `raised` (in UTF-16 units, too) are set small and high.
    """

    text: str
    type: Type
    width: float
    lead: int = 0
    raised: tuple[tuple[int, int], ...] = ()

    def layout(self, device: QPagedPaintDevice) -> QTextLayout:
        """Return the words in lines, each positioned as if it were the first."""
        layout = QTextLayout(self.text.replace("\n", "\u2028"), self.type.font, device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if self.lead or self.raised:
            layout.setFormats(self._formats())
        layout.beginLayout()
        indent = self.type.indent
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self.width - indent, 1))
            room = self.width - indent - line.naturalTextWidth()
            above = (self.type.line_height - line.height()) / 2
            line.setPosition(QPointF(indent + max(room, 0) * self.type.align, above))
            indent = 0.0
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        bold, high = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        high.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        spans = [(0, self.lead, bold)] * bool(self.lead)
        spans += [(start, end, high) for start, end in self.raised]
        formats = []
        for start, end, look in spans:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, end - start, look
            formats.append(one)
        return formats


class Piece:
    """What stands on one page: a line, or a row of a table.

    `gap` is the space above, which the top of a page does not need. `keep` says that the next
    piece stands on the same page. `head` is set once more above a piece that begins a page.
    `heads` is what the piece is the heading of, for an outline.
    """

    height: float
    gap: float = 0.0
    keep: bool = False
    head: "Piece | None" = None
    heads: object = None

    def paint(self, painter: QPainter, at: QPointF, device: QPagedPaintDevice) -> None:
        """Paint it with its corner at a place."""
        raise NotImplementedError


class Line(Piece):
    """One line of a paragraph."""

    def __init__(self, words: Words, number: int) -> None:
        self._words, self._number = words, number
        self.height = words.type.line_height

    def paint(self, painter: QPainter, at: QPointF, device: QPagedPaintDevice) -> None:
        layout = self._words.layout(device)
        layout.lineAt(self._number).draw(painter, at)


class Row(Piece):
    """Lines `first` to `last` of the cells of a row; `ends` says that these are the last."""

    def __init__(
        self, cells: Sequence[Words], look: "RowLook", first: int, last: int, *, ends: bool
    ) -> None:
        self._cells, self._look = cells, look
        self._first, self._last, self._ends = first, last, ends
        lines = max(last - first, 1)
        self.height = lines * cells[0].type.line_height + 2 * look.padding

    def paint(self, painter: QPainter, at: QPointF, device: QPagedPaintDevice) -> None:
        look, left = self._look, at.x()
        painter.save()
        for words in self._cells:
            box = QRectF(left, at.y(), words.width + 2 * look.padding, self.height)
            if look.shade is not None:
                painter.fillRect(box, look.shade)
            painter.setPen(look.rule)
            painter.drawRect(box) if self._is_whole() else self._paint_sides(painter, box)
            painter.setPen(look.ink)
            layout = words.layout(device)
            top = at.y() + look.padding
            for number in range(self._first, min(self._last, layout.lineCount())):
                layout.lineAt(number).draw(painter, QPointF(left + look.padding, top))
                top += words.type.line_height
            left = box.right()
        painter.restore()

    def _is_whole(self) -> bool:
        return self._first == 0 and self._ends

    def _paint_sides(self, painter: QPainter, box: QRectF) -> None:
        painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.drawLine(box.topRight(), box.bottomRight())
        if self._first == 0:
            painter.drawLine(box.topLeft(), box.topRight())
        if self._ends:
            painter.drawLine(box.bottomLeft(), box.bottomRight())


class RowLook(Struct, frozen=True):
    """Space around the words of a cell, and colours; `shade` is what a head is laid on."""

    padding: float
    ink: QColor
    rule: QColor
    shade: QColor | None = None


def lines(words: Words, device: QPagedPaintDevice, gap: float, *, keep: bool) -> list[Piece]:
    """Return the lines of a paragraph; with `keep` it stands on the page of what follows."""
    count = words.layout(device).lineCount()
    pieces: list[Piece] = [Line(words, number) for number in range(count)]
    for number, piece in enumerate(pieces):
        is_rim = number + 1 < _ORPHANS or count - _ORPHANS <= number < count - 1
        piece.keep = keep or (is_rim and number < count - 1)
    if pieces:
        pieces[0].gap = gap
    return pieces


def row(
    cells: Sequence[Words], look: RowLook, device: QPagedPaintDevice, most: float
) -> Iterator[Piece]:
    """Yield a row in pieces no higher than `most`."""
    count = max(words.layout(device).lineCount() for words in cells)
    fitting = max(int((most - 2 * look.padding) // cells[0].type.line_height), 1)
    for first in range(0, max(count, 1), fitting):
        last = min(first + fitting, count)
        yield Row(cells, look, first, last, ends=last >= count)

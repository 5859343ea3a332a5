"""A paper on pages of a printer or a PDF: black on white, whatever colours the window has."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from desktop_app.domain.bulletin import Script
from desktop_app.domain.progress import Progress, unwatched
from desktop_app.printing import setting
from desktop_app.printing.setting import CENTRE, LEFT, RIGHT, Piece, RowLook, Type, Words
from desktop_app.services import appearance
from desktop_app.services.papers import Grid, Paper, Paragraph, Style
from desktop_app.system import resources

_POINTS_AN_INCH, _MM_AN_INCH = 72, 25.4
_TIGHT = 1.4
_BELOW_TABLE = 0.6
_STEP = 50
_TALLEST_ROW = 0.5
"""A row higher than this part of a page is cut where the page ends."""


class Heading(Struct, frozen=True):
    """A heading, the page it stands on (0 is the first), and how many points below its top."""

    level: int
    text: str
    page: int
    top: float


class _Placed(Struct, frozen=True):
    """A piece and how far below the top of the text it stands."""

    piece: Piece
    top: float


class PaperPages:
    """The pages of a paper; the device's page gets the paper's margins, and A4 or its own size."""

    def __init__(
        self,
        paper: Paper,
        device: QPagedPaintDevice,
        progress: Progress = unwatched,
        *,
        keep_size: bool = False,
    ) -> None:
        self._paper, self._device = paper, device
        self._look: dict[str, Any] = resources.table("paper")["page"]
        self._set_page(keep_size=keep_size)
        self._dpi = device.logicalDpiY()
        self._measure()
        self._pages: list[list[_Placed]] = [[]]
        self.headings: tuple[Heading, ...] = ()
        self._break(self._pieces(progress))

    @property
    def page_count(self) -> int:
        return len(self._pages)

    # -- what a page is

    def _set_page(self, *, keep_size: bool) -> None:
        margins, now = self._look["margins_mm"], self._device.pageLayout()
        layout = QPageLayout(
            now.pageSize() if keep_size else QPageSize(QPageSize.PageSizeId.A4),
            now.orientation() if keep_size else QPageLayout.Orientation.Portrait,
            QMarginsF(margins["left"], margins["top"], margins["right"], margins["bottom"]),
            QPageLayout.Unit.Millimeter,
        )
        # The painter's origin is the corner of the paper: the foot stands in the margin.
        layout.setMode(QPageLayout.Mode.FullPageMode)
        self._device.setPageLayout(layout)

    def _measure(self) -> None:
        margins = self._look["margins_mm"]
        points = self._device.pageLayout().fullRectPoints()
        self._height = self._pt(points.height())
        self._body = QRectF(
            self._mm(margins["left"]),
            self._mm(margins["top"]),
            self._pt(points.width()) - self._mm(margins["left"] + margins["right"]),
            self._height - self._mm(margins["top"] + margins["bottom"]),
        )

    def _pt(self, points: float) -> float:
        return points / _POINTS_AN_INCH * self._dpi

    def _mm(self, millimetres: float) -> float:
        return millimetres / _MM_AN_INCH * self._dpi

    # -- painting

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page: text, and at its foot the source and the number."""
        painter.setPen(QColor(self._look["ink"]))
        for placed in self._pages[page]:
            at = QPointF(self._body.left(), self._body.top() + placed.top)
            placed.piece.paint(painter, at, self._device)
        self._paint_foot(painter, page)

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        painter.save()
        top = self._body.bottom() + self._mm(4)
        foot = QRectF(self._body.left(), top, self._body.width(), self._height - top)
        painter.setFont(QFont(self._font("text", self._look["rim_pt"]), self._device))
        painter.setPen(QColor(self._look["quiet"]))
        number = f"{page + 1} / {self.page_count}"
        room = painter.fontMetrics().horizontalAdvance(f"  {number}")
        running = painter.fontMetrics().elidedText(
            self._paper.running, Qt.TextElideMode.ElideRight, round(foot.width() - room)
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, running)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, number)
        painter.restore()

    # -- breaking into pages

    def _break(self, pieces: Iterable[Piece]) -> None:
        headings: list[Heading] = []
        y = 0.0
        for group in _groups(pieces):
            gap = group[0].gap if self._pages[-1] else 0.0
            height = sum(piece.height + piece.gap for piece in group) - group[0].gap
            if self._pages[-1] and y + gap + height > self._body.height():
                y = self._turn(group[0])
            for number, piece in enumerate(group):
                if y and y + piece.gap + piece.height > self._body.height():
                    # What is to stay together is higher than a page.
                    y = self._turn(piece)
                elif number or self._pages[-1]:
                    y += piece.gap
                self._pages[-1].append(_Placed(piece, y))
                of = piece.heads
                if isinstance(of, Paragraph):
                    top = (y + self._body.top()) / self._dpi * _POINTS_AN_INCH
                    text = of.text.replace("\n", " ")
                    headings.append(Heading(max(of.level, 1), text, self.page_count - 1, top))
                y += piece.height
        self.headings = tuple(headings)

    def _turn(self, piece: Piece) -> float:
        """Begin a page with the head that a piece has, and return where the piece stands."""
        self._pages.append([])
        if piece.head is None:
            return 0.0
        self._pages[-1].append(_Placed(piece.head, 0.0))
        return piece.head.height

    # -- pieces

    def _pieces(self, progress: Progress) -> Iterator[Piece]:
        total = sum(len(b.rows) if isinstance(b, Grid) else 1 for b in self._paper.blocks)
        done, below = 0, 0.0
        for block in self._paper.blocks:
            if isinstance(block, Grid):
                for piece in self._rows(block):
                    yield piece
                    done += 1
                    if done % _STEP == 0:
                        progress(min(done, total), total)
                below = self._pt(self._look["body_pt"] * _BELOW_TABLE)
                continue
            pieces = self._lines(block)
            if pieces:
                pieces[0].gap = max(pieces[0].gap, below)
            yield from pieces
            is_title = block.style is Style.TITLE
            done, below = done + 1, self._pt(self._look["body_pt"]) if is_title else 0.0

    def _font(self, kind: str, points: float, *, bold: bool = False) -> QFont:
        own = self._look["hant" if self._paper.script is Script.HANT else "hans"]
        others = appearance.typography().families_of(self._paper.script)
        font = QFont()
        font.setFamilies([*own[kind], *others])
        font.setPointSizeF(points)
        font.setBold(bold)
        return font

    def _type(
        self,
        kind: str,
        points: float,
        spacing: float,
        *,
        align: float = LEFT,
        bold: bool = False,
        indent: float = 0.0,
    ) -> Type:
        font = self._font(kind, points, bold=bold)
        return Type(font, self._pt(points) * spacing, align, indent)

    def _lines(self, of: Paragraph) -> list[Piece]:
        look, body = self._look, self._look["body_pt"]
        loose, gap = look["line_height"], 0.0
        is_head = of.style in (Style.TITLE, Style.HEADING)
        if of.style is Style.TITLE:
            kind = self._type("heads", look["title_pt"], _TIGHT, align=CENTRE, bold=True)
        elif of.style is Style.SUBTITLE:
            kind = self._type("text", body, loose, align=CENTRE)
        elif of.style is Style.HEADING:
            size = look["chapter_pt"] if of.level == 1 else body
            kind = self._type("heads", size, loose, bold=True)
            gap = self._pt(body if of.level == 1 else body * 0.3)
        elif of.style is Style.CAPTION:
            kind = self._type("text", look["table_pt"], loose, align=CENTRE, bold=True)
        elif of.style is Style.NOTE:
            kind, gap = self._type("text", look["note_pt"], _TIGHT), self._pt(body * 0.3)
        else:
            kind = self._type("text", body, loose, indent=self._pt(2 * body))
        raised = tuple((_units(of.text, start), _units(of.text, end)) for start, end in of.raised)
        words = Words(of.text, kind, self._body.width(), _units(of.text, of.lead), raised)
        keep = is_head or of.style is Style.CAPTION
        pieces = setting.lines(words, self._device, gap, keep=keep)
        if is_head and pieces:
            pieces[0].heads = of
        return pieces

    def _rows(self, grid: Grid) -> Iterator[Piece]:
        look, padding = self._look, self._pt(2.5)
        ink, rule = QColor(look["ink"]), QColor(look["rule"])
        plain = RowLook(padding, ink, rule)
        shaded = RowLook(padding, ink, rule, QColor(look["shade"]))
        total = sum(grid.weights)
        widths = [self._body.width() * one / total - 2 * padding for one in grid.weights]
        kinds = [
            self._type("text", look["table_pt"], _TIGHT, align=RIGHT if right else LEFT)
            for right in grid.numeric
        ]
        bold = self._type("text", look["table_pt"], _TIGHT, align=CENTRE, bold=True)
        head: Piece | None = None
        most = self._body.height() * _TALLEST_ROW
        for number, texts in enumerate(grid.rows):
            is_head = number < grid.heads
            row_kinds = [bold] * len(widths) if is_head else kinds
            cells = [Words(*one) for one in zip(texts, row_kinds, widths, strict=True)]
            for piece in setting.row(cells, shaded if is_head else plain, self._device, most):
                piece.keep, piece.head = is_head, None if is_head else head
                piece.gap = self._pt(4) if number == 0 else 0.0
                head = piece if is_head else head
                yield piece


def _units(text: str, position: int) -> int:
    """Return a position in a text as Qt counts it, in UTF-16 units."""
    return len(text[:position].encode("utf-16-le")) // 2


def _groups(pieces: Iterable[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield pieces that are to stand on one page together."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group

"""增速: the growth of a chapter's indicators over the last year as diverging bars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyqtgraph
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QLabel,
    QScrollArea,
    QStyleOptionGraphicsItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bulletin import Figure
from desktop_app.domain.events import FigureChosen
from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.growth_bars import Axis, Bar, Texts, fit_axis, growth_bars, left_out
from desktop_app.itemmodels.painting import SMALL, recolour, recolour_view, scaled
from desktop_app.services.appearance import LIGHT, Theme, theme

_MARGIN = 14
# Names get at most this part of the width: the first that leaves the longest bar its part.
_NAME_SHARES = (0.42, 0.36, 0.3, 0.24)
_LEAST_BAR_SHARE = 0.25
# Room goes to the bars, as far as they need it, and only then below the source line.
_ALL = 1000
_BAR_HEIGHT = 0.6
_TEXT_GAP = 5
_GAP = "  "


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text beside the zero line: `x_px` from it, to the left (-1) or the right (1)."""

    row: int
    x_px: float
    side: int
    face: "_Face"
    parts: tuple[tuple[str, str], ...]
    width_px: float

    def text(self) -> str:
        return _GAP.join(text for text, _ in self.parts)


class _Face:
    """A font with its metrics, which take long to make for every line anew."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.width_px = self.metrics.horizontalAdvance


class _Lines(QGraphicsItem):
    """All names and values, in pixels from the top of the zero line: sharp at every scale."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        # Without it Qt does not tell which part of the bars is to be painted.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.lines: tuple[_Line, ...] = ()
        self._row_px = 1
        self._bounds = QRectF()

    def set_lines(self, lines: tuple[_Line, ...], row_px: int, bounds: QRectF) -> None:
        self.prepareGeometryChange()
        self.lines, self._row_px, self._bounds = lines, row_px, bounds
        self.update()

    def rect_of(self, line: _Line) -> QRectF:
        left = line.x_px if line.side > 0 else line.x_px - line.width_px
        return QRectF(left, line.row * self._row_px, line.width_px + 1, self._row_px)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        exposed: QRectF = option.exposedRect
        first, last = exposed.top() // self._row_px, exposed.bottom() // self._row_px
        for line in self.lines:
            if not first <= line.row <= last:
                continue
            rect = self.rect_of(line)
            painter.setFont(line.face.font)
            for text, colour in line.parts:
                painter.setPen(QColor(colour))
                painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)
                rect.setLeft(rect.left() + line.face.width_px(text + _GAP))


class _Bars(QWidget):
    """The bars with their names and values, one a row of fixed height.

    pyqtgraph paints; it takes no input, so that the wheel scrolls and a row is one large target.

    Signals:
        bar_chosen: the user clicked the row of this `Figure`.
        axis_moved: zero lies elsewhere now (`Axis`).
    """

    bar_chosen = Signal(object)
    axis_moved = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme(LIGHT)
        self.bars: tuple[Bar, ...] = ()
        self.selected: int | None = None
        self._faces = self._make_faces()
        # What is drawn, and what it was laid out for: a new height alone changes nothing.
        self._texts: tuple[_Line, ...] = ()
        self._axis = Axis(0.0, 1.0)
        self._basis: object = None
        self.setMouseTracking(True)
        self._canvas = pyqtgraph.GraphicsView(self)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, invertY=True)
        self._box.disableAutoRange()
        self._canvas.setCentralItem(self._box)
        self._rods = pyqtgraph.BarGraphItem(x0=[], y=[], width=[], height=_BAR_HEIGHT)
        self._zero = pyqtgraph.InfiniteLine(0, angle=90)
        self._lines = _Lines()
        for item in (self._rods, self._zero, self._lines):
            self._box.addItem(item, ignoreBounds=True)

    @property
    def row_px(self) -> int:
        return round(QFontMetricsF(self.font()).height() * 1.75)

    def set_bars(self, bars: tuple[Bar, ...]) -> None:
        self.bars = bars
        self.setFixedHeight(max(1, len(bars)) * self.row_px)
        self.draw()

    def row_of(self, figure_id: int | None) -> int | None:
        ids = [bar.figure.id for bar in self.bars]
        return ids.index(figure_id) if figure_id in ids else None

    def draw(self) -> None:
        """Draw all anew."""
        self._canvas.setGeometry(self.rect())
        self._canvas.setBackground(self.theme.pane)
        basis = self.bars, self.selected, self.theme, self.font().key(), self.width()
        if basis != self._basis:
            self._basis, (self._texts, self._axis) = basis, self._lay_out()
            self._draw_rods()
        axis = self._axis
        self._place(axis)
        bounds = QRectF(-axis.zero_px, 0, self.width(), self.height())
        self._lines.set_lines(self._texts, self.row_px, bounds)
        self.axis_moved.emit(axis)

    def _lay_out(self) -> tuple[tuple[_Line, ...], Axis]:
        """Return names and values where they stand, and the axis."""
        self._faces = self._make_faces()
        values = [self._value(row) for row in range(len(self.bars))]
        names, axis = self._fit_names(values)
        # A value stands at its bar's end.
        ends = [
            replace(value, x_px=value.x_px + bar.growth * axis.px_per_percent)
            for value, bar in zip(values, self.bars, strict=True)
        ]
        return (*names, *ends), axis

    def _fit_names(self, values: Sequence[_Line]) -> tuple[list[_Line], Axis]:
        """Return the names, elided as far as the bars need it, and the axis."""
        width, rim = max(self.width() - 2 * _MARGIN, 1), 2 * _TEXT_GAP
        longest = max((abs(bar.growth) for bar in self.bars), default=0.0)
        names, axis = [], Axis(0.0, 1.0)
        for share in _NAME_SHARES:
            names = [self._name(row, share * width) for row in range(len(self.bars))]
            texts = [
                Texts(name.width_px + rim, value.width_px + rim)
                for name, value in zip(names, values, strict=True)
            ]
            axis = fit_axis(self.bars, texts, width)
            if longest * axis.px_per_percent >= _LEAST_BAR_SHARE * width:
                break
        return names, Axis(axis.zero_px + _MARGIN, axis.px_per_percent)

    def _place(self, axis: Axis) -> None:
        """Let the canvas show the axis from rim to rim, and one unit of height for each row."""
        left = -axis.zero_px / axis.px_per_percent
        right = (self.width() - axis.zero_px) / axis.px_per_percent
        rows = max(len(self.bars), 1)
        self._box.setRange(xRange=(left, right), yRange=(0, rows), padding=0)

    def _make_faces(self) -> tuple[_Face, _Face]:
        """Return the faces of every bar and of the chosen one."""
        plain, bold = QFont.Weight.Normal, QFont.Weight.Bold
        return _Face(scaled(self.font(), 1.0, plain)), _Face(scaled(self.font(), 1.0, bold))

    def _face(self, row: int) -> _Face:
        return self._faces[self.bars[row].figure.id == self.selected]

    def _line(self, row: int, side: int, parts: tuple[tuple[str, str], ...]) -> _Line:
        """Return a line that begins at the zero line."""
        face = self._face(row)
        width_px = face.width_px(_GAP.join(text for text, _ in parts))
        return _Line(row, side * _TEXT_GAP, side, face, parts, width_px)

    def _name(self, row: int, widest_px: float) -> _Line:
        """Return the name across the zero line from its bar, elided where it is too long."""
        bar, metrics = self.bars[row], self._face(row).metrics
        text = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, widest_px)
        side = 1 if bar.growth < 0 else -1
        return self._line(row, side, ((text, self.theme.text),))

    def _value(self, row: int) -> _Line:
        """Return growth as printed with its arrow, and the marks that qualify it, outermost."""
        bar = self.bars[row]
        text, colour = figure_text.change_digits(bar.figure), self.theme.text
        if bar.growth > 0:
            text, colour = f"{figure_text.UP} {text}", self.theme.up
        elif bar.growth < 0:
            text, colour = f"{text} {figure_text.DOWN}", self.theme.down
        marks = (figure_text.base_mark(bar.figure), self.tr("存疑") if bar.figure.doubtful else "")
        parts = [(text, colour), *((mark, self.theme.muted) for mark in marks if mark)]
        side = -1 if bar.growth < 0 else 1
        return self._line(row, side, tuple(parts[::side]))

    def _draw_rods(self) -> None:
        for item in (self._rods, self._zero):
            item.setVisible(bool(self.bars))
        if not self.bars:
            return
        fills, outlines = [], []
        for bar in self.bars:
            chosen = bar.figure.id == self.selected
            fill = QColor(self.theme.up if bar.growth > 0 else self.theme.down)
            fill.setAlphaF(1.0 if chosen else 0.8)
            fills.append(fill)
            outlines.append(_pen(self.theme.accent, 2) if chosen else QPen(Qt.PenStyle.NoPen))
        rows = [row + 0.5 for row in range(len(self.bars))]
        growth = [bar.growth for bar in self.bars]
        self._rods.setOpts(x0=0, y=rows, width=growth, brushes=fills, pens=outlines)
        self._zero.setPen(_pen(self.theme.muted, 1))

    # Input

    def _row_at(self, position: QPoint) -> int | None:
        row = position.y() // self.row_px
        return row if 0 <= row < len(self.bars) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.bar_chosen.emit(self.bars[row].figure)
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self._row_at(event.pos())
            if row is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(
                    event.globalPos(), figure_text.details(self.bars[row].figure), self
                )
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw()


class _AxisTitle(QWidget):
    """The title of the axis, centred under zero; it stays in view when the bars scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = ""
        self._zero_px = 0.0

    def sizeHint(self) -> QSize:
        return QSize(0, round(QFontMetricsF(self.font()).height() * 1.4))

    def set_axis(self, axis: Axis) -> None:
        self._zero_px = axis.zero_px
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        text = self.tr("比上年增长（%）")
        width = QFontMetricsF(self.font()).horizontalAdvance(text)
        left = min(max(self._zero_px - width / 2, _MARGIN), self.width() - _MARGIN - width)
        painter = QPainter(self)
        painter.setPen(QColor(self.colour))
        rect = QRectF(left, 0, width + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class ChartPane(QWidget):
    """The chart of growth over the last year.

    Signals:
        figure_chosen: the user chose a bar (FigureChosen).
    """

    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._empty = QLabel(self)
        self._note = QLabel(self)
        self._source = QLabel(self)
        self._bars = _Bars(self)
        self._axis_title = _AxisTitle(self)
        self._scroll = QScrollArea(self)
        self._set_up()
        self._bars.bar_chosen.connect(self._on_bar_chosen)
        self._bars.axis_moved.connect(self._axis_title.set_axis)
        self.show_figures((), "", "")

    def _set_up(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self._scroll.setWidget(self._bars)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _MARGIN // 2, 0, _MARGIN // 2)
        layout.setSpacing(2)
        for label in (self._title, self._note, self._source):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._scroll, _ALL)
        layout.addWidget(self._empty, _ALL)
        layout.addWidget(self._axis_title)
        layout.addWidget(self._note)
        layout.addWidget(self._source)
        layout.addStretch(1)

    def show_figures(self, figures: Sequence[Figure], heading: str, source_line: str) -> None:
        """Draw the growth of those of `figures` that have one over the last year.

        `heading` names what they are of (一、综合); `source_line` is shown as it is.
        """
        bars = growth_bars(figures)
        title = self.tr("{heading}：比上年增长") if heading else self.tr("比上年增长")
        self._title.setText(title.format(heading=heading))
        empty = self.tr("本章没有同比增速数据") if heading else self.tr("没有同比增速数据")
        self._empty.setText(empty)
        self._source.setText(source_line)
        missing = left_out(figures)
        self._note.setText(
            self.tr("另有 {n} 项变动的单位或比较基期不同，未画入").format(n=missing)
        )
        self._note.setVisible(missing > 0)
        for widget in (self._scroll, self._axis_title):
            widget.setVisible(bool(bars))
        self._empty.setVisible(not bars)
        self._source.setVisible(bool(bars) and bool(source_line))
        self._bars.set_bars(bars)
        self._scroll.setMaximumHeight(self._bars.height())
        self._scroll.verticalScrollBar().setValue(0)
        self._describe()

    def select_figure(self, figure_id: int | None) -> None:
        """Outline the bar of a figure and bring it into view; silent."""
        self._bars.selected = figure_id
        self._bars.draw()
        row = self._bars.row_of(figure_id)
        if row is not None:
            middle = round((row + 0.5) * self._bars.row_px)
            self._scroll.ensureVisible(0, middle, 0, self._bars.row_px)

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._bars.theme = colours
        role = QPalette.ColorRole
        for widget in (self, self._title):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.text})
        for widget in (self._empty, self._note, self._source):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.muted})
        recolour_view(self._scroll, colours.pane, colours.text)
        self._axis_title.colour = colours.muted
        self._set_fonts()
        self._bars.draw()

    def _set_fonts(self) -> None:
        self._title.setFont(scaled(self.font(), 1.0, QFont.Weight.Bold))
        small = scaled(self.font(), SMALL)
        for widget in (self._note, self._source, self._axis_title, self._bars):
            widget.setFont(small)
        self._bars.set_bars(self._bars.bars)
        self._scroll.setMaximumHeight(self._bars.height())

    def _describe(self) -> None:
        """Tell assistive technology what the bars show: a picture alone says nothing there."""
        self.setAccessibleName(self._title.text())
        lines = [
            f"{bar.label} {figure_text.change_digits(bar.figure)}%" for bar in self._bars.bars
        ]
        self.setAccessibleDescription("；".join(lines) or self._empty.text())

    # Input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bars = self._bars.bars
        current = self._bars.row_of(self._bars.selected)
        last = len(bars) - 1
        targets = {
            Qt.Key.Key_Down: 0 if current is None else min(current + 1, last),
            Qt.Key.Key_Up: last if current is None else max(current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if bars and event.key() in targets:
            self._on_bar_chosen(bars[targets[Qt.Key(event.key())]].figure)
        else:
            super().keyPressEvent(event)

    def _on_bar_chosen(self, figure: Figure) -> None:
        self.select_figure(figure.id)
        self.figure_chosen.emit(FigureChosen(figure.id))


def _pen(colour: str, width: int) -> QPen:
    """Return a pen whose width is in pixels, whatever the axis."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen

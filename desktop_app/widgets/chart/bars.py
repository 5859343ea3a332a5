"""The bars of a chart with their names and values, one a row."""

import pyqtgraph
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.charts import Bar, Chart, Tone
from desktop_app.services.appearance import LIGHT, theme
from desktop_app.services.scripts import Spell
from desktop_app.widgets.chart.layout import Layout, Look, Typesetter, fill_of
from desktop_app.widgets.chart.texts import Texts

_THICKNESS = 0.6


class Bars(QWidget):
    """The bars with their names and values, in rows of one height.

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
        self.chart = Chart("", "")
        self.selected: int | None = None
        self.chosen: frozenset[int] = frozenset()
        self.texts = Texts()
        # What is drawn, and what it was laid out for: a new height alone changes nothing.
        self._layout = Typesetter(self.chart, Look(self.font(), self.theme)).lay_out(1)
        self._basis: object = None
        self._rows: list[QLabel] = []
        self.setMouseTracking(True)
        self._canvas = pyqtgraph.GraphicsView(self)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A ground that is kept as pixels would be a bitmap in a drawing.
        self._canvas.setCacheMode(pyqtgraph.GraphicsView.CacheModeFlag.CacheNone)
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, invertY=True)
        self._box.disableAutoRange()
        self._canvas.setCentralItem(self._box)
        self._rods = pyqtgraph.BarGraphItem(x0=[], y=[], width=[], height=_THICKNESS)
        for item in (self._rods, self.texts):
            self._box.addItem(item, ignoreBounds=True)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars from top to bottom."""
        return self.chart.bars

    @property
    def row_px(self) -> int:
        """The height of a row."""
        return self._layout.row_px

    def set_chart(self, chart: Chart) -> None:
        """Draw this chart."""
        self.chart = chart
        self.draw()
        self._tell_rows()

    def row_of(self, figure_id: int | None) -> int | None:
        """Return the row of a figure's bar, None where it has none."""
        if figure_id is None:
            return None
        return next((row for row, bar in enumerate(self.bars) if bar.shows((figure_id,))), None)

    def draw(self) -> None:
        """Draw all anew."""
        basis = self.chart, self.chosen, self.theme, self.font().key(), self.width()
        if basis != self._basis:
            look = Look(self.font(), self.theme, self.chosen)
            self._layout = Typesetter(self.chart, look).lay_out(self.width())
            self._basis = basis
            self._draw_rods()
        height = max(1, len(self.bars)) * self.row_px
        if self.height() != height:
            self.setFixedHeight(height)
        self._canvas.setGeometry(self.rect())
        self._canvas.setBackground(self.theme.pane)
        self._place()
        self._place_rows()
        self.axis_moved.emit(self._layout.axis)

    def _place(self) -> None:
        """Let the canvas show the axis from rim to rim, and one unit of height for each row."""
        axis, rows = self._layout.axis, max(len(self.bars), 1)
        left = -axis.zero_px / axis.px_per_unit
        right = (self.width() - axis.zero_px) / axis.px_per_unit
        self._box.setRange(xRange=(left, right), yRange=(0, rows), padding=0)
        bounds = QRectF(-axis.zero_px, 0, self.width(), len(self.bars) * self.row_px)
        self.texts.set_layout(self._layout, bounds, self.theme, self.chart.reference)

    def _draw_rods(self) -> None:
        self._rods.setVisible(bool(self.bars))
        if not self.bars:
            return
        fills, outlines = [], []
        for bar in self.bars:
            chosen = bar.shows(self.chosen)
            fill = QColor(fill_of(bar, self.theme))
            fill.setAlphaF(1.0 if chosen else 0.8)
            fills.append(fill)
            # On a bar in the colour of the outline it would not be seen.
            outline = self.theme.text if bar.tone is Tone.PLAIN else self.theme.accent
            outlines.append(_pen(outline, 2) if chosen else QPen(Qt.PenStyle.NoPen))
        middle, height = self._band(self._layout)
        self._rods.setOpts(
            x0=0,
            y=[row + middle for row in range(len(self.bars))],
            width=[bar.value for bar in self.bars],
            height=height,
            brushes=fills,
            pens=outlines,
        )

    @staticmethod
    def _band(layout: Layout) -> tuple[float, float]:
        """Return middle and thickness of a bar, as parts of its row."""
        above = layout.above_px / layout.row_px
        return above + (1 - above) / 2, _THICKNESS * (1 - above)

    # What a screen reader finds

    def _tell_rows(self) -> None:
        """Keep a nameless label over each row that says in words what is painted there."""
        while len(self._rows) > len(self.bars):
            self._rows.pop().deleteLater()
        while len(self._rows) < len(self.bars):
            row = QLabel(self)
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.show()
            self._rows.append(row)
        for row, bar in zip(self._rows, self.bars, strict=True):
            row.setAccessibleName(f"{bar.label}：{bar.spoken}")
        self._place_rows()

    def _place_rows(self) -> None:
        for number, row in enumerate(self._rows):
            row.setGeometry(0, number * self.row_px, self.width(), self.row_px)

    def announce(self, row: int) -> None:
        """Let a screen reader say the row that the keyboard came to."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self._rows[row], QAccessible.Event.Focus)
            QAccessible.updateAccessibility(event)

    # Input

    def _row_at(self, position: QPoint) -> int | None:
        row = position.y() // self.row_px
        return row if 0 <= row < len(self.bars) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        figure = self.bars[row].figure if row is not None else None
        if figure is not None and event.button() is Qt.MouseButton.LeftButton:
            self.bar_chosen.emit(figure)
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self._row_at(event.pos())
            if row is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), _tip(self.bars[row], self.chart.spell), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw()


def _tip(bar: Bar, spell: Spell) -> str:
    return figure_text.details(bar.figure, spell) if bar.figure else f"{bar.label}　{bar.spoken}"


def _pen(colour: str, width: int) -> QPen:
    """Return a pen whose width is in pixels, whatever the axis."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen

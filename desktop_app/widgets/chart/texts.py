"""The texts and lines of a chart as one item of the scene: sharp at every scale."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop_app.services.appearance import Theme
from desktop_app.widgets.chart.layout import GAP, Layout, Line


class Texts(QGraphicsItem):
    """Names, values, the zero line and a line of reference, in pixels from the top of zero."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        # Without it Qt does not tell which part of the bars is to be painted.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.layout: Layout | None = None
        self._rules: tuple[tuple[float, QPen], ...] = ()
        self._ground = QColor()
        self._rows = 0
        self._bounds = QRectF()

    def set_layout(
        self, layout: Layout, bounds: QRectF, colours: Theme, reference: float | None
    ) -> None:
        """Show these texts; a dashed line marks the value `reference`."""
        self.prepareGeometryChange()
        self.layout, self._bounds = layout, bounds
        self._rows = round(bounds.height() / layout.row_px)
        rules = [(0.0, QPen(QColor(colours.muted), 1))]
        if reference is not None:
            pen = QPen(QColor(colours.muted), 1, Qt.PenStyle.DashLine)
            rules.append((reference * layout.axis.px_per_unit, pen))
        self._ground = QColor(colours.pane)
        self._rules = tuple(rules)
        self.update()

    def lines(self) -> tuple[Line, ...]:
        """Return every line of text."""
        return (*self.layout.names, *self.layout.values) if self.layout else ()

    def rect_of(self, line: Line) -> QRectF:
        """Return where a line stands, in pixels from the top of the zero line."""
        row_px = self.layout.row_px if self.layout else 1
        left = line.x_px if line.side > 0 else line.x_px - line.width_px
        return QRectF(left, line.row * row_px + line.top_px, line.width_px + 1, line.height_px)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self.layout is None:
            return
        exposed: QRectF = option.exposedRect
        row_px = self.layout.row_px
        first, last = exposed.top() // row_px, exposed.bottom() // row_px
        self._paint_rules(painter)
        for line in self.lines():
            if not first <= line.row <= last:
                continue
            rect = self.rect_of(line)
            if len(self._rules) > 1:
                # A line of reference passes behind the words.
                painter.fillRect(rect.adjusted(-1, 2, 1, -2), self._ground)
            painter.setFont(line.face.font)
            for text, colour in line.parts:
                painter.setPen(QColor(colour))
                painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)
                rect.setLeft(rect.left() + line.face.width_px(text + GAP))

    def _paint_rules(self, painter: QPainter) -> None:
        """Draw the lines from top to bottom, or beside the bars alone where names are above."""
        if self.layout is None or not self._rows:
            return
        row_px, above = self.layout.row_px, self.layout.above_px
        spans = [(0, self._rows * row_px)]
        if above:
            spans = [(row * row_px + above, (row + 1) * row_px) for row in range(self._rows)]
        for x, pen in self._rules:
            painter.setPen(pen)
            painter.drawLines([QLineF(x, top, x, bottom) for top, bottom in spans])

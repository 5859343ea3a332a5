"""The last line in sight, where the rim of the view would cut it in half: it is left out."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor, QTextTable
from PySide6.QtWidgets import QAbstractSlider

from desktop_app.widgets.reader.column import ColumnView

# Less than this much of a line below the rim is its own blank.
_BLANK = 2
# No more of a view is left blank for a tall row.
_MOST_PART = 0.3
# So much is between the upper rim and the first line of a page.
_GAP = 4


class CutLine:
    """Covers the line, or the row of a table, that the lower rim of a view cuts.

    A view that scrolls moves what is painted already: what was covered is to be painted anew then.
    """

    def __init__(self, view: ColumnView) -> None:
        self._view = view
        self._covered = QRect()
        self._scrolled = 0
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        view.verticalScrollBar().actionTriggered.connect(self._on_action)

    def paint(self) -> None:
        """Cover what is cut, as the last thing painted."""
        self._covered = self.rect()
        if not self._covered.isEmpty():
            painter = QPainter(self._view.viewport())
            painter.fillRect(self._covered, self._view.viewport().palette().base())
            painter.end()

    def _on_scrolled(self, value: int) -> None:
        """Have painted anew what was covered, and what will be."""
        viewport = self._view.viewport()
        moved, self._scrolled = self._scrolled - value, value
        for rect in (self._covered.translated(0, moved), self.rect()):
            if not rect.isEmpty():
                viewport.update(rect)

    def _on_action(self, action: int) -> None:
        """Let a page begin with a whole line: going on, the one that was left out below."""
        view, bar = self._view, self._view.verticalScrollBar()
        if action == QAbstractSlider.SliderAction.SliderPageStepAdd.value:
            cut = self.rect()
            if not cut.isEmpty():
                bar.setSliderPosition(bar.value() + cut.top() - _GAP)
        elif action == QAbstractSlider.SliderAction.SliderPageStepSub.value:
            wanted = bar.sliderPosition()
            top = view.whole_line_from(wanted)
            if wanted <= top < bar.value() and wanted > 0:
                bar.setSliderPosition(top - _GAP)

    def rect(self) -> QRect:
        """Return what is to be covered in the viewport; empty where nothing is cut."""
        view, height = self._view, self._view.viewport().height()
        scrolled = view.verticalScrollBar().value()
        rim = scrolled + height
        near = QPointF(view.column_left() + 1, rim)
        layout = view.document().documentLayout()
        position = layout.hitTest(near, Qt.HitTestAccuracy.FuzzyHit)
        block = view.document().findBlock(position)
        if position < 0 or not block.isValid():
            return QRect()
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        top, bottom = self._line(block, position) if table is None else self._row(table, position)
        if not top < rim < bottom - _BLANK or top < rim - height * _MOST_PART:
            return QRect()
        y = int(top) - scrolled
        return QRect(0, y, view.viewport().width(), height - y)

    def _line(self, block: QTextBlock, position: int) -> tuple[float, float]:
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return 0.0, 0.0
        above = self._view.document().documentLayout().blockBoundingRect(block).top()
        return above + line.y(), above + line.y() + line.height()

    def _row(self, table: QTextTable, position: int) -> tuple[float, float]:
        """Return where the row of a table begins and ends, with the blank round its cells."""
        layout, row = self._view.document().documentLayout(), table.cellAt(position).row()
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        padding = table.format().cellPadding()
        tops = (layout.blockBoundingRect(cell.firstCursorPosition().block()) for cell in cells)
        ends = (layout.blockBoundingRect(cell.lastCursorPosition().block()) for cell in cells)
        top = min(rect.top() for rect in tops) - padding
        return top + 1, max(rect.bottom() for rect in ends) + padding + _BLANK

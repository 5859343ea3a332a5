"""How wide the columns of the figure table are, from a wide pane down to a narrow one."""

from collections.abc import Mapping, Sequence
from heapq import nlargest

from msgspec import Struct, field
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop_app.domain.bulletin import Figure
from desktop_app.itemmodels.figure_cells import Column
from desktop_app.itemmodels.figure_delegate import PAD, FigureDelegate
from desktop_app.itemmodels.figure_table import FigureTableModel

# No cell makes its column wider than this, in line heights; longer ones are elided.
_WIDEST = {Column.INDICATOR: 9, Column.VALUE: 10, Column.UNIT: 6, Column.CHANGE: 12}
_WIDEST_OTHER = 8
_LEAST_NAME = 4.5
# Names that are cut before here are worth the column of the units.
_FAIR_NAME = 6
# Names up to here are worth a heading on two lines, to be shown whole.
_WHOLE_NAME = 18
# Of a longer table so many rows, evenly spread, tell what its columns need.
_ASKED = 3000
# So many of the cells that seem the widest are measured.
_MEASURED = 24


class Needs(Struct, frozen=True):
    """What the columns need in pixels; 0 where one is not shown.

    `name` is what names have where the table scrolls sideways, `name_fair` what tells most of
    them apart, `name_whole` what shows all of them. `change` can shrink to `change_least` by
    eliding marks. `others` are the columns beyond the usual ones, which let the table scroll.
    """

    name: int
    name_whole: int
    name_fair: int
    name_least: int
    value: int
    unit: int
    change: int
    change_least: int
    others: Mapping[Column, int] = field(default_factory=dict)


class Measurer:
    """Measures what the columns of one table need, in every form it can take.

    What cells say is asked for once: only headings and the values' units change with the form.
    """

    def __init__(
        self,
        model: FigureTableModel,
        delegate: FigureDelegate,
        font: QFont,
        columns: Sequence[Column],
    ) -> None:
        self._model, self._delegate, self._font, self._columns = model, delegate, font, columns
        self._metrics = QFontMetrics(font)
        self._cells: dict[tuple[Column, bool, bool], float] = {}

    def measure(self) -> Needs:
        """Return what the shown columns need in the form that the table has now."""
        line = self._metrics.height()
        return Needs(
            name=self._widest(Column.INDICATOR),
            name_whole=self._widest(Column.INDICATOR, lines=_WHOLE_NAME),
            name_fair=self._widest(Column.INDICATOR, lines=_FAIR_NAME),
            name_least=round(_LEAST_NAME * line),
            value=self._widest(Column.VALUE),
            unit=0 if self._model.compact else self._widest(Column.UNIT),
            change=self._widest(Column.CHANGE),
            change_least=self._widest(Column.CHANGE, bare=True),
            others={one: self._widest(one) for one in self._columns if one not in _WIDEST},
        )

    def _widest(self, column: Column, *, bare: bool = False, lines: float = 0) -> int:
        if column not in self._columns and column is not Column.INDICATOR:
            return 0
        title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        head = self._metrics.size(0, title).width() + 2 * PAD + 2
        most = round((lines or _WIDEST.get(column, _WIDEST_OTHER)) * self._metrics.height())
        return max(head, min(round(self._cell(column, bare=bare)), most))

    def _cell(self, column: Column, *, bare: bool) -> float:
        """Return the width of the widest cell."""
        key = column, bare, self._model.compact and column is Column.VALUE
        if key not in self._cells:
            model, delegate = self._model, self._delegate
            cells = {
                (model.text(one, column), "" if bare else _mark(model, delegate, one, column))
                for one in model.figures[:: len(model.figures) // _ASKED + 1]
            }
            # To measure takes longer than to guess which of many may be the widest.
            likely = nlargest(_MEASURED, cells, key=_guess)
            widths = (delegate.cell_width(text, mark, self._font) for text, mark in likely)
            self._cells[key] = max(widths, default=0.0)
        return self._cells[key]


def _guess(cell: tuple[str, str]) -> int:
    """Return about how wide a cell is: a Chinese character is twice as wide as a digit."""
    return sum(2 if char > "\u2e7f" else 1 for text in cell for char in text)


def _mark(
    model: FigureTableModel, delegate: FigureDelegate, figure: Figure, column: Column
) -> str:
    converted = column is Column.VALUE and model.is_converted(figure)
    return delegate.mark(figure, column, converted=converted)


def share(needs: Needs, width_px: int) -> dict[Column, int] | None:
    """Divide a width among the columns; None where it is too narrow for all of them.

    Names get what is left: a tooltip tells the rest of them. The marks beside the growth stay
    whole, for a growth without its basis says something else.
    """
    fixed = needs.value + needs.unit + sum(needs.others.values())
    room = width_px - fixed - needs.change
    if room < needs.name_least:
        return None
    return natural(needs) | {Column.INDICATOR: room}


def squeezed(needs: Needs, width_px: int) -> dict[Column, int]:
    """Return columns for a width that even the marks have no room in; they are cut as need be."""
    fixed = needs.name_least + needs.value + needs.unit + sum(needs.others.values())
    change = min(max(width_px - fixed, needs.change_least), needs.change)
    return natural(needs) | {Column.INDICATOR: needs.name_least, Column.CHANGE: change}


def natural(needs: Needs) -> dict[Column, int]:
    """Return the widths that show every column whole, for a table that scrolls sideways."""
    return {
        Column.INDICATOR: needs.name,
        Column.VALUE: needs.value,
        Column.UNIT: needs.unit,
        Column.CHANGE: needs.change,
        **needs.others,
    }

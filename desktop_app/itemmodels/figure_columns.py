"""How wide the columns of the figure table are, from a wide pane down to a narrow one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
# Names up to here are worth a heading on two lines, to be shown whole.
_WHOLE_NAME = 18


@dataclass(frozen=True, slots=True)
class Needs:
    """What the columns need in pixels; 0 where one is not shown.

    `name` is what names claim from the marks beside the growth, `name_whole` what shows all of
    them. `change` can shrink to `change_least` by eliding marks. `others` are the columns beyond
    the usual ones, which let the table scroll sideways.
    """

    name: int
    name_whole: int
    name_least: int
    value: int
    unit: int
    change: int
    change_least: int
    others: Mapping[Column, int] = field(default_factory=dict)


def measure(
    model: FigureTableModel,
    delegate: FigureDelegate,
    font: QFont,
    columns: Sequence[Column],
) -> Needs:
    """Return what the shown `columns` of `model` need for their titles and widest cells."""
    metrics = QFontMetrics(font)
    line = metrics.height()

    def widest(column: Column, *, bare: bool = False, lines: float = 0) -> int:
        if column not in columns and column is not Column.INDICATOR:
            return 0
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        head = metrics.size(0, title).width() + 2 * PAD + 2
        cap = max(head, round((lines or _WIDEST.get(column, _WIDEST_OTHER)) * line))
        cells = {
            (model.text(figure, column), "" if bare else _mark(model, delegate, figure, column))
            for figure in model.figures
        }
        width = float(head)
        for text, mark in cells:
            width = max(width, delegate.cell_width(text, mark, font))
            if width >= cap:
                return cap
        return round(width)

    return Needs(
        name=widest(Column.INDICATOR),
        name_whole=widest(Column.INDICATOR, lines=_WHOLE_NAME),
        name_least=round(_LEAST_NAME * line),
        value=widest(Column.VALUE),
        unit=0 if model.compact else widest(Column.UNIT),
        change=widest(Column.CHANGE),
        change_least=widest(Column.CHANGE, bare=True),
        others={column: widest(column) for column in columns if column not in _WIDEST},
    )


def _mark(
    model: FigureTableModel, delegate: FigureDelegate, figure: Figure, column: Column
) -> str:
    converted = column is Column.VALUE and model.is_converted(figure)
    return delegate.mark(figure, column, converted=converted)


def share(needs: Needs, width_px: int) -> dict[Column, int] | None:
    """Divide a width among the columns; None where it is too narrow for all of them.

    Names get what is left. Where they would be cut, the marks beside the growth are cut first.
    """
    fixed = needs.value + needs.unit + sum(needs.others.values())
    room = width_px - fixed - needs.change
    given = min(max(needs.name - room, 0), needs.change - needs.change_least)
    if room + given < needs.name_least:
        return None
    return {
        Column.INDICATOR: room + given,
        Column.VALUE: needs.value,
        Column.UNIT: needs.unit,
        Column.CHANGE: needs.change - given,
        **needs.others,
    }


def least(needs: Needs) -> dict[Column, int]:
    """Return the narrowest columns that can still be read."""
    return {
        Column.INDICATOR: needs.name_least,
        Column.VALUE: needs.value,
        Column.UNIT: needs.unit,
        Column.CHANGE: needs.change_least,
        **needs.others,
    }


def natural(needs: Needs) -> dict[Column, int]:
    """Return the widths that show every column whole, for a table that scrolls sideways."""
    return {
        Column.INDICATOR: needs.name,
        Column.VALUE: needs.value,
        Column.UNIT: needs.unit,
        Column.CHANGE: needs.change,
        **needs.others,
    }

"""Which form the figure table takes in the room it has, and how wide its columns are there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from desktop_app.itemmodels.figure_cells import Column
from desktop_app.itemmodels.figure_columns import Measurer, Needs, natural, share, squeezed
from desktop_app.itemmodels.figure_delegate import FigureDelegate
from desktop_app.itemmodels.figure_table import FigureTableModel

# Whether units stand beside the values, and whether the long heading has two lines.
_Form = tuple[bool, bool]
_WIDE, _NARROW, _COMPACT = (False, False), (False, True), (True, True)


class Fitting:
    """Fits the columns of one table to the width of its view."""

    def __init__(
        self, view: QTableView, model: FigureTableModel, delegate: FigureDelegate
    ) -> None:
        self._view, self._model, self._delegate = view, model, delegate
        self._needs: dict[_Form, Needs] = {}
        self._form: _Form = _WIDE
        self._unit_shown = True

    def fit(self, columns: Sequence[Column]) -> None:
        """Measure what these columns need in each of the table's forms, and fit them."""
        measurer = Measurer(self._model, self._delegate, self._view.font(), columns)
        for form in (_COMPACT, _NARROW, _WIDE):
            self._model.compact, self._model.narrow = form
            self._needs[form] = measurer.measure()
        self._model.compact, self._model.narrow = self._form
        self._unit_shown = Column.UNIT in columns
        self.share_width()

    def share_width(self) -> None:
        """Fit the columns to the width that the view has now."""
        if not self._needs:
            return
        (compact, narrow), widths = self._fitting(self._view.viewport().width())
        self._form = compact and self._unit_shown, narrow
        self._model.set_form(compact=self._form[0], narrow=narrow)
        self._view.setColumnHidden(Column.UNIT, compact or not self._unit_shown)
        for column, width in widths.items():
            if width:
                self._view.setColumnWidth(column, width)

    def _fitting(self, room: int) -> tuple[_Form, dict[Column, int]]:
        """Return the first form that fits with whole names, or else the last that fits."""
        shared = {form: share(self._needs[form], room) for form in (_WIDE, _NARROW)}
        fitting = [(form, widths) for form, widths in shared.items() if widths is not None]
        for form, widths in fitting:
            if widths[Column.INDICATOR] >= self._needs[form].name_whole:
                return form, widths
        if fitting and fitting[-1][1][Column.INDICATOR] >= self._needs[_NARROW].name_fair:
            # Names are cut: the heading on two lines leaves them the most.
            return fitting[-1]
        if self._needs[_WIDE].others:
            # More columns than fit are looked at sideways; nothing is gained by squeezing them.
            return _WIDE, natural(self._needs[_WIDE])
        compact = self._needs[_COMPACT]
        return _COMPACT, share(compact, room) or squeezed(compact, room)

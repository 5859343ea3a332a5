"""Which figures of the table are selected, also those of chapters that are not shown."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Signal

from desktop_app.domain.events import FiguresSelected
from desktop_app.itemmodels.figure_cells import Column
from desktop_app.itemmodels.figure_table import FigureTableModel
from desktop_app.widgets.figure_table.view import FigureView


class FigureSelection(QObject):
    """The figures that are selected: `ids`; they stay so while other rows are shown.

    Signals:
        changed: the user selected other rows (FiguresSelected).
    """

    changed = Signal(object)

    def __init__(self, view: FigureView, model: FigureTableModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._is_quiet = False
        self.ids: tuple[int, ...] = ()
        view.selectionModel().selectionChanged.connect(self._on_changed)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Let rows come and go without a word: the user selects nothing meanwhile."""
        self._is_quiet = True
        yield
        self._is_quiet = False

    def select(self, ids: tuple[int, ...]) -> None:
        """Select figures; those of other chapters have no row now and keep none."""
        self.ids = ids
        selection, current = QItemSelection(), QModelIndex()
        for figure_id in ids:
            row = self._model.row_of(figure_id)
            if row is not None:
                current = self._model.index(row, 0)
                selection.select(current, current.siblingAtColumn(len(Column) - 1))
        flags = QItemSelectionModel.SelectionFlag
        chosen = self._view.selectionModel()
        with self.quiet():
            chosen.setCurrentIndex(current, flags.NoUpdate)
            chosen.select(selection, flags.ClearAndSelect)
        if current.isValid():
            self._view.scrollTo(current)

    def _on_changed(self) -> None:
        if self._is_quiet:
            return
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        self.ids = tuple(self._model.figures[row].id for row in rows)
        self.changed.emit(FiguresSelected(self.ids))

"""One choice of figures for text, table and chart: what is chosen in one is chosen in all."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.bulletin import Bulletin, Figure
from desktop_app.domain.reading_events import FigureChosen
from desktop_app.window.panes import Panes

if TYPE_CHECKING:
    from desktop_app.domain.events import FiguresSelected


class Choosing(QObject):
    """Carries a choice from the pane it was made in to the others and to the status line.

    `table_follows` says that the table goes along with the chapter at the top of the text.

    Signals:
        changed: something else is chosen, or nothing; carries nothing.
    """

    changed = Signal()

    def __init__(self, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._bulletin: Bulletin | None = None
        self._figure: int | None = None
        self._growth = False
        self.table_follows = True

    def join(self) -> None:
        """Listen to the panes from now on."""
        panes = self._panes
        for pane in (panes.reader, panes.table, panes.chart):
            pane.figure_chosen.connect(partial(self._on_figure_chosen, pane))
        panes.reader.figure_left.connect(self.clear)
        panes.table.figures_selected.connect(self._on_figures_selected)

    def set_bulletin(self, bulletin: Bulletin) -> None:
        """Choose among the figures of `bulletin`; none is chosen."""
        self._bulletin, self._figure, self._growth = bulletin, None, False
        for pane in (self._panes.table, self._panes.chart):
            # They may not be made yet, and would choose what was chosen in the bulletin before.
            pane.select_figure(None)
        self._panes.status.show_chosen(0)
        self.changed.emit()

    def resume(self, before: "Choosing") -> None:
        """Choose what is chosen in the window before, of the same bulletin."""
        figure, growth, ids = before.chosen()
        if figure is None:
            return
        self._on_figure_chosen(None, FigureChosen(figure, growth))
        if len(ids) > 1:
            self._panes.table.load()
            self._panes.table.select_figures(ids)

    def chosen(self) -> tuple[int | None, bool, tuple[int, ...]]:
        """Return the figure chosen last, whether its growth is meant, and all that are chosen."""
        return self._figure, self._growth, tuple(figure.id for figure in self.figures())

    def figures(self) -> tuple[Figure, ...]:
        """Return what is chosen, in the order of the table's rows.

        One figure chosen elsewhere counts where the table has no row for it, or is not made.
        """
        rows = self._panes.table.selected_figures()
        if rows or self._figure is None or self._bulletin is None:
            return rows
        return (self._bulletin.figure_by_id[self._figure],)

    def means_growth(self) -> bool:
        """Whether the growth of the one figure chosen is meant, and not its value."""
        return self._growth and len(self.figures()) == 1

    def choose(self, figure_id: int, found: tuple[int, int] = (0, 0)) -> None:
        """Choose one figure, in all panes; `found` is the stretch of the text that led to it.

        Where that lies in the growth of the figure, the growth is what was looked for.
        """
        figure = self._bulletin.figure_by_id[figure_id] if self._bulletin else None
        growth = figure is not None and _inside(found, _growth(figure))
        own = figure is not None and _inside(found, (figure.read_start, figure.read_end))
        self._on_figure_chosen(None, FigureChosen(figure_id, growth and not own))

    def choose_in_sight(self, figure_id: int | None) -> None:
        """Choose a figure again where that moves no text."""
        figure = self._bulletin.figure_by_id.get(figure_id or -1) if self._bulletin else None
        if figure and self._panes.reader.sees(figure.read_start, figure.read_end):
            self.choose(figure.id)

    def clear(self) -> None:
        """Choose nothing."""
        for pane in (self._panes.reader, self._panes.table, self._panes.chart):
            pane.select_figure(None)
        self._figure, self._growth = None, False
        self._panes.status.show_chosen(0)
        self.changed.emit()

    def _on_figure_chosen(self, chooser: object, chosen: FigureChosen) -> None:
        panes, self._figure, self._growth = self._panes, chosen.figure_id, chosen.growth
        if chooser is not panes.reader:
            # The text may scroll to a place whose top is another chapter's.
            self.table_follows = False
            panes.reader.select_figure(chosen.figure_id, growth=chosen.growth)
            self.table_follows = True
        if self._bulletin is not None:
            # The chapter of the figure, which need not be the one at the top of the text.
            figure = self._bulletin.figure_by_id[chosen.figure_id]
            panes.table.show_chapter(figure.section)
            if chooser is not panes.table:
                panes.table.select_figure(chosen.figure_id)
        if chooser is not panes.chart:
            panes.chart.select_figure(chosen.figure_id)
        self._tell_all()
        if chosen.enter:
            panes.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_figures_selected(self, selected: "FiguresSelected") -> None:
        """Go along with rows that were added or taken away without a figure being chosen."""
        ids = selected.figure_ids
        if not ids:
            self.clear()
        elif self._figure not in ids:
            self._on_figure_chosen(self._panes.table, FigureChosen(ids[-1]))
        else:
            self._tell_all()

    def _tell_all(self) -> None:
        """Let chart and status line know of all that is chosen."""
        ids = tuple(figure.id for figure in self.figures())
        self._panes.chart.mark_figures(ids)
        self._panes.status.show_chosen(len(ids))
        self.changed.emit()


def _growth(figure: Figure) -> tuple[int, int]:
    return figure.change_read_start, figure.change_read_end


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] < inner[1] <= outer[1]

"""Places for the panes on the right, which are made only after the text has been painted.

A user reads the text first; the table and the drawing library with numpy would keep it waiting.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.services.appearance import Theme
from desktop_app.window.after_paint import AfterPaint

if TYPE_CHECKING:
    from desktop_app.domain.events import TableChoices, TableSifting
    from desktop_app.itemmodels.charts import ChartData
    from desktop_app.widgets.chart import ChartPane
    from desktop_app.widgets.chart.pane import ComparedView, Picture
    from desktop_app.widgets.figure_table import FigureTablePane


def order_tabs(place: QWidget, pane: QWidget) -> None:
    """Let the Tab key come to `pane` behind its place, not after all that was made before."""
    last = place
    for widget in (pane, *pane.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(last, widget)
            last = widget


class LatePane(QWidget):
    """Takes what its pane will show, and hands it on once the pane is there.

    Signals:
        figure_chosen: the user chose a figure in the pane (FigureChosen).
        loading: the pane is about to be made; who wants to hear from it listens by then.
    """

    figure_chosen = Signal(object)
    loading = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane: Any = None
        self._kept: dict[str, Callable[[Any], None]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def load_after_paint_of(self, widget: QWidget) -> None:
        """Load the pane once `widget` has been painted, unless it is there already."""
        if self._pane is None:
            AfterPaint(widget, self.load)

    def load(self) -> None:
        """Make the pane now."""
        if self._pane is not None:
            return
        self.loading.emit()
        pane = self._make()
        self._pane = pane
        self._layout.addWidget(pane)
        order_tabs(self, pane)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(pane)
        self._join(pane)
        # In the order first told: the bulletin before its chapter, the chapter before its figure.
        for show in self._kept.values():
            show(pane)
        self._kept.clear()

    def _join(self, pane: Any) -> None:
        """Join the signals of the pane."""
        pane.figure_chosen.connect(self.figure_chosen)

    def _make(self) -> Any:
        """Return the pane, a child of this widget with a signal `figure_chosen`."""
        raise NotImplementedError

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._tell("theme", lambda pane: pane.apply_theme(theme))

    def select_figure(self, figure_id: int | None) -> None:
        """Mark a figure; None marks none."""
        self._tell("selected", lambda pane: pane.select_figure(figure_id))

    def _tell(self, what: str, show: Callable[[Any], None]) -> None:
        if self._pane is not None:
            show(self._pane)
        else:
            self._kept[what] = show


class LateTable(LatePane):
    """The place of the figure table.

    Signals:
        rows_shown: the table shows other figures (FiguresShown).
        figures_selected: the user selected other rows (FiguresSelected).
        choices_changed: the user chose other columns or units (TableChoices).
        page_shown: the tab of the page was chosen or left (PageShown).
        compared_chosen: the user chose a row of the page (ComparedChosen).
        sounds_wanted: names are about to be sifted by pinyin; who answers calls `take_sounds`.
    """

    sounds_wanted = Signal()
    compared_chosen = Signal(object)
    figures_selected = Signal(object)
    rows_shown = Signal(object)
    choices_changed = Signal(object)
    page_shown = Signal(object)

    _whole = False

    def _make(self) -> "FigureTablePane":
        from desktop_app.widgets.figure_table import FigureTablePane

        table = FigureTablePane(self)
        table.rows_shown.connect(self.rows_shown)
        table.figures_selected.connect(self.figures_selected)
        table.choices_changed.connect(self.choices_changed)
        table.page_shown.connect(self.page_shown)
        table.sounds_wanted.connect(self.sounds_wanted)
        return table

    def take_sounds(self) -> None:
        """Take it that the names are known by their sound from now on."""
        if self._pane is not None:
            self._pane.take_sounds()

    def choose(self, choices: "TableChoices") -> None:
        """Show these columns and units."""
        self._tell("choices", lambda table: table.choose(choices))

    def add_page(self, title: str, page: QWidget) -> None:
        """Show `page` under a tab of its own."""
        self._tell("page", lambda table: table.add_page(title, page))

    def show_page(self) -> None:
        """Show that page."""
        self._tell("page shown", lambda table: table.show_page())

    def is_page_shown(self) -> bool:
        """Whether that page is shown and not a table."""
        return bool(self._pane is not None and self._pane.is_page_shown())

    def set_bulletin(self, bulletin: Bulletin, script: Script) -> None:
        """Show the figures of `bulletin`."""
        self._tell("bulletin", lambda table: table.set_bulletin(bulletin, script))

    def set_script(self, script: Script) -> None:
        """Write the words of the bulletin in `script`."""
        self._tell("script", lambda table: table.set_script(script))

    def show_chapter(self, section_id: int | None) -> None:
        """Show the figures of the chapter that holds a section."""
        self._tell("chapter", lambda table: table.show_chapter(section_id))

    def show_whole(self, *, on: bool) -> None:
        """Show the figures of the whole bulletin, or else those of a chapter."""
        self._whole = on
        self._tell("whole", lambda table: table.show_whole(on=on))

    def shows_whole(self) -> bool:
        """Whether the figures of the whole bulletin are shown."""
        return bool(self._pane.shows_whole()) if self._pane is not None else self._whole

    def sifting(self) -> "TableSifting | None":
        """Return what the rows are sifted and sorted by; None before there are any."""
        sifting: TableSifting | None = self._pane.sifting() if self._pane is not None else None
        return sifting

    def sift(self, by: "TableSifting") -> None:
        """Sift and sort the rows."""
        self._tell("sifting", lambda table: table.sift(by))

    def select_figures(self, figure_ids: tuple[int, ...]) -> None:
        """Select the rows of several figures, as if the user did."""
        self._tell("selected", lambda table: table.select_figures(figure_ids))

    def selected_figures(self) -> tuple[Figure, ...]:
        """Return the figures whose rows are selected."""
        figures: tuple[Figure, ...] = (
            self._pane.selected_figures() if self._pane is not None else ()
        )
        return figures

    def shown_figures(self) -> tuple[Figure, ...]:
        """Return the figures in the rows shown."""
        figures: tuple[Figure, ...] = self._pane.shown_figures() if self._pane is not None else ()
        return figures


class LateChart(LatePane):
    """The place of the chart.

    Signals:
        kind_chosen: the user chose a kind of chart (ChartKindChosen).
        picture_wanted: the user wants the chart as a picture (ChartPicture).
        compared_chosen: the user chose a bar of a comparison (ComparedChosen).
    """

    compared_chosen = Signal(object)

    kind_chosen = Signal(object)
    picture_wanted = Signal(object)

    def _make(self) -> "ChartPane":
        from desktop_app.widgets.chart import ChartPane

        chart = ChartPane(self)
        chart.kind_chosen.connect(self.kind_chosen)
        chart.picture_wanted.connect(self.picture_wanted)
        chart.compared_chosen.connect(self.compared_chosen)
        return chart

    def show_figures(self, data: "ChartData") -> None:
        """Show a chart of these rows."""
        self._tell("figures", lambda chart: chart.show_figures(data))

    def show_comparison(self, data: "ChartData | None") -> None:
        """Show a chart of a comparison in place of the rows'; None goes back to these."""
        self._tell("comparison", lambda chart: chart.show_comparison(data))

    def mark_figures(self, figure_ids: tuple[int, ...]) -> None:
        """Outline the bars of all these figures."""
        self._tell("marked", lambda chart: chart.mark_figures(figure_ids))

    def mark_compared(self, numbers: tuple[int, ...]) -> None:
        """Outline the bars of these rows of the comparison."""
        self._tell("compared", lambda chart: chart.mark_compared(numbers))

    def compared_view(self) -> "ComparedView | None":
        """Return how a comparison is looked at; None where none could be."""
        view: ComparedView | None = self._pane.compared_view() if self._pane is not None else None
        return view

    def view_compared(self, view: "ComparedView") -> None:
        """Look at comparisons in this way."""
        self._tell("view", lambda chart: chart.view_compared(view))

    def set_kind(self, name: str) -> None:
        """Show this kind of chart, where it has something to show."""
        self._tell("kind", lambda chart: chart.set_kind(name))

    def lock_saving(self, why: str) -> None:
        """Offer no chart as a file; `why` is told instead."""
        self._tell("saving", lambda chart: chart.lock_saving(why))

    def picture(self) -> "Picture | None":
        """Return the chart as a picture; None where there is none."""
        picture: Picture | None = self._pane.picture() if self._pane is not None else None
        return picture

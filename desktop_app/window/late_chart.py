"""A place for the chart, whose drawing library is loaded only after the first paint."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Figure
from desktop_app.services.appearance import Theme

if TYPE_CHECKING:
    from desktop_app.widgets.chart import ChartPane


class LateChart(QWidget):
    """Takes what the chart will show, and hands it on once the chart is there.

    Signals:
        figure_chosen: the user chose a bar (FigureChosen).
    """

    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart: ChartPane | None = None
        self._kept: dict[str, Callable[[ChartPane], None]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def load_after_paint_of(self, widget: QWidget) -> None:
        """Load the chart once `widget` has been painted, unless it is there already."""
        if self._chart is None:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._chart is None:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.load)
        return super().eventFilter(watched, event)

    def load(self) -> None:
        """Make the chart now."""
        if self._chart is not None:
            return
        # Drawing library and numpy take longer than the rest of the window together.
        from desktop_app.widgets.chart import ChartPane

        chart = ChartPane(self)
        self._chart = chart
        self._layout.addWidget(chart)
        self.setFocusProxy(chart)
        chart.figure_chosen.connect(self.figure_chosen)
        for show in self._kept.values():
            show(chart)
        self._kept.clear()

    def show_figures(self, figures: Sequence[Figure], heading: str, source_line: str) -> None:
        """Show the growth of `figures` under `heading`."""
        self._tell("figures", lambda chart: chart.show_figures(figures, heading, source_line))

    def select_figure(self, figure_id: int | None) -> None:
        """Mark the bar of a figure."""
        self._tell("selected", lambda chart: chart.select_figure(figure_id))

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._tell("theme", lambda chart: chart.apply_theme(theme))

    def _tell(self, what: str, show: "Callable[[ChartPane], None]") -> None:
        if self._chart is not None:
            show(self._chart)
        else:
            self._kept[what] = show

"""The chart of the table's rows: one pane in several files, the only ones that use pyqtgraph."""

from desktop_app.widgets.chart.pane import ChartPane

__all__ = ["ChartPane"]

"""本章指标 and 全文指标: one pane in several files, since no pane imports another."""

from desktop_app.widgets.figure_table.pane import FigureTablePane

__all__ = ["FigureTablePane"]

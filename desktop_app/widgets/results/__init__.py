"""检索: one pane in several files, since no pane imports another."""

from desktop_app.widgets.results.pane import ResultsPane

__all__ = ["ResultsPane"]

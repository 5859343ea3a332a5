"""The reader: one pane in several files, since no pane imports another."""

from desktop_app.widgets.reader.pane import ReaderPane

__all__ = ["ReaderPane"]

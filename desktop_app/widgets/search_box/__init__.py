"""The one search box: a widget in several files, since no pane imports another."""

from desktop_app.widgets.search_box.box import SearchBox

__all__ = ["SearchBox"]

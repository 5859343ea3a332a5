"""书签: what the user marked and noted, in all bulletins."""

from desktop_app.widgets.bookmarks.pane import BookmarksPane

__all__ = ["BookmarksPane"]

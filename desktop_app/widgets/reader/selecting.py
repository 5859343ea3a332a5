"""What of a text is selected, and how it leaves the program."""

from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.view import ReaderView


class Selecting:
    """The selected text of a view."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self._text: ReaderDocument | None = None
        view.plain_selection = self._plain
        view.all_wanted.connect(self.all)

    def set_text(self, text: ReaderDocument | None) -> None:
        """Select in `text` from now on."""
        self._text = text

    def text(self) -> str:
        """Return the selected text of the bulletin as shown; empty where none is selected.

        What the screen adds is not in it: neither joiners nor the line under the title.
        """
        cursor = self._view.textCursor()
        if self._text is None or not cursor.hasSelection():
            return ""
        return self._text.selected_text(cursor)

    def span(self) -> tuple[int, int] | None:
        """Return the selected stretch of the reading text."""
        cursor = self._view.textCursor()
        if self._text is None or not cursor.hasSelection():
            return None
        start = self._text.to_reading(cursor.selectionStart())
        return start, self._text.to_reading(cursor.selectionEnd())

    def all(self) -> None:
        """Select the whole text."""
        if self._text is not None:
            self._text.finish()
        self._view.selectAll()

    def _plain(self) -> str:
        # Imported for the first copy.
        from desktop_app.services import citing

        return citing.plain(self.text())

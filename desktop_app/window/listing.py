"""A list to choose one of, which opens where it was asked for: bulletins, chapters."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class Entry(Struct, frozen=True):
    """What can be chosen, and what that does; the current one is where the user is."""

    text: str
    choose: Callable[[], object]
    is_current: bool = False


class Listing(QMenu):
    """The list: arrow keys and Enter choose, Esc takes it away; it goes when it is closed."""

    def __init__(
        self, name: str, entries: Sequence[Entry], parent: QWidget, above: Sequence[QAction] = ()
    ) -> None:
        """List `entries` below the actions `above`; a screen reader says `name`."""
        super().__init__(parent)
        self.setObjectName("listing")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addActions(list(above))
        if above:
            self.addSeparator()
        self._current: QAction | None = None
        for entry in entries:
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        action = self.addAction(entry.text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(entry.is_current)
        action.triggered.connect(lambda _on: entry.choose())
        if entry.is_current:
            self._current = action

    def show_at(self, place: QPoint) -> None:
        """Open it below a place of the screen, the keyboard on the current entry."""
        self.popup(place)
        if self._current is not None:
            self.setActiveAction(self._current)

"""Places for the panes on the left that are made when their tab is chosen first."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from desktop_app.domain.bookmark import Shelf
from desktop_app.domain.bulletin import Script
from desktop_app.window.late_panes import LatePane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.services.findings import AuditRow
    from desktop_app.widgets.bookmarks import BookmarksPane
    from desktop_app.widgets.findings import FindingsPane


class _LeftPane(LatePane):
    """A place whose pane is made when it is shown first.

    Signals:
        made: the pane is there.
    """

    made = Signal()

    def load(self) -> None:
        """Make the pane now."""
        if self._pane is None:
            super().load()
            self.made.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self.load()
        super().showEvent(event)

    def is_made(self) -> bool:
        """Whether the pane is there."""
        return self._pane is not None


class LateFindings(_LeftPane):
    """The place of 数据审核.

    Signals:
        finding_chosen: the user chose a finding (FindingChosen).
        escaped: the user pressed Esc.
    """

    finding_chosen = Signal(object)
    escaped = Signal()

    def _make(self) -> "FindingsPane":
        from desktop_app.widgets.findings import FindingsPane

        return FindingsPane(self)

    def _join(self, pane: Any) -> None:
        pane.finding_chosen.connect(self.finding_chosen)
        pane.escaped.connect(self.escaped)

    def set_findings(self, rows: "Sequence[AuditRow]", script: Script) -> None:
        """Show these findings."""
        self._tell("findings", lambda pane: pane.set_findings(rows, script))


class LateBookmarks(_LeftPane):
    """The place of 书签; its signals are those of the pane."""

    bookmark_chosen = Signal(object)
    noted = Signal(object)
    dropped = Signal(object)
    undone = Signal()
    saving_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    escaped = Signal()

    def _make(self) -> "BookmarksPane":
        from desktop_app.widgets.bookmarks import BookmarksPane

        return BookmarksPane(self)

    def _join(self, pane: Any) -> None:
        for name in (
            "bookmark_chosen",
            "noted",
            "dropped",
            "undone",
            "saving_wanted",
            "export_wanted",
            "import_wanted",
            "escaped",
        ):
            getattr(pane, name).connect(getattr(self, name))

    def set_shelf(self, shelf: Shelf) -> None:
        """Show these bookmarks."""
        self._tell("shelf", lambda pane: pane.set_shelf(shelf))

    def offer_undo(self, count: int) -> None:
        """Offer to take back that bookmarks were deleted."""
        self._tell("undo", lambda pane: pane.offer_undo(count))

    def mark_current(self, bookmark_id: str) -> None:
        """Make a bookmark the current one."""
        self._tell("current", lambda pane: pane.mark_current(bookmark_id))

    def write_note(self, bookmark_id: str) -> None:
        """Let the user write the note of a bookmark."""
        self._tell("note", lambda pane: pane.write_note(bookmark_id))

    def commit(self) -> None:
        """Take a note that is being written as written."""
        if self._pane is not None:
            self._pane.commit()

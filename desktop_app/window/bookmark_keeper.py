"""All bookmarks in memory, and their way to the user's own file."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.errors import DataError
from desktop_app.domain.messages import Message
from desktop_app.tasks.runner import Failed, Runner

if TYPE_CHECKING:
    from desktop_app.services.bookmarks import Kept


class BookmarkKeeper(QObject):
    """Holds all bookmarks; a change is made at once and saved behind it.

    What the user's own file did not take stays here, and goes with the next change. `saving` says
    whether there is a file that takes anything.

    Signals:
        changed: there are other bookmarks than before.
        saved: other changes are unsaved than before, or none.
    """

    changed = Signal()
    saved = Signal()

    def __init__(
        self, lane: Runner[Any], tell: Callable[[Message], None], failed: Failed, parent: QObject
    ) -> None:
        """`lane` works with the user's own file; `tell` says how it was opened."""
        super().__init__(parent)
        self._lane, self._tell, self._failed = lane, tell, failed
        self._marks: dict[str, Bookmark] = {}
        self._unsaved: dict[str, Bookmark] = {}
        self._undropped: set[str] = set()
        self._removed: list[tuple[Bookmark, ...]] = []
        self.saving = True

    def marks(self) -> tuple[Bookmark, ...]:
        """Return all bookmarks."""
        return tuple(self._marks.values())

    def mark(self, bookmark_id: str) -> Bookmark | None:
        """Return the bookmark with an id."""
        return self._marks.get(bookmark_id)

    def unsaved(self) -> int:
        """Return how many changes the file has not taken yet."""
        return len(self._unsaved) + len(self._undropped)

    def removed(self) -> int:
        """Return how many bookmarks `undo` brings back."""
        return len(self._removed[-1]) if self._removed else 0

    def at_place_of(self, new: Bookmark) -> Bookmark | None:
        """Return the bookmark that stands where a new one would."""
        return next((mark for mark in self._marks.values() if _is_at(mark, new)), None)

    def once_at_place_of(self, new: Bookmark) -> Bookmark | None:
        """Return what was taken away from the place of a new bookmark, with its note."""
        before = (mark for removed in reversed(self._removed) for mark in removed)
        return next((mark for mark in before if _is_at(mark, new)), None)

    def change(self, marks: Iterable[Bookmark]) -> None:
        """Keep these bookmarks, in the place of those with their ids."""
        for mark in marks:
            self._marks[mark.id] = self._unsaved[mark.id] = mark
            self._undropped.discard(mark.id)
        left = (tuple(m for m in gone if m.id not in self._marks) for gone in self._removed)
        self._removed = [gone for gone in left if gone]
        self.changed.emit()
        self.sync()

    def drop(self, bookmark_ids: Iterable[str]) -> None:
        """Delete bookmarks; `undo` brings them back together."""
        gone = [self._marks.pop(one) for one in bookmark_ids if one in self._marks]
        if not gone:
            return
        self._removed.append(tuple(gone))
        for mark in gone:
            self._unsaved.pop(mark.id, None)
            self._undropped.add(mark.id)
        self.changed.emit()
        self.sync()

    def undo(self) -> None:
        """Take back what was deleted last."""
        if self._removed:
            self.change(self._removed[-1])

    def sync(self) -> None:
        """Save what is unsaved, and read what the file holds then."""
        from desktop_app.services import bookmarks

        kept, dropped = tuple(self._unsaved.values()), tuple(self._undropped)
        job = partial(bookmarks.sync, kept=kept, deleted=dropped)
        # All that is unsaved goes with every call: one that is overtaken takes nothing with it.
        done = partial(self._on_synced, kept, dropped)
        self._lane.run("bookmarks", job, done, self._on_failed)

    def _on_synced(
        self, written: Sequence[Bookmark], dropped: Sequence[str], kept: "Kept"
    ) -> None:
        for mark in written:
            if self._unsaved.get(mark.id) == mark:
                del self._unsaved[mark.id]
        self._undropped.difference_update(dropped)
        held = {mark.id: mark for mark in kept.bookmarks if mark.id not in self._undropped}
        marks = held | self._unsaved
        self.saving = kept.saving
        changed, self._marks = marks != self._marks, marks
        if kept.notice is not None:
            self._tell(kept.notice)
        (self.changed if changed else self.saved).emit()

    def _on_failed(self, error: DataError) -> None:
        self._failed(error)
        self.saved.emit()


def _is_at(mark: Bookmark, new: Bookmark) -> bool:
    place = (mark.document_key, mark.source_start, mark.source_end)
    return place == (new.document_key, new.source_start, new.source_end)

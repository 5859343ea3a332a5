"""An eye on work in another thread: how far it is, and the user's wish to stop it."""

import threading

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from desktop_app.domain.progress import Cancelled

_PARTS = 100


class Told(Struct, frozen=True):
    """So much is done of so much."""

    done: int
    total: int


class Watch(QObject):
    """Is called by the work with its progress, and raises Cancelled there once it is cancelled.

    Signals:
        told: the work is further than before (Told); delivered on the watch's own thread.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._part = -1

    def cancel(self) -> None:
        """Stop the work at its next step."""
        self._cancelled.set()

    def __call__(self, done: int, total: int) -> None:
        """Take note of the progress.

        Raises:
            Cancelled: nobody wants the work any more.
        """
        if self._cancelled.is_set():
            raise Cancelled
        part = _PARTS * done // max(total, 1)
        if part != self._part:
            self._part = part
            self.told.emit(Told(done, total))

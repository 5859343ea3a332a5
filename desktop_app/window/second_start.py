"""Second starts of the program, told to the window's thread."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.system.single import Listener, Place


class SecondStarts(QObject):
    """Listens where the programs of one user meet.

    Signals:
        came: the program was started once more (Visit, to be answered); arrives on the GUI thread.
    """

    came = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._listener: Listener | None = None

    def listen(self) -> None:
        """Listen from now on, if this program is the first one."""
        if self._place.claim():
            # The signal is emitted on the listener's thread: Qt queues it for this one.
            self._listener = Listener(self._place, self.came.emit)

    def stop(self) -> None:
        """Listen no longer."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None


def raise_window(window: QWidget) -> None:
    """Show the window in front of others, with the keyboard, also where it is minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()

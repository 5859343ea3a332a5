"""The window made anew when the user chooses another language; words are said at its making."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from desktop_app.domain.errors import DataError
from desktop_app.services.settings import Settings
from desktop_app.window.feature import LeftOff
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from desktop_app.window.speaking import Speaking


class WindowKeeper(QObject):
    """Keeps the window there is, and puts another one in its place.

    One window is put together in one place, so that no part has to know how to change its words;
    what the user was at goes on in the new one.
    """

    def __init__(
        self,
        make: Callable[[Settings], MainWindow],
        lanes: Lanes,
        memory: QtSettings,
        speaking: Speaking,
    ) -> None:
        super().__init__()
        self._make, self._lanes, self._memory, self._speaking = make, lanes, memory, speaking
        settings = memory.load()
        speaking.speak(settings.language)
        self.window = self._made(settings)

    def show_crash(self, report: str) -> None:
        """Say in the window that the program has a bug."""
        self.window.show_crash(report)

    def _made(self, settings: Settings) -> MainWindow:
        window = self._make(settings)
        # Queued: who asks for another window is a part of the one that goes.
        window.reopening_wanted.connect(self._reopen, Qt.ConnectionType.QueuedConnection)
        return window

    def _reopen(self, left: LeftOff) -> None:
        old, settings = self.window, self._memory.load()
        self._memory.save_window(old, old.panes.splitters)
        self._speaking.speak(settings.language)
        self.window = self._made(settings)
        # Shown before the old one goes: without a window the program would end.
        self.window.show()
        self.window.resume(left)
        old.close()
        _LastAnswers(old, self._lanes)


class _LastAnswers(QObject):
    """Lets a window go once no lane has an answer for it any more."""

    def __init__(self, window: MainWindow, lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        searching = lanes.searching
        all_lanes = (lanes.library, searching.search, searching.counting, lanes.user)
        self._awaited = len(all_lanes)
        for lane in all_lanes:
            # A lane answers in turn, so that this is the last of what the window asked for.
            lane.run("leaving", lambda _resource: None, self._on_answer, self._on_answer)

    def _on_answer(self, _answer: DataError | None) -> None:
        self._awaited -= 1
        if not self._awaited:
            self._window.deleteLater()

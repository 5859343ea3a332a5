"""The only place that builds and joins objects: application, lanes of work, window."""

import gc
import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import APP_ID
from desktop_app.printing.fonts import ensure_chinese_font
from desktop_app.services import places, policy, reading
from desktop_app.services.library import open_library
from desktop_app.services.opening import FileReader
from desktop_app.services.settings import Settings
from desktop_app.system import language, logs, paths, resources
from desktop_app.system.fatal import FatalReport
from desktop_app.system.single import Place
from desktop_app.tasks.runner import ThreadRunner
from desktop_app.window import theme
from desktop_app.window.after_paint import AfterPaint
from desktop_app.window.crash import CrashReporter, tell_of_breakdown
from desktop_app.window.lanes import Lanes, SearchLanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from desktop_app.window.reopening import hand_over
from desktop_app.window.second_start import SecondStarts, raise_window
from desktop_app.window.speaking import Speaking

if TYPE_CHECKING:
    from desktop_app.domain.errors import DataError
    from desktop_app.domain.events import FileWanted
    from desktop_app.store.library import Library
    from desktop_app.store.searcher import Searcher
    from desktop_app.store.userdata import UserData
    from desktop_app.system.single import Visit

_NAME = "gongbao"
_PATIENCE_MS = 250


def run(library: Path | None, file: Path | None, place: Place) -> int:
    """Open the window on `library` (None: the program's own), or on `file` alone.

    At `place` later starts of the program are waited for, where this is the first one.
    Returns the exit code of the program.
    """
    logs.start(paths.log_folder())
    fatal = FatalReport(paths.log_folder())
    # One file for one program: a second one that the user wants apart has none.
    left = fatal.begin() if place.claim() else ""
    through_ibus = theme.choose_input_method()
    app = _application()
    reporter = CrashReporter()
    reporter.install()
    decided = policy.current()
    memory = QtSettings(paths.settings_file(), decided)
    desk = _Desk(library, memory, reporter, Speaking(app))
    _log_ignored(decided)
    window = desk.open(file)
    starts = SecondStarts(place)
    starts.came.connect(desk.welcome)
    AfterPaint(window.panes.reader, starts.listen)
    if through_ibus:
        AfterPaint(window.panes.reader, partial(_type_through_fcitx4, app))
    if left:
        AfterPaint(window.panes.reader, partial(tell_of_breakdown, window.panes.notice, left))
    code = app.exec()
    starts.stop()
    desk.clear()
    reporter.uninstall()
    fatal.end()
    place.release()
    logs.stop()
    return code


def _type_through_fcitx4(app: QApplication) -> None:
    from desktop_app.window import fcitx4  # needed on few desktops

    fcitx4.connect(app)


def _log_ignored(decided: policy.Policy) -> None:
    """Log what administrators wrote that does not hold, a sentence each."""
    for message in decided.ignored:
        sentence = resources.sentence(message, language.preferred())
        logging.getLogger("policy").warning("%s", sentence)


class _Desk(QObject):
    """The windows that are open: one of the library, and one for each file that is looked at."""

    def __init__(
        self,
        library: Path | None,
        memory: QtSettings,
        reporter: CrashReporter,
        speaking: Speaking,
    ) -> None:
        super().__init__()
        self._library, self._memory, self._reporter = library, memory, reporter
        self._speaking = speaking
        self._open: dict[MainWindow, tuple[Lanes, Callable[[], None]]] = {}
        speaking.speak(memory.load().language)

    def welcome(self, visit: "Visit") -> None:
        """Do for a second start what it was made for."""
        window = None if visit.file is not None else self._of_library()
        if window is None:
            self.open(visit.file)
        else:
            raise_window(window)
        visit.answered.set()

    def _of_library(self) -> MainWindow | None:
        """Return the window of the library, if it is open."""
        return next((window for window in self._open if not window.shows_file()), None)

    def open(self, file: Path | None) -> MainWindow:
        """Open a window on `file`, or on the library where it is None."""
        lanes, stop = _lanes(self._library, file)
        if file is None:
            # Opened and read while the window is made: a library keeps what was asked for last.
            job = partial(reading.open_bulletin, key=self._memory.last_bulletin())
            lanes.library.run("first", job, _ignore, _ignore)
            lanes.user.run("first", _ignore, _ignore, _ignore)
        window = self.make(lanes, stop)
        if file is None:
            window.open_last()
        else:
            window.open_file(file)
        _show_when_settled(window)
        return window

    def make(self, lanes: Lanes, stop: Callable[[], None]) -> MainWindow:
        """Put a window on the desk that works with `lanes`; `stop` is called when it closes."""
        window = MainWindow(lanes, self._memory, self._memory.load())
        self._open[window] = (lanes, stop)
        self._reporter.crashed.connect(window.show_crash)
        window.file_wanted.connect(self._on_file_wanted)
        # Queued: the window that is let go is the one that says so.
        window.file_refused.connect(
            partial(self._on_file_refused, window), Qt.ConnectionType.QueuedConnection
        )
        window.closed.connect(partial(self._on_closed, window))
        window.settings_kept.connect(partial(self._on_settings_kept, window))
        # Queued: who asks for another window is a part of the one that goes.
        window.reopening_wanted.connect(
            self._on_reopening_wanted, Qt.ConnectionType.QueuedConnection
        )
        return window

    def windows(self) -> tuple[MainWindow, ...]:
        """Return the windows that are open."""
        return tuple(self._open)

    def clear(self) -> None:
        """End what the windows that are open still do."""
        for _lanes_of_window, stop in self._open.values():
            stop()
        self._open.clear()

    def _on_file_wanted(self, wanted: "FileWanted") -> None:
        self.open(wanted.path)

    def _on_file_refused(self, empty: MainWindow, error: "DataError") -> None:
        """Say in a window that shows something why a file has none of its own."""
        others = [window for window in self._open if window is not empty]
        window = self._of_library() or (others[-1] if others else self.open(None))
        # Shown before the empty one goes: without a window the program would end.
        raise_window(window)
        window.show_error(error)
        empty.close()

    def _on_settings_kept(self, where: MainWindow, settings: Settings) -> None:
        for window in self.windows():
            if window is not where:
                window.adopt(settings)

    def _on_reopening_wanted(self) -> None:
        """Put every window in the language that was chosen, unless it is spoken already."""
        chosen = self._memory.load().language
        if self._speaking.is_spoken(chosen):
            return
        self._speaking.speak(chosen)
        for old, (lanes, stop) in tuple(self._open.items()):
            # Taken off the desk first: its lanes go on.
            del self._open[old]
            self._memory.save_window(old, old.panes.splitters)
            hand_over(old, self.make(lanes, stop), lanes)

    def _on_closed(self, window: MainWindow) -> None:
        if window in self._open:
            _lanes_of_window, stop = self._open.pop(window)
            stop()
            window.deleteLater()


def _ignore(_answer: object) -> None:
    """Take an answer for which the window asks once more."""


def _show_when_settled(window: MainWindow) -> None:
    """Show the window with its bulletin, painted once; empty where that takes long."""
    patience = QTimer(window, singleShot=True, interval=_PATIENCE_MS)

    def show() -> None:
        patience.stop()
        if not window.isVisible():
            window.show()
            QTimer.singleShot(0, _collect_garbage)

    patience.timeout.connect(show)
    window.settled.connect(show)
    patience.start()


def _collect_garbage() -> None:
    """Look for garbage from now on, but not among what the start made (`cli` had stopped it)."""
    gc.freeze()
    gc.enable()


def _application() -> QApplication:
    """Make the application; its words and faces are the language's."""
    # Not by `setStyle`: what it returns lets PySide make QStyle with all its enumerations, which
    # takes as long as to paint the whole text.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    ensure_chinese_font()
    app.setApplicationName(_NAME)
    app.setApplicationDisplayName("")
    # By it a desktop finds the entry of its menu that a window belongs to.
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(QIcon(str(paths.resources() / "icon" / "gongbao.png")))
    return app


def _lanes(library: Path | None, file: Path | None) -> tuple[Lanes, Callable[[], None]]:
    """Make the lanes of a window, and what stops them.

    A file that is only looked at leaves no trace in the user's own database.
    """
    opened: Callable[[], Library] = partial(open_library, library)
    user: Callable[[], UserData] = places.open_user_data
    reader = FileReader(file) if file is not None else None
    if reader is not None:
        opened, user = reader.open, places.forgetful_user_data
    library_file = _LibraryFile(opened)
    lanes = Lanes(
        library=ThreadRunner("library", library_file.open, lambda library: library.close()),
        searching=SearchLanes(
            search=_searching_lane("search", library_file),
            counting=_searching_lane("counting", library_file),
        ),
        user=ThreadRunner("user", user, lambda user: user.close()),
    )

    def stop() -> None:
        if reader is not None:
            reader.cancel()
        searching = lanes.searching
        for lane in (
            searching.counting,
            searching.search,
            lanes.library,
            lanes.user,
            lanes.export,
        ):
            lane.stop()

    return lanes, stop


def _searching_lane(name: str, library_file: "_LibraryFile") -> ThreadRunner:
    return ThreadRunner(
        name,
        library_file.open_again,
        lambda searcher: searcher.close(),
        lambda searcher: searcher.interrupt(),
    )


class _LibraryFile:
    """The library's file, which one lane finds or makes and another one opens once more."""

    def __init__(self, opened: Callable[[], "Library"]) -> None:
        self._open = opened
        self._path: Path | None = None

    def open(self) -> "Library":
        library = self._open()
        self._path = library.path
        return library

    def open_again(self) -> "Searcher":
        """Open what is open already: nobody searches before a bulletin of it is shown."""
        # What searches takes long to import, and the text is shown first.
        from desktop_app.services import finding

        assert self._path is not None
        return finding.open_searcher(self._path)

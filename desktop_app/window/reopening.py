"""A window made anew in another language; what the user was at goes on in it.

Words are said when a window is made. One window in the place of another lets no part of it know
how to change its words, and none can forget to.
"""

from PySide6.QtCore import QObject

from desktop_app.domain.errors import DataError
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow


def hand_over(old: MainWindow, new: MainWindow, lanes: Lanes) -> None:
    """Show `new`, made with the settings and the size of `old`, and let `old` go."""
    # Shown before the old one goes: without a window the program would end.
    new.show()
    new.resume(old.left_off())
    old.close()
    _LastAnswers(old, lanes)


class _LastAnswers(QObject):
    """Lets a window go once no lane has an answer for it any more."""

    def __init__(self, window: MainWindow, lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        searching = lanes.searching
        answering = (searching.search, searching.counting, lanes.user, lanes.export)
        all_lanes = (lanes.library, *answering)
        self._awaited = len(all_lanes)
        for lane in all_lanes:
            # A lane answers in turn, so that this is the last of what the window asked for. The
            # name is this window's: another one may leave the same lanes.
            lane.run(
                f"leaving {id(window)}", lambda _resource: None, self._on_answer, self._on_answer
            )

    def _on_answer(self, _answer: DataError | None) -> None:
        self._awaited -= 1
        if not self._awaited:
            self._window.deleteLater()

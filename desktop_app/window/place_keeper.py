"""Keeps where each bulletin was left, a moment after the reader has come to rest."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.reading_events import PlaceReached
from desktop_app.services import places
from desktop_app.window.feature import Feature, Workbench

_REST_MS = 1500


class PlaceKeeper(Feature):
    """Saves places to the user's own database."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.save)
        bench.panes.reader.place_changed.connect(self._on_place_changed)

    def save_if_due(self) -> None:
        """Save the place before another bulletin is shown: later it would be that one's."""
        if self._rest.isActive():
            self.save()

    def save(self) -> None:
        """Save the place now."""
        self._rest.stop()
        if self.opened is not None:
            bulletin = self.opened.bulletin
            job = partial(
                places.remember,
                bulletin=bulletin,
                read_offset=self.bench.panes.reader.place().read_offset,
                script=self.bench.settings().script,
            )
            # Each has a name of its own: the place in another bulletin is saved all the same.
            name = f"save_place {bulletin.key}"
            self.bench.lanes.user.run(name, job, _ignore, self.bench.show_error)

    def _on_place_changed(self, _place: PlaceReached) -> None:
        self._rest.start()


def _ignore(_answer: object) -> None:
    """Take the answer of a job that is done for its effect."""

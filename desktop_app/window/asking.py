"""One query on its way: the first hits at once, then the rest of the list, then the counts."""

import logging
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.errors import DataError
from desktop_app.domain.finding import Listing
from desktop_app.services import finding
from desktop_app.services.finding import Wanted
from desktop_app.window.lanes import SearchLanes

_log = logging.getLogger("search")
_PATIENCE_MS = 250
_JOBS = ("search", "list")


class Asking(QObject):
    """Asks the lanes and keeps what they answered; the newest query wins.

    What has to be counted may take long in a large library: it has a lane of its own.

    Signals:
        first_found: the first hits of another query are there (Listing); the rest is asked for
            once whoever is connected has shown them.
        listed: the same query has another list: longer, in another script or order (Listing).
        counted: the list has its counts (Listing).
        takes_long: an answer lets the user wait.
        failed: there is no answer (DataError).
        broken_off: what was listed is right, but no more is known of it (DataError).
    """

    first_found = Signal(object)
    listed = Signal(object)
    counted = Signal(object)
    takes_long = Signal()
    failed = Signal(object)
    broken_off = Signal(object)

    def __init__(self, lanes: SearchLanes, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._counting = lanes.search, lanes.counting
        self.wanted: Wanted | None = None
        self.listing: Listing | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.takes_long)

    def is_answered(self) -> bool:
        """Whether the hits that are there are those of the query that is asked."""
        wanted, listing = self.wanted, self.listing
        return (
            wanted is not None
            and listing is not None
            and listing.result.query.typed == wanted.text
        )

    def resume(self, wanted: Wanted, listing: Listing | None) -> None:
        """Ask what another window asked, with what it was answered as long as nothing else is."""
        self.listing = listing
        self.ask(wanted)

    def ask(self, wanted: Wanted) -> None:
        """Ask for hits; what was asked before is dropped."""
        self._stop()
        self.wanted = wanted
        self._patience.start()
        _log.debug("asked: %s", wanted.text)
        if self.is_answered():
            # In another script or order: nothing is shorter for a moment than it was.
            job, done = partial(finding.listed, wanted=wanted), self._on_listed
        else:
            job, done = partial(finding.first, wanted=wanted), self._on_first
        self._lane.run("search", job, done, self._on_failed)

    def ask_more(self) -> None:
        """Make the list longer, unless that is under way, or something else is asked by now."""
        wanted, listing = self.wanted, self.listing
        if wanted is None or listing is None or not self.is_answered():
            return
        if len(listing.result.hits) >= wanted.limit:
            self.wanted = replace(wanted, limit=wanted.limit + finding.LISTED)
            self._list(self.wanted)

    def forget_answer(self) -> None:
        """Drop what was found and what is under way."""
        self._stop()
        self.listing = None

    def _stop(self) -> None:
        self._patience.stop()
        self._counting.forget("count")
        for job in _JOBS:
            self._lane.forget(job)

    def _on_first(self, listing: Listing) -> None:
        self._take(listing)
        self.first_found.emit(listing)
        # Who shows the hits may have ended the search, or asked something else.
        wanted = self.wanted
        if self.listing is not listing or wanted is None:
            return
        if len(listing.result.hits) < min(wanted.first, wanted.limit):
            self._count(listing)
        else:
            self._list(wanted)

    def _list(self, wanted: Wanted) -> None:
        job = partial(finding.listed, wanted=wanted)
        self._lane.run("list", job, self._on_listed, self._on_list_failed)

    def _on_listed(self, listing: Listing) -> None:
        self._take(listing)
        self.listed.emit(listing)
        self._count(listing)

    def _count(self, listing: Listing) -> None:
        home = self.wanted.home if self.wanted is not None else None
        job = partial(finding.counted, listing=listing, home=home)
        self._counting.run("count", job, self._on_counted, self._on_broken_off)

    def _on_counted(self, listing: Listing) -> None:
        self._patience.stop()
        self._take(listing)
        self.counted.emit(listing)

    def _take(self, listing: Listing) -> None:
        _log.debug("found: %s: %d", listing.result.query.typed, len(listing.result.hits))
        self.listing = listing

    def _on_failed(self, error: DataError) -> None:
        self.forget_answer()
        self.failed.emit(error)

    def _on_list_failed(self, error: DataError) -> None:
        if self.wanted is not None and self.listing is not None:
            # So many there are: the next wish for more tries again.
            self.wanted = replace(self.wanted, limit=len(self.listing.result.hits))
        self._on_broken_off(error)

    def _on_broken_off(self, error: DataError) -> None:
        if self.listing is None or not self.listing.result.hits:
            # Whether nothing answers is not known without the counts.
            self._on_failed(error)
            return
        self._patience.stop()
        self.broken_off.emit(error)

"""Work off the GUI thread: one call names the work, does it and says who takes the answer.

A lane is one worker thread with a resource of its own, opened on that thread (an SQLite connection
may not leave the thread it was made on). Every call takes a ticket for its name; only the newest
ticket of a name is answered, so an older search never overwrites a newer one.

What is overtaken while it runs can be interrupted. That is done under a lock, and only while that
very ticket runs: an interruption that comes late would hit the job after it.
"""

import threading
import traceback
from collections.abc import Callable

# A pool of concurrent.futures does as much and more, and takes longer to import than the first
# text does to be read.
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.errors import DataError

ResourceT_co = TypeVar("ResourceT_co", covariant=True)
Answer = TypeVar("Answer")
Done = Callable[[Any], None]
Failed = Callable[[DataError], None]


class Runner(Protocol[ResourceT_co]):
    """Runs jobs that need a resource (a library, a folder) on the thread that opened it."""

    def run(
        self,
        name: str,
        job: Callable[[ResourceT_co], Answer],
        done: Callable[[Answer], None],
        failed: Failed,
    ) -> None:
        """Do `job` and hand its answer to `done`, or its DataError to `failed`, on this thread.

        Any other error is a bug and is raised on this thread.
        """

    def forget(self, name: str) -> None:
        """Drop what is under way under `name`: nobody waits for its answer any more."""

    def stop(self) -> None:
        """Wait for the jobs under way, or interrupt them, and close the resource.

        What is asked for from then on is not done.
        """


class _Job(Struct, eq=False):
    """What is asked for under a ticket; from when it is done, its answer or its error."""

    name: str
    ticket: int
    work: Callable[[Any], Any]
    given_up: bool = False
    answer: Any = None
    error: BaseException | None = None


class _Relay(QObject):
    """Carries jobs that are done to the thread it lives on."""

    finished = Signal(object)


class ThreadRunner(QObject):
    """A lane: one thread, one resource, answers delivered by the event loop of the owner."""

    def __init__(
        self,
        name: str,
        opened: Callable[[], Any],
        closed: Callable[[Any], None] | None = None,
        interrupted: Callable[[Any], None] | None = None,
    ) -> None:
        """`interrupted` ends, from another thread, what a job is doing with the resource."""
        super().__init__()
        self._open, self._close, self._interrupt = opened, closed, interrupted
        self._lock = threading.Lock()
        self._running: tuple[str, int] | None = None
        self._resource: Any = None
        self._is_open = self._stopped = False
        self._tickets: dict[str, int] = {}
        self._waiting: dict[str, tuple[_Job, Done, Failed]] = {}
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._relay = _Relay()
        self._relay.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(self, name: str, job: Callable[[Any], Any], done: Done, failed: Failed) -> None:
        if self._stopped:
            # A window that closes at its first sight has things left to be made; they ask in vain.
            return
        self.forget(name)
        asked = _Job(name, self._tickets[name], job)
        self._waiting[name] = (asked, done, failed)
        self._jobs.put(asked)
        if self._thread.ident is None:
            self._thread.start()

    def forget(self, name: str) -> None:
        self._tickets[name] = self._tickets.get(name, 0) + 1
        waiting = self._waiting.pop(name, None)
        if waiting is not None:
            self._give_up(waiting[0])

    def stop(self) -> None:
        if self._interrupt is not None:
            # Nobody waits for an answer: what can be interrupted only keeps the program open.
            for name in tuple(self._waiting):
                self.forget(name)
        self._waiting.clear()
        self._stopped = True
        self._jobs.put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def _serve(self) -> None:
        """Do what is asked for, one job after another, till there is an end of it."""
        while (job := self._jobs.get()) is not None:
            try:
                self._do(job)
            except BaseException as error:  # noqa: BLE001 - told where it was asked
                _let_go(error)
                job.error = error
            self._relay.finished.emit(job)
            # While it waits for the next one, it holds none: an answer can be a whole bulletin,
            # and an error knows the frames it came through, of which this is one.
            del job
        if self._is_open and self._close is not None:
            self._close(self._resource)
        self._is_open = False

    def _do(self, job: _Job) -> None:
        if not job.given_up and not self._is_open:
            self._resource = self._open()
            self._is_open = True
        with self._lock:
            # Nobody interrupts what is given up before it runs.
            if job.given_up:
                return
            self._running = job.name, job.ticket
        try:
            job.answer = job.work(self._resource)
        finally:
            with self._lock:
                self._running = None

    def _give_up(self, job: _Job) -> None:
        with self._lock:
            job.given_up = True
            if self._interrupt is not None and self._running == (job.name, job.ticket):
                self._interrupt(self._resource)

    def _on_finished(self, job: _Job) -> None:
        if self._tickets.get(job.name) != job.ticket:
            return
        waiting = self._waiting.pop(job.name, None)
        if waiting is None:
            return
        _, done, failed = waiting
        if job.error is None:
            done(job.answer)
        elif isinstance(job.error, DataError):
            failed(job.error)
        else:
            raise job.error


def _let_go(error: BaseException | None) -> None:
    """Let go of what the frames of an error hold.

    SQLite takes an interruption back once no statement is under way, and an error that waits for
    its turn to be looked at would keep half-read ones under way: the next job would end with it.
    """
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


class InlineRunner:
    """Does every job at once, for tests: nothing to wait for."""

    def __init__(self, resource: Any = None) -> None:
        self._resource = resource

    def run(self, name: str, job: Callable[[Any], Any], done: Done, failed: Failed) -> None:
        del name
        try:
            answer = job(self._resource)
        except DataError as error:
            failed(error)
        else:
            done(answer)

    def forget(self, name: str) -> None:
        """Nothing is ever under way."""

    def stop(self) -> None:
        """There is no thread to stop."""

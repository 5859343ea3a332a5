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
from concurrent.futures import Future, ThreadPoolExecutor
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


class _Finished(Struct, frozen=True):
    """A future that has its answer, under the ticket it was asked with."""

    name: str
    ticket: int
    future: Future[Any]


class _Relay(QObject):
    """Carries finished work to the thread it lives on."""

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
        self._waiting: dict[str, tuple[Future[Any], Done, Failed]] = {}
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._relay = _Relay()
        self._relay.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(self, name: str, job: Callable[[Any], Any], done: Done, failed: Failed) -> None:
        if self._stopped:
            # A window that closes at its first sight has things left to be made; they ask in vain.
            return
        self.forget(name)
        ticket = self._tickets[name]
        future = self._pool.submit(self._work, (name, ticket), job)
        self._waiting[name] = (future, done, failed)
        relay = self._relay
        future.add_done_callback(lambda f: relay.finished.emit(_Finished(name, ticket, f)))

    def forget(self, name: str) -> None:
        overtaken = self._tickets.get(name, 0)
        self._tickets[name] = overtaken + 1
        waiting = self._waiting.pop(name, None)
        if waiting is not None and not waiting[0].cancel():
            self._interrupt_job((name, overtaken))

    def stop(self) -> None:
        if self._interrupt is not None:
            # Nobody waits for an answer: what can be interrupted only keeps the program open.
            for name in tuple(self._waiting):
                self.forget(name)
        self._waiting.clear()
        self._stopped = True
        self._pool.submit(self._shut)
        self._pool.shutdown(wait=True)

    def _work(self, ticket: tuple[str, int], job: Callable[[Any], Any]) -> Any:
        if not self._is_open:
            self._resource = self._open()
            self._is_open = True
        with self._lock:
            self._running = ticket
        try:
            return job(self._resource)
        except BaseException as error:
            _let_go(error)
            raise
        finally:
            with self._lock:
                self._running = None

    def _interrupt_job(self, ticket: tuple[str, int]) -> None:
        with self._lock:
            if self._interrupt is not None and self._running == ticket:
                self._interrupt(self._resource)

    def _shut(self) -> None:
        if self._is_open and self._close is not None:
            self._close(self._resource)
        self._is_open = False

    def _on_finished(self, finished: _Finished) -> None:
        if self._tickets.get(finished.name) != finished.ticket or finished.future.cancelled():
            return
        waiting = self._waiting.pop(finished.name, None)
        if waiting is None:
            return
        _, done, failed = waiting
        error = finished.future.exception()
        if error is None:
            done(finished.future.result())
        elif isinstance(error, DataError):
            failed(error)
        else:
            raise error


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

"""Work off the GUI thread: the newest answer wins, errors reach the right place."""

import sqlite3
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import DataError
from desktop_app.tasks.runner import InlineRunner, ThreadRunner

pytestmark = pytest.mark.gui


class Desk:
    """A resource that knows which thread opened and closed it, and who was interrupted."""

    def __init__(self) -> None:
        self.opened_on = threading.get_ident()
        self.closed_on = 0
        self.told_to_end = threading.Event()
        self.interruptions = 0

    def work(self, begun: threading.Event) -> None:
        """Work until interrupted."""
        begun.set()
        assert self.told_to_end.wait(10), "nobody interrupted it"
        self.told_to_end.clear()
        raise RuntimeError("interrupted")

    def interrupt(self) -> None:
        self.interruptions += 1
        self.told_to_end.set()

    def close(self) -> None:
        self.closed_on = threading.get_ident()


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[ThreadRunner]:
    lane = ThreadRunner("desk", Desk, Desk.close)
    assert lane.thread() is qapp.thread()
    yield lane
    lane.stop()


def never(_answer: object) -> None:
    raise AssertionError("this answer should not have come")


def test_job_runs_on_the_lane_and_the_answer_here(qtbot: QtBot, runner: ThreadRunner) -> None:
    answers: list[tuple[int, int, int]] = []

    def take(worked_on: tuple[int, int]) -> None:
        answers.append((*worked_on, threading.get_ident()))

    runner.run("look", lambda desk: (desk.opened_on, threading.get_ident()), take, never)
    qtbot.waitUntil(lambda: bool(answers))
    opened_on, worked_on, answered_on = answers[0]
    assert opened_on == worked_on != threading.get_ident()
    assert answered_on == threading.get_ident()


def test_only_the_newest_of_a_name_is_answered(qtbot: QtBot, runner: ThreadRunner) -> None:
    gate, answers = threading.Event(), list[str]()
    ran: list[str] = []

    def job(text: str) -> str:
        gate.wait(10)
        ran.append(text)
        return text

    runner.run("search", lambda _desk: job("低"), never, never)
    runner.run("search", lambda _desk: job("低保"), never, never)
    runner.run("other", lambda _desk: "beside", answers.append, never)
    runner.run("search", lambda _desk: job("低保金"), answers.append, never)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["beside", "低保金"]
    assert "低保" not in ran, "what was overtaken while waiting is not even begun"


def test_forgotten_work_is_not_answered(qtbot: QtBot, runner: ThreadRunner) -> None:
    gate, answers = threading.Event(), list[str]()
    runner.run("search", lambda _desk: gate.wait(10), never, never)
    runner.forget("search")
    gate.set()
    runner.run("after", lambda _desk: "after", answers.append, never)
    qtbot.waitUntil(lambda: answers == ["after"])


@pytest.fixture
def interruptible(qapp: QApplication) -> Iterator[ThreadRunner]:
    del qapp
    lane = ThreadRunner("desk", Desk, Desk.close, Desk.interrupt)
    yield lane
    lane.stop()


def test_what_is_overtaken_is_interrupted(qtbot: QtBot, interruptible: ThreadRunner) -> None:
    begun, answers = threading.Event(), list[Desk]()
    interruptible.run("search", lambda desk: desk.work(begun), never, never)
    assert begun.wait(10)
    interruptible.run("search", lambda desk: desk, answers.append, never)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].interruptions == 1


def test_another_name_is_not_interrupted(qtbot: QtBot, interruptible: ThreadRunner) -> None:
    begun, gate, answers = threading.Event(), threading.Event(), list[int]()

    def count(desk: Desk) -> int:
        begun.set()
        gate.wait(10)
        return desk.interruptions

    interruptible.run("search", lambda _desk: None, never, never)
    interruptible.run("marks", count, answers.append, never)
    assert begun.wait(10), "the search is done by now, though nobody took its answer"
    interruptible.run("search", lambda _desk: None, lambda _answer: None, never)
    interruptible.forget("search")
    gate.set()
    qtbot.waitUntil(lambda: answers == [0])


_ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
_ENDLESS_COUNT = _ENDLESS.replace("SELECT i FROM n", "SELECT count(*) FROM n")


def test_an_interrupted_query_leaves_the_next_one_alone(qtbot: QtBot) -> None:
    """Statements that its error holds on to would keep the connection interrupted."""
    begun, answers = threading.Event(), list[int]()

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(":memory:", check_same_thread=False)

    def endless(connection: sqlite3.Connection) -> None:
        rows = connection.execute(_ENDLESS)
        next(rows)
        begun.set()
        connection.execute(_ENDLESS_COUNT).fetchone()

    def short(connection: sqlite3.Connection) -> int:
        return int(connection.execute("SELECT 7").fetchone()[0])

    lane = ThreadRunner("search", connect, sqlite3.Connection.close, sqlite3.Connection.interrupt)
    lane.run("search", endless, never, never)
    assert begun.wait(10)
    lane.run("search", short, answers.append, never)
    qtbot.waitUntil(lambda: answers == [7])
    lane.stop()


def test_what_is_overtaken_while_the_resource_opens_is_not_begun(qtbot: QtBot) -> None:
    opening, gate, answers, ran = threading.Event(), threading.Event(), list[str](), list[str]()

    def open_slowly() -> Desk:
        opening.set()
        gate.wait(10)
        return Desk()

    lane = ThreadRunner("desk", open_slowly, Desk.close, Desk.interrupt)
    lane.run("search", lambda _desk: ran.append("first"), never, never)
    assert opening.wait(10)
    lane.run("search", lambda _desk: "second", answers.append, never)
    gate.set()
    qtbot.waitUntil(lambda: answers == ["second"])
    lane.stop()
    assert ran == []


@pytest.mark.usefixtures("qapp")
def test_stopping_interrupts_what_runs() -> None:
    begun, lane = threading.Event(), ThreadRunner("desk", Desk, Desk.close, Desk.interrupt)
    lane.run("search", lambda desk: desk.work(begun), never, never)
    assert begun.wait(10)
    lane.stop()
    assert lane._resource.closed_on == lane._resource.opened_on


def test_a_data_error_goes_to_failed(qtbot: QtBot, runner: ThreadRunner) -> None:
    errors: list[object] = []

    def job(_desk: Desk) -> None:
        raise DataError("library_damaged", path="x")

    runner.run("read", job, never, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], DataError)
    assert errors[0].message.id == "library_damaged"
    left = weakref.ref(errors.pop())
    runner.run("after", lambda _desk: None, errors.append, never)
    qtbot.waitUntil(lambda: bool(errors))
    assert left() is None, "an error is let go of once it was told"


def test_a_bug_is_raised_here(qtbot: QtBot, runner: ThreadRunner) -> None:
    with qtbot.captureExceptions() as caught:
        runner.run("divide", lambda _desk: 1 // 0, never, never)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_resource_that_will_not_open_fails_each_job(qtbot: QtBot) -> None:
    def refuse() -> Desk:
        raise DataError("library_missing", path="x")

    lane, errors = ThreadRunner("desk", refuse), list[DataError]()
    lane.run("one", lambda _desk: None, never, errors.append)
    lane.run("two", lambda _desk: None, never, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 2)
    lane.stop()


@pytest.mark.usefixtures("qapp")
def test_stop_finishes_what_was_asked_and_closes_on_the_lane() -> None:
    done: list[Desk] = []
    lane = ThreadRunner("desk", Desk, Desk.close)
    lane.run("save", done.append, lambda _answer: None, never)
    lane.stop()
    assert done, "a save that was under way is not lost"
    assert done[0].closed_on == done[0].opened_on


def test_inline_runner_answers_at_once() -> None:
    answers, errors = list[int](), list[DataError]()
    lane = InlineRunner(20)

    def job(_number: int) -> int:
        raise DataError("library_damaged", path="x")

    lane.run("double", lambda number: 2 * number, answers.append, never)
    lane.run("fail", job, never, errors.append)
    assert answers == [40]
    assert len(errors) == 1


def test_what_is_asked_of_a_lane_that_has_stopped_is_not_done() -> None:
    lane = ThreadRunner("stopped", lambda: None)
    lane.stop()
    done: list[object] = []
    lane.run("late", lambda _resource: 1, done.append, done.append)
    assert done == []

"""Measure how soon the results of a keystroke are painted, against painting rows made before.

The real window on a real X server searches with its real lanes; a query is typed letter by letter,
and each letter is timed from its key event to the paint that shows its results. Right after, the
very same rows are given to the same view, ready made, and timed to their paint: what the keystroke
costs beyond that is searching, making snippets, grouping, and handing on.
Run it with `python -m tests.bench.keystroke [--scale 300] [--queries 100]`.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app import app
from desktop_app.itemmodels.result_groups import Row
from desktop_app.services import finding
from desktop_app.services.appearance import LIGHT
from desktop_app.services.finding import Wanted
from desktop_app.services.library import open_library
from desktop_app.store.library import Library
from desktop_app.store.searcher import Searcher
from desktop_app.store.writer import write_library
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from tests.bench.search import percentile
from tests.end2end.desktop import screen
from tests.made_bulletins import BulletinMaker

GOAL = 2.0
_TYPED = ("gdp", "shxfp", "zonghe", "jiaoyu", "章:教育", "单位:亿元", "值:>100", "增速:<0")
_SOURCES = 12
_SEED = 7
_ROUNDS = 2
_ENOUGH_SECONDS = 30
_HEARTBEAT_MS = 100


Key = tuple[str, int]
"""A query and how many letters of it are typed."""


@dataclass(slots=True)
class Times:
    """Seconds of each keystroke: to its first results, to all of them counted, of ready rows.

    The better of two rounds, as other programs use the machine too.
    """

    typed: dict[Key, float] = field(default_factory=dict)
    settled: dict[Key, float] = field(default_factory=dict)
    ready: dict[Key, float] = field(default_factory=dict)

    def add(self, key: Key, typed: float, settled: float, ready: float) -> None:
        """Take what a keystroke took."""
        for times, seconds in ((self.typed, typed), (self.settled, settled), (self.ready, ready)):
            times[key] = min(seconds, times.get(key, seconds))


class Typist:
    """Types into the search box of a window and times what comes of it."""

    def __init__(self, window: MainWindow, searcher: Searcher) -> None:
        pane = window.panes.results
        line = window.panes.box.findChild(QLineEdit)
        assert line is not None
        self._window, self._line, self._searcher = window, line, searcher
        self._lane: Any = window.search.parts().search._asking._lane
        self._model = pane._model
        self._view = pane._view
        self._awaited = ""
        self._rows: list[Row] = []
        self._painted_at = 0.0
        self._paint = pane.paint_now
        pane.paint_now = self._paint_now  # type: ignore[method-assign]  # to see when it is done
        self.times = Times()

    def type(self, query: str) -> None:
        """Type a query letter by letter, then take it out."""
        self._line.setFocus()
        for end in range(1, len(query) + 1):
            self._key((query, end))
        self._line.clear()
        self._window.panes.box.forget_asked()
        # Nobody types on within the same moment: what taking it out changes is painted first.
        QCoreApplication.processEvents()

    def _key(self, key: Key) -> None:
        query, end = key
        letter, text = query[end - 1], query[:end]
        before = list(self._model._rows)
        # A filter that waits for its value is not asked yet.
        asked = finding.without_begun(text)
        self._awaited, self._rows = asked, []
        has_hits = bool(asked.strip()) and self._has_hits(asked)
        started = time.perf_counter()
        self._press(letter)
        if not asked.strip():
            QCoreApplication.processEvents()
            return
        self._until(self._is_counted)
        if not has_hits:
            return
        settled = time.perf_counter() - started
        painted = self._painted_at - started
        self.times.add(key, painted, settled, self._ready(before, self._rows))

    def _paint_now(self) -> None:
        """Paint as the window does, which returns when it is done, and see what was painted."""
        self._paint()
        listing = self._window.search.parts().search._listing
        if listing is not None and listing.result.query.typed == self._awaited:
            self._painted_at, self._rows = time.perf_counter(), list(self._model._rows)

    def _ready(self, before: list[Row], rows: list[Row]) -> float:
        """Return how long rows that are ready made take to be painted after those before."""
        after = list(self._model._rows)
        self._put(before)
        QCoreApplication.processEvents()
        started = time.perf_counter()
        self._put(rows)
        seconds = time.perf_counter() - started
        self._put(after)
        QCoreApplication.processEvents()
        return seconds

    def _put(self, rows: list[Row]) -> None:
        self._model.beginResetModel()
        self._model._rows = rows
        self._model.endResetModel()
        self._view.scrollToTop()
        self._view.viewport().repaint()

    def _press(self, letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._line, event)

    def _is_counted(self) -> bool:
        control = self._window.search.parts().search
        listing, wanted = control._listing, control._wanted
        return (
            listing is not None
            and wanted is not None
            and listing.counted
            and listing.result.query.typed == self._awaited
            and not self._lane._waiting
        )

    def _has_hits(self, text: str) -> bool:
        """Whether a text answers: where nothing does, no rows are painted."""
        return bool(finding.first(self._searcher, Wanted(text)).result.hits)

    def _until(self, is_done: Callable[[], bool]) -> None:
        """Wait as a program does, asleep: a loop that never does keeps the lanes waiting.

        Python runs one thread at a time, and who never sleeps is asked to let go every 5 ms only.
        """
        deadline = time.monotonic() + _ENOUGH_SECONDS
        heartbeat = QTimer(interval=_HEARTBEAT_MS)
        heartbeat.start()
        while not is_done():
            assert time.monotonic() < deadline, "the search did not end"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def queries(library: Library, count: int) -> list[str]:
    """Return words of 2 to 6 characters that stand in bulletins, numbers, and what one types."""
    dice = random.Random(_SEED)
    ids = [info.id for info in library.bulletins()]
    texts = [
        library.bulletin(number).text.hans for number in dice.sample(ids, min(_SOURCES, len(ids)))
    ]
    made = list(_TYPED)
    while len(made) < count:
        text = dice.choice(texts)
        start, length = dice.randrange(len(text) - 6), dice.randint(2, 6)
        word = text[start : start + length]
        if word.isprintable() and word == word.strip() and not set(word) & set('"-：:“”「」『』'):
            made.append(word)
    return made


def measure(path: Path, asked: Sequence[str] | int, home: Path) -> Times:
    """Type `asked` queries, or so many made ones, into a window on the library at `path`."""
    lanes, stop = app._lanes(path, None)
    memory = QtSettings(home / "settings.ini")
    window = MainWindow(lanes, memory, memory.load(LIGHT))
    with open_library(path) as library, finding.open_searcher(path) as searcher:
        words = queries(library, asked) if isinstance(asked, int) else asked
        typist = Typist(window, searcher)
        window.open_last()
        window.show()
        typist._until(lambda: window._open is not None)
        typist.type("数据")
        typist.times = Times()
        for word in list(words) * _ROUNDS:
            typist.type(word)
    window.close()
    stop()
    return typist.times


def report(title: str, times: Times) -> None:
    """Say the times of a library, and how often ready rows a keystroke costs."""
    say(f"{title}: {len(times.typed)} keystrokes with results")
    for name, of_name in (
        ("key to painted results", times.typed),
        ("key to everything counted", times.settled),
        ("ready rows to paint", times.ready),
    ):
        seconds = list(of_name.values())
        middle, high = statistics.median(seconds) * 1000, percentile(seconds, 95) * 1000
        most = max(seconds) * 1000
        say(f"  {name}: median {middle:.1f} ms, p95 {high:.1f} ms, max {most:.1f} ms")
    typed, ready = (percentile(list(one.values()), 95) for one in (times.typed, times.ready))
    ratio = typed / ready
    met = "met" if ratio <= GOAL else "not met"
    say(f"  painted results p95, of ready rows: {ratio:.2f} (goal ≤ {GOAL}: {met})")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--scale", type=int, default=300)
    ask.add_argument("--queries", type=int, default=100)
    given = ask.parse_args()
    with screen() as environment, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {"DISPLAY": environment["DISPLAY"], "QT_QPA_PLATFORM": "xcb"}
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        made = folder / "made.db"
        write_library(made, BulletinMaker().bulletins(given.scale))
        application = app._application()
        with open_library() as library:
            bundled = library.path
        report("the bundled library", measure(bundled, given.queries, folder))
        report(f"{given.scale} bulletins", measure(made, given.queries, folder))
        application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())

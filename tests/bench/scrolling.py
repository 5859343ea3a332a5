"""Measure how smoothly the reader scrolls with every mark on, against the same text left plain.

The real pane on a real X server shows the bundled bulletin with its figures, repairs and all
matches of a word marked; beside it a QTextBrowser of the same size shows the same characters in
the same face. Both are scrolled from end to end by the same pixels, in turns, each frame timed
from the scrollbar to the finished paint; of three rounds the best time of a frame counts, as
other programs use the machine too. Run it with `python -m tests.bench.scrolling [--step 60]`.
"""

import argparse
import os
import statistics
import sys
import time

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop_app import app
from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services import appearance
from desktop_app.services.library import open_library
from desktop_app.widgets.reader import ReaderPane
from tests.bench.search import percentile
from tests.end2end.desktop import screen

GOAL = 1.5
_WORDS = ("的", "增")
_SIZE = QSize(680, 840)
_ROUNDS = 3


def frames(view: QTextEdit, step: int) -> list[float]:
    """Scroll a view from its top to its end and return the seconds of each frame."""
    bar = view.verticalScrollBar()
    seconds = []
    for value in range(0, bar.maximum() + step, step):
        started = time.perf_counter()
        bar.setValue(value)
        view.viewport().repaint()
        seconds.append(time.perf_counter() - started)
        QCoreApplication.processEvents()
    return seconds


def best(rounds: list[list[float]]) -> list[float]:
    """Return the best time of each frame."""
    return [min(times) for times in zip(*rounds, strict=True)]


def reader(bulletin: Bulletin) -> ReaderPane:
    """Return the pane with a bulletin, laid out to its end."""
    faces = appearance.typography()
    theme = appearance.theme(appearance.LIGHT)
    pane = ReaderPane(theme, faces, Script.HANS, faces.reading_px)
    pane.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    pane.resize(_SIZE)
    pane.show()
    pane.set_bulletin(bulletin)
    pane._view.document().documentLayout().documentSize()
    return pane


def plain(pane: ReaderPane) -> QTextBrowser:
    """Return a bare browser of the size of the reader's view, with its characters and face."""
    view = pane._view
    browser = QTextBrowser()
    browser.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    browser.document().setDefaultFont(view.document().defaultFont())
    browser.setPlainText(view.toPlainText())
    browser.resize(view.size())
    browser.show()
    browser.document().documentLayout().documentSize()
    return browser


def measure(pane: ReaderPane, browser: QTextBrowser, step: int) -> tuple[list[float], list[float]]:
    """Return the best times of the frames of both."""
    for view in (pane._view, browser):
        # Once unmeasured: glyphs are drawn for the first time, sizes settle.
        frames(view, step)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(frames(pane._view, step))
        theirs.append(frames(browser, step))
    return best(ours), best(theirs)


def report(title: str, ours: list[float], theirs: list[float]) -> str:
    """Return one line: medians and 95th percentiles in milliseconds, their ratio, the goal."""
    high, high_plain = percentile(ours, 95), percentile(theirs, 95)
    middle, middle_plain = statistics.median(ours), statistics.median(theirs)
    ratio = high / high_plain
    return (
        f"{title}: reader median {middle * 1000:.1f} ms, p95 {high * 1000:.1f} ms; "
        f"plain median {middle_plain * 1000:.1f} ms, p95 {high_plain * 1000:.1f} ms; "
        f"p95 ratio {ratio:.2f} (goal ≤ {GOAL}: {'met' if ratio <= GOAL else 'not met'})"
    )


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--step", type=int, default=60, help="pixels between two frames")
    step = ask.parse_args().step
    with screen() as environment:
        os.environ |= {"DISPLAY": environment["DISPLAY"], "QT_QPA_PLATFORM": "xcb"}
        application = app._application()
        with open_library() as library:
            bulletin = library.bulletin(library.bulletins()[0].id)
        pane = reader(bulletin)
        browser = plain(pane)
        text = bulletin.text.hans
        sys.stdout.write("scrolling the bundled bulletin from end to end\n")
        for word in ("", *_WORDS):
            spans = [(at, at + 1) for at, char in enumerate(text) if char == word]
            pane.mark_matches(spans)
            title = f"{word}, {len(spans)} matches" if word else "no matches"
            sys.stdout.write(report(title, *measure(pane, browser, step)) + "\n")
        application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())

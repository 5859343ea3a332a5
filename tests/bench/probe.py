"""Tells when the views of a window were painted with their content, for the benchmarks."""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QTextEdit, QTreeView, QWidget

_ON_SCREEN = QEvent.Type(QEvent.registerEventType())
# Qt.EventPriority.HighEventPriority. To touch Qt has PySide make all its enumerations, which takes
# as long as the bare window's whole text and more: a program needs them, the bare window does not.
_FIRST = 1
_A_TEXT = 1000
"""More characters than any pane shows before its bulletin is there."""


class Probe(QObject):
    """Waits until every view it watches was painted with its content, and prints when."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started = started
        self._application = 0.0
        self._unpainted: set[QAbstractScrollArea] = set()
        self._window: QWidget | None = None
        self._viewports: dict[QObject, QAbstractScrollArea] = {}

    def application_made(self) -> None:
        self._application = time.monotonic()

    def watch(self, window: QWidget, *views: QAbstractScrollArea) -> None:
        """Watch these views of `window`; when all are painted, close it."""
        self._window = window
        self._unpainted = set(views)
        for view in views:
            # Painting a scroll area paints its viewport. Found by name: `viewport` would have
            # PySide make every class of widget, which a program need not.
            viewport = view.findChild(QWidget, "qt_scrollarea_viewport")
            assert viewport is not None
            self._viewports[viewport] = view
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._unpainted:
            view = self._viewports[watched]
            if _shows_content(view):
                self._unpainted.discard(view)
            if not self._unpainted:
                # Comes next once this paint is on the screen, before whatever else is queued.
                done = QEvent(_ON_SCREEN)
                QCoreApplication.postEvent(self, done, _FIRST)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is not _ON_SCREEN:
            return super().event(event)
        self.painted()
        return True

    def painted(self) -> None:
        """Print when it was, and close the window."""
        now = time.monotonic()
        times = {
            "from_process": now - self._started,
            "from_application": now - self._application,
            # Of all threads, user and system: what a busy machine changes least.
            "processor": time.process_time(),
        }
        sys.stdout.write(f"{json.dumps(times)}\n")
        assert self._window is not None
        self._window.close()


def _shows_content(view: QAbstractScrollArea) -> bool:
    """Whether `view` has its content."""
    if isinstance(view, QTreeView):
        return view.model().rowCount() > 0
    assert isinstance(view, QTextEdit)
    return view.document().characterCount() > _A_TEXT


def views_of(panes: Any) -> Iterator[QAbstractScrollArea]:
    """Yield the views of the program's `panes` that are to be seen first: tree and text."""
    for pane in (panes.tree, panes.reader):
        view = pane.focusProxy()
        assert isinstance(view, QAbstractScrollArea)
        yield view

"""Who does the work that the window asks for: one lane for each thing that must not wait."""

import threading
from typing import Any

from msgspec import Struct, field

from desktop_app.tasks.runner import Runner, ThreadRunner


class SearchLanes(Struct, frozen=True):
    """Each works with a searcher of its own: what is counted holds no search up."""

    search: Runner[Any]
    counting: Runner[Any]


def _export_lane() -> ThreadRunner:
    return ThreadRunner("export", threading.Event, interrupted=lambda halt: halt.set())


class Lanes(Struct, frozen=True):
    """Lanes with the library, with searchers in it, with the user's own database.

    `export` writes files, which may take long and hold nobody up; what it works with is an event
    that is set when the lane is to stop.
    """

    library: Runner[Any]
    searching: SearchLanes
    user: Runner[Any]
    export: Runner[Any] = field(default_factory=_export_lane)

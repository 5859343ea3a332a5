"""What a breakdown beneath Python leaves (in Qt, in a driver): where every thread was then.

While a program runs, an empty file lies in the log folder; the dying process writes into it, and
one that ends well takes it away. The next start finds what was written, and keeps the last one
beside the log.
"""

import faulthandler
import logging
from contextlib import suppress
from io import FileIO
from pathlib import Path

RUNNING_NAME, LAST_NAME = "crash.txt", "crash-last.txt"

_log = logging.getLogger("ui")
_MOST_CHARACTERS = 64 * 1024


class FatalReport:
    """The file in `folder`, of one program at a time."""

    def __init__(self, folder: Path) -> None:
        self._running, self._last = folder / RUNNING_NAME, folder / LAST_NAME
        self._file: FileIO | None = None

    def begin(self) -> str:
        """Wait for a breakdown from now on; return what the last one left, mostly nothing.

        Where the folder cannot be written to, a breakdown leaves nothing.
        """
        left = self._take()
        try:
            self._file = FileIO(self._running, "w")
        except OSError:
            return left
        faulthandler.enable(self._file)
        return left

    def end(self) -> None:
        """Take it that the program ended well."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):  # it is empty, and of no more use
            self._running.unlink()

    def _take(self) -> str:
        try:
            if not self._running.stat().st_size:
                return ""
            self._running.replace(self._last)
            text = self._last.read_text(encoding="utf-8", errors="replace")[:_MOST_CHARACTERS]
        except OSError:
            return ""
        _log.error("the program broke down before\n%s", text)
        return text

"""The program's log: one small rotating file in the log folder, by named loggers.

Loggers are named by area (`store`, `search`, `pipeline`, `ui`), not by module. With the
environment variable `GONGBAO_LOG=debug` they also say what is searched for.
"""

import logging
import os
from pathlib import Path

AREAS = ("store", "search", "pipeline", "ui", "policy")

_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_BYTES = 512 * 1024
_OLDER_FILES = 2
_LEVEL = "GONGBAO_LOG"


class _LateFile(logging.Handler):
    """Opens its rotating file with the first message: most starts of the program say nothing."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._handler: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._handler is None:
            self._handler = self._opened()
            self._handler.setFormatter(self.formatter)
        self._handler.emit(record)

    def _opened(self) -> logging.Handler:
        """Return the file's handler; where it cannot be written, one that keeps nothing."""
        # Imported here: its network handlers would cost every start some milliseconds.
        from logging.handlers import RotatingFileHandler

        try:
            return RotatingFileHandler(
                self._file, maxBytes=_BYTES, backupCount=_OLDER_FILES, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()

    def close(self) -> None:
        if self._handler is not None:
            self._handler.close()
        super().close()


def start(folder: Path) -> Path | None:
    """Send the loggers of all areas to a file in `folder` and return it.

    Where the folder cannot be written to, nothing is logged and None is returned: a program that
    cannot write its log still runs.
    """
    file = folder / "gongbao.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    handler = _LateFile(file)
    handler.setFormatter(logging.Formatter(_FORMAT))
    wants_details = os.environ.get(_LEVEL, "").lower() == "debug"
    for area in AREAS:
        logger = logging.getLogger(area)
        logger.setLevel(logging.DEBUG if wants_details else logging.INFO)
        logger.propagate = False
        logger.addHandler(handler)
    return file


def stop() -> None:
    """Close the file and take it from the loggers."""
    for area in AREAS:
        logger = logging.getLogger(area)
        for handler in tuple(logger.handlers):
            logger.removeHandler(handler)
            handler.close()
        logger.propagate = True

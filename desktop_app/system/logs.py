"""The program's log: one small rotating file in the log folder, by named loggers.

Loggers are named by area (`store`, `search`, `pipeline`, `ui`), not by module.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

AREAS = ("store", "search", "pipeline", "ui")

_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_BYTES = 512 * 1024
_OLDER_FILES = 2


def start(folder: Path) -> Path | None:
    """Send the loggers of all areas to a file in `folder` and return it.

    Where the folder cannot be written to, nothing is logged and None is returned: a program that
    cannot write its log still runs.
    """
    file = folder / "gongbao.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_BYTES, backupCount=_OLDER_FILES, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    for area in AREAS:
        logger = logging.getLogger(area)
        logger.setLevel(logging.INFO)
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

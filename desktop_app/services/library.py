"""Where the library comes from: built from the bulletins' sources, opened, found."""

import logging
import re
from pathlib import Path

from desktop_app.domain.errors import DataError
from desktop_app.services import policy
from desktop_app.store.library import Library
from desktop_app.system import paths

_log = logging.getLogger("store")


def build(data: Path, out: Path) -> int:
    """Build the library `out` from all `bulletins/*/source.*` in `data`.

    Returns how many bulletins it holds.

    Raises:
        DataError: there are no sources, one of them cannot be read, or `out` cannot be written.
    """
    # The pipeline and sqlite-utils take long to import, and whoever only reads needs neither.
    from desktop_app.services import importing
    from desktop_app.store.writer import write_library

    found = sources(data)
    if not found:
        raise DataError("no_sources", path=str(data))
    bulletins = [bulletin for path in found for bulletin in importing.inspect(path).bulletins]
    write_library(out, bulletins)
    return len(bulletins)


def sources(data: Path) -> list[Path]:
    """Return the source files of the bulletins in `data`, by folder."""
    return sorted(path for path in data.glob("bulletins/*/source.*") if path.is_file())


def open_library(path: Path | None = None) -> Library:
    """Open the library at `path`, or the one the administrators chose, or the program's own.

    The program's own is built first where it is missing or was built by an older program, and the
    sources are at hand.

    Raises:
        DataError: it is missing, no library, too new or old, damaged or locked.
    """
    if path is not None:
        return Library(path)
    folder = policy.current().library_folder
    if folder is not None:
        return open_newest(folder)
    own = paths.program_library()
    try:
        return Library(own)
    except DataError as error:
        remade = error.message.id in ("library_missing", "library_too_old")
        if not (remade and sources(paths.data())):
            raise
    build(paths.data(), own)
    return Library(own)


def open_newest(folder: Path) -> Library:
    """Open the library in `folder` whose name comes last, numbers counted as numbers.

    One that does not open, such as one that is being copied there, is passed over.

    Raises:
        DataError: the folder does not open, holds no library, or none that opens.
    """
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() == ".db"]
    except OSError as error:
        raise DataError("policy_library_away", path=str(folder)) from error
    first_error = DataError("policy_library_none", path=str(folder))
    for at, path in enumerate(sorted(found, key=_by_numbers, reverse=True)):
        try:
            return Library(path)
        except DataError as error:
            _log.warning("library %s passed over: %s", path, error.message.id)
            first_error = first_error if at else error
    raise first_error


def _by_numbers(path: Path) -> list[tuple[int, str]]:
    """Return what sorts names as people count: 9 before 10."""
    parts = re.split(r"(\d+)", path.name.lower())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]

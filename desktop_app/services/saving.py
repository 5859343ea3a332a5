"""Writing a file that the user named: whole or not at all."""

import contextlib
from pathlib import Path

from desktop_app.domain.errors import DataError


def write(path: Path, data: bytes) -> Path:
    """Write `data` to `path` and return it; what was there stays until all is written.

    Raises:
        DataError: the folder is missing, read-only, full or not a folder.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise DataError("cannot_write", path=str(path)) from error
    return path

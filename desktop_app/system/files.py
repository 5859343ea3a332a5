"""Files the user names: written whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.domain.errors import DataError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_whole(path: Path, make: Callable[[Path], None]) -> None:
    """Let `make` write a file beside `path` that takes the place of `path` once it is whole.

    Whatever goes wrong, in `make` too, `path` stays as it was and nothing is left beside it. A
    device or a pipe is written to at last. Errors of `make` that are no OSError pass through.

    Raises:
        DataError: the folder is missing or may not be written to, `path` is a folder or is open
            elsewhere, or the disk is full.
    """
    # What a link points to is written, the link stays.
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if target.exists() and not target.is_file():
            _fill_device(target, make)
        else:
            _replace(target, make)
    except OSError as error:
        message = "disk_full" if error.errno in _NO_ROOM else "cannot_write"
        raise DataError(message, path=str(path)) from error


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whole or not at all.

    Raises:
        DataError: as `write_whole`.
    """
    write_whole(path, lambda new: put(new, content))


def put(path: Path, content: bytes) -> None:
    """Write `content` to the disk at once: a share may tell only then that it is full."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _replace(target: Path, make: Callable[[Path], None]) -> None:
    with _new_beside(target) as new:
        make(new)
        if target.exists():
            # What may not be written may not be replaced either, though its folder lets us.
            target.open("r+b").close()
            new.chmod(target.stat().st_mode & 0o777)
        else:
            new.chmod(0o666 & ~_umask())
        new.replace(target)


@contextlib.contextmanager
def _new_beside(target: Path) -> Iterator[Path]:
    """Give an empty file in the folder of `target`, and remove it if it is still there.

    Its own folder, since a file moves whole only within one disk. The suffix stays: Qt and others
    look at it.
    """
    # A name that fits the file system does not with a tail.
    handle, name = tempfile.mkstemp(
        prefix=".gongbao-", suffix=target.suffix[:8], dir=target.parent
    )
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill_device(device: Path, make: Callable[[Path], None]) -> None:
    with tempfile.TemporaryDirectory(prefix="gongbao-") as folder:
        new = Path(folder) / f"export{device.suffix}"
        make(new)
        with device.open("wb") as file:
            file.write(new.read_bytes())


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

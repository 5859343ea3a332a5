"""A file shown as it is: understood, searchable, and kept nowhere."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.domain.errors import DataError
from desktop_app.store.library import Library
from desktop_app.system import child

if TYPE_CHECKING:
    import subprocess

LIBRARY_NAME, ERROR_NAME = "file.db", "error.json"
"""What `gongbao read-file` leaves in the folder it is given: one of the two."""


class FileLibrary(Library):
    """The bulletins of one file as a library in a temporary folder, which goes when it closes."""

    def __init__(self, file: Path, folder: "TemporaryDirectory[str]") -> None:
        """Take what was read of `file` to `folder`, and the folder with it."""
        super().__init__(Path(folder.name) / LIBRARY_NAME)
        self.file = file
        self._folder = folder

    def close(self) -> None:
        super().close()
        self._folder.cleanup()


class FileReader:
    """Reads one file in a process of its own, which another thread may end."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def open(self) -> FileLibrary:
        """Read and understand the file; this waits until it is done.

        Raises:
            DataError: the file is missing, unreadable, no text, or holds no bulletin; or what read
                it was ended or broke down.
        """
        # What another program still holds open is left to the system's own cleaning.
        folder = TemporaryDirectory(prefix="gongbao-", ignore_cleanup_errors=True)
        try:
            self._read(Path(folder.name))
            return FileLibrary(self._file, folder)
        except BaseException:
            folder.cleanup()
            raise

    def cancel(self) -> None:
        """End what reads the file: nobody waits for it any more."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def _read(self, folder: Path) -> None:
        # What the window starts without; a file is opened later, if at all.
        import subprocess

        broken = DataError("file_reader_broken", path=str(self._file))
        # A relative path and one that begins with a minus mean the same to the other process.
        command = child.command("read-file", str(self._file.absolute()), "--into", str(folder))
        with self._lock:
            if self._cancelled:
                raise broken
            try:
                self._process = process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except OSError as error:
                raise broken from error
        process.wait()
        if process.returncode == 0:
            return
        said = folder / ERROR_NAME
        if not said.is_file():
            raise broken
        try:
            words = json.loads(said.read_text(encoding="utf-8"))
        except ValueError as error:
            # The disk was full, or what wrote it was ended.
            raise broken from error
        raise DataError(words["id"], **words["params"])

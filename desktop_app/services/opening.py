"""A file shown as it is: understood, searchable, and kept nowhere."""

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.domain.errors import DataError
from desktop_app.store.library import Library


class FileLibrary(Library):
    """The bulletins of one file as a library in a temporary folder, which goes when it closes."""

    def __init__(self, file: Path) -> None:
        """Read and understand `file`.

        Raises:
            DataError: the file is missing, unreadable, no text, or holds no bulletin.
        """
        # Reading and writing take long to import, and a start without a file needs neither.
        from desktop_app.services import importing
        from desktop_app.store.writer import write_library

        inspected = importing.inspect(file)
        if not inspected.bulletins:
            raise DataError("file_without_bulletin", path=str(file))
        # What another program still holds open is left to the system's own cleaning.
        self._folder = TemporaryDirectory(prefix="gongbao-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / "file.db"
        write_library(path, inspected.bulletins)
        super().__init__(path)

    def close(self) -> None:
        super().close()
        self._folder.cleanup()

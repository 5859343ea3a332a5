"""`gongbao read-file`: a file is read for a window of this program, in a process of its own.

Reading a file is work for a processor, and readers of foreign formats may crash: the window stays
smooth and whole. Both results go to a folder, since a windowed program has no streams on Windows.
"""

import argparse
import json
from pathlib import Path

from desktop_app.domain.errors import DataError
from desktop_app.services import importing, opening
from desktop_app.store.writer import write_library


def run(options: argparse.Namespace) -> int:
    """Write the library of one file to the folder `into`, or what is the matter with the file."""
    try:
        _read(options.file, options.into / opening.LIBRARY_NAME)
    except DataError as error:
        said = {"id": error.message.id, "params": error.message.params}
        (options.into / opening.ERROR_NAME).write_text(json.dumps(said), encoding="utf-8")
        return 1
    return 0


def _read(file: Path, library: Path) -> None:
    inspected = importing.inspect(file)
    if not inspected.bulletins:
        raise DataError("file_without_bulletin", path=str(file))
    write_library(library, inspected.bulletins)

"""Zip a folder of the program to be used where it is unpacked: user data stay beside it.

Usage: portable.py ONEDIR OUT TOP    TOP is the folder inside the archive. The same folder and
SOURCE_DATE_EPOCH make the same archive.
"""

import os
import sys
import time
import zipfile
from pathlib import Path

_MARKER = "portable"
_DOS_BEGINS = 315532800  # 1980, the first second a zip can name


def main(onedir: Path, out: Path, top: str) -> None:
    epoch = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), _DOS_BEGINS)
    when = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(onedir.rglob("*")):
            if path.is_file():
                name = f"{top}/{path.relative_to(onedir).as_posix()}"
                archive.writestr(_entry(name, when), path.read_bytes())
        archive.writestr(_entry(f"{top}/{_MARKER}", when), b"")


def _entry(name: str, when: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (when[0], when[1], when[2], when[3], when[4], when[5]))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])

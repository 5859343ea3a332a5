"""Zip a folder of the program to be used where it is unpacked: user data stay beside it.

Usage: portable.py ONEDIR OUT TOP [--trial]    TOP is the folder inside the archive. The same
folder and SOURCE_DATE_EPOCH make the same archive.
"""

import os
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import product  # noqa: E402 (it lies one folder up)

_MARKER = "portable"
_DOS_BEGINS = 315532800  # 1980, the first second a zip can name


def main(onedir: Path, out: Path, top: str, *, trial: bool) -> None:
    files = [(f"{top}/{name}", content) for name, content in contents(onedir)]
    files += [(f"{top}/{_MARKER}", b""), (f"{top}/README.txt", _readme(trial=trial))]
    write(out, files)


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name inside `folder` and the content of each of its files."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def write(out: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write an archive in which every file is of the time SOURCE_DATE_EPOCH."""
    epoch = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), _DOS_BEGINS)
    when = time.gmtime(epoch)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files:
            archive.writestr(_entry(name, when), content)


def _readme(*, trial: bool) -> bytes:
    text = (HERE / "portable.txt").read_text(encoding="utf-8")
    mark = {"trial_zh": "（试装）", "trial_en": " (trial)"}
    filled = product.fill(text, **(mark if trial else dict.fromkeys(mark, "")))
    # As Windows' oldest editors want it.
    return filled.replace("\n", "\r\n").encode("utf-8-sig")


def _entry(name: str, when: time.struct_time) -> zipfile.ZipInfo:
    moment = (when.tm_year, when.tm_mon, when.tm_mday, when.tm_hour, when.tm_min, when.tm_sec)
    entry = zipfile.ZipInfo(name, moment)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], trial="--trial" in sys.argv[4:])

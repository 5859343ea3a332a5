"""Zip a folder of the program to be used where it is unpacked: user data stay beside it.

Usage: portable.py ONEDIR OUT TOP [--trial]    TOP is the folder inside the archive. The same
folder and SOURCE_DATE_EPOCH make the same archive.
"""

import os
import sys
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import product  # noqa: E402 (it lies one folder up)

_MARKER = "portable"
_DOS_BEGINS = 315532800  # 1980, the first second a zip can name


def main(onedir: Path, out: Path, top: str, *, trial: bool) -> None:
    epoch = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), _DOS_BEGINS)
    when = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(onedir.rglob("*")):
            if path.is_file():
                name = f"{top}/{path.relative_to(onedir).as_posix()}"
                archive.writestr(_entry(name, when), path.read_bytes())
        archive.writestr(_entry(f"{top}/{_MARKER}", when), b"")
        archive.writestr(_entry(f"{top}/README.txt", when), _readme(trial=trial))


def _readme(*, trial: bool) -> bytes:
    text = (HERE / "portable.txt").read_text(encoding="utf-8")
    mark = {"trial_zh": "（试装）", "trial_en": " (trial)"}
    filled = product.fill(text, **(mark if trial else dict.fromkeys(mark, "")))
    # As Windows' oldest editors want it.
    return filled.replace("\n", "\r\n").encode("utf-8-sig")


def _entry(name: str, when: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (when[0], when[1], when[2], when[3], when[4], when[5]))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], trial="--trial" in sys.argv[4:])

"""Look through a folder of Windows programs for what must not be shipped.

Usage: audit.py ONEDIR    prints a summary, and fails with a line for each thing that is wrong:
a library of wine, one that belongs to Windows, a file for another processor, a library that
neither the folder nor Windows 10 has, a path of the machine that built it.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pefile

_AMD64 = 0x8664
_CERTIFICATES = 4
# What Windows has itself: a copy of another version, or one made for wine, would break Qt.
_OF_WINDOWS = {"icuuc.dll", "mscms.dll", "ucrtbase.dll"}
# Every Windows 10 from 1809 on has these; names that begin with api-ms-win- are parts of them.
_KNOWN = set((Path(__file__).with_name("libraries.txt")).read_text(encoding="utf-8").split())
_IMPORTS = ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")


def main(onedir: Path) -> int:
    programs = {path: _read(path) for path in sorted(onedir.rglob("*")) if _is_program(path)}
    ours = {path.name.lower() for path in programs}
    wrong = [
        f"{path.relative_to(onedir)}: {what}"
        for path, program in programs.items()
        for what in _wrong(path, program, ours)
    ]
    unsigned = [path.name for path, program in programs.items() if not _is_signed(program)]
    print(f"{len(programs)} programs and libraries, {len(unsigned)} of them not signed")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def _is_program(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) == b"MZ"


def _read(path: Path) -> pefile.PE:
    program = pefile.PE(path, fast_load=True)
    wanted = ["IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"]
    program.parse_data_directories([pefile.DIRECTORY_ENTRY[name] for name in wanted])
    return program


def _is_signed(program: pefile.PE) -> bool:
    return bool(program.OPTIONAL_HEADER.DATA_DIRECTORY[_CERTIFICATES].VirtualAddress)


def _wrong(path: Path, program: pefile.PE, ours: set[str]) -> Iterator[str]:
    content = path.read_bytes()
    if b"Wine builtin DLL" in content[:256] or b"Wine placeholder DLL" in content[:256]:
        yield "a library of wine"
    if path.name.lower() in _OF_WINDOWS:
        yield "belongs to Windows"
    if program.FILE_HEADER.Machine != _AMD64:
        yield "not for x86-64"
    for name in _imported(program):
        known = name in ours or name.startswith("api-ms-win-") or _stem(name) in _KNOWN
        if not known:
            yield f"wants {name}, which is neither here nor part of Windows 10"
    home = os.environ.get("HOME", "")
    if len(home) > 1 and re.search(re.escape(home.encode()) + rb"[\\/]\w", content):
        yield "names a folder of the machine that built it"


def _imported(program: pefile.PE) -> list[str]:
    entries = [entry for name in _IMPORTS for entry in getattr(program, name, [])]
    return [entry.dll.decode().lower() for entry in entries]


def _stem(name: str) -> str:
    return name.removesuffix(".dll")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

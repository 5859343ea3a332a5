"""List for NSIS what a folder installs, so that the uninstaller removes that and nothing else.

Usage: listing.py ONEDIR OUT
"""

import sys
from pathlib import Path, PureWindowsPath


def main(onedir: Path, out: Path) -> None:
    found = sorted(onedir.rglob("*"))
    files = [path for path in found if path.is_file()]
    # The deepest first: a folder goes when it is empty, and stays when somebody put a file in it.
    folders = sorted(
        (path for path in found if path.is_dir()), key=lambda path: (-len(path.parts), path)
    )
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    lines = [
        f"!define KILOBYTES {kilobytes}",
        "!macro remove_installed",
        *(f'    Delete "$INSTDIR\\{_inside(path, onedir)}"' for path in files),
        *(f'    RMDir "$INSTDIR\\{_inside(path, onedir)}"' for path in folders),
        "!macroend",
    ]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")


def _inside(path: Path, onedir: Path) -> str:
    # A dollar begins a variable of NSIS.
    return str(PureWindowsPath(path.relative_to(onedir))).replace("$", "$$")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

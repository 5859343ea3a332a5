"""Compares two builds of one commit: `compare.py ONE OTHER`, packages or frozen folders.

Two packages that are alike byte for byte need no more words. Otherwise every file inside that
differs is named, with its reason where it is a known one. The exit code is 1 where a file differs
for which `EXPLAINED` has no reason.
"""

import argparse
import fnmatch
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

EXPLAINED: dict[str, str] = {
    "*.minisig": "a signature is there where a key was given, and another key makes another one",
}
"""Patterns of paths that may differ between two builds of one commit, each with its reason."""

_OPEN = {
    ".deb": ["dpkg-deb", "--raw-extract", "{package}", "{folder}"],
    ".xz": ["tar", "--extract", "--file", "{package}", "--directory", "{folder}"],
    ".zip": ["unzip", "-q", "{package}", "-d", "{folder}"],
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    options = parser.parse_args()
    one, other = options.one, options.other
    if one.is_file() and other.is_file() and _digest(one) == _digest(other):
        print(f"{one.name}: alike, byte for byte")
        return 0
    found = {one.name: "content"}
    if one.is_dir() or one.suffix in _OPEN:
        with tempfile.TemporaryDirectory() as folder:
            opened = _opened(one, Path(folder, "1")), _opened(other, Path(folder, "2"))
            # A frozen folder has the times of its making: who packs it gives it the commit's.
            found = differences(*opened, timed=one.is_file())
    unexplained = 0
    for path, what in found.items():
        reason = explanation(path)
        unexplained += not reason
        print(f"{path}: {what}: {reason or 'NOT EXPLAINED'}")
    if not found:
        print(f"{one.name}: what is inside is alike; only the packing differs")
    return int(unexplained > 0)


def differences(one: Path, other: Path, *, timed: bool = True) -> dict[str, str]:
    """Return by path what differs: content, rights, time, or that a folder lacks it."""
    first, second = _facts(one, timed=timed), _facts(other, timed=timed)
    found = {}
    for path in sorted(first.keys() | second.keys()):
        if path not in first or path not in second:
            found[path] = f"only in the {'first' if path in first else 'second'}"
        elif first[path] != second[path]:
            pairs = zip(("content", "rights", "time"), first[path], second[path], strict=True)
            found[path] = " and ".join(name for name, mine, its in pairs if mine != its)
    return found


def explanation(path: str) -> str:
    """Return why `path` may differ; empty where it should not."""
    reasons = (why for pattern, why in EXPLAINED.items() if fnmatch.fnmatch(path, pattern))
    return next(reasons, "")


def _opened(package: Path, folder: Path) -> Path:
    """Return the folder `package`, or one it was opened into."""
    if package.is_dir():
        return package
    folder.mkdir()
    values = {"package": str(package), "folder": str(folder)}
    command = [part.format(**values) for part in _OPEN[package.suffix]]
    subprocess.run(command, check=True)
    return folder


def _facts(folder: Path, *, timed: bool) -> dict[str, tuple[str, str, str]]:
    """Return the content, the rights and the time of everything in a folder."""
    facts = {}
    for path in folder.rglob("*"):
        about = path.lstat()
        if path.is_symlink():
            content = f"-> {path.readlink()}"
        else:
            content = "" if path.is_dir() else _digest(path)
        time = str(int(about.st_mtime)) if timed else ""
        facts[str(path.relative_to(folder))] = (content, oct(about.st_mode), time)
    return facts


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())

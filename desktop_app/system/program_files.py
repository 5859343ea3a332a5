"""Whether the files of the packaged program are those that were packed.

Beside the program lies `files.sha256`, as `sha256sum` writes it, with a line for each file.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from desktop_app.domain.messages import Message

LIST = "files.sha256"
_BLOCK = 1024 * 1024


def count(program: Path) -> int:
    """Return how many files were packed; 0 where the list itself is missing or unreadable."""
    return len(_packed(program))


def damages(program: Path) -> Iterator[Message]:
    """Yield a message for each file that is missing, unreadable or another one than was packed."""
    packed = _packed(program)
    if not packed:
        yield Message("check_file_missing", {"file": LIST})
    for name, digest in packed.items():
        path = program / name
        if not path.is_file():
            yield Message("check_file_missing", {"file": name})
            continue
        try:
            changed = _digest(path) != digest
        except OSError as error:
            yield Message("check_file_unreadable", {"file": name, "why": error.strerror or ""})
            continue
        if changed:
            yield Message("check_file_changed", {"file": name})


def write_list(program: Path) -> Path:
    """Write the list of all files in the folder `program` and return it."""
    listed = program / LIST
    files = sorted(path for path in program.rglob("*") if path.is_file() and path != listed)
    lines = [f"{_digest(path)}  {path.relative_to(program).as_posix()}\n" for path in files]
    listed.write_text("".join(lines), encoding="utf-8", newline="\n")
    return listed


def _packed(program: Path) -> dict[str, str]:
    try:
        text = (program / LIST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.split("  ", 1) for line in text.splitlines() if "  " in line)
    return {name: digest for digest, name in pairs}


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()

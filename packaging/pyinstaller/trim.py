"""What of PyInstaller's analysis stays in a package: everything but what trim.toml names."""

import sys
import tomllib
from importlib import metadata
from pathlib import Path

SYSTEM = "windows" if sys.platform == "win32" else "linux"
Entry = tuple[str, str, str]
"""A file of the analysis: its name in the package, its source, its kind."""


def _read() -> dict[str, list[str]]:
    found = tomllib.loads((Path(__file__).parent / "trim.toml").read_text(encoding="utf-8"))
    if int(metadata.version("numpy").split(".")[0]) >= 2:
        for kind, names in found["numpy2"].items():
            found[kind] += names
    own = found[SYSTEM]
    return {**found, "paths": found["paths"] + own["paths"], "libraries": own["libraries"]}


_TRIM = _read()
MODULES = _TRIM["modules"]
"""Modules that the analysis is told to leave out."""


def starts(script: Entry) -> bool:
    """Whether a script, the program's own or one that is run before it, belongs in the package."""
    return script[0] not in _TRIM["before"]


def stays(entry: Entry) -> bool:
    """Whether a file belongs in the package."""
    path = entry[0].replace("\\", "/")
    name = path.rpartition("/")[2]
    lower = path.lower()
    if "PySide6/" in path and "/translations/" in path:
        return name.startswith(tuple(_TRIM["qt_words"]))
    if "dist-info/" in path:
        return name == "METADATA"
    if lower.endswith(tuple(_TRIM["suffixes"])):
        return False
    if any(part in lower for part in _TRIM["paths"]):
        return False
    if name.startswith(tuple(_TRIM["libraries"])):
        return False
    # Where Python's own extensions lie: a folder on Linux, the top on Windows.
    own = "lib-dynload/" in path or ("/" not in path and name.endswith(".pyd"))
    return not (own and name.startswith(tuple(_TRIM["extensions"])))

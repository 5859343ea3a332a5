"""Tells the licences of what comes from Debian's packages, by a list and by their own texts."""

import fnmatch
import re
import tomllib
from pathlib import Path

_FILE = Path(__file__).with_suffix(".toml")


def licence(package: str, text: str) -> str:
    """Return the licence of a `package` whose copyright file holds `text`.

    Raises:
        LookupError: none is written down, or the text says another thing.
    """
    known = tomllib.loads(_FILE.read_text(encoding="utf-8"))["licence"]
    for one in known:
        if any(fnmatch.fnmatch(package, pattern) for pattern in one["packages"]):
            if _flowing(one["says"]) not in _flowing(text):
                raise LookupError(f"the text of {package} no longer says: {one['says']}")
            return str(one["name"])
    raise LookupError(f"{_FILE.name} names no licence of {package}")


def _flowing(text: str) -> str:
    """Return `text` without its line breaks, as one line."""
    return re.sub(r"\s+", " ", text)

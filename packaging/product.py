"""The facts of the product for what makes packages; `product.py KEY…` prints them, a line each."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""

PACKAGING = ROOT / "packaging"


def facts() -> dict[str, Any]:
    """Return `product.toml` with what is written elsewhere: version, command, licence."""
    found = tomllib.loads((PACKAGING / "product.toml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    module = ROOT / project["tool"]["hatch"]["version"]["path"]
    found["version"] = _assigned(module, "__version__")
    found["app_id"] = _assigned(module, "APP_ID")
    found["command"] = project["project"]["name"]
    found["licence"] = project["project"]["license"]
    return found


def fact(key: str) -> str:
    """Return the fact under a dotted `key`, such as `publisher.name`."""
    value: Any = facts()
    for part in key.split("."):
        value = value[part]
    return str(value)


def fill(text: str, **more: str) -> str:
    """Return `text` with each `@dotted.key@` replaced by its fact, or by what `more` says."""

    def replacement(match: re.Match[str]) -> str:
        key = match[1]
        return more[key] if key in more else fact(key)

    return re.sub(r"@([a-z][a-zA-Z_.]*)@", replacement, text)


def _assigned(module: Path, name: str) -> str:
    text = module.read_text(encoding="utf-8")
    match = re.search(rf'^{name} = "([^"]+)"', text, re.MULTILINE)
    if match is None:
        raise ValueError(f"{module} names no {name}")
    return match[1]


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        print(fact(wanted))

"""The knowledge files in `resources/`, read once each."""

from functools import cache
from typing import TYPE_CHECKING, Any

from desktop_app.domain.folding import Folding
from desktop_app.domain.messages import Message
from desktop_app.system import paths

if TYPE_CHECKING:
    from desktop_app.domain.units import UnitTable


@cache
def table(name: str) -> dict[str, Any]:
    """Return `resources/<name>.toml` as nested dictionaries. Callers must not change it."""
    # Its parser is imported by the first who needs a table: the text is seen without any.
    import tomllib

    return tomllib.loads((paths.resources() / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def text(name: str) -> str:
    """Return the file `resources/<name>` as it is."""
    return (paths.resources() / name).read_text(encoding="utf-8")


@cache
def folding() -> Folding:
    """Return the folding that searches use."""
    pairs = table("folding")
    return Folding(
        pairs["traditional"] + pairs["variants"], pairs["simplified"] + pairs["variants_meant"]
    )


@cache
def units() -> "UnitTable":
    """Return the units that the program knows."""
    from desktop_app.domain.units import UnitTable

    return UnitTable(table("units"))


def sentence(message: Message, language: str) -> str:
    """Put `message` into words in `language` (zh_CN, zh_TW or en)."""
    words: dict[str, str] = table("messages")[message.id]
    return words[language].format(**message.params)

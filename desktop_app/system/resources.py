"""The knowledge files in `resources/`, read once each."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop_app.domain.folding import Folding
from desktop_app.domain.messages import Message, Param
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


def sentence(message: Message, language: str, spell: Callable[[str], str] = str) -> str:
    """Put `message` into words in `language` (zh_CN, zh_TW or en).

    `spell` writes the words of others that it holds: names, numbers, units.
    """
    words: dict[str, str] = table("messages")[message.id]
    said = {name: _said(value, language, spell) for name, value in message.params.items()}
    return words[language].format(**said)


def sentences(
    messages: Iterable[Message], language: str, spell: Callable[[str], str] = str
) -> str:
    """Put several sentences into words, one behind the other."""
    between: str = table("vocabulary")["between"]["sentences"][language]
    return between.join(sentence(one, language, spell) for one in messages)


def between_clauses(language: str) -> str:
    """Return what stands between the parts of what is said."""
    between: str = table("vocabulary")["between"]["clauses"][language]
    return between


def _said(value: Param, language: str, spell: Callable[[str], str]) -> str | int:
    if isinstance(value, Message):
        return sentence(value, language, spell)
    if isinstance(value, tuple):
        return between_clauses(language).join(sentence(one, language, spell) for one in value)
    return spell(value) if isinstance(value, str) else value

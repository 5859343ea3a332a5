"""The reading text in Simplified and in Traditional characters, of one length."""

import re
from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

from desktop_app.system import resources


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def to_simplified(text: str) -> str:
    """Return `text` in Simplified characters, of the same length."""
    simplified = _convert(text, "t2s")
    meant = resources.table("repair")["simplified"]
    own = {
        place
        for word in _any_of(resources.table("repair")["written"]).finditer(simplified)
        for place in range(*word.span())
    }

    def read(half: re.Match[str]) -> str:
        """Return a word in Simplified, unless what is Traditional in it belongs to another."""
        becomes: str = meant[half[0]]
        changed = {
            half.start() + at
            for at, (old, new) in enumerate(zip(half[0], becomes, strict=True))
            if old != new
        }
        return becomes if own.isdisjoint(changed) else half[0]

    return _any_of(meant).sub(read, simplified)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def to_traditional(text: str) -> str:
    """Return Simplified `text` in Traditional characters, of the same length.

    In the forms in common use (為, not 爲), which OpenCC keeps with Taiwan's.
    """
    return _convert(text, "s2tw")


def spelling(text: str) -> str:
    """Return Simplified `text` as a page in Traditional characters spells it, of one length."""
    return _convert(text, "s2t")


def _convert(text: str, config: str) -> str:
    return "\n".join(_convert_line(line, config) for line in text.split("\n"))


def _convert_line(line: str, config: str) -> str:
    """Convert by phrases; where that changes the length, character by character."""
    if line.isascii():
        return line
    converted = str(_converter(config).convert(line))
    if len(converted) == len(line):
        return converted
    return "".join(_convert_char(char, config) for char in line)


@cache
def _convert_char(char: str, config: str) -> str:
    converted = str(_converter(config).convert(char))
    return converted if len(converted) == 1 else char

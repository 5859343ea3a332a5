"""Traditional characters for a Simplified text, light enough to be called while one waits."""

import re
from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

from desktop_app.system import resources


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def to_traditional(text: str) -> str:
    """Return Simplified `text` in Traditional characters, of the same length.

    In the forms in common use (為, not 爲), which OpenCC keeps with Taiwan's; names as
    `repair.toml` has them, unless they begin inside a word: 示范县 is no 范县.
    """
    traditional = list(convert(text, "s2tw"))
    names = resources.table("repair")["traditional"]
    for name in any_of(names).finditer(text):
        from desktop_app.pipeline.repair.words import in_print

        start, end = name.span()
        if text[max(start - 1, 0) : start + 1] not in in_print():
            traditional[start:end] = names[name[0]]
    return "".join(traditional)


def convert(text: str, config: str) -> str:
    """Return `text` converted by a configuration of OpenCC, of the same length."""
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


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of any of these words."""
    return re.compile("|".join(map(re.escape, words)))

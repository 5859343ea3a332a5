"""The words of `resources/figures.toml`, `units.toml` and `indicators.toml`, made for matching."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from desktop_app.system import resources


def table() -> dict[str, Any]:
    """Return the knowledge of how figures are written."""
    return resources.table("figures")


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def words(path: str) -> tuple[str, ...]:
    """Return the list at a dotted path (`names.heads`), the longest word first."""
    value: Any = table()
    for key in path.split("."):
        value = value[key]
    return tuple(sorted(value, key=lambda word: (-len(word), word)))


@cache
def word_set(path: str) -> frozenset[str]:
    """Return the list at a dotted path as a set, to ask whether a word is in it."""
    return frozenset(words(path))


@cache
def pattern(path: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """Return the list at a dotted path as one pattern between `before` and `after`."""
    return re.compile(before + choice(path) + after)


@cache
def choice(path: str) -> str:
    """Return the list at a dotted path as the text of a pattern, to build a longer one from."""
    return alternatives(words(path))


@cache
def named(path: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the (pattern, name) pairs at a dotted path."""
    value: Any = table()
    for key in path.split("."):
        value = value[key]
    return tuple((re.compile(entry["pattern"]), str(entry["name"])) for entry in value)


@cache
def short_names() -> dict[str, str]:
    """Return abbreviations of indicators with the full name of each (社零: 社会消费品零售总额)."""
    indicators = resources.table("indicators")["indicators"]
    return {short: name for name, said in indicators.items() for short in said.get("short", ())}


@cache
def indicators() -> frozenset[str]:
    """Return the full names of common indicators, of now and of before."""
    listed = resources.table("indicators")
    names = {*listed["plain"], *listed["indicators"]}
    for said in listed["indicators"].values():
        names.update(said.get("also", ()), said.get("formerly", ()))
    return frozenset(names)


@cache
def kept() -> re.Pattern[str]:
    """Return what may not be cut though a part of it looks like a filler or a link."""
    return pattern("names.kept")


def inside_kept_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a part of a longer word that must stay whole."""
    return any(
        match.start() <= start and end <= match.end() and match.end() - match.start() > end - start
        for match in kept().finditer(text)
    )

"""The words of `resources/search.toml`, folded for matching."""

import re
from functools import cache
from typing import Any

from desktop_app.domain.search import FilterKind
from desktop_app.system import resources

QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』"}
"""What opens a phrase, and what closes it."""


def fold(text: str) -> str:
    """Return `text` as words are compared, of the same length."""
    return resources.folding().fold(text)


def _table() -> dict[str, Any]:
    return resources.table("search")


@cache
def filter_names() -> dict[str, FilterKind]:
    """Return every name of a filter, folded."""
    names: dict[str, list[str]] = _table()["filters"]
    return {fold(name): FilterKind(kind) for kind, of_kind in names.items() for name in of_kind}


def shown(section: str, key: str) -> tuple[str, ...]:
    """Return a list of the file as it is written, the word that is shown first at its head."""
    return tuple(_table()[section][key])


def kinds_shown() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return what 类: may ask for, as it is shown: which kinds of passages, and all its words."""
    return {
        name: (tuple(entry["kinds"]), tuple(map(fold, entry["words"])))
        for name, entry in _table()["kinds"].items()
    }


@cache
def passage_kinds() -> dict[str, tuple[str, ...]]:
    """Return which kinds of passages a word means, by the folded word."""
    return {
        fold(word): tuple(entry["kinds"])
        for entry in _table()["kinds"].values()
        for word in entry["words"]
    }


def everyday() -> dict[str, tuple[str, ...]]:
    """Return which indicators people mean by words of their own, by the folded words."""
    said: dict[str, list[str]] = _table()["synonyms"]["everyday"]
    return {fold(word): tuple(names) for word, names in said.items()}


@cache
def beside_numbers(side: str) -> tuple[tuple[str, str], ...]:
    """Return (word, what it says) of those `before` or `behind` a number, the longest first."""
    pairs = [(fold(word), what) for what, words in _table()[side].items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def beside(side: str, what: str) -> tuple[str, ...]:
    """Return the words `before` or `behind` a number that say `what`, the longest first."""
    return tuple(word for word, said in beside_numbers(side) if said == what)


@cache
def listed(path: str) -> tuple[str, ...]:
    """Return the words of the list at a dotted path (`ranges.dots`), folded, the longest first."""
    section, key = path.split(".")
    return tuple(sorted(map(fold, _table()[section][key]), key=len, reverse=True))


@cache
def pattern(*paths: str) -> str:
    """Return a pattern for any word of the lists at `paths`."""
    words = {word for path in paths for word in listed(path)}
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))

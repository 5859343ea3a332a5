"""The words of `resources/audit.toml`, made ready for matching."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from desktop_app.system import resources


class Group(Struct, frozen=True, dict=True, eq=False):
    """Kinds that make up a whole: each slot is one kind, by any of its words.

    `least` of the slots are told at least. A group that is not `sure` may have other kinds, and
    where some slots are missing they may be the rest; where its kinds are `disjoint` they are
    together no more than the whole. `unless` is a kind that is missing only where no word of the
    text tells of it, `until` the last year before a missing kind was counted apart. Parts that
    are `doubted` by a word in their names may be of another scope, `partial` ones need not be all.

    `totals` are words that the whole's own name has where a part has the word of its slot;
    `wholes` are full names of the whole, where all parts' names hold a word. `per_head`:
    averages of one population, which add up.
    """

    slots: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    wholes: tuple[tuple[str, tuple[str, ...]], ...]
    least: int
    sure: bool
    disjoint: bool
    unless: str
    until: int
    doubted: tuple[str, ...]
    partial: tuple[str, ...]
    per_head: bool

    def slot(self, name: str) -> tuple[int, str] | None:
        """Return the slot a name falls into and the word that says so; None for none or two."""
        return _slot(self, name)

    def words(self) -> list[tuple[str, int]]:
        """Return every word with its slot, -1 for the whole's, the longest first."""
        words = [(word, at) for at, slot in enumerate(self.slots) for word in slot]
        words += [(word, -1) for word in self.totals]
        return sorted(words, key=lambda pair: -len(pair[0]))


@cache
def _slot(group: Group, name: str) -> tuple[int, str] | None:
    rest, found = name, None
    for word, at in group.words():
        if word not in rest:
            continue
        if at < 0 or (found is not None and found[0] != at):
            return None
        found = found or (at, word)
        rest = rest.replace(word, "")
    return found


def table() -> dict[str, Any]:
    """Return the knowledge of which numbers belong together."""
    return resources.table("audit")


@cache
def groups() -> tuple[Group, ...]:
    """Return what is known to make up a whole."""
    return tuple(
        Group(
            tuple(tuple(slot) for slot in entry["slots"]),
            tuple(entry.get("totals", ())),
            tuple((word, tuple(all_of)) for word, all_of in entry.get("wholes", {}).items()),
            entry.get("least", len(entry["slots"])),
            entry.get("sure", True),
            entry.get("disjoint", False),
            entry.get("unless", ""),
            entry.get("until", 0),
            tuple(entry.get("doubted", ())),
            tuple(entry.get("partial", ())),
            entry.get("per_head", False),
        )
        for entry in table()["group"]
    )


@cache
def known() -> dict[str, list[dict[str, Any]]]:
    """Return the relations of known definition by the names of what they define."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in table()["known"]:
        for name in entry["names"]:
            found.setdefault(name, []).append(entry)
    return found


@cache
def pattern(part: str, name: str) -> re.Pattern[str]:
    """Return a pattern of the table, compiled once."""
    return re.compile(table()[part][name])


@cache
def slots_of(name: str) -> tuple[tuple[Group, int], ...]:
    """Return the groups that a name is a kind of, with the slot that it falls into."""
    found = ((group, group.slot(name)) for group in groups())
    return tuple((group, slot[0]) for group, slot in found if slot is not None)


@cache
def standard(name: str) -> str:
    """Return the standard name of an indicator that is named with more words."""
    for entry in table()["standard"]:
        if re.search(entry["pattern"], name):
            return str(entry["name"])
    return name


@cache
def is_change(name: str) -> bool:
    """Whether a name is that of the distance between two levels (比年初增加额)."""
    return pattern("names", "increment").search(name) is not None


@cache
def is_additive(name: str, per_head: bool) -> bool:
    """Whether a name is none of averages, rates or prices; averages may be asked for."""
    names = table()["names"]
    allowed = names["per_head"] if per_head else []
    return not any(word in name for word in names["not_added"] if word not in allowed)


@cache
def scopes(name: str) -> frozenset[str]:
    """Return the words of a name that tell a scope; of averages, whose averages they are."""
    names = table()["names"]
    words = [*names["scopes"], *(names["residents"] if holds(name, names["per_head"]) else [])]
    return frozenset(word for word in words if word in name)


@cache
def plain(name: str) -> str:
    """Return a name without words that say nothing of its kind, and without its ending."""
    for word in table()["names"]["dropped"]:
        name = name.replace(word, "")
    for end in table()["names"]["ends"]:
        if name.endswith(end) and len(name) > len(end) + 1:
            return name.removesuffix(end)
    return name


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether any of `words` stands in `text`."""
    return any(word in text for word in words)

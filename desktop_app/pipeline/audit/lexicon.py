"""The words of `resources/audit.toml`, made ready for matching."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.system import resources


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds that make up a whole: each slot is one kind, by any of its words.

    An `open` group needs `least` of its slots; any other needs them all. `totals` are words that
    the whole's own name has where a part has the word of its slot.
    """

    slots: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    least: int

    @property
    def is_open(self) -> bool:
        """Whether the whole may have more kinds, or lack some of these."""
        return self.least < len(self.slots)

    def slot(self, name: str) -> tuple[int, str] | None:
        """Return the slot a name falls into and the word that says so; None for none or two."""
        rest, found = name, None
        words = [(word, at) for at, slot in enumerate(self.slots) for word in slot]
        words += [(word, -1) for word in self.totals]
        for word, at in sorted(words, key=lambda pair: -len(pair[0])):
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
            entry.get("least", len(entry["slots"])),
        )
        for entry in table()["group"]
    )


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether any of `words` stands in `text`."""
    return any(word in text for word in words)

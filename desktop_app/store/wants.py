"""A query made ready to be compared: folded and canonical."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.search import Interval, Query
from desktop_app.store.canonical import canonical
from desktop_app.store.sounds import can_be_sound
from desktop_app.system import resources


class Group(NamedTuple):
    """Canonical texts of which one must occur, or a figure with a value in the interval."""

    texts: tuple[str, ...]
    value: Interval | None = None

    @property
    def is_letter(self) -> bool:
        """Whether one character alone is wanted, which has no pair."""
        return len(self.texts[0]) == 1

    def holds(self, text: str) -> bool:
        """Whether one of the texts occurs in canonical `text`."""
        if len(self.texts) == 1:
            return self.texts[0] in text
        return any(wanted in text for wanted in self.texts)


# Tuples, for they are made at every keystroke, sooner than a frozen struct is.
class Asked(NamedTuple):
    """The texts a passage must hold, one of each group, and those it must not hold."""

    groups: tuple[Group, ...]
    unwanted: tuple[str, ...] = ()
    sound: str = ""
    """What may be the sound of a name; empty where nothing may."""
    names: tuple[str, ...] = ()
    """What may be a whole name, folded: the only term, or a synonym of it."""

    def holds(self, text: str) -> bool:
        """Whether canonical `text` answers."""
        # Written out: this is asked of every passage of a small library.
        for group in self.groups:
            if not group.holds(text):
                return False
        return not self.unwanted or not self.holds_unwanted(text)

    def holds_unwanted(self, text: str) -> bool:
        """Whether canonical `text` holds what it must not."""
        return any(unwanted in text for unwanted in self.unwanted)


def asked_by(query: Query) -> Asked:
    """Return the terms of `query`, ready to be compared."""
    fold = resources.folding().fold
    groups: list[Group] = []
    unwanted: list[str] = []
    folded: list[str] = []
    for term in query.terms:
        if term.without:
            unwanted.append(canonical(fold(term.text)))
        else:
            folded = [fold(term.text), *map(fold, term.also)]
            groups.append(Group(_alternatives(folded), term.value))
    if len(groups) != 1:
        return Asked(tuple(groups), tuple(unwanted))
    sound = folded[0] if can_be_sound(folded[0]) else ""
    return Asked(tuple(groups), tuple(unwanted), sound, tuple(dict.fromkeys(folded)))


def _alternatives(folded: Sequence[str]) -> tuple[str, ...]:
    typed = canonical(folded[0])
    if len(typed) == 1 or len(folded) == 1:
        # One character is looked up in another table than the rest.
        return (typed,)
    others = (other for other in map(canonical, folded[1:]) if len(other) > 1)
    return tuple(dict.fromkeys((typed, *others)))


def text_of(typed: str) -> str:
    """Return what was typed as it is compared."""
    return canonical(resources.folding().fold(typed))

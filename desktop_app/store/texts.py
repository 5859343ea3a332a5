"""What a search needs of a library, whether it reads the texts or asks an index for them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from desktop_app.domain.search import NamedBy
from desktop_app.store.sounds import is_said
from desktop_app.store.wants import Asked

FIGURES_BY_NAME = """
    SELECT i.id, p.place, f.id
      FROM passage AS p
      JOIN figure AS f ON f.bulletin_id = p.bulletin_id
                      AND f.id BETWEEN p.first_figure AND p.last_figure
      JOIN indicator AS i ON i.name = f.indicator
"""
"""Indicator, place and id of figures, of all or as a condition says that follows."""

FIRST_PLACE, LAST_PLACE = 0, 1 << 31
HEADINGS = 64
"""So many wordings of headings are looked at; what more there is is found as text."""


class Name(Struct, frozen=True):
    """An indicator that answers by its name."""

    id: int
    name: str
    figures: int
    by: NamedBy


class Texts(Protocol):
    """The texts of a library. Places run from `low` up to `high`, which is not among them."""

    def exact_names(self, asked: Asked) -> Sequence[Name]:
        """Return the indicators that are what was typed."""

    def names(self, asked: Asked) -> Iterator[Name]:
        """Yield the indicators whose name answers, also by its sound, in the order of ids."""

    def named(self, names: Sequence[int], low: int, high: int) -> Iterator[tuple[int, int]]:
        """Return place and id of the figures of indicators, in the order of places."""

    def headings(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        """Yield the places of the headings that answer, also by their sound, in order."""

    def passages(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        """Yield the places of the passages that answer, in order."""

    def count(self, asked: Asked) -> int:
        """Return how many passages answer."""

    def chapter_starts(
        self, stretches: Sequence[tuple[int, int]]
    ) -> tuple[Sequence[int], Sequence[tuple[int, int | None]]]:
        """Return where chapters begin in these, and (bulletin, chapter) of each; in order."""


def answers(asked: Asked, text: str, said: str) -> bool:
    """Whether a name or heading answers, by itself (canonical) or by its sound."""
    if asked.holds(text):
        return True
    return bool(asked.sound) and not asked.holds_unwanted(text) and is_said(asked.sound, said)

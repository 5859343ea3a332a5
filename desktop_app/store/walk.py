"""Walks through what answers a query as it stands: in one bulletin, from one to the next."""

import copy
from collections.abc import Iterator
from heapq import merge
from itertools import chain
from typing import Self

from desktop_app.store.filters import Stretch
from desktop_app.store.search import Found, Search
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE

_BACK = "SELECT place FROM passage WHERE place < ? ORDER BY place DESC LIMIT 1 OFFSET ?"
_FIRST_STEP = 512
"""So many passages are looked through first on the way back, then twice as many, and so on."""


class Walk(Search):
    """A search that can begin at a bulletin, and goes forward or back."""

    def within(self, low: int, high: int) -> Self:
        """Return the same search of the places from `low` up to `high` alone."""
        # Names are looked up once; they are the whole library's.
        self.names()
        part = copy.copy(self)
        part._counted = None  # noqa: SLF001 - a copy of itself
        clipped = ((max(a, low), min(b, high)) for a, b in self._stretches)
        part._stretches = [(a, b) for a, b in clipped if a < b]  # noqa: SLF001 - a copy of itself
        return part

    def by_place(self) -> Iterator[Found]:
        """Yield all that answers, by its text or by a name, in the order of places."""
        named = self._named(self.names)
        last = None
        for found in merge(named, self._headings(), self.in_order(), key=_place):
            if found.place != last:
                last = found.place
                yield found

    def ranked_from(self, home: Stretch | None) -> Iterator[Found]:
        """Yield what answers, the likeliest first, and before all others what lies at `home`."""
        if home is None:
            yield from self.ranked()
            return
        low, high = home
        yield from self.within(low, high).ranked()
        for found in self.ranked():
            if not low <= found.place < high:
                yield found

    def by_place_from(self, home: Stretch | None) -> Iterator[Found]:
        """Yield what answers in the order of places, from `home` on and round the end."""
        first = FIRST_PLACE if home is None else home[0]
        after, before = self.within(first, LAST_PLACE), self.within(FIRST_PLACE, first)
        return chain(after.by_place(), before.by_place())

    def beyond(self, here: Stretch, step: int) -> Found | None:
        """Return the nearest hit after (`step` 1) or before (-1) a stretch, round the end.

        None where nothing answers outside of it.
        """
        low, high = here
        outside = ((high, LAST_PLACE), (FIRST_PLACE, low))
        if step > 0:
            parts = (self.within(*part).by_place() for part in outside)
            return next(chain.from_iterable(parts), None)
        for part in reversed(outside):
            found = self._last_in(*part)
            if found is not None:
                return found
        return None

    def _last_in(self, low: int, high: int) -> Found | None:
        step = _FIRST_STEP
        while high > low:
            row = self._connection.execute(_BACK, (high, step - 1)).fetchone()
            start = low if row is None else max(low, row[0])
            found = list(self.within(start, high).by_place())
            if found:
                return found[-1]
            high, step = start, 2 * step
        return None


def _place(found: Found) -> int:
    return found.place

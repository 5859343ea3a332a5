"""Finds what answers a query, exactly, the likeliest first.

A hit is a passage. First come those with a figure whose indicator is what was typed, then
headings, then passages with a figure whose indicator's name holds it, then the others; within each
the newest bulletin first, in the order of the text. A small library is read, a large one has an
index; both find the same.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, islice, starmap
from typing import NamedTuple

from desktop_app.domain.search import ChapterCount, IndicatorMatch, Interval, Query
from desktop_app.store import by_chapter, matching, sifting
from desktop_app.store.canonical import canonical
from desktop_app.store.filters import FigureRow, Filters, Row, Stretch, figures_of, has_value
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE, Name, Texts
from desktop_app.store.wants import Asked, asked_by

_ROW = """
    SELECT place, bulletin_id, id, section_id, chapter_id, kind, first_figure, last_figure
      FROM passage WHERE place = ?
"""
_STRETCHES = """
    SELECT (SELECT place FROM passage WHERE bulletin_id = one.value ORDER BY id LIMIT 1),
           (SELECT place + 1 FROM passage WHERE bulletin_id = one.value ORDER BY id DESC LIMIT 1)
      FROM json_each(?) AS one
"""
_TEXT = "SELECT folded, label_length, read_start FROM passage WHERE place = ?"
# The bounds are a little wide, as floating-point numbers are; Python judges exactly.
BY_VALUE = """
    SELECT DISTINCT p.place
      FROM figure AS f
      JOIN passage AS p ON p.bulletin_id = f.bulletin_id
                       AND f.id BETWEEN p.first_figure AND p.last_figure
     WHERE f.base_value <> '' AND CAST (f.base_value AS REAL) BETWEEN ? AND ?
     ORDER BY p.place
"""
_A_HAIR = 1e-9
_LOOKED_AT = 32
"""Names that are looked at; common ones have come into the library first."""
_MOST_NAMES = 8
"""Of those, so many lead to hits of their own; the rest is found as text."""


def stretch_of(connection: sqlite3.Connection, bulletin_id: int | None) -> Stretch | None:
    """Return the places of a bulletin; None where the library holds none of it."""
    if bulletin_id is None:
        return None
    first, end = connection.execute(_STRETCHES, (f"[{bulletin_id}]",)).fetchone()
    return None if first is None else (int(first), int(end))


class Found(NamedTuple):
    """Where a passage is that answers; `figure_id` where a figure in it answers by its name."""

    place: int
    figure_id: int | None = None


class Search:
    """One query in one library."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts, query: Query) -> None:
        self._connection = connection
        self._texts = texts
        self.query = query
        self.asked: Asked = asked_by(query)
        self.filters = Filters(connection, query.filters)
        self._values = [group.value for group in self.asked.groups if group.value is not None]
        # Kept by hand: cached properties cost a small library as much as to look for them does.
        self._exact_found: Sequence[Name] | None = None
        self._parts_found: Sequence[Name] | None = None
        self._counted: int | None = None
        self._stretches = (
            self.filters.stretches() if self.asked.groups or query.asks_something else []
        )

    def names(self) -> Sequence[Name]:
        """Return the indicators that answer by their name, the best first."""
        return [*self._exact(), *self._parts()]

    def indicators(self) -> tuple[IndicatorMatch, ...]:
        """Return the names that answer as a result shows them."""
        return tuple(IndicatorMatch(name.name, name.figures, name.by) for name in self.names())

    def _exact(self) -> Sequence[Name]:
        if self._exact_found is None:
            self._exact_found = self._texts.exact_names(self.asked) if self._stretches else ()
        return self._exact_found

    def _parts(self) -> Sequence[Name]:
        """Return the indicators whose name holds what was typed, those with most figures first."""
        if self._parts_found is None:
            self._parts_found = self._find_parts()
        return self._parts_found

    def _find_parts(self) -> Sequence[Name]:
        if not self.asked.groups or not self._stretches:
            return ()
        for group in self.asked.groups:
            if group.is_letter:
                # One character stands in too many names to mean one.
                return ()
        parts = list(islice(self._texts.names(self.asked), _LOOKED_AT))
        exact = self._exact()
        if exact:
            known = {name.id for name in exact}
            parts = [name for name in parts if name.id not in known]
        parts.sort(key=lambda name: (-name.figures, len(name.name), name.id))
        return parts[:_MOST_NAMES]

    def ranked(self) -> Iterator[Found]:
        """Yield what answers, each passage once, the likeliest first."""
        seen: set[int] = set()
        exact, parts = self._named(self._exact), self._named(self._parts)
        for found in chain(exact, self._headings(), parts):
            if found.place not in seen:
                seen.add(found.place)
                yield found
        for place in self._passing():
            if place not in seen:
                yield Found(place)

    def in_order(self) -> Iterator[Found]:
        """Yield the passages whose text answers, the newest bulletin first, in their order."""
        return map(Found, self._passing())

    def row(self, place: int) -> Row:
        """Return the passage at a place."""
        return Row(*self._connection.execute(_ROW, (place,)).fetchone())

    def count(self) -> int:
        """Return how many passages answer by their text."""
        if self._counted is None:
            self._counted = self._find_count()
        return self._counted

    def _find_count(self) -> int:
        if self._is_plain and self._stretches == [(FIRST_PLACE, LAST_PLACE)]:
            return self._texts.count(self.asked)
        if self._is_plain:
            return sum(1 for _ in self._places())
        return sum(1 for _ in self._passing())

    def places(self, most: int) -> int | None:
        """Return in how many places they answer; None where more than `most` passages do.

        A passage that answers by where it stands alone is one.
        """
        if self.count() > most:
            return None
        return sum(max(1, len(self._spans(found.place))) for found in self.in_order())

    def _spans(self, place: int) -> tuple[matching.Span, ...]:
        folded, label, base = self._connection.execute(_TEXT, (place,)).fetchone()
        words = matching.spans(self.asked, folded, label)
        if not self.asks_for_figures:
            return words
        return self.with_figures(words, figures_of(self._connection, self.row(place)), base)

    def with_figures(
        self, words: Sequence[matching.Span], figures: Iterable[FigureRow], base: int
    ) -> tuple[matching.Span, ...]:
        """Return where a passage answers: by `words`, and by each of its figures that does.

        The passage stands at `base` of the reading text. A number that is marked as it was typed
        is not marked again with its unit.
        """
        found = list(words)
        for figure in figures if self.asks_for_figures else ():
            start, end = figure.read_start - base, figure.read_end - base
            is_filtered = self.filters.of_figures and self.filters.is_wanted(figure)
            is_marked = any(a < end and start < b for a, b in words)
            if is_filtered or (not is_marked and self.is_asked_for(figure)):
                found.append((start, end))
        return matching.joined(found)

    def chapters(self, bulletins: Collection[int] | None = None) -> tuple[ChapterCount, ...]:
        """Return how many passages answer in each chapter that has some, in their order.

        `bulletins` limits it to these; in a large library those that are shown are enough.
        """
        stretches = self._stretches if bulletins is None else self._of(bulletins)
        return by_chapter.counted(
            self._texts, lambda one: self._passing([one]), stretches, gaps=self._walks_gaps
        )

    @property
    def _walks_gaps(self) -> bool:
        """Whether what lies between two bulletins is no trouble to look through."""
        return self._is_plain and len(self._stretches) == 1

    def _of(self, bulletins: Collection[int]) -> list[Stretch]:
        """Return where these bulletins lie, as far as the filters let them through."""
        found = self._connection.execute(_STRETCHES, (json.dumps(sorted(bulletins)),))
        return [
            (low, high)
            for low, high in sorted(stretch for stretch in found if stretch[0] is not None)
            if any(a <= low and high <= b for a, b in self._stretches)
        ]

    @property
    def asks_for_figures(self) -> bool:
        """Whether figures answer, by their value, unit or growth."""
        return bool(self._values or self.filters.of_figures)

    def is_asked_for(self, figure: FigureRow) -> bool:
        """Whether a figure has a value that a term asks for, which is written in another way."""
        return any(has_value(figure, value) for value in self._values)

    @property
    def _is_plain(self) -> bool:
        """Whether the place of a passage tells all there is to judge, beside its text."""
        return not self._values and not self.filters.look_at_passages

    def _passing(self, stretches: Iterable[Stretch] | None = None) -> Iterator[int]:
        """Return the places of the passages that answer by their text and as the filters want."""
        if self.asked.groups or not self.filters.look_at_passages:
            return self._accepted(self._places(stretches))
        return (
            place
            for low, high in (self._stretches if stretches is None else stretches)
            for place in sifting.accepted(self._connection, self.filters, low, high)
            if not self._holds_unwanted(place)
        )

    def _accepted(self, places: Iterator[int]) -> Iterator[int]:
        """Return the places of passages that the filters let through."""
        if not self.filters.look_at_passages:
            return places
        return (place for place in places if self.filters.accept(self.row(place)))

    def _named(self, answering: Callable[[], Sequence[Name]]) -> Iterator[Found]:
        names = answering()
        if not names:
            return
        for low, high in self._stretches:
            figures = self._texts.named([name.id for name in names], low, high)
            if not self.filters.look_at_passages and not self.asked.unwanted:
                yield from starmap(Found, figures)
                continue
            for place, figure_id in figures:
                if self.filters.accept(self.row(place), figure_id) and not self._holds_unwanted(
                    place
                ):
                    yield Found(place, figure_id)

    def _headings(self) -> Iterator[Found]:
        if not self.asked.groups:
            return
        for low, high in self._stretches:
            for place in self._accepted(self._texts.headings(self.asked, low, high)):
                if not self._holds_unwanted(place):
                    yield Found(place)

    def _places(self, stretches: Iterable[Stretch] | None = None) -> Iterator[int]:
        """Return the places whose text, or a value in it, answers; filters are not asked."""
        asked_for = self._stretches if stretches is None else stretches
        return chain.from_iterable(self._places_in(low, high) for low, high in asked_for)

    def _places_in(self, low: int, high: int) -> Iterator[int]:
        if self._values:
            return self._by_value(low, high)
        return self._texts.passages(self.asked, low, high)

    def _by_value(self, low: int, high: int) -> Iterator[int]:
        """Yield the places where a text or a value answers each term.

        The term with a value is the rarest: what may answer it is looked through for the others.
        """
        first = next(group for group in self.asked.groups if group.value is not None)
        as_text = self._texts.passages(Asked((first,)), low, high)
        as_value = self._with_value(first.value, low, high) if first.value else iter(())
        last = -1
        for place in merge(as_text, as_value):
            if place != last and self._holds(place):
                yield place
            last = place

    def _with_value(self, interval: Interval, low: int, high: int) -> Iterator[int]:
        lowest = float("-inf") if interval.low is None else float(interval.low)
        highest = float("inf") if interval.high is None else float(interval.high)
        bounds = (lowest - abs(lowest) * _A_HAIR, highest + abs(highest) * _A_HAIR)
        for (place,) in self._connection.execute(BY_VALUE, bounds):
            if low <= place < high:
                yield place

    def _holds(self, place: int) -> bool:
        text = self._text(place)
        if self.asked.holds_unwanted(text):
            return False
        figures = figures_of(self._connection, self.row(place))
        return all(
            group.holds(text) or any(has_value(figure, group.value) for figure in figures)
            for group in self.asked.groups
        )

    def _text(self, place: int) -> str:
        """Return the canonical text of a passage."""
        folded, label, _ = self._connection.execute(_TEXT, (place,)).fetchone()
        return canonical(folded, label)

    def _holds_unwanted(self, place: int) -> bool:
        return bool(self.asked.unwanted) and self.asked.holds_unwanted(self._text(place))

"""What a result shows of a passage that was found."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.search import SearchHit
from desktop_app.store import matching
from desktop_app.store.filters import FigureRow, Row, figures_of
from desktop_app.store.matching import Span
from desktop_app.store.search import Found, Search
from desktop_app.store.snippet import window

_CUT = "…"
_PASSAGE = """
    SELECT place, bulletin_id, id, section_id, chapter_id, kind, first_figure, last_figure,
           folded, label_length, source_start, source_end, read_start, read_end
      FROM passage WHERE place = ?
"""
_BULLETIN = """
    SELECT key, place, year, CASE ? WHEN 1 THEN hant ELSE hans END FROM bulletin WHERE id = ?
"""
_ROW_LENGTH = len(Row._fields)
_LONGEST_VERB = 4
"""What may stand between the name of an indicator and its number: 累计完成, 达到, 为."""


class Shown(NamedTuple):
    """A passage as it is printed; spans of the source and of the reading text."""

    row: Row
    folded: str
    label: int
    start: int
    end: int
    read_start: int
    read_end: int
    text: str


class _Printed(NamedTuple):
    """The bulletin that a passage stands in, with its reading text."""

    key: str
    place: str
    year: int | None
    text: str


class HitMaker:
    """Makes the hits of one query."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        search: Search,
        script: Script,
        bulletin: Callable[[int], Bulletin],
    ) -> None:
        """`bulletin` reads a bulletin whole: only the source script needs that."""
        self._connection, self._search = connection, search
        self._asked, self._filters = search.asked, search.filters
        self._script, self._bulletin = script, bulletin
        self._printed: tuple[int, _Printed] | None = None

    def hit(self, found: Found) -> SearchHit:
        """Return a passage that was found as a result shows it."""
        passage = self._connection.execute(_PASSAGE, (found.place,)).fetchone()
        row = Row._make(passage[:_ROW_LENGTH])
        printed = self._printed_in(row.bulletin_id)
        *_, start, end = rest = passage[_ROW_LENGTH:]
        shown = Shown._make((row, *rest, printed.text[start:end]))
        figures = figures_of(self._connection, row)
        matches = matching.spans(self._asked, shown.folded, shown.label)
        figure = self._figure(figures, found.figure_id, shown, matches)
        found_as = self._search.with_figures(matches, figures, shown.read_start)
        marked = found_as or _span_of(figure, shown)
        text, marks = self._snippet(shown, marked)
        base = shown.read_start
        return SearchHit(
            bulletin_id=row.bulletin_id,
            bulletin_key=printed.key,
            place=printed.place,
            year=printed.year,
            section_id=row.section_id,
            passage_id=row.passage_id,
            start=shown.start,
            end=shown.end,
            read_start=base,
            read_end=shown.read_end,
            matches=tuple((start + base, end + base) for start, end in marked),
            snippet=text,
            marks=marks,
            figure_id=figure.id if figure else None,
            chapter_id=row.chapter_id,
            by_name=not matches and found.figure_id is not None,
        )

    def _printed_in(self, bulletin_id: int) -> _Printed:
        """Return a bulletin with its text; hits beside each other are mostly of the same one."""
        if self._printed is None or self._printed[0] != bulletin_id:
            given = (self._script is Script.HANT, bulletin_id)
            found = self._connection.execute(_BULLETIN, given).fetchone()
            self._printed = bulletin_id, _Printed._make(found)
        return self._printed[1]

    def _figure(
        self,
        figures: Sequence[FigureRow],
        named: int | None,
        shown: Shown,
        matches: Sequence[Span],
    ) -> FigureRow | None:
        """Return the figure of a passage that the query means: named, filtered, or touched."""
        if named is not None:
            return next(figure for figure in figures if figure.id == named)
        of_value = next(filter(self._search.is_asked_for, figures), None)
        if of_value is not None:
            return of_value
        wanted = [figure for figure in figures if self._filters.is_wanted(figure)]
        touched = (figure for figure in wanted if _is_meant(figure, shown, matches))
        filtered = iter(wanted if self._filters.of_figures else ())
        return next(touched, None) or next(filtered, None)

    def _snippet(self, shown: Shown, marks: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
        """Return the stretch that is shown, and where the marks lie in it."""
        start, end = window(shown.text, marks)
        before = _CUT if start > 0 else ""
        after = _CUT if end < len(shown.text) else ""
        inside = [(max(a, start), min(b, end)) for a, b in marks if a < end and b > start]
        body = shown.text[start:end]
        if self._script is Script.SOURCE:
            body, start, inside = self._as_printed(shown, (start, end), inside)
        shift = len(before) - start
        return before + body + after, tuple((a + shift, b + shift) for a, b in inside)

    def _as_printed(
        self, shown: Shown, stretch: Span, marks: Sequence[Span]
    ) -> tuple[str, int, list[Span]]:
        """Return a stretch as it came, with spaces for its line breaks, and its marks."""
        text = self._bulletin(shown.row.bulletin_id).text
        base = shown.read_start
        start, end = text.map.to_source(stretch[0] + base, stretch[1] + base)
        body = text.source[start:end].replace("\r", " ").replace("\n", " ")
        return body, start, [text.map.to_source(a + base, b + base) for a, b in marks]


def _span_of(figure: FigureRow | None, shown: Shown) -> tuple[Span, ...]:
    if figure is None:
        return ()
    return ((figure.read_start - shown.read_start, figure.read_end - shown.read_start),)


def _is_meant(figure: FigureRow, shown: Shown, matches: Sequence[Span]) -> bool:
    """Whether a match touches a figure or its change, or ends with its name right before it.

    Between name and number may stand a verb (社会消费品零售总额达到128.4亿元).
    """
    base = shown.read_start
    for start, end in matches:
        if figure.read_start < end + base and start + base < figure.read_end:
            return True
        if figure.change_read_start < end + base and start + base < figure.change_read_end:
            return True
        number = figure.read_start - base
        between = shown.folded[end:number]
        near = end <= number <= end + _LONGEST_VERB
        named = shown.folded[start:end] in figure.indicator.lower()
        if near and named and (not between or between.isalpha()):
            return True
    return False

"""Finds the passages that answer a query, exactly, by reading all of them.

Reading is exact for any length and any character, and fast enough for the few bulletins of a
library without an index. Neither LIKE (% and _ mean something) nor FTS5's trigrams (nothing under
three characters) would be.
"""

import sqlite3
from collections import Counter
from dataclasses import dataclass

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.search import ChapterCount, Query, SearchHit, Term
from desktop_app.store import matching
from desktop_app.store.matching import Span
from desktop_app.store.snippet import snippet

_CANDIDATES = """
    SELECT bulletin_id, id, section_id, chapter_id,
           source_start, source_end, read_start, read_end, label_length, folded
      FROM passage
     WHERE instr(folded, :typed) OR instr(folded, :plain) OR instr(folded, :grouped)
     ORDER BY bulletin_id, read_start
"""

# What may stand between the name of an indicator and its number: 累计完成, 达到, 为.
_LONGEST_VERB = 4


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that answers a query; `matches` are spans of the reading text."""

    matches: tuple[Span, ...]
    bulletin_id: int
    passage_id: int
    section_id: int | None
    chapter_id: int | None
    start: int
    end: int
    read_start: int
    read_end: int


def passages(connection: sqlite3.Connection, query: Query) -> tuple[FoundPassage, ...]:
    """Return every passage that holds all wanted terms and none of the others, in text order."""
    wanted = sorted(query.wanted, key=lambda term: len(term.text), reverse=True)
    if not wanted:
        return ()
    unwanted = [term for term in query.terms if term.without]
    # The longest term is the rarest: SQLite reads for it, Python judges what it finds.
    typed, plain, grouped = matching.spellings(wanted[0])
    rows = connection.execute(_CANDIDATES, {"typed": typed, "plain": plain, "grouped": grouped})
    found: list[FoundPassage] = []
    for *place, label, folded in rows:
        matches = _matches((folded, label), wanted, unwanted)
        if matches:
            read_start = place[-2]
            moved = tuple((start + read_start, end + read_start) for start, end in matches)
            found.append(FoundPassage(moved, *place))
    return tuple(found)


def _matches(
    passage: tuple[str, int], wanted: list[Term], unwanted: list[Term]
) -> tuple[Span, ...]:
    """Return where the wanted terms occur; nothing if one is missing or an unwanted one occurs."""
    spans: list[Span] = []
    for term in wanted:
        of_term = matching.spans(term, *passage)
        if not of_term:
            return ()
        spans += of_term
    if any(matching.spans(term, *passage) for term in unwanted):
        return ()
    return matching.joined(spans)


def chapter_counts(found: tuple[FoundPassage, ...]) -> tuple[ChapterCount, ...]:
    """Return how many of the passages each chapter holds, in text order."""
    counts = Counter((passage.bulletin_id, passage.chapter_id) for passage in found)
    return tuple(ChapterCount(*chapter, count) for chapter, count in counts.items())


def hit(bulletin: Bulletin, passage: FoundPassage, script: Script) -> SearchHit:
    """Return `passage` as a result shows it, its snippet in `script`."""
    span = (passage.read_start, passage.read_end)
    text, marks = snippet(bulletin.text, span, passage.matches, script)
    return SearchHit(
        bulletin_id=passage.bulletin_id,
        bulletin_key=bulletin.key,
        place=bulletin.info.place,
        year=bulletin.info.year,
        section_id=passage.section_id,
        passage_id=passage.passage_id,
        start=passage.start,
        end=passage.end,
        read_start=passage.read_start,
        read_end=passage.read_end,
        matches=passage.matches,
        snippet=text,
        marks=marks,
        figure_id=_figure_id(bulletin, passage.matches),
    )


def _figure_id(bulletin: Bulletin, matches: tuple[Span, ...]) -> int | None:
    """Return the first figure that a match touches, or whose name ends with a match.

    Its number, its unit and its printed change count; between name and number may stand a verb
    (社会消费品零售总额达到128.4亿元).
    """
    return next(
        (
            figure.id
            for figure in bulletin.figures
            for start, end in matches
            if (figure.read_start < end and start < figure.read_end)
            or (figure.change_read_start < end and start < figure.change_read_end)
            or _is_named(figure, bulletin.text.hans, (start, end))
        ),
        None,
    )


def _is_named(figure: Figure, text: str, match: Span) -> bool:
    """Whether a match ends right before a figure whose name holds the matched words."""
    start, end = match
    between = text[end : figure.read_start]
    near = end <= figure.read_start <= end + _LONGEST_VERB
    return near and (not between or between.isalpha()) and text[start:end] in figure.indicator

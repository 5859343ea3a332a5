"""Asks the search index of a large library; see index.sql."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from desktop_app.store import grams
from desktop_app.store.sounds import looked_up
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE
from desktop_app.store.wants import Asked, Group

NAMES, HEADINGS, END = 0, 1 << 32, 1 << 33
"""Where the documents of `wording` begin that are indicators and headings, and where they end."""
_FIGURE_BITS = 20
_FIGURES = 1 << _FIGURE_BITS
NAMED = "SELECT rowid FROM named WHERE named MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid"


def number_at(place: int, figure: int = 0) -> int:
    """Return the number of a figure or a heading at a place."""
    return (place << _FIGURE_BITS) + figure


def heading_token(heading: int) -> str:
    """Return what a heading is found by in `named`."""
    return f"h{heading}"


def numbers(
    connection: sqlite3.Connection,
    groups: Sequence[Group],
    unwanted: Sequence[str],
    low: int,
    high: int,
) -> Iterator[int]:
    """Return the passages from place `low` up to `high` that may answer, in order.

    Exact unless single characters and longer texts are mixed: then the longer ones alone are
    asked for, since to join the two tables is slow, and the caller looks at the texts.
    """
    sql, match = _asked(groups, unwanted)
    return map(itemgetter(0), connection.execute(sql, (match, low, high)))


def wordings(
    connection: sqlite3.Connection, table: str, columns: str, asked: Asked
) -> Iterator[tuple[Any, ...]]:
    """Yield columns of `table`, which is indicator or heading, of what may answer.

    By its words, or by its sound; the caller looks at each.
    """
    sql, match, low, high = wordings_asked(table, columns, asked)
    if match:
        yield from connection.execute(sql, (match, low, high))


def wordings_asked(table: str, columns: str, asked: Asked) -> tuple[str, str, int, int]:
    """Return the SQL that asks for names or headings, what they match and their numbers.

    Names are not asked for single characters.
    """
    low, high = (NAMES, HEADINGS) if table == "indicator" else (HEADINGS, END)
    texts = [group.texts for group in asked.groups if low != NAMES or not group.is_letter]
    match = grams.matching_wordings(texts)
    if asked.sound:
        match = f"{match} OR {grams.matching_any(looked_up(asked.sound))}"
    # One statement for all rows: to begin one for each costs more than to read it.
    sql = (
        f"SELECT {columns} FROM wording AS found"  # noqa: S608 - names of our own tables
        f" CROSS JOIN {table} AS named ON named.id = found.rowid - {low}"
        f" WHERE wording MATCH ? AND found.rowid >= ? AND found.rowid < ? ORDER BY found.rowid"
    )
    return sql, match, low, high


def named(
    connection: sqlite3.Connection, names: Iterable[str], low: int, high: int
) -> Iterator[tuple[int, int]]:
    """Yield where names stand, from place `low` up to `high`, in order, with the figure so named.

    A name is the id of an indicator, or the token of a heading, whose figure is 0.
    """
    match = " OR ".join(f'"{name}"' for name in names)
    if match:
        for (number,) in connection.execute(NAMED, (match, number_at(low), number_at(high))):
            yield number >> _FIGURE_BITS, number & (_FIGURES - 1)


def expression(groups: Sequence[Group], unwanted: Sequence[str]) -> str:
    """Return what the index is asked for."""
    _, match = _asked(groups, unwanted)
    return match


def plan(
    connection: sqlite3.Connection, groups: Sequence[Group], unwanted: Sequence[str]
) -> list[str]:
    """Return how SQLite looks for passages."""
    sql, match = _asked(groups, unwanted)
    rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", (match, FIRST_PLACE, LAST_PLACE))
    return [row[3] for row in rows]


def is_exact(groups: Sequence[Group], unwanted: Sequence[str]) -> bool:
    """Whether `numbers` yields just what answers."""
    short = [group.is_letter for group in groups] + [len(text) == 1 for text in unwanted]
    return all(short) or not any(short)


def count(connection: sqlite3.Connection, groups: Sequence[Group], unwanted: Sequence[str]) -> int:
    """Return how many passages answer, where `is_exact`."""
    (first, *others) = groups
    if not others and not unwanted and len(first.texts) == 1 and len(first.texts[0]) <= 2:
        sql = "SELECT passages FROM gram_count WHERE gram = ?"
        found = connection.execute(sql, first.texts).fetchone()
        if found:
            return int(found[0])
    sql, match = _asked(groups, unwanted, what="count(*)")
    return int(connection.execute(sql, (match, FIRST_PLACE, LAST_PLACE)).fetchone()[0])


def _asked(
    groups: Sequence[Group], unwanted: Sequence[str], what: str = "rowid"
) -> tuple[str, str]:
    """Return the SQL that asks for passages, and what they match."""
    longer = [group.texts for group in groups if not group.is_letter]
    if longer:
        table = "gram"
        match = grams.matching(longer, [text for text in unwanted if len(text) > 1])
    else:
        table = "letter"
        single = [group.texts[0] for group in groups]
        match = grams.matching_letters(single, [text for text in unwanted if len(text) == 1])
    order = " ORDER BY rowid" if what == "rowid" else ""
    sql = f"SELECT {what} FROM {table} WHERE {table} MATCH ? AND rowid >= ? AND rowid < ?{order}"  # noqa: S608
    return sql, match

"""The search index of a large library: made, kept up with what is added, and asked.

Everything here speaks of documents by their numbers; see index.sql.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from desktop_app.store import grams
from desktop_app.store.canonical import canonical
from desktop_app.store.sounds import initials
from desktop_app.store.texts import FIGURES_BY_NAME
from desktop_app.store.wants import Group

PASSAGES = 0
HEADINGS = 1 << 31
NAMES = 1 << 32
END = 1 << 33

_TABLES = ("gram", "letter")
_LOADING_BYTES = 64 << 20
"""How much FTS5 collects before it writes: few large pieces are merged sooner than many small."""

_HANDFUL = 12
"""So few passages are counted when they are asked for; most pairs occur in fewer."""

_FORGET = "delete"
_COUNTED = "INSERT INTO gram_count VALUES (?, ?)"
_MORE = "UPDATE gram_count SET passages = passages + ? WHERE gram = ?"
_LESS = "UPDATE gram_count SET passages = passages - ? WHERE gram = ?"
_EVERY_PASSAGE = "SELECT place, folded, label_length FROM passage ORDER BY place"
_PASSAGES_OF = """
    SELECT place, folded, label_length FROM passage WHERE bulletin_id = ? ORDER BY place
"""
_EVERY_NAME = "SELECT id, folded, sounds FROM indicator ORDER BY id"
_NAME = "SELECT id, folded, sounds FROM indicator WHERE id = ?"
_NEW_HEADINGS = """
    INSERT OR IGNORE INTO heading (folded, sounds)
    SELECT folded, sounds FROM passage
     WHERE bulletin_id = ? AND kind = 'heading' ORDER BY place
"""
_HEADINGS_OF = """
    SELECT h.id, p.place FROM passage AS p JOIN heading AS h ON h.folded = p.folded
     WHERE p.bulletin_id = ? AND p.kind = 'heading'
"""
_HEADED_OF = f"INSERT INTO headed (heading_id, place) {_HEADINGS_OF}"
_HEADINGS_AFTER = "SELECT id, folded, sounds FROM heading WHERE id > ? ORDER BY id"
_UNUSED_HEADINGS = """
    SELECT id, folded, sounds FROM heading AS h
     WHERE NOT EXISTS (SELECT 1 FROM headed WHERE heading_id = h.id)
"""
_CHAPTERS_OF = """
    INSERT INTO chapter_start (place, bulletin_id, chapter_id)
    SELECT place, bulletin_id, chapter_id
      FROM (SELECT place, bulletin_id, chapter_id,
                   lag(chapter_id, 1, -1) OVER (ORDER BY place) AS before
              FROM passage WHERE bulletin_id = ?)
     WHERE chapter_id IS NOT before
"""
_FIGURES_OF = f"{FIGURES_BY_NAME} WHERE p.bulletin_id = ?"
# Both put together from statements above, nothing from outside.
_NAMED_OF = f"INSERT INTO named (indicator_id, place, figure_id) {_FIGURES_OF}"
_FORGET_NAMED = f"DELETE FROM named WHERE (indicator_id, place, figure_id) IN ({_FIGURES_OF})"  # noqa: S608
_FORGET_CHAPTERS = """
    DELETE FROM chapter_start
     WHERE place BETWEEN (SELECT min(place) FROM passage WHERE bulletin_id = :bulletin)
                     AND (SELECT max(place) FROM passage WHERE bulletin_id = :bulletin)
"""


def exists(connection: sqlite3.Connection) -> bool:
    """Whether the library has an index."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'gram_count'")
    return found.fetchone() is not None


def build(connection: sqlite3.Connection) -> None:
    """Make the index of everything in the library, in place of the one there is."""
    drop(connection)
    sql = files("desktop_app.store").joinpath("index.sql").read_text(encoding="utf-8")
    for statement in sql.split(";\n"):
        connection.execute(statement)
    for table in _TABLES:
        _command(connection, table, "hashsize", _LOADING_BYTES)
    # In the order of numbers: FTS5 starts a new piece for one that is not the highest so far.
    counts = _write_passages(connection, _EVERY_PASSAGE)
    connection.executemany(_COUNTED, sorted(_common(counts)))
    for (bulletin_id,) in connection.execute("SELECT id FROM bulletin ORDER BY id").fetchall():
        _add_lists(connection, bulletin_id)
    _write_names(connection, connection.execute(_EVERY_NAME))
    for table in _TABLES:
        _command(connection, table, "optimize")


def drop(connection: sqlite3.Connection) -> None:
    """Remove the index, if there is one."""
    for table in ("gram", "letter", "gram_count", "named", "heading", "headed", "chapter_start"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for index in ("figure_number", "figure_range"):
        connection.execute(f"DROP INDEX IF EXISTS {index}")


def add(connection: sqlite3.Connection, bulletin_id: int, names: Iterable[int]) -> None:
    """Add a bulletin that is in the library; `names` are the ids of indicators it brought."""
    _count_more(connection, _write_passages(connection, _PASSAGES_OF, (bulletin_id,)))
    _add_lists(connection, bulletin_id)
    for name in names:
        _write_names(connection, connection.execute(_NAME, (name,)))


def remove(connection: sqlite3.Connection, bulletin_id: int) -> None:
    """Take out a bulletin that is still in the library.

    A table without contents forgets a row only when it is told its tokens again.
    """
    counts = _write_passages(connection, _PASSAGES_OF, (bulletin_id,), _FORGET)
    connection.executemany(_LESS, ((count, gram) for gram, count in counts.items()))
    connection.execute("DELETE FROM gram_count WHERE passages <= ?", (_HANDFUL,))
    connection.execute(_FORGET_NAMED, (bulletin_id,))
    connection.execute(_FORGET_CHAPTERS, {"bulletin": bulletin_id})
    headings = connection.execute(_HEADINGS_OF, (bulletin_id,)).fetchall()
    connection.executemany("DELETE FROM headed WHERE heading_id = ? AND place = ?", headings)
    for number, folded, said in connection.execute(_UNUSED_HEADINGS).fetchall():
        _write(connection, _FORGET, HEADINGS + number, sounding_text(folded, said))
        connection.execute("DELETE FROM heading WHERE id = ?", (number,))


def remove_name(connection: sqlite3.Connection, name: int) -> None:
    """Take out an indicator that is still in the library."""
    _write_names(connection, connection.execute(_NAME, (name,)).fetchall(), _FORGET)


def sounding_text(folded: str, said: str) -> str:
    """Return what a name or a heading is found by: itself, and its initials."""
    return canonical(f"{folded}\n{initials(said)}")


def _write_passages(
    connection: sqlite3.Connection,
    sql: str,
    given: tuple[int, ...] = (),
    command: str | None = None,
) -> Counter[str]:
    """Index passages, or forget them; return in how many of them each gram occurs."""
    counts: Counter[str] = Counter()
    for place, folded, label in connection.execute(sql, given):
        text = canonical(folded, label)
        _write(connection, command, PASSAGES + place, text)
        counts.update(grams.distinct(text))
    return counts


def _add_lists(connection: sqlite3.Connection, bulletin_id: int) -> None:
    """Write down what is looked up by names and headings of a bulletin."""
    connection.execute(_NAMED_OF, (bulletin_id,))
    connection.execute(_CHAPTERS_OF, (bulletin_id,))
    (last,) = connection.execute("SELECT ifnull(max(id), 0) FROM heading").fetchone()
    connection.execute(_NEW_HEADINGS, (bulletin_id,))
    connection.execute(_HEADED_OF, (bulletin_id,))
    for number, folded, said in connection.execute(_HEADINGS_AFTER, (last,)).fetchall():
        _write(connection, None, HEADINGS + number, sounding_text(folded, said))


def _write_names(
    connection: sqlite3.Connection,
    rows: Iterable[tuple[int, str, str]],
    command: str | None = None,
) -> None:
    for number, folded, said in rows:
        _write(connection, command, NAMES + number, sounding_text(folded, said))


def _write(connection: sqlite3.Connection, command: str | None, number: int, text: str) -> None:
    """Write a document, or forget it; one character means no name, so names have no letters."""
    tables = [("gram", "pairs", grams.pairs(text))]
    if number < NAMES:
        tables.append(("letter", "letters", grams.letters(text)))
    for table, column, tokens in tables:
        if command is None:
            sql = f"INSERT INTO {table} (rowid, {column}) VALUES (?, ?)"  # noqa: S608 - names above
        else:
            sql = f"INSERT INTO {table} ({table}, rowid, {column}) VALUES ('{command}', ?, ?)"  # noqa: S608
        connection.execute(sql, (number, tokens))


def _common(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    return ((gram, count) for gram, count in counts.items() if count > _HANDFUL)


def _count_more(connection: sqlite3.Connection, counts: Mapping[str, int]) -> None:
    """Count the grams of passages that came in; some become common by them."""
    for gram, count_here in sorted(counts.items()):
        if connection.execute(_MORE, (count_here, gram)).rowcount == 0:
            passages = count(connection, (Group((gram,)),), ())
            if passages > _HANDFUL:
                connection.execute(_COUNTED, (gram, passages))


def _command(
    connection: sqlite3.Connection, table: str, command: str, rank: int | None = None
) -> None:
    if rank is None:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES (?)", (command,))  # noqa: S608
    else:
        sql = f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)"  # noqa: S608 - names above
        connection.execute(sql, (command, rank))


# Asking


def numbers(
    connection: sqlite3.Connection,
    groups: Sequence[Group],
    unwanted: Sequence[str],
    low: int,
    high: int,
) -> Iterator[int]:
    """Yield the documents from `low` up to `high` that may answer, in order.

    Exact unless single characters and longer texts are mixed: then the longer ones alone are
    asked for, since to join the two tables is slow, and the caller looks at the texts.
    """
    sql, match = _asked(groups, unwanted)
    for (number,) in connection.execute(sql, (match, low, high)):
        yield number


def wordings(
    connection: sqlite3.Connection,
    table: str,
    columns: str,
    groups: Sequence[Group],
    unwanted: Sequence[str],
) -> Iterator[tuple[Any, ...]]:
    """Yield columns of `table`, which is indicator or heading, of what may answer by its words."""
    low, high = (NAMES, END) if table == "indicator" else (HEADINGS, NAMES)
    asked, match = _asked(groups, unwanted)
    # One statement for all rows: to begin one for each costs more than to read it.
    sql = (
        f"SELECT {columns} FROM ({asked}) AS found"  # noqa: S608 - names of our own tables
        f" CROSS JOIN {table} AS named ON named.id = found.rowid - {low}"
    )
    yield from connection.execute(sql, (match, low, high))


def expression(groups: Sequence[Group], unwanted: Sequence[str]) -> str:
    """Return what the index is asked for."""
    _, match = _asked(groups, unwanted)
    return match


def plan(
    connection: sqlite3.Connection, groups: Sequence[Group], unwanted: Sequence[str]
) -> list[str]:
    """Return how SQLite looks for documents."""
    sql, match = _asked(groups, unwanted)
    rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", (match, 0, END))
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
    return int(connection.execute(sql, (match, PASSAGES, HEADINGS)).fetchone()[0])


def _asked(
    groups: Sequence[Group], unwanted: Sequence[str], what: str = "rowid"
) -> tuple[str, str]:
    """Return the SQL that asks for documents, and what they match."""
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

"""The search index of a large library: made, kept up with what is added, and asked.

Everything here speaks of documents by their numbers; see index.sql.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from desktop_app.store import grams
from desktop_app.store.canonical import canonical
from desktop_app.store.sounds import spelt
from desktop_app.store.wants import Group

HEADINGS = 1 << 46
PASSAGES = 1 << 47
END = 1 << 48

_TABLES = ("gram", "letter")
_LOADING_BYTES = 64 << 20
"""How much FTS5 collects before it writes: few large pieces are merged sooner than many small."""

_PASSAGES_OF = """
    SELECT place, folded, label_length, sounds, kind FROM passage WHERE bulletin_id = ?
"""
_CHAPTERS_OF = """
    INSERT INTO chapter_start (place, bulletin_id, chapter_id)
    SELECT place, bulletin_id, chapter_id
      FROM (SELECT place, bulletin_id, chapter_id,
                   lag(chapter_id, 1, -1) OVER (ORDER BY place) AS before
              FROM passage WHERE bulletin_id = ?)
     WHERE chapter_id IS NOT before
"""
_FIGURES_OF = """
    SELECT i.id, p.place, f.id
      FROM passage AS p
      JOIN figure AS f ON f.bulletin_id = p.bulletin_id
                      AND f.id BETWEEN p.first_figure AND p.last_figure
      JOIN indicator AS i ON i.name = f.indicator
     WHERE p.bulletin_id = ?
"""
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
    _add_names(connection, connection.execute("SELECT id, folded, sounds FROM indicator"))
    bulletins = connection.execute("SELECT id FROM bulletin ORDER BY id").fetchall()
    counts: Counter[str] = Counter()
    for (bulletin_id,) in bulletins:
        counts += _index(connection, bulletin_id)
    _count(connection, counts)
    for table in _TABLES:
        _command(connection, table, "optimize")


def drop(connection: sqlite3.Connection) -> None:
    """Remove the index, if there is one."""
    for table in ("gram", "letter", "gram_count", "named", "chapter_start"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    connection.execute("DROP INDEX IF EXISTS figure_number")


def add(connection: sqlite3.Connection, bulletin_id: int, names: Iterable[int]) -> None:
    """Add a bulletin that is in the library; `names` are the ids of indicators it brought."""
    rows = (
        connection.execute("SELECT id, folded, sounds FROM indicator WHERE id = ?", (name,))
        for name in names
    )
    _add_names(connection, (row for found in rows for row in found))
    _count(connection, _index(connection, bulletin_id))


def remove(connection: sqlite3.Connection, bulletin_id: int) -> None:
    """Take out a bulletin that is still in the library.

    A table without contents forgets a row only when it is told its tokens again.
    """
    counts: Counter[str] = Counter()
    for number, text, is_passage in _documents(connection, bulletin_id):
        _write(connection, "'delete'", number, text)
        if is_passage:
            counts.update(grams.distinct(text))
    _count(connection, Counter({gram: -count for gram, count in counts.items()}))
    connection.execute("DELETE FROM gram_count WHERE passages = 0")
    connection.execute(_FORGET_NAMED, (bulletin_id,))
    connection.execute(_FORGET_CHAPTERS, {"bulletin": bulletin_id})


def remove_name(connection: sqlite3.Connection, name: int) -> None:
    """Take out an indicator that is still in the library."""
    sql = "SELECT folded, sounds FROM indicator WHERE id = ?"
    folded, said = connection.execute(sql, (name,)).fetchone()
    _write(connection, "'delete'", name, name_text(folded, said))


def name_text(folded: str, said: str) -> str:
    """Return what a name is found by: itself, its initials, its pinyin."""
    return canonical(f"{folded}\n{spelt(said)}")


def _index(connection: sqlite3.Connection, bulletin_id: int) -> Counter[str]:
    """Index the passages of a bulletin; return in how many each gram occurs."""
    counts: Counter[str] = Counter()
    for number, text, is_passage in _documents(connection, bulletin_id):
        _write(connection, None, number, text)
        if is_passage:
            counts.update(grams.distinct(text))
    connection.execute(_NAMED_OF, (bulletin_id,))
    connection.execute(_CHAPTERS_OF, (bulletin_id,))
    return counts


def _documents(
    connection: sqlite3.Connection, bulletin_id: int
) -> Iterator[tuple[int, str, bool]]:
    """Yield the documents of a bulletin: number, canonical text, whether it is a passage."""
    for place, folded, label, said, kind in connection.execute(_PASSAGES_OF, (bulletin_id,)):
        text = canonical(folded, label)
        if kind == "heading":
            yield HEADINGS + place, text + canonical(f"\n{spelt(said)}"), False
        yield PASSAGES + place, text, True


def _add_names(connection: sqlite3.Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    for number, folded, said in rows:
        _write(connection, None, number, name_text(folded, said))


def _write(connection: sqlite3.Connection, command: str | None, number: int, text: str) -> None:
    for table, column, tokens in (
        ("gram", "pairs", grams.pairs(text)),
        ("letter", "letters", grams.letters(text)),
    ):
        if command is None:
            sql = f"INSERT INTO {table} (rowid, {column}) VALUES (?, ?)"  # noqa: S608 - names above
        else:
            sql = f"INSERT INTO {table} ({table}, rowid, {column}) VALUES ({command}, ?, ?)"  # noqa: S608
        connection.execute(sql, (number, tokens))


def _count(connection: sqlite3.Connection, counts: Counter[str]) -> None:
    connection.executemany(
        "INSERT INTO gram_count VALUES (?, ?)"
        " ON CONFLICT (gram) DO UPDATE SET passages = passages + excluded.passages",
        sorted(counts.items()),
    )


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
        return int(found[0]) if found else 0
    sql, match = _asked(groups, unwanted, what="count(*)")
    return int(connection.execute(sql, (match, PASSAGES, END)).fetchone()[0])


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

"""The search index of a large library: made, and kept up with what is added; see index.sql.

It is asked in lookup.py.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from desktop_app.store import grams
from desktop_app.store.canonical import canonical
from desktop_app.store.lookup import HEADINGS, NAMES, count, heading_token, number_at
from desktop_app.store.sounds import indexed, initials
from desktop_app.store.texts import FIGURES_BY_NAME
from desktop_app.store.wants import Group

_TABLES = ("gram", "letter", "wording", "named")
_COLUMNS = {"gram": "pairs", "letter": "letters", "wording": "grams", "named": "name"}
_ALSO = ("gram_count", "heading", "chapter_start", "search_index", "headed")
"""The other tables of an index; `headed` was one before this kind."""
KIND = 2
"""Of which kind an index is that this program makes: counted up whenever another is needed."""
_LOADING_BYTES = 64 << 20
"""How much FTS5 collects before it writes: few large pieces are merged sooner than many small."""

_FEW = 60
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
    SELECT h.id, p.place
      FROM passage AS p JOIN heading AS h ON h.folded = p.folded AND h.sounds = p.sounds
     WHERE p.bulletin_id = ? AND p.kind = 'heading'
"""
_HEADINGS_AFTER = "SELECT id, folded, sounds FROM heading WHERE id > ? ORDER BY id"
_IS_USED = "SELECT 1 FROM named WHERE named MATCH ? LIMIT 1"
_WORDING = "SELECT folded, sounds FROM heading WHERE id = ?"
_CHAPTERS_OF = """
    INSERT INTO chapter_start (place, bulletin_id, chapter_id)
    SELECT place, bulletin_id, chapter_id
      FROM (SELECT place, bulletin_id, chapter_id,
                   lag(chapter_id, 1, -1) OVER (ORDER BY place) AS before
              FROM passage WHERE bulletin_id = ?)
     WHERE chapter_id IS NOT before
"""
_FIGURES_OF = f"{FIGURES_BY_NAME} WHERE p.bulletin_id = ?"
_IN_ORDER = "SELECT bulletin_id FROM passage GROUP BY bulletin_id ORDER BY min(place)"
_FORGET_CHAPTERS = """
    DELETE FROM chapter_start
     WHERE place BETWEEN (SELECT min(place) FROM passage WHERE bulletin_id = :bulletin)
                     AND (SELECT max(place) FROM passage WHERE bulletin_id = :bulletin)
"""


def exists(connection: sqlite3.Connection) -> bool:
    """Whether the library has an index, of whatever kind."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return any(name in _TABLES or name in _ALSO for (name,) in tables)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the library has an index of the kind that this program makes and asks."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_index'")
    if found.fetchone() is None:
        return False
    return connection.execute("SELECT kind FROM search_index").fetchall() == [(KIND,)]


def build(connection: sqlite3.Connection) -> None:
    """Make the index of everything in the library, in place of the one there is."""
    drop(connection)
    sql = files("desktop_app.store").joinpath("index.sql").read_text(encoding="utf-8")
    for statement in sql.split(";\n"):
        connection.execute(statement)
    connection.execute("INSERT INTO search_index VALUES (?)", (KIND,))
    for table in _TABLES:
        _command(connection, table, "hashsize", _LOADING_BYTES)
    # In the order of numbers: FTS5 starts a new piece for one that is not the highest so far.
    counts = _write_passages(connection, _EVERY_PASSAGE)
    connection.executemany(_COUNTED, sorted(_common(counts)))
    _write_wordings(connection, NAMES, connection.execute(_EVERY_NAME))
    for (bulletin_id,) in connection.execute("SELECT id FROM bulletin ORDER BY id").fetchall():
        _add_headings(connection, bulletin_id)
    for (bulletin_id,) in connection.execute(_IN_ORDER).fetchall():
        _add_lists(connection, bulletin_id)
    for table in _TABLES:
        _command(connection, table, "optimize")


def drop(connection: sqlite3.Connection) -> None:
    """Remove the index, if there is one."""
    for table in (*_TABLES, *_ALSO):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for index in ("figure_number", "figure_range"):
        connection.execute(f"DROP INDEX IF EXISTS {index}")


def add(connection: sqlite3.Connection, bulletin_id: int, names: Iterable[int]) -> None:
    """Add a bulletin that is in the library; `names` are the ids of indicators it brought."""
    _count_more(connection, _write_passages(connection, _PASSAGES_OF, (bulletin_id,)))
    _add_headings(connection, bulletin_id)
    _add_lists(connection, bulletin_id)
    for name in names:
        _write_wordings(connection, NAMES, connection.execute(_NAME, (name,)))


def remove(connection: sqlite3.Connection, bulletin_id: int) -> None:
    """Take out a bulletin that is still in the library.

    A table without contents forgets a row only when it is told its tokens again.
    """
    counts = _write_passages(connection, _PASSAGES_OF, (bulletin_id,), _FORGET)
    connection.executemany(_LESS, ((count, gram) for gram, count in counts.items()))
    connection.execute("DELETE FROM gram_count WHERE passages <= ?", (_FEW,))
    connection.execute(_FORGET_CHAPTERS, {"bulletin": bulletin_id})
    _write_named(connection, bulletin_id, _FORGET)
    headings = connection.execute(_HEADINGS_OF, (bulletin_id,)).fetchall()
    for number in sorted({number for number, _ in headings}):
        if not connection.execute(_IS_USED, (heading_token(number),)).fetchone():
            folded, said = connection.execute(_WORDING, (number,)).fetchone()
            _write_wordings(connection, HEADINGS, [(number, folded, said)], _FORGET)
            connection.execute("DELETE FROM heading WHERE id = ?", (number,))


def remove_name(connection: sqlite3.Connection, name: int) -> None:
    """Take out an indicator that is still in the library."""
    rows = connection.execute(_NAME, (name,)).fetchall()
    _write_wordings(connection, NAMES, rows, _FORGET)


def sounding_text(folded: str, said: str) -> str:
    """Return what a name or a heading is found by, beside its syllables: itself, its initials."""
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
        _write(connection, command, "gram", place, grams.pairs(text))
        _write(connection, command, "letter", place, grams.letters(text))
        counts.update(grams.distinct(text))
    return counts


def _add_headings(connection: sqlite3.Connection, bulletin_id: int) -> None:
    """Write down the wordings of headings that a bulletin brings."""
    (last,) = connection.execute("SELECT ifnull(max(id), 0) FROM heading").fetchone()
    connection.execute(_NEW_HEADINGS, (bulletin_id,))
    new = connection.execute(_HEADINGS_AFTER, (last,)).fetchall()
    _write_wordings(connection, HEADINGS, new)


def _add_lists(connection: sqlite3.Connection, bulletin_id: int) -> None:
    """Write down where the chapters, names and headings of a bulletin stand."""
    connection.execute(_CHAPTERS_OF, (bulletin_id,))
    _write_named(connection, bulletin_id)


def _write_named(
    connection: sqlite3.Connection, bulletin_id: int, command: str | None = None
) -> None:
    """Write where the names of figures and the headings of a bulletin stand, or forget it."""
    figures = connection.execute(_FIGURES_OF, (bulletin_id,))
    rows = [(number_at(place, figure), str(name)) for name, place, figure in figures]
    headings = connection.execute(_HEADINGS_OF, (bulletin_id,))
    rows += [(number_at(place), heading_token(heading)) for heading, place in headings]
    for number, token in sorted(rows):
        _write(connection, command, "named", number, token)


def _write_wordings(
    connection: sqlite3.Connection,
    base: int,
    rows: Iterable[tuple[int, str, str]],
    command: str | None = None,
) -> None:
    """Write names or headings; one character means no name, so names have no letters."""
    for number, folded, said in rows:
        text = sounding_text(folded, said)
        tokens = grams.distinct_pairs(text) if base == NAMES else grams.distinct(text)
        tokens |= indexed(said)
        _write(connection, command, "wording", base + number, " ".join(sorted(tokens)))


def _write(
    connection: sqlite3.Connection, command: str | None, table: str, number: int, tokens: str
) -> None:
    """Write a document, or forget it."""
    # All names are those above.
    column = _COLUMNS[table]
    if command is None:
        sql = f"INSERT INTO {table} (rowid, {column}) VALUES (?, ?)"  # noqa: S608
    else:
        sql = f"INSERT INTO {table} ({table}, rowid, {column}) VALUES ('{command}', ?, ?)"  # noqa: S608
    connection.execute(sql, (number, tokens))


def _common(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    return ((gram, count) for gram, count in counts.items() if count > _FEW)


def _count_more(connection: sqlite3.Connection, counts: Mapping[str, int]) -> None:
    """Count the grams of passages that came in; some become common by them."""
    for gram, count_here in sorted(counts.items()):
        if connection.execute(_MORE, (count_here, gram)).rowcount == 0:
            passages = count(connection, (Group((gram,)),), ())
            if passages > _FEW:
                connection.execute(_COUNTED, (gram, passages))


def _command(
    connection: sqlite3.Connection, table: str, command: str, rank: int | None = None
) -> None:
    if rank is None:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES (?)", (command,))  # noqa: S608
    else:
        sql = f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)"  # noqa: S608 - names above
        connection.execute(sql, (command, rank))

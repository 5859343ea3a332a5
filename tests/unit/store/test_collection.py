"""Bulletins come into a library and go out of it again; the index follows."""

import sqlite3
from collections.abc import Iterator

import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.store import collection, fulltext, schema
from tests.handmade import make_bulletin
from tests.made_bulletins import BulletinMaker

OF_CONTENT = ("bulletin", "section", "passage", "figure", "repair", "finding", "indicator")
OF_INDEX = ("gram_count", "chapter_start", "heading")


@pytest.fixture(scope="module")
def made() -> list[Bulletin]:
    return list(BulletinMaker(seed=3).bulletins(6))


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:", isolation_level=None)
    opened.executescript(schema.schema_sql())
    yield opened
    opened.close()


def rows(connection: sqlite3.Connection, tables: tuple[str, ...]) -> dict[str, list[object]]:
    return {
        table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608
        for table in tables
    }


def postings(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Return every token of the index with the documents that hold it."""
    found: list[tuple[object, ...]] = []
    for table in ("gram", "letter", "wording", "named"):
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab (main, {table}, instance)"
        )
        found += connection.execute(
            f"SELECT term, doc, offset FROM temp.{table}_words ORDER BY 1, 2, 3"  # noqa: S608
        )
        connection.execute(f"DROP TABLE temp.{table}_words")
    return found


def test_what_is_added_later_is_indexed_as_if_it_had_been_there(
    connection: sqlite3.Connection, made: list[Bulletin]
) -> None:
    for bulletin in made[:3]:
        collection.add(connection, bulletin)
    fulltext.build(connection)
    for bulletin in made[3:]:
        collection.add(connection, bulletin)
    index, tokens = rows(connection, OF_INDEX), postings(connection)
    fulltext.build(connection)
    assert rows(connection, OF_INDEX) == index
    assert postings(connection) == tokens


def test_what_is_taken_out_leaves_nothing(
    connection: sqlite3.Connection, made: list[Bulletin]
) -> None:
    for bulletin in made[:4]:
        collection.add(connection, bulletin)
    fulltext.build(connection)
    before = rows(connection, OF_CONTENT + OF_INDEX), postings(connection)
    number = collection.add(connection, made[4])
    collection.remove(connection, number)
    assert (rows(connection, OF_CONTENT + OF_INDEX), postings(connection)) == before


def test_a_library_can_be_emptied(connection: sqlite3.Connection, made: list[Bulletin]) -> None:
    numbers = [collection.add(connection, bulletin) for bulletin in made[:2]]
    fulltext.build(connection)
    for number in numbers:
        collection.remove(connection, number)
    assert all(not found for found in rows(connection, OF_CONTENT + OF_INDEX).values())
    assert postings(connection) == []


def test_newer_years_come_first(connection: sqlite3.Connection, made: list[Bulletin]) -> None:
    for bulletin in made:
        collection.add(connection, bulletin)
    years = connection.execute(
        "SELECT b.year FROM passage AS p JOIN bulletin AS b ON b.id = p.bulletin_id"
        " ORDER BY p.place"
    ).fetchall()
    assert years == sorted(years, reverse=True)


def test_a_bulletin_is_kept_once(connection: sqlite3.Connection) -> None:
    collection.add(connection, make_bulletin("一段"))
    with pytest.raises(DataError, match="bulletin_twice"):
        collection.add(connection, make_bulletin("一段"))


def test_what_is_not_there_is_not_taken_out(connection: sqlite3.Connection) -> None:
    with pytest.raises(KeyError):
        collection.remove(connection, 7)


OLD_KINDS = (
    "DROP TABLE search_index",
    "UPDATE search_index SET kind = kind - 1",
    "UPDATE search_index SET kind = kind + 1",
    "DELETE FROM search_index",
    "DROP TABLE search_index; DROP TABLE named;"
    "CREATE TABLE named (indicator_id, place); CREATE TABLE headed (heading_id, place)",
    "DROP TABLE search_index; DROP TABLE wording",
)


@pytest.mark.parametrize("older", OLD_KINDS)
def test_an_index_of_another_kind_is_made_anew(
    connection: sqlite3.Connection, made: list[Bulletin], older: str
) -> None:
    for bulletin in made[:2]:
        collection.add(connection, bulletin)
    fulltext.build(connection)
    expected = rows(connection, OF_INDEX), postings(connection)
    connection.executescript(older)
    assert fulltext.exists(connection)
    assert not fulltext.is_current(connection)
    number = collection.add(connection, made[2])
    connection.executescript(older)
    collection.remove(connection, number)
    assert fulltext.is_current(connection)
    assert (rows(connection, OF_INDEX), postings(connection)) == expected
    assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'headed'").fetchone()


@pytest.mark.parametrize(("step", "message"), [(-1, "library_too_old"), (1, "library_too_new")])
def test_a_library_of_another_version_is_left_alone(
    connection: sqlite3.Connection, made: list[Bulletin], step: int, message: str
) -> None:
    number = collection.add(connection, made[0])
    before = rows(connection, OF_CONTENT)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + step}")
    with pytest.raises(DataError, match=message):
        collection.add(connection, made[1])
    with pytest.raises(DataError, match=message):
        collection.remove(connection, number)
    assert rows(connection, OF_CONTENT) == before


def test_a_small_library_needs_no_index(
    connection: sqlite3.Connection, made: list[Bulletin]
) -> None:
    collection.add(connection, made[0])
    assert not collection.needs_index(connection)
    assert not fulltext.exists(connection)

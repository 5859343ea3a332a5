"""The search index: it finds what reading finds, and follows what is added and taken out."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.search import Query
from desktop_app.store import fulltext, grams, lookup
from desktop_app.store.canonical import canonical, readable
from desktop_app.store.indexed import IndexedTexts
from desktop_app.store.library import Library
from desktop_app.store.query import parse
from desktop_app.store.scanned import ScannedTexts
from desktop_app.store.search import Search
from desktop_app.store.sounds import is_said
from desktop_app.store.texts import Texts
from desktop_app.store.wants import asked_by
from desktop_app.store.writer import write_library
from tests.made_bulletins import BulletinMaker

COUNT = 45
LIMIT = 60


@pytest.fixture(scope="module")
def made() -> list[Bulletin]:
    return list(BulletinMaker().bulletins(COUNT))


@pytest.fixture(scope="module")
def large(made: list[Bulletin], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with an index."""
    path = tmp_path_factory.mktemp("large") / "library.db"
    write_library(path, made)
    return path


@pytest.fixture(scope="module")
def connection(large: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(large)
    assert fulltext.exists(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def read(connection: sqlite3.Connection) -> Texts:
    return ScannedTexts(connection)


def found(connection: sqlite3.Connection, texts: Texts, query: Query) -> tuple[object, ...]:
    """Return all that a search says."""
    search = Search(connection, texts, query)
    ranked = search.ranked()
    first = [(one.place, one.figure_id) for one, _ in zip(ranked, range(LIMIT), strict=False)]
    return first, search.count(), search.chapters(), search.names()


@pytest.fixture(scope="module")
def said(connection: sqlite3.Connection) -> list[str]:
    """What the names and headings of the library sound like."""
    rows = connection.execute("SELECT sounds FROM indicator UNION SELECT sounds FROM heading")
    return [row[0] for row in rows]


def sounds_of(said: list[str]) -> st.SearchStrategy[str]:
    """Return pinyin and initials of parts of names, whole and unfinished, and some of neither."""

    @st.composite
    def draw(pick: st.DrawFn) -> str:
        initials, *syllables = pick(st.sampled_from(said)).split(" ")
        first = pick(st.integers(0, max(0, len(syllables) - 1)))
        spelled = "".join(syllables[first : first + pick(st.integers(1, 4))])
        typed = pick(st.sampled_from([spelled, initials[first:]]))
        typed = typed[: pick(st.integers(1, 20))]
        typed += pick(st.sampled_from(["", "", "", "n", "zh", "a"]))
        return typed if typed.isascii() and typed.isalpha() else "nong"

    return draw()


def words_of(made: list[Bulletin]) -> st.SearchStrategy[str]:
    """Return stretches of the texts, of one to twelve characters."""

    @st.composite
    def draw(pick: st.DrawFn) -> str:
        text = pick(st.sampled_from(made)).text.hans
        start = pick(st.integers(0, len(text) - 1))
        return text[start : start + pick(st.integers(1, 12))].replace("\n", "").strip() or "年"

    return draw()


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_index_finds_what_reading_finds(
    made: list[Bulletin], connection: sqlite3.Connection, read: Texts, data: st.DataObject
) -> None:
    words = data.draw(st.lists(words_of(made), min_size=1, max_size=3))
    marks = data.draw(st.lists(st.sampled_from(["", "", "-"]), min_size=3, max_size=3))
    marks[0] = ""
    typed = " ".join(f'{mark}"{word}"' for mark, word in zip(marks, words, strict=False))
    query = parse(typed)
    assert found(connection, IndexedTexts(connection), query) == found(connection, read, query)


def test_an_index_of_another_kind_is_not_asked(large: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    older.write_bytes(large.read_bytes())
    changed = sqlite3.connect(older, isolation_level=None)
    changed.execute("UPDATE search_index SET kind = kind - 1")
    changed.execute("DELETE FROM letter_data")
    changed.close()
    query = parse("年 增长")
    with Library(large) as whole, Library(older) as read:
        assert whole.plan(query).indexed
        assert not read.plan(query).indexed
        assert read.search(query, limit=20) == whole.search(query, limit=20)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_index_finds_by_sound_what_reading_finds(
    connection: sqlite3.Connection, read: Texts, said: list[str], data: st.DataObject
) -> None:
    typed = data.draw(sounds_of(said))
    without = data.draw(st.sampled_from(["", "", " -综合", " -农", " -业 -年"]))
    query = parse(typed + without)
    assert found(connection, IndexedTexts(connection), query) == found(connection, read, query)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_name_that_is_said_is_found(
    connection: sqlite3.Connection, read: Texts, said: list[str], data: st.DataObject
) -> None:
    typed = data.draw(sounds_of(said))
    asked = asked_by(parse(typed, synonyms=False))
    assume(asked.sound)
    names = connection.execute("SELECT id, folded, sounds FROM indicator ORDER BY id").fetchall()
    expected = [
        number for number, text, one in names if typed in text or is_said(asked.sound, one)
    ]
    for texts in (IndexedTexts(connection), read):
        assert [name.id for name in texts.names(asked)] == expected


@pytest.mark.parametrize(
    "typed",
    [
        *("gdp", "hj", "sczz", "zonghe", "nongye", "失业率", "综合", "2", "zong", "nong", "ye"),
        *("zh", "shi", "zo", "zongh", "nongy", "gdpzeng", "e", "er", "zonghe -综合", "ny -农业"),
    ],
)
def test_names_and_sounds(connection: sqlite3.Connection, read: Texts, typed: str) -> None:
    query = parse(typed)
    assert found(connection, IndexedTexts(connection), query) == found(connection, read, query)


def test_what_is_never_searched_alone_has_no_letter() -> None:
    text = canonical("增长12.5%，共3个，1,234人")
    assert readable(grams.letters(text)).split(" ") == sorted("%,3个人共增长", key=canonical)
    assert len(grams.distinct_pairs(text)) == len(text) - 1


@pytest.mark.parametrize("typed", ["失业率登记", "登记失业率", "工业增加", "农业 业增"])
def test_names_are_looked_at_whether_they_hold_their_pairs_in_order(
    connection: sqlite3.Connection, read: Texts, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = parse(typed)
    expected = found(connection, read, query)
    assert found(connection, IndexedTexts(connection), query) == expected
    monkeypatch.setattr(grams, "_MOST", 1)
    assert found(connection, IndexedTexts(connection), query) == expected


@pytest.mark.parametrize(
    ("typed", "plan"),
    [
        ("农业", ["SCAN gram VIRTUAL TABLE INDEX 64:M1><"]),
        ("农业 增加", ["SCAN gram VIRTUAL TABLE INDEX 64:M1><"]),
        ("农业 -增加", ["SCAN gram VIRTUAL TABLE INDEX 64:M1><"]),
        ("农业 年 -增加 -年", ["SCAN gram VIRTUAL TABLE INDEX 64:M1><"]),
        ("28.1%", ["SCAN gram VIRTUAL TABLE INDEX 64:M1><"]),
        ("年", ["SCAN letter VIRTUAL TABLE INDEX 64:M1><"]),
        ("年 的 -人", ["SCAN letter VIRTUAL TABLE INDEX 64:M1><"]),
    ],
)
def test_every_shape_of_query_walks_one_table(
    connection: sqlite3.Connection, typed: str, plan: list[str]
) -> None:
    asked = asked_by(parse(typed))
    assert lookup.plan(connection, asked.groups, asked.unwanted) == plan


@pytest.mark.parametrize("table", ["indicator", "heading"])
@pytest.mark.parametrize("typed", ["农业", "农业增加值 年", "sczz", "28.1"])
def test_wordings_are_looked_up_one_by_one(
    connection: sqlite3.Connection, typed: str, table: str
) -> None:
    sql, *asked = lookup.wordings_asked(table, "named.id", asked_by(parse(typed)))
    rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", asked).fetchall()
    assert [row[3] for row in rows] == [
        "SCAN found VIRTUAL TABLE INDEX 64:M1><",
        "SEARCH named USING INTEGER PRIMARY KEY (rowid=?)",
    ]


def test_what_is_named_is_walked_through_in_order(connection: sqlite3.Connection) -> None:
    rows = connection.execute(f"EXPLAIN QUERY PLAN {lookup.NAMED}", ("1 OR 2", 0, 1)).fetchall()
    assert [row[3] for row in rows] == ["SCAN named VIRTUAL TABLE INDEX 64:M1><"]

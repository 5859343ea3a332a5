"""Chapters of some bulletins are counted as those of all are."""

import random
import sqlite3
from collections.abc import Iterator

import pytest

from desktop_app.store import by_chapter, indexed, search
from desktop_app.store.indexed import IndexedTexts
from desktop_app.store.query import parse
from desktop_app.store.search import Search
from desktop_app.store.writer import write_library
from tests.made_bulletins import BulletinMaker

COUNT = 45


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("chapters") / "library.db"
    write_library(path, list(BulletinMaker().bulletins(COUNT)))
    opened = sqlite3.connect(path)
    yield opened
    opened.close()


@pytest.mark.parametrize("walked", [0, 3, 150])
@pytest.mark.parametrize(
    "typed", ["年", "增长", "下降 亿元", "综合 -增长", "nowhere", "年:2000.. 增长", "单位:亿元"]
)
def test_a_few_bulletins_have_the_counts_they_have_among_all(
    connection: sqlite3.Connection, typed: str, walked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_chapter, "_WALKED", walked)
    counting = Search(connection, IndexedTexts(connection), parse(typed))
    every = counting.chapters()
    assert sum(one.count for one in every) == counting.count()
    dice = random.Random(typed)
    for size in (0, 1, 2, 7, COUNT):
        some = set(dice.sample(range(1, COUNT + 1), size))
        assert counting.chapters(some) == tuple(one for one in every if one.bulletin_id in some)


def test_bulletins_that_are_not_there_have_no_chapters(connection: sqlite3.Connection) -> None:
    counting = Search(connection, IndexedTexts(connection), parse("年"))
    assert counting.chapters({COUNT + 1}) == ()


def test_bulletins_and_their_chapters_are_looked_up_by_place(
    connection: sqlite3.Connection,
) -> None:
    def steps(sql: str) -> list[str]:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", ("{}",)).fetchall()
        return [row[3] for row in rows if not row[3].startswith("CORRELATED")]

    by_id = "SEARCH passage USING COVERING INDEX sqlite_autoindex_passage_1 (bulletin_id=?)"
    assert steps(search._STRETCHES) == ["SCAN one VIRTUAL TABLE INDEX 1:", by_id, by_id]
    assert steps(indexed._STARTS) == [
        "SCAN stretch VIRTUAL TABLE INDEX 1:",
        "SEARCH start USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)",
        "USE TEMP B-TREE FOR ORDER BY",
    ]

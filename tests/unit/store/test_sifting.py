"""What filters let through without a word, held against judging every passage."""

import sqlite3
from collections.abc import Iterator

import pytest

from desktop_app.store import fulltext, plan, sifting
from desktop_app.store.filters import Filters, Row
from desktop_app.store.indexed import IndexedTexts
from desktop_app.store.query import parse
from desktop_app.store.scanned import ScannedTexts
from desktop_app.store.search import Search
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE
from desktop_app.store.writer import write_library
from tests.made_bulletins import BulletinMaker

_ROWS = """
    SELECT place, bulletin_id, id, section_id, chapter_id, kind, first_figure, last_figure
      FROM passage ORDER BY place
"""
TYPED = (
    *(
        "值:>100000",
        "值:>100",
        "值:1..2万吨",
        "值:>1万人 值:<5万人",
        "值:99999万元以上",
        "值:约300万吨",
    ),
    *("单位:亿元", "单位:亿元,户 章:农业", "-单位:亿元 类:正文", "单位:亿元 -值:>10亿元"),
    *("章:农业", "章:一 -类:标题", "类:章节标题", "节:没有", "增速:<0", "值:>100 单位:%"),
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A library with an index; some of its figures are ranges, some grew."""
    path = tmp_path_factory.mktemp("sifting") / "library.db"
    write_library(path, list(BulletinMaker().bulletins(45)))
    opened = sqlite3.connect(path)
    assert fulltext.exists(opened)
    opened.execute("UPDATE figure SET value_high = '300000', kind = 'range' WHERE id % 97 = 0")
    opened.execute("UPDATE figure SET change = id % 9 - 4, change_unit = '%' WHERE id % 3 = 0")
    yield opened
    opened.close()


@pytest.mark.parametrize("few", [0, 2000, 1_000_000])
@pytest.mark.parametrize("typed", TYPED)
def test_it_lets_through_what_every_passage_is_judged_by(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, typed: str, few: int
) -> None:
    monkeypatch.setattr(sifting, "_FEW", few)
    filters = Filters(connection, parse(typed).filters)
    rows = [Row(*row) for row in connection.execute(_ROWS).fetchall()]
    expected = [row.place for row in rows if filters.accept(row)]
    assert list(sifting.accepted(connection, filters, FIRST_PLACE, LAST_PLACE)) == expected
    half = expected[: len(expected) // 2]
    end = half[-1] + 1 if half else FIRST_PLACE
    assert list(sifting.accepted(connection, filters, FIRST_PLACE, end)) == half


@pytest.mark.parametrize(
    "typed",
    [*TYPED, "约300万吨", "1.2万", "农业 值:>100 -工业", "章:农业 增长", "值:>100000 -农业"],
)
def test_the_index_finds_what_reading_finds(connection: sqlite3.Connection, typed: str) -> None:
    query = parse(typed)
    found = []
    for texts in (IndexedTexts(connection), ScannedTexts(connection)):
        search = Search(connection, texts, query)
        first = [one for one, _ in zip(search.ranked(), range(60), strict=False)]
        found.append((first, search.count(), search.chapters()))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("typed", "index"),
    [
        ("值:>7777777万吨", "figure_number"),
        ("值:7777777万吨 章:农业", "figure_number"),
        ("值:>1", ""),
        ("值:>1吨", ""),
        ("单位:吨", ""),
        ("章:农业", ""),
    ],
)
def test_a_rare_value_is_looked_up_by_its_number(
    connection: sqlite3.Connection, typed: str, index: str
) -> None:
    planned = plan.plan(connection, parse(typed))
    assert (planned.indexed, planned.match) == (bool(index), index)
    assert bool(planned.steps) is not typed.startswith("章")
    assert any("figure_range" in step for step in planned.steps) is bool(index)

"""What a window asks of a search: from the bulletin that is read on, forward and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.choices import Order
from desktop_app.domain.finding import BulletinHits
from desktop_app.domain.search import SearchHit, SearchResult
from desktop_app.store import walk
from desktop_app.store.query import parse
from desktop_app.store.searcher import Searcher
from desktop_app.store.texts import FIRST_PLACE
from desktop_app.store.writer import write_library
from tests.handmade import Line, make_bulletin, make_figure
from tests.made_bulletins import BulletinMaker

QUERIES = ("粮食", "下降 亿元", "年 -增长", "综合", "nowhere", "zh", "zonghe -综合", "值:>50 增长")


@pytest.fixture(scope="module", params=[5, 30], ids=["read", "indexed"])
def searcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Searcher]:
    path = tmp_path_factory.mktemp("searcher") / "library.db"
    write_library(path, list(BulletinMaker().bulletins(request.param)))
    with Searcher(path) as opened:
        yield opened


def all_of(searcher: Searcher, typed: str, order: Order, home: int | None) -> list[SearchHit]:
    result = searcher.first(parse(typed), limit=100_000, order=order, home=home)
    return list(result.hits)


def where(hit: SearchHit) -> tuple[int, int]:
    return hit.bulletin_id, hit.passage_id


def in_order(searcher: Searcher) -> list[int]:
    """Return the bulletins as their places run: the newest first."""
    rows = searcher._connection.execute("SELECT bulletin_id FROM passage ORDER BY place")
    return list(dict.fromkeys(row[0] for row in rows))


@pytest.mark.parametrize("typed", QUERIES)
def test_both_orders_list_the_same_hits_each_once(searcher: Searcher, typed: str) -> None:
    ranked = all_of(searcher, typed, Order.RELEVANCE, None)
    placed = all_of(searcher, typed, Order.TEXT, None)
    assert sorted(map(where, ranked)) == sorted(map(where, placed))
    assert len(set(map(where, ranked))) == len(ranked)
    rank = {bulletin: number for number, bulletin in enumerate(in_order(searcher))}
    places = [(rank[hit.bulletin_id], hit.read_start) for hit in placed]
    assert places == sorted(places)


@pytest.mark.parametrize("typed", QUERIES)
@pytest.mark.parametrize("order", Order)
def test_what_is_read_comes_first(searcher: Searcher, typed: str, order: Order) -> None:
    home = in_order(searcher)[3]
    hits = all_of(searcher, typed, order, home)
    is_home = [hit.bulletin_id == home for hit in hits]
    assert is_home == sorted(is_home, reverse=True)
    assert sorted(map(where, hits)) == sorted(map(where, all_of(searcher, typed, order, None)))


@pytest.mark.parametrize("typed", QUERIES)
def test_stepping_on_from_bulletin_to_bulletin_goes_round(
    searcher: Searcher, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "_FIRST_STEP", 3)
    query, order = parse(typed), in_order(searcher)
    answering = [b for b in order if searcher.hits_in(query, b).hits]
    for bulletin in order:
        others = [b for b in answering if b != bulletin]
        after = [b for b in others if order.index(b) > order.index(bulletin)] or others
        before = [b for b in others if order.index(b) < order.index(bulletin)] or others
        following = searcher.beyond(query, bulletin, 1)
        previous = searcher.beyond(query, bulletin, -1)
        if not others:
            assert following is previous is None
            continue
        assert following is not None
        assert previous is not None
        first = searcher.hits_in(query, after[0]).hits[0]
        last = searcher.hits_in(query, before[-1]).hits[-1]
        assert where(following) == (after[0], first.passage_id)
        assert where(previous) == (before[-1], last.passage_id)


@pytest.mark.parametrize("typed", QUERIES)
def test_all_hits_of_a_bulletin_are_known(searcher: Searcher, typed: str) -> None:
    bulletin = in_order(searcher)[2]
    hits = searcher.hits_in(parse(typed), bulletin)
    listed = all_of(searcher, typed, Order.TEXT, bulletin)
    mine = [hit for hit in listed if hit.bulletin_id == bulletin]
    assert [hit.passage_id for hit in hits.hits] == [hit.passage_id for hit in mine]
    for found, hit in zip(hits.hits, mine, strict=True):
        assert found.spans == (hit.matches or ((hit.read_start, hit.read_end),))
    assert sum(hits.by_section.values()) == len(hits.spans)


@pytest.mark.parametrize("typed", QUERIES)
def test_counting_adds_counts_alone(searcher: Searcher, typed: str) -> None:
    first = searcher.first(parse(typed), limit=5)
    assert (first.chapters, first.places) == ((), None)
    counted = searcher.counted(first, [in_order(searcher)[4]])
    whole = searcher.search(parse(typed), limit=5, bulletins=[in_order(searcher)[4]])
    assert counted == whole


def test_the_groups_of_hits_have_names(searcher: Searcher) -> None:
    hits = searcher.first(parse("增长"), limit=40).hits
    chapters, titles = searcher.chapters_of(hits), searcher.titles_of(hits)
    for hit in hits:
        bulletin = searcher.bulletin(hit.bulletin_id)
        chapter = bulletin.chapter_of(hit.section_id)
        assert titles[hit.bulletin_id] == bulletin.info.title
        if chapter is not None:
            heading = chapters[hit.bulletin_id, chapter.id]
            assert (heading.number, heading.title) == (chapter.number, chapter.title)


def make_library(path: Path, *bulletins: Bulletin) -> Searcher:
    write_library(path, bulletins)
    return Searcher(path)


def test_a_figure_that_answers_by_its_name_is_marked(tmp_path: Path) -> None:
    plain = make_bulletin(Line("一、综合", "一"), "实现社会消费品零售总额，其中镇上28.1亿元。")
    figure = make_figure(plain, "28.1亿元", indicator="乡村零售额")
    bulletin = replace(plain, figures=(figure,))
    with make_library(tmp_path / "library.db", bulletin) as searcher:
        hits = searcher.hits_in(parse("乡村零售额"), 1)
        assert hits.spans == ((figure.read_start, figure.read_end),)
        assert hits.passage_at(hits.spans[0]) == 2
        assert hits.passage_at((0, 1)) is None
        result = searcher.counted(searcher.first(parse("乡村零售额"), limit=5))
        assert (result.total, [hit.by_name for hit in result.hits]) == (0, [True])


def test_a_figure_that_answers_by_its_value_is_marked_beside_the_words(tmp_path: Path) -> None:
    plain = make_bulletin("税收6.4亿元，其中镇上2859万元。")
    figure = make_figure(plain, "2859万元", base_value="28590000", base_unit="元")
    bulletin = replace(plain, figures=(figure,))
    with make_library(tmp_path / "library.db", bulletin) as searcher:
        query = parse("税收 0.2859亿元")
        (hit,) = searcher.first(query, limit=5).hits
        marked = [bulletin.text.hans[start:end] for start, end in searcher.hits_in(query, 1).spans]
        assert marked == ["税收", "2859万元"]
        assert searcher.hits_in(query, 1).spans == hit.matches


@pytest.mark.parametrize("typed", ["粮食", "下降 亿元"])
def test_a_part_of_a_search_counts_for_itself(searcher: Searcher, typed: str) -> None:
    whole = searcher._walk(parse(typed))
    total = whole.count()
    places = [found.place for found in whole.in_order()]
    half = places[len(places) // 2]
    assert whole.within(FIRST_PLACE, half).count() == len(places) // 2
    assert whole.count() == total == len(places)


def test_a_bulletin_that_is_not_there_has_no_hits(searcher: Searcher) -> None:
    assert searcher.hits_in(parse("增长"), 999) == BulletinHits(999)
    assert searcher.find("增长", 999) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("镇", ["镇", "鎮"]),
        ("鎮", ["镇", "鎮"]),
        ("28.1", ["28.1"]),
        ("8.1", []),
        ("1,234", ["1234"]),
        ("ＧＤＰ", ["gdp"]),
        ("两 词", ["两 词"]),
        ("", []),
        (" ", [" "]),
    ],
)
def test_a_text_is_found_in_one_bulletin(tmp_path: Path, typed: str, found: list[str]) -> None:
    bulletin = make_bulletin("河口镇28.1亿元，", "西鎮1234人，gdp两 词。")
    other = make_bulletin("镇上28.1亿元", key="other")
    with make_library(tmp_path / "library.db", bulletin, other) as searcher:
        spans = searcher.find(typed, 1)
        assert [bulletin.text.hans[start:end] for start, end in spans] == found


def test_an_interrupted_query_ends_with_an_error(searcher: Searcher) -> None:
    # Nothing runs now, so that nothing is ended: the next query is not hit.
    searcher.interrupt()
    result: SearchResult = searcher.first(parse("增长"), limit=3)
    assert result.hits

"""Searching the bundled library, held against a reading of its text written apart from it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.search import SearchHit, SearchResult
from desktop_app.services.searching import find
from desktop_app.store.library import Library
from desktop_app.system import resources

EVERY_HIT = 1_000_000
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:[.][0-9]+)*|[0-9]+(?:[.][0-9]+)*")


def read_for(bulletin: Bulletin, wanted: str) -> list[tuple[int, int]]:
    """Return the places (in the reading text) where `wanted` is read, letter by letter.

    What are numbers in `wanted` must be the same whole numbers in the text.
    """
    fold = resources.folding().fold
    text, wanted = fold(bulletin.text.hans), fold(wanted)
    # 4.2022年 at the start of item 4 is no number of four units.
    items = {
        section.title_read_start + len(section.number)
        for section in bulletin.sections
        if text.startswith(f"{section.number}.", section.title_read_start)
    }
    split = "".join("\n" if place in items else char for place, char in enumerate(text))
    numbers = [number.span() for number in _NUMBER.finditer(split)]
    asked = [number.span() for number in _NUMBER.finditer(wanted)]
    found = []
    for passage in bulletin.passages:
        for start in range(passage.read_start, passage.read_end - len(wanted) + 1):
            end = start + len(wanted)
            if text[start:end] != wanted:
                continue
            touched = [(a - start, b - start) for a, b in numbers if a < end and start < b]
            if touched == asked:
                found.append((start, end))
    return found


def passages_of(bulletin: Bulletin, places: list[tuple[int, int]]) -> list[int]:
    """Return the ids of the passages that hold `places`, in text order."""
    return [
        passage.id
        for passage in bulletin.passages
        if any(passage.read_start <= start and end <= passage.read_end for start, end in places)
    ]


def text_hits(result: SearchResult) -> list[SearchHit]:
    """Return the hits whose text answers, not the name of a figure alone."""
    return [hit for hit in result.hits if not hit.by_name]


def agrees(library: Library, bulletin: Bulletin, wanted: str, typed: str | None = None) -> None:
    """Assert that a search for `typed` finds exactly where `wanted` is read."""
    result = find(library, typed or wanted, limit=EVERY_HIT)
    places = read_for(bulletin, wanted)
    hits = text_hits(result)
    assert sorted(hit.passage_id for hit in hits) == passages_of(bulletin, places)
    assert result.total == len(hits) == sum(chapter.count for chapter in result.chapters)
    marked = {place for hit in hits for match in hit.matches for place in range(*match)}
    assert marked == {place for start, end in places for place in range(start, end)}


@pytest.mark.parametrize(
    "typed",
    [
        "低保",
        "低保金",
        "桥",
        "社会消费品零售总额",
        "社會消費品零售總額",
        "28.1%",
        "28.1",
        "２８.１％",
        "8.1",
        "53911",
        "2022",
        "1",
        "5",
        "年",
        "的",
        "區",
        "%",
        "％",
        "_",
        "、",
        "，",
        "(",
        "ＡＰＰ",
        "app",
        "同比下降28",
        "4-9月份",
        "4.4-9月份",
        "没有这个词",
    ],
)
def test_exactly_what_a_reader_would_find(library: Library, bundled: Bulletin, typed: str) -> None:
    agrees(library, bundled, typed)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_stretch_of_the_text_is_found_where_it_is_read(
    library: Library, bundled: Bulletin, data: st.DataObject
) -> None:
    long_enough = [p for p in bundled.passages if p.read_end > p.read_start]
    passage = data.draw(st.sampled_from(long_enough))
    start = data.draw(st.integers(passage.read_start, passage.read_end - 1))
    length = data.draw(st.integers(1, 12))
    text = data.draw(st.sampled_from([bundled.text.hans, bundled.text.hant]))
    wanted = text[start : min(start + length, passage.read_end)].strip()
    if not wanted or '"' in wanted:
        return
    # As a phrase: a stretch may hold spaces, or begin with what would be an operator.
    agrees(library, bundled, wanted, f'"{wanted}"')


def test_words_must_all_occur(library: Library, bundled: Bulletin) -> None:
    result = find(library, "低保 救助金", limit=EVERY_HIT)
    both = set(passages_of(bundled, read_for(bundled, "低保"))) & set(
        passages_of(bundled, read_for(bundled, "救助金"))
    )
    assert {hit.passage_id for hit in text_hits(result)} == both
    assert both


def test_words_must_not_occur(library: Library, bundled: Bulletin) -> None:
    result = find(library, "社区 -工作", limit=EVERY_HIT)
    left = set(passages_of(bundled, read_for(bundled, "社区"))) - set(
        passages_of(bundled, read_for(bundled, "工作"))
    )
    assert {hit.passage_id for hit in text_hits(result)} == left
    unwanted = set(passages_of(bundled, read_for(bundled, "工作")))
    assert not unwanted & {hit.passage_id for hit in result.hits}
    assert left


@pytest.mark.parametrize("typed", ["", "   ", "-低保", "-低保 -桥"])
def test_nothing_is_asked_for(library: Library, typed: str) -> None:
    result = find(library, typed)
    assert (result.total, result.hits, result.chapters) == (0, (), ())


def test_the_first_hits_come_with_all_counts(library: Library, bundled: Bulletin) -> None:
    every = find(library, "工作", limit=EVERY_HIT)
    first = find(library, "工作", limit=3)
    assert first.hits == every.hits[:3]
    assert (first.total, first.chapters) == (every.total, every.chapters)
    chapters = {chapter.id for chapter in bundled.chapters} | {None}
    assert {count.section_id for count in every.chapters} <= chapters


@pytest.mark.parametrize("script", list(Script))
def test_marks_lead_to_the_words_in_every_script(library: Library, script: Script) -> None:
    (hit, *_) = find(library, "社会消费品零售总额", script=script).hits
    words = {
        Script.HANS: "社会消费品零售总额",
        Script.HANT: "社會消費品零售總額",
        Script.SOURCE: "社會消費品零售總額",
    }
    assert [hit.snippet[start:end] for start, end in hit.marks] == [words[script]]


def test_a_figure_comes_with_its_number(library: Library, bundled: Bulletin) -> None:
    (hit, *_) = find(library, "7.8亿元").hits
    assert hit.figure_id is not None
    assert bundled.figure_by_id[hit.figure_id].value == "7.8"

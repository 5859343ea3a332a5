"""The map between source and reading text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.textmap import Edit, TextMap, compose

SOURCE = "经济(jīng)增长，(qū)3.5％。"
EDITS = (Edit(2, 8, ""), Edit(10, 11, ","), Edit(11, 15, ""), Edit(18, 19, "%"))
READ = "经济增长,3.5%。"


@pytest.fixture
def text_map() -> TextMap:
    return TextMap(len(SOURCE), EDITS)


def test_applies_its_edits(text_map: TextMap) -> None:
    assert text_map.apply(SOURCE) == READ
    assert text_map.read_length == len(READ)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("经济", "经济"),
        ("济增", "济(jīng)增"),
        ("增长", "增长"),
        ("3.5%", "3.5％"),
        (",3", "，(qū)3"),
        ("%。", "％。"),
        (READ, SOURCE),
    ],
)
def test_leads_back_to_what_is_printed(text_map: TextMap, read: str, printed: str) -> None:
    start = READ.index(read)
    first, last = text_map.to_source(start, start + len(read))
    assert SOURCE[first:last] == printed


def test_every_character_left_alone_maps_to_itself(text_map: TextMap) -> None:
    for place, char in enumerate(READ):
        start, end = text_map.to_source(place, place + 1)
        assert text_map.to_reading(start) == place
        if char not in ",%":
            assert SOURCE[start:end] == char


def test_dropped_text_reads_where_it_stood(text_map: TextMap) -> None:
    assert [text_map.to_reading(place) for place in range(2, 9)] == [2] * 7


def test_a_restored_stretch_stands_for_the_whole_damage() -> None:
    source = "确?!岸蟆逼陂g安全"
    text_map = TextMap(len(source), [Edit(1, 8, "保“二十大”期间")])
    start, end = text_map.to_source(3, 6)
    assert source[start:end] == source[1:8]


def test_an_empty_stretch_is_a_place(text_map: TextMap) -> None:
    assert text_map.to_source(2, 2) == (8, 8)
    assert text_map.to_source(len(READ), len(READ)) == (len(SOURCE), len(SOURCE))


def test_nothing_left_to_read() -> None:
    assert TextMap(3, [Edit(0, 3, "")]).to_source(0, 0) == (0, 0)
    assert TextMap(0, []).to_reading(0) == 0


@pytest.mark.parametrize(
    "edits", [[Edit(0, 2, ""), Edit(1, 3, "")], [Edit(2, 1, "")], [Edit(2, 9, "")]]
)
def test_edits_must_not_overlap_nor_leave_the_text(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap or leave"):
        TextMap(4, edits)


def test_belongs_to_one_text(text_map: TextMap) -> None:
    with pytest.raises(ValueError, match="another text"):
        text_map.apply("经济")


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, length), max_size=10)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(start, end, draw(st.text("甲乙,", max_size=3))) for start, end in pairs]


@st.composite
def two_rounds(draw: st.DrawFn) -> tuple[str, list[Edit], str, list[Edit]]:
    source = draw(st.text("abcdef", max_size=20))
    first = draw(edits_of(len(source)))
    middle = TextMap(len(source), first).apply(source)
    return source, first, middle, draw(edits_of(len(middle)))


@given(two_rounds())
def test_composed_edits_do_what_both_did(case: tuple[str, list[Edit], str, list[Edit]]) -> None:
    source, first, middle, second = case
    both = TextMap(len(source), compose(first, middle, second))
    assert both.apply(source) == TextMap(len(middle), second).apply(middle)


def test_composing_keeps_apart_what_does_not_touch() -> None:
    source = "区(qū)内,业"
    first = [Edit(1, 5, "")]
    second = [Edit(2, 3, "，")]
    assert compose(first, "区内,业", second) == (Edit(1, 5, ""), Edit(6, 7, "，"))
    assert source[6:7] == ","

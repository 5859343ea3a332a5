"""A bookmark finds its place again, or says that it cannot; it never takes another one for it."""

import pytest
from msgspec.structs import replace

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.textmap import Edit
from desktop_app.services import bookmarks, refinding
from tests.handmade import Line, make_bulletin

LINES: tuple[Line | str, ...] = (
    Line("一、综合", "一"),
    "全年地区生产总值285.9亿元，比上年增长3.4%；税收收入6.4亿元，下降2.0%。",
    Line("二、农业", "二"),
    "全年粮食产量10万吨，完成计划的100%；棉花产量2万吨，完成计划的100%。",
    "年末农村人口12万人，其中女性6万人，男性6万人。",
)


def made(*lines: Line | str, sha256: str = "s", **values: object) -> Bulletin:
    bulletin = make_bulletin(*lines, **values)  # type: ignore[arg-type]  # as given
    info = replace(bulletin.info, sha256=sha256)
    return replace(bulletin, info=info)


OLD = made(*LINES)


def marked(words: str, after: str = "") -> Bookmark:
    """Mark `words` in the old text; `after` is what stands before them somewhere."""
    start = OLD.text.hans.index(words, OLD.text.hans.index(after))
    return bookmarks.mark(OLD, (start, start + len(words)))


def found(bookmark: Bookmark, bulletin: Bulletin) -> str | None:
    """Return what is found, with the characters before it."""
    span = refinding.find(bookmark, bulletin)
    return None if span is None else bulletin.text.hans[span[0] - 5 : span[1]]


SECOND_RATE = marked("100%", "棉花")
LONG = marked("年末农村人口12万人，其中女性6万人，男性6万人。")


def test_in_the_same_text_it_is_where_it_was() -> None:
    assert found(SECOND_RATE, OLD) == "完成计划的100%"
    assert refinding.find(SECOND_RATE, OLD) != refinding.find(marked("100%"), OLD)


@pytest.mark.parametrize("sha256", ["s", "another"])
def test_in_a_text_that_moved_it_moves_too(sha256: str) -> None:
    moved = made("新加的一段，说的是100%。", *LINES[:1], "又一段。", *LINES[1:], sha256=sha256)
    start = moved.text.hans.index("100%", moved.text.hans.index("棉花"))
    assert refinding.find(SECOND_RATE, moved) == (start, start + 4)


def test_a_text_repaired_anew_keeps_the_place_of_its_source() -> None:
    source = OLD.text.source
    at = source.index("生产总值")
    # 生产总值 was read as it stands, and is now read otherwise: offsets of the source hold.
    repaired = made(*LINES, edits=(Edit(0, 2, ""), Edit(at, at + 2, "生產")))
    whole = marked("全年地区生产总值285.9亿元")
    span = refinding.find(whole, repaired)
    assert span is not None
    assert repaired.text.hans[slice(*span)] == "全年地区生產总值285.9亿元"
    assert found(SECOND_RATE, repaired) == "完成计划的100%"


def test_a_changed_quote_is_found_between_what_stands_round_it() -> None:
    rate = marked("税收收入6.4亿元")
    text = str(LINES[1]).replace("税收收入6.4亿元", "税收总额6.5亿元")
    changed = made("多一段。", *LINES[:1], text, *LINES[2:], sha256="another")
    assert found(rate, changed) == "3.4%；税收总额6.5亿元"


def test_a_paragraph_is_found_by_its_likeness() -> None:
    changed = made(
        *LINES[:3], "此段另写。", "年末农村人口12万人，女性6万人，男性6万人。", sha256="n"
    )
    assert (found(LONG, changed) or "").endswith("年末农村人口12万人，女性6万人，男性6万人。")


@pytest.mark.parametrize("bookmark", [SECOND_RATE, LONG, marked("6万人", "男性")])
def test_what_is_not_there_is_not_found(bookmark: Bookmark) -> None:
    other = made(
        Line("一、综合", "一"), "完成100%，其中6万人。", "年末常住人口多少没有说。", sha256="n"
    )
    assert refinding.find(bookmark, other) is None


def test_a_short_quote_alike_elsewhere_is_not_taken() -> None:
    # Where 100% stood, another 100% stands by chance.
    offset = SECOND_RATE.source_start
    chance = made("甲" * offset + "100%" + "乙" * 50, sha256="another")
    assert refinding.find(SECOND_RATE, chance) is None


def test_in_a_text_without_paragraphs_nothing_is_found() -> None:
    assert refinding.find(LONG, replace(OLD, passages=())) is None


def test_a_place_beyond_the_text_and_a_place_without_quote() -> None:
    beyond = replace(LONG, source_start=10**6, source_end=10**6 + 5, quote="　", before="")
    assert refinding.find(beyond, OLD) is None
    bare = Bookmark("b", OLD.key, 6, 12, "")
    assert refinding.find(bare, OLD) == (6, 12)
    assert refinding.find(replace(bare, source_start=10**6, source_end=10**6 + 1), OLD) is None


def test_of_a_file_with_two_bulletins_only_its_own_stretch_is_searched() -> None:
    both = made(*LINES, *LINES)
    half = len(LINES)
    second = replace(both, passages=both.passages[half:])
    span = refinding.find(SECOND_RATE, second)
    assert span is not None
    assert span[0] > both.passages[half].read_start


def test_a_long_text_with_many_lost_bookmarks_is_searched_in_time() -> None:
    big = made(*(f"第{n}段，{'长' * 200}。" for n in range(300)), sha256="n")
    for number in range(20):
        lost = replace(LONG, quote=f"没有的一段话，编号{number}，" * 20)
        assert refinding.find(lost, big) is None

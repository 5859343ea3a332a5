"""Notes that the text cites: found from a bulletin's passages, with the marks they open with."""

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, PassageKind
from desktop_app.services import footnotes
from tests.handmade import make_bulletin


def noted(*lines: str) -> Bulletin:
    """Return a bulletin whose lines are notes where they begin with a mark of one."""
    bare = make_bulletin(*lines)
    passages = [
        replace(passage, kind=PassageKind.NOTE) if line[0] in "[①注¹" else passage
        for line, passage in zip(lines, bare.passages, strict=True)
    ]
    return replace(bare, passages=tuple(passages))


@pytest.mark.parametrize(
    ("text", "note", "mark", "own"),
    [
        ("生产总值[1]285.9亿元。", "[1]绝对数按现价计算。", "[1]", "[1]"),
        ("生产总值①285.9亿元。", "① 绝对数按现价计算。", "①", "①"),
        ("生产总值¹285.9亿元。", "[1] 绝对数按现价计算。", "¹", "[1]"),
        ("生产总值（注1）285.9亿元。", "注1：绝对数按现价计算。", "注1", "注1："),
    ],
)
def test_a_note_and_the_place_that_cites_it(text: str, note: str, mark: str, own: str) -> None:
    bulletin = noted(text, note)
    hans = bulletin.text.hans
    (found,) = footnotes.cited(bulletin)
    assert found.text == "绝对数按现价计算。"
    assert [hans[start:end] for start, end in found.cited] == [mark]
    start, end = footnotes.own_mark(bulletin, found)
    assert hans[start:end] == own


def test_a_note_that_goes_on_in_another_line() -> None:
    bare = make_bulletin("生产总值[1]285.9亿元。", "[1]绝对数按现价计算，", "速度按可比价计算。")
    kinds = (PassageKind.BODY, PassageKind.NOTE, PassageKind.NOTE)
    passages = tuple(replace(p, kind=k) for p, k in zip(bare.passages, kinds, strict=True))
    bulletin = replace(bare, passages=passages)
    (found,) = footnotes.cited(bulletin)
    start, end = footnotes.own_mark(bulletin, found)
    assert bulletin.text.hans[start:end] == "[1]"


@pytest.mark.parametrize(
    "lines",
    [
        ("生产总值[1]285.9亿元。",),
        ("生产总值285.9亿元。", "注：绝对数按现价计算。"),
        ("生产总值[2]285.9亿元。", "[1]绝对数按现价计算。"),
    ],
)
def test_what_is_not_cited_or_not_there_is_no_link(lines: tuple[str, ...]) -> None:
    assert footnotes.cited(noted(*lines)) == ()

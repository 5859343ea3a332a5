"""Bookmarks are made of what is read, listed with where they are, and merged without doubles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.domain.bookmark import Bookmark, Whereabouts
from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.messages import Message
from desktop_app.services import bookmarks, reading
from desktop_app.services.reading import OpenBulletin
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.store.writer import write_library
from tests.handmade import Line, make_bulletin, make_figure

LINES: tuple[Line | str, ...] = (
    "青河县的公报",
    Line("一、综合", "一"),
    "全年地区生产总值285.9亿元，比上年增长3.4%。",
    "",
    "  两头有空格的一段　",
)
BULLETIN = make_bulletin(*LINES, hant="\n".join(map(str, ["青河縣的公報", "一、綜合"])) + "\n")


@pytest.fixture
def user() -> Iterator[UserData]:
    data = UserData(None)
    yield data
    data.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two bulletins with one text, and a third."""
    twins = [make_bulletin(*LINES, key=key) for key in ("a", "b")]
    third = make_bulletin("别的公报", Line("一、综合", "一"), "没有这些话。", key="c")
    named = [
        replace(one, info=replace(one.info, title=title, sha256=sha))
        for one, title, sha in zip([*twins, third], "甲乙丙", "xxz", strict=True)
    ]
    write_library(tmp_path / "library.db", named)
    with Library(tmp_path / "library.db") as opened:
        yield opened


def mark(bulletin: Bulletin, words: str) -> Bookmark:
    start = bulletin.text.hans.index(words)
    return bookmarks.mark(bulletin, (start, start + len(words)))


def shelved(library: Library, marks: list[Bookmark], opened: OpenBulletin | None) -> list[tuple]:  # type: ignore[type-arg]  # of a test
    shelf = bookmarks.shelf(library, marks, opened, Script.HANS)
    assert shelf.open_id == (opened.id if opened else None)
    return [(one.bookmark, one.whereabouts) for one in shelf.bookmarks]


def test_a_bookmark_describes_its_place() -> None:
    one = mark(BULLETIN, "地区生产总值")
    text = BULLETIN.text.hans
    assert (one.quote, one.before, one.chapter) == (
        "地区生产总值",
        "青河县的公报\n一、综合\n全年",
        "一、综合",
    )
    assert text[one.source_start : one.source_end] == one.quote
    assert one.after == text[one.source_end : one.source_end + 40]
    assert (one.document_key, one.title, one.note) == (BULLETIN.key, BULLETIN.info.title, "")
    assert one.created == one.changed
    assert one.created.endswith("Z")
    assert one.id != mark(BULLETIN, "地区生产总值").id


def test_a_bookmark_of_a_figure_has_its_name() -> None:
    figure = make_figure(BULLETIN, "285.9亿元", indicator="地区生产总值")
    one = bookmarks.mark_figure(BULLETIN, figure)
    assert (one.indicator, one.quote) == ("地区生产总值", "285.9亿元")


def test_the_paragraph_that_is_read() -> None:
    text = BULLETIN.text.hans
    read = {at: bookmarks.passage_at(BULLETIN, at) for at in (0, 8, text.index("两头"), 10**6)}
    words = {at: text[slice(*span)] if span else None for at, span in read.items()}
    assert list(words.values()) == [
        "青河县的公报",
        "一、综合",
        "两头有空格的一段",
        "两头有空格的一段",
    ]
    assert bookmarks.passage_at(replace(BULLETIN, passages=()), 3) is None
    assert bookmarks.trimmed(BULLETIN, (len(text) - 1, len(text))) is None


def test_a_note_changes_the_bookmark_and_its_time() -> None:
    one = replace(mark(BULLETIN, "地区"), changed="2020-01-01T00:00:00.000Z")
    noted = bookmarks.noted(one, "  核对\n第二行 \n")
    assert (noted.note, noted.id, noted.created) == ("核对\n第二行", one.id, one.created)
    assert noted.changed > one.changed


def test_what_is_kept_is_loaded_and_told_once(user: UserData) -> None:
    one = mark(BULLETIN, "地区")
    bookmarks.save(user, [one], [])
    user.notice = Message("user_data_damaged", {"path": "p"})
    kept = bookmarks.load(user)
    assert (kept.bookmarks, kept.saving) == ((one,), False)
    assert kept.notice is not None
    assert bookmarks.load(user).notice is None
    bookmarks.save(user, [], [one.id])
    assert bookmarks.load(user).bookmarks == ()


def test_a_new_one_where_one_is_already_becomes_that_one(user: UserData) -> None:
    one, twin = (replace(mark(BULLETIN, "地区"), note=note) for note in ("甲", "乙"))
    assert bookmarks.sync(user, [one], []).bookmarks == (one,)
    (both,) = bookmarks.sync(user, [twin], []).bookmarks
    assert (both.id, both.note) == (one.id, "甲\n乙")
    # What is known is what the user says, whatever the clock says.
    older = replace(both, note="", changed="2020-01-01T00:00:00.000Z")
    assert bookmarks.sync(user, [older], []).bookmarks == (older,)
    assert bookmarks.sync(user, [twin], [one.id]).bookmarks == (twin,)
    assert bookmarks.sync(user, [], [twin.id]).bookmarks == ()


def test_twins_keep_their_bookmarks_apart(library: Library) -> None:
    first, second = reading.open_bulletin(library, "a"), reading.open_bulletin(library, "b")
    marks = [mark(first.bulletin, "地区"), mark(second.bulletin, "地区")]
    here, elsewhere = Whereabouts.HERE, Whereabouts.ELSEWHERE
    assert shelved(library, marks, first) == [(marks[0], here), (marks[1], elsewhere)]
    assert shelved(library, marks, second) == [(marks[1], here), (marks[0], elsewhere)]
    assert shelved(library, marks, None) == [(marks[1], elsewhere), (marks[0], elsewhere)]


def test_a_bulletin_under_another_key_is_known_by_its_file(library: Library) -> None:
    first = reading.open_bulletin(library, "a")
    one = replace(mark(first.bulletin, "地区"), document_key="old key")
    assert shelved(library, [one], first) == [(one, Whereabouts.HERE)]


def test_lost_and_gone_ones_are_listed_behind_the_rest(library: Library) -> None:
    first, third = reading.open_bulletin(library, "a"), reading.open_bulletin(library, "c")
    lost = replace(mark(first.bulletin, "地区"), document_key="c", sha256="z", title="丙")
    found = mark(third.bulletin, "没有这些话")
    gone = replace(lost, id="gone", document_key="nowhere", sha256="", title="甲乙")
    other = mark(first.bulletin, "综合")
    assert shelved(library, [lost, gone, other, found], third) == [
        (found, Whereabouts.HERE),
        (lost, Whereabouts.LOST),
        (other, Whereabouts.ELSEWHERE),
        (gone, Whereabouts.GONE),
    ]


def test_quotes_are_in_the_script_of_the_text() -> None:
    hant = BULLETIN.text.hans.replace("综", "綜").replace("区", "區")
    both = replace(BULLETIN, text=replace(BULLETIN.text, hant=hant))
    opened, one = OpenBulletin(1, both), mark(both, "地区")
    for home, script, quote, chapter in (
        (1, Script.HANS, "地区", "一、综合"),
        (1, Script.HANT, "地區", "一、綜合"),
        (1, Script.SOURCE, "地区", "一、综合"),
        (2, Script.HANT, "地區", "一、綜合"),
        (2, Script.SOURCE, "地区", "一、综合"),
    ):
        (shown,) = bookmarks.placed([one], {one.id: home}, opened, script)
        assert (shown.quote, shown.chapter) == (quote, chapter)


# Merging


def test_what_is_known_changes_nothing() -> None:
    one, other = mark(BULLETIN, "地区"), mark(BULLETIN, "生产")
    assert bookmarks.merged([one, other], [other, one, one]) == ()
    assert bookmarks.merged([], [one, one]) == (one,)


def test_of_one_bookmark_the_later_note_holds() -> None:
    one = replace(mark(BULLETIN, "地区"), note="早", changed="2024-01-01T00:00:00.000Z")
    later = replace(one, note="晚", changed="2024-01-02T00:00:00.000Z")
    assert bookmarks.merged([one], [later]) == (later,)
    assert bookmarks.merged([later], [one]) == ()


def test_two_bookmarks_of_one_place_become_one_with_both_notes() -> None:
    one, twin = (replace(mark(BULLETIN, "地区"), note=note) for note in ("甲", "乙"))
    (both,) = bookmarks.merged([one], [twin])
    assert (both.id, both.note) == (one.id, "甲\n乙")
    assert bookmarks.merged([both], [twin, replace(twin, id="x", note="")]) == ()
    assert bookmarks.merged([], [one, twin])[0].note == "甲\n乙"

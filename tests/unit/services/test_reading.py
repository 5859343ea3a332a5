"""Which bulletin opens, where it was left, and a file that is only looked at."""

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.errors import DataError
from desktop_app.services import places, reading
from desktop_app.services.opening import FileReader
from desktop_app.store.library import Library
from desktop_app.store.writer import write_library
from tests.handmade import Line, make_bulletin


@pytest.fixture
def two(tmp_path: Path) -> Library:
    path = tmp_path / "two.db"
    write_library(path, [make_bulletin("甲县", key="a"), make_bulletin("乙县", key="b")])
    return Library(path)


@pytest.mark.parametrize(("key", "opened"), [("b", "b"), ("a", "a"), ("gone", "a"), ("", "a")])
def test_the_last_bulletin_opens_or_else_the_first(two: Library, key: str, opened: str) -> None:
    with two:
        found = reading.open_bulletin(two, key)
        assert found.bulletin.key == opened
        assert reading.open_by_id(two, found.id) == found


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    write_library(path, [])
    with Library(path) as library, pytest.raises(DataError) as caught:
        reading.open_bulletin(library)
    assert caught.value.message.id == "library_without_bulletins"


def test_the_short_name_is_place_and_year(bundled: Bulletin) -> None:
    assert reading.short_name(bundled) == "铁东区 2022"


@pytest.mark.parametrize("script", list(Script))
def test_a_place_is_found_again(bundled: Bulletin, script: Script) -> None:
    user = places.open_user_data()
    for passage in bundled.passages:
        places.remember(user, bundled, passage.read_start, script)
        assert places.left_at(user, bundled) == passage.read_start
    user.close()


def test_a_bulletin_never_opened_begins_at_its_top(bundled: Bulletin) -> None:
    user = places.forgetful_user_data()
    assert places.left_at(user, bundled) == 0
    user.close()


def test_a_file_becomes_a_library_that_goes_when_it_closes(tmp_path: Path) -> None:
    file = tmp_path / "大河县 公报.txt"
    rows = (Line("大河县2021年国民经济和社会发展统计公报"), Line("一、综合"), Line("有小学12所。"))
    file.write_text("\n".join(row.text for row in rows), encoding="gb18030")
    library = FileReader(file).open()
    assert "有小学12所。" in reading.open_bulletin(library).bulletin.text.hans
    assert library.path.is_file()
    library.close()
    assert not library.path.parent.exists()


def test_a_reader_that_breaks_down_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.system.child.command", lambda *_: ["false"])
    with pytest.raises(DataError) as caught:
        FileReader(tmp_path / "公报.txt").open()
    assert caught.value.message.id == "file_reader_broken"


def test_reading_can_be_ended_before_it_begins(tmp_path: Path) -> None:
    reader = FileReader(tmp_path / "公报.txt")
    reader.cancel()
    with pytest.raises(DataError) as caught:
        reader.open()
    assert caught.value.message.id == "file_reader_broken"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_reading_that_goes_on_can_be_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe, folder = tmp_path / "慢", tmp_path / "temporary"
    os.mkfifo(pipe)
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    # What reads waits for ever: nobody writes to the pipe.
    monkeypatch.setattr("desktop_app.system.child.command", lambda *_: ["cat", str(pipe)])
    reader = FileReader(tmp_path / "公报.txt")
    with ThreadPoolExecutor(1) as thread:
        opening = thread.submit(reader.open)
        with pipe.open("wb"):  # it opens when the other end is being read
            assert not opening.done()
            reader.cancel()
            with pytest.raises(DataError) as caught:
                opening.result()
    assert caught.value.message.id == "file_reader_broken"
    assert list(folder.iterdir()) == []


@pytest.fixture
def three_places(tmp_path: Path) -> Iterator[Library]:
    made = []
    for key, place, code, year in (
        ("a2023", "甲省/甲县", "330101", 2023),
        ("c2023", "丙省/丙县", "110101", 2023),
        ("b2022", "乙省/乙县", "220101", 2022),
        ("b2023", "乙省/乙县", "220101", 2023),
    ):
        bulletin = make_bulletin("公报", "有小学12所。", key=key)
        info = replace(bulletin.info, place=place, place_code=code, year=year)
        made.append(replace(bulletin, info=info))
    path = tmp_path / "places.db"
    write_library(path, made)
    with Library(path) as library:
        yield library


def test_bulletins_of_the_same_place_are_listed_first_the_newest_before_all(
    three_places: Library,
) -> None:
    entries, others = reading.listed(three_places, "b2022", most=3)
    assert [entry.key for entry in entries] == ["b2023", "b2022", "c2023"]
    assert others == 1
    assert reading.listed(three_places, "unknown", most=10)[1] == 0


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        FileReader(tmp_path / "没有.txt").open()
    assert caught.value.message.id == "file_missing"

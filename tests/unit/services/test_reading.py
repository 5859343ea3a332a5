"""Which bulletin opens, where it was left, and a file that is only looked at."""

from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.errors import DataError
from desktop_app.services import places, reading
from desktop_app.services.opening import FileLibrary
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
    library = FileLibrary(file)
    assert "有小学12所。" in reading.open_bulletin(library).bulletin.text.hans
    assert library.path.is_file()
    library.close()
    assert not library.path.parent.exists()


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        FileLibrary(tmp_path / "没有.txt")
    assert caught.value.message.id == "file_missing"

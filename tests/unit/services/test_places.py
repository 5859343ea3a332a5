"""Opening the user's own database: what cannot be used is kept aside, never lost."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.errors import DataError
from desktop_app.services import places
from desktop_app.system import paths, resources

MARK = Bookmark("b1", "qinghe-2023", 10, 17, "285.9亿元", note="核对")
LANGUAGES = ("zh_CN", "zh_TW", "en")


@pytest.fixture
def path() -> Path:
    return paths.user_library()


def damage(path: Path) -> bytes:
    """Fill a database and damage a page of it that holds no bookmark; return what it holds."""
    data = places.open_user_data(path)
    data.change_bookmarks([MARK])
    for number in range(20):
        data.remember_place(f"{'长' * 300}{number}", 1)
    data.close()
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    path.write_bytes(content)
    return bytes(content)


def test_a_file_in_order_is_opened_without_a_word(path: Path) -> None:
    data = places.open_user_data()
    assert data.saving
    assert data.notice is None
    data.close()
    assert [file.name for file in path.parent.iterdir()] == ["user.db"]


def test_a_damaged_file_is_kept_aside_with_its_bookmarks_taken_over(path: Path) -> None:
    content = damage(path)
    data = places.open_user_data()
    assert data.saving
    assert data.bookmarks() == (MARK,)
    assert data.notice is not None
    aside = path.with_name("user.db.damaged-1")
    assert aside.read_bytes() == content
    for language in LANGUAGES:
        assert str(aside) in resources.sentence(data.notice, language)
    data.close()
    data = places.open_user_data()
    assert (data.notice, data.bookmarks()) == (None, (MARK,))
    data.close()


def test_every_damaged_file_has_a_name_of_its_own(path: Path) -> None:
    contents = []
    for _ in range(2):
        contents.append(damage(path))
        places.open_user_data().close()
    kept = [path.with_name(f"user.db.damaged-{number}").read_bytes() for number in (1, 2)]
    assert kept == contents


def test_what_is_no_database_is_kept_aside_with_its_journal(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("书签" * 2000, encoding="utf-8")
    path.with_name("user.db-journal").write_bytes(b"")
    data = places.open_user_data()
    assert data.saving
    assert data.bookmarks() == ()
    data.close()
    names = sorted(file.name for file in path.parent.iterdir())
    assert names == ["user.db", "user.db.damaged-1", "user.db.damaged-1-journal"]


def test_where_nothing_can_be_renamed_it_lives_in_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = damage(path)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)
    data = places.open_user_data()
    assert not data.saving
    assert data.bookmarks() == (MARK,)
    assert data.notice is not None
    assert data.notice.id == "user_data_damaged"
    data.close()
    assert path.read_bytes() == content


def test_a_file_in_use_or_too_new_is_left_where_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.userdata._TIMEOUT_SECONDS", 0.01)
    places.open_user_data().close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DataError):
        places.open_user_data()
    other.execute("ROLLBACK")
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(DataError):
        places.open_user_data()
    assert [file.name for file in path.parent.iterdir()] == ["user.db"]


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    data = places.open_user_data(tmp_path / "file" / "user.db")
    assert not data.saving
    assert data.notice is not None
    assert data.notice.id == "user_data_not_kept"
    data.close()

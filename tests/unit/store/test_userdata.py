"""The user's own database: kept, migrated, and never lost."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.bulletin import Script
from desktop_app.domain.errors import DataError
from desktop_app.store import bookmarks, userdata
from desktop_app.store.migrations import MIGRATIONS, Migration
from desktop_app.store.userdata import Place, UserData
from desktop_app.system import resources

BACKUP = f"user.db.v{len(MIGRATIONS)}.bak"
NEXT = Migration("colours", ("ALTER TABLE bookmark ADD COLUMN colour TEXT NOT NULL DEFAULT ''",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "用户 #1" / "user.db"


def says(error: pytest.ExceptionInfo[DataError]) -> str:
    message = error.value.message
    for language in ("zh_CN", "zh_TW", "en"):
        assert "{" not in resources.sentence(message, language)
    return message.id


def fill(path: Path) -> None:
    data = UserData(path)
    data.remember_place("qinghe-2023", 1204, Script.HANT)
    data.remember_search("低保")
    data.close()


def is_filled(data: UserData) -> bool:
    return data.place("qinghe-2023") == Place(1204, Script.HANT) and data.recent_searches() == (
        "低保",
    )


def test_a_place_is_kept(path: Path) -> None:
    fill(path)
    data = UserData(path)
    assert data.saving
    assert is_filled(data)
    assert data.place("elsewhere") is None
    data.remember_place("qinghe-2023", 7)
    assert data.place("qinghe-2023") == Place(7, Script.HANS)
    data.close()


def test_searches_newest_first_each_once(path: Path) -> None:
    data = UserData(path)
    for text in ("低保", "桥", " 低保 ", "  ", "收入"):
        data.remember_search(text)
    assert data.recent_searches() == ("收入", "低保", "桥")
    assert data.recent_searches(limit=1) == ("收入",)
    data.close()


def test_half_a_character_can_be_kept(path: Path) -> None:
    data = UserData(path)
    data.remember_search("低\udce6")
    assert data.recent_searches() == ("低?",)
    data.close()


def test_old_searches_are_dropped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.store.userdata._KEPT_SEARCHES", 3)
    data = UserData(path)
    for number in range(6):
        data.remember_search(f"词{number}")
    assert data.recent_searches(100) == ("词5", "词4", "词3")
    data.close()


def test_searches_can_be_forgotten(path: Path) -> None:
    data = UserData(path)
    for text in ("低保", "桥", "收入"):
        data.remember_search(text)
    data.save_search("桥")
    data.forget_search(" 桥 ")
    data.forget_search("没有")
    assert data.recent_searches() == ("收入", "低保")
    data.forget_all_searches()
    assert data.recent_searches() == ()
    assert data.saved_searches() == ("桥",)
    data.close()


def test_searches_are_saved_each_once_in_their_order(path: Path) -> None:
    data = UserData(path)
    for text in ("低保 -城市", "桥", " 低保 -城市 ", "  "):
        data.save_search(text)
    data.close()
    data = UserData(path)
    assert data.saved_searches() == ("低保 -城市", "桥")
    data.delete_saved_search("低保 -城市")
    assert data.saved_searches() == ("桥",)
    data.close()


def test_a_file_of_the_first_version_gets_saved_searches(path: Path) -> None:
    first = UserData(path, MIGRATIONS[:1])
    first.remember_search("低保")
    first.close()
    data = UserData(path)
    data.save_search("桥")
    assert (data.recent_searches(), data.saved_searches()) == (("低保",), ("桥",))
    data.close()
    assert path.with_name("user.db.v1.bak").is_file()


def test_without_a_path_it_lives_in_memory() -> None:
    data = UserData(None)
    assert not data.saving
    data.remember_place("a", 1)
    assert data.place("a") == Place(1, Script.HANS)
    data.close()


def test_where_no_folder_can_be_made_it_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    data = UserData(tmp_path / "file" / "user.db")
    assert not data.saving
    data.remember_search("低保")
    assert data.recent_searches() == ("低保",)
    data.close()


def test_where_the_database_would_be_is_a_folder(path: Path) -> None:
    path.mkdir(parents=True)
    data = UserData(path)
    assert not data.saving
    data.close()


def test_what_cannot_be_written_is_read_into_memory(path: Path) -> None:
    fill(path)
    before = path.read_bytes()
    # A folder in the place of the journal refuses every write, as a read-only folder does.
    path.with_name("user.db-journal").mkdir()
    data = UserData(path)
    assert not data.saving
    assert is_filled(data)
    data.remember_place("qinghe-2023", 99)
    assert data.place("qinghe-2023") == Place(99, Script.HANS)
    data.close()
    assert path.read_bytes() == before


def test_a_migration_keeps_everything_and_a_copy_of_what_was(path: Path) -> None:
    fill(path)
    before = path.read_bytes()
    data = UserData(path, (*MIGRATIONS, NEXT))
    assert is_filled(data)
    data._connection.execute("SELECT colour FROM bookmark")
    data.close()
    copy = path.with_name(BACKUP)
    copied = UserData(copy)
    assert is_filled(copied)
    copied.close()
    assert len(before) == copy.stat().st_size
    assert sorted(file.name for file in path.parent.iterdir()) == ["user.db", BACKUP]


def test_a_new_database_needs_no_copy(path: Path) -> None:
    UserData(path, (*MIGRATIONS, NEXT)).close()
    assert [file.name for file in path.parent.iterdir()] == ["user.db"]


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    fill(path)
    broken = Migration("broken", ("DELETE FROM place", "ALTER TABLE nowhere ADD COLUMN a"))
    with pytest.raises(sqlite3.OperationalError):
        UserData(path, (*MIGRATIONS, broken))
    data = UserData(path)
    assert is_filled(data)
    data.close()


def test_without_room_for_the_copy_nothing_is_migrated(path: Path) -> None:
    fill(path)
    before = path.read_bytes()
    path.with_name(BACKUP).mkdir()
    with pytest.raises(DataError) as error:
        UserData(path, (*MIGRATIONS, NEXT))
    assert says(error) == "user_data_unwritable"
    assert path.read_bytes() == before


def test_a_read_only_database_is_migrated_in_memory(path: Path) -> None:
    fill(path)
    path.with_name("user.db-journal").mkdir()
    data = UserData(path, (*MIGRATIONS, NEXT))
    assert is_filled(data)
    data._connection.execute("SELECT colour FROM bookmark")
    data.close()


def test_a_newer_database_is_left_alone(path: Path) -> None:
    UserData(path, (*MIGRATIONS, NEXT)).close()
    before = path.read_bytes()
    with pytest.raises(DataError) as error:
        UserData(path)
    assert says(error) == "user_data_too_new"
    assert path.read_bytes() == before


def test_the_database_of_something_else_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE place (a)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DataError) as error:
        UserData(path)
    assert says(error) == "user_data_foreign"
    assert path.read_bytes() == before


def test_a_text_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("书签" * 2000, encoding="utf-8")
    with pytest.raises(DataError) as error:
        UserData(path)
    assert says(error) == "user_data_foreign"


def test_a_damaged_database(path: Path) -> None:
    fill(path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    before = path.read_bytes()
    with pytest.raises(DataError) as error:
        UserData(path)
    assert says(error) == "user_data_damaged"
    assert path.read_bytes() == before


def test_a_database_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.store.userdata._TIMEOUT_SECONDS", 0.01)
    fill(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DataError) as error:
        UserData(path)
    assert says(error) == "user_data_locked"
    other.execute("ROLLBACK")
    data = UserData(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DataError) as error:
        data.remember_place("a", 1)
    assert says(error) == "user_data_locked"
    other.close()
    data.remember_place("a", 1)
    data.close()


def make(number: int = 1, **fields: object) -> Bookmark:
    values = {"quote": "285.9亿元", "note": "核对", "created": "2024-01-01T00:00:00.000Z"}
    place = {"source_start": 10 * number, "source_end": 10 * number + 7}
    given = {"id": f"b{number}", "document_key": "qinghe-2023", **place, **values, **fields}
    return Bookmark(**given)  # type: ignore[arg-type]  # fields by name


def test_bookmarks_are_kept_changed_and_deleted(path: Path) -> None:
    data = UserData(path)
    data.change_bookmarks([make(2), make(1), make(3, document_key="a")])
    data.close()
    data = UserData(path)
    assert data.bookmarks() == (make(3, document_key="a"), make(1), make(2))
    changed = make(1, note="已核对\n第二行", source_start=50)
    data.change_bookmarks([changed], ["b3", "nowhere"])
    assert data.bookmarks() == (make(2), changed)
    data.close()


def test_a_note_may_hold_half_a_character(path: Path) -> None:
    data = UserData(path)
    data.change_bookmarks([make(note="低\udce6")])
    assert data.bookmarks()[0].note == "低?"
    data.close()


def test_bookmarks_change_all_or_none(path: Path) -> None:
    data = UserData(path)
    data.change_bookmarks([make(1)])
    with pytest.raises(sqlite3.IntegrityError):
        data.change_bookmarks([make(2, quote=None)], ["b1"])
    assert data.bookmarks() == (make(1),)
    data.close()


def test_a_file_of_the_second_version_keeps_its_bookmarks(path: Path) -> None:
    second = UserData(path, MIGRATIONS[:2])
    second._connection.execute(
        "INSERT INTO bookmark (document_key, source_start, source_end, note)"
        " VALUES ('a', 5, 9, '核对'), ('a', 20, 30, '')"
    )
    second.close()
    data = UserData(path)
    one, other = data.bookmarks()
    assert (one.source_start, one.source_end, one.note, one.quote) == (5, 9, "核对", "")
    assert one.id != other.id
    data.close()
    assert path.with_name("user.db.v2.bak").is_file()


def test_what_can_be_read_of_a_damaged_file(path: Path) -> None:
    data = UserData(path)
    data.change_bookmarks([make(number, note="记" * 400) for number in range(200)])
    data.close()
    content = bytearray(path.read_bytes())
    content[-3 * 4096 :] = b"\xa5" * (3 * 4096)
    path.write_bytes(content)
    with pytest.raises(DataError):
        UserData(path)
    found = bookmarks.readable(path)
    assert 100 < len(found) < 200
    assert set(found) <= {make(number, note="记" * 400) for number in range(200)}


def test_nothing_can_be_read_of_what_is_no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xa5" * 9000)
    assert bookmarks.readable(path) == ()


def test_a_step_that_another_program_did_meanwhile_is_not_done_again(path: Path) -> None:
    data = UserData(path)
    data.remember_place("tiedong-2022", 5, Script.HANS)
    for number, migration in enumerate(MIGRATIONS, start=1):
        userdata._migrate(data._connection, number, migration)
    place = data.place("tiedong-2022")
    assert place is not None
    assert place.source_offset == 5
    data.close()

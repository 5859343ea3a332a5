"""A library: what is written is read back, the same bytes each time, and read anywhere."""

import random
import re
import sqlite3
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import (
    Bulletin,
    Certainty,
    Finding,
    Kind,
    PassageKind,
    Reading,
    Receipt,
    Repair,
    Script,
)
from desktop_app.domain.errors import DataError
from desktop_app.domain.textmap import Edit
from desktop_app.store import schema
from desktop_app.store.connection import uri_of
from desktop_app.store.library import Library
from desktop_app.store.query import parse
from desktop_app.store.writer import write_library
from desktop_app.system import resources
from tests.handmade import Line, make_bulletin, make_figure


@pytest.fixture
def bulletin() -> Bulletin:
    """A bulletin with something in every field that a library keeps."""
    source = "青河县公报\n一、综合\n低(dī)保金7.5万元，增长2.0%。\n\r\n"
    start = source.index("(dī)")
    made = make_bulletin(
        *(Line(line, "一" if line.startswith("一") else "") for line in source.split("\n")),
        edits=(Edit(start, start + 4, ""),),
    )
    figure = make_figure(
        made,
        "7.5万元",
        kind=Kind.AMOUNT,
        change="2.0",
        change_unit="%",
        change_approx="近",
        compared_with="上年",
        notes=("初步数", "含离退休"),
        doubtful=True,
        base_value="75000",
        base_unit="元",
    )
    return replace(
        made,
        figures=(figure, make_figure(made, "2.0%", number=2)),
        repairs=(Repair(start, start + 4, "(dī)", "", Certainty.CERTAIN, "gloss"),),
        findings=(
            Finding(
                "sum", "一致", "分项之和", "7.5", (Reading("3+4.5", "7.5"),), ((1, 2), (3, 4))
            ),
        ),
        receipt=Receipt(5, ((4, "空行"),), 0, 2, 1, {"gloss": 1}),
    )


@pytest.fixture
def path(tmp_path: Path, bulletin: Bulletin) -> Path:
    made = tmp_path / "library.db"
    write_library(made, [bulletin])
    return made


def says(error: pytest.ExceptionInfo[DataError]) -> str:
    """Return the id of an error's message, once it is known to make a sentence everywhere."""
    message = error.value.message
    for language in ("zh_CN", "zh_TW", "en"):
        assert "{" not in resources.sentence(message, language)
    return message.id


def test_what_is_written_is_read_back(path: Path, bulletin: Bulletin) -> None:
    with Library(path) as library:
        (entry,) = library.bulletins()
        assert (entry.id, entry.key, entry.info) == (1, "qinghe-2023", bulletin.info)
        read = library.bulletin(entry.id)
    assert read == bulletin
    assert isinstance(read.figures[0].kind, Kind)
    assert isinstance(read.passages[0].kind, PassageKind)
    assert read.text.map.to_source(10, 12) == bulletin.text.map.to_source(10, 12)


def test_an_unknown_bulletin_is_a_key_error(path: Path) -> None:
    with Library(path) as library, pytest.raises(KeyError):
        library.bulletin(7)


def test_the_same_input_makes_the_same_bytes(path: Path, bulletin: Bulletin) -> None:
    again = path.with_name("again.db")
    write_library(again, (bulletin,))
    assert again.read_bytes() == path.read_bytes()


def test_building_again_replaces_the_library_and_leaves_nothing_beside_it(
    path: Path, bulletin: Bulletin
) -> None:
    write_library(path, [bulletin, replace(bulletin, key="other")])
    with Library(path) as library:
        assert [entry.key for entry in library.bulletins()] == ["qinghe-2023", "other"]
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]


def test_an_empty_library_is_a_library(tmp_path: Path) -> None:
    write_library(tmp_path / "a" / "b" / "empty.db", [])
    with Library(tmp_path / "a" / "b" / "empty.db") as library:
        assert library.bulletins() == ()
        assert library.search(parse("低保"), limit=5).total == 0


def test_the_same_key_twice_is_refused_and_the_old_library_stays(
    path: Path, bulletin: Bulletin
) -> None:
    before = path.read_bytes()
    with pytest.raises(DataError) as error:
        write_library(path, [bulletin, bulletin])
    assert says(error) == "bulletin_twice"
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]


def test_a_library_cannot_be_written_under_a_file(path: Path, bulletin: Bulletin) -> None:
    with pytest.raises(DataError) as error:
        write_library(path / "under" / "library.db", [bulletin])
    assert says(error) == "cannot_write"


def test_a_library_cannot_replace_a_folder(tmp_path: Path, bulletin: Bulletin) -> None:
    (tmp_path / "library.db").mkdir()
    with pytest.raises(DataError) as error:
        write_library(tmp_path / "library.db", [bulletin])
    assert says(error) == "cannot_write"
    assert [file.name for file in tmp_path.iterdir()] == ["library.db"]


def test_the_header_says_whose_file_it_is(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()


def test_other_tools_read_the_views(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    first = connection.execute("SELECT * FROM figures").fetchone()
    assert (first["chapter_number"], first["chapter"], first["value"]) == ("一", "综合", "7.5")
    assert first["passage"] == "低保金7.5万元，增长2.0%。"
    texts = [row["text"] for row in connection.execute("SELECT * FROM passages")]
    assert texts == ["青河县公报", "一、综合", "低保金7.5万元，增长2.0%。", "\r", ""]
    connection.close()


@pytest.mark.parametrize(
    "name",
    [
        "统计 公报#2022?.db",
        "百分之100%41.db",
        "a&b=c;mode=rw.db",
        "'单引号'.db",
        "逗号，.db",
    ],
)
def test_any_path_opens(tmp_path: Path, bulletin: Bulletin, name: str) -> None:
    folder = tmp_path / "资料 #1? %20"
    write_library(folder / name, [bulletin])
    with Library(folder / name) as library:
        assert library.bulletin(1) == bulletin
    assert [file.name for file in folder.iterdir()] == [name]


def test_a_share_of_windows_is_a_path_and_no_host() -> None:
    uri = uri_of(Path("//server/资料 #1/a.db"))
    assert uri == "file:////server/%E8%B5%84%E6%96%99%20%231/a.db?mode=ro"


def test_a_relative_path_opens(
    path: Path, monkeypatch: pytest.MonkeyPatch, bulletin: Bulletin
) -> None:
    monkeypatch.chdir(path.parent)
    with Library(Path(path.name)) as library:
        assert library.bulletin(1) == bulletin


def test_a_library_is_never_changed_by_reading(path: Path) -> None:
    before = path.read_bytes()
    with Library(path) as library:
        library.search(parse("低保"), limit=5)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            library._connection.execute("DELETE FROM figure")
    assert path.read_bytes() == before


def test_it_may_be_used_by_another_thread_than_the_one_that_opened_it(path: Path) -> None:
    found: list[int] = []
    with Library(path) as library:
        thread = threading.Thread(
            target=lambda: found.append(library.search(parse("低保"), limit=5).total)
        )
        thread.start()
        thread.join()
    assert found == [1]


def test_where_sqlite_would_have_to_write_the_file_is_taken_as_unchanging(
    path: Path, bulletin: Bulletin
) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    # A folder in the place of the write-ahead log refuses it as a read-only share would.
    path.with_name(path.name + "-wal").mkdir()
    with Library(path) as library:
        assert library.bulletin(1) == bulletin


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        Library(tmp_path / "nowhere.db")
    assert says(error) == "library_missing"
    assert not (tmp_path / "nowhere.db").exists()


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        Library(tmp_path)
    assert says(error) == "library_is_folder"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "library_empty"),
        ("统计公报".encode() * 200, "library_foreign"),
        (b"SQLite format 3\x00" + b"\xff" * 4000, "library_foreign"),
    ],
)
def test_a_file_that_is_no_library(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "library.db").write_bytes(content)
    with pytest.raises(DataError) as error:
        Library(tmp_path / "library.db")
    assert says(error) == message


def test_a_database_of_something_else(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE bulletin (id)")
    connection.close()
    with pytest.raises(DataError) as error:
        Library(tmp_path / "other.db")
    assert says(error) == "library_foreign"


@pytest.mark.parametrize(
    ("version", "message"),
    [(schema.VERSION + 1, "library_too_new"), (0, "library_too_old")],
)
def test_a_library_of_another_version(path: Path, version: int, message: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(DataError) as error:
        Library(path)
    assert says(error) == message
    assert error.value.message.params == {"path": str(path)}


def test_a_damaged_library(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(DataError) as error, Library(path) as library:
        library.bulletin(1)
    assert says(error) == "library_damaged"
    with pytest.raises(DataError) as error, Library(path) as library:
        library.search(parse("低保"), limit=5)
    assert says(error) == "library_damaged"


def test_half_a_library(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(DataError) as error, Library(path) as library:
        library.bulletin(1)
    assert says(error) == "library_damaged"


def test_a_locked_library(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.store.connection._TIMEOUT_SECONDS", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DataError) as error:
        Library(path)
    assert says(error) == "library_locked"
    other.close()


def test_a_bug_is_no_data_error(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP VIEW passages")
    connection.execute("DROP VIEW figures")
    connection.execute("ALTER TABLE figure RENAME COLUMN unit TO something")
    connection.close()
    with (
        Library(path) as library,
        pytest.raises(sqlite3.OperationalError, match=re.escape("no such column")),
    ):
        library.bulletin(1)


def test_the_check_of_the_file(path: Path) -> None:
    with Library(path) as library:
        assert library.damage() == ()
    connection = sqlite3.connect(path)
    connection.executescript("""
        PRAGMA writable_schema = ON;
        UPDATE sqlite_master
           SET sql = replace(sql, 'chapter_id INTEGER,', 'chapter_id INTEGER NOT NULL,')
         WHERE name = 'passage';
    """)
    connection.close()
    with Library(path) as library:
        assert library.damage() == ("NULL value in passage.chapter_id",)


@pytest.mark.parametrize("seed", range(12))
def test_a_few_wrong_bytes_are_told_or_do_no_harm(
    library_path: Path, tmp_path: Path, seed: int
) -> None:
    dice, content = random.Random(seed), bytearray(library_path.read_bytes())
    for _ in range(40):
        content[dice.randrange(4096, len(content))] = dice.randrange(256)
    path = tmp_path / "damaged.db"
    path.write_bytes(content)
    try:
        with Library(path) as library:
            for entry in library.bulletins():
                library.bulletin(entry.id)
            library.search(parse("的"), limit=500)
    except DataError as error:
        told = error.message.id
    else:
        told = ""
    assert told in {"", "library_damaged", "library_foreign", "library_unreadable"}


def test_a_search_that_was_interrupted_leaves_nothing_open(tmp_path: Path) -> None:
    write_library(tmp_path / "library.db", [make_bulletin("低保3458户")])
    with Library(tmp_path / "library.db") as library:
        library._connection.execute("BEGIN")
        assert library.search(parse("低保"), limit=5).total == 1
        assert not library._connection.in_transaction


def test_a_bulletin_is_read_while_it_is_searched(tmp_path: Path) -> None:
    write_library(tmp_path / "library.db", [make_bulletin("低保3458户")])
    with Library(tmp_path / "library.db") as library:
        found = library.search(parse("低保"), limit=5, script=Script.SOURCE)
        assert [hit.snippet for hit in found.hits] == ["低保3458户"]
        assert not library._connection.in_transaction

"""`gongbao bookmarks`: out to a file and in again, without doubles."""

from pathlib import Path

import pytest

from desktop_app.domain.bookmark import Bookmark
from desktop_app.services import bookmark_files, places
from desktop_app.system import paths
from tests.unit.commands.running import Run

MARKS = tuple(Bookmark(f"b{n}", "a", n, n + 2, "字字", note=f"记{n}") for n in range(3))


def fill() -> None:
    data = places.open_user_data()
    data.change_bookmarks(MARKS[:2])
    data.close()


def kept() -> tuple[Bookmark, ...]:
    data = places.open_user_data()
    found = data.bookmarks()
    data.close()
    return found


def test_out_to_a_file_and_in_again(run: Run, tmp_path: Path) -> None:
    fill()
    path = tmp_path / "我的 书签.json"
    outcome = run("bookmarks", "export", path)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"已将 2 个书签写入 {path}。\n"
    assert bookmark_files.read(path) == MARKS[:2]
    bookmark_files.write(path, MARKS, "zh_CN")
    for changed in (1, 0):
        outcome = run("bookmarks", "import", path)
        assert (outcome.code, outcome.out) == (0, "")
        assert outcome.err == f"文件中有 3 个书签：新增或更新 {changed} 个，其余原已存有。\n"
    assert kept() == MARKS


@pytest.mark.parametrize("name", ["b.csv", "b.md"])
def test_out_to_be_read(run: Run, tmp_path: Path, name: str) -> None:
    fill()
    assert run("bookmarks", "export", tmp_path / name).code == 0
    assert "记1" in (tmp_path / name).read_text(encoding="utf-8")


def test_what_cannot_be_done_is_said(run: Run, tmp_path: Path) -> None:
    outcome = run("bookmarks", "export", tmp_path / "b.docx")
    assert outcome.code == 1
    assert outcome.says("bookmarks_format_unknown")
    outcome = run("bookmarks", "import", tmp_path / "none.json")
    assert outcome.code == 1
    assert outcome.says("file_missing")
    assert run("bookmarks", "import").code == 2
    assert run("bookmarks", "burn", tmp_path / "b.json").code == 2


def test_nothing_is_taken_in_where_nothing_can_be_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    bookmark_files.write(path, MARKS, "zh_CN")
    fill()
    paths.user_library().with_name("user.db-journal").mkdir()
    outcome = run("bookmarks", "import", path)
    assert outcome.code == 1
    assert outcome.says("user_data_unwritable")
    assert run("bookmarks", "export", tmp_path / "c.json").code == 0
    assert bookmark_files.read(tmp_path / "c.json") == MARKS[:2]


def test_a_damaged_file_is_kept_aside_and_told(run: Run, tmp_path: Path) -> None:
    paths.user_library().parent.mkdir(parents=True)
    paths.user_library().write_bytes(b"\xa5" * 9000)
    outcome = run("bookmarks", "export", tmp_path / "b.json")
    assert outcome.code == 0
    assert "user.db.damaged-1" in outcome.err

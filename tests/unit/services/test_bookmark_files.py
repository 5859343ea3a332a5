"""Bookmarks go to files and come back whole; what is no file of ours takes nothing in."""

import csv
import errno
import json
from pathlib import Path

import pytest

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.errors import DataError
from desktop_app.services import bookmark_files
from desktop_app.system import files, resources

MARKS = (
    Bookmark("b1", "qinghe-2023", 10, 17, "285.9亿元", title="青河县公报", chapter="一、综合",
             indicator="地区*生产总值*", note="=1+1\n“核对”", created="2024-01-01T00:00:00.000Z"),
    Bookmark("b2", "qinghe-2023", 30, 40, "第一行\n第二行", title="青河县公报",
             chapter="一、综合"),
    Bookmark("b3", "elsewhere", 1, 4, "𠮷水镇", title="别的公报", sha256="ab" * 32),
)  # fmt: skip


def said(error: pytest.ExceptionInfo[DataError]) -> str:
    for language in ("zh_CN", "zh_TW", "en"):
        assert "{" not in resources.sentence(error.value.message, language)
    return error.value.message.id


def test_json_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "书签 #1.JSON"
    bookmark_files.write(path, MARKS, "zh_CN")
    assert bookmark_files.read(path) == MARKS
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert bookmark_files.read(path) == MARKS


def test_json_is_as_documented(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    bookmark_files.write(path, MARKS[:1], "en")
    content = json.loads(path.read_text(encoding="utf-8"))
    assert (content["format"], content["version"]) == ("gongbao-bookmarks", 1)
    (row,) = content["bookmarks"]
    assert (row["bulletin"], row["start"], row["end"]) == ("qinghe-2023", 10, 17)
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    for name in (*content, *row):
        assert f"`{name}`" in readme, name


def test_what_others_left_out_or_added_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    row = {"id": "x", "bulletin": "a", "start": 1, "end": 3, "quote": "字", "colour": "red"}
    path.write_text(json.dumps({"format": "gongbao-bookmarks", "version": 1, "bookmarks": [row]}))
    assert bookmark_files.read(path) == (Bookmark("x", "a", 1, 3, "字"),)


def entry(**values: object) -> object:
    row = {"id": "x", "bulletin": "a", "start": 1, "end": 3, "quote": "字"} | values
    return {"format": "gongbao-bookmarks", "version": 1, "bookmarks": [row]}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ([], "bookmarks_unreadable"),
        ({}, "bookmarks_unreadable"),
        ({"format": "gongbao-bookmarks", "version": 2}, "bookmarks_too_new"),
        ({"format": "gongbao-bookmarks", "version": 1}, "bookmarks_unreadable"),
        ({"format": "gongbao-bookmarks", "version": 1, "bookmarks": [7]}, "bookmarks_unreadable"),
        (entry(id=""), "bookmarks_unreadable"),
        (entry(bulletin=None), "bookmarks_unreadable"),
        (entry(quote=5), "bookmarks_unreadable"),
        (entry(start=True), "bookmarks_unreadable"),
        (entry(start=9), "bookmarks_unreadable"),
        (entry(end=2**70), "bookmarks_unreadable"),
        (entry(start=-1), "bookmarks_unreadable"),
    ],
)
def test_what_is_none_of_ours_is_said(tmp_path: Path, content: object, message: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(DataError) as error:
        bookmark_files.read(path)
    assert said(error) == message


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 100_000, b"{"])
def test_what_is_no_json_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content)
    with pytest.raises(DataError) as error:
        bookmark_files.read(path)
    assert said(error) == "bookmarks_unreadable"


def test_what_cannot_be_read_or_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        bookmark_files.read(tmp_path / "nowhere.json")
    assert said(error) == "file_missing"
    with pytest.raises(DataError) as error:
        bookmark_files.read(tmp_path)
    assert said(error) == "file_unreadable"
    with pytest.raises(DataError) as error:
        bookmark_files.write(tmp_path / "no" / "b.json", MARKS, "zh_CN")
    assert said(error) == "cannot_write"
    with pytest.raises(DataError) as error:
        bookmark_files.write(tmp_path / "b.docx", MARKS, "zh_CN")
    assert said(error) == "bookmarks_format_unknown"


def test_csv_is_for_spreadsheets(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    bookmark_files.write(path, MARKS, "zh_CN")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, first, second, third = csv.reader(file)
    assert head[:4] == ["公报", "章", "指标", "原文"]
    # No note becomes a formula.
    assert first[3:5] == ["285.9亿元", "'=1+1\n“核对”"]
    assert (second[3], third[0]) == ("第一行\n第二行", "别的公报")


def test_markdown_is_for_reading() -> None:
    assert bookmark_files.as_markdown(MARKS, "zh_CN").split("\n") == [
        "# 书签与笔记",
        "",
        "## 别的公报",
        "",
        "> 𠮷水镇",
        "",
        "## 青河县公报",
        "",
        "### 一、综合",
        "",
        "> **地区\\*生产总值\\*** 285.9亿元",
        "",
        "=1+1  ",
        "“核对”  ",
        "",
        "> 第一行",
        "> 第二行",
        "",
    ]
    assert bookmark_files.as_markdown((), "en") == "# Bookmarks and notes\n"


def test_an_export_that_fails_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "书签.json"
    bookmark_files.write(path, [], "zh_CN")
    before = path.read_bytes()

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(files, "put", full)
    with pytest.raises(DataError) as caught:
        bookmark_files.write(path, [], "zh_CN")
    assert caught.value.message.id == "disk_full"
    assert path.read_bytes() == before

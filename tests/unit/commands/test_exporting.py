"""`gongbao export`, held against its contract."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from desktop_app.domain.bulletin import Bulletin
from tests.unit.commands.running import NO_DISPLAY, Run, start

SIGNS = {"xlsx": b"PK", "csv": b"\xef\xbb\xbf", "docx": b"PK", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("form", SIGNS)
@pytest.mark.parametrize("what", [("figures",), ("findings",), ("search", "低保", "城市")])
def test_tables_in_every_format(
    run: Run, library_path: Path, tmp_path: Path, form: str, what: tuple[str, ...]
) -> None:
    out = tmp_path / f"导出 文件.{form}"
    done = run("export", "--what", *what, "--out", out, "--library", library_path)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert out.read_bytes().startswith(SIGNS[form])


@pytest.mark.parametrize("script", ["hans", "hant", "source"])
@pytest.mark.parametrize("form", ["docx", "html"])
def test_the_text(run: Run, library_path: Path, tmp_path: Path, form: str, script: str) -> None:
    out = tmp_path / "out"
    options = ["--what", "text", "--format", form, "--script", script, "--chapter", "一"]
    done = run("export", *options, "--out", out, "--library", library_path)
    assert (done.code, done.out, done.err) == (0, "", "")
    text = out.read_bytes()
    if form == "docx":
        text = zipfile.ZipFile(out).read("word/document.xml")
    # In the source a gloss stands between number and unit.
    wanted = {"hans": "亿元", "hant": "億元", "source": "億"}[script]
    assert wanted in text.decode()


def test_a_pdf_without_a_display(library_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "正文.pdf"
    options = ("export", "--what", "text", "--out", out, "--library", library_path)
    done = start(*options, environment=NO_DISPLAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert "地区生产总值" in pypdfium2.PdfDocument(out)[0].get_textpage().get_text_range()


def test_a_chapter_of_figures_names_its_sheet(
    run: Run, library_path: Path, tmp_path: Path, bundled: Bulletin
) -> None:
    out = tmp_path / "a.xlsx"
    run("export", "--chapter", "一", "--out", out, "--library", library_path)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["一、综合", "来源与说明"]
    count = len(bundled.figures_of(bundled.chapters[0]))
    assert [row[0].value is None for row in book.worksheets[0].rows][: count + 2] == [
        *[False] * (count + 1),
        True,
    ]


def test_traditional_words_go_with_traditional_text(
    run: Run, library_path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.csv"
    run("export", "--script", "hant", "--out", out, "--library", library_path)
    heading, first = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))[:2]
    row = dict(zip(heading, first, strict=True))
    assert (row["原文"], row["數據來源"][:5]) == ("285.9億元", "數據來源：")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--out", "a"], "usage_export_format"),
        (["--out", "a.txt"], "usage_export_format"),
        (["--what", "text", "--out", "a.csv"], "usage_export_text"),
        (["--what", "text", "--out", "a.docx", "--format", "xlsx"], "usage_export_text"),
        (["--what", "search", "--out", "a.csv"], "usage_export_query"),
        (["--out", "a.csv", "词"], "usage_export_no_query"),
        (
            ["--what", "search", "词", "--bulletin", "2022", "--out", "a.csv"],
            "usage_export_filter",
        ),
        (["--what", "chart", "--out", "a.csv"], "usage_choice"),
        ([], "usage_missing"),
    ],
)
def test_wrong_usage(run: Run, options: list[str], message: str) -> None:
    done = run("export", *options)
    assert done.code == 2
    if message not in ("usage_choice", "usage_missing"):
        assert done.says(message)
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--chapter", "九十九"], "chapter_missing"),
        (["--what", "findings", "--chapter", "九十九"], "chapter_missing"),
        (["--bulletin", "1999"], "bulletin_missing"),
        (["--what", "search", "没有这个词"], "export_no_hits"),
    ],
)
def test_bad_input_leaves_the_file_as_it_was(
    run: Run, library_path: Path, tmp_path: Path, options: list[str], message: str
) -> None:
    out = tmp_path / "a.csv"
    out.write_text("旧", encoding="utf-8")
    done = run("export", *options, "--out", out, "--library", library_path)
    assert (done.code, done.says(message)) == (1, True)
    assert out.read_text(encoding="utf-8") == "旧"


def test_a_folder_that_is_not_there(run: Run, library_path: Path, tmp_path: Path) -> None:
    done = run("export", "--out", tmp_path / "没有" / "a.csv", "--library", library_path)
    assert (done.code, done.says("cannot_write")) == (1, True)

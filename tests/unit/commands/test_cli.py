"""The command line, held against its contract."""

import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app import __version__
from desktop_app.cli import main
from desktop_app.commands import inspecting, output
from desktop_app.domain.bulletin import Bulletin
from desktop_app.system import paths, resources
from tests.unit.commands.running import LANGUAGES, NO_DISPLAY, PROGRAM, ROOT, Run, start


def test_figures_of_a_chapter(run: Run, library_path: Path, bundled: Bulletin) -> None:
    done = run("figures", "--chapter", "一", "--format", "json", "--library", library_path)
    assert (done.code, done.err) == (0, "")
    figures = json.loads(done.out)["figures"]
    assert [figure["id"] for figure in figures] == [
        figure.id for figure in bundled.figures_of(bundled.chapters[0])
    ]
    assert all(
        bundled.text.source[figure["start"] : figure["end"]] == figure["printed"]
        for figure in figures
    )


def test_figures_as_a_table(run: Run, library_path: Path) -> None:
    done = run("figures", "--library", library_path)
    assert done.out.startswith("一、综合  ")
    assert "285.9  亿元" in done.out


def test_figures_as_csv(run: Run, library_path: Path, bundled: Bulletin, tmp_path: Path) -> None:
    done = run("figures", "--format", "csv", "--library", library_path)
    assert done.out.startswith("\ufeff公报,")
    assert done.out.count("\r\n") == len(bundled.figures) + 1
    written = run(
        "figures", "--format", "csv", "--out", tmp_path / "数据.csv", "--library", library_path
    )
    assert (written.code, written.out, written.err) == (0, "", "")
    assert (tmp_path / "数据.csv").read_bytes() == done.out.encode()


def test_figures_as_a_workbook(run: Run, library_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "数据.xlsx"
    done = run("figures", "--format", "xlsx", "--out", path, "--library", library_path)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert path.read_bytes().startswith(b"PK")


def test_figures_into_a_place_that_cannot_be_written(
    run: Run, library_path: Path, tmp_path: Path
) -> None:
    done = run("figures", "--out", tmp_path, "--library", library_path)
    assert (done.code, done.says("cannot_write")) == (1, True)


def test_figures_of_a_chapter_that_is_not_there(run: Run, library_path: Path) -> None:
    done = run("figures", "--chapter", "九十九", "--library", library_path)
    assert (done.code, done.says("chapter_missing")) == (1, True)


# build, inspect, selfcheck


def test_build(run: Run, library_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "新 库.db"
    done = run("build", "--data", paths.data(), "--out", out)
    assert (done.code, done.says("built")) == (0, True)
    assert out.read_bytes() == library_path.read_bytes()
    other = tmp_path / "other.db"
    assert run("--library", other, "build").code == 0
    assert other.read_bytes() == out.read_bytes()


def test_build_of_nothing(run: Run, tmp_path: Path) -> None:
    done = run("build", "--data", tmp_path, "--out", tmp_path / "library.db")
    assert (done.code, done.says("no_sources")) == (1, True)


def test_inspect_as_json(run: Run, bundled: Bulletin, tmp_path: Path) -> None:
    source = paths.data() / "bulletins" / "tiedong-2022" / "source.txt"
    done = run("inspect", source, "--json")
    assert (done.code, done.err) == (0, "")
    read = json.loads(done.out)
    assert read["text"] == bundled.text.source
    assert [len(one["figures"]) for one in read["bulletins"]] == [len(bundled.figures)]
    assert list(tmp_path.iterdir()) == []


def test_inspect_as_a_receipt(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "公报.txt"
    file.write_text(
        "青河县2023年国民经济和社会发展统计公报\n一、综合\n全年地区生产总值56.3亿元。\n",
        encoding="utf-8",
    )
    done = run("inspect", file)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("标题：青河县2023年国民经济和社会发展统计公报\n")
    assert "数据：1 个，其中存疑 0 个\n" in done.out


def test_a_receipt_names_repairs_and_findings(run: Run, bundled: Bulletin) -> None:
    done = run("inspect", paths.data() / "bulletins" / "tiedong-2022" / "source.txt")
    lines = done.out.splitlines()
    assert f"文字修复：{len(bundled.repairs)} 处" in lines
    assert all(f"  {rule} {count}" in lines for rule, count in bundled.receipt.repairs.items())
    for finding in bundled.findings:
        assert f"  {finding.verdict} {finding.message}" in lines


def test_a_receipt_names_the_first_skipped_lines(
    bundled: Bulletin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.services.receipts.SKIPPED_SHOWN", 2)
    skipped = tuple((line, "空行") for line in (3, 5, 8))
    receipt = replace(bundled.receipt, skipped=skipped)
    lines = list(inspecting.receipt_lines(replace(bundled, receipt=receipt)))
    place = lines.index("未读入：3 行")
    assert lines[place + 1 : place + 4] == ["  第 3 行：空行", "  第 5 行：空行", "  另有 1 行"]


def test_inspect_of_a_missing_file(run: Run, tmp_path: Path) -> None:
    done = run("inspect", tmp_path / "nowhere.txt", "--json")
    assert (done.code, done.says("file_missing")) == (1, True)


def test_selfcheck_without_a_display(library_path: Path) -> None:
    done = start("selfcheck", "--library", library_path, environment=NO_DISPLAY)
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert all(line.startswith("正常  ") for line in lines)
    assert lines[-1] == "正常  没有图形桌面，窗口未检查"


def test_selfcheck_with_a_display(library_path: Path) -> None:
    done = start(
        "selfcheck", "--library", library_path, environment={"QT_QPA_PLATFORM": "offscreen"}
    )
    assert "平台 offscreen" in done.stdout.decode()
    assert "中文字体" in done.stdout.decode()


def test_selfcheck_where_qt_does_not_start(library_path: Path) -> None:
    done = start(
        "selfcheck", "--library", library_path, environment={"QT_QPA_PLATFORM": "nonsense"}
    )
    assert done.returncode == 1
    assert "异常  Qt 无法启动" in done.stdout.decode()


def qt_without_its_libraries(folder: Path) -> dict[str, str]:
    """Return an environment whose Qt cannot be loaded, as on a system without libEGL."""
    package = folder / "PySide6"
    package.mkdir()
    package.joinpath("__init__.py").write_text("", encoding="utf-8")
    failing = "raise ImportError('libEGL.so.1: no such file', path=__file__)\n"
    for module in ("QtCore", "QtGui"):
        package.joinpath(f"{module}.py").write_text(failing, encoding="utf-8")
    return {"PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}


def test_selfcheck_names_the_library_that_qt_lacks(library_path: Path, tmp_path: Path) -> None:
    environment = qt_without_its_libraries(tmp_path)
    done = start("selfcheck", "--library", library_path, environment=environment)
    assert done.returncode == 1
    last = done.stdout.decode().splitlines()[-1]
    assert last.startswith("异常  Qt 无法启动")
    assert "libEGL.so.1" in last


def test_the_window_names_the_library_that_qt_lacks(tmp_path: Path) -> None:
    done = start("open", environment=qt_without_its_libraries(tmp_path))
    said = done.stderr.decode()
    assert (done.returncode, done.stdout, said.count("\n")) == (1, b"", 1)
    assert "libEGL.so.1" in said


def test_selfcheck_of_a_missing_library(run: Run, tmp_path: Path) -> None:
    done = run("selfcheck", "--library", tmp_path / "nowhere.db")
    assert done.code == 1
    assert "\n异常  找不到资料库" in done.out


def test_selfcheck_on_a_platform_that_is_named(library_path: Path) -> None:
    done = start(
        "selfcheck", "--platform", "offscreen", "--library", library_path, environment=NO_DISPLAY
    )
    said = done.stdout.decode()
    assert done.returncode == 0
    assert "平台 offscreen" in said
    assert "正常  图表可以绘制" in said
    assert "正常  4 个界面译文文件都能载入" in said


@pytest.mark.parametrize(
    ("module", "said"), [("pyqtgraph", "异常  图表无法绘制"), ("opencc", "异常  组件 opencc")]
)
def test_selfcheck_names_a_module_that_does_not_load(
    library_path: Path, tmp_path: Path, module: str, said: str
) -> None:
    why = f"lib{module}.so.1: no such file"
    (tmp_path / f"{module}.py").write_text(f"raise ImportError({why!r})\n", encoding="utf-8")
    environment = {"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = start("selfcheck", "--library", library_path, environment=environment)
    assert done.returncode == 1
    (line,) = (line for line in done.stdout.decode().splitlines() if line.startswith("异常"))
    assert line.startswith(said)
    assert line.endswith(why)


# open


@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "公报.txt"]])
def test_without_a_display_no_window_is_opened(arguments: list[str]) -> None:
    done = start(*arguments, environment=NO_DISPLAY)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == resources.table("messages")["no_display"]["zh_CN"] + "\n"


# words, usage, streams


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", [["--library"], ["search"], ["nonsense"], ["search", "--n"]])
def test_wrong_usage_is_one_sentence_in_the_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, arguments: list[str]
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    done = run(*arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.isascii() is (language == "en")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["search"], "缺少“检索词”；用法见 gongbao search --help。"),
        (["search", ""], "检索词是空的，请写要找的词或数字；用法见 gongbao search --help。"),
        (["search", " ", "　", "--json"], "检索词是空的"),
        (["inspect"], "缺少“文件”；用法见 gongbao inspect --help。"),
        (["bookmarks"], "缺少“操作, 文件”；用法见 gongbao bookmarks --help。"),
        (["frob"], "命令 不能是 'frob'，只能是 'open', "),
        (["search", "a", "b", "--c"], "不认识 --c；用法见 gongbao --help。"),
        (["search", "a", "--limit"], "--limit 后面缺少内容；用法见 gongbao search --help。"),
        (["search", "a", "--limit", "-1"], "--limit 不对：-1 不是个数。"),
        (["search", "a", "--limit", "x"], "--limit 不对：x 不是个数。"),
        (["search", "a", "--lim", "1"], "不认识 --lim；用法见 gongbao --help。"),
        (["figures", "--format", "xlsx"], "xlsx 格式要用 --out 指定写入的文件。"),
        (["search", "a", "--json=1"], "--json 不对："),
    ],
)
def test_what_is_wrong_with_the_usage(run: Run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)


def test_what_argparse_says_in_new_words_is_still_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.commands.arguments._ERRORS", ())
    with pytest.raises(SystemExit, match="2"):
        main(["search"])
    assert capsys.readouterr().err == "命令写法不对；用法见 gongbao search --help。\n"


def test_a_format_that_is_not_offered(run: Run) -> None:
    done = run("figures", "--format", "docx")
    assert done.code == 2
    assert "docx" in done.err
    assert all(name in done.err for name in ("table", "csv", "json", "xlsx"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", "open", "build", "inspect", "search", "figures"])
def test_help_in_the_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, command: str
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    done = run(*filter(None, [command]), "--help")
    assert (done.code, done.err) == (0, "")
    name = f"help_{command}" if command else "help_gongbao"
    assert resources.table("messages")[name][language] in done.out.replace("\n", " ")
    assert "--library" in done.out
    if language != "en":
        assert "usage" not in done.out
        assert "option" not in done.out.lower().replace("[option", "")


def test_help_stands_in_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "90")
    rows = run("search", "--help").out.splitlines()
    library = next(row for row in rows if "使用这个资料库" in row)
    shown = next(row for row in rows if "显示用法" in row)

    def column(line: str, text: str) -> int:
        before = line[: line.index(text)]
        return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in before)

    assert column(library, "使用这个") == column(shown, "显示用法")


def test_what_comes_later_is_not_offered_yet(run: Run) -> None:
    for command in ("import", "export", "verify", "doctor"):
        assert run(command).code == 2


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.code, done.out) == (0, f"gongbao {__version__}\n")


def test_a_bad_library_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("search", "低保", "--library", tmp_path / "没有 #1.db")
    assert (done.code, done.says("library_missing")) == (1, True)
    assert "没有 #1.db" in done.err


def test_utf_8_in_any_locale(library_path: Path) -> None:
    environment = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "latin-1"}
    done = start("search", "低保", "--json", "--library", library_path, environment=environment)
    assert json.loads(done.stdout.decode("utf-8"))["query"] == "低保"
    wrong = start("search", environment=environment)
    assert wrong.stderr.decode("utf-8").startswith("缺少“检索词”")


def test_bytes_that_are_no_text_are_a_query_without_hits(library_path: Path) -> None:
    done = start("search", b"\xff\xe6", "--json", "--library", library_path)
    assert (done.returncode, json.loads(done.stdout)["total"]) == (0, 0)


def test_a_reader_that_goes_is_no_news(library_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "figures", "--format", "json", "--library", library_path],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (141, b"")


def test_an_interrupt_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_app.commands.searching.open_library", interrupt)
    done = run("search", "低保")
    assert (done.code, done.out, done.err) == (130, "", "")


def test_a_windowed_program_has_no_streams(
    monkeypatch: pytest.MonkeyPatch, library_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["search", "低保", "--library", str(library_path)]) == 0
    assert main(["search", "低保", "--library", str(library_path / "x")]) == 1


def test_streams_that_cannot_be_turned_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    output.prepare()
    output.write("统计")
    assert stream.getvalue() == "统计"


def test_a_wrong_command_is_told_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["serch", "低保"])
    said = capsys.readouterr().err
    assert caught.value.code == 2
    assert "'search'" in said
    assert "read-file" not in said

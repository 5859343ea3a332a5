"""`gongbao search`, held against its contract."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services.searching import find
from desktop_app.store.library import Library
from desktop_app.store.writer import write_library
from tests.made_bulletins import BulletinMaker
from tests.unit.commands.running import ROOT, Run


def test_search_as_json(run: Run, library_path: Path, library: Library, bundled: Bulletin) -> None:
    done = run("search", "低保", "--json", "--library", library_path)
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    expected = find(library, "低保")
    assert sorted(found) == ["chapters", "hits", "parsed", "query", "total", "unread"]
    assert found["query"] == "低保"
    assert found["parsed"] == [{"text": "低保", "without": False, "also": [], "value": None}]
    assert found["unread"] == []
    assert found["total"] == expected.total == len(found["hits"])
    for hit, same in zip(found["hits"], expected.hits, strict=True):
        assert hit["bulletin"] == bundled.key
        assert (hit["place"], hit["year"]) == (bundled.info.place, bundled.info.year)
        assert (hit["section"], hit["start"], hit["end"]) == (
            same.section_id,
            same.start,
            same.end,
        )
        assert (hit["snippet"], hit["figure"]) == (same.snippet, same.figure_id)
        assert {hit["snippet"][start:end] for start, end in hit["marks"]} == {"低保"}
        assert {bundled.text.source[start:end] for start, end in hit["matches"]} == {"低保"}
        assert all(hit["start"] <= start < end <= hit["end"] for start, end in hit["matches"])
    counts = [(one["bulletin"], one["section"], one["count"]) for one in found["chapters"]]
    assert counts == [(bundled.key, one.section_id, one.count) for one in expected.chapters]


def test_what_a_name_found_is_in_the_total(run: Run, library_path: Path) -> None:
    found = json.loads(run("search", "shxfp", "--json", "--library", library_path).out)
    assert found["total"] == len(found["hits"]) == 1


def test_search_finds_nothing(run: Run, library_path: Path) -> None:
    done = run("search", "没有这个词", "--json", "--library", library_path)
    found = json.loads(done.out)
    assert (done.code, found["total"], found["hits"], found["chapters"]) == (0, 0, [], [])


@pytest.mark.parametrize("query", ["-低保", "-28.1", "-h低保", '"', "%", "--低保", "-章:教育"])
@pytest.mark.parametrize("marked", [True, False])
def test_any_query_is_a_query(run: Run, library_path: Path, query: str, marked: bool) -> None:
    words = ["--", query] if marked else [query]
    done = run("--library", library_path, "search", "--json", *words)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["query"] == query


@pytest.mark.parametrize(
    "arguments",
    [
        ("社区", "-工作", "--limit", "3", "--json"),
        ("--limit", "3", "社区", "-工作", "--json"),
        ("--json", "--limit=3", "社区", "--", "-工作"),
        ("社区", "--json", "-工作", "--limit", "3"),
    ],
)
def test_the_words_of_a_query_stand_anywhere(
    run: Run, library_path: Path, arguments: tuple[str, ...]
) -> None:
    done = run("--library", library_path, "search", *arguments)
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert found["query"] == "社区 -工作"
    assert 0 < len(found["hits"]) <= 3


@pytest.mark.parametrize("option", ["--jsn", "--lim", "--limit", "--sort=best2"])
def test_a_mistyped_option_is_no_word(run: Run, option: str) -> None:
    done = run("search", "低保", option)
    assert (done.code, done.out) == (2, "")
    assert option.partition("=")[0] in done.err


def test_search_says_what_it_read(run: Run, library_path: Path) -> None:
    typed = "285900万元 值:>=1亿元 -章:教育 年:2020..2022 年:abc"
    found = json.loads(run("search", typed, "--json", "--library", library_path).out)
    point = {"low_open": False, "high_open": False, "as_printed": False, "unit": "元"}
    assert found["parsed"] == [
        {
            "text": "285900万元",
            "without": False,
            "also": [],
            "value": point | {"low": "2859000000", "high": "2859000000"},
        },
        {"text": "年:abc", "without": False, "also": [], "value": None},
        {
            "filter": "值",
            "text": "",
            "without": False,
            "interval": point | {"low": "100000000", "high": None},
        },
        {"filter": "章", "text": "教育", "without": True, "interval": None},
        {
            "filter": "年",
            "text": "",
            "without": False,
            "interval": point | {"low": "2020", "high": "2022", "unit": ""},
        },
    ]
    assert found["unread"] == ["年:abc"]


def test_search_for_other_names(run: Run, library_path: Path) -> None:
    done = run("search", "GDP", "--library", library_path)
    assert done.out.startswith("“GDP”也匹配地区生产总值、")
    assert "【地区生产总值】" in done.out
    assert "    地区生产总值  285.9亿元  +0.6%\n" in done.out
    alone = run("search", "GDP", "--no-synonyms", "--library", library_path)
    assert alone.out == "共 0 段，显示 0 段。\n"


def test_search_by_sound_is_told(run: Run, library_path: Path) -> None:
    done = run("search", "shxfp", "--library", library_path)
    assert "【128.4亿元】" in done.out
    assert done.out.endswith("共 1 段，显示 1 段。\n其中 1 段按指标名称或拼音找到。\n")


def test_search_says_what_it_did_not_understand(run: Run, library_path: Path) -> None:
    done = run("search", "年:abc", "--library", library_path)
    assert (done.code, done.out) == (0, "共 0 段，显示 0 段。\n")
    assert done.err == "没有看懂“年:abc”，已当作文字查找。\n"


def test_search_in_the_order_of_the_text(run: Run, library_path: Path) -> None:
    def starts(sort: str) -> list[int]:
        done = run("search", "疫情防控", "--json", "--sort", sort, "--library", library_path)
        return [hit["start"] for hit in json.loads(done.out)["hits"]]

    placed, best = starts("place"), starts("best")
    assert placed == sorted(best) != best


def test_search_up_to_a_limit(run: Run, library_path: Path) -> None:
    done = run("search", "工作", "--json", "--limit", "2", "--library", library_path)
    found = json.loads(done.out)
    assert len(found["hits"]) == 2 < found["total"]


@pytest.mark.parametrize(
    ("script", "word"),
    [("hans", "社会消费品"), ("hant", "社會消費品"), ("source", "社會消費品")],
)
def test_search_in_a_script(run: Run, library_path: Path, script: str, word: str) -> None:
    done = run("search", "社会消费品", "--json", "--script", script, "--library", library_path)
    (hit, *_) = json.loads(done.out)["hits"]
    assert {hit["snippet"][start:end] for start, end in hit["marks"]} == {word}


def test_search_explains_itself(run: Run, library_path: Path) -> None:
    typed = "低保 -桥 28.1 GDP 约286亿元 >100 年:2022,2023 单位:亿元 -章:教育 类:正文 增速:<0 值:x"
    done = run("search", typed, "--json", "--explain", "--library", library_path)
    found = json.loads(done.out)
    assert found["explained"] == [
        "须含“低保”",
        "不含“桥”",
        "须含“28.1”，其中的数是完整的数",
        "须含“GDP”，也匹配地区生产总值、生产总值、国内生产总值、地区GDP",
        "须含“约286亿元”，其中的数是完整的数，或有数据从 285.5亿元 到 286.5亿元，也匹配286亿元",
        "须含“值:x”",
        "有数据的单位是“亿元”",
        "有数据的数值大于 100（不论单位，按印出的数）",
        "有数据的增减小于 0%",
        "年份等于 2022或等于 2023",
        "段落是正文",
        "除去：在章“教育”中",
        "没有看懂“值:x”，当作文字",
    ]
    passages = found["plan"]["passages"]
    assert found["plan"] == {"passages": passages, "indexed": False, "match": "", "steps": []}
    text = run("search", "低保 -桥", "--explain", "--library", library_path)
    assert text.out.startswith(f"须含“低保”\n不含“桥”\n逐段读 {passages} 段，不用索引\n\n")


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("农业 -增加", '("农业") NOT "增加"'),
        ("28.1%", '"28 8. .1 1%"'),
        ("12,000人", '"12 20 00 00 0人"'),
    ],
)
def test_search_of_a_large_library_explains_its_plan(
    run: Run, tmp_path: Path, typed: str, match: str
) -> None:
    path = tmp_path / "library.db"
    write_library(path, list(BulletinMaker().bulletins(45)))
    plan = json.loads(run("search", typed, "--json", "--explain", "--library", path).out)["plan"]
    assert (plan["indexed"], plan["match"]) == (True, match)
    assert "gram" in plan["steps"][0]
    assert ("figure_number" in "".join(plan["steps"])) is typed.endswith("人")
    text = run("search", typed, "--explain", "--library", path).out
    assert f"查索引：{match}\n  {plan['steps'][0]}\n" in text


def test_search_as_text(run: Run, library_path: Path, bundled: Bulletin) -> None:
    done = run("search", "统计公报", "--library", library_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("（第一章之前）（")
    assert "【统计公报】" in done.out
    chapter = bundled.chapters[0]
    in_chapter = run("search", "285.9亿元", "--library", library_path).out
    assert in_chapter.startswith(
        f"{chapter.number}、{chapter.title}（1 段）  {bundled.info.title}\n"
    )
    assert in_chapter.endswith("\n\n共 1 段，显示 1 段。\n")


def test_search_needs_neither_qt_nor_the_pipeline(library_path: Path) -> None:
    program = (
        "import sys; from desktop_app.cli import main; main(sys.argv[1:]);"
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "search", "低保", "--library", library_path],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    loaded = {name.split(".")[0] for name in done.stderr.split("'")}
    assert "desktop_app" in loaded
    assert not loaded & {"PySide6", "numpy", "pypinyin", "opencc", "pyqtgraph", "xlsxwriter"}
    assert not loaded & {"sqlite_utils", "click"}
    assert "desktop_app.pipeline" not in done.stderr


# figures

"""What the program understands of a file, as the command line prints it."""

import json
from pathlib import Path

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline import sources
from desktop_app.services.importing import as_json, inspect, read_notes
from desktop_app.system import paths

TEXT = """2021年宝鸡市统计公报
一、综合
2021年，全市实现地区生產總值285.9亿元，按可比价格计算，同比增长0.6%。
二、区(qū)划
1.街道。一是新设1个街道。二是新设2个社区。
"""
NOTES = """
key = "baoji-2021"
title = "宝鸡市2021年统计公报"
place_code = "610300"
year = 2021

[[decision]]
source = "二、区"
reads = "二、政区"
why = "原文漏字"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def write_notes(folder: Path, text: str) -> Path:
    (folder / "bulletin.toml").write_text(text, encoding="utf-8")
    return folder / "source.txt"


def test_a_file_is_inspected(folder: Path) -> None:
    found = inspect(folder / "source.txt")
    assert found.text == TEXT
    (bulletin,) = found.bulletins
    assert (bulletin.info.place, bulletin.info.year) == ("陕西省/宝鸡市", 2021)
    assert bulletin.info.format == "txt"


def test_json_keeps_the_contract(folder: Path) -> None:
    given = json.loads(json.dumps(as_json(inspect(folder / "source.txt"))))
    assert given["text"] == TEXT
    (bulletin,) = given["bulletins"]
    assert {"bulletin", "sections", "repairs", "figures", "findings", "receipt"} == set(bulletin)
    assert {
        "title", "place", "place_code", "year", "publisher", "published", "url", "accessed",
        "format", "encoding", "sha256",
    } <= set(bulletin["bulletin"])  # fmt: skip
    assert [(s["level"], s["number"], s["title"]) for s in bulletin["sections"]] == [
        (1, "一", "综合"),
        (1, "二", "区划"),
        (2, "1", "街道"),
        (3, "一是", "新设1个街道"),
        (3, "二是", "新设2个社区"),
    ]
    for section in bulletin["sections"]:
        assert set(section) == {"id", "parent", "level", "number", "title", "start", "end"}
        assert TEXT[section["start"] :].startswith(section["number"])
    gloss = next(repair for repair in bulletin["repairs"] if repair["rule"] == "gloss")
    assert set(gloss) == {"start", "end", "damaged", "repaired", "certainty", "rule"}
    assert TEXT[gloss["start"] : gloss["end"]] == gloss["damaged"] == "区(qū)"
    assert (gloss["repaired"], gloss["certainty"]) == ("区", "certain")
    receipt = bulletin["receipt"]
    assert set(receipt) == {
        "lines",
        "skipped",
        "tables",
        "figures",
        "doubtful",
        "repairs",
        "unread",
    }
    assert (receipt["lines"], receipt["repairs"]) == (5, {"gloss": 1})


def test_json_of_a_figure(folder: Path) -> None:
    (bulletin,) = as_json(inspect(folder / "source.txt"))["bulletins"]
    figure = next(row for row in bulletin["figures"] if row["value"] == "285.9")
    assert {
        "id", "section", "indicator", "region", "value", "value_high", "unit", "kind", "change",
        "change_unit", "change_approx", "compared_with", "basis", "basis_source", "status",
        "scope", "period", "approx", "notes", "printed", "start", "end", "doubtful",
    } <= set(figure)  # fmt: skip
    assert not {"read_start", "read_end"} & set(figure)
    assert TEXT[figure["start"] : figure["end"]] == figure["printed"] == "285.9亿元"
    assert (figure["unit"], figure["kind"], figure["change"]) == ("亿元", "level", "0.6")
    assert figure["indicator"] == "地区生产总值"
    assert figure["notes"] == []


def test_json_of_a_finding(folder: Path) -> None:
    source = write_notes(folder, 'title = "宝鸡市2021年统计公报"')
    (bulletin,) = as_json(inspect(source))["bulletins"]
    (finding,) = bulletin["findings"]
    assert set(finding) == {"kind", "verdict", "message", "stated", "readings", "spans"}
    assert finding["readings"] == [{"formula": "文件自身", "computed": "2021年宝鸡市统计公报"}]


def test_notes_beside_a_source_are_used(folder: Path) -> None:
    source = write_notes(folder, NOTES)
    (bulletin,) = inspect(source).bulletins
    assert bulletin.key == "baoji-2021"
    assert bulletin.info.title == "宝鸡市2021年统计公报"
    assert bulletin.info.place_code == "610300"
    assert [chapter.title for chapter in bulletin.chapters] == ["综合", "政区划"]


def test_notes_belong_to_files_called_source(folder: Path) -> None:
    write_notes(folder, NOTES)
    other = folder / "2021.txt"
    other.write_text(TEXT, encoding="utf-8")
    assert read_notes(other) is None
    (bulletin,) = inspect(other).bulletins
    assert bulletin.key == bulletin.info.sha256[:16]


def test_without_notes(folder: Path) -> None:
    assert read_notes(folder / "source.txt") is None


def test_notes_without_a_key_take_the_folders_name(folder: Path) -> None:
    notes = read_notes(write_notes(folder, "year = 2021"))
    assert notes is not None
    assert (notes.key, notes.info.year, notes.decisions) == (folder.name, 2021, ())


@pytest.mark.parametrize(
    "text",
    [
        "title = ",
        "title = 3",
        'year = "2021"',
        "year = true",
        'name = "宝鸡"',
        'decision = "a"',
        '[[decision]]\nsource = "a"\nreads = "b"',
        '[[decision]]\nsource = ""\nreads = "b"\nwhy = ""',
        '[[decision]]\nsource = "a"\nreads = 3\nwhy = ""',
        "decision = [1]",
    ],
)
def test_malformed_notes_are_named(folder: Path, text: str) -> None:
    with pytest.raises(DataError) as caught:
        read_notes(write_notes(folder, text))
    assert caught.value.message.id == "notes_malformed"
    assert "bulletin.toml" in str(caught.value.message.params["path"])


def test_notes_that_are_no_text(folder: Path) -> None:
    (folder / "bulletin.toml").write_bytes(b'title = "\xff"')
    with pytest.raises(DataError):
        read_notes(folder / "source.txt")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        inspect(tmp_path / "没有.txt")
    assert caught.value.message.id == "file_missing"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        inspect(tmp_path)
    assert caught.value.message.id == "file_unreadable"


def test_a_file_beyond_reading_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MOST_BYTES", 10)
    path = tmp_path / "公报.txt"
    path.write_text("全年生产总值5亿元。", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        inspect(path)
    assert caught.value.message.id == "file_too_large"


def test_the_bundled_bulletin() -> None:
    source = paths.data() / "bulletins" / "tiedong-2022" / "source.txt"
    (bulletin,) = inspect(source).bulletins
    assert bulletin.info.title == "鞍山市铁东区2022年国民经济和社会发展统计公报"
    assert (bulletin.info.place, bulletin.info.place_code) == ("辽宁省/鞍山市/铁东区", "210302")
    assert [chapter.number for chapter in bulletin.chapters] == list("一二三四五六七八九")
    (title,) = (finding for finding in bulletin.findings if finding.kind == "title")
    assert title.stated == "四平市铁东区"
    items = [s for s in bulletin.sections if s.level == 2]
    assert len([s for s in items if s.number]) == 45
    assert [s.title for s in items if not s.number] == ["劳动及社会保障完成情况"]
    assert len([s for s in bulletin.sections if s.level == 3]) == 57
    for section in bulletin.sections:
        printed = bulletin.text.hans[section.title_read_start : section.title_read_end]
        assert printed.endswith(section.title.split()[-1])
        assert section.number.strip("()") in printed

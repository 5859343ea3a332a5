"""Papers: what is made of a text and of a table before any format."""

import zipfile
from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.errors import DataError
from desktop_app.services import exports, importing, papers, word_file
from desktop_app.services.exports import FiguresOf, FindingsOf, HitsOf, TextOf
from desktop_app.services.papers import Grid, Paragraph, Style
from desktop_app.services.tables import Manner
from desktop_app.services.web_text import WebText
from desktop_app.store.library import Library
from tests import made_exports
from tests.handmade import TITLE

CHINESE = Manner("zh_CN")


def test_the_numbers_of_a_table_are_set_to_the_right(hard: Bulletin) -> None:
    (grid,) = (b for b in papers.of_text(hard, CHINESE).blocks if isinstance(b, Grid))
    assert (grid.heads, grid.numeric) == (1, (False, False, True))


@pytest.mark.parametrize(
    ("rows", "shape"),
    [
        ([["表1", ""], ["单位：人"], ["甲", "乙"], ["丙", "1"]], (2, 1, 2)),
        ([["甲", "1", ""], ["乙", "2", ""]], (0, 0, 2)),
        ([["甲", "乙"]], (0, 0, 2)),
        ([["一行"], ["又一行", ""]], (0, 0, 1)),
        ([["", ""], [""]], (0, 0, 0)),
    ],
)
def test_what_of_rows_is_caption_and_head(
    rows: list[list[str]], shape: tuple[int, int, int]
) -> None:
    read = papers.shape_of(rows)
    assert (read.captions, read.heads if read.width > 1 else 0, read.width) == shape


def test_one_chapter_has_the_title_and_its_own_text(hard: Bulletin) -> None:
    paper = papers.of_text(hard, CHINESE, hard.chapters[1])
    texts = [(b.style, b.text) for b in paper.blocks if isinstance(b, Paragraph)]
    assert texts[:2] == [(Style.TITLE, TITLE), (Style.HEADING, "二、教育 & 科技")]
    assert not any("生产总值" in text for _, text in texts)


def test_a_title_with_the_mark_of_a_note_is_printed_once(tmp_path: Path) -> None:
    file = tmp_path / "公报.txt"
    title = "甲县2023年国民经济和社会发展统计公报[1]"
    note = "注：\n[1]本公报为初步统计数。"
    file.write_text(f"{title}\n甲县统计局\n\n一、综合\n全县平稳。\n\n{note}", encoding="utf-8")
    (bulletin,) = importing.inspect(file).bulletins
    blocks = [b for b in papers.of_text(bulletin, CHINESE).blocks if isinstance(b, Paragraph)]
    assert [b.text for b in blocks if b.style is Style.TITLE] == [title]


@pytest.mark.parametrize("script", list(Script))
def test_marks_of_notes_are_raised_from_the_numbers_they_stand_at(
    tmp_path: Path, script: Script
) -> None:
    file = tmp_path / "公报.txt"
    text = (
        "甲县2023年国民经济和社会发展统计公报\n甲县统计局\n\n一、综合\n"
        "　　全年生产总值[1]126亿元，其中林业增加值[2]8亿元。\n\n"
        "注：\n[1]生产总值按现价计算。\n[2]林业含采运。"
    )
    file.write_text(text, encoding="utf-8")
    (bulletin,) = importing.inspect(file).bulletins
    blocks = papers.of_text(bulletin, Manner("zh_CN", script)).blocks
    (block,) = (b for b in blocks if isinstance(b, Paragraph) and b.raised)
    assert [text for text, _bold, raised in block.runs() if raised] == ["[1]", "[2]"]
    assert "".join(text for text, _bold, _raised in block.runs()) == block.text
    path = tmp_path / "公报.docx"
    word_file.write_docx(papers.of_text(bulletin, Manner("zh_CN", script)), path)
    with zipfile.ZipFile(path) as package:
        document = package.read("word/document.xml").decode()
    raised = '<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">[1]</w:t>'
    assert raised in document
    assert "<sup>[1]</sup>" in "".join(WebText(bulletin, script, {}).paragraphs())


def test_headings_that_run_into_their_sentence(bundled: Bulletin) -> None:
    blocks = [b for b in papers.of_text(bundled, CHINESE).blocks if isinstance(b, Paragraph)]
    leads = {b.text[: b.lead] for b in blocks if b.lead}
    assert "1.针对疫情防控各项要求" in leads
    in_source = papers.of_text(bundled, Manner("zh_CN", Script.SOURCE))
    assert not any(isinstance(b, Paragraph) and b.lead for b in in_source.blocks)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (FiguresOf(()), "export_no_figures"),
        (HitsOf((), "词"), "export_no_hits"),
        (FindingsOf(()), "export_no_findings"),
    ],
)
def test_nothing_to_export(content: FiguresOf | HitsOf | FindingsOf, message: str) -> None:
    with pytest.raises(DataError) as error:
        content.table(CHINESE)
    assert error.value.message.id == message


def test_a_name_tells_bulletin_and_chapter(hard: Bulletin) -> None:
    assert TextOf(hard, hard.chapters[1]).name(CHINESE) == f"{TITLE} 二、教育 & 科技"
    figures = FiguresOf(tuple(made_exports.chosen(hard)), part="一、综合")
    assert figures.name(CHINESE) == f"{TITLE} 数据 一、综合"


def test_the_text_of_the_only_bulletin(library: Library, bundled: Bulletin) -> None:
    assert exports.text_of(library).bulletin.key == bundled.key
    assert exports.text_of(library, "2022", "教育").chapter is not None
    with pytest.raises(DataError) as error:
        exports.text_of(library, "1999")
    assert error.value.message.id == "bulletin_missing"


def test_findings_of_a_chapter(library: Library, bundled: Bulletin) -> None:
    everywhere = exports.findings_of(library).bulletins[0].findings
    there = exports.findings_of(library, chapter="二").bulletins[0].findings
    assert 0 < len(there) < len(everywhere) == len(bundled.findings)

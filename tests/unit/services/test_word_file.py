"""Word files, opened by another program's reader and by our own."""

import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.progress import Cancelled
from desktop_app.services import importing, papers, tables, word_file
from desktop_app.services.tables import Manner
from tests import made_exports
from tests.handmade import TITLE


def opened(path: Path, bulletin: Bulletin, script: Script = Script.HANS) -> Any:
    word_file.write_docx(papers.of_text(bulletin, Manner("zh_CN", script)), path)
    return docx.Document(str(path))


def styled(document: Any, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_title_headings_paragraphs_and_source(hard: Bulletin, tmp_path: Path) -> None:
    document = opened(tmp_path / "正文.docx", hard)
    assert styled(document, "Title") == [TITLE]
    assert styled(document, "Subtitle") == ["青河县统计局"]
    assert styled(document, "Heading 1") == ["一、综合", "二、教育 & 科技"]
    assert styled(document, "Body Text")[0] == (
        "全年地区生产总值56.30亿元，比上年下降2.0%，<b>三次产业</b>比例为21:30:49。"
    )
    assert f"数据来源：《{TITLE}》" in styled(document, "Note")
    assert document.core_properties.title == TITLE


def test_rows_that_follow_one_another_are_a_table(hard: Bulletin, tmp_path: Path) -> None:
    document = opened(tmp_path / "a.docx", hard)
    (table,) = document.tables
    assert styled(document, "Caption") == ["表1 教育情况"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["指标", "单位", "数量"],
        ["小学", "所", "12"],
        ["在校生", "人", "3210"],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1].cells[2].paragraphs[0].alignment == 2  # to the right


def test_official_faces_sizes_and_page_numbers(hard: Bulletin, tmp_path: Path) -> None:
    document = opened(tmp_path / "a.docx", hard)
    fonts = {
        name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Title", "Heading 1", "Body Text")
    }
    assert list(fonts.values()) == ["方正小标宋简体", "黑体", "仿宋_GB2312"]
    assert document.styles["Body Text"].font.size.pt == 16
    (footer,) = document.sections[0].footer.paragraphs
    assert footer.text == "— 1 —"
    assert "PAGE" in footer._p.xml
    assert round(document.sections[0].page_height.mm) == 297


@pytest.mark.parametrize("script", list(Script))
def test_the_script_asked_for(hard: Bulletin, tmp_path: Path, script: Script) -> None:
    text = "\n".join(styled(opened(tmp_path / "a.docx", hard, script), "Body Text"))
    assert ("56.30億元" in text) == (script is not Script.HANS)
    assert ("總值" in text or "生產" in text) == (script is Script.HANT)


def test_figures_in_a_table_for_each_chapter(hard: Bulletin, tmp_path: Path) -> None:
    table = tables.of_figures(made_exports.chosen(hard), Manner("zh_CN", on_page=True))
    word_file.write_docx(papers.of_table(table, Script.HANS), tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    assert [len(one.rows) for one in document.tables] == [4, 4]
    assert [c.text for c in document.tables[0].rows[1].cells][:4] == [
        "地区生产总值",
        "56.30",
        "亿元",
        "-2.0%",
    ]
    assert styled(document, "Note") == list(table.notes)


def test_our_own_reader_finds_the_same_figures_again(bundled: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "正文.docx"
    word_file.write_docx(papers.of_text(bundled, Manner("zh_CN")), path)
    (again,) = importing.inspect(path).bulletins
    assert again.info.title == bundled.info.title
    assert [c.title for c in again.chapters] == [c.title for c in bundled.chapters]
    assert [(f.indicator, f.value, f.unit, f.change) for f in again.figures] == [
        (f.indicator, f.value, f.unit, f.change) for f in bundled.figures
    ]


def test_given_up(hard: Bulletin, tmp_path: Path) -> None:
    paper = papers.of_text(hard, Manner("zh_CN"))
    with pytest.raises(Cancelled):
        word_file.write_docx(paper, tmp_path / "a.docx", made_exports.give_up)


def test_the_same_text_makes_the_same_file(hard: Bulletin, tmp_path: Path) -> None:
    opened(tmp_path / "a.docx", hard)
    opened(tmp_path / "b.docx", hard)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


_ORDER = {
    # As ISO/IEC 29500 has them; only those that are written here.
    "pPr": "pStyle keepNext spacing ind jc outlineLvl",
    "rPr": "rFonts b sz szCs lang",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "tblPr": "tblStyle tblW tblLayout tblBorders tblCellMar",
    "sectPr": "footerReference pgSz pgMar",
    "font": "altName charset family pitch",
    "tc": "tcPr p",
    "settings": "characterSpacingControl compat",
}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def test_elements_stand_in_the_order_that_word_takes_without_repair(
    hard: Bulletin, tmp_path: Path
) -> None:
    opened(tmp_path / "a.docx", hard)
    seen = set()
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        for name in package.namelist():
            for element in ElementTree.fromstring(package.read(name)).iter():
                own = _local(element.tag)
                if own in _ORDER:
                    seen.add(own)
                    children = [_local(child.tag) for child in element]
                    assert children == sorted(children, key=_ORDER[own].split().index), name
    assert seen == set(_ORDER)


def test_text_follows_a_title_and_a_heading(hard: Bulletin, tmp_path: Path) -> None:
    document = opened(tmp_path / "a.docx", hard)
    for name in ("Title", "Heading 1", "Heading 3"):
        assert document.styles[name].next_paragraph_style.name == "Body Text"
    # A table stands apart from the title above it.
    assert document.styles["Title"].paragraph_format.space_after.pt == 14


def test_a_title_that_no_file_may_hold_is_mended(hard: Bulletin, tmp_path: Path) -> None:
    odd = replace(hard, info=replace(hard.info, title="公报\x0b的\n标题\ufffe"))
    document = opened(tmp_path / "a.docx", odd)
    assert document.core_properties.title == "公报的 标题"
    assert styled(document, "Title")[0] == "公报的 标题"

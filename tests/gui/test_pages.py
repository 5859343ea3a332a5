"""Papers on pages: PDFs read by another program's reader."""

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QPdfWriter

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.exported import Format
from desktop_app.domain.progress import Cancelled
from desktop_app.printing import pdf, pdf_outline, saving
from desktop_app.printing.paper_pages import PaperPages
from desktop_app.services import importing, papers, tables
from desktop_app.services.exports import FiguresOf, TextOf
from desktop_app.services.papers import Grid, Paper, Paragraph, Style
from desktop_app.services.tables import Manner
from tests import made_exports

CHINESE = Manner("zh_CN")
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def hard() -> Bulletin:
    return made_exports.make()


def read(content: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(content)


def text_of(document: pypdfium2.PdfDocument, page: int) -> str:
    return str(document[page].get_textpage().get_text_range()).replace("\r\n", "\n")


def paper(*blocks: Paragraph | Grid) -> Paper:
    return Paper("题", blocks, "数据来源：《题》", Script.HANS)


@pytest.mark.parametrize("script", list(Script))
def test_text_is_found_again(bundled: Bulletin, script: Script) -> None:
    document = read(pdf.as_pdf(papers.of_text(bundled, Manner("zh_CN", script))))
    found = "".join(text_of(document, page) for page in range(len(document)))
    wanted = {"hans": "一般预算收入7.8亿元", "hant": "一般預算收入7.8億元", "source": "7.8億"}
    assert wanted[script.value] in found.replace("\n", "")
    # Radicals look like the characters they are, and no search finds them.
    assert not any("\u2e80" <= char < "\u3000" for char in found)


def test_pages_are_numbered_and_name_their_source(bundled: Bulletin) -> None:
    document = read(pdf.as_pdf(papers.of_text(bundled, CHINESE)))
    count = len(document)
    assert count > 5
    for page in range(count):
        assert f"{page + 1} / {count}" in text_of(document, page)
        assert f"数据来源：《{bundled.info.title}》" in text_of(document, page)
    assert document.get_metadata_value("Title") == bundled.info.title
    assert [round(size) for size in document[0].get_size()] == [595, 842]


def test_our_own_reader_finds_the_same_figures_again(bundled: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.as_pdf(papers.of_text(bundled, CHINESE)))
    (again,) = importing.inspect(path).bulletins
    assert [c.title for c in again.chapters] == [c.title for c in bundled.chapters]
    assert [(f.indicator, f.value, f.unit) for f in again.figures] == [
        (f.indicator, f.value, f.unit) for f in bundled.figures
    ]


def test_headings_are_bookmarks_that_lead_to_their_page(bundled: Bulletin) -> None:
    document = read(pdf.as_pdf(papers.of_text(bundled, CHINESE)))
    marks = [(mark.level, mark.get_title(), mark.get_dest()) for mark in document.get_toc()]
    chapters = [title for level, title, _ in marks if level == 0]
    assert chapters[1:] == [f"{c.number}、{c.title}" for c in bundled.chapters]
    for _, title, target in marks:
        assert target is not None
        text = text_of(document, target.get_index()).replace("\n", "")
        assert title.replace(" ", "") in text.replace(" ", "")
    assert any(level == 1 for level, _, _ in marks)


def test_a_heading_stands_on_the_page_of_what_it_heads() -> None:
    filling = [Paragraph(Style.BODY, "一" * 40) for _ in range(200)]
    blocks = []
    for number, one in enumerate(filling):
        blocks += (
            [one, Paragraph(Style.HEADING, f"标题{number}", level=1)] if number % 3 else [one]
        )
    document = read(pdf.as_pdf(paper(*blocks, Paragraph(Style.BODY, "完"))))
    for page in range(len(document)):
        lines = [line for line in text_of(document, page).split("\n") if line.strip()]
        last = [line for line in lines if "数据来源" not in line and " / " not in line][-1]
        assert not last.startswith("标题")


def test_the_heads_of_a_table_stand_on_every_page(hard: Bulletin) -> None:
    table = tables.of_figures(made_exports.with_many(hard, 300), Manner("zh_CN", on_page=True))
    group = tables.Group("章", table.rows)
    document = read(pdf.as_pdf(papers.of_table(replace(table, groups=(group,)), Script.HANS)))
    assert len(document) > 3
    for page in range(len(document) - 1):
        assert "指标 数值 单位 增减" in text_of(document, page)


def test_a_row_higher_than_a_page_loses_nothing() -> None:
    words = "".join(f"第{number}句。" for number in range(1500))
    grid = Grid((("甲", "乙"), (words, "尾")), 1, (False, False), (20, 10))
    document = read(pdf.as_pdf(paper(grid)))
    found = "".join(text_of(document, page) for page in range(len(document)))
    assert len(document) > 1
    assert all(f"第{number}句" in found.replace("\n", "") for number in (0, 700, 1499))


def test_ten_thousand_rows_take_progress_and_can_be_given_up(hard: Bulletin) -> None:
    table = tables.of_figures(made_exports.with_many(hard, 2_000), Manner("zh_CN", on_page=True))
    told: list[tuple[int, int]] = []
    pdf.as_pdf(papers.of_table(table, Script.HANS), lambda *progress: told.append(progress))
    assert len(told) > 40
    assert all(0 <= done <= total for done, total in told)
    with pytest.raises(Cancelled):
        pdf.as_pdf(papers.of_table(table, Script.HANS), made_exports.give_up)


def test_nothing_but_a_title() -> None:
    assert len(read(pdf.as_pdf(paper(Paragraph(Style.TITLE, "题"))))) == 1
    assert len(read(pdf.as_pdf(paper()))) == 1


def test_a_dark_window_does_not_darken_the_page(hard: Bulletin) -> None:
    usual = QGuiApplication.palette()
    dark = QPalette(QColor("#171b21"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
    light_page = pdf.as_pdf(papers.of_text(hard, CHINESE))
    QGuiApplication.setPalette(dark)
    try:
        dark_page = pdf.as_pdf(papers.of_text(hard, CHINESE))
    finally:
        QGuiApplication.setPalette(usual)
    pictures = [read(page)[0].render(scale=1).to_numpy() for page in (light_page, dark_page)]
    assert (pictures[0] == pictures[1]).all()
    # White paper with black on it.
    assert pictures[1][0, 0].min() == 255
    assert pictures[1].min() < 60


def test_a_file_that_qt_did_not_write_stays_as_it_came() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pages = PaperPages(paper(Paragraph(Style.TITLE, "题")), QPdfWriter(buffer))
    for content in (b"", b"%PDF-1.7", b"trailer << /Root 1 0 R >> startxref 0 %%EOF"):
        assert pdf_outline.with_outline(content, pages.headings) == content


def test_saved_in_every_format(hard: Bulletin, tmp_path: Path) -> None:
    figures = FiguresOf(tuple(made_exports.chosen(hard)), "一、综合")
    for form in Format:
        saving.save(figures, form, tmp_path / f"a.{form.value}", CHINESE)
    saving.save(TextOf(hard), Format.PDF, tmp_path / "b.pdf", CHINESE)
    assert len(list(tmp_path.iterdir())) == 6


@pytest.mark.parametrize("form", [Format.XLSX, Format.DOCX, Format.PDF])
def test_given_up_leaves_the_file_as_it_was(hard: Bulletin, tmp_path: Path, form: Format) -> None:
    path = tmp_path / f"a.{form.value}"
    path.write_text("旧")
    figures = FiguresOf(tuple(made_exports.with_many(hard, 1_000)))
    with pytest.raises(Cancelled):
        saving.save(figures, form, path, CHINESE, made_exports.give_up)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(path.name, "旧")]

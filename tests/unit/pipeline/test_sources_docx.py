"""Word files become the text that Word prints."""

import time

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import decode
from desktop_app.pipeline.sources.docx_numbering import written
from tests.unit.pipeline.made_docx import cell, docx, paragraph, replaced, table, text, zipped


def read(body: str, **parts: str) -> list[str]:
    return decode(docx(body, **parts), ".docx").text.split("\n")


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


CHAPTERS = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>')
    + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>')
    + level(2, "decimal", "%3.")
    + level(3, "bullet", "\uf0b7")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:styleId="h1" w:type="paragraph"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="h2" w:type="paragraph"><w:basedOn w:val="h1"/></w:style>'
    '<w:style w:styleId="toc1" w:type="paragraph"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="ghost" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style>'
)


def numbered(words: str, at: int, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, properties=properties)


def styled(words: str, style: str) -> str:
    return paragraph(words, properties=f'<w:pStyle w:val="{style}"/>')


def test_restores_the_numbers_of_headings_and_items() -> None:
    body = (
        styled("综合", "h1") + styled("人口", "h2") + styled("就业", "h2")
        + numbered("2023年新增就业1.2万人。", 2) + numbered("失业率5.0%。", 2)
        + numbered("圆点", 3) + styled("农业", "h1") + styled("粮食", "h2")
        + numbered("夏粮", 2) + numbered("另起", 2, number=2)
        + styled("无号", 'h1"/><w:numPr><w:numId w:val="0"/></w:numPr><w:x w:val="')
    )  # fmt: skip
    assert read(body, styles=STYLES, numbering=CHAPTERS) == [
        *("一、综合", "（一）人口", "（二）就业", "1. 2023年新增就业1.2万人。", "2. 失业率5.0%。"),
        *("圆点", "二、农业", "（一）粮食", "1. 夏粮", "1. 另起", "无号"),
    ]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        *((10, "chineseCounting", "十"), (12, "chineseCountingThousand", "十二")),
        *((20, "japaneseCounting", "二十"), (105, "chineseCounting", "一百零五")),
        *((3, "decimalEnclosedCircleChinese", "③"), (21, "decimalEnclosedCircle", "21")),
        *(
            (4, "lowerRoman", "iv"),
            (27, "upperLetter", "AA"),
            (12, "chineseLegalSimplified", "壹拾贰"),
        ),
        *(
            (2, "ideographTraditional", "乙"),
            (20, "ideographDigital", "二〇"),
            (5, "unheard", "5"),
        ),
        *((1, "decimalFullWidth", "１"), (7, "decimalZero", "07"), (0, "chineseCounting", "0")),
    ],
)
def test_writes_numbers_as_word_does(number: int, form: str, printed: str) -> None:
    assert written(number, form) == printed


TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def field(step: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph("产值", "<w:ins>" + text("12.5") + "</w:ins>", "亿元"), ["产值12.5亿元"]),
        (paragraph("产值", "<w:del><w:r><w:delText>9.9</w:delText></w:r></w:del>"), ["产值"]),
        (paragraph("产值", "<w:moveFrom>" + text("8.8") + "</w:moveFrom>"), ["产值"]),
        (
            paragraph(
                *("见", field("begin"), "<w:r><w:instrText>REF x</w:instrText></w:r>", "草稿"),
                *(field("separate"), "表1", field("end"), "。"),
            ),
            ["见表1。"],
        ),
        (paragraph("甲", field("begin")) + paragraph("乙"), ["甲", "乙"]),
        (paragraph("人口", text("隐", "<w:vanish/>"), "80万"), ["人口80万"]),
        (paragraph("人口", text("藏", '<w:rStyle w:val="ghost"/>'), "80万"), ["人口80万"]),
        (
            paragraph("绿地3万m", text("2", '<w:vertAlign w:val="superscript"/>'), "，"),
            ["绿地3万m²，"],
        ),
        (paragraph("上行", BREAK, "下行"), ["上行", "下行"]),
        (styled("一、综合\t1", "toc1") + paragraph("目　录") + paragraph("正文"), ["正文"]),
        (f"<w:sdt><w:sdtContent>{paragraph('控件内')}</w:sdtContent></w:sdt>", ["控件内"]),
        (paragraph("合计", TAB, "12.5") + paragraph(TAB, "缩进"), ["合计\t12.5", "缩进"]),
        (paragraph("前", TAB, "后"), ["前 后"]),
    ],
)
def test_reads_what_is_printed_and_nothing_else(body: str, lines: list[str]) -> None:
    assert read(body, styles=STYLES) == lines


@pytest.mark.parametrize(
    "page",
    [
        "\ufeff<html><body><p>一、综合</p><p>全年增长5%。</p></body></html>",
        "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n\n<p>一、综合</p><p>全年增长5%。</p>",
    ],
    ids=["page", "archive"],
)
def test_reads_a_page_that_word_would_read_in(page: str) -> None:
    body = paragraph("某市统计公报") + '<w:altChunk r:id="r0"/><w:altChunk r:id="r9"/>'
    data = docx(body, page="")
    assert decode(replaced(data, "word/page.xml", page), ".docx").text.split("\n") == [
        *("某市统计公报", "一、综合", "全年增长5%。")
    ]


def test_reads_a_text_box_once() -> None:
    box = f"<w:txbxContent>{paragraph('某市统计局')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    assert read(paragraph("公报", drawing) + paragraph("正文")) == ["公报", "某市统计局", "正文"]


def test_reads_tables_with_merged_cells() -> None:
    body = table(
        cell("指标", '<w:vMerge w:val="restart"/>') + cell("产量", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("2022年") + cell("2023年"),
        cell("其中：|粮食") + cell("1.0") + cell(""),
        '<w:trPr><w:del w:id="1"/></w:trPr>' + cell("删") + cell("1") + cell("2"),
    )
    assert read(paragraph("表1") + body) == [
        *("表1", "指标\t产量\t产量", "指标\t2022年\t2023年", "其中：粮食\t1.0\t"),
    ]


def test_a_table_of_chapters_beside_their_text_is_no_table() -> None:
    words = "全年粮食产量30.5万吨，比上年下降0.4%；油料产量2.1万吨。"
    body = table(cell("一、农业") + cell(words), cell("二、工业") + cell(f"{words}|{words}"))
    assert read(body) == ["一、农业", words, "二、工业", words, words]


def test_a_box_of_paragraphs_is_no_table() -> None:
    assert read(table(cell("某市统计局|2024年3月"))) == ["某市统计局", "2024年3月"]


@pytest.mark.parametrize(
    ("form", "marks"),
    [
        ("", ("[1]", "[2]")),
        (
            '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr>',
            ("①", "②"),
        ),
    ],
)
def test_notes_stand_at_the_end_with_their_marks(form: str, marks: tuple[str, str]) -> None:
    def reference(key: int) -> str:
        return (
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{key}"/></w:r>'
        )

    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="5">'
        + paragraph("<w:r><w:footnoteRef/></w:r>", "初步核算数。")
        + "</w:footnote>"
        f'<w:footnote w:id="3">{paragraph("按现价计算。")}</w:footnote>'
    )
    body = paragraph("生产总值", reference(5), "12.5亿元，增加值", reference(3), "3亿元。")
    first, second = marks
    assert read(body, footnotes=notes, settings=form) == [
        f"生产总值{first}12.5亿元，增加值{second}3亿元。",
        f"{first}初步核算数。",
        f"{second}按现价计算。",
    ]


def deep(count: int) -> str:
    return "<w:sdt><w:sdtContent>" * count + paragraph("深") + "</w:sdtContent></w:sdt>" * count


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04", "file_damaged"),
        (b"PK\x03\x04 word/document.xml", "file_damaged"),
        (docx(paragraph("文"))[:-60], "file_damaged"),
        (zipped({"word/other.xml": "<a/>"}), "file_damaged"),
        (zipped({"word/document.xml": "<a>"}), "file_damaged"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "file_damaged"),
        (docx(paragraph("")), "file_empty"),
        (docx(deep(10_000)), "file_too_large"),
        (docx(paragraph("0" * 60_000_000)), "file_too_large"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word", "file_is_old_word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file_has_password",
        ),
        (b"no document", "file_damaged"),
    ],
    ids=[
        *("cut", "garbage", "end lost", "no document", "no XML", "entities", "empty", "deep"),
        *("bomb", "old", "locked", "text"),
    ],
)
def test_says_what_it_cannot_read(data: bytes, message: str) -> None:
    begun = time.process_time()
    with pytest.raises(DataError) as raised:
        decode(data, ".docx")
    assert raised.value.message.id == message
    assert time.process_time() - begun < 10


def test_a_document_is_known_by_its_contents() -> None:
    assert decode(docx(paragraph("公报")), ".txt").format == "docx"

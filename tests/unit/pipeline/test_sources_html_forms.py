"""Pages in the forms that editors and sites give them: boxes as tables, lists, frames, indexes."""

import email.message

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import decode

ROWS = [("指标", "产量", "增长%"), ("粮食", "30.5", "-0.4"), ("油料", "2.1", "—")]
LINES = ["\t".join(row) for row in ROWS]
PARAGRAPH = (
    "<p>全年粮食产量30.5万吨，比上年下降0.4%；油料产量2.1万吨，与上年基本持平，生产平稳。</p>"
)


def read(html: str, suffix: str = ".html") -> list[str]:
    return decode(html.encode(), suffix).text.split("\n")


def boxes(row: str, cell: str, inner: str = "{}") -> str:
    cells = (
        "".join(f"<{cell}>{inner.format(text)}</{cell.split()[0]}>" for text in r) for r in ROWS
    )
    return "".join(f"<{row}>{text}</{row.split()[0]}>" for text in cells)


@pytest.mark.parametrize(
    "table",
    [
        boxes("div", "div class=td"),
        boxes("ul", "li"),
        boxes("p", "span style='float: left'"),
        "<div>"
        + boxes("div", "div").replace("</div></div>", "</div></div></div><div>", 1)
        + "</div>",
        boxes("div", "div", "<span class=a>{}</span><span class=a></span>"),
    ],
    ids=["divs", "lists", "words set in lines", "heads apart from rows", "words set in cells"],
)
def test_boxes_beside_one_another_are_a_table(table: str) -> None:
    found = read(f"<h1>某市统计公报</h1>{PARAGRAPH * 2}<div>{table}</div>{PARAGRAPH}")
    assert found[3:-1] == LINES


def test_a_caption_over_boxes_stays_a_line() -> None:
    table = f"<div><p>表1 产量（万吨）</p>{boxes('div', 'div')}</div>"
    assert read(PARAGRAPH + table)[1:] == ["表1 产量（万吨）", *LINES]


@pytest.mark.parametrize(
    "html",
    [
        "<div><p>一、综合</p><p>二、农业</p></div><div><p>三、工业</p><p>四、商业</p></div>",
        "<p><span>全年</span><span>12.5</span></p><p><span>产量</span><span>3.5</span></p>",
        "<ul><li>" + "</li><li>".join("1234") + "</li></ul><ul><li>5</li><li>6</li></ul>",
    ],
    ids=["paragraphs", "words of a line", "numbers alone"],
)
def test_other_boxes_are_none(html: str) -> None:
    assert "\t" not in "".join(read(PARAGRAPH + html))


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol>", ("1. ", "2. ")),
        ("<ol start=3>", ("3. ", "4. ")),
        ("<ol type=a>", ("a. ", "b. ")),
        ("<ol style='list-style-type: cjk-ideographic'>", ("一、", "二、")),
        (
            "<ol class='custom_cn2 list-paddingleft-1' style='list-style:none'>",
            ("（一）", "（二）"),
        ),
        ("<ol style='list-style-type:none'>", ("", "")),
        ("<ul>", ("", "")),
    ],
)
def test_restores_the_numbers_of_lists(opening: str, numbers: tuple[str, str]) -> None:
    end = f"</{opening[1:3]}>"
    html = f"{PARAGRAPH}{opening}<li><p>甲</p></li><li>乙</li>{end}<p>丙</p>"
    assert read(html)[1:] == [numbers[0] + "甲", numbers[1] + "乙", "丙"]


def archive(*pages: str) -> bytes:
    whole = email.message.Message()
    whole["Content-Type"] = "multipart/related"
    whole.set_payload([])
    for page in pages:
        part = email.message.Message()
        part["Content-Type"] = 'text/html; charset="utf-8"'
        part.set_payload(page.encode())
        whole.attach(part)
    return whole.as_bytes()


def test_of_the_pages_in_an_archive_the_one_with_the_text_is_read() -> None:
    frames = "<html><frameset><frame src=a.htm></frameset></html>"
    saved = archive(frames, "<p>广告</p>", PARAGRAPH)
    assert decode(saved, ".mht").text.startswith("全年粮食产量")


@pytest.mark.parametrize("data", [archive(), b"MIME-Version: 1.0\n\nno page"])
def test_an_archive_without_a_page_is_damaged(data: bytes) -> None:
    with pytest.raises(DataError) as raised:
        decode(data, ".mht")
    assert raised.value.message.id == "file_damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"<html><title>x</title><frameset><frame src=a.htm></frameset></html>",
        b"<html><body><iframe src=a.htm></iframe></body></html>",
        archive("<html><frameset><frame src=a.htm></frameset></html>"),
    ],
)
def test_says_that_a_page_has_only_frames(data: bytes) -> None:
    with pytest.raises(DataError) as raised:
        decode(data, ".html" if data.startswith(b"<") else ".mht")
    assert raised.value.message.id == "page_of_frames"


def test_the_name_of_a_page_is_no_text_of_its_own() -> None:
    with pytest.raises(DataError) as raised:
        decode(b"<html><title>\xe5\x85\xac\xe6\x8a\xa5</title><body> </body></html>", ".html")
    assert raised.value.message.id == "file_empty"


def test_of_an_index_only_date_and_publisher_are_kept() -> None:
    index = (
        "<table><tr><td>索 引 号：<td>A-1<td>主题分类：<td>统计</tr>"
        "<tr><td>发布机构：<td>某市统计局<td>发文日期：<td>2024年4月18日</tr>"
        "<tr><td>名 称：<td colspan=3>某市统计公报</tr></table>"
    )
    lines = read(f"{index}<h1>某市统计公报</h1>{PARAGRAPH}")
    assert lines[:2] == ["发布机构：某市统计局 发文日期：2024年4月18日", "某市统计公报"]


def test_a_table_that_places_date_and_publisher_is_a_line() -> None:
    imprint = "<table><tr><td>发布日期：2024-04-18<td>来源：某市统计局<td>字号：[大 中 小]</table>"
    html = f"<h1>某市统计公报</h1>{imprint}{PARAGRAPH}"
    assert read(html)[1] == "发布日期：2024-04-18 来源：某市统计局"


def test_a_row_of_links_to_other_pages_is_no_table() -> None:
    html = f"{PARAGRAPH}<table><tr><td>上一条：无<td>下一条：2018年公报</table>"
    assert read(html) == [PARAGRAPH[3:-4]]


def test_names_over_columns_are_kept() -> None:
    rows = "<table><tr><td>名称<td>产量<tr><td>粮食<td>1.5</table>"
    assert read(PARAGRAPH + rows)[1:] == ["名称\t产量", "粮食\t1.5"]


def test_spaces_of_typesetting_are_no_part_of_a_line() -> None:
    assert read("<p>&emsp;&emsp;全年&ensp;增长5%。</p>") == ["全年 增长5%。"]


@pytest.mark.parametrize(
    ("html", "last"),
    [
        ("<div>" + "<div><p>粮</p><p>1</p></div>" * 20_000 + "</div>", "粮\t1"),
        ("<div><p>粮</p><p>1</p></div><div>" * 5_000 + "深" + "</div>" * 5_000, "深"),
        ("<ol><li>" * 5_000 + "深", "1. 深"),
    ],
    ids=["rows", "rows in rows", "lists in lists"],
)
def test_boxes_without_end_are_read(html: str, last: str) -> None:
    assert read(html)[-1] == last


@pytest.mark.parametrize("veil", ["visibility: hidden; opacity: 0;", "display:none"])
def test_a_page_that_hides_its_text_until_its_script_has_run_is_read(veil: str) -> None:
    html = (
        f'<h1>某市统计公报</h1><div style="{veil}"><div style="{veil}">{PARAGRAPH}'
        '<p style="display:none">不作数的1.5万吨，本站所有。</p></div></div>'
    )
    assert read(html) == ["某市统计公报", PARAGRAPH[3:-4]]


def test_what_is_hidden_leaves_no_break() -> None:
    assert read("<p>粮食<span hidden>本站所有</span>产量<div hidden>某</div></p>")[0] == "粮食产量"


@pytest.mark.parametrize(
    "title",
    [
        ("某市一九九八年", "国民经济和社会发展统计公报"),
        ("某市", "2007年国民经济和社会发展", "统计公报"),
        ("2007年某市", "国民经济和社会发展", "统计公报"),
    ],
)
@pytest.mark.parametrize("form", ["<center>{}</center>", "<p>{}</p>"])
def test_a_title_on_several_lines_is_kept_whole(title: tuple[str, ...], form: str) -> None:
    break_ = "</p><p>" if form.startswith("<p") else "<br>"
    html = f"<div>某市信息港<br>今天是2024年3月5日</div>{form.format(break_.join(title))}"
    assert read(f"{html}<div>{PARAGRAPH}</div>")[:-1] == list(title)


def test_a_table_of_chapters_beside_their_text_is_no_table() -> None:
    rows = f"<tr><td>一、农业<td>{PARAGRAPH}<tr><td>二、工业<td>{PARAGRAPH}"
    words = PARAGRAPH[3:-4]
    assert read(f"<table>{rows}</table>") == ["一、农业", words, "二、工业", words]


def test_a_long_note_beside_few_numbers_leaves_a_table_one() -> None:
    note = "注：本表数据为快报数，增长速度按可比价格计算，与年报数有出入。"
    html = f"<table><tr><td>粮食<td>1.5<tr><td colspan=2>{note}</table>"
    assert read(PARAGRAPH + html)[1:] == ["粮食\t1.5", note]


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_piece_of_a_page_under_the_name_of_a_document_is_a_page(suffix: str) -> None:
    piece = "<p class=a>一、综合</p>\n<p>全年粮食12万吨。</p>\n<p>全县有小学12所。</p>"
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        source = decode(piece.encode(encoding), suffix)
        assert "全年粮食12万吨。" in source.text
        assert "<p" not in source.text

"""Web pages become the text of the bulletin they carry."""

import email.encoders
import email.message
import time

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import decode

ARTICLE = """
<p>2023年，全市生产总值<span>1234.5</span>亿元，比上年增长5.6%。</p>
<p>一、综&nbsp;合</p>
<p>年末常住人口<b>80.1</b>万人，<br>比上年末增加0.2万人。全年出生人口1.2万人，出生率
8.1‰。</p>
<p>注：[1]本公报为初步统计数。</p>
"""
BODY = [
    "2023年，全市生产总值1234.5亿元，比上年增长5.6%。",
    "一、综 合",
    "年末常住人口80.1万人，",
    "比上年末增加0.2万人。全年出生人口1.2万人，出生率 8.1‰。",
    "注：[1]本公报为初步统计数。",
]
PAGE = f"""<!DOCTYPE html><html><head><title>2023年某某市统计公报_某某市统计局</title>
<style>p {{color: red}}</style><script>var a = "全市人口123万人。";</script></head>
<body><div class="top"><a href="/">首页</a> <a href="/b">公开</a> <a href="/c">互动</a></div>
<div class="crumbs">您现在的位置：首页 &gt; 统计公报</div>
<!-- 全市人口456万人。 -->
<div id="content"><h1>2023年某某市统计公报</h1>
<div class="info">发布时间：2024-03-20 来源：某某市统计局 浏览次数：88
【字体：大 中 小】 打印</div>
<div id="zoom">{ARTICLE}<p style="display: none">全市人口789万人，不作数。</p></div>
<div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div></div>
<div class="list"><ul><li><a href="1">全市2022年统计公报发布，经济增长5%。</a></li>
<li><a href="2">2021年公报</a></li></ul></div>
<div class="bottom"><p>主办单位：某某市统计局 备案号：某ICP备12345678号</p></div>
</body></html>"""


def read(html: str, suffix: str = ".html") -> list[str]:
    return decode(html.encode(), suffix).text.split("\n")


def test_drops_what_surrounds_the_article() -> None:
    head = ["2023年某某市统计公报", "发布时间：2024-03-20 来源：某某市统计局"]
    assert read(PAGE) == head + BODY


def test_drops_what_stands_over_the_title_of_a_page_without_parts() -> None:
    html = (
        "<div>某市人民政府门户网站</div><ul><li><a href=1>首页</a></li><li><a href=2>要闻</a></li>"
        f"</ul><h1>某市统计公报</h1><p>某市统计局</p>{ARTICLE}<p>2024年3月20日</p>"
        "<div>扫一扫在手机打开当前页</div>"
    )
    assert read(html) == ["某市统计公报", "某市统计局", *BODY, "2024年3月20日"]


def test_reads_a_page_laid_out_with_tables_and_line_breaks() -> None:
    html = (
        "<TABLE><TR><TD>今天是2024年3月5日 星期二</TD></TR></TABLE>"
        "<TABLE><TR><TD><TABLE><TR><TD><A href=1>统计动态</A></TD></TR>"
        "<TR><TD><A href=2>统计制度</A></TD></TR></TABLE></TD><TD><TABLE><TR>"
        "<TD>当前位置：<A href=3>首页</A> &gt;&gt; 统计公报</TD></TR>"
        "<TR><TD align=center><FONT size=4>某市统计公报</FONT></TD></TR>"
        "<TR><TD><FONT>&nbsp;&nbsp;一、综合<BR>&nbsp;&nbsp;全年生产总值12.5亿元，增长5.6%。<BR>"
        f"　　{'全市经济运行总体平稳，稳中有进。' * 20}"
        "<TABLE><TR><TD>指标<TD>产量（吨）<TR><TD>粮食<TD>1.2</TABLE>二、工业</FONT></TD></TR>"
        "<TR><TD>【<A href=#>打印本页</A>】【<A href=#>关闭窗口</A>】</TD></TR></TABLE></TD></TR>"
        "</TABLE><TABLE><TR><TD>版权所有：某市统计局　地址：某路1号</TD></TR></TABLE>"
    )
    assert read(html) == [
        *("某市统计公报", "一、综合", "全年生产总值12.5亿元，增长5.6%。"),
        *("全市经济运行总体平稳，稳中有进。" * 20, "指标\t产量（吨）", "粮食\t1.2", "二、工业"),
    ]


def test_takes_a_title_from_the_name_of_the_page_where_the_text_has_none() -> None:
    html = f"<html><title>2023年某某市统计公报-统计局</title><body>{ARTICLE}</body></html>"
    assert read(html) == ["2023年某某市统计公报", *BODY]


def test_keeps_notes_and_prefaces_that_stand_beside_the_article() -> None:
    html = (
        "<h1>某市统计公报</h1><div>2024年，全市坚持稳中求进，经济持续向好。</div>"
        f"<div>{ARTICLE * 3}</div><div>[2]产业增加值按现价计算，增长速度按可比价计算。</div>"
    )
    lines = read(html)
    assert lines[:2] == ["某市统计公报", "2024年，全市坚持稳中求进，经济持续向好。"]
    assert lines[-1].startswith("[2]产业")


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        pytest.param(
            "<table><caption>表1 人口</caption><tr><th>指标<th>年末数（万人）<th>比重（%）"
            "<tr><td>常住人口<td>80.1<td><tr><td>　其中：<br>城镇<td>40.0<td>49.9</table>",
            [
                "表1 人口",
                "指标\t年末数（万人）\t比重（%）",
                "常住人口\t80.1\t",
                "其中：城镇\t40.0\t49.9",
            ],
            id="rows, an empty cell, a cell of two lines",
        ),
        pytest.param(
            "<table><tr><td colspan=3>单位：万吨<tr><td rowspan=2>产品<td colspan=2>产量"
            "<tr><td>2022年<td>2023年<tr><td>粮食<td>1.0<td>2.0</table>",
            ["单位：万吨", "产品\t产量\t产量", "产品\t2022年\t2023年", "粮食\t1.0\t2.0"],
            id="merged headings stand over each of their columns",
        ),
        pytest.param(
            "<table><tr><td>指标<td colspan=2>数值<td><td colspan=2>增长%"
            "<tr><td>产值<td>5.0<td colspan=2><td>1.0<td></table>",
            ["指标\t数值\t增长%", "产值\t5.0\t1.0"],
            id="columns that only make room",
        ),
        pytest.param(
            "<table><tr><td>指标<td>本年<td>上年<tr><td>甲<td colspan=2>7.5</table>",
            ["指标\t本年\t上年", "甲\t7.5\t"],
            id="a number printed once is read once",
        ),
        pytest.param(
            "<table><tr><td>指标<td>产量<tr><td>粮食<br>油料<td>1.0<br>2.0</table>",
            ["指标\t产量", "粮食\t1.0", "油料\t2.0"],
            id="rows made of line breaks",
        ),
        pytest.param(
            "<table><tr><td>指标<td>数<tr><td>甲<td>1<tr><td colspan=2>注：本表为快报数。</table>",
            ["指标\t数", "甲\t1", "注：本表为快报数。"],
            id="a note across the table",
        ),
    ],
)
def test_reads_tables(table: str, lines: list[str]) -> None:
    assert read(f"<p>某市统计公报</p>{table}") == ["某市统计公报", *lines]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    html = (
        "<table><tr><td>公告栏</td><td><table><tr><td>某市统计公报</td></tr>"
        f"<tr><td>{ARTICLE}</td></tr></table></td></tr></table>"
    )
    assert read(html) == ["某市统计公报", *BODY]


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>全市生产总值<sup>1</sup>12.5亿元。</p>", "全市生产总值[1]12.5亿元。"),
        ("<p>绿地3.5万m<sup>2</sup>，</p>", "绿地3.5万m²，"),
        ("<p>人口<sup>[2]</sup>80万人</p>", "人口[2]80万人"),
        ('<p>人口80<a href="#n2">2</a>万人</p>', "人口80[2]万人"),
        ('<p>人口80<span style="vertical-align: super">2</span>万人</p>', "人口80[2]万人"),
        ("<p>人口80<small>2</small>万人</p>", "人口80[2]万人"),
        ("<p>CO<sub>2</sub>与PM<sub>2.5</sub></p>", "CO2与PM2.5"),
        ("<p>人口8<del>1</del>0万人，<s>12</s>20万户</p>", "人口80万人，20万户"),
        ("<p>国内\n生产总值</p>", "国内生产总值"),
        ("<p>增长1.2\n%，</p>", "增长1.2 %，"),
        ("<pre>一、综合\n全年增长5%。</pre>", "一、综合\n全年增长5%。"),
        ("<p>一<p>二<div>三<div>四</div></div>", "一\n二\n三\n四"),
    ],
)
def test_reads_a_line_as_it_is_seen(html: str, line: str) -> None:
    assert "\n".join(read(html)) == line


@pytest.mark.parametrize(
    ("declared", "written", "encoding"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("big5", "big5", "big5"),
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("iso-8859-1", "gb18030", "gb18030"),
    ],
)
def test_reads_the_encoding_of_a_page(declared: str, written: str, encoding: str) -> None:
    html = f'<html><head><meta charset="{declared}"></head><body><p>全市人口80.1人。</p></body>'
    source = decode(html.encode(written), ".htm")
    assert source.text == "全市人口80.1人。"
    assert source.encoding == encoding


def test_reads_a_page_saved_as_one_file() -> None:
    archive = email.message.Message()
    archive["Content-Type"] = 'text/html; charset="gb2312"'
    archive.set_payload("<p>全市人口80.1万人。</p>".encode("gb18030"))
    email.encoders.encode_base64(archive)
    assert decode(archive.as_bytes(), ".mht").text == "全市人口80.1万人。"


@pytest.mark.parametrize(
    ("text", "suffix", "kind"),
    [
        ("<!DOCTYPE html><p>公报", ".txt", "html"),
        ("\n<html><body>公报</body></html>", ".txt", "html"),
        ("<p>甲</p>\n<p>乙</p>\n<p>丙</p>", ".txt", "html"),
        ("<html><body>公报</body></html>", ".docx", "html"),
        ("<html><body>公报</body></html>", ".doc", "html"),
        ("公报\n增长<5%>", ".txt", "txt"),
        ("公报\n一、综合", ".html", "txt"),
        ("<p>甲</p>", ".md", "md"),
    ],
)
def test_contents_decide_what_a_text_is(text: str, suffix: str, kind: str) -> None:
    assert decode(text.encode(), suffix).format == kind


@pytest.mark.parametrize("tag", ["div><p", "main", "details", "a-part"])
def test_refuses_a_page_nested_beyond_reading(tag: str) -> None:
    with pytest.raises(DataError) as raised:
        decode((f"<{tag}>深" * 50_000).encode(), ".html")
    assert raised.value.message.id == "file_too_large"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "深" + "</div>" * 10_000,
        "<table><tr><td>" * 3_000 + "深",
        "<b><p>" * 3_000 + "深",
        "<table><tr><td colspan=1000 rowspan=65534>深</td></tr>" + "<tr><td>1" * 20_000,
        "<p>深" + "<!--" * 20_000,
        "<p>深</p><" + "a " * 50_000,
        "<a href=x>" * 5_000 + "深",
        "".join(f"<b id={n}>" for n in range(2_000)) + "<p>深" * 2_000,
        "<table>" + "<tr><td>深<td>1" * 30_000,
    ],
    ids=["divs", "tables", "tags", "spans", "comments", "attributes", "links", "fonts", "rows"],
)
def test_hostile_pages_end(html: str) -> None:
    begun = time.process_time()
    assert "深" in decode(html.encode(), ".html").text
    assert time.process_time() - begun < 10

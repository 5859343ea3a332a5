"""The web page, read by a parser of HTML."""

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser as Page
from selectolax.lexbor import LexborNode

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.folding import Folding
from desktop_app.services import importing, tables, web_page
from desktop_app.services.tables import Manner
from desktop_app.system import resources
from tests import made_exports
from tests.handmade import TITLE


def page_of(bulletin: Bulletin, path: Path, script: Script = Script.HANS) -> Page:
    web_page.write_bulletin(bulletin, path, Manner("zh_CN", script))
    return Page(path.read_text(encoding="utf-8"))


def one(place: Page | LexborNode, selector: str) -> LexborNode:
    """Return what is selected first; there must be something."""
    node = place.css_first(selector)
    assert node is not None, selector
    return node


@pytest.fixture
def page(hard: Bulletin, tmp_path: Path) -> Page:
    return page_of(hard, tmp_path / "公报.html")


def test_title_headings_and_contents(page: Page) -> None:
    assert [node.text() for node in page.css("h1")] == [TITLE]
    assert [node.text() for node in page.css("article .sub")] == ["青河县统计局"]
    assert [node.text() for node in page.css("article h2")] == ["一、综合", "二、教育 & 科技"]
    links = [node.attributes["href"] for node in page.css("nav a")]
    assert links == ["#s1", "#s2"]
    assert all(page.css_first(link) is not None for link in links if link)


def test_text_is_text_and_no_markup(page: Page) -> None:
    assert page.css("article b") == []
    assert "<b>三次产业</b>比例" in one(page, "article").text()


def test_figures_and_rows_lead_to_one_another(page: Page, hard: Bulletin) -> None:
    for figure in hard.figures:
        own = one(page, f"#f{figure.id}")
        row = one(page, f"#r{figure.id}")
        assert own.attributes["href"] == f"#r{figure.id}"
        assert one(row, "a").attributes["href"] == f"#f{figure.id}"
    assert one(page, "#f1").text() == "56.30亿元"
    growth = [node for node in page.css("a.fig") if node.text() == "2.0%"]
    assert [node.attributes["href"] for node in growth] == ["#r1"]
    assert "doubt" in (one(page, "#f5").attributes["class"] or "")


def test_rows_of_the_bulletins_table_are_a_table(page: Page) -> None:
    caption, *rows = ([c.text() for c in row.css("th, td")] for row in page.css("article tr"))
    assert caption == ["表1 教育情况"]
    assert rows == [["指标", "单位", "数量"], ["小学", "所", "12"], ["在校生", "人", "3210"]]
    assert one(page, "article td a.fig").text() == "12"


def test_sorting_knows_amounts_and_growth_knows_its_direction(page: Page) -> None:
    cells = page.css("#r1 td")
    assert [cell.attributes.get("data-n") for cell in cells] == [
        None,
        "5630000000",
        None,
        "-2.0",
        None,
    ]
    assert cells[3].text() == "-2.0% ↓"
    assert one(cells[3], "span").attributes["class"] == "down"


@pytest.mark.parametrize(
    ("change", "text", "css"),
    [("0.6", "0.6% ↑", "up"), ("-0.05", "-0.05% ↓", "down"), ("0", "0%", ""), ("0.0", "0.0%", "")],
)
def test_small_growth_is_growth(
    hard: Bulletin, tmp_path: Path, change: str, text: str, css: str
) -> None:
    first = replace(hard.figures[0], change=change)
    cell = one(page_of(replace(hard, figures=(first,)), tmp_path / "a.html"), "#r1 span")
    assert (cell.text(), cell.attributes["class"] or "") == (text, css)


def test_a_repair_tells_what_stood_there(page: Page) -> None:
    assert one(page, "span.mend").attributes["title"] == "原文：億"


def test_sources_and_notes(page: Page) -> None:
    notes = [node.text() for node in page.css(".notes p")]
    assert notes[0] == f"数据来源：《{TITLE}》"
    assert "注：含民办" in notes


def test_nothing_is_asked_from_anywhere(hard: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = page_of(hard, path)
    assert page.css("[src], link, iframe, object, form, base") == []
    assert all((node.attributes["href"] or "").startswith("#") for node in page.css("[href]"))
    assert "url(" not in path.read_text(encoding="utf-8")
    policy = one(page, "meta[http-equiv]").attributes["content"] or ""
    assert policy.startswith("default-src 'none'")


def test_the_page_folds_as_searches_do(page: Page) -> None:
    data = json.loads(one(page, "#data").text())
    text = "ＧＤＰ與國內生產總值"
    assert Folding(data["from"], data["to"]).fold(text) == resources.folding().fold(text)


@pytest.mark.parametrize("script", list(Script))
def test_the_script_asked_for(hard: Bulletin, tmp_path: Path, script: Script) -> None:
    page = page_of(hard, tmp_path / "a.html", script)
    assert one(page, "#f1").text() == ("56.30亿元" if script is Script.HANS else "56.30億元")
    assert (page.css("span.mend") == []) == (script is Script.SOURCE)


@pytest.mark.parametrize("script", list(Script))
def test_every_figure_of_the_bundled_bulletin(
    bundled: Bulletin, tmp_path: Path, script: Script
) -> None:
    page = page_of(bundled, tmp_path / "a.html", script)
    assert len(page.css("#rows tbody tr")) == len(bundled.figures)
    missing = [f.id for f in bundled.figures if page.css_first(f"#f{f.id}") is None]
    # Two figures may be printed at one place: the first is linked there.
    assert len(missing) <= len(bundled.figures) // 50
    ids = re.findall(r' id="([^"]+)"', (tmp_path / "a.html").read_text(encoding="utf-8"))
    assert len(ids) == len(set(ids))


def test_our_own_reader_finds_the_same_figures_again(bundled: Bulletin, tmp_path: Path) -> None:
    page_of(bundled, tmp_path / "a.html")
    (again,) = importing.inspect(tmp_path / "a.html").bulletins
    assert again.info.title == bundled.info.title
    assert [(f.indicator, f.value, f.unit, f.change) for f in again.figures] == [
        (f.indicator, f.value, f.unit, f.change) for f in bundled.figures
    ]


def test_one_chapter(hard: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    web_page.write_bulletin(hard, path, Manner("zh_CN"), hard.chapters[1])
    page = Page(path.read_text(encoding="utf-8"))
    assert [node.text() for node in page.css("h1, article h2")] == [TITLE, "二、教育 & 科技"]
    assert len(page.css("#rows tbody tr")) == 3


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_a_table_alone(hard: Bulletin, tmp_path: Path, language: str) -> None:
    table = tables.of_findings([hard], Manner(language, on_page=True))
    path = tmp_path / "a.html"
    web_page.write_table(table, path, Manner(language))
    page = Page(path.read_text(encoding="utf-8"))
    assert one(page, "h1").text() == table.title
    assert [len(row.css("td")) for row in page.css("#rows tbody tr")] == [4, 4]
    assert [node.text() for node in page.css(".notes p")] == list(table.notes)


def test_groups_of_a_table_are_a_column(hard: Bulletin, tmp_path: Path) -> None:
    table = tables.of_figures(made_exports.chosen(hard), Manner("zh_CN", on_page=True))
    path = tmp_path / "a.html"
    web_page.write_table(table, path, Manner("zh_CN"))
    page = Page(path.read_text(encoding="utf-8"))
    assert [node.text() for node in page.css("#rows th")][:2] == ["位置", "指标"]
    firsts = [one(row, "td").text() for row in page.css("#rows tbody tr")]
    assert firsts == ["一、综合"] * 3 + ["二、教育 & 科技"] * 3
    assert one(page, "#rows td.n").attributes["data-n"] == "56.30"


def test_what_looks_like_markup_stays_text(hard: Bulletin, tmp_path: Path) -> None:
    evil = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
    table = tables.of_figures(made_exports.chosen(hard), Manner("zh_CN"))
    row = tuple(evil for _ in table.columns)
    path = tmp_path / "a.html"
    web_page.write_table(
        tables.Table(evil, table.columns, (tables.Group(evil, (row,)),), (evil,)),
        path,
        Manner("zh_CN"),
    )
    page = Page(path.read_text(encoding="utf-8"))
    assert page.css("img") == []
    assert len(page.css("script")) == 2
    assert [node.text() for node in page.css("#rows tbody td")] == [evil] * (len(row) + 1)

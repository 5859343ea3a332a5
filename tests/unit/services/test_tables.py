"""Tables of figures, hits and findings, and the notes that go with them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services import exports, tables
from desktop_app.services.tables import Manner, Table
from desktop_app.store.library import Library
from desktop_app.system import resources
from tests import made_exports
from tests.handmade import TITLE

CHINESE = Manner("zh_CN")
ON_PAGE = Manner("zh_CN", on_page=True)


def cells(table: Table, row: int = 0) -> dict[str, str]:
    """Return the cells of a row by heading."""
    headings = [column.heading for column in table.columns]
    return dict(zip(headings, table.rows[row], strict=True))


def test_figures_have_every_column_and_come_by_chapter(hard: Bulletin) -> None:
    table = tables.of_figures(made_exports.chosen(hard), CHINESE)
    assert [(group.heading, len(group.rows)) for group in table.groups] == [
        ("一、综合", 3),
        ("二、教育 & 科技", 3),
    ]
    first = cells(table)
    assert (first["指标"], first["数值"], first["增减"], first["原文"]) == (
        "地区生产总值",
        "56.30",
        "-2.0",
        "56.30亿元",
    )


def test_a_page_has_room_for_few_columns(hard: Bulletin) -> None:
    table = tables.of_figures(made_exports.chosen(hard), ON_PAGE)
    assert cells(table) == {
        "指标": "地区生产总值",
        "数值": "56.30",
        "单位": "亿元",
        "增减": "-2.0%",
        "说明": "比上年；2023年1-12月",
    }
    assert [cells(table, row)["数值"] for row in (3, 4)] == ["70–80", "约300"]
    assert cells(table, 4)["说明"] == "存疑"


def test_notes_tell_the_source_the_doubt_the_basis_and_the_footnotes(hard: Bulletin) -> None:
    notes = tables.of_figures(made_exports.chosen(hard), CHINESE).notes
    assert notes[0] == f"数据来源：《{TITLE}》"
    assert sum("存疑" in note for note in notes) == 1
    assert sum("价格口径" in note for note in notes) == 1
    assert notes[-2:] == ("注：含民办", "注：-估计")


def test_what_is_printed_is_in_the_script_asked_for(hard: Bulletin) -> None:
    table = tables.of_figures(made_exports.chosen(hard), Manner("zh_TW", Script.HANT))
    assert cells(table)["原文"] == "56.30億元"
    assert table.notes[0].startswith("數據來源：《青河县2023年国民经济和社会发展統計")


def test_cells_hold_nothing_that_a_format_refuses(hard: Bulletin) -> None:
    table = tables.of_findings([hard], CHINESE)
    assert "\x0b" in hard.text.hans
    assert not any(char < " " for row in table.rows for cell in row for char in cell)


def test_findings_stand_with_their_sentence(hard: Bulletin) -> None:
    table = tables.of_findings([hard], CHINESE)
    first, second = cells(table), cells(table, 1)
    assert (first["结论"], first["类别"], first["章"]) == ("不一致", "合计与分项", "一、综合")
    assert first["复算"] == "1+2 = 3亿元"
    assert first["原句"].startswith("全年地区生产总值56.30亿元")
    assert (second["章"], second["原句"]) == ("", "")


@pytest.mark.parametrize(
    ("kind", "said"),
    [("rate", "比率"), ("growth", "增速"), ("part", "分项与合计"), ("per_head", "人均")],
)
def test_a_finding_says_what_kind_of_number_it_is_about(
    hard: Bulletin, kind: str, said: str
) -> None:
    finding = replace(hard.findings[0], kind=kind)
    table = tables.of_findings([replace(hard, findings=(finding,))], CHINESE)
    assert cells(table)["类别"] == said


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("what", ["hits", "findings", "figures_page", "hits_page"])
def test_every_column_has_a_heading(what: str, language: str) -> None:
    table = resources.table("columns")
    known = table["columns"] | table["other_columns"]
    assert all(known[name][language] for name in table["tables"][what])


def test_hits_stand_with_their_figure_and_their_text(library: Library, bundled: Bulletin) -> None:
    content = exports.hits_of(library, "税收收入")
    first = cells(content.table(CHINESE))
    assert (first["章"], first["数值"], first["单位"]) == ("一、综合", "6.4", "亿元")
    assert "税收收入6.4亿元，同比下降32.7%" in first["原句"]
    assert content.table(CHINESE).notes[0] == f"数据来源：《{bundled.info.title}》"


def test_a_table_of_many_findings_of_the_bundled_bulletin(bundled: Bulletin) -> None:
    table = tables.of_findings([bundled], CHINESE)
    kinds = {row[[c.name for c in table.columns].index("finding")] for row in table.rows}
    assert len(table.rows) == len(bundled.findings)
    assert all(not kind.isascii() for kind in kinds)


def test_search_in_a_chapter_alone(library_path: Path) -> None:
    with Library(library_path) as library:
        everywhere = exports.hits_of(library, "人")
        there = exports.hits_of(library, "人", chapter="教育")
    assert 0 < len(there.found) < len(everywhere.found)

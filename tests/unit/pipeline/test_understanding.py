"""All stages joined: one file becomes a bulletin with its receipt."""

import pytest

from desktop_app.domain.bulletin import Bulletin, BulletinInfo, Certainty, SourceText
from desktop_app.domain.editorial import Decision, EditorialNotes
from desktop_app.domain.errors import DataError
from desktop_app.pipeline.understanding import understand

SHA = "0123456789abcdef" * 4
TEXT = "\n".join(
    [
        "2021年宝鸡市国民经济和社会发展统计公报",
        "宝鸡市统计局",
        "2021年，全市经济稳步增长。",
        "一、综合",
        "全年实现地区生产总值285.9亿元，比上年增长0.6%。",
        "主要指标",
        "指标\t数值",
        "财政收入\t7.8",
        "就业情况",
        "指标\t数值",
        "就业人数\t12",
        "二、农业",
        "1.种植业。粮食產量12.5萬噸。",
        "",
    ]
)


def understood(text: str, notes: EditorialNotes | None = None) -> Bulletin:
    (bulletin,) = understand(SourceText(text, "txt", "utf-8", SHA), notes)
    return bulletin


def test_markdown_is_read_as_it_is_meant() -> None:
    bulletin = understood(
        "# 2021年宝鸡市国民经济和社会发展统计公报\n\n## 一、综合\n\n全年**财政收入**7.8亿元。\n\n"
        "## 二、农业\n\n| 指标 | 单位 | 绝对数 |\n|---|---|---:|\n| 粮食产量 | 万吨 | 12.5 |\n"
    )
    assert [(s.number, s.title) for s in bulletin.chapters] == [("一", "综合"), ("二", "农业")]
    assert [(f.indicator, f.printed, f.unit) for f in bulletin.figures] == [
        ("财政收入", "7.8亿元", "亿元"),
        ("粮食产量", "12.5", "万吨"),
    ]
    assert bulletin.receipt.tables == 1


def test_a_bulletin_is_whole() -> None:
    bulletin = understood(TEXT)
    assert bulletin.key == SHA[:16]
    assert bulletin.info.title == "2021年宝鸡市国民经济和社会发展统计公报"
    assert (bulletin.info.place, bulletin.info.year) == ("陕西省/宝鸡市", 2021)
    assert [chapter.title for chapter in bulletin.chapters] == ["综合", "农业"]
    assert "粮食产量12.5万吨" in bulletin.text.hans
    assert bulletin.findings == ()


def test_figures_lie_in_their_sections_and_lead_to_their_ink() -> None:
    bulletin = understood(TEXT)
    values = {figure.value: figure for figure in bulletin.figures}
    assert {"285.9", "12.5"} <= values.keys()
    assert bulletin.text.source[values["12.5"].start : values["12.5"].end] == "12.5萬噸"
    assert bulletin.section_by_id[values["12.5"].section or 0].title == "种植业"
    chapter = bulletin.chapter_of(values["12.5"].section)
    assert chapter is not None
    assert chapter.number == "二"


def test_the_receipt_counts_what_was_read() -> None:
    bulletin = understood(TEXT)
    receipt = bulletin.receipt
    assert (receipt.lines, receipt.tables, receipt.skipped) == (13, 2, ())
    assert receipt.figures == len(bulletin.figures)
    assert receipt.doubtful == sum(figure.doubtful for figure in bulletin.figures)
    glossed = understood("一、綜合\n全區(qū)職工業(yè)務增長。\n")
    assert glossed.receipt.repairs["gloss"] == 2


def test_lines_that_hold_nothing_to_read_are_listed() -> None:
    notes = EditorialNotes("k", BulletinInfo(""), (Decision("上一篇：无", "", "网页残余"),))
    receipt = understood("一、综合\n全年增长。\n上一篇：无\n", notes).receipt
    assert [line for line, _ in receipt.skipped] == [3]
    assert "editorial" in receipt.skipped[0][1]


def test_what_the_editor_decided_wins_and_is_told() -> None:
    info = BulletinInfo(
        title="宝鸡市2021年统计公报", place_code="610300", year=2020, url="https://x/"
    )
    bulletin = understood(TEXT, EditorialNotes("baoji-2021", info))
    assert bulletin.key == "baoji-2021"
    assert (bulletin.info.title, bulletin.info.year) == ("宝鸡市2021年统计公报", 2020)
    assert (bulletin.info.place, bulletin.info.url) == ("陕西省/宝鸡市", "https://x/")
    assert bulletin.info.sha256 == SHA
    told = [(finding.kind, finding.stated) for finding in bulletin.findings]
    assert told == [("editorial", "宝鸡市2021年统计公报"), ("editorial", "2020")]
    year = bulletin.findings[1]
    assert year.readings[0].computed == "2021"
    assert "2020" in year.message
    assert "2021" in year.message


def test_notes_without_a_key_leave_the_file_its_own() -> None:
    assert understood(TEXT, EditorialNotes("", BulletinInfo(""))).key == SHA[:16]


def test_a_decision_is_an_editorial_repair() -> None:
    decision = Decision("增长0.6%", "增长6.0%", "印刷错误")
    bulletin = understood(TEXT, EditorialNotes("k", BulletinInfo(""), (decision,)))
    assert Certainty.EDITORIAL in {repair.certainty for repair in bulletin.repairs}
    assert "增长6.0%" in bulletin.text.hans


def test_a_decision_that_does_not_fit_is_refused() -> None:
    notes = EditorialNotes("k", BulletinInfo(""), (Decision("没有这句", "有", ""),))
    with pytest.raises(DataError):
        understood(TEXT, notes)


def test_a_title_that_names_another_city_is_found() -> None:
    text = "通化市朝阳区2022年统计公报\n长春市朝阳区2022年统计公报\n长春增长。\n一、综合\n增长。\n"
    (finding,) = understood(text).findings
    assert (finding.kind, finding.stated) == ("title", "通化市朝阳区")


@pytest.mark.parametrize("text", ["只有一句话。", "一", "2021年\n", "\t\n1\t2\n"])
def test_any_text_is_understood(text: str) -> None:
    bulletin = understood(text)
    assert bulletin.sections == ()
    assert bulletin.info.title


def one_year(year: int, product: str) -> str:
    return "\n".join(
        [
            f"宝鸡市{year}年国民经济和社会发展统计公报",
            "一、综合",
            f"全年地區(qū)生产总值{product}亿元，比上年增长5.1%。",
            "",
            "二、农业",
            "全年粮食产量12.5万吨。",
            "",
        ]
    )


def test_a_file_that_holds_two_bulletins() -> None:
    text = one_year(2023, "1100.5") + one_year(2024, "1160.2")
    source = SourceText(text, "txt", "utf-8", SHA)
    first, second = understand(source)
    assert (first.key, second.key) == (SHA[:16], f"{SHA[:16]}-2")
    assert (first.info.year, second.info.year) == (2023, 2024)
    assert first.text.source == second.text.source == text
    for bulletin, product in ((first, "1100.5"), (second, "1160.2")):
        assert [chapter.title for chapter in bulletin.chapters] == ["综合", "农业"]
        assert [text[f.start : f.end] for f in bulletin.figures] == [f"{product}亿元", "12.5万吨"]
        assert bulletin.figures[0].section == 1
        assert text[bulletin.repairs[0].start :].startswith("區(qū)")
        assert (bulletin.receipt.lines, bulletin.receipt.figures) == (6, 2)
        assert bulletin.receipt.repairs == {"gloss": 1}


def test_a_bulletin_is_checked_against_the_one_of_the_year_before() -> None:
    income = "全年一般公共预算收入{}亿元，比上年增长{}%。\n"
    product = "地区生产总值{}亿元，按可比价格计算，增长{}%。\n"
    text = "".join(
        f"甲市{year}年国民经济和社会发展统计公报\n一、综合\n"
        + product.format(level, "5.0")
        + income.format(amount, growth)
        for year, level, amount, growth in (
            (2024, "1260.2", "121.0", "7.0"),
            (2023, "1100.5", "110.0", "10.0"),
            (2022, "1000.5", "100.0", "3.0"),
        )
    )
    last, before, first = understand(SourceText(text, "txt", "utf-8", SHA))
    told = [[(one.verdict, one.stated) for one in b.findings] for b in (last, before, first)]
    # What differs may have been revised; growth at other prices is not to be had from levels.
    assert told == [[("待核实", "7.0%")], [("一致", "10.0%")], []]
    shown = [text[start:end] for start, end in last.findings[0].spans]
    assert shown == ["7.0%", "121.0亿元", "110.0亿元"]


def test_bulletins_of_two_places_say_nothing_of_each_other() -> None:
    one = "甲市2023年国民经济和社会发展统计公报\n一、综合\n一般公共预算收入100.0亿元。\n"
    other = (
        "乙市2024年国民经济和社会发展统计公报\n一、综合\n"
        "一般公共预算收入150.0亿元，比上年增长5.0%。\n"
    )
    first, second = understand(SourceText(one + other, "txt", "utf-8", SHA))
    assert (first.info.year, second.info.year) == (2023, 2024)
    assert second.findings == ()


def test_what_is_decided_of_two_bulletins() -> None:
    text = one_year(2023, "1100.5") + one_year(2024, "1160.2")
    info = BulletinInfo(title="公报（修订）", year=2022, url="https://x/")
    notes = EditorialNotes("baoji", info)
    first, second = understand(SourceText(text, "txt", "utf-8", SHA), notes)
    assert (first.key, second.key) == ("baoji", "baoji-2")
    assert (first.info.year, second.info.year) == (2022, 2024)
    assert second.info.title == "宝鸡市2024年国民经济和社会发展统计公报"
    assert {first.info.url, second.info.url} == {"https://x/"}


def test_lines_not_read_are_counted_from_the_top_of_the_file() -> None:
    text = one_year(2023, "1100.5") + one_year(2024, "1160.2") + "上一篇：无\n"
    notes = EditorialNotes("k", BulletinInfo(""), (Decision("上一篇：无", "", "网页残余"),))
    first, second = understand(SourceText(text, "txt", "utf-8", SHA), notes)
    assert first.receipt.skipped == ()
    assert [line for line, _ in second.receipt.skipped] == [13]

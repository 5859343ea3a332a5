"""Lines of PDF pages: which go on in one another, and which belong to rows of tables."""

from collections.abc import Sequence

from desktop_app.pipeline.sources import decode
from tests.unit.pipeline.made_pdf import HEIGHT, LEFT, Sheet, pdf

FULL = "　　" + "增" * 36


def read(*sheets: Sheet) -> list[str]:
    return decode(pdf(sheets), ".pdf").text.split("\n")


def row(sheet: Sheet, y: float, *cells: str) -> Sheet:
    for at, cell in enumerate(cells):
        sheet.text(LEFT + at * 110, y, cell)
    return sheet


def test_a_date_under_the_middle_of_a_name_is_a_line_of_its_own() -> None:
    sheet = Sheet().text(LEFT + 100, 760, "某市统计局、国家统计局某市调查队", 10.5)
    sheet.text(LEFT + 142, 740, "2024年3月28日").lines(700, [FULL, "完。"])
    assert read(sheet)[:2] == ["某市统计局、国家统计局某市调查队", "2024年3月28日"]


def test_the_publisher_under_a_wide_title_is_a_line_of_its_own() -> None:
    title = "临海北滨市国民经济社会发展统计公报"
    sheet = Sheet().text(LEFT + 29, 760, title, 20).text(LEFT + 49, 735, "海" * 15, 20)
    sheet.lines(700, ["　　" + "增" * 36, "增" * 38, "增" * 38, "完。"])
    assert read(sheet)[:2] == [title, "海" * 15]


def test_a_line_that_closes_a_bracket_goes_on_in_it() -> None:
    sheet = Sheet().text(LEFT + 80, 700, "主要农产品产量（单位：").text(LEFT + 140, 684, "万吨）")
    assert read(sheet) == ["主要农产品产量（单位：万吨）"]


def test_a_number_is_kept_with_the_bracket_before_it() -> None:
    above = "　　2023年全市实现地区生产总值" + "增" * 18
    sheet = Sheet().lines(700, [FULL, "增" * 38, above, "（GDP）2563.48亿元。"])
    assert read(sheet)[-1].endswith("增（GDP）2563.48亿元。")


def test_a_mark_alone_on_a_line_belongs_to_the_line_above() -> None:
    sheet = Sheet().text(150, 740, "某市统计公报", 20).text(210, 715, "[1]", 20)
    sheet.lines(680, [FULL, "完。"])
    assert read(sheet)[0] == "某市统计公报[1]"


def test_small_print_in_the_next_column_is_not_raised() -> None:
    sheet = Sheet().text(60, 700, "左栏第一行文字增增增增增增增增")
    sheet.text(320, 704, "采矿", 7).text(400, 700, "12", 7).text(320, 695, "业", 7)
    assert "采矿" in "".join(read(sheet))


ROWS = [("产品", "本年", "上年"), ("粮食", "30.5", "30.1"), ("油料", "2.1", "2.2")]


def ruled(sheet: Sheet, top: float, rows: Sequence[tuple[str, ...]]) -> Sheet:
    for at in range(len(rows) + 1):
        sheet.rule(LEFT - 5, top - at * 20, LEFT + 300, top - at * 20)
    for x in (-5, 100, 200, 300):
        sheet.rule(LEFT + x, top - len(rows) * 20, LEFT + x, top)
    for at, cells in enumerate(rows):
        row(sheet, top - 14 - at * 20, *cells)
    return sheet


def test_heads_that_are_printed_again_on_the_next_page_are_read_once() -> None:
    first = ruled(Sheet(), 200, ROWS)
    second = ruled(Sheet(), HEIGHT - 140, [ROWS[0], ("棉花", "0.5", "0.6")])
    assert read(first, second) == ["\t".join(cells) for cells in [*ROWS, ("棉花", "0.5", "0.6")]]


def test_heads_of_another_table_are_read() -> None:
    first = ruled(Sheet(), 200, ROWS)
    second = ruled(Sheet().text(LEFT, 780, "表2"), 760, [ROWS[0], ("棉花", "0.5", "0.6")])
    assert read(first, second)[3:5] == ["表2", "产品\t本年\t上年"]


def test_rows_under_heads_between_rules_need_no_rule_below() -> None:
    sheet = Sheet().rule(LEFT, 700, LEFT + 300, 700).rule(LEFT, 680, LEFT + 300, 680)
    row(sheet, 686, *ROWS[0])
    for at, cells in enumerate(ROWS[1:]):
        row(sheet, 662 - at * 18, *cells)
    sheet.lines(560, [FULL, "完。"])
    assert read(sheet)[:3] == ["\t".join(cells) for cells in ROWS]


def test_a_label_of_several_lines_has_the_numbers_beside_its_middle() -> None:
    sheet = row(Sheet(), 700, "行业", "本年", "上年")
    row(sheet, 678, "采矿业", "12", "10")
    row(sheet, 656, "制造业", "34", "30")
    sheet.text(LEFT, 634, "电力、热力、").text(LEFT, 620, "燃气生产业")
    for at, number in enumerate(("5", "4"), start=1):
        sheet.text(LEFT + at * 110, 627, number)
    row(sheet, 596, "建筑业", "7", "6")
    assert read(sheet)[1:] == [
        *("采矿业\t12\t10", "制造业\t34\t30", "电力、热力、燃气生产业\t5\t4", "建筑业\t7\t6"),
    ]


def test_two_rows_under_their_heads_are_a_table() -> None:
    sheet = Sheet().lines(760, [FULL, "完。"])
    for at, cells in enumerate(ROWS):
        row(sheet, 690 - at * 18, *cells)
    assert read(sheet)[1:] == ["\t".join(cells) for cells in ROWS]


def test_the_numbers_of_a_chart_are_no_text() -> None:
    sheet = Sheet().lines(780, [FULL, "完。"]).text(LEFT + 60, 700, "图1　产值及其增长速度")
    for at, scale in enumerate(("120", "80", "40", "0")):
        sheet.text(LEFT, 680 - at * 20, scale, 8)
    for at, (year, value) in enumerate(
        (("2021年", "95.5"), ("2022年", "103.1"), ("2023年", "110"))
    ):
        sheet.text(LEFT + 60 + at * 60, 610, year, 8).text(
            LEFT + 60 + at * 60, 645 + at * 9, value, 8
        )
    sheet.text(LEFT + 90, 596, "产值（亿元）", 8).text(LEFT + 200, 596, "增长（%）", 8)
    sheet.lines(560, [FULL.replace("增", "后"), "完。"])
    assert [line[:3] for line in read(sheet)] == ["增增增", "图1 ", "后后后"]


def test_rows_that_years_name_are_a_table() -> None:
    sheet = row(Sheet(), 700, "年份", "产值", "增长%")
    rows = [("2021", "95.5", "8.2"), ("2022", "103.1", "5.0"), ("2023", "110.3", "6.0")]
    for at, cells in enumerate(rows):
        row(sheet, 680 - at * 18, *cells)
    assert read(sheet) == ["年份\t产值\t增长%", *("\t".join(cells) for cells in rows)]

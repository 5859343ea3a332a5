"""Pages as programs set them: heads over several columns, columns of text, turned pages, scans."""

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import decode
from tests.unit.pipeline.made_pdf import HEIGHT, LEFT, Sheet, pdf

COLUMNS = (LEFT, LEFT + 130, LEFT + 210, LEFT + 290, LEFT + 370)
ROWS = [
    ("粮食产量", "30.1", "1.2", "30.5", "1.3"),
    ("油料产量", "2.2", "-0.1", "2.1", "-4.5"),
    ("蔬菜产量", "8.0", "3.0", "8.4", "5.0"),
]
LINES = [
    *("指标\t2022年\t2022年\t2023年\t2023年", "指标\t绝对数\t增长%\t绝对数\t增长%"),
    *("\t".join(row) for row in ROWS),
]


def read(*sheets: Sheet, means: dict[str, str] | None = None) -> list[str]:
    return decode(pdf(sheets, means), ".pdf").text.split("\n")


def put(sheet: Sheet, y: float, cells: tuple[str, ...]) -> None:
    for x, text in zip(COLUMNS, cells, strict=True):
        sheet.text(x, y, text)


def two_lines_of_heads() -> Sheet:
    sheet = Sheet().text(LEFT, 675, "指标")
    sheet.text(LEFT + 158, 684, "2022年").text(LEFT + 318, 684, "2023年")
    put(sheet, 666, ("", "绝对数", "增长%", "绝对数", "增长%"))
    for at, row in enumerate(ROWS):
        put(sheet, 645 - at * 18, row)
    return sheet


def test_a_head_over_two_columns_is_over_both_without_upright_rules() -> None:
    sheet = two_lines_of_heads()
    for y in (700, 660, 600):
        sheet.rule(LEFT - 5, y, LEFT + 410, y)
    assert read(sheet) == LINES


def test_a_rule_under_a_head_parts_it_from_those_below() -> None:
    sheet = two_lines_of_heads()
    for y in (700, 660, 600):
        sheet.rule(LEFT - 5, y, LEFT + 410, y)
    for x in (LEFT + 125, LEFT + 285):
        sheet.rule(x, 680, x + 125, 680)
    assert read(sheet) == LINES


def test_heads_are_read_in_a_table_without_rules() -> None:
    assert read(two_lines_of_heads()) == LINES


def test_the_caption_and_the_unit_head_no_column() -> None:
    sheet = Sheet().text(LEFT + 120, 700, "表1　主要农产品产量").text(LEFT + 340, 682, "单位：吨")
    put(sheet, 664, ("产品", "本年", "上年", "增加", "增长%"))
    for at, row in enumerate(ROWS):
        put(sheet, 645 - at * 18, row)
    assert read(sheet)[:3] == ["表1 主要农产品产量", "单位：吨", "产品\t本年\t上年\t增加\t增长%"]


def grid(sheet: Sheet, xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
    for y in ys:
        sheet.rule(xs[0], y, xs[-1], y)
    for x in xs:
        sheet.rule(x, ys[-1], x, ys[0])


def test_a_number_too_wide_for_its_cell_is_whole() -> None:
    sheet = Sheet()
    grid(sheet, (LEFT, LEFT + 80, LEFT + 105), (700, 670, 640, 610))
    for y, name in ((682, "指标"), (652, "粮食"), (622, "化肥")):
        sheet.text(LEFT + 5, y, name)
    sheet.text(LEFT + 82, 682, "产量").text(LEFT + 82, 652, "30.5")
    sheet.text(LEFT + 82, 628, "4520").text(LEFT + 82, 615, "0")
    assert read(sheet) == ["指标\t产量", "粮食\t30.5", "化肥\t45200"]


def test_the_row_that_is_left_for_the_next_page_is_a_row() -> None:
    first, second = Sheet(), Sheet()
    grid(first, (LEFT, LEFT + 80, LEFT + 200), (140, 110, 80))
    first.text(LEFT + 5, 120, "指标").text(LEFT + 90, 120, "产量")
    first.text(LEFT + 5, 90, "粮食").text(LEFT + 90, 90, "30.5")
    grid(second, (LEFT, LEFT + 80, LEFT + 200), (760, 730))
    second.text(LEFT + 5, 740, "油料").text(LEFT + 90, 740, "…")
    assert read(first, second) == ["指标\t产量", "粮食\t30.5", "油料\t…"]


def column(x: float, top: float, name: str, count: int) -> Sheet:
    lines = [f"{name}第{'一二三四五六七八九十'[at]}行{'增' * 14}" for at in range(count)]
    return Sheet().lines(top, [*lines, f"{name}完。"], x)


def beside(*sheets: Sheet) -> Sheet:
    whole = Sheet()
    for sheet in sheets:
        whole.marks += sheet.marks
        whole.rules += sheet.rules
    return whole


def test_columns_need_not_stand_on_the_same_lines() -> None:
    sheet = beside(column(60, 700, "左栏", 8), column(320, 691, "右栏", 7))
    assert [line[:2] + line[-2:] for line in read(sheet)] == ["左栏完。", "右栏完。"]


def test_a_table_in_a_column_is_read_where_it_stands() -> None:
    left = column(60, 700, "左栏", 4)
    grid(left, (60, 160, 260), (590, 560, 530))
    left.text(65, 570, "指标").text(165, 570, "产量").text(65, 540, "粮食").text(165, 540, "30.5")
    left.lines(500, [f"左后第{n}行" + "增" * 14 for n in "一二三"] + ["左尾。"], 60)
    lines = read(beside(left, column(320, 691, "右栏", 10)))
    assert lines[1:3] == ["指标\t产量", "粮食\t30.5"]
    assert [line[:2] for line in lines] == ["左栏", "指标", "粮食", "左后", "右栏"]


def test_a_last_page_with_little_in_it_has_the_columns_of_the_others() -> None:
    first = beside(column(60, 700, "左栏", 8), column(320, 691, "右栏", 8))
    last = beside(column(60, 700, "左尾", 3), column(320, 700, "右尾", 1))
    assert [line[:2] for line in read(first, last)][-2:] == ["左尾", "右尾"]


def test_lines_that_are_not_spaced_out_end_where_the_next_word_had_no_room() -> None:
    lines = ["　　全年居民人均收入" + "增" * 24 + "，", "比上年增长6.0%" + "增" * 28, "完。"]
    sheet = Sheet().lines(700, ["　　居民收入", *lines, "　　社会保障", "　　参保人数2万人。"])
    assert [line[:4] for line in read(sheet)] == ["居民收入", "全年居民", "社会保障", "参保人数"]


def paragraphs(*names: str) -> list[str]:
    """Return lines that are full, and short ones at the ends of their paragraphs."""
    return [line for name in names for line in (f"　　{name}" + "增" * 34, "完。")]


def test_a_header_of_two_pages_is_no_text() -> None:
    sheets = [
        Sheet().text(220, HEIGHT - 40, "统计公报").lines(700, paragraphs(name))
        for name in ("第一", "第二")
    ]
    assert [line[:2] for line in read(*sheets)] == ["第一", "第二"]


def test_a_header_that_says_the_title_again_is_no_text() -> None:
    first = Sheet().text(150, 700, "某市统计公报", 20).lines(650, paragraphs("第一", "另一"))
    second = Sheet().text(220, HEIGHT - 40, "某市统计公报", 9).lines(700, paragraphs("第二"))
    assert [line[:2] for line in read(first, second)] == ["某市", "第一", "另一", "第二"]


def test_a_note_under_a_bare_number_has_the_mark_that_the_text_cites() -> None:
    first, second = Sheet(), Sheet()
    first.lines(200, ["　　生产总值" + "增" * 31]).text(LEFT + 400, 205, "1", 6)
    first.text(LEFT, 100, "1绝对数按现价计算。", 8)
    second.lines(750, ["为110.25亿元。", "　　二、农业"])
    lines = read(first, second)
    assert lines[0].endswith("增[1]为110.25亿元。")
    assert lines[1:] == ["二、农业", "[1]绝对数按现价计算。"]


@pytest.mark.parametrize("turn", [90, 270])
def test_a_turned_page_is_read_as_it_is_held(turn: int) -> None:
    sheet = Sheet(turn)
    grid(sheet, (100, 300, 500), (500, 470, 440))
    # PDFium finds no Chinese in turned text of a font that is not in the file.
    for y, row in ((520, ("TABLE",)), (480, ("GDP", "110.25")), (450, ("CPI", "-0.3"))):
        for x, text in zip((105, 305), row, strict=False):
            sheet.text(x, y, text)
    assert read(sheet) == ["TABLE", "GDP\t110.25", "CPI\t-0.3"]


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        (Sheet().picture(), "file_without_text_layer"),
        (Sheet().picture().text(280, 40, "- 7 -"), "file_without_text_layer"),
        (Sheet().picture().text(280, 700, "某市统计局 扫描件"), "file_without_text_layer"),
        (Sheet().text(280, 40, "- 7 -"), "file_empty"),
    ],
    ids=["picture", "numbered picture", "stamped picture", "number"],
)
def test_says_that_a_scan_has_no_text(sheet: Sheet, message: str) -> None:
    with pytest.raises(DataError) as raised:
        read(sheet)
    assert raised.value.message.id == message


def test_says_that_the_fonts_do_not_tell_the_characters() -> None:
    text = "全年生产总值比上年增长"
    means = {char: chr(0x3500 + at) for at, char in enumerate(text)}
    with pytest.raises(DataError) as raised:
        read(Sheet().lines(750, [text] * 25), means=means)
    assert raised.value.message.id == "file_without_characters"


def test_a_picture_beside_the_text_is_no_scan() -> None:
    sheet = Sheet().picture().lines(700, ["　　" + "增" * 36, "增" * 30 + "。"])
    assert len(read(sheet)) == 1


def test_a_ruled_table_of_chapters_beside_their_text_is_no_table() -> None:
    sheet = Sheet()
    for y in (720, 650, 580):
        sheet.rule(LEFT, y, LEFT + 400, y)
    for x in (0, 80, 400):
        sheet.rule(LEFT + x, 580, LEFT + x, 720)
    lines = [
        "全年粮食产量30.5万吨，比上年下降0.4%，单产每",
        "亩380公斤，生产平稳。",
        "油料产量2.1万吨。",
    ]
    for top, name in ((700, "一、农业"), (630, "二、收成")):
        sheet.text(LEFT + 5, top, name)
        for at, line in enumerate(lines):
            sheet.text(LEFT + 85, top - at * 18, line)
    words = [lines[0] + lines[1], lines[2]]
    assert read(sheet) == ["一、农业", *words, "二、收成", *words]

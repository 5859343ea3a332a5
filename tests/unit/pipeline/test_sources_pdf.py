"""PDF files become the paragraphs and tables that their pages show."""

import time

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import decode
from tests.unit.pipeline.made_pdf import HEIGHT, LEFT, SIZE, Sheet, pdf


def full(line: str, ems: float = 38) -> str:
    """Return a line filled up to the right margin; digits take half as much room."""
    taken = sum(0.5 if char.isascii() else 1 for char in line)
    return line + "增" * int(ems - taken)


PARAGRAPH = [
    full("　　初步核算，全年全市生产总值1234亿元，按不变价格计算，比上年增长"),
    full("第一产业增加值123.4亿元，增长3.2%；第二产业增加值45.67亿元"),
    "为第三产业。",
]
WHOLE = "".join(PARAGRAPH).strip("　")


def read(*sheets: Sheet, means: dict[str, str] | None = None) -> list[str]:
    return decode(pdf(sheets, means), ".pdf").text.split("\n")


def test_joins_the_lines_of_a_paragraph() -> None:
    first, second = full("　　年末常住人口"), full("，比上年末增加")
    sheet = Sheet().lines(700, [first, second, "0.2万人。", "　　城镇化率60%。", "　　完。"])
    assert read(sheet) == [(first + second).strip("　") + "0.2万人。", "城镇化率60%。", "完。"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("　　快递业务总量2.24", "亿件，增长59.4%。"),
        ("　　年末金融机构存款余额5625", ".03亿元，比年初增加。"),
        ("　　全市有效期内绿色食品（含", "）若干个。"),
    ],
)
def test_joins_what_a_full_line_breaks(above: str, below: str) -> None:
    above = full("　　", 38 - sum(0.5 if c.isascii() else 1 for c in above) + 2) + above.strip(
        "　"
    )
    sheet = Sheet().lines(700, ["　　" + "增" * 36, "增" * 38, above, below])
    assert read(sheet)[0].endswith(above.strip("　")[-6:] + below)


def test_a_short_line_ends_its_paragraph() -> None:
    sheet = Sheet().lines(700, [*PARAGRAPH, "一、综合", *PARAGRAPH])
    assert read(sheet)[1:3] == ["一、综合", WHOLE]


def test_joins_a_paragraph_across_pages_without_their_margins() -> None:
    sheets = [Sheet() for _ in range(3)]
    for at, sheet in enumerate(sheets):
        sheet.text(220, HEIGHT - 50, "某市统计公报").text(280, 40, f"- {at + 1} -")
    sheets[0].lines(200, [full("　　年末常住人口"), full("其中城镇")])
    sheets[1].lines(750, ["人口80.1万人。", "　　二、农业"])
    sheets[2].lines(750, ["　　粮食产量1.2万吨。"])
    assert [line[-12:] for line in read(*sheets)] == [
        *("增增增增增人口80.1万人。"[-12:], "二、农业", "粮食产量1.2万吨。"[-12:]),
    ]


def test_a_bare_page_number_is_dropped_and_a_bare_number_in_the_text_is_not() -> None:
    sheet = Sheet().lines(700, ["　　全年" + "增" * 34, "2023"]).text(290, 40, "7")
    assert read(sheet)[-1].endswith("2023")


def test_notes_at_the_foot_of_a_page_do_not_part_its_text() -> None:
    first, second = Sheet(), Sheet()
    first.lines(200, [full("　　年末常住人口①"), full("其中城镇")])
    first.text(LEFT, 100, "①常住人口为抽样调查数。", 8)
    second.lines(750, ["人口80.1万人。", "　　二、农业"])
    lines = read(first, second)
    assert lines[0].endswith("增人口80.1万人。")
    assert lines[1:] == ["二、农业", "①常住人口为抽样调查数。"]


def test_leaves_out_the_table_of_contents() -> None:
    contents = ["一、综合" + "." * 30 + "1", "二、农业" + "…" * 12 + "3"]
    assert read(Sheet().lines(700, [*contents, "正文开始。"])) == ["正文开始。"]


def test_reads_two_columns_one_after_the_other() -> None:
    left = [f"左栏第{n}行文字" + "增" * 9 for n in "一二三四五六七八九"]
    right = [f"右栏第{n}行文字" + "增" * 9 for n in "一二三四五六七八九"]
    sheet = Sheet().text(200, 760, "某市统计公报", 16)
    sheet.lines(700, [*left, "左完。"], 60).lines(700, [*right, "右完。"], 320)
    assert read(sheet) == ["某市统计公报", "".join(left) + "左完。", "".join(right) + "右完。"]


def test_reads_bold_print_once() -> None:
    sheet = Sheet().bold(LEFT, 700, "增长11.55%，共1100个。").bold_digits(LEFT, 660, "20222")
    assert read(sheet) == ["增长11.55%，共1100个。", "20222"]


def test_mends_the_maps_of_fonts_and_marks_what_they_do_not_say() -> None:
    means = {"生": "⽣", "长": "⻓", "民": "⺠", "电": "\ue123", "（": "︵"}
    sheet = Sheet().text(LEFT, 700, "居民生活（用电）增长")
    assert read(sheet, means=means) == ["居民生活（用\ufffd）增长"]


def test_keeps_raised_and_lowered_characters_in_their_line() -> None:
    sheet = Sheet().text(LEFT, 700, "总值").text(LEFT + 21, 704, "1", 6)
    sheet.text(LEFT + 25, 700, "12亿元；").text(LEFT + 67, 700, "PM").text(
        LEFT + 81.5, 698, "10", 6
    )
    sheet.text(LEFT + 91, 700, "浓度；3").text(LEFT + 130, 700, "km").text(LEFT + 145, 704, "2", 6)
    sheet.text(LEFT + 150, 700, "。完")
    assert read(sheet) == ["总值[1]12亿元；PM10浓度；3km²。完"]


ROWS = [
    ("粮食", "902.61", "-3.2"),
    ("其中：夏粮", "508.58", "-8.6"),
    ("油料", "56.43", ""),
    ("蔬菜及食用菌", "1186.96", "4.2"),
]
TABLE = [
    "粮食\t902.61\t-3.2",
    "其中：夏粮\t508.58\t-8.6",
    "油料\t56.43\t",
    "蔬菜及食用菌\t1186.96\t4.2",
]


def put_rows(sheet: Sheet, top: float, rows: list[tuple[str, str, str]]) -> None:
    for at, row in enumerate(rows):
        for x, cell in zip((LEFT + 5, LEFT + 170, LEFT + 300), row, strict=True):
            sheet.text(x, top - at * 15, cell)


@pytest.mark.parametrize("uprights", [(), (160, 280), (0, 160, 280, 400)])
def test_reads_tables_with_rules(uprights: tuple[int, ...]) -> None:
    sheet = Sheet().lines(760, PARAGRAPH).text(200, 665, "表3　主要农产品产量")
    for y in (660, 640, 570):
        sheet.rule(LEFT, y, LEFT + 400, y)
    for x in uprights:
        sheet.rule(LEFT + x, 570, LEFT + x, 660)
    put_rows(sheet, 645, [("产品名称", "产量（万吨）", "增长（%）")])
    put_rows(sheet, 625, ROWS)
    sheet.lines(540, PARAGRAPH)
    assert read(sheet) == [
        *(WHOLE, "表3 主要农产品产量", "产品名称\t产量（万吨）\t增长（%）", *TABLE, WHOLE),
    ]


def test_reads_a_table_without_rules() -> None:
    sheet = Sheet().lines(760, PARAGRAPH)
    put_rows(sheet, 645, [("产品名称", "产量（万吨）", "增长（%）"), *ROWS])
    sheet.lines(540, PARAGRAPH)
    assert read(sheet) == [WHOLE, "产品名称\t产量（万吨）\t增长（%）", *TABLE, WHOLE]


def test_reads_merged_cells_and_cells_of_several_lines() -> None:
    sheet = Sheet().text(LEFT, 720, "表4")
    for y in (700, 660, 620, 600):
        sheet.rule(LEFT, y, LEFT + 400, y)
    sheet.rule(LEFT + 160, 680, LEFT + 400, 680)
    for x in (0, 160, 400):
        sheet.rule(LEFT + x, 600, LEFT + x, 700)
    sheet.rule(LEFT + 280, 600, LEFT + 280, 680)
    sheet.text(LEFT + 60, 677, "指标").text(LEFT + 250, 687, "产量（万吨）")
    sheet.text(LEFT + 200, 667, "2022年").text(LEFT + 320, 667, "2023年")
    sheet.text(LEFT + 5, 647, "农村居民人均可支配").text(LEFT + 5, 629, "收入")
    sheet.text(LEFT + 200, 638, "1.0").text(LEFT + 320, 638, "2.0")
    sheet.text(LEFT + 5, 607, "油料").text(LEFT + 200, 607, "3.0").text(LEFT + 320, 607, "4.0")
    assert read(sheet) == [
        *("表4", "指标\t产量（万吨）\t产量（万吨）", "指标\t2022年\t2023年"),
        *("农村居民人均可支配收入\t1.0\t2.0", "油料\t3.0\t4.0"),
    ]


def test_joins_a_label_of_two_lines_where_no_rule_parts_the_rows() -> None:
    sheet = Sheet().rule(LEFT, 700, LEFT + 300, 700).rule(LEFT, 630, LEFT + 300, 630)
    sheet.rule(LEFT + 90, 630, LEFT + 90, 700)
    sheet.text(LEFT, 685, "外商投资企业及港").text(LEFT, 672, "澳台商").text(
        LEFT + 150, 685, "0.5"
    )
    sheet.text(LEFT, 659, "其他：").text(LEFT, 646, "公有制").text(LEFT + 150, 646, "3.2")
    assert read(sheet) == ["外商投资企业及港澳台商\t0.5", "其他：\t", "公有制\t3.2"]


ENCRYPTED = pdf([Sheet().text(LEFT, 700, "公报")]).replace(
    b"trailer <<",
    b"trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32
    + b"> /U <" + b"42" * 32 + b"> >> /ID [<41> <41>]",
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.4 garbage", "file_damaged"),
        (b"%PDF", "file_damaged"),
        (pdf([Sheet().rule(10, 10, 90, 10)]), "file_without_text_layer"),
        (ENCRYPTED, "file_has_password"),
        (b"no document", "file_damaged"),
    ],
    ids=["garbage", "cut", "no text", "locked", "text"],
)
def test_says_what_it_cannot_read(data: bytes, message: str) -> None:
    with pytest.raises(DataError) as raised:
        decode(data, ".pdf")
    assert raised.value.message.id == message


def test_a_document_is_known_by_its_contents() -> None:
    assert decode(pdf([Sheet().text(LEFT, 700, "公报")]), ".txt").format == "pdf"


def test_a_page_full_of_text_and_rules_ends() -> None:
    sheet = Sheet()
    for at in range(400):
        sheet.text(LEFT, 10 + at * 2, "1 2 3 4 5 6 7 8 " * 10, SIZE / 6)
        sheet.rule(at, 0, at, 800)
        sheet.rule(0, at * 2, 500, at * 2)
    begun = time.process_time()
    read(sheet, sheet)
    assert time.process_time() - begun < 20

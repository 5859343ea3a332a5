"""Numbers that broke on their way: read rightly, or doubtful, or told of as left out."""

import pytest

from desktop_app.domain.bulletin import Certainty
from tests.unit.pipeline.made_texts import read


def told(text: str) -> list[tuple[str, str, str, str, bool]]:
    return [
        (one.indicator, one.value, one.unit, one.change, one.doubtful)
        for one in read(text).figures
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("粮食产量12.&nbsp;6万吨。", "12.6", "万吨"),
        ("粮食产量 12. 6万吨。", "12.6", "万吨"),
        ("粮食产量 12.&nbsp;6萬噸。", "12.6", "万吨"),
        ("粮食产量12&shy;605吨。", "12605", "吨"),
        ("粮食产量12&#8203;605吨。", "12605", "吨"),
        ("粮食产量1 234.5万吨。", "1234.5", "万吨"),
        ("粮食产量12605<sup>2</sup>吨。", "12605", "吨"),
        ("粮食产量12605<sup>[2]</sup>吨。", "12605", "吨"),
        ("粮食产量12605²吨。", "12605", "吨"),
        ("粮食产量12605①吨。", "12605", "吨"),
        ("粮食产量12﹒6万吨。", "12.6", "万吨"),
        ("粮食产量𝟏𝟐.𝟔万吨。", "12.6", "万吨"),
        ("粮食产量١٢.٦万吨。", "12.6", "万吨"),
        ("粮食产量12\u202a.6\u202c万吨。", "12.6", "万吨"),
        ("粮食产量12.6〔2〕万吨。", "12.6", "万吨"),
        ("粮食产量12.6（2）万吨。", "12.6", "万吨"),
        ('粮食产量12.6<a href="#n2">2</a>万吨。', "12.6", "万吨"),
        ('粮食产量12.6<sup><a href="#n2">2</a></sup>万吨。', "12.6", "万吨"),
        ('粮食产量12.6<span style="vertical-align:super">2</span>万吨。', "12.6", "万吨"),
        ("粮食产量12.6<small>2</small>万吨。", "12.6", "万吨"),
        ("2.公共财政预算收入12.6亿元。", "12.6", "亿元"),
        ("2.1.1公路客运量1256万人次。", "1256", "万人次"),
        ("① 12家企业上市。", "12", "家"),
        ("■12家企业上市。", "12", "家"),
        ("第一产业增加值①1206.35亿元。", "1206.35", "亿元"),
        ("总和生育率1.26，平均家庭户规模2.86人。", "2.86", "人"),
        ("全县总面积1 256.8km²。", "1256.8", "平方公里"),
        ("肥料价格3500元/t。", "3500", "元"),
        ("工业总产值12亿3千万元。", "12.3", "亿元"),
        ("工业总产值12亿3500万元。", "12.35", "亿元"),
        ("工业总产值十二亿三千万元。", "1230000000", "元"),
        ("贷款三万亿元。", "3", "万亿元"),
        ("常住人口102万3456人。", "102.3456", "万人"),
        ("常住人口3千5百人。", "3500", "人"),
    ],
)
def test_numbers_that_only_look_broken_are_sure(text: str, value: str, unit: str) -> None:
    ((_, read_value, read_unit, _, doubtful),) = told(text)
    assert (read_value, read_unit, doubtful) == (value, unit, False)


@pytest.mark.parametrize("dash", ["--", "—", "～", "－－", "——", "–", "~"])
def test_ranges_with_any_dash(dash: str) -> None:
    (figure,) = read(f"全年利税1.1{dash}1.3亿元。").figures
    assert (figure.value, figure.value_high, figure.unit) == ("1.1", "1.3", "亿元")
    assert not figure.doubtful


@pytest.mark.parametrize(
    ("text", "value", "unit", "change", "rule"),
    [
        ("增加值1O.4亿元，增长l8.3%。", "10.4", "亿元", "18.3", "misread_digit"),
        ("增加值I0.4億元，增長15.l%。", "10.4", "亿元", "15.1", "misread_digit"),
        ("增加值１Ｏ.4亿元，增长1%。", "10.4", "亿元", "1", "misread_digit"),
        ("增加值10.4亿元，增长4,2%。", "10.4", "亿元", "4.2", "number_mark"),
        ("增加值10·4亿元，增长4%。", "10.4", "亿元", "4", "number_mark"),
        ("增加值10..4亿元，增长4%。", "10.4", "亿元", "4", "number_mark"),
        ("增加值1 0.4亿元，增长4%。", "10.4", "亿元", "4", "number_gap"),
        ("增加值12&amp;nbsp;60582万元，增长4%。", "1260582", "万元", "4", "number_gap"),
        ("增加值12<br>60582万元，增长4%。", "1260582", "万元", "4", "number_gap"),
        ("增加值12\n.6亿元，增长4%。", "12.6", "亿元", "4", "number_gap"),
        ("增加值12\t60582万元，增长4%。", "1260582", "万元", "4", "number_gap"),
        ("增加值10点4亿元，增长4%。", "10.4", "亿元", "4", "number_mark"),
        ("增加值10.4亿元，增长4.2o/o。", "10.4", "亿元", "4.2", "number_mark"),
        ("增加值10.4亿元，增长4.20/0。", "10.4", "亿元", "4.2", "number_mark"),
    ],
)
def test_numbers_that_are_mended_are_doubtful(
    text: str, value: str, unit: str, change: str, rule: str
) -> None:
    bulletin = read(f"全年第二产业{text}")
    (figure,) = bulletin.figures
    assert figure.indicator == "第二产业增加值"
    assert (figure.value, figure.unit, figure.change) == (value, unit, change)
    assert figure.doubtful
    assert {r.certainty for r in bulletin.repairs if r.rule == rule} == {Certainty.LIKELY}


def test_the_mark_is_on_the_letter() -> None:
    bulletin = read("第二产业增加值1O.4亿元。")
    (repair,) = bulletin.repairs
    assert (repair.damaged, repair.repaired, repair.start) == ("O", "0", 8)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("粮食产量2\ufffd.6万吨，下降3%。", "2\ufffd.6万吨"),
        ("粮食产量4?.6万吨，下降3%。", "4?.6万吨"),
        ("粮食产量4□.6万吨，下降3%。", "4□.6万吨"),
        ("粮食产量4*.6万吨，下降3%。", "4*.6万吨"),
        ("粮食产量1Z.6万吨，下降3%。", "1Z.6万吨"),
        ("粮食产量XX万吨，下降3%。", "XX万吨"),
        ("粮食产量12.6.3万吨，下降3%。", "12.6.3万吨"),
        ("粮食产量1.2.万吨，下降3%。", "1.2.万吨"),
        ("粮食产值12.6亿亿元，下降3%。", "12.6亿亿元"),
        ("粮食产量12.6万吨，下降%。", "下降%"),
        ("粮食产量Z5.6万吨，下降3%。", "Z5.6万吨"),
        ("粮食产量一二.六万吨，下降3%。", "一二.六万吨"),
    ],
)
def test_numbers_that_nobody_can_read_are_told_of(text: str, unread: str) -> None:
    bulletin = read(f"一、农业\n全年{text}")
    assert bulletin.receipt.unread == ((2, unread),)
    sound = [figure for figure in bulletin.figures if not figure.doubtful]
    assert {figure.value for figure in sound} <= {"12.6"}


@pytest.mark.parametrize(
    "text",
    [
        "生猪存栏5、2万头。",
        "工业总产值12亿元3千万元。",
        "工业总产值12亿3千元。",
        "工业总产值12.6元亿。",
        "苹果产量1,2345万吨。",
        "苹果产量1’234.5万吨。",
        "地区生产总值12.6亿元，比上年—4.2%。",
        "地区生产总值12.6，增长4.2%。",
        "粮食产量三2.6万吨。",
        "粮食产量1\x072.6万吨。",
        "粮食产量1\ue0002.6万吨。",
        "粮食产量1—6.7万吨。",
        "增速高16.4个。",
        "公路密度143.47公里/百平方?公里。",
        "列全省前10，12万职工受益。",
        "新增12万3口之家。",
    ],
)
def test_what_may_be_read_otherwise_is_doubtful(text: str) -> None:
    assert [row for row in told(text) if not row[-1]] == []


@pytest.mark.parametrize("minus", ["-", "−", "–", "―", "－", "﹣"])
def test_minus_signs_of_every_kind(minus: str) -> None:
    assert told(f"地区生产总值12.6亿元，同比{minus}4.2%。") == [
        ("地区生产总值", "12.6", "亿元", "-4.2", False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A4纸3.2万张，5A级景区4个，PM2.5浓度31微克/立方米，CO2排放2.6万吨。",
        "O2O交易额3.2亿元，I类水质比重3.2%，ISO9001认证12家，C919交付3架。",
        "O3日最大8小时浓度160微克/立方米，5G基站3个，WiFi6用户3.2万户，G20合作项目3个。",
        "2016—2020年总投资3.2亿元；500万元以上项目12个；2万吨级泊位3个。",
        "三次产业比为3.2∶45.6∶51.2，播种面积1,234.5公顷，利润12 345万元。",
        "居民消费价格指数102.3，8月上涨2.3%。2021，2022年增长3.2%。",
    ],
)
def test_names_lists_and_dates_are_left_alone(text: str) -> None:
    bulletin = read(text)
    assert bulletin.repairs == ()
    assert [figure for figure in bulletin.figures if figure.doubtful] == []


def test_a_sentence_with_a_tab_is_no_row() -> None:
    text = "一、综合\n全年实现\t地区生产总值12.6亿元，比上年增长4.2%。\n二、农业"
    assert told(text) == [("地区生产总值", "12.6", "亿元", "4.2", False)]


def test_cells_that_broke() -> None:
    bulletin = read(
        "主要指标\n"
        "指标\t绝对值（亿元）\t比上年增长（%）\n"
        "第一产业增加值\t1O.4\tl8.3\n"
        "第二产业增加值\t4?.6\t15,3\n"
        "第三产业增加值\t12。6\t(3.2)\n"
        "建筑业增加值\t3 2.6\t2.1\n"
        "工业增加值\t5.6\t－3.2"
    )
    assert [(one.value, one.unit, one.change, one.doubtful) for one in bulletin.figures] == [
        ("10.4", "亿元", "18.3", True),
        ("15.3", "%", "15.3", True),
        ("12.6", "亿元", "", True),
        ("2.1", "%", "2.1", False),
        ("5.6", "亿元", "-3.2", False),
    ]
    assert bulletin.receipt.unread == ((4, "4?.6"), (5, "(3.2)"), (6, "3 2.6"))


@pytest.mark.parametrize(
    ("cell", "value", "doubtful"),
    [
        ("15. 2", "15.2", False),
        ("15 .2", "15.2", False),
        ("15.2†", "15.2", False),
        ("15.2〔2〕", "15.2", False),
        ("15\t.2", "15.2", True),
        ("15\n.2", "15.2", True),
        ("15.\n2", "15.2", True),
        ("1\n05.2", "105.2", True),
        ("15:2", "15:2", True),
    ],
)
def test_a_cell_is_read_as_what_it_held(cell: str, value: str, doubtful: bool) -> None:
    head = "主要指标\n指标\t绝对值（亿元）\t比上年增长（%）\n农业增加值\t3.1\t2.0\n"
    figure = read(f"{head}工业增加值\t{cell}\t6.1").figures[1]
    assert (figure.indicator, figure.value) == ("工业增加值", value)
    assert (figure.change, figure.doubtful) == ("6.1", doubtful)


@pytest.mark.parametrize("cell", ["1X.2", "15、2", "15点2", "1口.2", "15.2(2)", "▼5.2", "-?.2"])
def test_a_cell_that_cannot_be_read_is_told_of(cell: str) -> None:
    head = "主要指标\n指标\t绝对值（亿元）\t比上年增长（%）\n农业增加值\t3.1\t2.0\n"
    bulletin = read(f"{head}工业增加值\t{cell}\t6.1\n林业增加值\t0.3\t1.0")
    assert bulletin.receipt.unread == ((4, cell),)
    assert [one.value for one in bulletin.figures] == ["3.1", "6.1", "0.3"]


def test_heads_and_words_of_a_table_are_no_lost_numbers() -> None:
    text = "主要指标\n指标\t2022年\t1-9月\t2016-2020\n产值\t3.1\t—\t持平\n位次\t第3位\t2.0\t…"
    assert read(text).receipt.unread == ()


def test_two_numbers_that_meet_at_a_line_end_are_doubtful() -> None:
    text = "全年农业增加值12.6亿元，林业增加值3.2亿元，工业增加值8\n1.2亿元，增长4.5%。"
    (row,) = [row for row in told(text) if row[0] == "工业增加值"]
    assert row == ("工业增加值", "81.2", "亿元", "4.5", True)


def test_a_power_of_ten_is_no_note() -> None:
    assert [row for row in told("进口煤炭10<sup>4</sup>吨。") if not row[-1]] == []


def test_square_kilometres_are_no_kilometres() -> None:
    assert told("土地面积12.6km²。") == [("土地面积", "12.6", "平方公里", "", False)]


def test_a_list_with_commas_is_no_broken_number() -> None:
    assert read("三次产业分别拉动增长1，2，3个百分点。").repairs == ()


def test_bounds_and_strengths_are_not_told_of_as_left_out() -> None:
    text = "收入突破4000元大关，2000万元及以上的企业用75%酒精，通航1000吨级船舶。"
    assert read(text).receipt.unread == ()

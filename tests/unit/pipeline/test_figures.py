"""Figures of sentences: values, growth, periods, bases; and those of the bundled bulletin."""

import pytest

from desktop_app.domain.bulletin import Certainty, Figure, Kind, ReadingText, Repair
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline
from desktop_app.pipeline.repair import repair
from desktop_app.system import paths


def figures(*lines: str, year: int | None = 2022) -> tuple[Figure, ...]:
    text = "\n".join(lines)
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), year)


def one(sentence: str) -> Figure:
    (figure,) = figures(sentence)
    return figure


@pytest.mark.parametrize(
    ("sentence", "change", "change_unit", "compared_with"),
    [
        ("全年进出口总值240.0亿元，比上年增长14.7%。", "14.7", "%", "上年"),
        ("全年进出口总值240.0亿元，同比下降14.7%。", "-14.7", "%", "上年同期"),
        ("全年进出口总值240.0亿元，较上年减少14.7%。", "-14.7", "%", "上年"),
        ("全年进出口总值240.0亿元，比上年增长-2.3%。", "-2.3", "%", "上年"),
        ("全年进出口总值240.0亿元，比上年增长负2.3%。", "-2.3", "%", "上年"),
        ("全年进出口总值240.0亿元，增速为3.5%。", "3.5", "%", ""),
        ("全年进出口总值240.0亿元，降幅达3.5%。", "-3.5", "%", ""),
        ("全年进出口总值同比增长5%，达到240.0亿元。", "5", "%", "上年同期"),
        ("年末存款余额240.0亿元，环比增长0.2%。", "0.2", "%", "上月"),
        ("城镇化率67.42%，比上年末提高0.94个百分点。", "0.94", "百分点", "上年末"),
        ("失业率3.2%，比上年下降0.3个百分点。", "-0.3", "百分点", "上年"),
        ("出生率7.2‰，比上年下降0.5个千分点。", "-0.5", "千分点", "上年"),
        ("旅游收入30亿元，比上年增长1.5倍。", "1.5", "倍", "上年"),
        ("旅游收入30亿元，比上年翻一番。", "1", "倍", "上年"),
        ("旅游收入30亿元，比2010年翻两番。", "3", "倍", "2010年"),
        ("旅游收入30亿元，比2019年增长15%。", "15", "%", "2019年"),
        ("人均产值30元（折合4美元），比上年增长8.1%。", "8.1", "%", "上年"),
        ("油料总产1.68万吨，增5.2%。", "5.2", "%", ""),
        ("汇率为1美元兑6.9元人民币，比上年贬值4.1%。", "-4.1", "%", "上年"),
        ("常住人口135.2万人，与上年持平。", "0", "%", "上年"),
        ("全年进出口总值240.0亿元，占全省的3.1%。", "", "", ""),
    ],
)
def test_growth_belongs_to_its_level(
    sentence: str, change: str, change_unit: str, compared_with: str
) -> None:
    figure = figures(sentence)[0]
    assert (figure.change, figure.change_unit) == (change, change_unit)
    assert figure.compared_with == compared_with
    assert figure.kind is not Kind.CHANGE_RATE


@pytest.mark.parametrize(
    ("sentence", "indicator", "value", "change"),
    [
        ("规模以上工业增加值增长7.2%。", "规模以上工业增加值", "7.2", "7.2"),
        ("全年居民消费价格比上年同期下降0.2%。", "居民消费价格", "0.2", "-0.2"),
        (
            "固定资产投资（不含农户，下同）比上年下降7.5%。",
            "固定资产投资（不含农户）",
            "7.5",
            "-7.5",
        ),
        ("全年民间投资降幅为3.1%。", "民间投资", "3.1", "-3.1"),
        ("全年民间投资增速为-3.1%。", "民间投资", "3.1", "-3.1"),
        ("全年民间投资下降-3.1%。", "民间投资", "3.1", "3.1"),
        ("全年民间投资年均增长3.1%。", "民间投资", "3.1", "3.1"),
    ],
)
def test_growth_without_a_level_is_a_row(
    sentence: str, indicator: str, value: str, change: str
) -> None:
    figure = one(sentence)
    assert (figure.indicator, figure.value, figure.unit) == (indicator, value, "%")
    assert (figure.kind, figure.change, figure.change_unit) == (Kind.CHANGE_RATE, change, "%")


@pytest.mark.parametrize(
    ("sentence", "indicator", "change", "printed"),
    [
        ("全年出口总额比上年翻一番。", "出口总额", "1", "翻一番"),
        ("专利申请量翻了两番。", "专利申请量", "3", "翻了两番"),
        ("入境旅游收入翻番。", "入境旅游收入", "1", "翻番"),
    ],
)
def test_what_doubles_without_a_level_is_a_row(
    sentence: str, indicator: str, change: str, printed: str
) -> None:
    figure = one(sentence)
    assert (figure.indicator, figure.change, figure.change_unit) == (indicator, change, "倍")
    assert (figure.kind, figure.value, figure.printed) == (Kind.CHANGE_RATE, change, printed)
    assert sentence[figure.start : figure.end] == printed


@pytest.mark.parametrize(
    "sentence",
    [
        "努力实现地区生产总值翻番。",
        "出口总额翻一番的目标如期实现。",
        "经济总量五年翻一番。",
        "全年粮食产量与上年持平。",
    ],
)
def test_a_hope_and_what_has_no_number_are_no_figures(sentence: str) -> None:
    assert figures(sentence) == ()


@pytest.mark.parametrize(
    "line",
    [
        "县统计局 发布时间：2013-04-05 10:22 点击：4747次",
        "浏览次数： 123 字体：大 中 小",
        "【字体：大 中 小】 阅读 321",
        "来源：县统计局 人气：88",
    ],
)
def test_how_often_a_page_was_opened_is_no_figure(line: str) -> None:
    assert figures(line) == ()


def test_visits_of_a_site_are_counted() -> None:
    figure = one("全年政府网站浏览次数：4747万次。")
    assert (figure.value, figure.unit) == ("4747", "万次")


@pytest.mark.parametrize(
    ("clause", "name", "compared_with"),
    [
        ("比上年少增9亿元", "新增贷款比上年少增额", "上年"),
        ("同比多增9亿元", "新增贷款同比多增额", "上年同期"),
    ],
)
def test_an_increment_may_itself_have_grown(clause: str, name: str, compared_with: str) -> None:
    _, increment = figures(f"全年新增贷款90亿元，{clause}。")
    assert (increment.indicator, increment.value) == (name, "9")
    assert increment.compared_with == compared_with


def test_an_increment_is_a_row_beside_its_level() -> None:
    level, increment = figures("年末存款余额900亿元，比年初增加30亿元，增长3.4%。")
    assert (level.value, level.change, level.change_unit) == ("900", "3.4", "%")
    assert (increment.indicator, increment.value) == ("存款余额比年初增加额", "30")
    assert (increment.change, increment.compared_with) == ("", "年初")


@pytest.mark.parametrize(
    "sentence",
    ["增速高于全国0.5个百分点", "增速比全省高0.5个百分点", "增速快于全市平均水平0.5百分点"],
)
def test_a_gap_to_another_place_is_no_growth(sentence: str) -> None:
    level, gap = figures(f"全年出口5亿元，增长2%，{sentence}。")
    assert (level.change, gap.value, gap.change, gap.unit) == ("2", "0.5", "", "个百分点")


def test_lists_with_respectively_are_dealt_out() -> None:
    found = figures("第一、二、三产业增加值分别为10亿元、20亿元和30亿元，分别增长1%、2%和3%。")
    assert [(f.indicator, f.value, f.change) for f in found] == [
        ("第一产业增加值", "10", "1"),
        ("第二产业增加值", "20", "2"),
        ("第三产业增加值", "30", "3"),
    ]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("粮食产量5万吨。", "2022年"),
        ("1—6月，粮食产量5万吨。", "2022年1-6月"),
        ("6月发放低保金5万元。", "2022年6月"),
        ("2021年粮食产量5万吨。", "2021年"),
        ("年末常住人口5万人。", "2022年末"),
        ("截至目前，累计发现问题5个。", "截至目前"),
        ("上半年接到诉求5件。", "2022年上半年"),
        ("每天清运垃圾5吨。", "每天"),
        ("农业产值（2010年不变价）5亿元。", "2022年"),
        ("粮食产量比2019年增长5%。", "2022年"),
        ("社零总额降幅比上半年收窄9.6个百分点。", "2022年"),
    ],
)
def test_a_figure_is_of_the_time_its_sentence_names(sentence: str, period: str) -> None:
    assert one(sentence).period == period


def test_the_end_of_the_year_covers_stocks_not_flows() -> None:
    stock, flow = figures("年末生猪存栏13万头；生猪出栏18万头。")
    assert (stock.period, flow.period) == ("2022年末", "2022年")


def test_stocks_without_a_date_are_of_the_end_of_the_year() -> None:
    assert one("居民储蓄存款余额6亿元。").period == "2022年末"
    assert one("9月末存款余额6亿元。").period == "2022年9月末"


def test_what_is_daily_is_so_in_its_clause_only() -> None:
    found = figures("每天清运垃圾5吨，累计栽植乔木20株。")
    assert [figure.period for figure in found] == ["每天", "2022年"]


@pytest.mark.parametrize(
    ("sentence", "basis", "source"),
    [
        ("农产品收入5亿元，按可比价格计算，增长3%。", "可比价格", "句中"),
        ("农产品收入5亿元，按不变价格计算，增长3%。", "可比价格", "句中"),
        ("预算收入5亿元，同口径增长3%。", "可比口径", "句中"),
        ("工业产值5亿元，可比增长3%。", "可比价格", "句中"),
        ("税收5亿元，扣除退税因素后增长3%。", "可比口径", "句中"),
        ("全年地区生产总值5亿元，增长3%。", "可比价格", "指标惯例"),
        ("全年进出口总值5亿元，增长3%。", "未说明", ""),
    ],
)
def test_the_basis_of_growth_is_named_with_where_it_was_found(
    sentence: str, basis: str, source: str
) -> None:
    figure = one(sentence)
    assert (figure.basis, figure.basis_source) == (basis, source)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("粮食产量5万吨。", Kind.LEVEL),
        ("医院5家。", Kind.COUNT),
        ("发放低保金5万元。", Kind.AMOUNT),
        ("森林覆盖率45%。", Kind.SHARE),
        ("三次产业结构为9:40:51。", Kind.RATIO),
        ("城乡居民收入比为2.05。", Kind.RATIO),
        ("全员劳动生产率5元/人。", Kind.LEVEL),
        ("居民消费价格指数为102.3。", Kind.INDEX),
        ("地区生产总值居全市第2位。", Kind.RANK),
        ("优质果率均达到70-80%。", Kind.RANGE),
    ],
)
def test_the_kind_follows_unit_and_name(sentence: str, kind: Kind) -> None:
    assert one(sentence).kind is kind


def test_status_and_scope_are_kept() -> None:
    figure = one("初步核算，养老保险参保人数（含离退休人员）5万人。")
    assert (figure.status, figure.scope) == ("初步核算", "含离退休人员")


def test_three_hundreds_are_one_for_each_rate() -> None:
    found = figures("实现入户排查率、隐患整改率“两个百分百”。")
    assert [(f.indicator, f.value, f.unit) for f in found] == [
        ("入户排查率", "100", "%"),
        ("隐患整改率", "100", "%"),
    ]


def test_base_values_can_be_compared() -> None:
    figure = one("粮食种植面积3.0万亩。")
    assert (figure.value, figure.base_value, figure.base_unit) == ("3.0", "20000000", "平方米")


@pytest.mark.parametrize(
    ("certainty", "doubtful"), [(Certainty.UNKNOWN, True), (Certainty.CERTAIN, False)]
)
def test_a_number_at_unproven_damage_is_doubtful(certainty: Certainty, doubtful: bool) -> None:
    text = "总?丝谌?34.9万人。"
    reading = ReadingText(text, text, text, ())
    damage = Repair(1, text.index("34"), "?丝谌?", "人口", certainty, "misdecode")
    (figure,) = extract(reading, read_outline(reading), (damage,), 2022)
    assert figure.doubtful is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("全年电信业㐀务总量70.79亿元，移动电话用户811.9万户。", [True, False]),
        ("有县级㐀企业118家，其中国家级25家，省级13家。", [True, True, True]),
        ("有县级企业118家，其中国家级25家。㐀化工作，新增小学3所。", [False, False, False]),
        ("装备制造业增加值增㐀长2.7%。其中，医药制造业增长41.7%。", [True, True]),
        ("粮食产量㐀吨。其中，小麦3吨。蔬菜5吨。", [True, False]),
        ("全年增㐀;A设施投资8亿元，增长3%。", [True]),
        ("全年增㐀，设施投资8亿元，增长3%。", [False]),
        ("新增㐀目，全县小学3所。", [False]),
        ("高中㐀校数\t3\t所", [True]),
    ],
)
def test_a_figure_named_at_what_cannot_be_read_is_doubtful(
    text: str, doubtful: list[bool]
) -> None:
    reading = ReadingText(text, text, text, ())
    damage = [
        Repair(at, at + 1, "㐀", "㐀", Certainty.UNKNOWN, "stray_mark")
        for at, char in enumerate(text)
        if char == "㐀"
    ]
    found = extract(reading, read_outline(reading), damage, 2022)
    assert [(f.indicator, f.doubtful) for f in found] == [
        (f.indicator, one) for f, one in zip(found, doubtful, strict=True)
    ]


def test_places_lie_in_the_source_and_in_the_reading_text() -> None:
    source = "社區(qū)綠地面積3.5萬平方米。"
    reading, repairs = repair(source)
    (figure,) = extract(reading, read_outline(reading), repairs, 2022)
    assert source[figure.start : figure.end] == figure.printed == "3.5萬平方米"
    assert reading.hans[figure.read_start : figure.read_end] == "3.5万平方米"
    assert figure.unit == "万平方米"


@pytest.fixture(scope="module")
def bulletin() -> tuple[Figure, ...]:
    source = paths.data() / "bulletins" / "tiedong-2022" / "source.txt"
    text, repairs = repair(source.read_text(encoding="utf-8"))
    return extract(text, read_outline(text), repairs, 2022)


@pytest.mark.parametrize(
    ("indicator", "value", "unit", "change"),
    [
        ("地区生产总值", "285.9", "亿元", "0.6"),
        ("规模以上工业增加值", "14.2", "%", "-14.2"),
        ("全社会固定资产投资", "34.5", "亿元", "3.4"),
        ("社会消费品零售总额", "128.4", "亿元", "0.7"),
        ("地方财政一般预算收入", "7.8", "亿元", "-28.1"),
        ("税收收入", "6.4", "亿元", "-32.7"),
        ("商品房销售面积", "31", "万平方米", "-29"),
        ("商品房销售额", "20.57", "亿元", "-20.6"),
        ("城镇居民人均可支配收入", "53911", "元", "2.1"),
        ("实名制就业人数", "10597", "人", ""),
        ("新增市场主体户数", "5329", "户", "4.12"),
        ("城乡低保户数", "3458", "户", ""),
        ("城乡低保人数", "4392", "人", ""),
        ("长寿命软管安装率", "41.43", "%", ""),
        ("口袋公园竣工数", "20", "个", ""),
        ("审批事项网上可办率", "100", "%", ""),
    ],
)
def test_the_bundled_bulletin_yields_its_figures(
    bulletin: tuple[Figure, ...], indicator: str, value: str, unit: str, change: str
) -> None:
    found = [f for f in bulletin if f.indicator == indicator and f.value == value]
    assert [(f.unit, f.change) for f in found] == [(unit, change)]


def test_every_figure_of_the_bundled_bulletin_has_name_and_place(
    bulletin: tuple[Figure, ...],
) -> None:
    assert len(bulletin) > 250
    assert all(figure.indicator and figure.printed and figure.period for figure in bulletin)
    starts = [figure.start for figure in bulletin]
    assert starts == sorted(starts)
    assert len({figure.id for figure in bulletin}) == len(bulletin)


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("全年工业增加值12.6亿元，比上年增长8.4%。", ["8.4%"]),
        ("城镇居民收入3856元，农村居民收入1723元，分别比上年增长6.2%和4.8%。", ["6.2%", "4.8%"]),
        ("全年粮食产量增长3.1%，达到126.9万吨。", ["3.1%"]),
        ("全年工业增加值下降2.5%。", [""]),
        ("肉类总产量1.35万吨，与上年持平。", [""]),
    ],
)
def test_a_change_says_where_it_is_printed(sentence: str, printed: list[str]) -> None:
    assert [sentence[f.change_start : f.change_end] for f in figures(sentence)] == printed


def test_a_megabyte_of_digits_is_no_figure() -> None:
    # With a repetition without end among the masks this would take hours.
    assert figures("1234567890" * 100_000) == ()


def test_a_number_longer_than_any_statistic_is_no_figure() -> None:
    assert figures(f"全年产值{'12' * 2500}亿元，增长{'34' * 2500}%。") == ()

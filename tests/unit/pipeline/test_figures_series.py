"""What the members of a series share, whose a name is, and gaps to several places."""

import pytest

from desktop_app.domain.bulletin import Figure, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def figures(text: str) -> tuple[Figure, ...]:
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), 2022)


def named(text: str) -> list[tuple[str, str]]:
    return [(figure.indicator, figure.value) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # 投资 is said of the first industry, people of the first one.
        (
            "固定资产投资增长6%。分产业看，一产投资下降21%，二产增长9%，三产增长4%。",
            ["固定资产投资", "第一产业投资", "第二产业投资", "第三产业投资"],
        ),
        (
            "第一产业从业人员20万人，二产15万人。",
            ["第一产业从业人员数", "第二产业从业人员数"],
        ),
        (
            "地区生产总值增长6%，其中一产增长3%，二产增长7%。",
            ["地区生产总值", "第一产业增加值", "第二产业增加值"],
        ),
        # A profit is of no industry that follows.
        ("规模以上工业利润增长5%，二产增长4%。", ["规模以上工业利润", "第二产业增加值"]),
    ],
)
def test_a_series_of_industries_measures_one_thing(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("贷款余额79亿元，余额存贷比49.94%。保费收入38亿元。", "保费收入"),
        ("财产险保费收入13亿元，赔付额5亿元。", "财产险赔付额"),
        ("城乡居民储蓄存款29亿元，增长18%；贷款余额11亿元。", "贷款余额"),
        (
            "金融机构人民币各项存款余额312亿元，贷款余额208亿元。",
            "金融机构人民币各项贷款余额",
        ),
        ("茶园面积12万亩，其中采摘面积8万亩。", "茶园采摘面积"),
        ("核桃挂果面积9万亩，产量0.4万吨。", "核桃产量"),
    ],
)
def test_a_name_takes_the_subject_that_can_have_it(text: str, name: str) -> None:
    assert figures(text)[-1].indicator == name


def test_a_loss_goes_by_one_name() -> None:
    assert named("工业企业亏损3亿元，上年亏损2亿元。") == [
        ("工业企业亏损额", "3"),
        ("工业企业亏损额", "2"),
    ]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        (
            "生产总值增长6%，增速比全国、全省分别高2.6和1.6个百分点。",
            [("增速比全国高", "2.6", "全国"), ("增速比全省高", "1.6", "全省")],
        ),
        (
            "生产总值增长6%，分别高于全国、全省平均水平0.5个和0.3个百分点。",
            [
                ("增速高于全国平均水平", "0.5", "全国平均水平"),
                ("增速高于全省平均水平", "0.3", "全省平均水平"),
            ],
        ),
        (
            "生产总值增长6%，高于全国、全省0.5、0.3个百分点。",
            [("增速高于全国", "0.5", "全国"), ("增速高于全省", "0.3", "全省")],
        ),
        (
            "生产总值增长6%，高出全市2个百分点、全省1个百分点。",
            [("增速高出全市", "2", "全市"), ("增速高出全省", "1", "全省")],
        ),
        ("生产总值增长6%，较全省高1.6个百分点。", [("增速较全省高", "1.6", "全省")]),
    ],
)
def test_each_place_has_a_gap_of_its_own(text: str, gaps: list[tuple[str, str, str]]) -> None:
    found = [(f.indicator, f.value, f.compared_with) for f in figures(text)[1:]]
    assert found == [(f"地区生产总值{name}", value, other) for name, value, other in gaps]


@pytest.mark.parametrize(
    "text",
    [
        "一产增加值8亿元、二产增加值31亿元、三产增加值26亿元，占比分别为13%、47%、40%。",
        "一产增加值8亿元、二产增加值31亿元、三产增加值26亿元，占比为13%、47%、40%。",
        "一产、二产、三产增加值占比分别为13%、47%、40%。",
        "第一、二、三产业增加值占比分别为13、47、40%。",
    ],
)
def test_shares_are_dealt_out_to_the_industries(text: str) -> None:
    assert named(text)[-3:] == [
        ("第一产业增加值占比", "13"),
        ("第二产业增加值占比", "47"),
        ("第三产业增加值占比", "40"),
    ]


def test_what_grew_by_more_than_so_much_is_named() -> None:
    grown = figures("接待游客30万人次，旅游收入214亿元，增长均在20%以上。")[-1]
    assert (grown.indicator, grown.change, grown.change_approx) == ("旅游收入", "20", "以上")


def test_a_part_of_the_year_that_is_compared_with_is_no_period() -> None:
    later = figures("工业增加值增长0.8%，比前三季度加快2.5个百分点；投资增长7.9%。")[-1]
    assert later.period == "2022年"


def test_what_is_over_is_of_its_own_time() -> None:
    level, over = figures("生产总值65亿元，扭转了上半年下降3.2%的局面，全年增长2.1%。")
    assert (level.value, level.change, level.period) == ("65", "2.1", "2022年")
    assert (over.indicator, over.change, over.period) == ("地区生产总值", "-3.2", "2022年上半年")
    assert not over.doubtful


def test_what_is_over_since_no_stated_time_is_doubtful() -> None:
    level, over = figures("生产总值65亿元，一举扭转了下降3.2%的局面，增长2.1%。")
    assert (level.change, over.change, over.doubtful) == ("2.1", "-3.2", True)


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("社会消费品零售总额稳步回升", "社会消费品零售总额"),
        ("规上工业增加值增速由负转正", "规模以上工业增加值"),
        ("居民消费价格总体平稳", "居民消费价格"),
        ("工业生产平稳增长，规模以上工业增加值由降转增", "规模以上工业增加值"),
    ],
)
@pytest.mark.parametrize("before", ["粮食产量50万吨，增长2%。", "粮食产量50万吨，"])
def test_a_growth_is_of_what_its_sentence_spoke_of(before: str, clause: str, name: str) -> None:
    grain, growth = figures(f"{before}{clause}，增长8%。")
    assert grain.change == ("2" if before.endswith("。") else "")
    assert (growth.indicator, growth.change, growth.doubtful) == (name, "8", False)


def test_a_level_is_of_what_its_sentence_spoke_of() -> None:
    (grain,) = figures("粮食产量实现七连增，达到50万吨，增长2%。")
    assert (grain.indicator, grain.change) == ("粮食产量", "2")


@pytest.mark.parametrize("clause", ["工业生产平稳增长", "受灾情影响"])
def test_a_growth_of_what_is_no_indicator_is_doubtful(clause: str) -> None:
    grain, growth = figures(f"粮食产量50万吨，增长2%。{clause}，下降8%。")
    assert (grain.doubtful, growth.doubtful) == (False, True)


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        (
            "工业增加值增长3%，增速较一季度、上半年分别回升2.1和1.2个百分点。",
            "工业增加值增速",
            "百分点",
        ),
        ("粮食产量比一季度、上半年分别增长2.1%和1.2%。", "粮食产量", "%"),
    ],
)
def test_each_growth_is_against_a_time_of_its_own(text: str, name: str, unit: str) -> None:
    found = [(f.indicator, f.change, f.change_unit, f.compared_with) for f in figures(text)][-2:]
    assert found == [(name, "2.1", unit, "一季度"), (name, "1.2", unit, "上半年")]
    assert {figure.period for figure in figures(text)} == {"2022年"}


def test_an_amount_may_be_against_several_years() -> None:
    assert named("税收收入较2019年和2020年分别增加2亿元和3亿元。") == [
        ("税收收入较2019年增加额", "2"),
        ("税收收入较2020年增加额", "3"),
    ]


def test_growth_at_several_times_has_its_subject() -> None:
    first, second = figures("工业增加值一季度、上半年分别增长3%和5%。")
    assert (first.indicator, first.period) == ("工业增加值", "2022年一季度")
    assert (second.indicator, second.period) == ("工业增加值", "2022年上半年")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "乡及乡以上工业总产值49亿元。轻工业28亿元；重工业21亿元。",
            ["乡及乡以上工业总产值", "轻工业总产值", "重工业总产值"],
        ),
        ("学龄儿童入学率98.1%，巩固率98.4%。", ["学龄儿童入学率", "学龄儿童巩固率"]),
        ("取得科技成果46项，其中获省级奖5项。", ["取得科技成果数", "获省级奖数"]),
        ("现金支出193亿元，净投放现金7亿元。", ["现金支出", "净投放现金"]),
        (
            "新开工亿元以上项目21个，计划总投资48亿元。",
            ["新开工亿元以上项目数", "新开工亿元以上项目计划总投资"],
        ),
    ],
)
def test_what_goes_on_keeps_what_is_its_own(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "doubtful"),
    [
        ("普通中学14所，其中高中2所，在校学生1.2万人。", "普通中学在校学生数", True),
        ("卫生机构40个，床位578张；其中医院31个，床位542张。", "医院床位数", False),
        ("普通中学14所，其中：高中2所，在校学生0.3万人。", "高中在校学生数", False),
    ],
)
def test_what_follows_a_part_may_be_the_whole_s(text: str, name: str, doubtful: bool) -> None:
    last = figures(text)[-1]
    assert (last.indicator, last.doubtful) == (name, doubtful)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "城镇新增就业5万人，失业人员再就业2万人，分别完成年计划的104%和105%。",
            [("城镇新增就业人数年计划完成率", "104"), ("失业人员再就业人数年计划完成率", "105")],
        ),
        (
            "个体工商户12万户，私营企业2万户，注册资本分别为120亿元和560亿元。",
            [("个体工商户注册资本", "120"), ("私营企业注册资本", "560")],
        ),
        (
            "存贷款余额分别达到320亿元和210亿元，分别比年初增加30亿元和25亿元。",
            [
                ("存款余额", "320"),
                ("贷款余额", "210"),
                ("存款余额比年初增加额", "30"),
                ("贷款余额比年初增加额", "25"),
            ],
        ),
        ("机动车保有量32万辆，其中汽车21万辆；新注册汽车2万辆。", [("新注册汽车数", "2")]),
        ("专利申请量2312件，授权量1562件。", [("专利申请量", "2312"), ("专利授权量", "1562")]),
        ("用电量612千瓦时，装机容量300千瓦。", [("用电量", "612"), ("装机容量", "300")]),
    ],
)
def test_what_a_list_deals_out_goes_to_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text)[-len(expected) :] == expected


def test_indicators_that_are_only_numbered_are_those_before() -> None:
    found = figures("发生事故56起，死亡23人，直接损失320万元，三项指标同比分别下降10%、8%和20%。")
    assert [figure.change for figure in found] == ["-10", "-8", "-20"]


def test_a_growth_by_once_is_read_in_words() -> None:
    assert figures("成交金额12亿元，同比增长一倍。")[0].change == "1"
    used = figures("用电量612千瓦时。")[0]
    assert used.unit == "千瓦时"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "煤炭、电力两大行业增加值分别增长5%和6%。",
            ["煤炭行业增加值", "电力行业增加值"],
        ),
        ("煤炭、化工行业增加值增长5%和6%。", ["煤炭行业增加值", "化工行业增加值"]),
        (
            "低保标准提高到每人每月680元，救助标准每人每年5400元。",
            ["每人每月低保标准", "每人每年救助标准"],
        ),
        (
            "城镇居民收入3万元，农村居民收入1万元，分别增长5%、7%，分别高于全省0.3和0.5个百分点。",
            [
                "城镇居民收入",
                "农村居民收入",
                "城镇居民收入增速高于全省",
                "农村居民收入增速高于全省",
            ],
        ),
        (
            "地方预算收入和支出分别为21亿元和86亿元。",
            ["地方预算收入", "地方预算支出"],
        ),
        (
            "猪、牛存栏分别为12万头、3万头，出栏分别为18万头、1万头。",
            ["猪存栏", "牛存栏", "猪出栏", "牛出栏"],
        ),
        (
            "在校生6.2万人，其中普通高中1.1万人，小学3.2万人。",
            ["在校生数", "普通高中在校生数", "小学在校生数"],
        ),
        ("城市居民消费价格上涨2%，农村上涨1%。", ["城市居民消费价格", "农村居民消费价格"]),
        (
            "从业人员平均工资4万元，其中国有单位5万元。",
            ["从业人员平均工资", "国有单位平均工资"],
        ),
        (
            "工业增加值32亿元，其中规模工业28亿元。",
            ["工业增加值", "规模以上工业增加值"],
        ),
        ("前11个月工业增加值增长5%。前三个季度进口增长2%。", ["工业增加值", "进口"]),
        ("肉类产量7万吨。其中，牛、羊肉分别增长5%和9%。", ["肉类产量", "牛肉产量", "羊肉产量"]),
        (
            "外商直接投资合同金额18亿美元，实际使用金额6亿美元。",
            ["外商直接投资合同金额", "外商直接投资实际使用金额"],
        ),
        ("货物运输量和周转量分别增长3%和5%。", ["货物运输量", "货物周转量"]),
        (
            "化学需氧量、氨氮排放总量分别下降12%和13%。",
            ["化学需氧量排放总量", "氨氮排放总量"],
        ),
        (
            "保费收入38亿元，其中财产险13亿元，人身险24亿元，各增长14%、27%。",
            ["保费收入", "财产险保费收入", "人身险保费收入"],
        ),
        (
            "接待游客1200万人次，其中，乡村旅游接待游客320万人次。",
            ["接待游客人次", "乡村旅游接待游客人次"],
        ),
    ],
)
def test_each_of_a_list_has_its_whole_name(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "乡村旅游接待游客320万人次，收入21亿元。",
        "教育支出增长5%、6%。",
        "实际到位外资1.8亿美元，其中制造业1.2亿美元。",
    ],
)
def test_what_may_be_of_anything_is_doubtful(text: str) -> None:
    assert figures(text)[-1].doubtful


@pytest.mark.parametrize(
    "text",
    [
        "生猪存栏12. 6万头。",
        "粮食产量15万吨，比上年增长4,2%。",
        "三大需求分别增长3%、4%和5%。",
        "农民收入1万元，居民收入2万元，两者之比为1:2.2。",
    ],
)
def test_what_no_statistician_would_write_is_doubtful(text: str) -> None:
    assert figures(text)[-1].doubtful


def test_points_that_are_dealt_out_go_to_the_rates_before() -> None:
    text = "收入占GDP的比重为9%，税收占收入的比重为76%，分别比上年提高0.3个和2.1个百分点。"
    assert [(f.value, f.change) for f in figures(text)] == [("9", "0.3"), ("76", "2.1")]
    text = "毛入园率90%，在校生5万人，巩固率95%，分别提高1个和2个百分点。"
    assert [f.change for f in figures(text)] == ["1", "", "2"]


@pytest.mark.parametrize("clause", ["经济总量再创新高", "消费市场保持活跃"])
def test_what_speaks_of_things_in_general_takes_no_growth(clause: str) -> None:
    (product,) = figures(f"生产总值60亿元，{clause}，增长6%。")
    assert (product.change, product.doubtful) == ("6", False)


def test_what_each_is_of_the_year_before_is_dealt_out() -> None:
    text = "接待游客21.4万人次，旅游收入0.83亿元，分别为上年的31.2%和27.5%。"
    assert named(text)[2:] == [
        ("接待游客人次相当于上年比例", "31.2"),
        ("旅游收入相当于上年比例", "27.5"),
    ]


@pytest.mark.parametrize(("change", "doubtful"), [("下降-4.1%", True), ("下降4.1%", False)])
def test_a_fall_by_a_negative_number_is_doubtful(change: str, doubtful: bool) -> None:
    assert [figure.doubtful for figure in figures(f"民间投资37.2亿元，{change}。")] == [doubtful]

"""Names that leave something out, in lists, in parts of a whole, after headings without a mark."""

import pytest

from desktop_app.domain.bulletin import ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def rows(*lines: str) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    reading = ReadingText(text, text, text, ())
    found = extract(reading, read_outline(reading), (), 2022)
    return [(figure.indicator, figure.value) for figure in found]


def names(*lines: str) -> list[str]:
    return [name for name, _ in rows(*lines)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # A list within a whole, counted, of industries, of what is released.
        (
            "在服务业中金融保险、批发和零售、交通和邮电及其他服务业分别增长1%、2%、3%和4%。",
            ["金融保险业", "批发和零售业", "交通和邮电业", "其他服务业"],
        ),
        (
            "青河、白石两县房屋销售价格分别下降2%、1%。",
            ["青河房屋销售价格", "白石房屋销售价格"],
        ),
        (
            "三次产业增加值占生产总值的比重分别为14%、51%和35%。",
            [f"第{number}产业增加值占生产总值比重" for number in "一二三"],
        ),
        (
            "二氧化硫、氨氮排放量分别削减1%和2%。",
            ["二氧化硫排放量", "氨氮排放量"],
        ),
        (
            "第一、二产业对经济增长的贡献率分别为5%和95%，分别拉动经济增长0.6和9.2个百分点。",
            [
                "第一产业对经济增长的贡献率",
                "第二产业对经济增长的贡献率",
                "第一产业拉动经济增长",
                "第二产业拉动经济增长",
            ],
        ),
        # Parts of a whole.
        ("总人口52万人，其中男27万人，女25万人。", ["总人口", "男性人口", "女性人口"]),
        (
            "失业保险参保人数14万人，其中参保农民工4万人。",
            ["失业保险参保人数", "失业保险参保农民工人数"],
        ),
        (
            "省级示范镇3个；湿地公园4个，其中国家级2个。",
            ["省级示范镇数", "湿地公园数", "国家级湿地公园数"],
        ),
        ("自然保护区13个，面积22万公顷。", ["自然保护区数", "自然保护区面积"]),
        (
            "医疗机构拥有床位476张，卫生技术人员53人。",
            ["医疗机构床位数", "医疗机构卫生技术人员数"],
        ),
        ("噪声昼间达标率90%，夜间达标率75%。", ["噪声昼间达标率", "噪声夜间达标率"]),
        ("森林覆盖率62%，城市绿地率43%。", ["森林覆盖率", "城市绿地率"]),
        ("发生交通事故6起，死亡7人。", ["交通事故起数", "交通事故死亡人数"]),
        # What people, schools, enterprises and beds are of.
        (
            "农村居民人均收入3万元；人均消费支出2万元。",
            ["农村居民人均收入", "农村居民人均消费支出"],
        ),
        (
            "高等学校3所，招收本科学生20人，毕业生18人。",
            ["高等学校数", "招收本科学生数", "高等学校毕业生数"],
        ),
        (
            "乡镇企业产值9亿元；实现利税2亿元，其中利润1亿元。",
            ["乡镇企业产值", "乡镇企业利税", "乡镇企业利润"],
        ),
        (
            "卫生机构床位76张，每千人口床位数11张；卫生技术人员98人。",
            ["卫生机构床位数", "每千人口床位数", "卫生机构卫生技术人员数"],
        ),
        (
            "合作医疗参合农民36万人，参合率86%。",
            ["合作医疗参合农民人数", "合作医疗参合率"],
        ),
        ("养老服务机构36家，床位42张。", ["养老服务机构数", "养老服务机构床位数"]),
        (
            "5万人享受城市低保，9万人享受农村低保。",
            ["享受城市低保的人数", "享受农村低保的人数"],
        ),
        (
            "户籍人口68万人。18岁以下10万人，18-35岁13万人。",
            ["户籍人口", "18岁以下人口", "18-35岁人口"],
        ),
        # Parts after a semicolon: 其中： goes on, 其中 does not.
        (
            "社会消费品零售总额9亿元，其中城镇5亿元；乡村4亿元。",
            ["社会消费品零售总额", "城镇消费品零售额", "乡村消费品零售额"],
        ),
        (
            "机构86个，其中公立3个；床位326张，其中医院186张。",
            ["机构数", "公立数", "机构床位数", "医院床位数"],
        ),
        ("公路总里程9公里，其中：国道8公里；省道1公里。", ["公路总里程", "国道里程", "省道里程"]),
        ("A级景区5个，其中4A级2个。", ["A级景区数", "4A级景区数"]),
        (
            "第一产业占生产总值的比重为18%，第二产业占51%。",
            ["第一产业占生产总值比重", "第二产业占生产总值比重"],
        ),
        ("【财政】全年财政收入5亿元，为预算的103%。", ["财政收入", "财政收入预算完成率"]),
        # Measures are shared within a sentence, not beyond it.
        (
            "货物周转量126亿吨公里。其中，铁路98亿吨公里。",
            ["货物周转量", "铁路货物周转量"],
        ),
        (
            "外商投资8亿美元。入境旅游2万人次，创汇680万美元。",
            ["外商投资", "入境旅游人次", "创汇"],
        ),
        ("出栏肉牛2万头、肉羊6万只。", ["肉牛出栏", "肉羊出栏"]),
        ("固定电话用户7万户，其中农村电话3万户。", ["固定电话用户数", "农村电话用户数"]),
        (
            "亿元以上项目42个，其中10亿元以上项目6个。",
            ["亿元以上项目数", "10亿元以上项目数"],
        ),
        (
            "房价上涨的城市个数为6个，下降的为1个。",
            ["房价上涨的城市个数", "房价下降的城市个数"],
        ),
        ("农业机械总动力2万千瓦，拖拉机30台。", ["农业机械总动力", "拖拉机数"]),
        ("26个行业增加值保持增长。", ["增加值保持增长的行业数"]),
        # What is said after the number.
        (
            "已建有甲山、乙湖两个自然保护区。",
            ["自然保护区数"],
        ),
        ("7座大中型水库蓄水总量5亿立方米。", ["大中型水库数", "大中型水库蓄水总量"]),
        ("帮助60名下岗职工实现了再就业。", ["再就业的下岗职工数"]),
        # Time inside a phrase, and headings that run into their sentence.
        ("人口年末常住人口95万人。", ["常住人口"]),
        ("畜牧全年出栏生猪16万头。", ["生猪出栏"]),
        ("青河镇全年用水量5吨。", ["青河镇用水量"]),
        ("邮政业全年完成邮政函件业务5万件。", ["邮政函件业务量"]),
        ("2017全年完成邮政业务总量5亿元。", ["邮政业务总量"]),
        # Prices and money are no part of a name.
        ("实现现价工业总产值5亿元。", ["工业总产值"]),
        ("年末1美元兑8.2元人民币。", ["人民币汇率"]),
        # Products, containers, taxes.
        ("原煤3210万吨，布12万米，自行车5万辆。", ["原煤产量", "布产量", "自行车产量"]),
        ("港口吞吐量8亿吨，集装箱5万标准箱。", ["港口吞吐量", "集装箱吞吐量"]),
        ("预算收入5亿元，其中资源税2亿元。", ["预算收入", "资源税"]),
        ("空气质量达到一级标准的有127天。", ["空气质量达到一级标准天数"]),
        ("恩格尔系数（即食品支出占消费支出的比重）为43%。", ["恩格尔系数"]),
        ("万元GDP能耗由上年的1.2吨标准煤下降到1.1吨标准煤。", ["单位地区生产总值能耗"] * 2),
    ],
)
def test_what_is_left_out_is_restored(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


def test_quarters_are_dealt_out() -> None:
    text = "产能利用率为74%，其中一、二季度分别为67%、78%。"
    reading = ReadingText(text, text, text, ())
    found = extract(reading, read_outline(reading), (), 2020)
    assert [(f.indicator, f.period) for f in found] == [
        ("产能利用率", "2020年"),
        ("产能利用率", "2020年一季度"),
        ("产能利用率", "2020年二季度"),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["据5‰人口变动抽样调查，成效显著。", "上午9点开馆。", "水质达到三类标准。"],
)
def test_samples_hours_and_grades_are_no_figures(sentence: str) -> None:
    assert rows(sentence) == []


def test_a_basis_in_parentheses_does_not_reach_beyond_its_number() -> None:
    text = "按每人每年5元（2015年不变价）的标准计算，贫困人口5万人；发生率3%，下降1个百分点。"
    reading = ReadingText(text, text, text, ())
    *_, rate = extract(reading, read_outline(reading), (), 2016)
    assert (rate.change, rate.basis) == ("-1", "未说明")

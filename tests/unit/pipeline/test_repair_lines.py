"""Line breaks inside sentences go, all others stay; lost heading numbers come back."""

import pytest

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair import repair


def read(source: str) -> str:
    return repair(source)[0].hans


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("甲市2023年国民经济\n和社会发展统计公报\n", "甲市2023年国民经济和社会发展统计公报\n"),
        ("甲县2023年国民经济和社会发展\n统计公报\n", "甲县2023年国民经济和社会发展统计公报\n"),
        ("全县人均可支配收入53911\n元，增长2.1%。", "全县人均可支配收入53911元，增长2.1%。"),
        ("全年完成投资34.\n5亿元，增长3%。", "全年完成投资34.5亿元，增长3%。"),
        ("1.按照要求，围绕各项工\n作部署，完成任务。", "1.按照要求，围绕各项工作部署，完成任务。"),
        ("3.成果显著。某设计研究\n院签署合同3项。", "3.成果显著。某设计研究院签署合同3项。"),
        ("全年粮食增产\n，农民增收。", "全年粮食增产，农民增收。"),
        (
            "全年新增企业（含个体工商户）（\n包括迁入）8户。",
            "全年新增企业（含个体工商户）（包括迁入）8户。",
        ),
        (
            "全县固定资产投资（不含\n农户，下同）下降7.5%。",
            "全县固定资产投资（不含农户，下同）下降7.5%。",
        ),
        (
            "全年居民消费价格涨幅与上年\n持平。其中，城市下降0.1%。",
            "全年居民消费价格涨幅与上年持平。其中，城市下降0.1%。",
        ),
        ("粮食丰收，蔬菜增产，全\n年农业形势良好。", "粮食丰收，蔬菜增产，全年农业形势良好。"),
        ("依据方案要求，进一\n步健全机制。", "依据方案要求，进一步健全机制。"),
        ("粮食丰收，畜牧业稳\n \n一、综合", "粮食丰收，畜牧业稳\n\n一、综合"),
    ],
)
def test_breaks(source: str, meant: str) -> None:
    assert read(source) == meant


@pytest.mark.parametrize(
    "text",
    [
        "一、综合\n全年经济稳中有进。",
        "1.清理历史遗留“回迁难”问题\n住建局成立专班，办理手续。",
        "2.扩大供给，完善服务体系\n一是新建学校3所。",
        "6.共建共享，城市更加文明\n本年度清扫道路，成效明显。",
        "2023年甲市国民经济和社会发展统计公报\n甲市统计局\n国家统计局甲市调查队\n2024年4月30日\n",
        "甲市统计局\n2024年，全市经济平稳。",
        "2023年主要农产品产量\n单位：万吨\n粮食\t650.0\t17.3\n油料\t3.7\t2.9\n",
        "全年旅客周转量\t34\n元，以上各项。",
        "居民收入及增速\n单位：元，%\n截至2023年末，全市参保人数增加。",
        "第一产业增加值100亿元。\n第二产业增加值，增长3%。",
        "三、工业，建筑业\n（一）工业生产，稳定增长。",
        "教育事业，平稳发展\n其中：小学3所。",
        "- 目标，任务\n- 措施，办法。",
        "粮食产量，蔬菜产量\n① 初步统计数。",
        "完成投资，包括以下各项：\n交通投资，3亿元。",
        "食品安全监管\n食品安全监管成效显著。严格落实各项制度。",
        "全年新增，合计35\n2.旅游业，持续增长。",
        "二、农业和农村经济发展\n增长3.5%。",
        "农业生产\n增长3.5%。",
        "社会消费品零售总额\n增长（%）\n3.5",
        "农林牧渔业总产值\n增长\n3.5%",
        "全年新增企业（含个体工商户\n教育事业平稳发展，新建小学（含教学点）3所。",
    ],
)
def test_other_breaks_stay(text: str) -> None:
    hans, repairs = repair(text)[0].hans, repair(text)[1]
    assert hans.count("\n") == text.count("\n")
    assert not [mended for mended in repairs if mended.rule == "line_break"]


def test_a_break_is_certain_only_where_a_word_spans_it() -> None:
    (sure,) = repair("1.按照要求，围绕各项工\n作部署，完成任务。")[1]
    (unsure,) = repair("粮食丰收，全县农业喜\n获增产，形势良好。")[1]
    assert (sure.certainty, sure.rule) == (Certainty.CERTAIN, "line_break")
    assert unsure.certainty is Certainty.LIKELY
    assert (sure.damaged, sure.repaired) == ("\n", "")


CHAPTERS = "一、综合\n1.甲。\n二、农业\n1.乙。\n三、工业\n1.丙。\n"


@pytest.mark.parametrize(
    ("rest", "meant"),
    [
        ("- 市场管理\n1.丁。", "四、市场管理\n1.丁。"),
        ("• 市场管理\n1.丁。\n五、教育\n1.戊。", "四、市场管理\n1.丁。\n五、教育\n1.戊。"),
        ("- 市场管理\n1.丁。\n- 教育\n1.戊。", "四、市场管理\n1.丁。\n五、教育\n1.戊。"),
    ],
)
def test_a_bullet_in_the_place_of_a_chapter_is_the_chapter(rest: str, meant: str) -> None:
    text, repairs = repair(CHAPTERS + rest)
    assert text.hans == CHAPTERS + meant
    assert {(r.rule, r.certainty) for r in repairs} == {("heading_number", Certainty.CERTAIN)}
    assert (repairs[0].damaged, repairs[0].repaired) == (rest.split("\n")[0], "四、市场管理")


@pytest.mark.parametrize(
    "text",
    [
        CHAPTERS + "- 市场管理\n1.丁。\n四、教育\n1.戊。",
        CHAPTERS + "- 市场管理稳中有进。\n",
        "- 市场管理\n1.丁。\n",
        "三、工业\n1.丙。\n- 市场管理\n1.丁。\n",
    ],
)
def test_other_bullets_stay(text: str) -> None:
    assert "heading_number" not in {mended.rule for mended in repair(text)[1]}


@pytest.mark.parametrize(
    ("count", "numeral"), [(9, "十"), (10, "十一"), (19, "二十"), (20, "二十一")]
)
def test_chapter_numbers_go_on_beyond_ten(count: int, numeral: str) -> None:
    digits = "一二三四五六七八九"
    names = [*digits, "十", *(f"十{digit}" for digit in digits), "二十"][:count]
    source = "".join(f"{name}、某业\n全年增长3%。\n" for name in names) + "- 其他\n1.完成任务。"
    assert f"\n{numeral}、其他\n" in read(source)


def test_a_comma_after_a_heading_goes() -> None:
    text, repairs = repair("2.扩大供给，服务体系持续完善,\n一是新建学校3所。")
    assert text.hans == "2.扩大供给，服务体系持续完善\n一是新建学校3所。"
    assert [(r.damaged, r.repaired, r.rule) for r in repairs] == [(",", "", "punctuation")]


@pytest.mark.parametrize(
    "between",
    [
        "\n— 1 —\n",
        "\n\n- 12 -\n\n",
        "\n第 3 页 共 9 页\n\n",
        "\n\n甲市2005年统计公报\n— 1 —\n",
        "\n— 1 —\n甲市2005年统计公报\n\n",
        "\n1/9\n2/9\n",
    ],
)
def test_a_page_may_end_inside_a_number(between: str) -> None:
    above = "全年农业丰收，蔬菜增产。工业企业完成增加值138."
    text, repairs = repair(f"{above}{between}72亿元，比上年增长22.4%。")
    assert text.hans == f"{above}72亿元，比上年增长22.4%。"
    assert [(one.rule, one.certainty) for one in repairs] == [("page_end", Certainty.CERTAIN)]
    assert repairs[0].damaged == between


@pytest.mark.parametrize(
    "source",
    [
        "全年粮食丰收。\n— 1 —\n第二产业增加值，增长3%。",
        "全年粮食丰收，蔬菜增产\n— 1 —\n一、综合\n全年平稳。",
        "— 1 —\n全年粮食丰收。\n— 2 —",
        "甲县统计局\n— 1 —\n全年粮食丰收，蔬菜增产。",
        "全年增长\n3/4\n，下降。".replace("\n，", "\n其中，"),
        "合计123\n—3—\n年末总人口456万人，增长2%。",
    ],
)
def test_other_pages_end_as_they_do(source: str) -> None:
    assert read(source) == source.replace(" ", "")


def test_a_head_that_pages_repeat_goes_with_their_ends() -> None:
    pages = [
        "全年农业丰收，完成投资34.",
        "5亿元，比上年增长3.",
        "6%，工业企业实现利润8.",
        "9亿元。",
    ]
    head = "\n甲市经济与社会\n- 1 -\n"
    assert read(head.join(pages)) == "".join(pages)


def test_a_number_that_stands_often_is_no_head_of_pages() -> None:
    source = "全年投资，增长\n3.5%\n- 2 -\n，其中夏粮好。\n3.5%\n甲\n3.5%"
    assert read(source).count("3.5%") == 3


@pytest.mark.parametrize(
    ("source", "certainty"),
    [
        ("三次产业比例为14.8:\n48.1:37.1。", Certainty.CERTAIN),
        ("三次产业比例为14.8:48.1:\n37.1。", Certainty.CERTAIN),
        ("三次产业比例为14.8:48.1\n:37.1。", Certainty.CERTAIN),
        ("城乡居民收入之比为2.31:\n1，比上年缩小。", Certainty.LIKELY),
    ],
)
def test_a_break_inside_a_ratio(source: str, certainty: Certainty) -> None:
    text, repairs = repair(source)
    assert text.hans == source.replace("\n", "")
    assert [one.certainty for one in repairs] == [certainty]


def test_what_a_colon_opens_is_no_ratio() -> None:
    source = "全年办好实事10件：\n1.新建学校3所。"
    assert read(source) == source

"""Sums: kinds that make up a whole, lists of parts, what is left, and estimates."""

from typing import Any

import pytest

from desktop_app.pipeline.audit import lists
from desktop_app.pipeline.audit.claims import Claim
from desktop_app.pipeline.audit.sums import sum_of
from tests.unit.pipeline.made_audits import audited, doubts, told, verdicts


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        (
            "全年地区生产总值100.0亿元。第一产业增加值10.0亿元，第二产业增加值40.0亿元，"
            "第三产业增加值{}亿元。",
            "100.0亿元",
        ),
        (
            "年末常住人口300.00万人，比上年末增加2.10万人。其中，城镇人口180.00万人，"
            "比上年末增加1.20万人；乡村人口{}万人，增加0.90万人。",
            "300.00万人",
        ),
        ("年末户籍总人口300人，其中男性160人，女性{}人。", "300人"),
        ("年末总人口90.20万人，其中农业人口40.20万人，非农业人口{}万人。", "90.20万人"),
        (
            "全年社会消费品零售总额100.0亿元，其中商品零售额50.0亿元，餐饮收入{}亿元。",
            "100.0亿元",
        ),
        ("全年一般公共预算收入100.0亿元，其中税收收入50.0亿元，非税收入{}亿元。", "100.0亿元"),
        (
            "全年农林牧渔业总产值100.0亿元。其中，农业产值20.0亿元，林业产值10.0亿元，"
            "牧业产值15.0亿元，渔业产值5.0亿元，农林牧渔服务业产值{}亿元。",
            "100.0亿元",
        ),
        ("全年保费收入100.0亿元，其中财产险保费收入50.0亿元，人身险保费收入{}亿元。", "100.0亿元"),
        (
            "完成邮电业务总量100.0亿元。其中，邮政业务总量50.0亿元，电信业务总量{}亿元。",
            "100.0亿元",
        ),
        (
            "居民人均可支配收入30000元，其中人均工资性收入15000元，人均经营净收入5000元，"
            "人均财产净收入4000元，人均转移净收入{}元。",
            "30000元",
        ),
        (
            "年末常住人口300.00万人。其中，0-15岁人口60.00万人，16-59岁人口140.00万人，"
            "60岁及以上人口{}万人，其中65岁及以上人口70.00万人。",
            "300.00万人",
        ),
    ],
)
def test_kinds_that_make_up_a_whole(sentence: str, stated: str) -> None:
    whole = {
        "100.0亿元": "50.0",
        "300.00万人": "120.00" if "城镇" in sentence else "100.00",
        "300人": "140",
        "90.20万人": "50.00",
        "30000元": "6000",
    }[stated]
    assert told(sentence.format(whole), stated=stated).verdict == "一致"
    wrong = whole.replace("0", "1", 1)
    assert told(sentence.format(wrong), stated=stated).verdict == "不一致"


@pytest.mark.parametrize(
    "sentence",
    [
        "全年粮食种植面积744.8万亩。其中，小麦种植面积347.7万亩，玉米种植面积291.7万亩。",
        "城镇居民人均可支配收入45727元，农村居民人均可支配收入19734元。",
        "接到函件277件，办结256件，满意率97.69%，按时分转率100%。",
        "办理结婚登记1250对；离婚登记618对；补领结婚登记280对；补领离婚登记240对。",
        "督导检查医院930家，发现问题227处，停业整顿25家。",
        "2022年全市共有企业约400家，其中城镇企业约300家，乡村企业约150家。",
        # What follows another matter is none of its parts.
        "全年固定资产投资300.0亿元。出口60.0亿元，进口40.0亿元。",
        # Services to farming may be missing from a list of four.
        "全年农林牧渔业总产值61.2亿元，其中农业产值33.5亿元，林业产值3.1亿元，牧业产值18.2亿元，"
        "渔业产值4.1亿元。",
        # Between towns and villages lies what others invest.
        "全社会固定资产投资812.3亿元。其中，城镇投资751.2亿元，农村投资35.6亿元。",
        # Early rice is neither summer nor autumn grain.
        "全年粮食产量46.7万吨，其中夏粮产量2.1万吨，秋粮产量29.4万吨。早稻长势良好。",
        # Above-norm sales are of another scope than all sales.
        "全年社会消费品零售总额300.0亿元。限额以上城镇零售额80.0亿元，乡村零售额5.0亿元。",
        "全年地区生产总值突破5000亿元，其中第一产业增加值300.2亿元。",
        # Incomes of townspeople are no parts of the income of all.
        "全体居民人均可支配收入30000元。城镇居民人均工资性收入21000元，人均经营净收入5000元，"
        "人均财产净收入4000元，人均转移净收入9000元。",
        # The Engel coefficients of town and country do not make up a hundred.
        "恩格尔系数为30.0%，其中城镇为28.1%，农村为33.2%。",
        # An old-age home is no bed, and an increment no whole.
        "年末存款余额5625.03亿元，比年初增加586.96亿元。其中，住户存款余额4870.84亿元。",
    ],
)
def test_what_need_not_add_up_is_not_called_wrong(sentence: str) -> None:
    assert doubts(sentence) == []


def test_four_kinds_of_farming_are_all_before_services_were_counted_apart() -> None:
    sentence = (
        "全年农林牧渔业总产值61.2亿元，其中农业产值33.5亿元，林业产值3.1亿元，牧业产值18.2亿元，"
        "渔业产值4.1亿元。"
    )
    assert told(sentence, stated="61.2亿元", year=1996).verdict == "不一致"


def test_disjoint_kinds_are_no_more_than_their_whole() -> None:
    sentence = "年末共有A级景区60家。其中，5A级景区{}家，4A级景区30家，3A级景区20家。"
    assert verdicts(sentence.format(10))["60家"] == "一致"
    assert "60家" not in verdicts(sentence.format(5))
    finding = told(sentence.format(15), stated="60家")
    assert finding.verdict == "不一致"
    assert "不应小于15+30+20=65家" in finding.message


def test_coarse_parts_that_happen_to_add_up_say_nothing() -> None:
    assert audited("参加培训8万人，其中青年3万人，妇女5万人。") == ()


def test_a_list_in_a_list_is_added_up_on_its_own() -> None:
    sentence = (
        "参加养老保险138.96万人。其中，企业职工参保105.55万人，在职职工81.33万人，离退休人员24.22万人；"
        "机关事业单位参保33.41万人，在职职工21.28万人，离退休人员12.13万人。"
    )
    assert verdicts(sentence) == {"138.96万人": "一致", "105.55万人": "一致", "33.41万人": "一致"}


def test_a_part_is_no_larger_than_its_whole() -> None:
    finding = told("全区共有企业300家，其中规模企业420家。", stated="420家")
    assert finding.verdict == "不一致"
    assert finding.message.endswith("不应大于300家，与所述不符。")


@pytest.mark.parametrize(
    "sentence",
    [
        # 其中 speaks of the number before the last.
        "全区共有低保户3458户、特困户171户，其中城市低保户3333户。",
        # What follows a semicolon is no part of what stands before it.
        "初中120所，在校生5.01万人，其中民办初中2所；小学300所，在校生30.12万人。",
    ],
)
def test_a_part_of_another_whole_is_not_called_too_large(sentence: str) -> None:
    assert doubts(sentence) == []


def test_lists_with_the_same_parts_prove_each_other() -> None:
    east = "东片区来访群众1473人，现场答复619人，转办212人，登记642人。"
    west = "西片区来访群众1260人，现场答复500人，转办300人，登记480人。"
    assert verdicts(east + west) == {"1473人": "一致", "1260人": "不一致"}
    assert doubts(west) == []


def test_parts_that_cues_lead_to_are_not_proven_by_others() -> None:
    assert not doubts(
        "重点实验室206家，其中国家级1家，省级16家，市级189家；众创空间36家，其中国家级17家，"
        "省级5家，市级10家。"
    )


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("梳理主要问题26个，已解决主要问题4个，剩余主要问题22个。", "一致"),
        ("梳理主要问题26个，已解决主要问题4个，剩余主要问题28个。", "待核实"),
    ],
)
def test_what_is_left_and_done_make_up_the_whole(sentence: str, verdict: str) -> None:
    assert told(sentence, stated="26个").verdict == verdict


def test_what_was_and_was_not_done_make_up_the_whole() -> None:
    sentence = "共有低保户348户。今年停发低保户7户，调整低保户310户，未调整低保户31户。"
    assert told(sentence, stated="348户").readings[0].formula == "7+310+31"


@pytest.mark.parametrize(
    ("rate", "verdict"),
    [
        ("87%以上", "一致"),
        ("88%以上", "不一致"),
        ("近90%", "一致"),
        ("约88%", "一致"),
        ("约80%", "待核实"),
        ("80%多", "一致"),
        ("70%多", "待核实"),
    ],
)
def test_an_estimate_is_held_to_the_meaning_of_its_word(rate: str, verdict: str) -> None:
    findings = audited(f"发现问题400个，办结问题350个，办结率{rate}。")
    assert [one.verdict for one in findings if one.kind == "rate"] == [verdict]


def test_a_list_longer_than_any_of_parts_is_not_tried_piece_by_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = 0

    def counted(*args: Any, **options: Any) -> Claim:
        nonlocal tried
        tried += 1
        return sum_of(*args, **options)

    monkeypatch.setattr(lists, "sum_of", counted)
    listed = "，".join(f"{at % 97}.{at % 10}亿元" for at in range(200))
    audited(f"全年工业增加值1000.0亿元，其中，{listed}。")
    # Trying every run of every tail of the list takes some 30,000 sums.
    assert 0 < tried < 1_000

"""Changes: increments, growth against levels and parts, two tellings, words against signs."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Finding, ReadingText
from desktop_app.pipeline.audit import check
from desktop_app.pipeline.audit.slips import is_slip
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline
from tests.unit.pipeline.made_audits import audited, doubts, told, verdicts


@pytest.mark.parametrize(
    ("sentence", "stated", "verdict"),
    [
        ("常住人口227.0万人，比上年增加1.6万人，增长0.7%。", "0.7%", "一致"),
        ("常住人口227.0万人，比上年增加1.6万人，增长7.0%。", "7.0%", "待核实"),
        ("常住人口3480.48万人，比上年减少10.02万人，下降0.29%。", "-0.29%", "一致"),
        ("常住人口227.0万人，比上年增加1600万人，增长0.7%。", "1600万人", "待核实"),
    ],
)
def test_an_increment_beside_its_level_and_rate(sentence: str, stated: str, verdict: str) -> None:
    assert told(sentence, stated=stated).verdict == verdict


def test_growth_at_constant_prices_is_not_had_from_levels() -> None:
    assert (
        audited(
            "2021年，全市地区生产总值200.0亿元。",
            "2022年，全市地区生产总值230.0亿元，按可比价格计算，比上年增长5.0%。",
        )
        == ()
    )


def test_a_name_of_two_numbers_tells_no_growth() -> None:
    assert not doubts(
        "2021年，死亡人数105人。2021年，死亡人数354人。",
        "2022年，死亡人数295人，比上年下降16.7%。",
    )


@pytest.mark.parametrize("said", ["增长近8%", "下降5%以上", "增长8%左右"])
def test_a_growth_that_is_no_exact_number_is_held_against_nothing(said: str) -> None:
    assert not doubts(f"常住人口227.0万人，比上年增加1.6万人，{said}。")
    assert not doubts(
        "2021年，死亡人数105人。",
        f"2022年，死亡人数295人，比上年{said}。",
    )
    assert not doubts("全年工业增加值50亿元，增长19.6%。", f"工业增加值50亿元，比上年{said}。")
    assert not doubts(f"全年工业增加值50亿元，{said}。", "工业增加值50亿元，比上年增长19.6%。")
    parts = (
        "全年社会消费品零售总额100.0亿元，比上年增长16.0%。其中，城镇零售额80.0亿元，增长5.0%；"
    )
    assert doubts(f"{parts}乡村零售额20.0亿元，增长10.0%。")
    assert not doubts(f"{parts}乡村零售额20.0亿元，{said}。")


def test_the_growth_of_a_whole_follows_from_its_parts() -> None:
    text = (
        "全年社会消费品零售总额100.0亿元，比上年增长{}%。其中，城镇零售额80.0亿元，增长5.0%；"
        "乡村零售额20.0亿元，增长10.0%。"
    )
    assert verdicts(text.format("6.0"))["6.0%"] == "一致"
    wrong = told(text.format("16.0"), stated="16.0%")
    assert wrong.verdict == "待核实"
    assert "（80.0+20.0）÷（80.0÷1.05+20.0÷1.1）-1" in wrong.message


def test_growth_at_constant_prices_lies_between_its_parts() -> None:
    text = (
        "全年地区生产总值100.0亿元，按可比价格计算，比上年增长{}%。其中，第一产业增加值10.0亿元，"
        "增长3.0%；第二产业增加值40.0亿元，增长4.0%；第三产业增加值50.0亿元，增长6.0%。"
    )
    assert doubts(text.format("4.9")) == []
    assert told(text.format("9.4"), stated="9.4%").kind == "between"


@pytest.mark.parametrize(
    ("sentence", "sound"),
    [
        ("城镇化率由上年的45.31%提高到46.12%。", True),
        ("城镇化率由上年的45.31%提高到44.12%。", False),
        ("登记失业率由3.5%下降到3.2%。", True),
        ("登记失业率由3.5%下降到5.2%。", False),
        # Ranks rise to smaller numbers, and falls may turn into rises.
        ("全省排名由第9位提升到第6位。", True),
        ("工业增速由降5.1%提高到增3.5%。", True),
    ],
)
def test_a_move_goes_where_its_word_says(sentence: str, sound: bool) -> None:
    assert (doubts(sentence) == []) is sound


def test_a_fall_by_a_negative_number_is_not_clear() -> None:
    finding = told("全年财政收入30.2亿元，比上年下降-3.2%。", stated="3.2%")
    assert (finding.verdict, finding.kind) == ("待核实", "sign")


def test_a_bulletin_is_judged_by_its_own_words() -> None:
    """A file may hold many: the words of the next one are none of the first's."""
    own, next_one = "全年粮食产量46.7万吨，其中夏粮2.1万吨，秋粮39.4万吨。", "早稻丰收。"
    text = f"{own}\n{next_one}"
    reading = ReadingText(text, text, text, ())
    outline = read_outline(reading)
    first = replace(outline, passages=outline.passages[:1])
    (finding,) = check(reading, first, extract(reading, first, (), 2022), 2022)
    assert finding.verdict == "待核实"
    assert check(reading, outline, extract(reading, outline, (), 2022), 2022) == ()


def test_two_values_of_one_indicator_are_shown() -> None:
    (finding,) = audited("2022年粮食产量241.5万吨。", "2022年粮食产量251.4万吨。")
    assert (finding.verdict, finding.stated) == ("不一致", "251.4万吨")


def test_values_that_round_to_one_another_agree() -> None:
    (finding,) = audited("2022年粮食产量241.54万吨。", "2022年粮食产量241.5万吨。")
    assert finding.verdict == "一致"


def test_growth_told_twice_is_told_alike() -> None:
    text = ("规模以上工业增加值增长5.4%。", "全年规模以上工业增加值增长4.5%。")
    assert [one.verdict for one in audited(*text)] == ["不一致"]
    assert [one.verdict for one in audited(text[0], text[0])] == ["一致"]


def test_nominal_and_real_growth_are_two_things() -> None:
    assert not doubts(
        "居民人均可支配收入34063元，比上年增长8.8%。",
        "居民人均可支配收入扣除价格因素实际增长6.8%。",
    )


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("241.5", "251.4", True),
        ("241.5", "245.1", True),
        ("241.5", "241.6", True),
        ("3.2", "-3.2", True),
        ("24.15", "241.5", True),
        ("241.5", "241.5", False),
        ("241.5", "163.8", False),
        ("241.5", "2415.5", False),
        ("0", "5", False),
    ],
)
def test_a_slip_is_one_digit_two_turned_a_sign_or_a_unit(one: str, other: str, slip: bool) -> None:
    assert is_slip(Decimal(one), Decimal(other)) is slip


def _across(earlier: str, later: str) -> tuple[Finding, ...]:
    """Return what the audit says of a bulletin of 2022 beside one of 2021."""
    before, now = (ReadingText(text, text, text, ()) for text in (earlier, later))
    others = extract(before, read_outline(before), (), 2021)
    outline = read_outline(now)
    return check(now, outline, extract(now, outline, (), 2022), 2022, others)


@pytest.mark.parametrize(
    ("later", "stated", "verdict"),
    [
        ("年末常住人口301.5万人，比上年末增加1.3万人。", "1.3万人", "一致"),
        ("年末常住人口301.5万人，比上年末增加3.1万人。", "3.1万人", "待核实"),
        ("全年一般公共预算收入110.0亿元，比上年增长10.0%。", "10.0%", "一致"),
        ("全年一般公共预算收入110.0亿元，比上年增长7.0%。", "7.0%", "待核实"),
        ("常住人口城镇化率60.50%，比上年提高0.50个百分点。", "0.50百分点", "一致"),
        ("常住人口城镇化率60.50%，比上年提高1.50个百分点。", "1.50百分点", "待核实"),
    ],
)
def test_last_years_bulletin_tells_the_levels_before(
    later: str, stated: str, verdict: str
) -> None:
    earlier = "年末常住人口300.2万人，常住人口城镇化率60.00%。全年一般公共预算收入100.0亿元。"
    found = {one.stated.replace("个", ""): one.verdict for one in _across(earlier, later)}
    assert found[stated] == verdict


def test_what_grew_by_less_than_a_year_ago_is_no_fall_of_the_level() -> None:
    assert doubts("年末存款余额2380亿元，同比增长8.4%，同比少增212.3亿元。") == []

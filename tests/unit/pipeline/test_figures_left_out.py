"""What a sentence leaves out of a name, and what is no part of it."""

import pytest

from desktop_app.domain.bulletin import Figure, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def figures(text: str) -> tuple[Figure, ...]:
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), 2021)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "第一产业增加值58亿元，拉动经济增长1.1个百分点；第二产业增加值132亿元，拉动8.2个百分点。",
            ["第一产业增加值", "第一产业拉动经济增长", "第二产业增加值", "第二产业拉动经济增长"],
        ),
        (
            "新增农田有效灌溉面积3万亩，累计达到186万亩。",
            ["新增农田有效灌溉面积", "农田有效灌溉面积"],
        ),
        (
            "新增专精特新企业6家、累计达28家。",
            ["新增专精特新企业数", "专精特新企业数"],
        ),
        (
            "从业人员158万人，其中：第一产业76万人，第二产业38万人。",
            ["从业人员数", "第一产业从业人员数", "第二产业从业人员数"],
        ),
        (
            "邮电业务总量18亿元，其中邮政业务2亿元。",
            ["邮电业务总量", "邮政业务总量"],
        ),
        (
            "城乡居民家庭恩格尔系数分别为41%和46%。",
            ["城镇居民家庭恩格尔系数", "农村居民家庭恩格尔系数"],
        ),
        (
            "城乡低保标准分别为620元和450元。",
            ["城市低保标准", "农村低保标准"],
        ),
        (
            "地区生产总值512亿元，总量和增速分别居全市第2位和第5位。",
            ["地区生产总值", "地区生产总值全市排名", "地区生产总值增速全市排名"],
        ),
        (
            "全年新开工亿元以上项目86个，其中10亿元以上12个。",
            ["新开工亿元以上项目数", "10亿元以上项目数"],
        ),
        (
            "新增医疗床位1420张，三甲医院由1家增至3家。",
            ["新增医疗床位数", "三甲医院数", "三甲医院数"],
        ),
        (
            "保费收入12亿元，其中财产险收入2亿元，人身险收入10亿元。全年赔付额3亿元。",
            ["保费收入", "财产险收入", "人身险收入", "赔付额"],
        ),
        (
            "各类棚户区改造开工316万套，基本建成254万套。",
            ["各类棚户区改造开工数", "各类棚户区改造基本建成数"],
        ),
        (
            "发放低保金318万元、特困供养救助金18万元、照料金5万元。",
            ["低保金发放额", "特困供养救助金发放额", "照料金发放额"],
        ),
        (
            "轻、重工业产值分别为32亿元和27亿元。公、铁路货运量分别为9万吨和2万吨。",
            ["轻工业产值", "重工业产值", "公路货运量", "铁路货运量"],
        ),
        ("化肥施用量38万吨，每亩耕地平均92公斤。", ["化肥施用量", "每亩耕地化肥施用量"]),
        ("自营出口创汇2140万美元。", ["自营出口创汇"]),
        ("41个大类行业中有35个行业增加值实现增长。", ["大类行业数", "增加值实现增长的行业数"]),
        ("房屋施工面积28万平方米，其中新开工面积8万平方米。", ["房屋施工面积", "房屋新开工面积"]),
    ],
)
def test_what_is_left_out_is_restored(text: str, names: list[str]) -> None:
    assert [figure.indicator for figure in figures(text)] == names


def test_marks_that_were_passed_are_no_levels() -> None:
    text = "生产总值年均增长6%，连续跨越400亿元、500亿元台阶；财政收入12亿元。"
    assert [figure.value for figure in figures(text)] == ["6", "12"]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("PM2.5年均浓度32微克/立方米，同比改善8.2%。", "-8.2"),
        ("空气质量优良率89%，同比改善3个百分点。", "3"),
    ],
)
def test_what_gets_better_rises_or_falls_by_its_kind(text: str, change: str) -> None:
    (figure,) = figures(text)
    assert (figure.change, figure.compared_with) == (change, "上年同期")

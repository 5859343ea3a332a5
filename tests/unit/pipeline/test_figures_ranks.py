"""Ranks among other places, and how they moved."""

import pytest

from desktop_app.domain.bulletin import Figure, Kind, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def figures(text: str) -> tuple[Figure, ...]:
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), 2021)


@pytest.mark.parametrize(
    ("text", "rank", "change"),
    [
        (
            "生产总值150亿元，增长6%，增速居全市第3位，比上年前移2位。",
            "地区生产总值增速全市排名",
            "2",
        ),
        ("生产总值150亿元，居全市第5位，比上年后移1位。", "地区生产总值全市排名", "-1"),
        ("人均生产总值居全省第8位，较上年上升2位。", "人均地区生产总值全省排名", "2"),
        ("居民收入增速居全市第2位，位次比上年提升3位。", "居民收入增速全市排名", "3"),
        ("综合竞争力居全国百强县第65位，比上年前进7位。", "综合竞争力全国百强县排名", "7"),
        ("生产总值排全国第97名，较去年下降3名。", "地区生产总值全国排名", "-3"),
        ("利用外资居全市第1位，与上年持平。", "利用外资全市排名", "0"),
        ("利用外资居全市第1位，位次与上年持平。", "利用外资全市排名", "0"),
    ],
)
def test_a_rank_tells_how_far_it_moved(text: str, rank: str, change: str) -> None:
    figure = figures(text)[-1]
    assert (figure.indicator, figure.kind) == (rank, Kind.RANK)
    assert (figure.change, figure.change_unit, figure.compared_with) == (change, "位", "上年")


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("经济实力在全省的排名位次由第9位提升到第6位。", "经济实力全省排名"),
        ("县域经济排名位次居全省第15位。", "县域经济全省排名"),
        ("综合排名位居全市第3位。", "综合全市排名"),
        ("收入增速排名居全省第3位，位次前移2位。", "收入增速全省排名"),
        ("人均收入排名第3位，位次前移2位。", "人均收入排名"),
    ],
)
def test_a_rank_is_named_once(text: str, rank: str) -> None:
    assert {figure.indicator for figure in figures(text)} == {rank}


def test_a_move_in_places_needs_no_base() -> None:
    (figure,) = figures("综合实力排名全省第16位，前移3个位次。")
    assert (figure.value, figure.change, figure.compared_with) == ("16", "3", "")


def test_a_move_without_its_rank_keeps_its_subject() -> None:
    (figure,) = figures("财政收入增速位次比上年前移2位。")
    assert (figure.indicator, figure.value) == ("财政收入增速位次比上年前移位数", "2")
    assert figure.kind is Kind.COUNT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("综合实力在全省排名由第9位提升到第6位。", "综合实力全省排名"),
        ("经济总量在全市的位次由上年的第九位上升到第六位。", "经济总量全市排名"),
    ],
)
def test_a_rank_that_moved_is_told_twice(text: str, name: str) -> None:
    before, now = figures(text)
    assert (before.indicator, before.value, before.period) == (name, "9", "2020年")
    assert (now.indicator, now.value, now.period) == (name, "6", "2021年")


@pytest.mark.parametrize(
    "text", ["工资水平提高3个档次。", "专家增加3位。", "收入增长5%，上升2名。"]
)
def test_other_rises_are_no_moves_of_a_rank(text: str) -> None:
    assert all(figure.change_unit != "位" for figure in figures(text))

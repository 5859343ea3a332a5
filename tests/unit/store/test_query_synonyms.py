"""What else a word or a number of a query is called, and found by."""

import pytest

from desktop_app.store.query import parse
from desktop_app.system import resources


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("GDP", "地区生产总值"),
        ("gdp", "国内生产总值"),
        ("ＧＤＰ", "生产总值"),
        ("地区生产总值", "GDP"),
        ("地區生產總值", "GDP"),
        ("社零", "社会消费品零售总额"),
        ("社会商品零售总额", "社会消费品零售总额"),
        ("一般公共预算收入", "一般预算收入"),
        ("一般预算收入", "一般公共预算收入"),
        ("地方财政一般预算收入", "一般公共预算收入"),
        ("地方财政一般预算收入", "地方一般公共预算收入"),
        ("农民人均纯收入", "农村居民人均可支配收入"),
        ("财政收入", "地方财政一般预算收入"),
        ("物价", "CPI"),
    ],
)
def test_a_name_has_synonyms(typed: str, also: str) -> None:
    (term,) = parse(typed).terms
    assert term.text == typed
    assert also in term.also
    assert typed not in term.also
    assert parse(typed, synonyms=False).terms[0].also == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("-28.1", "下降28.1"),
        ("−28.1%", "减少28.1%"),
        ("1-12月", "1—12月"),
        ("1～12月", "1-12月"),
        ("1-12", "1至12"),
    ],
)
def test_a_minus_is_printed_in_many_ways(typed: str, printed: str) -> None:
    (term,) = parse(typed).terms
    assert not term.without
    assert printed in term.also


@pytest.mark.parametrize("typed", ["GDP增长", '"GDP"', "-GDP", "人口", "零售总额", "章:GDP"])
def test_only_a_whole_name_has_synonyms(typed: str) -> None:
    assert not any(term.also for term in parse(typed).terms)


def test_abbreviations_inside_other_words_are_not_searched_for() -> None:
    (term,) = parse("第一产业增加值").terms
    assert "一产增加值" in term.also
    assert "一产" not in term.also
    assert "第一产业增加值" in parse("一产").terms[0].also


def test_every_abbreviation_left_out_is_one() -> None:
    indicators = resources.table("indicators")["indicators"]
    short = {name for said in indicators.values() for name in said.get("short", ())}
    assert set(resources.table("search")["synonyms"]["inside_others"]) <= short


def test_what_people_say_is_no_name_and_means_one() -> None:
    listed = resources.table("indicators")
    known = {*listed["plain"], *listed["indicators"]}
    for said in listed["indicators"].values():
        known.update(*said.values())
    for word, names in resources.table("search")["synonyms"]["everyday"].items():
        assert word not in known
        assert set(names) <= known
        assert not any(word in name for name in names[:1])

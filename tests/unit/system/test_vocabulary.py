"""The program's own words for what is known of a figure, in English."""

import re

import pytest

from desktop_app.system import resources, vocabulary

_CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")


@pytest.mark.parametrize(
    ("period", "english"),
    [
        ("2022年", "2022"),
        ("2022年末", "end of 2022"),
        ("2022年11月末", "end of Nov 2022"),
        ("2022年6月", "June 2022"),
        ("2022年1-12月", "Jan–Dec 2022"),
        ("2022年10月15日", "15 Oct 2022"),
        ("2022年10月2日以来", "since 2 Oct 2022"),
        ("2022年3月底前", "by the end of Mar 2022"),
        ("2022年上半年", "first half of 2022"),
        ("上半年", "first half"),
        ("2022年前三季度", "first three quarters of 2022"),
        ("2022年三季度", "third quarter of 2022"),
        ("前三季度", "first three quarters"),
        ("2016-2020年", "2016–2020"),
        ("“十四五”期间", "period of the 14th Five-Year Plan"),
        ("6月", "June"),
        ("年末", "end of the year"),
        ("截至目前", "to date"),
        ("每天", "daily"),
        ("近三年", "past 3 years"),
        ("近一年", "past year"),
        ("五年间", "over 5 years"),
        ("二十五年来", "past 25 years"),
        ("“九五”期间", "period of the 9th Five-Year Plan"),
        ("“十三五”时期", "period of the 13th Five-Year Plan"),
        ("2022年5月份", "May 2022"),
        ("2022年1-5月份", "Jan–May 2022"),
        ("十二月", "Dec"),
    ],
)
def test_a_period_is_told_in_english(period: str, english: str) -> None:
    assert vocabulary.period(period, "en") == english
    assert vocabulary.period(period, "zh_CN") == period


@pytest.mark.parametrize("period", ["", "13月", "春节期间", "春节以来", "2022年度末尾"])
def test_a_period_that_is_not_understood_stays_whole(period: str) -> None:
    said = vocabulary.period(period, "en")
    assert said in (period, period.removesuffix("月"))


def test_every_word_the_pipeline_gives_a_figure_has_an_english_one() -> None:
    words = resources.table("figures")
    given = {
        "basis": [*(one["name"] for one in words["basis"]["names"]), "未说明"],
        "basis_source": [
            words["basis"][key] for key in ("sentence", "lasting", "note", "default")
        ],
        "status": [*(one["name"] for one in words["status"]["names"]), "未说明"],
        "compared_with": [one["name"] for one in words["comparison"]["names"]],
    }
    for kind, names in given.items():
        for name in names:
            assert not _CHINESE.search(vocabulary.said(kind, name, "en")), (kind, name)
            assert vocabulary.said(kind, name, "zh_TW") == name
    approximation = words["approximation"]
    approximate = [word for key in ("before", "inside", "after") for word in approximation[key]]
    for word in approximate:
        said = resources.sentence(vocabulary.approximately("5.0", word), "en")
        assert "5.0" in said
        assert not _CHINESE.search(said), word


def test_words_of_others_stay_as_they_are() -> None:
    assert vocabulary.said("compared_with", "6月份", "en") == "June"
    assert vocabulary.said("compared_with", "全省平均水平", "en") == "全省平均水平"
    assert vocabulary.said("change_unit", "万元", "en") == "万元"
    assert vocabulary.said("change_unit", "百分点", "en") == "pp"
    said = resources.sentence(vocabulary.approximately("5", "上下浮动"), "en")
    assert said == "5 (上下浮动)"

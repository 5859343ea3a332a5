"""What a name sounds like, and what is typed for it."""

from typing import Any

import pytest
from pypinyin import Style, lazy_pinyin

from desktop_app.domain.bulletin import Bulletin
from desktop_app.store import sounds as module
from desktop_app.store.sounds import indexed, is_said, looked_up, may_be_said, sounds


def is_looked_up(typed: str, said: str) -> bool:
    tokens, begun = looked_up(typed)
    return any(one in tokens or one.startswith(begun) for one in indexed(said))


@pytest.mark.parametrize(
    ("typed", "name", "is_one"),
    [
        ("zh", "综合", True),
        ("zong", "综合", True),
        ("zongh", "综合", True),
        ("zonghe", "综合", True),
        ("he", "综合", True),
        ("ong", "综合", False),
        ("zo", "综合", False),
        ("zonghen", "综合", False),
        ("zh", "中国", False),
        ("zhong", "中国", True),
        ("zhongg", "中国", True),
        ("zg", "中国", True),
        ("shxfp", "社会消费品零售总额", True),
        ("shehuixiaof", "社会消费品零售总额", True),
        ("shhui", "社会消费品零售总额", False),
        ("xian", "西安", True),
        ("xian", "县", True),
        ("xia", "县", False),
        ("gdp", "gdp增长", True),
        ("gdpz", "gdp增长", True),
        ("gdpzeng", "gdp增长", True),
        ("gdzeng", "gdp增长", False),
        ("ezeng", "额增长", True),
        ("lvhua", "绿化率", True),
        ("jing", "r&d经费", True),
        ("shisi", "“十四五”规划", True),
        ("wu", "“十四五”规划", True),
        ("zhong", "党中“十四五”", True),
        ("zhongs", "党中“十四五”", False),
        ("zhongr", "中r&d", True),
    ],
)
def test_the_sound_of_a_name(typed: str, name: str, is_one: bool) -> None:
    said = sounds(name)
    assert is_said(typed, said) is is_one
    if is_one:
        assert may_be_said(typed[:1], said)
        in_initials = typed in said.partition(" ")[0]
        assert in_initials or is_looked_up(typed, said)


def test_a_long_sound_is_found() -> None:
    name = "a" * 50 + "增长"
    for typed in ("a" * 50, "a" * 50 + "z", "a" * 50 + "zengzh"):
        assert is_said(typed, sounds(name))
        assert is_looked_up(typed, sounds(name))


def test_what_is_begun_may_go_on() -> None:
    assert may_be_said("zho", sounds("中国"))
    assert may_be_said("g", sounds("中国"))
    assert not may_be_said("ho", sounds("中国"))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "综合",
            "重庆市增长率",
            "银行长期贷款余额",
            "5G基站数",
            "GDP（不含农户）",
            "A股 上市公司",
            "㐂𠮷率",
        ),
        *("", " ", "行", "朝阳区朝天门", "会计人数", "100米 以下"),
    ],
)
def test_a_name_is_read_as_a_whole(name: str) -> None:
    initials = "".join(lazy_pinyin(name, Style.FIRST_LETTER)).replace(" ", "")
    assert sounds(name) == " ".join([initials, *lazy_pinyin(name)]).lower()


def test_every_name_of_the_bundled_bulletin_is_read_as_a_whole(bundled: Bulletin) -> None:
    for name in {figure.indicator for figure in bundled.figures}:
        assert sounds(name).split(" ")[1:] == " ".join(lazy_pinyin(name)).lower().split(" ")


def test_words_are_read_once_however_many_names_they_are_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    def counted(word: str, *style: Any) -> list[str]:
        read.append(word)
        return lazy_pinyin(word, *style)

    monkeypatch.setattr("pypinyin.lazy_pinyin", counted)
    module._read.cache_clear()
    module.sounds.cache_clear()
    for number in range(5000):
        sounds(f"口袋公园竣工面积{number}")
    assert len(read) <= 2 * len("口袋公园竣工面积")
    read.clear()
    for number in range(5000):
        sounds(f"口袋公园竣工面积{number}")
    assert read == []
    module._read.cache_clear()
    module.sounds.cache_clear()

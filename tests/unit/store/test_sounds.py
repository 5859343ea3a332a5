"""What a name sounds like, and what is typed for it."""

import pytest

from desktop_app.store.sounds import indexed, is_said, looked_up, may_be_said, sounds


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
    ],
)
def test_the_sound_of_a_name(typed: str, name: str, is_one: bool) -> None:
    said = sounds(name)
    assert is_said(typed, said) is is_one
    if is_one:
        assert may_be_said(typed[:1], said)
        in_initials = typed in said.partition(" ")[0]
        assert in_initials or indexed(said) & set(looked_up(typed))


def test_a_long_sound_is_found() -> None:
    name = "a" * 50 + "增长"
    for typed in ("a" * 50, "a" * 50 + "z", "a" * 50 + "zengzh"):
        assert is_said(typed, sounds(name))
        assert indexed(sounds(name)) & set(looked_up(typed))


def test_what_is_begun_may_go_on() -> None:
    assert may_be_said("zho", sounds("中国"))
    assert may_be_said("g", sounds("中国"))
    assert not may_be_said("ho", sounds("中国"))

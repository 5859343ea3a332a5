"""How a query may go on: what is suggested at a cursor, with counts from the library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop_app.domain.search import FilterKind, Suggestion, SuggestionKind
from desktop_app.services.completing import MOST
from desktop_app.services.searching import complete, find
from desktop_app.store import narrowed
from desktop_app.store.library import Library
from desktop_app.store.query import parse
from desktop_app.store.writer import write_library
from tests.handmade import Line, make_bulletin, make_figure
from tests.made_bulletins import BulletinMaker


def at_end(library: Library, typed: str) -> tuple[Suggestion, ...]:
    return complete(library, typed, len(typed))


def texts(library: Library, typed: str) -> list[str]:
    return [one.text for one in at_end(library, typed)]


def accepted(typed: str, one: Suggestion) -> str:
    """Return what is typed once a suggestion is taken."""
    return typed[: one.start] + one.insert + typed[one.end :]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("章", "章:"), ("单", "单位:"), ("單位", "单位:"), ("数", "值:"), ("gro", "增速:")),
        *(("NIAN", "年:"), ("区", "地区:"), ("lei", "类:"), ("-章", "章:"), ("低保 节", "节:")),
    ],
)
def test_a_filter_by_its_first_letters(library: Library, typed: str, name: str) -> None:
    first = at_end(library, typed)[0]
    assert (first.kind, first.text, first.insert) == (SuggestionKind.FILTER, name, name)
    assert first.filter is FilterKind(name[:-1])
    assert accepted(typed, first).endswith(name)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("章:", [("综合", 2), ("社会保障", 5), ("城市建设", 19)]),
        ("章:教", [("教育", 7)]),
        ("章：保障", [("社会保障", 5)]),
        ("章:zh", [("综合", 2), ("社会保障", 5)]),
        ("章:weisheng", [("卫生健康", 19)]),
        ("-章:科", [("科技", 7)]),
        ("低保 章: 教", [("教育", 7)]),
        ("节:绿化", [("绿化建设工程取得阶段性进展", 1)]),
        ("单位:", [("个", 33), ("人", 28), ("%", 23)]),
        ("单位:亿", [("亿元", 6)]),
        ("单位:亿元,万平", [("万平方米", 9)]),
        ("年:", [("2022", 1)]),
        ("年:20", [("2022", 1)]),
        ("年:2020..20", [("2022", 1)]),
        ("年:2020,２０", [("2022", 1)]),
        ("年:2021,2020、", [("2022", 1)]),
        ('年:"20', [("2022", 1)]),
        ("-年:20", [("2022", 1)]),
        ("年:>=20", [("2022", 1)]),
        ('单位:"亿', [("亿元", 6)]),
        ("单位:亿元,亿元", []),
        ("年:19", []),
        ("地区:", [("辽宁省", 1), ("鞍山市", 1), ("铁东区", 1)]),
        ("地區:鐵東", [("铁东区", 1)]),
        ("类:标", [("标题", 33)]),
        ("类:正文,公", [("公报标题", 2)]),
        ("类:表", []),
        ("值:>100", [("个", 33), ("人", 28), ("%", 23)]),
        ("值:>100 亿", [("亿元", 6)]),
        (">100亿", [("亿元", 6)]),
        ("值:", []),
        ("值:>", []),
        ("增速:", [("增长", None), ("下降", None), ("持平", None)]),
        ("增速:下", [("下降", None)]),
        ("增速:>5", [("%", None), ("百分点", None), ("倍", None)]),
        ("增速:>5百", [("百分点", None)]),
    ],
)
def test_the_values_of_a_filter(
    library: Library, typed: str, shown: list[tuple[str, int | None]]
) -> None:
    found = at_end(library, typed)
    assert [(one.text, one.count) for one in found][: len(shown) or None][:3] == shown
    assert {one.kind for one in found} <= {SuggestionKind.VALUE}
    for one in found:
        assert not parse(accepted(typed, one)).unread


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("章:教育 单位:", "章:教育 单位:{}"),
        ("值:>1000 单位:", "值:>1000 单位:{}"),
        ("-章:教育 单位:", "-章:教育 单位:{}"),
        ("单位:亿元 章:", "单位:亿元 章:{}"),
        ("增速:下降 章:", "增速:下降 章:{}"),
        ("类:标题 章:", "类:标题 章:{}"),
        ("低保 单位:户 章:", "单位:户 章:{}"),
    ],
)
def test_values_are_counted_where_the_other_filters_hold(
    library: Library, typed: str, counted: str
) -> None:
    found = at_end(library, typed)
    assert found
    for one in found:
        result = find(library, counted.format(one.insert), limit=1000)
        if one.filter is FilterKind.UNIT:
            figures = sum(
                figure.unit == one.text
                and any(hit.read_start <= figure.read_start < hit.read_end for hit in result.hits)
                for figure in library.bulletin(1).figures
            )
            # The figures themselves are wanted, not only their passages.
            assert 0 < (one.count or 0) <= figures
        else:
            assert one.count == result.total


def test_what_the_other_filters_leave_nothing_of_is_not_suggested(library: Library) -> None:
    assert "亿元" not in texts(library, "章:教育 单位:")
    assert at_end(library, "值:>1万亿元 章:") == ()
    assert [one.count for one in at_end(library, "章:教育 年:20")] == [1]
    assert at_end(library, "年:2021 地区:") == ()


def test_another_filter_of_the_same_kind_does_not_narrow(library: Library) -> None:
    assert texts(library, "章:教育 章:综") == ["综合"]
    assert at_end(library, "单位:万元 单位:亿")[0].count == at_end(library, "单位:亿")[0].count


def test_a_library_too_large_to_count_in_suggests_without_counts(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowed, "_MOST_PASSAGES", 3)
    found = at_end(library, "类:正文 章:")
    assert len(found) > 3
    assert {one.count for one in found} == {None}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("社会消", "社会消费品零售总额"),
        ("社會消", "社会消费品零售总额"),
        ("零售", "社会消费品零售总额"),
        ("社零", "社会消费品零售总额"),
        ("社消", "社会消费品零售总额"),
        ("shxfp", "社会消费品零售总额"),
        ("shehuixiao", "社会消费品零售总额"),
        ("GD", "地区生产总值"),
        ("一般公共预算", "地方财政一般预算收入"),
        ("税", "税收收入"),
    ],
)
def test_an_indicator_by_its_name_or_its_sound(library: Library, typed: str, name: str) -> None:
    first = next(one for one in at_end(library, typed) if one.kind is SuggestionKind.INDICATOR)
    assert (first.text, first.insert, first.count) == (name, name, 1)


def test_what_begins_with_the_word_comes_before_what_holds_it(library: Library) -> None:
    found = texts(library, "口袋公园")
    begins = [text.startswith("口袋公园") for text in found]
    assert begins == sorted(begins, reverse=True)
    assert set(begins) == {True, False}


def test_a_name_that_would_be_read_otherwise_is_a_phrase(library: Library) -> None:
    (one,) = (one for one in at_end(library, "口袋") if one.text == "“口袋公园”计划投资")
    assert one.insert == '"“口袋公园”计划投资"'
    assert [hit.figure_id is not None for hit in find(library, one.insert).hits] == [True]


@pytest.mark.parametrize(
    "typed",
    [
        *("", "低保 ", '"低保', "“低", "没有这个词", "章:没有", "28.1"),
        *("年:abc", "-年:abc", "年:2022abc", "年:abc20", "年:abc,20", '年:"abc', "年:2022 abc"),
        *("年:2022,", "年:2022,20", '年:"2022"', '年:"20"', "年:>abc", "年:2022..abc"),
        *("章:abcd", '章:"没有', '章:"教育"', "章:abcd,教", "节:abcd", '-节:"abcd'),
        *("单位:abc", "单位:亿元,abc", '单位:"亿"', "单位:亿元,亿", "-单位:abc亿"),
        *("地区:abc", "地区:铁东区,abc", '地区:"铁东"', "地区:铁东区,铁", "-地区:铁东abc"),
        *("类:abc", "类:abc,正", "类:正文,正", '类:"正"', "-类:abc、标"),
        *("值:abc", "值:abc5亿", "值:5亿元abc", "增速:abc", "增速:abc5", '增速:"下"', "增速:5abc"),
    ],
)
def test_nothing_to_suggest(library: Library, typed: str) -> None:
    assert at_end(library, typed) == ()


def test_what_is_whole_is_not_suggested(library: Library) -> None:
    assert "税收收入" not in texts(library, "税收收入")
    assert "教育" not in texts(library, "章:教育")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("章:教|条 低保", "章:教育 低保"),
        ("章:|", "章:综合"),
        ("章:| 低保", "章:综合 低保"),
        ("低保 章:“教|育局 二” 桥", "低保 章:教育 桥"),
        ("单位:亿|,万元", "单位:亿元,万元"),
        ("年:20|20", "年:2022"),
        ("年:|..2024", "年:2022..2024"),
        ("年:|abc", "年:2022"),
        ("年:20|ab 低保", "年:2022 低保"),
        ("年:2020,|,2021", "年:2020,2022,2021"),
        ('年:"20|" 低保', '年:"2022" 低保'),
        ('-年:"2020, 20|" 低保', '-年:"2020, 2022" 低保'),
        ('单位:"亿|" 低保', '单位:"亿元" 低保'),
        ('单位:"人, 亿|" 低保', '单位:"人, 亿元" 低保'),
        ("单位:“亿|”", "单位:“亿元”"),
        ('地区:"铁|" 低保', '地区:"铁东区" 低保'),
        ('类:"正|" 低保', '类:"正文" 低保'),
        ('值:">100亿|" 低保', '值:">100亿元" 低保'),
        ('增速:"下|" 低保', '增速:"下降" 低保'),
        ("值:>100亿| 低保", "值:>100亿元 低保"),
        ("税收|总额 章:综合", "税收收入 章:综合"),
        ("𠮷 税|", "𠮷 税收收入"),
    ],
)
def test_a_suggestion_replaces_the_word_at_the_cursor(
    library: Library, typed: str, whole: str
) -> None:
    cursor = typed.index("|")
    typed = typed.replace("|", "")
    assert accepted(typed, complete(library, typed, cursor)[0]) == whole


def test_a_title_with_spaces_is_quoted(tmp_path: Path) -> None:
    bulletin = make_bulletin(Line("一、人口 就业", "一"), "低保3458户。")
    figure = replace(make_figure(bulletin, "3458户"), indicator="-5℃以下 天数")
    write_library(tmp_path / "library.db", [replace(bulletin, figures=(figure,))])
    with Library(tmp_path / "library.db") as library:
        (title,) = at_end(library, "章:就")
        assert title.insert == '"人口 就业"'
        assert find(library, accepted("章:就", title)).total == 2
        (name,) = at_end(library, "天数")
        assert name.insert == '"-5℃以下 天数"'


def test_an_empty_library_suggests_filters_alone(tmp_path: Path) -> None:
    write_library(tmp_path / "library.db", [])
    with Library(tmp_path / "library.db") as library:
        assert texts(library, "章") == ["章:"]
        assert texts(library, "章:") == []


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("completing") / "library.db"
    write_library(path, list(BulletinMaker().bulletins(45)))
    with Library(path) as library:
        yield library


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("失业", SuggestionKind.INDICATOR),
        ("失", SuggestionKind.INDICATOR),
        ("sczz", SuggestionKind.INDICATOR),
        ("章:农", SuggestionKind.VALUE),
        ("章:ny", SuggestionKind.VALUE),
        ("年:20", SuggestionKind.VALUE),
        ("单位:万", SuggestionKind.VALUE),
    ],
)
def test_a_large_library_suggests_the_most_common_first(
    large: Library, typed: str, kind: SuggestionKind
) -> None:
    found = at_end(large, typed)
    assert 0 < len(found) <= MOST
    assert {one.kind for one in found} == {kind}
    counts = [one.count or 0 for one in found]
    assert max(counts) > 1
    for one in found:
        assert find(large, accepted(typed, one)).hits


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_it_never_fails_and_stays_within_the_text(library: Library, data: st.DataObject) -> None:
    pieces = [
        "章:",
        "单位:",
        "年:",
        "值:",
        "增速:",
        "类:",
        "低保",
        "GDP",
        '"',
        "“",
        "-",
        " ",
        ",",
        "20",
        "abc",
        "、",
        "地区:",
        "”",
        "下",
        "𠮷",
        "亿",
    ]
    typed = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=8)))
    cursor = data.draw(st.integers(0, len(typed)))
    for one in complete(library, typed, cursor):
        assert 0 <= one.start <= cursor <= one.end <= len(typed)
        assert one.insert
        if one.kind is SuggestionKind.VALUE:
            # What is taken is read as the filter it was offered for.
            kinds = {found.kind for found in parse(accepted(typed, one)).filters}
            assert one.filter in kinds

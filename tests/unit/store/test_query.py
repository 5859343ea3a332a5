"""What a typed query means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.store.query import parse


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("  　 ", []),
        ("低保", ["低保"]),
        ("城乡 低保", ["城乡", "低保"]),
        ("城乡　低保", ["城乡", "低保"]),
        ('"国内 生产" 总值', ["国内 生产", "总值"]),
        ("“国内 生产”总值", ["国内 生产", "总值"]),
        ("「国内 生产」", ["国内 生产"]),
        ("『国内 生产』", ["国内 生产"]),
        ("＂国内 生产＂", ["国内 生产"]),
        ('"国内 生', ["国内 生"]),
        ('"', ['"']),
        ('""', ['""']),
        ("“", ["“"]),
        ("“跨省", ["“跨省"]),
        ("”工作", ["”工作"]),
        ("推进“跨省通办”工作", ["推进“跨省通办”工作"]),
        ('" "', []),
        ("-", ["-"]),
        ("－", ["－"]),
        ("-5", ["-5"]),
        ("－５.2", ["－５.2"]),
        ("- 低保", ["-", "低保"]),
        ("70-80%", ["70-80%"]),
        ("100%_", ["100%_"]),
        ("章:教育", ["章:教育"]),
    ],
)
def test_terms_that_must_occur(typed: str, terms: list[str]) -> None:
    query = parse(typed)
    assert query.typed == typed
    assert [term.text for term in query.wanted] == terms
    assert query.terms == query.wanted


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("-低保", [], ["低保"]),
        ("－低保", [], ["低保"]),
        ("城乡 -低保", ["城乡"], ["低保"]),
        ('城乡 -"低保 金"', ["城乡"], ["低保 金"]),
        ("城乡 -「低保 金」", ["城乡"], ["低保 金"]),
        ("--低保", [], ["-低保"]),
    ],
)
def test_terms_that_must_not_occur(typed: str, wanted: list[str], unwanted: list[str]) -> None:
    query = parse(typed)
    assert [term.text for term in query.wanted] == wanted
    assert [term.text for term in query.terms if term.without] == unwanted


def test_half_a_character_is_text() -> None:
    assert [term.text for term in parse("低\ud842\udfb7 \udce6").terms] == ["低𠮷", "�"]


@given(st.text(alphabet=st.sampled_from('低保 -－"＂“”「」『』5.%_　\n\x00'), max_size=12))
def test_it_never_fails_and_loses_no_letter(typed: str) -> None:
    terms = parse(typed).terms
    assert all(term.text.strip() for term in terms)
    assert "".join(term.text for term in terms).count("低") == typed.count("低")

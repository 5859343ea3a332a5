"""The word around a place of a text, as a double click selects it."""

import pytest

from desktop_app.services.word import word_span

TEXT = "全县国民经济稳步增长，GDP为285.9亿元，𠮷水镇稅收收入下降28.1%。"


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ("民", "国民经济"),
        ("济", "国民经济"),
        ("增", "增长"),
        ("D", "GDP"),
        ("5.9", "285.9"),
        (".1", "28.1%"),
        ("，", "，"),
        ("𠮷", "𠮷"),
        ("稅", "稅收"),
        ("降", "下降"),
    ],
)
def test_words(at: str, word: str) -> None:
    start, end = word_span(TEXT, TEXT.index(at))
    assert TEXT[start:end] == word


@pytest.mark.parametrize(
    ("text", "at", "span"), [("", 0, (0, 0)), ("人", 0, (0, 1)), ("人", 1, (1, 1))]
)
def test_at_the_rims(text: str, at: int, span: tuple[int, int]) -> None:
    assert word_span(text, at) == span

"""What every file format takes of a text."""

import pytest

from desktop_app.domain.printable import on_one_line, printable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("一\x00二\x0b三\x1f", "一二三"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ud800半个\udfff", "半个"),
        ("\ufeff7.8\u2060亿元\uffff", "7.8亿元"),
        ("𠮷\t制表", "𠮷\t制表"),
    ],
)
def test_printable(text: str, kept: str) -> None:
    assert printable(text) == kept


def test_on_one_line() -> None:
    assert on_one_line(" 甲\t 乙\r\n\u3000丙 ") == "甲 乙 丙"

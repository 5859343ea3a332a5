"""Folded text as the search compares it: a number is one thing, whatever its separators.

A digit is written differently where a number begins, goes on and ends, so that plain substring
search can never find a part of a number: what `28.1` becomes is no part of what `128.1` or `28.15`
becomes. Nor do the digits of a number stand in most others, so that its pairs are rare.
Thousands separators are left out, so that `53911` finds `53,911` and the other way round.
The signs of ASCII become characters that FTS5's `ascii` tokenizer keeps in a token.
"""

import re
from collections.abc import Iterator
from zlib import crc32

_PRIVATE = 0xF300
"""Where the digits of the search begin, in Unicode's area for private use."""
_KINDS = 8
"""Numbers are of so many kinds, by chance, each with digits of its own.

There are few pairs of digits: without kinds each stands in every other passage.
"""
_ALONE, _PARTS = 10, 31
"""So many characters are numbers by themselves, and the parts of longer ones of a kind."""
_END = _PRIVATE + _ALONE + _KINDS * _PARTS


def _digits(first: int) -> dict[int, int]:
    return {ord("0") + digit: first + digit for digit in range(10)}


def _kind(number: int) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """Return what the first digit of a number becomes, its inner characters, and its last one."""
    start = _PRIVATE + _ALONE + number * _PARTS
    return _digits(start), _digits(start + 10) | {ord("．"): start + 30}, _digits(start + 20)


_ONLY = _digits(_PRIVATE)
_LONGER = tuple(map(_kind, range(_KINDS)))
INSIDE_NUMBERS = frozenset(map(chr, range(_PRIVATE + _ALONE, _END)))
"""The characters that are parts of numbers; nothing that is searched is one of them alone."""
_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_SIGNS = {
    code: 0x3000 if code == 0x20 else code + 0xFEE0
    for code in range(0x20, 0x7F)
    if not chr(code).isalnum()
}
# What a text has of its own in that area can't be told from digits: it is never found.
_TAKEN = dict.fromkeys(range(_PRIVATE, _END), 0xFFFD)
_TABLE = _CONTROLS | _SIGNS | _TAKEN
_READABLE = {new: old for old, new in _ONLY.items()} | {new: old for old, new in _SIGNS.items()}
_READABLE |= {
    new: ord(".") if old == ord("．") else old
    for kind in _LONGER
    for part in kind
    for old, new in part.items()
}
# A comma belongs to a number only between groups of three: in `2022,2023` there are two numbers.
_NUMBER = re.compile(r"\d{1,3}(?:，\d{3})+(?!\d)(?:．\d+)*|\d+(?:．\d+)*", re.ASCII)


def canonical(folded: str, label: int = 0) -> str:
    """Return `folded` text as it is compared.

    The first `label` characters are an item number, which is no part of a number behind it: in
    `4.2022年` there are 4 and 2022.
    """
    text = folded.translate(_TABLE)
    if not label:
        return _NUMBER.sub(_number, text)
    return _NUMBER.sub(_number, text[:label]) + _NUMBER.sub(_number, text[label:])


def readable(text: str) -> str:
    """Return canonical `text` with its digits and signs as they are typed."""
    return text.translate(_READABLE)


def places(folded: str, label: int = 0) -> list[int] | None:
    """Return the place in `folded` of each character of its canonical form, and of its end.

    None says that they are the same: nothing was left out.
    """
    if "," not in folded:
        return None
    text = folded.translate(_TABLE)
    left_out = {
        place
        for number in _numbers(text, label)
        for place in range(*number.span())
        if text[place] == "，"
    }
    if not left_out:
        return None
    return [place for place in range(len(folded) + 1) if place not in left_out]


def _numbers(text: str, label: int) -> Iterator[re.Match[str]]:
    yield from _NUMBER.finditer(text, 0, label)
    yield from _NUMBER.finditer(text, label)


def _number(match: re.Match[str]) -> str:
    number = match[0].replace("，", "")
    if len(number) == 1:
        return number.translate(_ONLY)
    first, inner, last = _LONGER[crc32(number.encode()) % _KINDS]
    return number[0].translate(first) + number[1:-1].translate(inner) + number[-1].translate(last)

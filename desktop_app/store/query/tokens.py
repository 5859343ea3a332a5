"""Cuts what was typed into words, phrases, and what is written like a filter."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.search import FilterKind
from desktop_app.store.query import intervals, words

_SPACES = re.compile(r"\s*")
_WORD = re.compile(r"\S+")
# A minus before a digit is the sign of a number.
_MINUS = re.compile(r"-(?=[^\s0-9])")
_NAME = re.compile(r"([a-z]+|[\u4e00-\u9fff]+):")
# Not 1.2..., which is a number and dots; 1..2 is a range.
_COMPARISON = re.compile(
    r"(?:[<>]=?|=[<>]|[≤≥≦≧])\s*[+-]?[0-9]|[+-]?[0-9]\S*?(?:[.]{2,3}|…+)[0-9+-]"
)
_NUMBERS = {FilterKind.VALUE, FilterKind.GROWTH, FilterKind.YEAR}
_MOST_WORDS = 5
"""A number with spaces around its signs has no more: `100 亿元 至 200 亿元`."""
# Two numbers beside each other are no number, and a sign before a word belongs to it.
_APART = re.compile(r"[0-9][.]?\s+[.]?[0-9]|\s-\S")


class Token(Struct, frozen=True):
    """A piece of what was typed, at `start` to `end`, its minus with it.

    `text` is without the minus and the quotes of a phrase. What is written like a filter has its
    `kind`, and its `value` at `value_start`; it may still make no sense.
    """

    text: str
    start: int
    end: int
    without: bool = False
    is_phrase: bool = False
    kind: FilterKind | None = None
    value: str = ""
    value_start: int = 0
    is_quoted: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of `text`, in order."""
    folded = words.fold(text)
    at = _past_spaces(folded, 0)
    while at < len(text):
        token = _token(text, folded, at)
        if token.text:
            yield token
        at = _past_spaces(folded, token.end)


def _past_spaces(folded: str, at: int) -> int:
    spaces = _SPACES.match(folded, at)
    return spaces.end() if spaces else at


def _token(text: str, folded: str, start: int) -> Token:
    minus = _MINUS.match(folded, start)
    at = minus.end() if minus else start
    found = _filter(text, folded, at)
    if found is not None:
        return replace(found, start=start, without=bool(minus))
    inside = _quoted(folded, at)
    if inside is not None:
        first, last, end = inside
        return Token(text[first:last].strip(), start, end, bool(minus), is_phrase=True)
    end = _word_end(folded, at)
    return Token(text[at:end], start, end, bool(minus))


def _filter(text: str, folded: str, at: int) -> Token | None:
    """Return what is written like a filter at `at`."""
    name = _NAME.match(folded, at)
    if name is not None and name[1] in words.filter_names():
        kind, first = words.filter_names()[name[1]], _value_start(folded, name.end())
    elif _COMPARISON.match(folded, at):
        kind, first = FilterKind.VALUE, at
    else:
        return None
    inside = _quoted(folded, first)
    if inside is not None:
        first, last, end = inside
    else:
        last = end = _spaced_end(folded, first, kind) or _word_end(folded, first)
    return Token(
        text=text[at:end].rstrip(),
        start=at,
        end=end,
        kind=kind,
        value=text[first:last].strip(),
        value_start=first,
        is_quoted=inside is not None,
    )


def _value_start(folded: str, colon_end: int) -> int:
    """Return where the value of a filter begins; a space before it is no matter."""
    at = _past_spaces(folded, colon_end)
    name = _NAME.match(folded, at)
    begins_another = name is not None and name[1] in words.filter_names()
    return colon_end if begins_another or _MINUS.match(folded, at) else at


def _quoted(folded: str, at: int) -> tuple[int, int, int] | None:
    """Return start and end of what a quote at `at` holds, and where it is closed or left open."""
    close = words.QUOTES.get(folded[at : at + 1])
    if close is None:
        return None
    end = folded.find(close, at + 1)
    if end < 0:
        end = len(folded)
    return (at + 1, end, min(end + 1, len(folded))) if end > at + 1 else None


def _word_end(folded: str, at: int) -> int:
    word = _WORD.match(folded, at)
    return word.end() if word else at


def _spaced_end(folded: str, first: int, kind: FilterKind) -> int | None:
    """Return where a number with spaces in it ends: the longest that can be read."""
    if kind not in _NUMBERS:
        return None
    ends = [word.end() for word in islice(_WORD.finditer(folded, first), _MOST_WORDS)]
    for end in reversed(ends[1:]):
        value = folded[first:end]
        if not _APART.search(value) and intervals.read(kind, "".join(value.split())):
            return end
    return None

"""Where a term occurs in folded text: substrings, and numbers as whole numbers.

`28.1` does not occur in 128.1 or 28.15; `53911` occurs in 53,911 and the other way round.
"""

import re
from functools import lru_cache

from desktop_app.domain.search import Term
from desktop_app.system import resources

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])", re.ASCII)
_PLAIN = re.compile(r"(?<![\d.,])[1-9]\d{3,}(?![\d,])", re.ASCII)
_THOUSANDS = re.compile(r"\B(?=(?:\d{3})+$)", re.ASCII)
# A number goes on through points and commas that have digits on both sides.
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*", re.ASCII)

Span = tuple[int, int]


def spellings(term: Term) -> tuple[str, str, str]:
    """Return `term` folded: as typed, without thousands separators, and with them."""
    typed = resources.folding().fold(term.text)
    plain = _GROUPED.sub(lambda number: number[0].replace(",", ""), typed)
    return typed, plain, _PLAIN.sub(lambda number: _THOUSANDS.sub(",", number[0]), typed)


def spans(term: Term, folded: str, label: int = 0) -> tuple[Span, ...]:
    """Return where `term` occurs in `folded` text, in order; overlapping ones are joined.

    The first `label` characters are an item number, which is no part of a number behind it: in
    `4.2022年` there are 4 and 2022.
    """
    pattern = _pattern(term)
    inside = _inside_numbers(folded, label) if term.whole_number else frozenset[int]()
    found: list[Span] = []
    match = pattern.search(folded)
    while match:
        if not _cuts_number(match, inside):
            found.append(match.span())
        match = pattern.search(folded, match.start() + 1)
    return joined(found)


def _inside_numbers(folded: str, label: int) -> frozenset[int]:
    """Return the places where a cut would part a number."""
    numbers = (*_NUMBER.finditer(folded, 0, label), *_NUMBER.finditer(folded, label))
    return frozenset(
        place for number in numbers for place in range(number.start() + 1, number.end())
    )


def _cuts_number(match: re.Match[str], inside: frozenset[int]) -> bool:
    """Whether a match begins or ends with a part of a number."""
    begins, ends = _is_digit(match[0][0]), _is_digit(match[0][-1])
    return (begins and match.start() in inside) or (ends and match.end() in inside)


def joined(found: list[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, overlapping ones joined into one; touching ones stay apart."""
    result: list[Span] = []
    for start, end in sorted(found):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


@lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(text) for text in sorted(set(spellings(term)))))


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()

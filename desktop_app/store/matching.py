"""Where a term occurs in folded text: substrings, and numbers as whole numbers.

`28.1` does not occur in 128.1 or 28.15; `53911` occurs in 53,911 and the other way round.
"""

import re
from functools import lru_cache

from desktop_app.domain.search import Term
from desktop_app.system import resources

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])", re.ASCII)
_PLAIN = re.compile(r"(?<![\d.,])\d{4,}(?![\d,])", re.ASCII)
# A number goes on through points and commas that have digits on both sides.
_NO_NUMBER_BEFORE = r"(?<![0-9])(?<![0-9][.,])"
_NO_NUMBER_AFTER = r"(?![0-9])(?![.,][0-9])"

Span = tuple[int, int]


def spellings(term: Term) -> tuple[str, str, str]:
    """Return `term` folded: as typed, without thousands separators, and with them."""
    typed = resources.folding().fold(term.text)
    plain = _GROUPED.sub(lambda number: number[0].replace(",", ""), typed)
    return typed, plain, _PLAIN.sub(lambda number: f"{int(number[0]):,}", typed)


def spans(term: Term, folded: str) -> tuple[Span, ...]:
    """Return where `term` occurs in `folded` text, in order; overlapping ones are joined."""
    pattern = _pattern(term)
    found: list[Span] = []
    match = pattern.search(folded)
    while match:
        found.append(match.span())
        match = pattern.search(folded, match.start() + 1)
    return joined(found)


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
    return re.compile("|".join(_bounded(spelling) for spelling in sorted(set(spellings(term)))))


def _bounded(spelling: str) -> str:
    before = _NO_NUMBER_BEFORE if _is_digit(spelling[0]) else ""
    after = _NO_NUMBER_AFTER if _is_digit(spelling[-1]) else ""
    return f"{before}{re.escape(spelling)}{after}"


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()

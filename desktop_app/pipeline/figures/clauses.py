"""Sentences and clauses of a passage, with the quantities each holds."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.pipeline.figures.numbers import Quantity

# A lone ? or ! is no mark but a lost byte.
_STOPS = "。！？\n"
_BREAKS = "，,；;：:"
_COMMAS, _DEALT = "，,", "分别"
_OPENING = {"（": "）", "(": ")", "“": "”", "《": "》", "〈": "〉", "‘": "’", "「": "」"}
_PARENTHESIS = re.compile("[（(]")
# A parenthesis that is not closed within so many characters is not one.
_FARTHEST = 300


@dataclass(slots=True)
class Clause:
    """`text[start:end]` between two marks; `mark` is the one that ends it.

    `inner` clauses stand in parentheses. `sentence` counts sentences within the passage.
    """

    start: int
    end: int
    mark: str
    sentence: int
    inner: bool = False
    quantities: list[Quantity] = field(default_factory=list)


def clauses(text: str, quantities: list[Quantity]) -> list[Clause]:
    """Return the clauses of `text` in their order."""
    starts = [quantity.start for quantity in quantities]

    def within(start: int, end: int) -> list[Quantity]:
        return quantities[bisect_left(starts, start) : bisect_left(starts, end)]

    found = _outer(text, quantities)
    ends = [clause.end for clause in found]
    asides: list[Clause] = []
    for start, end in _parentheses(text):
        if within(start, end):
            host = found[bisect_left(ends, start)]
            for part in _outer(text[start:end], []):
                place = part.start + start, part.end + start
                aside = Clause(*place, part.mark, host.sentence, inner=True)
                aside.quantities = within(*place)
                asides.append(aside)
    taken = {quantity.start for aside in asides for quantity in aside.quantities}
    for clause in found:
        clause.quantities = [q for q in within(clause.start, clause.end) if q.start not in taken]
    return sorted(found + asides, key=_first_place)


def _first_place(clause: Clause) -> int:
    return clause.quantities[0].start if clause.quantities else clause.start


def _parentheses(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between parentheses; of nested ones the outer opening and first close."""
    end = 0
    for opening in _PARENTHESIS.finditer(text):
        if opening.start() < end:
            continue
        close = text.find(_OPENING[opening[0]], opening.start(), opening.start() + _FARTHEST)
        if close > 0:
            end = close
            yield opening.end(), close


def _outer(text: str, quantities: list[Quantity]) -> list[Clause]:
    found: list[Clause] = []
    taken = {at for q in quantities for at in range(q.start, q.end)}
    starts, ends = {q.start for q in quantities}, {q.end for q in quantities}
    closing = ""
    start = sentence = 0
    for at, char in enumerate(text):
        if closing:
            closing = "" if char == closing or char in _STOPS else closing
            if closing or char not in _STOPS:
                continue
        if char in _OPENING and _OPENING[char] in text[at : at + 120]:
            closing = _OPENING[char]
        elif char in _COMMAS and at in ends and at + 1 in starts and _DEALT in text[start:at]:
            # It parts the numbers of one list: 分别增长7.9%，5.4%和6.1%.
            continue
        elif at not in taken and char in _STOPS + _BREAKS:
            found.append(Clause(start, at, char, sentence))
            start = at + 1
            sentence += char in _STOPS
    found.append(Clause(start, len(text), "", sentence))
    return [clause for clause in found if clause.end > clause.start]

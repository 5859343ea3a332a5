"""Sentences and clauses of a passage, with the quantities each holds."""

from dataclasses import dataclass, field

from desktop_app.pipeline.figures.quantities import Quantity

# A lone ? or ! is no mark but a lost byte.
_STOPS = "。！？\n"
_BREAKS = "，,；;：:"
_OPENING = {"（": "）", "(": ")", "“": "”", "《": "》", "〈": "〉", "‘": "’", "「": "」"}


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
    inner = _inner(text, quantities)
    found = _outer(text, quantities)
    for clause in found:
        held = [q for q in quantities if clause.start <= q.start < clause.end]
        clause.quantities = [q for q in held if not any(a <= q.start < b for a, b in inner)]
    for start, end in inner:
        host = next(clause for clause in found if clause.start <= start <= clause.end)
        parts = _outer(text[start:end], [])
        for part in parts:
            part.start, part.end = part.start + start, part.end + start
            part.sentence, part.inner = host.sentence, True
            part.quantities = [q for q in quantities if part.start <= q.start < part.end]
        found += parts
    return sorted(found, key=_first_place)


def _first_place(clause: Clause) -> int:
    return clause.quantities[0].start if clause.quantities else clause.start


def _inner(text: str, quantities: list[Quantity]) -> list[tuple[int, int]]:
    """Return the parentheses that hold quantities."""
    spans = []
    at = 0
    while at < len(text):
        if text[at] in "（(":
            close = text.find(_OPENING[text[at]], at)
            if close > 0 and any(at < q.start < close for q in quantities):
                spans.append((at + 1, close))
                at = close
        at += 1
    return spans


def _outer(text: str, quantities: list[Quantity]) -> list[Clause]:
    found: list[Clause] = []
    taken = {at for q in quantities for at in range(q.start, q.end)}
    closing = ""
    start = sentence = 0
    for at, char in enumerate(text):
        if closing:
            closing = "" if char == closing or char in _STOPS else closing
            if closing or char not in _STOPS:
                continue
        if char in _OPENING and _OPENING[char] in text[at : at + 120]:
            closing = _OPENING[char]
        elif at not in taken and char in _STOPS + _BREAKS:
            found.append(Clause(start, at, char, sentence))
            start = at + 1
            sentence += char in _STOPS
    found.append(Clause(start, len(text), "", sentence))
    return [clause for clause in found if clause.end > clause.start]

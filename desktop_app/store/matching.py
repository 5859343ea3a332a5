"""Where the terms of a query stand in a passage."""

from collections.abc import Iterator

from desktop_app.store.canonical import canonical, places
from desktop_app.store.wants import Asked

Span = tuple[int, int]


def spans(asked: Asked, folded: str, label: int = 0) -> tuple[Span, ...]:
    """Return where the wanted texts occur in `folded` text, in order; overlapping ones joined."""
    text = canonical(folded, label)
    at = places(folded, label) or range(len(folded) + 1)
    found = [
        (at[start], at[start + len(wanted) - 1] + 1)
        for group in asked.groups
        for wanted in group.texts
        for start in _occurrences(wanted, text)
    ]
    return joined(found)


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def joined(found: list[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, overlapping ones joined into one; touching ones stay apart."""
    result: list[Span] = []
    for start, end in sorted(found):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)

"""Where the terms of a query stand in a passage."""

from collections.abc import Iterator, Sequence

from desktop_app.store.canonical import canonical, places
from desktop_app.store.wants import Asked

Span = tuple[int, int]


def spans(asked: Asked, folded: str, label: int = 0) -> tuple[Span, ...]:
    """Return where the wanted texts occur in `folded` text, in order; overlapping ones joined."""
    text, at = _compared(asked, folded, label)
    found = [
        (at[start], at[start + len(wanted) - 1] + 1)
        for group in asked.groups
        for wanted in group.texts
        for start in _occurrences(wanted, text)
    ]
    return joined(found)


def _compared(asked: Asked, folded: str, label: int) -> tuple[str, Sequence[int]]:
    """Return a text that the wanted ones are found in, and where its characters stand.

    Letters are the same in both forms: only what has digits or signs needs the canonical one.
    """
    same = range(len(folded) + 1)
    if all(wanted.isalpha() for group in asked.groups for wanted in group.texts):
        return folded, same
    return canonical(folded, label), places(folded, label) or same


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

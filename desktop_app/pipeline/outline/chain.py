"""Which of the numbers at line starts count on from one another.

A number is a heading only in sequence. Chapters are chosen over the whole text, so that a table of
contents or the numbered rows of a table do not take the place of the chapters; items are read in
order, and start again in each parent. Both take time in proportion to the numbers.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from desktop_app.pipeline.outline.numbering import Numbered

_OWN_LINE, _BODY_FOLLOWS, _RUN_IN, _TOPIC = 3, 2, 1, 3
# What the first number that is missing costs, and each further one.
_GAP, _WIDER_GAP = 4, 2
_LATE_START, _MOST_LOST = 2, 4


def chapters(
    candidates: Sequence[Numbered],
    own_line: Callable[[Numbered], bool],
    topic: Callable[[Numbered], bool] = lambda _: False,
) -> list[Numbered]:
    """Return the best founded run of 一, 二, 三 … among `candidates`, all of one style.

    A line of its own is worth more than a run-in, a heading that text follows more than one in a
    list of headings, and a topic of bulletins' chapters more than other words. A few numbers may
    be lost, or one printed twice.
    """
    scores: list[int] = []
    previous: list[int | None] = []
    # Of each value the candidate that the best run so far ends with.
    best: dict[int, int] = {}
    lines = {candidate.line for candidate in candidates}
    for at, candidate in enumerate(candidates):
        worth = _OWN_LINE if own_line(candidate) else _RUN_IN
        worth += _TOPIC if topic(candidate) else 0
        worth += _BODY_FOLLOWS if candidate.line + 1 not in lines else 0
        steps = [
            (
                scores[before] + worth - _lost(candidates[before].value, candidate.value),
                before,
            )
            for before in _before(candidates, at, best)
        ]
        alone = worth - _LATE_START * (candidate.value - 1)
        score, origin = max(steps, default=(alone - 1, -1))
        scores.append(max(score, alone))
        previous.append(origin if score >= alone else None)
        if candidate.value not in best or scores[at] >= scores[best[candidate.value]]:
            best[candidate.value] = at
    if not scores:
        return []
    place: int | None = max(range(len(scores)), key=lambda at: (scores[at], at))
    run: list[Numbered] = []
    while place is not None:
        run.append(candidates[place])
        place = previous[place]
    run.reverse()
    return run


def _lost(before: int, value: int) -> int:
    """Return what it costs to count from one number to another that is not the next."""
    missing = abs(value - before - 1)
    return _GAP + _WIDER_GAP * (missing - 1) if missing else 0


def _before(candidates: Sequence[Numbered], at: int, best: dict[int, int]) -> list[int]:
    """Return the candidates that `at` may count on from."""
    value = candidates[at].value
    places = [best[value - step] for step in range(1, _MOST_LOST + 2) if value - step in best]
    # A number printed twice in a row by mistake costs as much as one that was lost.
    if at and candidates[at - 1].value == value:
        places.append(at - 1)
    return places


def items(candidates: Sequence[Numbered]) -> list[Numbered]:
    """Return the numbers that count on from 1; a second 1 starts again where a 2 follows it.

    A number whose dot a digit follows (4.4-9月份) gives way to a plain one of the same value.
    """
    ahead = _Ahead(candidates)
    run: list[Numbered] = []
    for at, candidate in enumerate(candidates):
        last = run[-1].value if run else 0
        if candidate.value == last + 1:
            if not (candidate.decimal and ahead.contests(at, first=last == 0)):
                run.append(candidate)
        elif candidate.value == last + 2 and last and not candidate.decimal:
            if not ahead.comes(at, last + 1, before=last + 2):
                run.append(candidate)
        elif (
            candidate.value == 1 and not candidate.decimal and ahead.comes(at, 2, before=last + 1)
        ):
            run.append(candidate)
    return run


class _Ahead:
    """Which numbers follow a place, found without walking there."""

    def __init__(self, candidates: Sequence[Numbered]) -> None:
        self._candidates = candidates
        self._places: dict[int, list[int]] = defaultdict(list)
        self._plain: dict[int, list[int]] = defaultdict(list)
        for at, candidate in enumerate(candidates):
            self._places[candidate.value].append(at)
            if not candidate.decimal:
                self._plain[candidate.value].append(at)

    def comes(self, at: int, value: int, *, before: int) -> bool:
        """Whether `value` follows `at`, and no `before` comes first."""
        wanted = _next(self._places[value], at)
        other = _next(self._places[before], at)
        return wanted is not None and (other is None or wanted <= other)

    def contests(self, at: int, *, first: bool) -> bool:
        """Whether a plain number of the same value follows, or no second follows a first."""
        value = self._candidates[at].value
        same = _next(self._plain[value], at)
        following = _next(self._places[value + 1], at)
        if same is not None and (following is None or same < following):
            return True
        return first and following is None


def _next(places: Sequence[int], at: int) -> int | None:
    found = bisect_right(places, at)
    return places[found] if found < len(places) else None

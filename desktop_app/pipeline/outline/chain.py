"""Which of the numbers at line starts count on from one another.

A number is a heading only in sequence. Chapters are chosen over the whole text, so that a table of
contents or the numbered rows of a table do not take the place of the chapters; items are read in
order, and start again in each parent.
"""

from collections.abc import Callable, Sequence

from desktop_app.pipeline.outline.numbering import Numbered

_OWN_LINE, _BODY_FOLLOWS, _RUN_IN = 3, 2, 1
_GAP, _LATE_START, _MOST_LOST = 4, 2, 2


def chapters(
    candidates: Sequence[Numbered],
    own_line: Callable[[Numbered], bool],
) -> list[Numbered]:
    """Return the best founded run of 一, 二, 三 … among `candidates`, all of one style.

    A line of its own is worth more than a run-in, and a heading that text follows more than one
    in a list of headings. A number or two may be lost, or one printed twice.
    """
    scores: list[int] = []
    previous: list[int | None] = []
    lines = {candidate.line for candidate in candidates}
    for at, candidate in enumerate(candidates):
        worth = _OWN_LINE if own_line(candidate) else _RUN_IN
        worth += _BODY_FOLLOWS if candidate.line + 1 not in lines else 0
        score, origin = worth - _LATE_START * (candidate.value - 1), None
        for before in range(at):
            step = candidate.value - candidates[before].value
            # A number printed twice in a row by mistake costs as much as one that was lost.
            if 1 <= step <= _MOST_LOST + 1 or (step == 0 and before == at - 1):
                total = scores[before] + worth - _GAP * abs(step - 1)
                if total >= score:
                    score, origin = total, before
        scores.append(score)
        previous.append(origin)
    if not scores:
        return []
    at_best: int | None = max(range(len(scores)), key=lambda place: (scores[place], place))
    run: list[Numbered] = []
    while at_best is not None:
        run.append(candidates[at_best])
        at_best = previous[at_best]
    run.reverse()
    return run


def items(candidates: Sequence[Numbered]) -> list[Numbered]:
    """Return the numbers that count on from 1; a second 1 starts again where a 2 follows it.

    A number whose dot a digit follows (4.4-9月份) gives way to a plain one of the same value.
    """
    run: list[Numbered] = []
    for at, candidate in enumerate(candidates):
        last = run[-1].value if run else 0
        later = candidates[at + 1 :]
        if candidate.value == last + 1:
            if not (candidate.decimal and _contested(candidate, later, first=last == 0)):
                run.append(candidate)
        elif candidate.value == last + 2 and last and not candidate.decimal:
            if not _comes(last + 1, later, before=last + 2):
                run.append(candidate)
        elif candidate.value == 1 and not candidate.decimal and _comes(2, later, before=last + 1):
            run.append(candidate)
    return run


def _contested(candidate: Numbered, later: Sequence[Numbered], *, first: bool) -> bool:
    """Whether a plain number of the same value follows, or no second follows a first."""
    for other in later:
        if other.value == candidate.value and not other.decimal:
            return True
        if other.value == candidate.value + 1:
            return False
    return first


def _comes(value: int, later: Sequence[Numbered], *, before: int) -> bool:
    """Whether `value` follows, and no `before` comes first."""
    for other in later:
        if other.value == value:
            return True
        if other.value == before:
            return False
    return False

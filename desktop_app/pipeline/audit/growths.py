"""The growth of a whole against the growth of its parts."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from desktop_app.domain.bulletin import Figure
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, holds, say_number
from desktop_app.pipeline.audit.numbers import amount_of, decimal_of, step_of
from desktop_app.pipeline.audit.outcome import Weight

_ONE = Decimal(1)


def claims(sums: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the growth of the wholes that are the sum of parts with a growth of their own."""
    for claim in sums:
        parts = claim.attempts[0].parts
        if not claim.change and holds(claim) and all(map(_grows, (claim.figure, *parts))):
            yield from _of_whole(claim.figure, parts)


def _grows(figure: Figure) -> bool:
    exact = figure.change_unit == "%" and not figure.change_approx
    return exact and decimal_of(figure.change) is not None


def _of_whole(whole: Figure, parts: Sequence[Figure]) -> Iterator[Claim]:
    bases = {figure.compared_with for figure in (whole, *parts) if figure.compared_with}
    if len({base.removesuffix("同期").removesuffix("末") for base in bases}) > 1:
        return
    real = lexicon.table()["changes"]["real"]
    if any(lexicon.holds(figure.basis, real) for figure in (whole, *parts)):
        yield from _between(whole, parts)
    else:
        yield from _weighed(whole, parts)


def _between(whole: Figure, parts: Sequence[Figure]) -> Iterator[Claim]:
    """Yield a growth at constant prices outside those of all its parts: no weights give that."""
    changes = [Decimal(part.change) for part in parts]
    stated = Decimal(whole.change)
    steps = [step_of(change) for change in (stated, *changes)]
    low, high = min(changes), max(changes)
    if low - max(steps) <= stated <= high + max(steps):
        return
    bound = low if stated < low else high
    formula = "、".join(part.change for part in parts)
    attempt = Attempt(formula, bound, Decimal(0), tuple(parts), Weight.OPEN, "between")
    yield Claim("between", whole, (attempt,), change=True)


def _weighed(whole: Figure, parts: Sequence[Figure]) -> Iterator[Claim]:
    """Yield a growth against last year's sum, had from this year's parts and their growth."""
    now, then, open_by = Decimal(0), Decimal(0), Decimal(0)
    levels: list[str] = []
    terms: list[str] = []
    for part in parts:
        amount, change = amount_of(part), Decimal(part.change)
        factor = _ONE + change / 100
        if amount is None or factor <= 0:
            return
        past = amount.value / factor
        now, then = now + amount.value, then + past
        open_by += past * step_of(change) / 200 / factor + amount.half
        levels.append(say_number(part, whole.unit))
        terms.append(f"{levels[-1]}÷{factor.normalize():f}")
    if then <= 0:
        return
    computed = (now / then - 1) * 100
    slack = now / then * open_by / then * 100
    formula = f"（{'+'.join(levels)}）÷（{'+'.join(terms)}）-1"
    attempt = Attempt(formula, computed, slack, tuple(parts), Weight.OPEN, "revision")
    yield Claim("growth", whole, (attempt,), change=True)

"""What a text states and the ways it can be recomputed, and how they fit."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import Struct

from desktop_app.domain.bulletin import Figure
from desktop_app.pipeline.audit import estimates, lexicon
from desktop_app.pipeline.audit.numbers import decimal_of, factor_of, step_of
from desktop_app.pipeline.audit.outcome import Outcome, Weight


class Attempt(Struct, frozen=True):
    """One way to recompute a stated figure.

    `computed` and `slack` are in the stated unit; `slack` is what the parts' rounding leaves
    open. `reason` names why an open reading may differ and still be right.
    """

    formula: str
    computed: Decimal
    slack: Decimal
    parts: tuple[Figure, ...]
    weight: Weight = Weight.FIRM
    reason: str = "scope"


class Claim(Struct, frozen=True):
    """A relation that a stated figure, or with `change` its printed change, takes part in.

    The attempts are readings of one relation: the best counts. `part` is the one number of a
    structure that is meant; `whole` is what the numbers of a structure should make up; `bound`
    says that the figure may be no larger (`most`) or no smaller (`least`) than what is computed.
    """

    kind: str
    figure: Figure
    attempts: tuple[Attempt, ...]
    change: bool = False
    part: str = ""
    whole: Decimal | None = None
    bound: Literal["", "most", "least"] = ""

    @property
    def printed(self) -> str:
        if self.change:
            return self.figure.change + self.figure.change_unit
        return self.figure.value + self.figure.unit

    @property
    def value(self) -> Decimal:
        if self.whole is not None:
            return self.whole
        printed = self.figure.change if self.change else self.part or self.figure.value
        return decimal_of(printed) or Decimal(0)

    @property
    def unit(self) -> str:
        return self.figure.change_unit if self.change else self.figure.unit


def outcome_of(claim: Claim, attempt: Attempt) -> Outcome:
    """Return how an attempt fits: rounding to the printed digits, near by rounding, or not."""
    stated = claim.value
    step = step_of(stated)
    difference = abs(attempt.computed - stated)
    if claim.bound:
        over = stated - attempt.computed if claim.bound == "most" else attempt.computed - stated
        return Outcome.AGREES if over <= attempt.slack + step / 2 else Outcome.DIFFERS
    if not claim.change and claim.figure.approx:
        return estimates.outcome(claim.figure.approx, stated, attempt.computed, attempt.slack)
    for rule in (ROUND_HALF_UP, ROUND_HALF_EVEN):
        if abs(attempt.computed).quantize(step, rule) == abs(stated) and difference < step:
            return Outcome.AGREES
    if difference < step or (attempt.slack and difference <= attempt.slack + step / 2):
        return Outcome.ROUNDS
    return Outcome.DIFFERS


def best_of(claim: Claim) -> Outcome:
    """Return how the best attempt of a claim fits."""
    return min(outcome_of(claim, attempt) for attempt in claim.attempts)


def holds(claim: Claim) -> bool:
    """Whether a claim agrees, by rounding at least."""
    return best_of(claim) is not Outcome.DIFFERS


def luck_of(claim: Claim, tries: int = 1) -> Decimal:
    """Return how likely it is that one of `tries` attempts like the first agrees by chance.

    What need not add up may add up to anything up to the whole: the chance is the share of the
    whole that rounding leaves open. Numbers counted one by one leave a single value.
    """
    attempt, stated = claim.attempts[0], abs(claim.value)
    if not stated:
        return Decimal(1)
    return tries * (2 * attempt.slack + step_of(claim.value)) / stated


def told(claim: Claim, tries: int = 1) -> bool:
    """Whether a claim that nothing but its numbers speaks for is worth saying."""
    luck = Decimal(str(lexicon.table()["lists"]["luck"]))
    exact = claim.attempts[0].slack == 0
    return holds(claim) and (luck_of(claim, tries) <= luck or (exact and tries == 1))


def near(claim: Claim) -> bool:
    """Whether a number is off by a mistake, not by a wrong reading: not by far, or by 10ⁿ."""
    if not claim.value:
        return False
    share = claim.attempts[0].computed / claim.value
    far = Decimal(str(lexicon.table()["lists"]["far"]))
    slips = [Decimal(power) for power in lexicon.table()["unit_slips"]]
    slipped = any(abs(share / times - 1) < Decimal("0.001") for p in slips for times in (p, 1 / p))
    return abs(share - 1) <= far or slipped


def total_of(figures: Sequence[Figure], unit: str) -> str:
    """Return a sum for a formula."""
    terms = [say_number(figure, unit) for figure in figures]
    signed = [
        f"({term})" if term.startswith("-") and at else term for at, term in enumerate(terms)
    ]
    return "+".join(signed)


def say_number(figure: Figure, unit: str) -> str:
    """Return a figure for a formula: bare in the stated unit, else with its own."""
    return figure.value if figure.unit == unit else figure.value + figure.unit


def in_unit(value: Decimal, unit: str) -> Decimal:
    """Return a number of base units in `unit`."""
    return value / factor_of(unit)

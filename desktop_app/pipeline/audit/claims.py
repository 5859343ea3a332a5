"""What a text states and the ways it can be recomputed: verdicts, messages, findings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from enum import IntEnum

from desktop_app.domain.bulletin import Figure, Finding, Reading
from desktop_app.domain.messages import Message
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.numbers import decimal_of, factor_of, step_of
from desktop_app.system import resources

# How a recomputed value is told, where it is no equation.
_EQUATIONS = {"pair": "audit_pair"}


class Outcome(IntEnum):
    """How a reading fits what is stated, the best first."""

    AGREES = 0
    ROUNDS = 1
    DIFFERS = 2


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to recompute a stated figure.

    `computed` and `slack` are in the stated unit; `slack` is what the parts' rounding leaves
    open. A `firm` attempt that differs speaks against the figure; any other only speaks for it.
    """

    formula: str
    computed: Decimal
    slack: Decimal
    parts: tuple[Figure, ...]
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated figure, or with `change` its printed change, and the attempts to recompute it.

    `across` says that levels of several years are involved. `part` is the one number of a
    structure that is meant; `whole` is what the numbers of a structure should make up.
    """

    kind: str
    figure: Figure
    attempts: tuple[Attempt, ...]
    change: bool = False
    across: bool = False
    part: str = ""
    whole: Decimal | None = None

    @property
    def printed(self) -> str:
        if self.part:
            return self.part
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


@dataclass(slots=True)
class _Judged:
    claim: Claim
    attempts: list[tuple[Attempt, Outcome]] = field(default_factory=list)

    @property
    def best(self) -> Outcome:
        return min(outcome for _, outcome in self.attempts)


def outcome_of(claim: Claim, attempt: Attempt) -> Outcome:
    """Return how an attempt fits: rounding to the printed digits, near by rounding, or not."""
    stated = claim.value
    step = step_of(stated)
    difference = abs(attempt.computed - stated)
    if not claim.change and claim.figure.approx:
        return _outcome_of_estimate(claim, attempt, step)
    for rule in (ROUND_HALF_UP, ROUND_HALF_EVEN):
        if abs(attempt.computed).quantize(step, rule) == abs(stated) and difference < step:
            return Outcome.AGREES
    if difference < step or (attempt.slack and difference <= attempt.slack + step / 2):
        return Outcome.ROUNDS
    return Outcome.DIFFERS


def _outcome_of_estimate(claim: Claim, attempt: Attempt, step: Decimal) -> Outcome:
    stated, table = claim.value, lexicon.table()["estimates"]
    gap = attempt.computed - stated
    bounds = {"above": gap >= -step, "below": gap <= step}
    for side, holds in bounds.items():
        if claim.figure.approx in table[side]:
            return Outcome.AGREES if holds else Outcome.DIFFERS
    near = abs(gap) <= abs(stated) * Decimal(str(table["near"]))
    return Outcome.AGREES if near else Outcome.DIFFERS


def findings_of(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Yield one finding for each stated figure that can be judged, in the text's order."""
    merged: dict[tuple[int, bool, str], _Judged] = {}
    for claim in claims:
        judged = merged.setdefault((claim.figure.id, claim.change, claim.part), _Judged(claim))
        judged.claim = replace(judged.claim, across=judged.claim.across and claim.across)
        known = {attempt.formula for attempt, _ in judged.attempts}
        judged.attempts += [
            (attempt, outcome_of(claim, attempt))
            for attempt in claim.attempts
            if attempt.formula not in known
        ]
    for judged in sorted(merged.values(), key=lambda one: one.claim.figure.start):
        if judged.attempts and _worth_saying(judged):
            yield _finding(judged)


def _worth_saying(judged: _Judged) -> bool:
    """Whether a reading agrees, or one that had to agree does not."""
    if judged.best is not Outcome.DIFFERS:
        return True
    return any(
        attempt.firm and not any(part.approx for part in attempt.parts)
        for attempt, _ in judged.attempts
    )


def _finding(judged: _Judged) -> Finding:
    claim = judged.claim
    best = judged.best
    shown = sorted(judged.attempts, key=lambda pair: (pair[1], not pair[0].firm))
    if best is not Outcome.DIFFERS:
        shown = [pair for pair in shown if pair[1] is not Outcome.DIFFERS or pair[0].firm]
    verdict = lexicon.table()["verdicts"][_verdict(best, claim)]
    readings = tuple(
        Reading(attempt.formula, _shown(attempt.computed, claim)) for attempt, _ in shown
    )
    told = [pair for pair in shown if pair[1] is best]
    spans = [_stated_span(claim)]
    spans += [(part.start, part.end) for attempt, _ in shown for part in attempt.parts]
    return Finding(
        claim.kind,
        verdict,
        _message(claim, best, told),
        claim.printed,
        readings,
        tuple(dict.fromkeys(spans)),
    )


def _verdict(best: Outcome, claim: Claim) -> str:
    if best is Outcome.DIFFERS and claim.across:
        return "open"
    return ("agrees", "rounds", "differs")[best]


def _stated_span(claim: Claim) -> tuple[int, int]:
    figure = claim.figure
    if claim.change and figure.change_end:
        return figure.change_start, figure.change_end
    return figure.start, figure.end


def _message(claim: Claim, best: Outcome, told: list[tuple[Attempt, Outcome]]) -> str:
    figure = claim.figure
    equation = _EQUATIONS.get(claim.kind, "audit_equation")
    equations = "；".join(
        _say(equation, formula=a.formula, computed=_shown(a.computed, claim)) for a, _ in told
    )
    manner = "change" if claim.change else "whole" if claim.whole is not None else "level"
    stated = _say(
        f"audit_stated_{manner}",
        name=figure.indicator,
        printed=claim.printed,
        approx=figure.approx if not claim.change else "",
    )
    words = _say(
        "audit_message",
        stated=stated,
        equations=equations,
        remark=_say(f"audit_{_verdict(best, claim)}"),
    )
    if best is Outcome.DIFFERS:
        words += _hint(claim, told)
    if figure.doubtful or any(part.doubtful for attempt, _ in told for part in attempt.parts):
        words += _say("audit_doubtful")
    return words


def _hint(claim: Claim, told: list[tuple[Attempt, Outcome]]) -> str:
    """Return a word on a slip of the unit, where the figure is off by a power of ten."""
    if claim.figure.approx:
        return ""
    for attempt, _ in told:
        for power in lexicon.table()["unit_slips"]:
            for times in (Decimal(power), 1 / Decimal(power)):
                scaled = replace(attempt, computed=attempt.computed * times, slack=Decimal(0))
                if claim.value and outcome_of(claim, scaled) is Outcome.AGREES:
                    return _say("audit_unit_slip", times=power)
    return ""


def _shown(computed: Decimal, claim: Claim) -> str:
    """Return a computed value with a digit more than stated, where that is not a zero."""
    step = step_of(claim.value)
    digits = step.scaleb(-1)
    if claim.unit in {"%", "‰"}:
        digits = min(digits, Decimal("0.01"))
    coarse, fine = (computed.quantize(exact, ROUND_HALF_UP) for exact in (step, digits))
    text = f"{coarse:f}" if coarse == fine else f"{fine:f}".rstrip("0")
    return f"{text}{claim.unit}"


def say_number(figure: Figure, unit: str) -> str:
    """Return a figure for a formula: bare in the stated unit, else with its own."""
    return figure.value if figure.unit == unit else figure.value + figure.unit


def in_unit(value: Decimal, unit: str) -> Decimal:
    """Return a number of base units in `unit`."""
    return value / factor_of(unit)


def _say(message: str, **params: str | int) -> str:
    return resources.sentence(Message(message, params), "zh_CN")

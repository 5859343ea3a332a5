"""One finding for each stated figure: verdict, words, and every reading."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Finding, Reading
from desktop_app.domain.messages import Message, Param
from desktop_app.pipeline.audit import estimates, lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, outcome_of
from desktop_app.pipeline.audit.numbers import step_of
from desktop_app.pipeline.audit.outcome import Outcome, Weight
from desktop_app.system import resources, vocabulary

# Verdicts from the best to the worst; a figure's own is the worst of its relations.
_AGREES, _ROUNDS, _OPEN, _DIFFERS = range(4)
_KEYS = ("agrees", "rounds", "open", "differs")
# How a recomputed value is told, where it is no equation.
_EQUATIONS = {
    "pair": "audit_pair",
    "moved": "audit_moved",
    "sign": "audit_sign",
    "between": "audit_between",
}


class _Judged(Struct, frozen=True):
    """A relation with what it says: `told` are the attempts that the verdict rests on."""

    claim: Claim
    verdict: int
    told: tuple[Attempt, ...]
    reason: str = ""


def findings_of(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Yield one finding for each stated figure that can be judged, in the text's order."""
    by_figure: dict[tuple[int, bool], list[_Judged]] = {}
    for claim in claims:
        judged = _judged(claim)
        if judged is not None:
            by_figure.setdefault((claim.figure.id, claim.change), []).append(judged)
    for all_of_it in sorted(by_figure.values(), key=lambda one: one[0].claim.figure.start):
        yield _finding(_without_repeats(all_of_it))


def _judged(claim: Claim) -> _Judged | None:
    """Return what a relation says; None where it differs and need not hold.

    A change told by 近 or 以上 is held against nothing: a fall by more is a smaller number.
    """
    if claim.change and claim.figure.change_approx:
        return None
    outcomes = [(attempt, outcome_of(claim, attempt)) for attempt in claim.attempts]
    best = min(outcome for _, outcome in outcomes)
    if best is not Outcome.DIFFERS:
        told = tuple(attempt for attempt, outcome in outcomes if outcome is best)
        return None if claim.bound else _Judged(claim, int(best), told)
    firm = [a for a in claim.attempts if a.weight is Weight.FIRM]
    told = tuple(firm or [a for a in claim.attempts if a.weight is Weight.OPEN])
    if not told or any(part.approx for attempt in told for part in attempt.parts):
        return None
    reason = _doubt(claim, told) if firm else told[0].reason
    return _Judged(claim, _OPEN if reason else _DIFFERS, told, reason)


def _doubt(claim: Claim, told: Iterable[Attempt]) -> str:
    """Return why a relation that must hold may still be no error, empty where nothing does."""
    figures = [claim.figure, *(part for attempt in told for part in attempt.parts)]
    if any(figure.doubtful for figure in figures):
        return "damage"
    if not claim.change and claim.figure.approx and not estimates.binds(claim.figure.approx):
        return "estimate"
    return ""


def _without_repeats(relations: list[_Judged]) -> list[_Judged]:
    """Return the relations of a figure without equations told before."""
    known: set[str] = set()
    kept: list[_Judged] = []
    for judged in relations:
        told = tuple(one for one in judged.told if one.formula not in known)
        known.update(one.formula for one in told)
        if told:
            kept.append(replace(judged, told=told))
    return kept


def _finding(relations: list[_Judged]) -> Finding:
    worst = max(relations, key=lambda one: one.verdict)
    claim = worst.claim
    shown = [(one.claim, attempt) for one in relations for attempt in one.told]
    spans = [_stated_span(claim)]
    spans += [(part.start, part.end) for _, attempt in shown for part in attempt.parts]
    readings = tuple(Reading(attempt.formula, _shown(attempt, own)) for own, attempt in shown)
    said = tuple(_sentences(claim, relations))
    return Finding(
        claim.kind,
        lexicon.table()["verdicts"][_KEYS[worst.verdict]],
        resources.sentences(said, "zh_CN"),
        claim.printed,
        readings,
        tuple(dict.fromkeys(spans)),
        said,
    )


def _stated_span(claim: Claim) -> tuple[int, int]:
    figure = claim.figure
    if claim.change and figure.change_end:
        return figure.change_start, figure.change_end
    return figure.start, figure.end


def _sentences(claim: Claim, relations: list[_Judged]) -> Iterator[Message]:
    yield Message(
        "audit_message", {"stated": _stated(claim), "clauses": tuple(_clauses(relations))}
    )
    for one in relations:
        if one.verdict >= _OPEN:
            yield from _hint(one)
    parts = [part for one in relations for attempt in one.told for part in attempt.parts]
    if any(one.doubtful for one in [claim.figure, *parts]):
        yield Message("audit_doubtful")


def _stated(claim: Claim) -> Message:
    """Return what is stated of what: 竣工率78%."""
    figure = claim.figure
    told: dict[str, Param] = {"name": figure.indicator, "printed": claim.printed}
    if claim.change:
        return Message("audit_stated_change", told)
    if figure.approx:
        told["printed"] = vocabulary.approximately(claim.printed, figure.approx)
    return Message(f"audit_stated_{'level' if claim.whole is None else 'whole'}", told)


def _clauses(relations: list[_Judged]) -> Iterator[Message]:
    """Yield what is said of the relations, those with one verdict together, the best first."""
    ranks = sorted({(one.verdict, one.reason) for one in relations})
    for verdict, reason in ranks:
        equations = tuple(
            _equation(one.claim, attempt)
            for one in relations
            if (one.verdict, one.reason) == (verdict, reason)
            for attempt in one.told
        )
        remark = f"audit_open_{reason}" if verdict == _OPEN else f"audit_{_KEYS[verdict]}"
        yield Message("audit_clause", {"equations": equations, "remark": Message(remark)})


def _equation(claim: Claim, attempt: Attempt) -> Message:
    usual = "audit_part" if claim.part else "audit_equation"
    name = _EQUATIONS.get(claim.kind, f"audit_{claim.bound}" if claim.bound else usual)
    computed = _shown(attempt, claim)
    return Message(name, {"formula": attempt.formula, "computed": computed, "stated": claim.part})


def _hint(judged: _Judged) -> Iterator[Message]:
    """Yield a word on a slip of the unit, where the figure is off by a power of ten."""
    claim = judged.claim
    if claim.figure.approx or claim.bound or not claim.value or claim.unit in {"%", "‰"}:
        return
    for attempt in judged.told:
        for power in lexicon.table()["unit_slips"]:
            for times in (Decimal(power), 1 / Decimal(power)):
                scaled = replace(attempt, computed=attempt.computed * times, slack=Decimal(0))
                if outcome_of(claim, scaled) is Outcome.AGREES:
                    yield Message("audit_unit_slip", {"times": power})
                    return


def _shown(attempt: Attempt, claim: Claim) -> str:
    """Return a computed value with a digit more than stated, where that is not a zero."""
    step = step_of(claim.value)
    digits = step.scaleb(-1)
    if claim.unit in {"%", "‰"}:
        digits = min(digits, Decimal("0.01"))
    coarse, fine = (attempt.computed.quantize(e, ROUND_HALF_UP) for e in (step, digits))
    text = f"{coarse:f}" if coarse == fine else f"{fine:f}".rstrip("0")
    return f"{text}{claim.unit}"

"""Structures that make up a hundred: 三次产业结构为3.9:39.0:57.1, with the levels behind them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import (
    Attempt,
    Claim,
    Outcome,
    outcome_of,
    say_number,
)
from desktop_app.pipeline.audit.numbers import step_of
from desktop_app.pipeline.audit.scene import Scene

_HUNDRED = Decimal(100)
_NEAR_HUNDRED = Decimal(5)


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the ratios whose parts should make up a hundred."""
    for figure in scene.figures:
        values = _parts(figure)
        if figure.kind is not Kind.RATIO or len(values) < 2:
            continue
        total = sum(values, Decimal(0))
        if abs(total - _HUNDRED) <= _NEAR_HUNDRED:
            whole = _HUNDRED.quantize(min(step_of(value) for value in values))
            yield Claim("share", figure, (_hundred(figure, values, total),), whole=whole)
            yield from _against_levels(scene, figure)


def _parts(figure: Figure) -> list[Decimal]:
    try:
        return [Decimal(part) for part in figure.value.split(":")]
    except InvalidOperation:
        return []


def _hundred(figure: Figure, values: list[Decimal], total: Decimal) -> Attempt:
    slack = sum((step_of(value) / 2 for value in values), Decimal(0))
    return Attempt("+".join(figure.value.split(":")), total, slack, ())


def _against_levels(scene: Scene, figure: Figure) -> Iterator[Claim]:
    """Yield the shares of a structure that the levels behind it do not give."""
    names = lexicon.table()["structure"]
    printed = figure.value.split(":")
    if figure.indicator not in names["names"] or len(printed) != len(names["parts"]):
        return
    whole = next(iter(scene.called(names["whole"], "", figure.period)), None)
    for share, name in zip(printed, names["parts"], strict=True):
        level = next(iter(scene.called(name, "", figure.period)), None)
        if whole is None or level is None or whole.amount.value <= 0:
            continue
        computed = level.amount.value / whole.amount.value * _HUNDRED
        slack = level.amount.half / whole.amount.value * _HUNDRED
        formula = f"{say_number(level.figure, whole.figure.unit)}÷{whole.figure.value}×100"
        attempt = Attempt(formula, computed, slack, (level.figure, whole.figure))
        claim = Claim("share", figure, (attempt,), part=share)
        if outcome_of(claim, attempt) is Outcome.DIFFERS:
            yield claim

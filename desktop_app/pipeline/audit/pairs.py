"""One indicator with two values for the same place and period."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, in_unit, say_number
from desktop_app.pipeline.audit.scene import Placed, Scene, alike


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the standard indicators that a text states twice; other names may be cut short."""
    first: dict[tuple[str, ...], Placed] = {}
    for placed in scene.placed:
        figure = placed.figure
        if figure.indicator not in lexicon.table()["pairs"]["indicators"] or figure.approx:
            continue
        key = (figure.indicator, figure.region, figure.period, figure.scope)
        earlier = first.setdefault(key, placed)
        if earlier is not placed and alike(earlier, placed):
            yield Claim(
                "pair", figure, (_same(placed, earlier),), across=_revised(placed, earlier)
            )


def _same(placed: Placed, earlier: Placed) -> Attempt:
    unit = placed.figure.unit
    slack = Decimal(0)
    if earlier.amount.half > placed.amount.half:
        slack = in_unit(earlier.amount.half, unit)
    computed = in_unit(earlier.amount.value, unit)
    return Attempt(say_number(earlier.figure, unit), computed, slack, (earlier.figure,))


def _revised(placed: Placed, earlier: Placed) -> bool:
    """Whether one of two values is said to be of another stage of the accounts."""
    return placed.figure.status != earlier.figure.status

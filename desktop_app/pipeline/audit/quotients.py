"""Sums of numbers over sums of numbers, with what their rounding leaves open."""

from collections.abc import Sequence
from decimal import Decimal

from desktop_app.domain.bulletin import Figure
from desktop_app.pipeline.audit.claims import Attempt
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.scene import Placed

SCALES = {"%": Decimal(100), "‰": Decimal(1000)}

Terms = Sequence[tuple[int, Placed]]


def quotient(
    scale: Decimal,
    top: Sequence[Placed],
    bottom: Terms,
    weight: Weight = Weight.FIRM,
    *,
    bare: bool = False,
) -> Attempt | None:
    """Return the attempt of a sum over a signed sum, times `scale`; None over nothing.

    `bare` says that the number stands without the unit of its scale (39.0 of a structure).
    """
    above, above_half = _total([(1, one) for one in top])
    below, below_half = _total(bottom)
    if below <= 0:
        return None
    computed = above / below * scale
    slack = abs(computed) * (above_half / above + below_half / below) if above else Decimal(0)
    figures = tuple(dict.fromkeys([p.figure for p in top] + [p.figure for _, p in bottom]))
    formula = _formula(top, bottom) + (f"×{scale:f}" if bare and scale != 1 else "")
    return Attempt(formula, computed, slack, figures, weight)


def _total(terms: Terms) -> tuple[Decimal, Decimal]:
    value = sum((sign * one.amount.value for sign, one in terms), Decimal(0))
    return value, sum((one.amount.half for _, one in terms), Decimal(0))


def _formula(top: Sequence[Placed], bottom: Terms) -> str:
    figures = [p.figure for p in top] + [p.figure for _, p in bottom]
    units = {figure.unit for figure in figures}
    above = "+".join(term(p.figure, units) for p in top)
    below = "".join(
        ("-" if sign < 0 else "+") + term(p.figure, units) for sign, p in bottom
    ).removeprefix("+")
    above = f"（{above}）" if len(top) > 1 else above
    below = f"（{below}）" if len(bottom) > 1 else below
    return f"{above}÷{below}"


def term(figure: Figure, units: set[str]) -> str:
    """Return a figure for a formula, with its unit where the units differ."""
    return figure.value if len(units) == 1 else figure.value + figure.unit

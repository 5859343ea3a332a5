"""Printed changes against the two levels they lie between: increments and growth."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from desktop_app.domain.bulletin import Figure
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, in_unit, say_number
from desktop_app.pipeline.audit.numbers import decimal_of
from desktop_app.pipeline.audit.scene import Placed, Scene, alike

# More levels than these are a list, not the parts of one increment.
_MOST_PAIRS = 4


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the increments and growth rates whose two levels both stand in the text."""
    for placed in scene.placed:
        if placed.name.endswith(tuple(lexicon.table()["changes"]["increments"])):
            yield from _increment(scene, placed)
        elif placed.figure.change and placed.figure.change_unit == "%":
            yield from _growth(scene, placed)


def _increment(scene: Scene, stated: Placed) -> Iterator[Claim]:
    pairs = _pairs(scene, stated)
    if not 0 < len(pairs) <= _MOST_PAIRS:
        return
    years = {one.figure.period[:4] for pair in pairs for one in pair}
    attempts = tuple(
        _difference(stated, chosen)
        for count in range(len(pairs), 0, -1)
        for chosen in combinations(pairs, count)
        if count >= max(1, len(pairs) - 1)
    )
    yield Claim("increment", stated.figure, attempts, across=len(years) > 1)


def _pairs(scene: Scene, stated: Placed) -> list[tuple[Placed, Placed]]:
    """Return (earlier, later) levels of one name and two periods before the increment."""
    before = [
        one
        for one in scene.near(stated.passage, reach=0)
        if one.at < stated.at
        and one.figure.section == stated.figure.section
        and alike(one, stated)
    ]
    found: list[tuple[Placed, Placed]] = []
    for later in before:
        for earlier in before:
            apart = earlier.figure.period != later.figure.period
            if earlier.at < later.at and apart and _bare(earlier.name) == _bare(later.name):
                found.append((earlier, later))
    return found


def _bare(name: str) -> str:
    for ending in lexicon.table()["changes"]["endings"]:
        name = name.removesuffix(ending)
    return name


def _difference(stated: Placed, pairs: Sequence[tuple[Placed, Placed]]) -> Attempt:
    unit = stated.figure.unit
    sign = -1 if stated.name.endswith(tuple(lexicon.table()["changes"]["decrements"])) else 1
    value = sum((b.amount.value - a.amount.value for a, b in pairs), Decimal(0)) * sign
    slack = sum((a.amount.half + b.amount.half for a, b in pairs), Decimal(0))
    terms = [(b, a) if sign > 0 else (a, b) for a, b in pairs]
    each = [f"{say_number(x.figure, unit)}-{say_number(y.figure, unit)}" for x, y in terms]
    formula = each[0] if len(each) == 1 else "+".join(f"（{one}）" for one in each)
    figures = tuple(one.figure for pair in pairs for one in pair)
    return Attempt(formula, in_unit(value, unit), in_unit(slack, unit), figures)


def _growth(scene: Scene, stated: Placed) -> Iterator[Claim]:
    """Yield a printed growth against last year's level; growth at other prices is no such one."""
    figure = stated.figure
    table = lexicon.table()["changes"]
    year, change = figure.period[:4], decimal_of(figure.change)
    if not year.isdigit() or change is None or lexicon.holds(figure.basis, table["real"]):
        return
    wanted = str(int(year) - 1) + figure.period[4:]
    for other in scene.called(figure.indicator, figure.region, wanted):
        if alike(other, stated) and other.amount.value > 0:
            yield Claim("growth", figure, (_rate(stated, other),), change=True, across=True)
            return


def _rate(stated: Placed, earlier: Placed) -> Attempt:
    now, then = stated.amount, earlier.amount
    ratio = now.value / then.value
    slack = ratio * (now.half / now.value + then.half / then.value) if now.value else Decimal(0)
    formula = f"{_both(stated.figure, earlier.figure)}-1"
    return Attempt(formula, (ratio - 1) * 100, slack * 100, (stated.figure, earlier.figure))


def _both(now: Figure, then: Figure) -> str:
    return f"{now.value}÷{say_number(then, now.unit)}"

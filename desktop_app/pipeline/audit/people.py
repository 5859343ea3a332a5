"""Averages per head and vital rates against the population, whose yearly average is unknown."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.changes import level_of
from desktop_app.pipeline.audit.claims import Attempt, Claim, holds, in_unit, say_number
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.scene import Placed, Scene, alike


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the averages per head, and birth rates against death rates."""
    for placed in [*scene.placed, *scene.cells]:
        for entry in lexicon.table()["per_head"]:
            if placed.name in entry["names"]:
                yield from _per_head(scene, placed, entry["amount"])
        if placed.name in lexicon.table()["population"]["birth_rate"]:
            yield from _births(scene, placed)


def _per_head(scene: Scene, stated: Placed, names: list[str]) -> Iterator[Claim]:
    """Yield an average over the mean of two year ends; over one, only where it is far off."""
    figure = stated.figure
    amount = next((one for one in scene.called(names, figure) if alike(one, stated)), None)
    populations = scene.called(lexicon.table()["population"]["names"], figure)
    if amount is None or not populations or figure.approx or amount.figure.approx:
        return
    means = [one for p in populations if (one := _over_mean(scene, stated, amount, p))]
    ends = [_over(stated, amount, p.amount.value, _open(p), p, _said(p)) for p in populations]
    if any(holds(Claim("per_head", figure, (one,))) for one in means):
        yield Claim("per_head", figure, tuple(means))
    elif not any(_close(one, stated) for one in (*means, *ends)):
        yield Claim("per_head", figure, tuple(means or ends))


def _close(attempt: Attempt, stated: Placed) -> bool:
    margin = Decimal(str(lexicon.table()["population"]["margin"]))
    value = Decimal(stated.figure.value)
    return abs(attempt.computed - value) <= abs(value) * margin


def _over_mean(scene: Scene, stated: Placed, amount: Placed, population: Placed) -> Attempt | None:
    """Return an amount over the mean of a population and its level a year before, if printed."""
    passage = scene.in_passage(population.passage)
    for rise in passage:
        if rise.is_change and level_of(passage, rise) is population:
            down = lexicon.pattern("names", "decrement").search(rise.name) is not None
            half = rise.amount.value / 2 * (-1 if down else 1)
            value = population.amount.value - half
            risen = say_number(rise.figure, population.figure.unit)
            said = f"（{_said(population)}{'+' if down else '-'}{risen}÷2）"
            open_by = _open(population) + (rise.amount.half / 2 / value if value else 0)
            return _over(stated, amount, value, open_by, population, said)
    return None


def _open(population: Placed) -> Decimal:
    value = population.amount.value
    return population.amount.half / value if value else Decimal(0)


def _said(population: Placed) -> str:
    return population.figure.value + population.figure.unit


def _over(
    stated: Placed,
    amount: Placed,
    people: Decimal,
    open_by: Decimal,
    population: Placed,
    said: str,
) -> Attempt:
    unit = stated.figure.unit
    computed = in_unit(amount.amount.value / people, unit) if people else Decimal(0)
    top = amount.amount
    slack = abs(computed) * (open_by + (top.half / top.value if top.value else 0))
    formula = f"{amount.figure.value}{amount.figure.unit}÷{said}"
    parts = (amount.figure, population.figure)
    return Attempt(formula, computed, slack, parts, Weight.OPEN, "average")


def _births(scene: Scene, rate: Placed) -> Iterator[Claim]:
    """Yield a birth rate against the death rate: both are over one average population."""
    table = lexicon.table()["population"]
    found = [
        next((one for one in scene.called(names, rate.figure) if not one.in_table), None)
        for names in ([table["births"]], [table["deaths"]], table["death_rate"])
    ]
    births, deaths, mortality = found
    if rate.in_table or births is None or deaths is None or mortality is None:
        return
    if mortality.figure.unit != rate.figure.unit or not alike(births, deaths):
        return
    numbers = [births.amount, mortality.amount, deaths.amount]
    if any(number.value <= 0 for number in numbers):
        return
    computed = births.amount.value / deaths.amount.value * Decimal(mortality.figure.value)
    slack = computed * sum((number.half / number.value for number in numbers), Decimal(0))
    unit = births.figure.unit if births.figure.unit == deaths.figure.unit else ""
    formula = (
        f"{say_number(births.figure, unit)}÷{say_number(deaths.figure, unit)}"
        f"×{mortality.figure.value}"
    )
    parts = tuple(one.figure for one in (births, deaths, mortality))
    attempt = Attempt(formula, computed, slack, parts, Weight.OPEN, "average")
    yield Claim("rate", rate.figure, (attempt,))

"""Rates, ratios and differences whose two numbers have names of their own: 城镇化率, 顺差."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, in_unit, say_number
from desktop_app.pipeline.audit.numbers import dimension_of, ratio_of
from desktop_app.pipeline.audit.quotients import SCALES, quotient
from desktop_app.pipeline.audit.scene import Placed, Scene, alike

# A part of a population is told after its whole, so many numbers back at the most.
_REACH = 8


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the rates, ratios and differences of known definition."""
    for figure in scene.figures:
        for entry in lexicon.known().get(figure.indicator, ()):
            yield from _claim(scene, figure, entry)


def _claim(scene: Scene, figure: Figure, entry: dict[str, Any]) -> Iterator[Claim]:
    first = _nearest(scene, figure, entry["first"])
    second = _nearest(scene, figure, entry["second"])
    if first is None or second is None or not alike(first, second) or first is second:
        return
    if lexicon.pattern("signs", "past").search(scene.words_before(figure)):
        return
    relation = entry["relation"]
    if relation == "difference":
        if first.amount.dimension == dimension_of(figure):
            yield Claim("difference", figure, (_difference(first, second, figure.unit),))
    elif relation == "quotient" and figure.unit in SCALES:
        if _of_one_population(scene, first, second):
            yield from _made(figure, quotient(SCALES[figure.unit], [first], [(1, second)]))
    elif relation == "ratio" and figure.kind is Kind.RATIO:
        parts = ratio_of(figure)
        over = parts[-1] if len(parts) == 2 else Decimal(entry["to"])
        if len(parts) in {1, 2} and over in {Decimal(1), Decimal(100)}:
            yield from _made(figure, quotient(over, [first], [(1, second)], bare=True))


def _made(figure: Figure, attempt: Attempt | None) -> Iterator[Claim]:
    if attempt is not None:
        part = figure.value.split(":")[0] if ":" in figure.value else ""
        yield Claim("rate", figure, (attempt,), part=part)


def _nearest(scene: Scene, figure: Figure, names: list[str]) -> Placed | None:
    """Return the number of a name nearest to a figure, in its section; text goes with text."""
    for one in scene.called(names, figure):
        if one.figure.section == figure.section and one.in_table == scene.in_table(figure):
            return one
    return None


def _difference(first: Placed, second: Placed, unit: str) -> Attempt:
    figures = (first.figure, second.figure)
    less = say_number(second.figure, unit)
    less = f"（{less}）" if less.startswith("-") else less
    computed = in_unit(first.amount.value - second.amount.value, unit)
    slack = in_unit(first.amount.half + second.amount.half, unit)
    return Attempt(f"{say_number(first.figure, unit)}-{less}", computed, slack, figures)


def _of_one_population(scene: Scene, part: Placed, whole: Placed) -> bool:
    """Whether the population that a part was last told of is the whole, not the registered one."""
    names = lexicon.table()["population"]["names"]
    if part.in_table or whole.name not in names:
        return True
    before = scene.placed[max(0, part.at - _REACH) : part.at]
    last = next((one for one in reversed(before) if one.name in names), None)
    return last is None or last.name == whole.name or "常住" in part.name

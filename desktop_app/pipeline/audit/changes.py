"""Printed changes against the levels they lie between: increments and growth."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from desktop_app.domain.bulletin import Figure
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, in_unit, say_number
from desktop_app.pipeline.audit.numbers import decimal_of, step_of
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.scene import Placed, Scene, alike, levels_before

# More levels than these are a list, not the parts of one increment.
_MOST_PAIRS = 4
_REACH = 3
_YEAR_BEFORE = frozenset({"", "上年", "上年同期", "上年末"})


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the increments and growth rates whose levels stand in the text."""
    for passage in scene.passages():
        for placed in passage:
            if placed.is_change and not _of_increments(placed):
                yield from _of_pairs(passage, placed)
                yield from _between(scene, placed)
                yield from _rated(passage, placed)
    for placed in [*scene.placed, *scene.cells]:
        if placed.figure.change and placed.figure.change_unit == "%":
            yield from _growth(placed, _year_before(scene, placed))
        elif placed.figure.change and placed.is_share:
            yield from _points(placed, _year_before(scene, placed))


# -- an increment as the sum of what its parts rose by --------------------------------------------


def _of_pairs(passage: Sequence[Placed], stated: Placed) -> Iterator[Claim]:
    pairs = _pairs(passage, stated)
    if not 0 < len(pairs) <= _MOST_PAIRS:
        return
    years = {one.figure.period[:4] for pair in pairs for one in pair}
    weight = Weight.OPEN if len(years) > 1 else Weight.FIRM
    attempts = tuple(
        _difference(stated, chosen, weight)
        for count in range(len(pairs), 0, -1)
        for chosen in combinations(pairs, count)
        if count >= max(1, len(pairs) - 1)
    )
    yield Claim("increment", stated.figure, attempts)


def _pairs(passage: Sequence[Placed], stated: Placed) -> list[tuple[Placed, Placed]]:
    """Return (earlier, later) levels of one name and two periods before the increment."""
    before = [
        one
        for one in passage
        if one.at < stated.at
        and one.figure.section == stated.figure.section
        and alike(one, stated)
        and not one.is_change
    ]
    found: list[tuple[Placed, Placed]] = []
    for later in before:
        for earlier in before:
            apart = earlier.figure.period != later.figure.period
            same = lexicon.plain(earlier.name) == lexicon.plain(later.name)
            if earlier.at < later.at and apart and same:
                found.append((earlier, later))
    return found


def _of_increments(stated: Placed) -> bool:
    """Whether an increment is told against last year's (同比少增), not against a level."""
    return lexicon.pattern("names", "of_increments").search(stated.name) is not None


def _sign(stated: Placed) -> int:
    return -1 if lexicon.pattern("names", "decrement").search(stated.name) else 1


def _difference(stated: Placed, pairs: Sequence[tuple[Placed, Placed]], weight: Weight) -> Attempt:
    unit, sign = stated.figure.unit, _sign(stated)
    value = sum((b.amount.value - a.amount.value for a, b in pairs), Decimal(0)) * sign
    slack = sum((a.amount.half + b.amount.half for a, b in pairs), Decimal(0))
    terms = [(b, a) if sign > 0 else (a, b) for a, b in pairs]
    each = [f"{say_number(x.figure, unit)}-{say_number(y.figure, unit)}" for x, y in terms]
    formula = each[0] if len(each) == 1 else "+".join(f"（{one}）" for one in each)
    figures = tuple(one.figure for pair in pairs for one in pair)
    computed, open_by = in_unit(value, unit), in_unit(slack, unit)
    return Attempt(formula, computed, open_by, figures, weight, "revision")


# -- an increment beside its level: last year's level, and the rate -------------------------------


def level_of(passage: Sequence[Placed], stated: Placed) -> Placed | None:
    """Return the level that an increment is the increment of: named so, right before it."""
    name = lexicon.pattern("names", "compared").sub("", stated.name)
    name = lexicon.pattern("names", "increment").sub("", name)
    for other in levels_before(passage, stated):
        near = stated.at - other.at <= _REACH and other.sentence == stated.sentence
        return other if near and lexicon.plain(other.name) == lexicon.plain(name) else None
    return None


def _between(scene: Scene, stated: Placed) -> Iterator[Claim]:
    """Yield an increment against this year's level and last year's, wherever that stands."""
    level = level_of(scene.in_passage(stated.passage), stated)
    before = _year_before(scene, level) if level is not None else None
    if level is not None and before is not None:
        attempt = _difference(stated, [(before, level)], Weight.OPEN)
        yield Claim("increment", stated.figure, (attempt,))


def _rated(passage: Sequence[Placed], stated: Placed) -> Iterator[Claim]:
    """Yield the rate printed with a level and its increment: 227.0万人, 增加1.6万人, 增长0.7%."""
    level = level_of(passage, stated)
    if level is None or level.figure.change_unit != "%" or _is_real(level.figure):
        return
    rise = stated.amount.value * _sign(stated)
    past = level.amount.value - rise
    if past <= 0 < rise:
        yield _too_large(stated, level)
    if past <= 0 or not level.figure.change or _other_base(level.figure, stated.figure):
        return
    computed = rise / past * 100
    open_by = stated.amount.half / past + abs(rise) * (level.amount.half / past / past)
    unit = level.figure.unit
    risen = say_number(stated.figure, unit)
    sign = "-" if rise >= 0 else "+"
    formula = f"{'-' if rise < 0 else ''}{risen}÷（{level.figure.value}{sign}{risen}）"
    figures = (stated.figure, level.figure)
    attempt = Attempt(formula, computed, open_by * 100, figures, Weight.OPEN, "revision")
    yield Claim("growth", level.figure, (attempt,), change=True)


def _too_large(stated: Placed, level: Placed) -> Claim:
    """Return the claim that an increment is no larger than the level it led to."""
    unit = stated.figure.unit
    value = in_unit(level.amount.value, unit)
    formula = say_number(level.figure, unit)
    attempt = Attempt(formula, value, Decimal(0), (level.figure,), Weight.OPEN, "scope")
    return Claim("increment", stated.figure, (attempt,), bound="most")


def _other_base(level: Figure, increment: Figure) -> bool:
    """Whether growth and increment are told against two different times (上年, 年初)."""
    bases = {one.rstrip("末") for one in (level.compared_with, increment.compared_with) if one}
    return len(bases) > 1


def _is_real(figure: Figure) -> bool:
    return lexicon.holds(figure.basis, lexicon.table()["changes"]["real"])


# -- growth against last year's level ------------------------------------------------------------


def _year_before(scene: Scene, placed: Placed) -> Placed | None:
    """Return the level of the same name, place and part of the year, a year before.

    A name that tells two numbers of one year is cut short, and says nothing of either.
    """
    time = placed.time
    if not time[:4].isdigit():
        return None
    wanted = f"{int(time[:4]) - 1}{time[4:]}"
    earlier = _levels(scene.called([placed.name], placed.figure, wanted), placed)
    now = _levels(scene.called([placed.name], placed.figure), placed)
    if len({one.amount.value for one in now}) > 1 or not earlier:
        return None
    first = earlier[0]
    unique = len({one.amount.value for one in earlier}) == 1
    return first if unique and first.amount.value > 0 and not first.figure.approx else None


def _levels(found: Sequence[Placed], placed: Placed) -> list[Placed]:
    return [one for one in found if alike(one, placed)]


def _growth(stated: Placed, earlier: Placed | None) -> Iterator[Claim]:
    """Yield a printed growth against an earlier level; growth at other prices is no such one."""
    figure = stated.figure
    if earlier is None or _is_real(figure) or decimal_of(figure.change) is None:
        return
    if figure.approx or figure.compared_with not in _YEAR_BEFORE:
        return
    now, then = stated.amount, earlier.amount
    ratio = now.value / then.value
    slack = ratio * (now.half / now.value + then.half / then.value) if now.value else Decimal(0)
    formula = f"{figure.value}÷{say_number(earlier.figure, figure.unit)}-1"
    figures = (figure, earlier.figure)
    attempt = Attempt(formula, (ratio - 1) * 100, slack * 100, figures, Weight.OPEN, "revision")
    yield Claim("growth", figure, (attempt,), change=True)


def _points(stated: Placed, earlier: Placed | None) -> Iterator[Claim]:
    """Yield a change in points against last year's share."""
    figure = stated.figure
    points = lexicon.table()["changes"]["points"].get(figure.change_unit)
    if earlier is None or points != figure.unit != "" or earlier.figure.unit != figure.unit:
        return
    if figure.compared_with not in _YEAR_BEFORE or decimal_of(figure.change) is None:
        return
    computed = Decimal(figure.value) - Decimal(earlier.figure.value)
    slack = (step_of(Decimal(figure.value)) + step_of(Decimal(earlier.figure.value))) / 2
    formula = f"{figure.value}-{earlier.figure.value}"
    figures = (figure, earlier.figure)
    attempt = Attempt(formula, computed, slack, figures, Weight.OPEN, "revision")
    yield Claim("growth", figure, (attempt,), change=True)

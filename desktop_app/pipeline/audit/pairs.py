"""One indicator with two values, or two growth rates, for the same place and period."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, holds, in_unit, say_number
from desktop_app.pipeline.audit.numbers import decimal_of, step_of, time_of
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.scene import Placed, Scene
from desktop_app.pipeline.audit.slips import as_fine, is_slip, one_digit

# Numbers with fewer digits are often alike by chance.
_FEWEST_DIGITS = 3


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the indicators that are told twice, in the text, or in the text and a table."""
    yield from _levels(scene)
    yield from _rates(scene)


def _levels(scene: Scene) -> Iterator[Claim]:
    """Yield the levels told a second time; told again with the same numbers, they say no more."""
    first: dict[tuple[str, ...], Placed] = {}
    repeated: set[tuple[str, ...]] = set()
    for placed in scene.everything:
        figure = placed.figure
        if figure.approx or placed.is_change or not _worth_pairing(placed):
            continue
        key = (placed.name, figure.region, placed.time, placed.amount.dimension)
        earlier = first.setdefault(key, placed)
        again = (*key, figure.value, figure.unit, figure.change)
        if earlier is not placed and earlier.passage != placed.passage and again not in repeated:
            repeated.add(again)
            yield from _level(placed, earlier)


def _worth_pairing(placed: Placed) -> bool:
    """Whether two numbers of this name are no chance: a standard name, or digits enough."""
    if placed.name in lexicon.table()["pairs"]["indicators"]:
        return True
    digits = Decimal(placed.figure.value).normalize().as_tuple().digits
    return len(placed.name) >= _shortest() and len(digits) >= _FEWEST_DIGITS


def _shortest() -> int:
    return int(lexicon.table()["pairs"]["shortest"])


def _level(placed: Placed, earlier: Placed) -> Iterator[Claim]:
    figure, unit = placed.figure, placed.figure.unit
    weight = _weight(placed, earlier)
    slack = Decimal(0)
    if earlier.amount.half > placed.amount.half:
        slack = in_unit(earlier.amount.half, unit)
    computed = in_unit(earlier.amount.value, unit)
    formula = say_number(earlier.figure, unit)
    attempt = Attempt(formula, computed, slack, (earlier.figure,), weight, "twice")
    claim = Claim("pair", figure, (attempt,))
    yield claim
    stated = Decimal(figure.value)
    if holds(claim) or is_slip(as_fine(computed, stated), stated):
        yield from _change(figure, earlier.figure)


def _weight(placed: Placed, earlier: Placed) -> Weight:
    """Return what a difference says: an error only where the digits show how it came about.

    One digit that differs may tell two numbers of one indicator, of two times or scopes, apart;
    not where both have one growth, or text and table tell the same.
    """
    other = Decimal(placed.figure.value)
    one = as_fine(in_unit(earlier.amount.value, placed.figure.unit), other)
    slipped = is_slip(one, other)
    standard = placed.name in lexicon.table()["pairs"]["indicators"]
    grown = placed.figure.change == earlier.figure.change != ""
    of_both = placed.in_table != earlier.in_table
    if slipped and (grown or (standard and (of_both or not one_digit(one, other)))):
        return Weight.FIRM
    if placed.figure.status != earlier.figure.status:
        return Weight.HINT
    return Weight.OPEN if standard else Weight.HINT


def _change(figure: Figure, earlier: Figure) -> Iterator[Claim]:
    """Yield the growth of a level that is told twice."""
    same_unit = figure.change_unit == earlier.change_unit != ""
    stated, other = decimal_of(figure.change), decimal_of(earlier.change)
    if not same_unit or stated is None or other is None or earlier.change_approx:
        return
    slack = max(step_of(other) - step_of(stated), Decimal(0)) / 2
    weight = Weight.FIRM if is_slip(other, stated) else Weight.OPEN
    attempt = Attempt(earlier.change, other, slack, (earlier,), weight, "twice")
    yield Claim("pair", figure, (attempt,), change=True)


def _rates(scene: Scene) -> Iterator[Claim]:
    """Yield growth that is told twice without its level."""
    first: dict[tuple[str, ...], Figure] = {}
    repeated: set[tuple[str, ...]] = set()
    for figure in scene.figures:
        if figure.kind is not Kind.CHANGE_RATE or len(figure.indicator) < _shortest():
            continue
        key = (figure.indicator, figure.region, time_of(figure), figure.change_unit, figure.scope)
        earlier = first.setdefault(key, figure)
        if earlier is figure or scene.passage_of(earlier) == scene.passage_of(figure):
            continue
        again = (*key, figure.change)
        if figure.basis == earlier.basis and again not in repeated:
            repeated.add(again)
            yield from _change(figure, earlier)

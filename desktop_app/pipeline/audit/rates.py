"""Rates and shares against the numbers they are made of: 办结率, 安装率, 占…比重, 城镇化率."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from desktop_app.domain.bulletin import Figure
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim
from desktop_app.pipeline.audit.numbers import Amount
from desktop_app.pipeline.audit.scene import Placed, Scene, alike

_SCALES = {"%": Decimal(100), "‰": Decimal(1000)}
_SHARE = re.compile(r"^(?P<part>.+?)占(?P<whole>.+?)的?(?:比重|比例|份额)$")
# A rate stands with its parts: further back, another matter is spoken of.
_REACH = 8


def claims(scene: Scene, sums: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the rates whose parts are named; `sums` tell which whole a part belongs to."""
    for passage in scene.passages():
        for rate in passage:
            if rate.figure.unit not in _SCALES or rate.figure.value_high:
                continue
            attempts = tuple(_attempts(scene, passage, rate, sums))
            if attempts:
                yield Claim("rate", rate.figure, attempts)


def _attempts(
    scene: Scene, passage: list[Placed], rate: Placed, sums: Sequence[Claim]
) -> Iterator[Attempt]:
    share = _SHARE.match(rate.name)
    if share is not None:
        yield from _named_share(scene, rate, share["part"], share["whole"])
        return
    known = _known(rate)
    if known is not None:
        yield from _known_rate(scene, rate, known)
        return
    done = _done(passage, rate)
    if done is not None:
        yield from _completion(passage, rate, done, sums)


def _quotient(
    rate: Placed,
    top: Sequence[Placed],
    bottom: Sequence[tuple[int, Placed]],
    formula: str = "",
    firm: bool = True,
) -> Attempt | None:
    """Return the attempt of a sum of numbers over a signed sum of numbers."""
    scale = _SCALES[rate.figure.unit]
    above, above_half = _total([(1, one) for one in top])
    below, below_half = _total(bottom)
    if below <= 0:
        return None
    computed = above / below * scale
    slack = abs(computed) * (above_half / above + below_half / below) if above else Decimal(0)
    figures = tuple(dict.fromkeys([p.figure for p in top] + [p.figure for _, p in bottom]))
    return Attempt(formula or _formula(top, bottom), computed, slack, figures, firm)


def _total(terms: Sequence[tuple[int, Placed]]) -> tuple[Decimal, Decimal]:
    value = sum((sign * one.amount.value for sign, one in terms), Decimal(0))
    return value, sum((one.amount.half for _, one in terms), Decimal(0))


def _formula(top: Sequence[Placed], bottom: Sequence[tuple[int, Placed]]) -> str:
    figures = [p.figure for p in top] + [p.figure for _, p in bottom]
    units = {figure.unit for figure in figures}
    above = "+".join(_term(p.figure, units) for p in top)
    below = "".join(
        ("-" if sign < 0 else "+") + _term(p.figure, units) for sign, p in bottom
    ).removeprefix("+")
    above = f"（{above}）" if len(top) > 1 else above
    below = f"（{below}）" if len(bottom) > 1 else below
    return f"{above}÷{below}"


def _term(figure: Figure, units: set[str]) -> str:
    return figure.value if len(units) == 1 else figure.value + figure.unit


# -- completion: a rate named by what was done ---------------------------------------------------


def _done(passage: list[Placed], rate: Placed) -> tuple[Placed, tuple[str, ...]] | None:
    """Return the number of what was done, and the words that say so."""
    table = lexicon.table()["rates"]
    name = rate.name
    if not name.endswith("率") or lexicon.holds(name, table["not_of_counts"]):
        return None
    stem = name[-3:-1]
    words = tuple(table["verbs"].get(stem, (stem,)))
    before = [p for p in passage if p.at < rate.at][-_REACH:]
    for placed in reversed(before):
        if rate.sentence - placed.sentence > 1 or placed.figure.unit in _SCALES:
            continue
        if _rated(passage, placed, rate, words):
            return None
        said = placed.name + placed.before
        if lexicon.holds(said, words) and not _is_due(placed) and not _undone(said, words):
            return placed, words
    return None


def _rated(passage: list[Placed], placed: Placed, rate: Placed, words: Sequence[str]) -> bool:
    """Whether another rate of the kind stands between a number and the rate: it is that one's."""
    between = [p for p in passage if placed.at < p.at < rate.at and p.figure.unit in _SCALES]
    return any(lexicon.holds(p.name, words) for p in between)


def _undone(said: str, words: Sequence[str]) -> bool:
    """Whether what was done is denied (未调整)."""
    return any(no + word in said for word in words for no in lexicon.table()["rates"]["not_done"])


def _is_due(placed: Placed) -> bool:
    """Whether a number says what is to be done, not what was."""
    return re.search(lexicon.table()["rates"]["due"], placed.name) is not None


def _completion(
    passage: list[Placed],
    rate: Placed,
    found: tuple[Placed, tuple[str, ...]],
    sums: Sequence[Claim],
) -> Iterator[Attempt]:
    done, words = found
    whole = _due_of(passage, done, words)
    readings: list[Attempt | None] = []
    if whole is not None:
        readings.append(_quotient(rate, [done], [(1, whole)]))
    for total, parts in _wholes(passage, done, sums):
        if total is whole:
            continue
        readings.append(_quotient(rate, [done], [(1, total)]))
        left = [p for p in parts if p is not done and _is_gone(p)]
        if left:
            less = [(1, total), *((-1, one) for one in left)]
            readings.append(_quotient(rate, [done], less))
            readings.append(_quotient(rate, [done, *left], [(1, total)]))
    yield from (reading for reading in readings if reading is not None)


def _is_gone(placed: Placed) -> bool:
    return lexicon.holds(placed.name, lexicon.table()["rates"]["gone"])


def _due_of(passage: list[Placed], done: Placed, words: Sequence[str]) -> Placed | None:
    """Return the nearest number before that the done one is a part of."""
    for placed in reversed([p for p in passage if p.at < done.at][-_REACH:]):
        if done.sentence - placed.sentence > _REACH or not alike(placed, done):
            continue
        if placed.figure.period != done.figure.period and not _is_due(placed):
            continue
        if _is_due(placed):
            return placed
        beside = placed.at == done.at - 1 and done.sentence == placed.sentence
        fewer = placed.amount.value >= done.amount.value
        if beside and fewer and not lexicon.holds(placed.name, words) and not _is_gone(placed):
            return placed
    return None


def _wholes(
    passage: list[Placed], done: Placed, sums: Sequence[Claim]
) -> Iterator[tuple[Placed, list[Placed]]]:
    """Yield the wholes that the done number was found to be a part of, with all their parts."""
    by_id = {placed.figure.id: placed for placed in passage}
    for claim in sums:
        for attempt in claim.attempts:
            ids = [part.id for part in attempt.parts]
            if done.figure.id in ids and claim.figure.id in by_id:
                yield by_id[claim.figure.id], [by_id[i] for i in ids if i in by_id]


# -- shares: named part and whole ----------------------------------------------------------------


def _named_share(scene: Scene, rate: Placed, part: str, whole: str) -> Iterator[Attempt]:
    top, bottom = _called(scene, rate, part), _called(scene, rate, whole)
    if top is None or bottom is None or top is bottom or not alike(top, bottom):
        return
    attempt = _quotient(rate, [top], [(1, bottom)])
    if attempt is not None:
        yield attempt


def _called(scene: Scene, rate: Placed, name: str) -> Placed | None:
    """Return the nearest number before with this name, or with it and a head (税收 收入)."""
    heads = lexicon.table()["rates"]["heads"]
    names = {name, *(name + head for head in heads)}
    before = (placed for placed in scene.near(rate.passage, reach=2) if placed.at < rate.at)
    for placed in reversed(list(before)):
        same = placed.figure.period == rate.figure.period
        if placed.name in names and same and placed.figure.unit not in _SCALES:
            return placed
    return None


# -- rates with a definition of their own --------------------------------------------------------


def _known(rate: Placed) -> dict[str, list[str]] | None:
    for entry in lexicon.table()["known_rate"]:
        if rate.name in entry["names"]:
            return dict(entry)
    return None


def _known_rate(scene: Scene, rate: Placed, entry: dict[str, list[str]]) -> Iterator[Attempt]:
    parts = [_first(scene, rate, names) for names in (entry["first"], entry["second"])]
    first, second = parts
    if first is None or second is None:
        return
    if entry["relation"] == ["difference"]:
        unit = rate.figure.unit
        if first.figure.unit == second.figure.unit == unit:
            computed = Decimal(first.figure.value) - Decimal(second.figure.value)
            slack = _printed_half(first.amount, first) + _printed_half(second.amount, second)
            figures = (first.figure, second.figure)
            formula = f"{first.figure.value}-{second.figure.value}"
            yield Attempt(formula, computed, slack, figures)
    elif alike(first, second):
        attempt = _quotient(rate, [first], [(1, second)])
        if attempt is not None:
            yield attempt


def _printed_half(amount: Amount, placed: Placed) -> Decimal:
    """Return half a unit of the last digit in the printed unit."""
    value = Decimal(placed.figure.value)
    return amount.half / amount.value * value if amount.value else Decimal(0)


def _first(scene: Scene, rate: Placed, names: list[str]) -> Placed | None:
    for placed in scene.near(rate.passage, reach=1):
        beside = placed.figure.section == rate.figure.section
        year = placed.figure.period[:4] == rate.figure.period[:4]
        if placed.name in names and beside and year and placed.figure.region == rate.figure.region:
            return placed
    return None

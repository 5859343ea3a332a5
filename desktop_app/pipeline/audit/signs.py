"""Words against signs: 下降-3.2%, 由45.3%提高到44.1%, and price indices against changes."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim
from desktop_app.pipeline.audit.numbers import decimal_of, factor_of, step_of, time_of
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.scene import Scene
from desktop_app.pipeline.audit.slips import is_slip

_HUNDRED = Decimal(100)


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield changes whose words and numbers say two things."""
    yield from _twice(scene)
    yield from _moved(scene)
    yield from _indices(scene)


def _twice(scene: Scene) -> Iterator[Claim]:
    """Yield a fall by a negative number: it may be meant for a fall or a rise."""
    changed = sorted((figure for figure in scene.figures if figure.change), key=_changed_at)
    starts = [_changed_at(figure) for figure in changed]
    for match in lexicon.pattern("signs", "twice").finditer(scene.text.hans, *scene.span):
        at = bisect_right(starts, match.end("number")) - 1
        if at >= 0 and starts[at] >= match.start():
            computed = -Decimal(changed[at].change)
            attempt = Attempt(match.group(), computed, Decimal(0), (), Weight.OPEN, "sign")
            yield Claim("sign", changed[at], (attempt,), change=True)


def _changed_at(figure: Figure) -> int:
    """Return where a figure's change is printed, or the figure where it is part of it."""
    return figure.change_read_start or figure.read_start


def _moved(scene: Scene) -> Iterator[Claim]:
    """Yield a move from one number to another that the word between them denies."""
    by_start = {figure.read_start: figure for figure in scene.figures}
    for match in lexicon.pattern("signs", "moved").finditer(scene.text.hans, *scene.span):
        first, second = (by_start.get(match.start(part)) for part in ("first", "second"))
        if first is None or second is None or first.value_high or second.value_high:
            continue
        if lexicon.pattern("signs", "other_way").search(match["before"] + match["middle"]):
            continue
        values = [decimal_of(first.value), decimal_of(second.value)]
        if None in values or not _same_measure(first, second):
            continue
        down = match["word"] in lexicon.table()["signs"]["down"]
        more, less = (first, second) if down else (second, first)
        computed = Decimal(more.value) * factor_of(more.unit) / factor_of(less.unit)
        attempt = Attempt(match.group(), computed, Decimal(0), (more,))
        yield Claim("moved", less, (attempt,), bound="most")


def _same_measure(first: Figure, second: Figure) -> bool:
    ranks = lexicon.table()["signs"]["ranks"]
    alike = first.base_unit == second.base_unit and first.kind is second.kind
    return alike and first.unit not in ranks and second.unit not in ranks


def _indices(scene: Scene) -> Iterator[Claim]:
    """Yield the price changes against their indices: 102.3 is a rise by 2.3 %."""
    indices: dict[tuple[str, str, str], Figure] = {}
    for figure in scene.figures:
        if _is_index(figure):
            if figure.change_unit == "%" and figure.change:
                yield _index_claim(figure, figure)
            indices.setdefault(_key(figure), figure)
    for figure in scene.figures:
        index = indices.get(_key(figure))
        told = figure.kind is Kind.CHANGE_RATE and figure.change_unit == "%"
        if index is not None and told and "价格" in figure.indicator:
            yield _index_claim(figure, index)


def _is_index(figure: Figure) -> bool:
    value = decimal_of(figure.value)
    near = value is not None and abs(value - _HUNDRED) < 30
    return near and figure.unit in {"", "%"} and "指数" in figure.indicator


def _key(figure: Figure) -> tuple[str, str, str]:
    name = re.sub("总?指数|总?水平|价格|类|和|及|、", "", figure.indicator)
    return name, figure.region, time_of(figure)


def _index_claim(figure: Figure, index: Figure) -> Claim:
    value, stated = Decimal(index.value), Decimal(figure.change)
    computed = value - _HUNDRED
    weight = Weight.FIRM if is_slip(computed, stated) or figure is index else Weight.OPEN
    attempt = Attempt(
        f"{index.value}-100", computed, step_of(value) / 2, (index,), weight, "twice"
    )
    return Claim("index", figure, (attempt,), change=True)

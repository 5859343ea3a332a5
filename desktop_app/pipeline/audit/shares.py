"""Shares against their part and whole, and shares that make up a hundred."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import (
    Attempt,
    Claim,
    holds,
    near,
    outcome_of,
    total_of,
)
from desktop_app.pipeline.audit.numbers import ratio_of, step_of
from desktop_app.pipeline.audit.outcome import Outcome, Weight
from desktop_app.pipeline.audit.quotients import SCALES, quotient
from desktop_app.pipeline.audit.scene import Placed, Scene, alike, levels_before, same_matter
from desktop_app.pipeline.audit.sums import sum_of

_HUNDRED = Decimal(100)
# A ratio whose numbers are this far from a hundred is none of shares.
_NEAR_HUNDRED = Decimal(5)
_MOST_WHOLES = 8


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the shares of the text that can be recomputed."""
    for figure in scene.figures:
        if figure.kind is Kind.RATIO:
            yield from _structure(scene, figure)
    for one in [*scene.placed, *scene.cells]:
        yield from _too_large(one)
    for passage in scene.passages():
        yield from _hundreds(passage)
        yield from _populations(passage)
        yield from _of_two_before(passage)
        listed = list(_listed(passage))
        yield from _named(scene, passage, listed)
        yield from _by_siblings(scene, listed)


# -- a structure: 3.9:39.0:57.1 ------------------------------------------------------------------


def _structure(scene: Scene, figure: Figure) -> Iterator[Claim]:
    values = ratio_of(figure)
    total = sum(values, Decimal(0))
    industries = _of_industries(figure)
    if len(values) < 2 or (abs(total - _HUNDRED) > _NEAR_HUNDRED and not industries):
        return
    whole = _HUNDRED.quantize(min(step_of(value) for value in values))
    slack = sum((step_of(value) / 2 for value in values), Decimal(0))
    attempt = Attempt("+".join(figure.value.split(":")), total, slack, ())
    yield Claim("share", figure, (attempt,), whole=whole)
    if industries and not lexicon.pattern("signs", "past").search(scene.words_before(figure)):
        yield from _against_levels(scene, figure)


def _of_industries(figure: Figure) -> bool:
    table = lexicon.table()["structure"]
    named = re.search(table["name"], figure.indicator) is not None
    return named and len(ratio_of(figure)) == len(table["parts"])


def _against_levels(scene: Scene, figure: Figure) -> Iterator[Claim]:
    """Yield the shares of the three industries against what the industries made."""
    table = lexicon.table()["structure"]
    printed = figure.value.split(":")
    whole = next(iter(scene.called(table["wholes"], figure)), None)
    if whole is None or whole.amount.value <= 0:
        return
    for share, name in zip(printed, table["parts"], strict=True):
        level = next(iter(scene.called([name], figure)), None)
        if level is None or not alike(level, whole):
            continue
        attempt = quotient(_HUNDRED, [level], [(1, whole)], bare=True)
        if attempt is not None:
            yield Claim("share", figure, (attempt,), part=share)


# -- shares of one whole make up a hundred --------------------------------------------------------


def _hundreds(passage: Sequence[Placed]) -> Iterator[Claim]:
    """Yield the shares of a group's slots, or of ages that follow on each other, as one claim."""
    wanted = lexicon.pattern("shares", "of_one")
    shares = [one for one in passage if one.figure.unit == "%" and wanted.search(one.name)]
    if len(shares) < 2:
        return
    for group in lexicon.groups():
        if group.slots[0][0] not in lexicon.table()["shares"]["of_groups"]:
            continue
        held: dict[tuple[str, str], dict[int, Placed]] = {}
        for one in shares:
            slot = group.slot(one.name)
            if slot is not None:
                rest = one.name.replace(slot[1], "", 1)
                held.setdefault((rest, one.time), {}).setdefault(slot[0], one)
        for found in held.values():
            if len(found) == len(group.slots):
                yield _hundred(list(found.values()))
    chain = _ages_of(shares)
    if chain:
        yield _hundred(chain)


def _populations(passage: Sequence[Placed]) -> Iterator[Claim]:
    """Yield the population that ages from birth to the oldest make up."""
    names = lexicon.table()["population"]["names"]
    counts = [one for one in passage if not one.is_share and not one.is_change]
    chain = _ages_of(counts)
    if not chain:
        return
    for whole in _wholes_before(chain[0], passage):
        if whole.name in names or whole.name.endswith("人口"):
            claim = sum_of("sum", whole, chain, Weight.FIRM)
            if holds(claim) or near(claim):
                yield claim
            return


def _wholes_before(first: Placed, passage: Sequence[Placed]) -> Iterator[Placed]:
    for one in levels_before(passage, first):
        if same_matter(one, first) and one.amount.value > first.amount.value:
            yield one


def _hundred(shares: Sequence[Placed]) -> Claim:
    values = [Decimal(one.figure.value) for one in shares]
    total, last = sum(values, Decimal(0)), shares[-1].figure
    slack = sum((step_of(value) / 2 for value in values), Decimal(0))
    figures = tuple(one.figure for one in shares)
    whole = _HUNDRED.quantize(min(step_of(value) for value in values))
    return Claim(
        "share", last, (Attempt(total_of(figures, "%"), total, slack, figures),), whole=whole
    )


def _ages_of(placed: Sequence[Placed]) -> list[Placed]:
    """Return the numbers whose ages follow on each other from birth to the oldest; else none."""
    spans: dict[int, list[tuple[int | None, Placed]]] = {}
    for one in placed:
        span = _ages(one.name)
        if span is not None:
            spans.setdefault(span[0], []).append((span[1], one))
    chain: list[Placed] = []
    low = 0
    while low in spans:
        high, one = _furthest(spans[low], spans)
        chain.append(one)
        if high is None:
            return chain if len(chain) > 1 else []
        low = high + 1
    return []


def _furthest(
    found: list[tuple[int | None, Placed]], spans: dict[int, list[tuple[int | None, Placed]]]
) -> tuple[int | None, Placed]:
    """Return the span that another follows on, or one without an end."""
    for high, one in found:
        if high is None or high + 1 in spans:
            return high, one
    return found[0]


def _ages(name: str) -> tuple[int, int | None] | None:
    between = lexicon.pattern("ages", "range").search(name)
    if between is not None:
        return int(between["low"]), int(between["high"])
    above = lexicon.pattern("ages", "above").search(name)
    return (int(above["low"]), None) if above is not None else None


def _too_large(share: Placed) -> Iterator[Claim]:
    """Yield a share of a whole that is more than all of it."""
    if share.figure.unit != "%" or Decimal(share.figure.value) <= _HUNDRED:
        return
    if lexicon.pattern("shares", "no_more").search(share.name):
        attempt = Attempt("100", _HUNDRED, Decimal(0), ())
        yield Claim("part", share.figure, (attempt,), bound="most")


# -- a share beside its part ----------------------------------------------------------------------


def _listed(passage: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Yield the levels with the shares that stand right after them."""
    last: Placed | None = None
    for one in passage:
        if not one.is_share:
            last = one if not one.is_change else last
        elif last is not None and last.sentence == one.sentence and _is_of(one, last):
            yield last, one


def _is_of(share: Placed, level: Placed) -> bool:
    """Whether a share is called after the level before it, or by 占 alone."""
    if share.figure.kind is not Kind.SHARE:
        return False
    stem = lexicon.plain(level.name)
    words = share.before.lstrip("，,；;（( ")
    return share.name.startswith(stem) or words.startswith(("占", "所占"))


def _named(
    scene: Scene, passage: Sequence[Placed], listed: Sequence[tuple[Placed, Placed]]
) -> Iterator[Claim]:
    """Yield the shares whose name holds part and whole, where both are printed."""
    beside = {share.at: level for level, share in listed}
    for share in passage:
        match = lexicon.pattern("shares", "name").match(share.name)
        if share.figure.unit not in SCALES or match is None:
            continue
        part = beside.get(share.at) or _called(scene, share, match["part"])
        whole = _called(scene, share, match["whole"]) or _fuller(passage, share, match["whole"])
        if part is None or whole is None or part is whole or not same_matter(part, whole):
            continue
        firm = part.passage == whole.passage == share.passage
        weight = Weight.FIRM if firm else Weight.OPEN
        attempt = quotient(SCALES[share.figure.unit], [part], [(1, whole)], weight)
        if attempt is not None:
            yield Claim("rate", share.figure, (attempt,))


def _called(scene: Scene, share: Placed, name: str) -> Placed | None:
    """Return the nearest number of a section before with this name, or with a head (税收 收入)."""
    heads = lexicon.table()["rates"]["heads"]
    less = [name.removesuffix(head) for head in heads if name.endswith(head) and name != head]
    for one in scene.called([name, *(name + head for head in heads), *less], share.figure):
        before = one.figure.read_start < share.figure.read_start
        if before and one.figure.section == share.figure.section and not one.is_share:
            return one
    return None


def _fuller(passage: Sequence[Placed], share: Placed, name: str) -> Placed | None:
    """Return the nearest number before in a passage with this name after a word of its place."""
    places = lexicon.table()["shares"]["places"]
    for one in reversed(passage[: passage.index(share)]):
        if one.name.endswith(name) and one.name.removesuffix(name) in places:
            return one
    return None


def _by_siblings(scene: Scene, listed: Sequence[tuple[Placed, Placed]]) -> Iterator[Claim]:
    """Yield the shares of one unnamed whole: the number that most of them are shares of."""
    if not listed:
        return
    best: list[Claim] = []
    for whole in _wholes(scene, listed[0][0]):
        claimed = [one for one in (_share(level, share, whole) for level, share in listed) if one]
        if sum(map(holds, claimed)) > sum(map(holds, best)):
            best = claimed
    held = [claim for claim in best if holds(claim)]
    if len(held) >= 2:
        yield from held
        if len(held) > len(best) / 2:
            yield from (_firm(claim) for claim in best if not holds(claim))
    elif held and _fine(held[0]):
        yield held[0]


def _of_two_before(passage: Sequence[Placed]) -> Iterator[Claim]:
    """Yield the rates of the two numbers right before them: 32个行业中18个增长, 增长面56.3%."""
    for at, share in enumerate(passage):
        if at < 2 or share.figure.unit not in SCALES:
            continue
        whole, part = passage[at - 2], passage[at - 1]
        together = whole.sentence == share.sentence and same_matter(part, whole)
        if not together or part.is_share or part.amount.value > whole.amount.value:
            continue
        attempt = quotient(SCALES[share.figure.unit], [part], [(1, whole)], Weight.HINT)
        if attempt is not None and _fine(claim := Claim("rate", share.figure, (attempt,))):
            yield claim


def _wholes(scene: Scene, level: Placed) -> list[Placed]:
    passage = list(levels_before(scene.in_passage(level.passage), level))
    section = list(levels_before(scene.around(level), level))
    found = [one for one in dict.fromkeys([*passage, *section]) if same_matter(one, level)]
    return [one for one in found if one.amount.value >= level.amount.value][:_MOST_WHOLES]


def _share(level: Placed, share: Placed, whole: Placed) -> Claim | None:
    if level is whole or not same_matter(level, whole) or share.figure.unit not in SCALES:
        return None
    attempt = quotient(SCALES[share.figure.unit], [level], [(1, whole)], Weight.HINT)
    return Claim("rate", share.figure, (attempt,)) if attempt is not None else None


def _fine(claim: Claim) -> bool:
    """Whether a share is printed finely enough that no other whole would give it by chance."""
    attempt = claim.attempts[0]
    open_by = 2 * attempt.slack + step_of(claim.value)
    luck = Decimal(str(lexicon.table()["lists"]["luck"]))
    return outcome_of(claim, attempt) is Outcome.AGREES and open_by / _HUNDRED <= luck / 4


def _firm(claim: Claim) -> Claim:
    attempt = claim.attempts[0]
    firm = Attempt(attempt.formula, attempt.computed, attempt.slack, attempt.parts)
    return Claim(claim.kind, claim.figure, (firm,))

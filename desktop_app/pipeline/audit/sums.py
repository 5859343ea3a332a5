"""Parts that make up a whole by definition (城镇 and 乡村, 出口 and 进口) against the whole."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim, holds, in_unit, near, told, total_of
from desktop_app.pipeline.audit.lexicon import Group
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.scene import (
    Placed,
    Scene,
    additive,
    levels_before,
    same_matter,
)

# Parts of one whole stand in one sentence or in the next.
_APART = 1


class Run(Struct, frozen=True):
    """The parts of one whole, one for each slot; `rest` is what their names share, if one."""

    parts: tuple[Placed, ...]
    rest: str | None
    group: Group


def in_column(scene: Scene, cells: Sequence[Placed]) -> Iterator[Claim]:
    """Yield the wholes of a table's column, told above their parts."""
    for group in _named_among(cells):
        for run in runs_of(cells, group):
            claimed: list[Claim] = []
            for total in _above(cells, run):
                claim = sum_of("sum", total, run.parts, _weight(scene, run))
                if not holds(claim) and group.disjoint and near(claim):
                    claim = sum_of("sum", total, run.parts, Weight.FIRM, bound="least")
                claimed.append(claim)
            yield from list(_best(claimed))[:1]


def _above(cells: Sequence[Placed], run: Run) -> Iterator[Placed]:
    """Yield the cells above the parts that may be their whole, and are no parts, nearest first."""
    for one in reversed(cells):
        if one.at < run.parts[0].at and can_be_whole(one, run):
            part = bool(lexicon.slots_of(one.name))
            if names(one, run) or (_ends_like(one, run) and not part):
                yield one


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the wholes that known parts add up to, or should."""
    for passage in scene.passages():
        runs = [run for group in _named_among(passage) for run in runs_of(passage, group)]
        taken = {part.at for run in runs for part in run.parts}
        for run in runs:
            yield from _best([*_against(scene, passage, run, taken)])


def sum_of(
    kind: str,
    total: Placed,
    parts: Sequence[Placed],
    weight: Weight,
    *,
    reason: str = "scope",
    bound: Literal["", "most", "least"] = "",
) -> Claim:
    """Return the claim that `parts` add up to `total`."""
    unit = total.figure.unit
    value = sum((part.amount.value for part in parts), Decimal(0))
    slack = sum((part.amount.half for part in parts), Decimal(0))
    figures = tuple(part.figure for part in parts)
    formula = total_of(figures, unit)
    computed, open_by = in_unit(value, unit), in_unit(slack, unit)
    attempt = Attempt(formula, computed, open_by, figures, weight, reason)
    return Claim(kind, total.figure, (attempt,), bound=bound)


def _named_among(figures: Sequence[Placed]) -> list[Group]:
    """Return the groups of which figures name kinds enough to make up a whole."""
    slots: dict[Group, set[int]] = {}
    for placed in figures:
        for group, slot in lexicon.slots_of(placed.name):
            slots.setdefault(group, set()).add(slot)
    told = (group for group in lexicon.groups() if group in slots)
    return [group for group in told if len(slots[group]) >= max(group.least, 2)]


def runs_of(figures: Sequence[Placed], group: Group) -> Iterator[Run]:
    """Yield the parts of a group among figures that stand together.

    Parts with one name but for the slot's word may have other numbers between them; others
    follow on each other.
    """
    parts: list[tuple[Placed, int, str]] = []
    for placed in figures:
        if additive(placed, group.per_head):
            found = group.slot(placed.name)
            rest = _rest(placed.name.replace(found[1], "", 1)) if found else ""
            parts.append((placed, found[0] if found else -1, rest))
    known: set[tuple[int, ...]] = set()
    for rest in dict.fromkeys(rest for _, slot, rest in parts if slot >= 0):
        own = [(placed, slot) for placed, slot, name in parts if slot >= 0 and name == rest]
        for run in _filled(own, group):
            known.add(tuple(part.at for part in run))
            yield Run(run, rest, group)
    for run in _filled([(placed, slot) for placed, slot, _ in parts], group):
        if tuple(part.at for part in run) not in known:
            yield Run(run, None, group)


def _rest(name: str) -> str:
    return "" if name in lexicon.table()["names"]["ends"] else lexicon.plain(name)


def _filled(figures: Sequence[tuple[Placed, int]], group: Group) -> Iterator[tuple[Placed, ...]]:
    """Yield the stretches that fill a group's slots, each with one figure."""
    held: dict[int, Placed] = {}
    for placed, slot in figures:
        first = next(iter(held.values()), placed)
        last = next(reversed(held.values()), placed)
        apart = placed.sentence - last.sentence > _APART or not same_matter(first, placed)
        if apart or slot < 0 or slot in held:
            if len(held) >= max(group.least, 2):
                yield tuple(held.values())
            held = {}
        if slot >= 0:
            held[slot] = placed
    if len(held) >= max(group.least, 2):
        yield tuple(held.values())


def _against(scene: Scene, passage: list[Placed], run: Run, taken: set[int]) -> Iterator[Claim]:
    beside = [one for one in scene.around(run.parts[0]) if can_be_whole(one, run)]
    led = _whole_before(passage, run, taken)
    named = _nearest([one for one in beside if names(one, run)], run)
    for total in dict.fromkeys([*named, *([led] if led else [])]):
        tied = total in named or _led_by(total, run)
        weight = _weight(scene, run) if tied else Weight.HINT
        firm = weight is not Weight.HINT
        claim = sum_of("sum", total, run.parts, weight)
        full = run.rest is not None and (total in named or _ends_like(total, run))
        full = full or lexicon.holds(total.name, run.group.totals)
        if holds(claim) or (firm and (full or near(claim))):
            yield claim
        elif run.group.disjoint and tied and near(claim):
            yield sum_of("sum", total, run.parts, Weight.FIRM, bound="least")
    for total in beside:
        claim = sum_of("sum", total, run.parts, Weight.HINT)
        if total is not led and total not in named and _alike_name(total, run) and told(claim):
            yield claim


def _weight(scene: Scene, run: Run) -> Weight:
    """Return what it says where the parts do not make up their whole."""
    group = run.group
    if not group.sure or any(lexicon.holds(part.name, group.partial) for part in run.parts):
        return Weight.HINT
    if any(lexicon.holds(part.name, group.doubted) for part in run.parts):
        return Weight.OPEN
    if len(run.parts) == len(group.slots) or (scene.year and scene.year <= group.until):
        return Weight.FIRM
    full = bool(group.unless) and not scene.tells_of(group.unless)
    return Weight.OPEN if full else Weight.HINT


def _best(claims_of_run: list[Claim]) -> Iterator[Claim]:
    """Yield the wholes that a run makes up; only where it makes up none, those it should."""
    held = [claim for claim in claims_of_run if holds(claim)]
    yield from held or claims_of_run


def _nearest(named: list[Placed], run: Run) -> list[Placed]:
    first = run.parts[0].at
    return sorted(named, key=lambda one: (abs(one.at - first), one.at))[:1]


def _whole_before(passage: list[Placed], run: Run, taken: set[int]) -> Placed | None:
    """Return the nearest level before the parts that is no part of another whole."""
    first = run.parts[0]
    for placed in levels_before(passage, first):
        if placed.at not in taken:
            return placed if can_be_whole(placed, run) else None
    return None


def can_be_whole(total: Placed, run: Run) -> bool:
    """Whether a number is of the parts' kind, scope, place and time, and none of them."""
    first, group = run.parts[0], run.group
    if not same_matter(total, first) or total in run.parts:
        return False
    if not additive(total, group.per_head) or group.slot(total.name) is not None:
        return False
    scoped = run.parts[:1] if group.per_head else run.parts
    return all(lexicon.scopes(part.name) == lexicon.scopes(total.name) for part in scoped)


def names(total: Placed, run: Run) -> bool:
    """Whether a number is named as the whole of the parts, or as they are without their words."""
    for word, wholes in run.group.wholes:
        named = all(word in part.name for part in run.parts) if word else run.rest == ""
        if total.name in wholes and (named or (run.group.per_head and not word)):
            return True
    name = total.name
    for word in run.group.totals:
        name = name.replace(word, "")
    return bool(run.rest) and run.rest in {lexicon.plain(name), name}


def _ends_like(total: Placed, run: Run) -> bool:
    """Whether a number's name ends with what the parts' names share (保费收入)."""
    return len(run.rest or "") > 1 and lexicon.plain(total.name).endswith(run.rest or "")


def _led_by(total: Placed, run: Run) -> bool:
    """Whether the words between a number and the parts say that these are its parts."""
    first = run.parts[0]
    if first.sentence - total.sentence > _APART or total.passage != first.passage:
        return False
    if lexicon.holds(total.name, run.group.totals):
        return True
    cued = lexicon.holds(first.before, lexicon.table()["lists"]["cues"])
    return cued or lexicon.pattern("lists", "cuts").search(first.before) is not None


def _alike_name(total: Placed, run: Run) -> bool:
    """Whether a number and its parts speak of the same thing, by the end of their names."""
    if not all(total.amount.value >= part.amount.value for part in run.parts):
        return False
    heads = {part.name[-2:] for part in run.parts}
    return total.name[-2:] in heads or any(total.name in part.name for part in run.parts)

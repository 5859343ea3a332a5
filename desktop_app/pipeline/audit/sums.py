"""Parts that are known to make up a whole (城镇 and 乡村, 出口 and 进口) against the whole."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import (
    Attempt,
    Claim,
    Outcome,
    in_unit,
    outcome_of,
    say_number,
)
from desktop_app.pipeline.audit.lexicon import Group
from desktop_app.pipeline.audit.scene import Placed, Scene, alike

# A total is told with its parts: so many figures before or after them at the most.
_REACH = 100


@dataclass(frozen=True, slots=True)
class Run:
    """The parts of one whole, one for each slot; `rest` is the name without the slot's word."""

    parts: tuple[Placed, ...]
    rests: tuple[str, ...]
    group: Group


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the wholes that known parts add up to, or should."""
    for passage in scene.passages():
        runs = [run for group in lexicon.groups() for run in _runs(passage, group)]
        taken = {part.at for run in runs for part in run.parts}
        for run in runs:
            yield from _against(scene, passage, run, taken)


def sum_of(kind: str, total: Placed, parts: tuple[Placed, ...], firm: bool) -> Claim:
    """Return the claim that `parts` add up to `total`."""
    unit = total.figure.unit
    value = sum((part.amount.value for part in parts), Decimal(0))
    slack = sum((part.amount.half for part in parts), Decimal(0))
    figures = tuple(part.figure for part in parts)
    formula = "+".join(say_number(figure, unit) for figure in figures)
    attempt = Attempt(formula, in_unit(value, unit), in_unit(slack, unit), figures, firm)
    return Claim(kind, total.figure, (attempt,))


def agrees(claim: Claim) -> bool:
    """Whether the first attempt of a claim holds, by rounding at least."""
    return outcome_of(claim, claim.attempts[0]) is not Outcome.DIFFERS


def additive(placed: Placed) -> bool:
    """Whether a number may be added to others like it."""
    if placed.figure.unit in {"%", "‰"} or "/" in placed.figure.unit:
        return False
    return not lexicon.holds(placed.name, lexicon.table()["sums"]["not_added"])


def _runs(passage: list[Placed], group: Group) -> Iterator[Run]:
    by_dimension: dict[str, list[Placed]] = {}
    for placed in passage:
        if additive(placed):
            by_dimension.setdefault(placed.amount.dimension, []).append(placed)
    for figures in by_dimension.values():
        open_run: dict[int, tuple[Placed, str]] = {}
        for placed in figures:
            found = group.slot(placed.name)
            if found is None or found[0] in open_run or _apart(open_run, placed, group):
                yield from _closed(open_run, group)
                open_run = {}
            if found is not None:
                open_run[found[0]] = (placed, placed.name.replace(found[1], "", 1))
        yield from _closed(open_run, group)


def _apart(open_run: dict[int, tuple[Placed, str]], placed: Placed, group: Group) -> bool:
    """Whether a part stands too far from those before it to belong to them.

    What may be incomplete is told in one sentence.
    """
    last = max((part.sentence for part, _ in open_run.values()), default=placed.sentence)
    return placed.sentence - last > (0 if group.is_open else 1)


def _closed(open_run: dict[int, tuple[Placed, str]], group: Group) -> Iterator[Run]:
    if len(open_run) >= max(group.least, 2):
        parts = [part for part, _ in open_run.values()]
        if len({part.figure.period for part in parts}) == 1:
            yield Run(tuple(parts), tuple(rest for _, rest in open_run.values()), group)


def _against(scene: Scene, passage: list[Placed], run: Run, taken: set[int]) -> Iterator[Claim]:
    near = _whole_before(passage, run, taken)
    beside = _within_reach(scene, run)
    named = [one for one in beside if _names(one, run)]
    for total in dict.fromkeys([*named, *([near] if near else [])]):
        firm = total in named or _led_by(total, run)
        claim = sum_of("sum", total, run.parts, firm)
        if agrees(claim) or (firm and _near(claim)):
            yield claim
    for total in beside:
        elsewhere = total is not near and total not in named and total.at < run.parts[0].at
        if elsewhere and _can_be_whole(total, run):
            claim = sum_of("sum", total, run.parts, firm=False)
            if _alike_name(total, run) and outcome_of(claim, claim.attempts[0]) is Outcome.AGREES:
                yield claim


def _within_reach(scene: Scene, run: Run) -> list[Placed]:
    """Return the numbers of the parts' section that stand near enough to be their total."""
    first, last = run.parts[0].at, run.parts[-1].at
    section = scene.of_section(run.parts[0].figure.section)
    low = bisect_left(section, first - _REACH, key=_place)
    return list(section[low : bisect_right(section, last + _REACH, key=_place)])


def _place(placed: Placed) -> int:
    return placed.at


def _whole_before(passage: list[Placed], run: Run, taken: set[int]) -> Placed | None:
    """Return the nearest number before the parts that is no part of another whole."""
    first = run.parts[0]
    for placed in reversed(passage):
        if placed.at < first.at and placed.at not in taken and alike(placed, first):
            return placed if _can_be_whole(placed, run) else None
    return None


def _can_be_whole(total: Placed, run: Run) -> bool:
    first = run.parts[0]
    return (
        alike(total, first)
        and additive(total)
        and total not in run.parts
        and run.group.slot(total.name) is None
        and all(total.amount.value >= part.amount.value for part in run.parts)
    )


def _names(total: Placed, run: Run) -> bool:
    """Whether a number is named as the parts are, without the word that sets them apart."""
    if not alike(total, run.parts[0]) or total in run.parts or len(set(run.rests)) > 1:
        return False
    if not additive(total) or run.group.slot(total.name) is not None:
        return False
    name = total.name
    for word in run.group.totals:
        name = name.replace(word, "")
    return bool(run.rests[0]) and _plain(name) == _plain(run.rests[0])


def _plain(name: str) -> str:
    for word in lexicon.table()["sums"]["dropped_from_names"]:
        name = name.replace(word, "")
    return name


def _led_by(total: Placed, run: Run) -> bool:
    """Whether the words between a number and the parts say that these are its parts."""
    first = run.parts[0]
    if total.at == first.at - 1 and first.sentence - total.sentence <= 1:
        return not first.before.lstrip().startswith(tuple("；;")) or run.group.totals != ()
    cues = lexicon.table()["sums"]["cues"]
    return lexicon.holds(first.before, cues) and total.passage == first.passage


def _alike_name(total: Placed, run: Run) -> bool:
    """Whether a number and its parts speak of the same thing, by the end of their names."""
    heads = {part.name[-2:] for part in run.parts}
    return total.name[-2:] in heads or any(total.name in part.name for part in run.parts)


def _near(claim: Claim) -> bool:
    """Whether a sum is off by a mistake rather than a wrong reading: not by far, or by 10ⁿ."""
    if not claim.value:
        return False
    share = claim.attempts[0].computed / claim.value
    far = Decimal(str(lexicon.table()["sums"]["far"]))
    slips = [Decimal(power) for power in lexicon.table()["unit_slips"]]
    slipped = any(abs(share / times - 1) < Decimal("0.001") for p in slips for times in (p, 1 / p))
    return abs(share - 1) <= far or slipped

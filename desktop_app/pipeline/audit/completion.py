"""What was done against what was due, with a printed rate or without."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Attempt, Claim
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.quotients import SCALES, quotient
from desktop_app.pipeline.audit.scene import Placed, Scene, alike
from desktop_app.pipeline.audit.sums import sum_of

# A rate stands with its parts: further back, another matter is spoken of.
_REACH = 8
# How far a number is said to be all, or more than all, of what was due.
_WORDS_AFTER = 12


def claims(scene: Scene, sums: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the rates of what was done; `sums` tell which whole a part belongs to."""
    by_part = _by_part(sums)
    for passage in scene.passages():
        for placed in passage:
            if placed.figure.unit in SCALES:
                attempts = tuple(_attempts(passage, placed, by_part))
                if attempts:
                    yield Claim("rate", placed.figure, attempts)
            else:
                yield from _without_rate(scene, passage, placed)


def _by_part(sums: Sequence[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in sums:
        for attempt in claim.attempts:
            for part in attempt.parts:
                found.setdefault(part.id, []).append(claim)
    return found


def _attempts(
    passage: list[Placed], rate: Placed, by_part: dict[int, list[Claim]]
) -> Iterator[Attempt]:
    scale = SCALES[rate.figure.unit]
    if lexicon.pattern("rates", "planned").search(rate.name):
        yield from _of_plan(passage, rate)
        return
    done = _done(passage, rate)
    if done is None:
        return
    placed, words = done
    whole = _due_of(passage, placed, words)
    readings: list[Attempt | None] = []
    if whole is not None:
        readings.append(quotient(scale, [placed], [(1, whole)]))
    for total, parts in _wholes(passage, placed, by_part):
        if total is whole:
            continue
        readings.append(quotient(scale, [placed], [(1, total)]))
        left = [p for p in parts if p is not placed and _is_gone(p)]
        if left:
            less = [(1, total), *((-1, one) for one in left)]
            readings.append(quotient(scale, [placed], less))
            readings.append(quotient(scale, [placed, *left], [(1, total)]))
    yield from (reading for reading in readings if reading is not None)


def _of_plan(passage: list[Placed], rate: Placed) -> Iterator[Attempt]:
    """Yield what was done over what was planned, both in the rate's sentence."""
    before = [p for p in passage if p.at < rate.at and p.sentence == rate.sentence]
    before = [p for p in before[-_REACH:] if not p.is_share and not p.is_change]
    if len(before) < 2 or is_due(before[-1]) or not alike(before[-1], before[-2]):
        return
    if is_due(before[-2]):
        attempt = quotient(SCALES[rate.figure.unit], [before[-1]], [(1, before[-2])])
        if attempt is not None:
            yield attempt


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
        if rate.sentence != placed.sentence or placed.is_share:
            continue
        if _rated(passage, placed, rate, words):
            return None
        said = placed.name + placed.before
        if not lexicon.holds(said, words) or is_due(placed) or _undone(said, words):
            continue
        if _of_one_thing(rate, placed, stem, words):
            return placed, words
    return None


def _of_one_thing(rate: Placed, placed: Placed, stem: str, words: Sequence[str]) -> bool:
    """Whether a rate names no thing, or one that the number is named for."""
    thing = rate.name.removesuffix(stem + "率")
    name = placed.name
    for word in words:
        name = name.replace(word, "")
    return len(thing) < 2 or any(thing[at : at + 2] in name for at in range(len(thing) - 1))


def _rated(passage: list[Placed], placed: Placed, rate: Placed, words: Sequence[str]) -> bool:
    """Whether another rate of the kind stands between a number and the rate: it is that one's."""
    between = [p for p in passage if placed.at < p.at < rate.at and p.figure.unit in SCALES]
    return any(lexicon.holds(p.name, words) for p in between)


def _undone(said: str, words: Sequence[str]) -> bool:
    """Whether what was done is denied (未调整)."""
    return any(no + word in said for word in words for no in lexicon.table()["rates"]["not_done"])


def is_due(placed: Placed) -> bool:
    """Whether a number says what is to be done, not what was; its words may stand before it."""
    due = lexicon.pattern("rates", "due")
    clause = re.split("[，,。；;、]", placed.before)[-1]
    return due.search(placed.name) is not None or due.search(clause) is not None


def _due_of(passage: list[Placed], done: Placed, words: Sequence[str]) -> Placed | None:
    """Return the nearest number before that the done one is a part of."""
    for placed in reversed([p for p in passage if p.at < done.at][-_REACH:]):
        if done.sentence - placed.sentence > _REACH or not alike(placed, done):
            continue
        due = is_due(placed)
        if placed.figure.period != done.figure.period and not due:
            continue
        if due:
            return placed
        beside = placed.at == done.at - 1 and done.sentence == placed.sentence
        taken = lexicon.holds(placed.name + placed.before, lexicon.table()["rates"]["taken"])
        fewer = placed.amount.value >= done.amount.value or taken
        if beside and fewer and not lexicon.holds(placed.name, words) and not _is_gone(placed):
            return placed
    return None


def _is_gone(placed: Placed) -> bool:
    return lexicon.holds(placed.name, lexicon.table()["rates"]["gone"])


def _wholes(
    passage: list[Placed], done: Placed, by_part: dict[int, list[Claim]]
) -> Iterator[tuple[Placed, list[Placed]]]:
    """Yield the wholes that the done number was found to be a part of, with all their parts."""
    by_id = {placed.figure.id: placed for placed in passage}
    for claim in by_part.get(done.figure.id, ()):
        for attempt in claim.attempts:
            if claim.figure.id in by_id:
                ids = [part.id for part in attempt.parts]
                yield by_id[claim.figure.id], [by_id[i] for i in ids if i in by_id]


# -- without a rate: 应建50个, 全部建成50个 -------------------------------------------------------


def _without_rate(scene: Scene, passage: list[Placed], done: Placed) -> Iterator[Claim]:
    """Yield what was done where its words say how it stands to what was due."""
    table = lexicon.table()["rates"]
    after = scene.text.hans[done.figure.read_end : done.figure.read_end + _WORDS_AFTER]
    said = done.before + re.split("[，,。；;\n]", after)[0]
    if is_due(done) or not lexicon.holds(said, table["done"]):
        return
    due = next((p for p in reversed(passage) if p.at < done.at and alike(p, done)), None)
    if due is None or not is_due(due) or done.sentence - due.sentence > 1:
        return
    if due.name[-2:] != done.name[-2:] and due.figure.unit in {"万元", "亿元", "元"}:
        return
    claim = sum_of("completion", done, [due], Weight.OPEN, reason="due")
    owed = lexicon.pattern("rates", "owed").search(due.name) is not None
    over = lexicon.holds(done.before + re.split("[。；;\n]", after)[0], table["exceeded"])
    if lexicon.holds(said, table["wholly"]) and not over:
        yield claim
    elif over:
        yield Claim("completion", due.figure, _turned(due, done), bound="most")
    elif owed:
        yield Claim("completion", done.figure, claim.attempts, bound="most")


def _turned(due: Placed, done: Placed) -> tuple[Attempt, ...]:
    return sum_of("completion", due, [done], Weight.OPEN, reason="due").attempts

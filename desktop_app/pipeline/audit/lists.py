"""Lists of parts that only their words lead to: 其中, what is left, what was and was not done."""

from collections.abc import Iterator, Sequence

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Claim, holds, near, told
from desktop_app.pipeline.audit.outcome import Weight
from desktop_app.pipeline.audit.scene import Placed, Scene, additive, levels_before
from desktop_app.pipeline.audit.sums import sum_of

# Parts end with their sentence; a list of more is no list of parts.
_MOST_PARTS = 30
_HINT = Weight.HINT
# Names that end with so many like letters are names of one thing.
_ONE_THING = 3
_MOST_TOTALS = 12
# A whole told earlier stands so many sentences before its parts at the most.
_REACH = 8


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the wholes of lists: nothing but their numbers says whether a list is full."""
    for passage in scene.passages():
        blocks = list(_blocks(passage))
        yield from _led(passage, blocks)
        yield from _parallel(blocks)
        yield from _left(passage)
        yield from _denied(passage)


# -- a number, and the numbers that 其中 or the next sentence tells of it -------------------------


def _blocks(passage: Sequence[Placed]) -> Iterator[tuple[Placed, list[Placed], bool]]:
    """Yield a number with the like numbers that follow it, and whether words lead to them."""
    cues = lexicon.table()["lists"]["cues"]
    for at, total in enumerate(passage):
        if not additive(total):
            continue
        first = next((one for one in passage[at + 1 :] if _like(one, total)), None)
        if first is None or first.sentence - total.sentence > 1:
            continue
        run = _run(passage, first)
        cued = lexicon.holds(first.before, cues) or _cued(passage, total, first)
        yield total, run, cued


def _like(one: Placed, total: Placed) -> bool:
    same = one.amount.dimension == total.amount.dimension
    return same and additive(one) and one.time == total.time


def _cued(passage: Sequence[Placed], total: Placed, first: Placed) -> bool:
    """Whether 其中 stands before a number of another unit that the first part stands beside."""
    cues = lexicon.table()["lists"]["cues"]
    between = [one for one in passage if total.at < one.at < first.at]
    led = any(lexicon.holds(one.before, cues) for one in between)
    return led and not lexicon.holds(first.before, "；;。")


def _run(passage: Sequence[Placed], first: Placed) -> list[Placed]:
    """Return the parts from the first to the end of its sentence, without the parts of parts.

    Of more than a list of parts has, the first alone: some of them would make up no whole, and
    trying which do would take for ever.
    """
    cues = lexicon.table()["lists"]["cues"]
    found: list[Placed] = []
    nested = False
    for one in passage:
        if one.at < first.at or one.sentence != first.sentence:
            continue
        if one.at > first.at:
            nested = (nested and not lexicon.holds(one.before, ";；）)")) or lexicon.holds(
                one.before, cues
            )
        if not nested and _like(one, first):
            found.append(one)
            if len(found) > _MOST_PARTS:
                return [first]
    return found


def _led(
    passage: Sequence[Placed], blocks: Sequence[tuple[Placed, list[Placed], bool]]
) -> Iterator[Claim]:
    for total, run, cued in blocks:
        if not cued:
            continue
        claim = sum_of("sum", total, run, Weight.HINT)
        if len(run) > 1 and told(claim):
            yield claim
        else:
            yield from _nested(total, run)
        yield from _no_larger(passage, total, run[0])


def _nested(total: Placed, run: Sequence[Placed]) -> Iterator[Claim]:
    """Yield the sums of a list whose parts have parts of their own beside them, and its own sum.

    A semicolon may end the list before the sentence does.
    """
    inner: list[Claim] = []
    top: list[Placed] = []
    at = 0
    while at < len(run):
        parts = next((p for p in _after(run, at) if told(sum_of("sum", run[at], p, _HINT), 2)), [])
        if parts:
            inner.append(sum_of("sum", run[at], parts, _HINT))
        top.append(run[at])
        at += 1 + len(parts)
    before = [one for one in top if one.at < _semicolon(run)]
    for outer in (top, before):
        if 1 < len(outer) < len(run) and told(sum_of("sum", total, outer, _HINT), 2):
            yield sum_of("sum", total, outer, _HINT)
            yield from inner
            return


def _after(run: Sequence[Placed], at: int) -> Iterator[list[Placed]]:
    """Yield the lists of two and more that follow on a number of a run."""
    for end in range(at + 3, len(run) + 1):
        yield list(run[at + 1 : end])


def _semicolon(run: Sequence[Placed]) -> int:
    """Return where the first semicolon of a run stands, by the number after it."""
    return next((one.at for one in run[1:] if "；" in one.before), run[-1].at + 1)


def _no_larger(passage: Sequence[Placed], total: Placed, part: Placed) -> Iterator[Claim]:
    """Yield a part that is larger than its whole, where nothing before it is large enough."""
    if not lexicon.holds(part.before, lexicon.table()["lists"]["cues"]):
        return
    if part.sentence != total.sentence or total.figure.region != part.figure.region:
        return
    if lexicon.plain(part.name)[-2:] != lexicon.plain(total.name)[-2:]:
        return
    before = [one for one in levels_before(passage, part) if part.sentence - one.sentence <= 1]
    if all(one.amount.value < part.amount.value for one in before):
        claim = sum_of("part", part, [total], Weight.FIRM)
        yield Claim("part", part.figure, claim.attempts, bound="most")


# -- the same list of parts, told of two wholes ---------------------------------------------------


def _parallel(blocks: Sequence[tuple[Placed, list[Placed], bool]]) -> Iterator[Claim]:
    """Yield the lists of one passage that have the same parts, where one of them adds up.

    Lists that 其中 leads to may be short in one place and full in another.
    """
    by_parts: dict[tuple[str, ...], list[tuple[Placed, list[Placed]]]] = {}
    for total, run, cued in blocks:
        if len(run) > 2 and not cued and run[0].figure.section == total.figure.section:
            by_parts.setdefault(tuple(_heads(run)), []).append((total, run))
    for lists in by_parts.values():
        for total, run in lists:
            claim = sum_of("sum", total, run, Weight.FIRM)
            if any(_akin_totals(total, other) for other in _proven(lists) if other is not total):
                yield from [claim] if holds(claim) or near(claim) else []
            elif holds(claim) and len(lists) > 1 and told(claim):
                yield claim


def _proven(lists: Sequence[tuple[Placed, list[Placed]]]) -> Iterator[Placed]:
    for total, run in lists:
        if told(sum_of("sum", total, run, Weight.HINT)):
            yield total


def _akin_totals(one: Placed, other: Placed) -> bool:
    """Whether two wholes are of one kind: two letters together stand in both names."""
    name = lexicon.plain(one.name)
    return any(name[at : at + 2] in other.name for at in range(len(name) - 1))


def _heads(run: Sequence[Placed]) -> Iterator[str]:
    """Yield how each part of a list is called where it stands, by its first two letters."""
    for one in run:
        words = "".join(char for char in one.before if "一" <= char <= "鿿")
        for cue in lexicon.table()["lists"]["cues"]:
            words = words.removeprefix(cue)
        yield words[:2]


# -- what is left, and what was not done ---------------------------------------------------------


def _left(passage: Sequence[Placed]) -> Iterator[Claim]:
    """Yield the wholes of what was done and what is left (剩余6个)."""
    words = lexicon.table()["lists"]["rest"]
    for placed in passage:
        if additive(placed) and lexicon.holds(placed.before + placed.name, words):
            before = list(levels_before(passage, placed))[:_MOST_TOTALS]
            found = list(_whole_of(before, placed))
            yield from found or _left_over(before, placed)


def _left_over(before: Sequence[Placed], left: Placed) -> Iterator[Claim]:
    """Yield the whole of what was done and is left, where all three are named for one thing."""
    if len(before) < 2 or before[0].figure.unit != left.figure.unit:
        return
    done, total = before[0], before[1]
    ends = {lexicon.plain(one.name)[-_ONE_THING:] for one in (done, total, left)}
    if len(ends) == 1 and len(ends.pop()) == _ONE_THING:
        yield sum_of("sum", total, [done, left], Weight.OPEN)


def _denied(passage: Sequence[Placed]) -> Iterator[Claim]:
    """Yield the wholes of what was done and what was not (调整, 未调整)."""
    for placed in passage:
        denied = lexicon.pattern("lists", "denied").search(placed.before)
        if denied is None or not additive(placed):
            continue
        before = list(levels_before(passage, placed))[:_MOST_TOTALS]
        if before and denied["word"] in before[0].before + before[0].name:
            yield from _whole_of(before, placed)


def _whole_of(before: Sequence[Placed], last: Placed) -> Iterator[Claim]:
    """Yield the whole of the numbers up to the last; `before` are those before it, nearest first.

    Which of them is the whole is told by the sum alone.
    """
    before = [one for one in before if additive(one) and one.figure.unit == last.figure.unit]
    before = [one for one in before if last.sentence - one.sentence <= _REACH]
    for count in (1, 2, 3):
        parts = [*reversed(before[:count]), last]
        for total in before[count:]:
            claim = sum_of("sum", total, parts, Weight.HINT)
            if _akin(total, parts) and holds(claim) and not claim.attempts[0].slack:
                yield claim
                return


def _akin(total: Placed, parts: Sequence[Placed]) -> bool:
    """Whether a number is named for the things that one of its parts is named for."""
    tail = lexicon.plain(total.name)[-2:]
    return any(lexicon.plain(part.name)[-2:] == tail for part in parts)

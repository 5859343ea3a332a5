"""Stretches that were read one byte off are read again, or marked where that cannot be proven.

A `?` beside Chinese is damage: it stands for a lone byte. Where it begins a run that has a reading
far likelier than any other, the run is restored. Where only the character that a `?` at its rim
stands for stays open, the rest of the run is restored and that `?` kept and marked. Everything
else is marked, as far as it makes no sense, and stands as it came.
"""

import math
import re
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair import gbk
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.repair.evidence import STOPS, Evidence, fold
from desktop_app.pipeline.repair.glosses import READING
from desktop_app.pipeline.repair.readings import Reading
from desktop_app.pipeline.repair.runs import RunReader
from desktop_app.pipeline.repair.surroundings import CUT_GLOSS

# Around a `?` so much is no evidence of what Chinese looks like: up to what may put it in step.
_UNSOUND = re.compile(
    rf"[^\n?]?\?(?:[(（]?{READING}[)）])?[,;!，；！？、]?[^\x00-\x7f，；！？、]{{0,40}}[@-~]?|(?<=\n)"
)
# A shifted run loses single bytes: more `?` in a row were put by a program that knew no Chinese.
_WIPED_OUT = re.compile(r"\?{4,}")
# Where more of a text is lost, what is left of it says too little about what is gone.
_MOST_LOST = 0.02
_FEW = 40
# Leads in log likelihood over the next reading, found by damaging sound bulletins.
_CERTAIN = 8.0
_LIKELY = 4.0
# Over the next reading that words speak for too.
_CERTAIN_AMONG_WORDS = 12.0
_LIKELY_AMONG_WORDS = 7.0
# More than that where little is left to tell them.
_MORE = 4.0
# Over a full stop there: names begin sentences, and no list has them.
_OVER_STOP = 11.0
_STOP = "。"
# One-byte characters; those that may be marks of two bytes are none for sure.
_IN_STEP = re.compile(r"[\x00-\x7f](?<![,;!])")
_GLOSS_REST = re.compile(rf"[(（]?{READING}[)）]")
# What may have been the second byte of a character, or stands for one.
_STEPS = re.compile(r"[?@-~]")
# So many characters do not make sense by chance.
_LONG = 8
# No reading looks further around a `?`.
_BEFORE = 8
_BEHIND = 240


def misdecoded(text: str, glossed: Collection[str] = ()) -> Iterator[Change]:
    """Yield a change for every shifted run of `text` that can be read, a mark for any other.

    `glossed` are the characters that had a gloss wherever they stand: without one they can be
    nothing that a lone byte stands for.
    """
    if "?" not in text:
        return
    if text.count("?") > max(_MOST_LOST * len(text), _FEW):
        yield from (_lost(match) for match in re.finditer(r"\?+", text))
        return
    reader = RunReader(text, Evidence(_UNSOUND.split(text)), glossed)
    read: dict[str, tuple[Change, ...]] = {}
    at = text.find("?")
    while at >= 0:
        wiped_out = _WIPED_OUT.match(text, at)
        if wiped_out:
            yield _lost(wiped_out)
            at = text.find("?", wiped_out.end())
            continue
        # What is printed alike is read alike.
        printed = text[max(at - _BEFORE, 0) : at + _BEHIND]
        if printed not in read:
            read[printed] = tuple(_moved(change, -at) for change in _run(text, at, reader))
        changes = [_moved(change, at) for change in read[printed]]
        yield from changes
        at = text.find("?", max((change.end for change in changes), default=at + 1))


def _moved(change: Change, by: int) -> Change:
    return replace(change, start=change.start + by, end=change.end + by)


def _lost(marks: re.Match[str]) -> Change:
    """Mark a row of `?` whose characters nothing tells."""
    start, end = marks.span()
    return Change(start, end, marks[0], "misdecode", Certainty.UNKNOWN)


def _run(text: str, at: int, reader: RunReader) -> Iterator[Change]:
    """Yield the changes of the run at `at`; none where nothing there can be a run."""
    if reader.begin(at) is None:
        return
    readings = reader.readings(at)
    if not readings:
        yield _mark(text, at, _senseless(text, at, reader), _rule(text, at))
        return
    best = readings[0]
    sure = [_certainty(best, readings, place) for place in range(len(best.text))]
    first = sure[0] is Certainty.UNKNOWN and best.after_mark
    last = sure[-1] is Certainty.UNKNOWN and text[best.end - 1] == "?"
    kept = sure[first : len(sure) - last]
    # Nothing tells a mark but what follows it.
    hangs = last and best.text[len(sure) - 2] in STOPS
    if not kept or hangs or Certainty.UNKNOWN in kept or not _holds(best, first or last):
        end = max(best.end, _senseless(text, at, reader))
        yield _mark(text, at, end, _rule(text, at))
        return
    certainty = Certainty.LIKELY if Certainty.LIKELY in kept else Certainty.CERTAIN
    end = best.end - (best.swallowed or last)
    if first:
        yield _mark(text, at, at + 1, _rule(text, at))
    restored = best.text[first : len(sure) - last]
    yield Change(at + first, end, restored, _rule(text, at), certainty)
    if end < best.end:
        yield _mark(text, end, best.end, _rule(text, at))


def _mark(text: str, start: int, end: int, rule: str) -> Change:
    return Change(start, end, text[start:end], rule, Certainty.UNKNOWN)


def _holds(best: Reading, partly: bool) -> bool:
    """Whether what the bytes fix, or where they fix nothing the words, make a reading of it."""
    if best.weak or not best.settled:
        return False
    if not best.after_mark:
        # A gloss is read like many characters: the bytes must fix another.
        return len(best.text) > len({*best.free, *best.told})
    fixed = len(best.text) > len(set(best.free).difference(best.told))
    return fixed or not (partly or STOPS.intersection(best.text))


def _certainty(best: Reading, readings: Sequence[Reading], place: int) -> Certainty:
    """Return how sure one character of the likeliest reading is."""
    if place in best.free and (place not in best.proven or _may_go_on(best, place)):
        return Certainty.UNKNOWN
    others = [
        other
        for other in readings
        if not (_agree(best, other, place) or (other.weak and not other.settled))
    ]
    least = _more_for(best, place)
    any_lead = best.score - max((other.score for other in others), default=-math.inf)
    sensible = (other.score for other in others if _makes_sense(other, place))
    lead = best.score - max(sensible, default=-math.inf)
    if any_lead < _LIKELY + least or lead < _LIKELY_AMONG_WORDS + least:
        return Certainty.UNKNOWN
    if _may_be_stop(best, others, place):
        return Certainty.UNKNOWN
    if any_lead < _CERTAIN or lead < _CERTAIN_AMONG_WORDS or best.vanished or not best.firm:
        return Certainty.LIKELY
    return Certainty.CERTAIN


def _more_for(reading: Reading, place: int) -> float:
    """Return how much more of a lead a character needs of which little is left.

    Of those around dropped pairs nothing tells but the words, if they are not long; of the one
    that ends in a lone byte what follows tells nothing mostly, for a mark does.
    """
    if place == 0 and reading.after_mark:
        return 0.0
    last = place == len(reading.text) - 1 and place not in reading.told
    lost = reading.vanished and not reading.in_long_words
    return _MORE if lost or (last and place in reading.free) else 0.0


def _may_go_on(reading: Reading, place: int) -> bool:
    """Whether another character may be lost behind the lone byte that the reading ends in.

    A second byte that begins a pair which a decoder drops may have gone with such a pair.
    """
    last = place == len(reading.text) - 1 and place not in reading.told
    pair = gbk.pair_of(reading.text[place])
    return last and pair is not None and pair[1] in gbk.VANISHING


def _may_be_stop(best: Reading, others: Sequence[Reading], place: int) -> bool:
    """Whether the first character may well be a full stop, before words that nobody knows."""
    if place or not best.after_mark or best.text[0] == _STOP:
        return False
    stops = (one.score for one in others if one.text[0] == _STOP and 0 in one.proven)
    return best.score - max(stops, default=-math.inf) < _OVER_STOP


def _makes_sense(reading: Reading, place: int) -> bool:
    """Whether words speak for a reading, or it has a full stop where they would not be heard."""
    stop = place == 0 and reading.after_mark and reading.text[0] == _STOP
    return not reading.weak and (stop or place not in reading.free or place in reading.proven)


def _agree(one: Reading, other: Reading, place: int) -> bool:
    """Whether two readings of a run have the same character at `place`."""
    alike = one.end == other.end and len(one.text) == len(other.text)
    return alike and fold(one.text[place]) == fold(other.text[place])


def _senseless(text: str, at: int, reader: RunReader) -> int:
    """Return how far the text from the `?` at `at` on may make no sense as it stands.

    Each one-byte character may put the stream in step again; it has where sense follows.
    """
    begin = reader.begin(at) or at + 1
    after_mark = begin == at + 2
    if after_mark and reader.around.makes_sense(begin, _LONG):
        return at + 1
    end = begin
    while end == begin or not reader.around.in_step(end):
        again = _IN_STEP.search(text, end)
        if again is None or not _STEPS.match(again[0]):
            return at + 1 if end == begin and after_mark else end
        if end > begin and reader.begin(again.start()) is not None:
            return again.start()
        gloss = _GLOSS_REST.match(text, again.end())
        end = gloss.end() if gloss else again.end()
    return end


def _rule(text: str, at: int) -> str:
    return "misdecode_gloss" if CUT_GLOSS.match(text, at) else "misdecode"

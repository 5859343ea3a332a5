"""Stretches that were read one byte off are read again, or marked where that cannot be proven.

A `?` beside Chinese is damage: it stands for a lone byte. Where it begins a run that has a reading
far likelier than any other, the run is restored. Where only the character that a `?` at its rim
stands for stays open, the rest of the run is restored and that `?` kept and marked. Everything
else is marked and stands as it came.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.repair.evidence import Evidence
from desktop_app.pipeline.repair.runs import Reading, RunReader

# Around a `?` so much is no evidence of what Chinese looks like.
_UNSOUND = re.compile(r"[^\n?]?\?[^\n?]{0,12}|(?<=\n)")
_MOST_VANISHED = 2
# A shifted run loses single bytes: more `?` in a row were put by a program that knew no Chinese.
_WIPED_OUT = re.compile(r"\?{4,}")
# Where more of a text is lost, what is left of it says too little about what is gone.
_MOST_LOST = 0.02
_FEW = 40
# Leads in log likelihood over the next reading, found by damaging sound bulletins: from these on
# one in a hundred and one in twenty restored runs were wrong.
_CERTAIN = 10.0
_LIKELY = 6.0
# Where a character that the bytes fix was never seen beside its neighbours.
_LIKELY_UNHEARD = 9.0


def misdecoded(text: str) -> Iterator[Change]:
    """Yield a change for every shifted run of `text` that can be read, a mark for any other."""
    if "?" not in text:
        return
    if text.count("?") > max(_MOST_LOST * len(text), _FEW):
        yield from (_lost(match) for match in re.finditer(r"\?+", text))
        return
    reader = RunReader(text, Evidence(_UNSOUND.split(text)))
    at = text.find("?")
    while at >= 0:
        end = at + 1
        wiped_out = _WIPED_OUT.match(text, at)
        if wiped_out:
            yield _lost(wiped_out)
            at = text.find("?", wiped_out.end())
            continue
        for change in _run(text, at, reader.readings(at, _MOST_VANISHED)):
            yield change
            end = max(end, change.end)
        at = text.find("?", end)


def _lost(marks: re.Match[str]) -> Change:
    """Mark a row of `?` whose characters nothing tells."""
    start, end = marks.span()
    return Change(start, end, marks[0], "misdecode", Certainty.UNKNOWN)


def _run(text: str, at: int, readings: Sequence[Reading]) -> Iterator[Change]:
    """Yield the changes of the run at `at`; none where nothing there can be a run."""
    if not readings:
        return
    best = readings[0]
    certainty = _certainty(best, readings[1:])
    if certainty is Certainty.UNKNOWN:
        yield from _all_but_one(text, at, readings)
        return
    end = best.end - best.swallowed
    yield Change(at, end, best.text, _rule(best), certainty)
    if best.swallowed:
        yield Change(end, best.end, text[end : best.end], _rule(best), Certainty.UNKNOWN)


def _certainty(best: Reading, others: Sequence[Reading]) -> Certainty:
    # A reading that only adds a dropped character at the end agrees on all the rest.
    apart = [r for r in others if not (r.end == best.end and r.text.startswith(best.text))]
    lead = best.score - apart[0].score if apart else _CERTAIN
    if not best.sound and best.vanished > 1:
        return Certainty.UNKNOWN
    if not best.supported or lead < (_LIKELY if best.sound else _LIKELY_UNHEARD):
        return Certainty.UNKNOWN
    if lead < _CERTAIN or best.vanished or not best.sound or len(apart) < len(others):
        return Certainty.LIKELY
    return Certainty.CERTAIN


def _all_but_one(text: str, at: int, readings: Sequence[Reading]) -> Iterator[Change]:
    """Restore what all likely readings agree on where one `?` stays open, or mark the run."""
    best = readings[0]
    if best.after_mark and len(best.text) > 1:
        certainty = _certainty_of(slice(1, None), readings)
        if certainty is not Certainty.UNKNOWN and not best.swallowed:
            yield Change(at, at + 1, "?", _rule(best), Certainty.UNKNOWN)
            yield Change(at + 1, best.end, best.text[1:], _rule(best), certainty)
            return
    if text[best.end - 1] == "?" and len(best.text) > 1:
        certainty = _certainty_of(slice(-1), readings)
        if certainty is not Certainty.UNKNOWN:
            yield Change(at, best.end - 1, best.text[:-1], _rule(best), certainty)
            yield Change(best.end - 1, best.end, "?", _rule(best), Certainty.UNKNOWN)
            return
    yield Change(at, best.end, text[at : best.end], _rule(best), Certainty.UNKNOWN)


def _certainty_of(part: slice, readings: Sequence[Reading]) -> Certainty:
    """Return how sure `part` of the likeliest reading is, whatever the rest may be."""
    best = readings[0]
    open_places = set(range(len(best.text))) - set(range(len(best.text))[part])
    fixed = replace(best, supported=best.supported or set(best.free) <= open_places)
    apart = [r for r in readings if (r.text[part], r.end) != (best.text[part], best.end)]
    return _certainty(fixed, apart)


def _rule(reading: Reading) -> str:
    return "misdecode" if reading.after_mark else "misdecode_gloss"

"""Readings of a stretch of a GBK stream that was cut one byte off.

A filter took the halves of two characters for one (a mark, or a character to gloss), so that a
`?` stands for a lone byte and everything after it pairs up wrongly, until a one-byte character
puts the stream in step again. Encoding the stretch back and shifting it one byte gives the text,
except where bytes are gone: the lone bytes, and pairs that the decoder dropped. Those are tried
out against the evidence.
"""

import heapq
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from desktop_app.pipeline.repair import gbk
from desktop_app.pipeline.repair.evidence import LINE_END, Evidence, fold, usual
from desktop_app.pipeline.repair.glosses import READING, is_reading

_LONGEST_RUN = 60
_CONTEXT = 4
_BEAM = 200
_VANISHED_BEAM = 10
_ENDED_BEAM = 60
_SAME_KIND = 4
_WEIGHED = 30
# What is taken off a log likelihood for a character that nothing speaks for.
_UNSUPPORTED_GUESS = -4.0
_UNSUPPORTED = -3.0
# Glosses go to Traditional characters.
_NOT_TRADITIONAL = -4.0
# Words against single characters.
_WORDS_COUNT = 1.0
_GLOSS = re.compile(rf"[(（](?P<reading>{READING})[)）]")
_CUT_GLOSS = re.compile(rf"\?(?P<reading>{READING})[)）]")
_TAG_REST = re.compile(r"/?[a-z]{1,10}(?:\s[^<>\n]*)?>", re.IGNORECASE)
# The marks that the filter looked for, as they may be printed.
_MARKS = {"、": "、", ",": "，", ";": "；", "!": "！", "?": "？"}
_MARKS |= {mark: mark for mark in "，；！？"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a run: `source[start:end]` as `text`.

    `pending` holds the bytes that may lead the next character; it is empty when the stream is in
    step again. `free` are the places in `text` of characters that the bytes left open; `vanished`
    counts the dropped pairs. `supported` says that something speaks for every character that was
    left open, `sound` that something speaks for all of them. `swallowed` says that the last `?`
    also took a one-byte character with it that followed the run, and nothing tells which.
    `after_mark` tells a run behind a split mark from one behind a gloss.
    """

    start: int
    end: int
    pending: tuple[int, ...] = ()
    text: str = ""
    score: float = 0.0
    free: tuple[int, ...] = ()
    vanished: int = 0
    supported: bool = True
    sound: bool = True
    swallowed: bool = False
    after_mark: bool = True


class RunReader:
    """Reads the runs of one text by the evidence of its sound parts."""

    def __init__(self, text: str, evidence: Evidence) -> None:
        self._text = text
        self._folded = fold(text)
        self._evidence = evidence
        self._followers: dict[str, list[tuple[str, int, int]]] = {}

    def readings(self, start: int, vanished: int = 0) -> list[Reading]:
        """Return the readings of the run whose `?` is at `start`, the likeliest first.

        Readings with up to `vanished` dropped pairs are tried. The list is empty where nothing
        there can be a run.
        """
        self._evidence.look_at(self._line_around(start))
        done: dict[tuple[int, str], Reading] = {}
        waiting: dict[int, list[Reading]] = {}
        for reading in (*self._after_mark(start), *self._after_gloss(start)):
            waiting.setdefault(reading.end, []).append(reading)
        while waiting:
            kept = self._likeliest(waiting.pop(min(waiting)), vanished)
            longer = [step for reading in kept for step in self._steps(reading)]
            for reading in longer:
                if reading.pending:
                    waiting.setdefault(reading.end, []).append(reading)
            ended = [reading for reading in longer if not reading.pending]
            for reading in sorted(ended, key=_by_score)[:_ENDED_BEAM]:
                whole = self._closed(reading)
                if whole is not None:
                    key = (whole.end, fold(whole.text))
                    if key not in done or done[key].score < whole.score:
                        done[key] = whole
        return self._by_words(list(done.values()))

    def _line_around(self, at: int) -> str:
        start = self._text.rfind("\n", 0, at) + 1
        return self._text[start:].partition("\n")[0]

    def _after_mark(self, start: int) -> Iterator[Reading]:
        """Begin where a mark straddles two characters: `?` is the lead byte of the first."""
        mark = _MARKS.get(self._text[start + 1 : start + 2], "")
        pair = gbk.pair_of(mark) if mark else None
        if pair is not None:
            begun = Reading(start, start + 2)
            for char in gbk.with_trail(pair[0]):
                yield self._longer(begun, char, (pair[1],), free=True)

    def _after_gloss(self, start: int) -> Iterator[Reading]:
        """Begin where two halves were glossed: `?` is the second half and a parenthesis."""
        gloss = _CUT_GLOSS.match(self._text, start)
        printed = self._text[start - 1] if gloss and start else ""
        before = gbk.pair_of(printed) or _full_width_pair(printed) if printed else None
        if gloss is None or before is None:
            return
        for char, trail in gbk.with_lead(before[1]):
            if is_reading(gloss["reading"], char):
                score = 0.0 if fold(char) != char else _NOT_TRADITIONAL
                yield Reading(start, gloss.end(), (trail,), score=score, after_mark=False)

    def _likeliest(self, readings: list[Reading], vanished: int) -> list[Reading]:
        """Return the best of `readings`, and of what they become where pairs were dropped."""
        kept = _best(readings)
        more = kept
        for _ in range(vanished):
            dropped = [drop for reading in more for drop in self._dropped(reading)]
            dropped = heapq.nlargest(_VANISHED_BEAM, dropped, key=itemgetter(0))
            more = [self._without(*drop[1:]) for drop in dropped]
            kept = kept + more
        return kept

    def _dropped(self, reading: Reading) -> Iterator[tuple[float, Reading, str, tuple[int, ...]]]:
        """Yield characters whose second byte went with a dropped pair, with their scores.

        Beside each stand the bytes that may lead the character after it.
        """
        before = self._before(reading)
        if len(reading.pending) == 1:
            options = gbk.before_vanished(reading.pending[0])
        else:
            open_chars = self._open_chars(reading)
            options = tuple((char, gbk.trails_after(trail)) for char, trail in open_chars)
        for char, trails in options:
            if trails and usual(char):
                likelihood = self._evidence.log_likelihood(before, fold(char))
                yield reading.score + likelihood, reading, char, trails

    def _without(self, reading: Reading, char: str, trails: tuple[int, ...]) -> Reading:
        longer = self._longer(reading, char, trails, free=True)
        return replace(longer, vanished=reading.vanished + 1)

    def _open_chars(self, reading: Reading) -> Iterator[tuple[str, int]]:
        """Yield characters for an open lead byte: only those seen after the one before."""
        before = fold(reading.text[-1])
        options = self._followers.get(before)
        if options is None:
            pairs = ((char, gbk.pair_of(char)) for char in self._evidence.followers(before))
            options = [(char, *pair) for char, pair in pairs if pair is not None]
            self._followers[before] = options
        pending = frozenset(reading.pending)
        return ((char, trail) for char, lead, trail in options if lead in pending)

    def _steps(self, reading: Reading) -> Iterator[Reading]:
        """Continue with the next printed character."""
        at = reading.end
        if at >= len(self._text) or at - reading.start > _LONGEST_RUN:
            return
        printed = self._text[at]
        beyond = replace(reading, end=at + 1)
        pair = gbk.pair_of(printed) or _full_width_pair(printed)
        if pair is not None:
            yield from self._with_trail(beyond, pair[0], (pair[1],))
        if printed == "?":
            yield from self._lone_bytes(beyond)
        elif printed.isascii():
            yield from self._with_trail(beyond, ord(printed), ())

    def _with_trail(
        self, reading: Reading, trail: int, pending: tuple[int, ...]
    ) -> Iterator[Reading]:
        """Continue with the character that ends in `trail`, whichever leads it may have."""
        if len(reading.pending) > 1:
            for char, its_trail in self._open_chars(reading):
                if its_trail == trail:
                    yield self._longer(reading, char, pending, free=True)
            return
        only = gbk.char_of(reading.pending[0], trail)
        if only is not None:
            yield self._longer(reading, only, pending)

    def _lone_bytes(self, reading: Reading) -> Iterator[Reading]:
        """Continue with a `?` for a trail byte, alone or with the one-byte character after it."""
        gloss = _CUT_GLOSS.match(self._text, reading.end - 1)
        rest = self._text[reading.end : reading.end + 1]
        known = gloss or rest in _MARKS or _TAG_REST.match(self._text, reading.end)
        begun = replace(reading, swallowed=not known)
        # With both bytes open anything fits: only a mark is worth trying.
        one = len(reading.pending) == 1
        leads = reading.pending if one else {gbk.MARK_LEAD}.intersection(reading.pending)
        for char, _ in (option for lead in leads for option in gbk.with_lead(lead)):
            if not usual(char):
                continue
            if gloss is None:
                yield self._longer(begun, char, (), free=True)
            elif is_reading(gloss["reading"], char):
                yield self._longer(reading, char, (), free=True, end=gloss.end())

    def _longer(
        self,
        reading: Reading,
        char: str,
        pending: tuple[int, ...],
        *,
        free: bool = False,
        end: int | None = None,
    ) -> Reading:
        """Return `reading` with one more character; `end` is where it ends in the source then."""
        before = self._before(reading)
        # Named one by one: `dataclasses.replace` takes most of the time of a whole search.
        return Reading(
            start=reading.start,
            end=reading.end if end is None else end,
            pending=pending,
            text=reading.text + char,
            score=reading.score + self._evidence.log_likelihood(before, fold(char)),
            free=(*reading.free, len(reading.text)) if free else reading.free,
            vanished=reading.vanished,
            supported=reading.supported,
            sound=reading.sound,
            swallowed=reading.swallowed,
            after_mark=reading.after_mark,
        )

    def _before(self, reading: Reading) -> str:
        """Return the two characters before what comes next, folded."""
        before = self._folded[max(reading.start - 2, 0) : reading.start] + fold(reading.text[-2:])
        return before[-2:]

    def _closed(self, reading: Reading) -> Reading | None:
        """Weigh what follows the run too; None where a gloss after it contradicts the reading."""
        gloss = _GLOSS.match(self._text, reading.end)
        if gloss is not None and not reading.swallowed and reading.text:
            if not is_reading(gloss["reading"], reading.text[-1]):
                return None
            reading = replace(reading, end=gloss.end())
        before, after = self._around(reading)
        whole = before + fold(reading.text) + after
        score, end = reading.score, len(whole) - len(after)
        for at in range(end, len(whole)):
            score += self._evidence.log_likelihood(whole[max(at - 2, 0) : at], whole[at])
        weak = self._evidence.unsupported(whole, len(before), end)
        guessed = sum(at - len(before) in reading.free for at in weak)
        score += _UNSUPPORTED_GUESS * guessed + _UNSUPPORTED * (len(weak) - guessed)
        strange = [char for char in (*reading.text, *after[:2]) if not usual(char)]
        return replace(reading, score=score, supported=not guessed and not strange, sound=not weak)

    def _around(self, reading: Reading) -> tuple[str, str]:
        """Return what stands before and after the run in its line, up to other damage."""
        before = self._folded[max(reading.start - _CONTEXT, 0) : reading.start]
        before = re.split(r"[?\n]", before)[-1]
        if reading.end >= len(self._text) or _TAG_REST.match(self._text, reading.end):
            return before, LINE_END
        if reading.swallowed:
            return before, ""
        after = self._folded[reading.end : reading.end + _CONTEXT].split("?")[0]
        line, end, _ = after.partition(LINE_END)
        return before, line + end

    def _by_words(self, readings: list[Reading]) -> list[Reading]:
        """Return the likeliest of `readings`, weighed as words too."""
        weighed = []
        for reading in sorted(readings, key=_by_score)[:_WEIGHED]:
            before, after = self._around(reading)
            likelihood = self._evidence.word_likelihood(before + fold(reading.text) + after)
            weighed.append(replace(reading, score=reading.score + _WORDS_COUNT * likelihood))
        return sorted(weighed, key=_by_score)


def _best(readings: list[Reading]) -> list[Reading]:
    """Return the likeliest of `readings`, few of each kind that what follows cannot tell apart."""
    kinds: Counter[tuple[tuple[int, ...], str]] = Counter()
    kept = []
    for reading in sorted(readings, key=_by_score)[:_BEAM]:
        kind = reading.pending, reading.text[-2:]
        kinds[kind] += 1
        if kinds[kind] <= _SAME_KIND:
            kept.append(reading)
    return kept


def _by_score(reading: Reading) -> float:
    return -reading.score


def _full_width_pair(char: str) -> tuple[int, int] | None:
    """Return the bytes of the full-width form of an ASCII `char`: width may have been lost."""
    return (gbk.FULL_WIDTH_LEAD, ord(char) + 0x80) if "!" <= char <= "~" else None

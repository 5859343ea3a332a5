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
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from desktop_app.pipeline.repair import gbk
from desktop_app.pipeline.repair.evidence import Evidence, fold, usual
from desktop_app.pipeline.repair.glosses import is_reading
from desktop_app.pipeline.repair.readings import Reading, weigh_words
from desktop_app.pipeline.repair.surroundings import CUT_GLOSS, GLOSS, TAG_REST, Surroundings

_LONGEST_RUN = 200
# How many ways to read on are kept: of all, of those where a pair was dropped, of those that what
# follows cannot tell apart, of those that have ended, of those that are weighed as words too.
_BEAM = 30
_VANISHED_BEAM = 20
_SAME_KIND = 4
_ENDED_BEAM = 30
_WEIGHED = 16
# Of so many only is every character tried that an open byte may stand for.
_OPENED = 8
# So far behind the likeliest a reading does not catch up.
_HOPELESS = 20.0
_VANISHED = 2
# More unusual characters than these in a run, and it is none.
_ODD = 2
# What is taken off a log likelihood: for a character that nothing speaks for; for a gloss, which
# go to Traditional characters; for a spelling that no page has; for nonsense behind the run.
_UNSUPPORTED_GUESS = -4.0
_UNSUPPORTED = -3.0
_NOT_TRADITIONAL = -4.0
_MISSPELT = -8.0
_OUT_OF_STEP = -10.0
# Of what follows a run so much depends on its last characters.
_TOUCHED = 4
# As folded: no sentence has them.
_TWO_STOPS = re.compile("[,。;、:!?][,。;、:!?]")
# The marks that the filter looked for, as they may be printed.
_MARKS = {"、": "、", ",": "，", ";": "；", "!": "！", "?": "？"}
_MARKS |= {mark: mark for mark in "，；！？"}
# They follow any character.
_ANYWHERE = "，。、；："


class _State(NamedTuple):
    """A run read so far; `pending` are the bytes that may lead its next character.

    `folded` has the two characters before the run, too; `odd` counts unusual characters.
    """

    score: float
    text: str
    folded: str
    pending: tuple[int, ...]
    free: tuple[int, ...] = ()
    vanished: int = 0
    odd: int = 0


class _Ended(NamedTuple):
    """A run that is in step again at `end`; `told` says that a gloss told its last character."""

    state: _State
    end: int
    swallowed: bool = False
    told: bool = False


class RunReader:
    """Reads the runs of one text by the evidence of its sound parts.

    `glossed` are the characters that have a gloss wherever they stand.
    """

    def __init__(self, text: str, evidence: Evidence, glossed: Collection[str] = ()) -> None:
        self.around = Surroundings(text, evidence)
        self._text = text
        self._evidence = evidence
        self._glossed = frozenset(glossed)
        self._followers: dict[str, dict[int, list[tuple[str, str, int]]]] = {}
        self._ends: dict[int, list[tuple[str, str, bool]]] = {}
        self._ends_with: dict[str, list[tuple[str, str, int]]] = {}

    def begin(self, start: int) -> int | None:
        """Return where a run whose `?` is at `start` goes on behind the mark or gloss found.

        None where there is neither: nothing there can be a run.
        """
        if self._text[start + 1 : start + 2] in _MARKS:
            return start + 2
        gloss = CUT_GLOSS.match(self._text, start)
        return gloss.end() if gloss else None

    def readings(self, start: int) -> list[Reading]:
        """Return the readings of the run whose `?` is at `start`, the likeliest first.

        The list is empty where nothing there can be a run.
        """
        begin = self.begin(start)
        if begin is None:
            return []
        after_mark = begin == start + 2
        states = list(self._after_mark(start) if after_mark else self._after_gloss(start))
        found: list[Reading] = []
        for vanished in range(1, _VANISHED + 1):
            found = self._read(start, self._search(begin, states, vanished), after_mark)
            if any(_needs_no_more(reading) for reading in found):
                break
        return sorted(found, key=_by_score)

    def _read(self, start: int, ended: Iterable[_Ended], after_mark: bool) -> list[Reading]:
        """Return the likeliest of the runs that `ended`, weighed with what stands around them."""
        done: dict[tuple[int, str], Reading] = {}
        best = heapq.nlargest(_ENDED_BEAM, ended, key=_score_of)
        for one in best:
            reading = self._closed(start, one, after_mark)
            if reading is not None and one.state.score > best[0].state.score - _HOPELESS:
                key = (reading.end, fold(reading.text))
                if key not in done or done[key].score < reading.score:
                    done[key] = reading
        weighed = []
        for reading in sorted(done.values(), key=_by_score)[:_WEIGHED]:
            after = "" if reading.swallowed else self.around.after(reading.end)
            before = self.around.before(start)
            weighed.append(weigh_words(reading, before, after, self._evidence))
        return weighed

    def _after_mark(self, start: int) -> Iterator[_State]:
        """Begin where a mark straddles two characters: `?` is the lead byte of the first."""
        pair = gbk.pair_of(_MARKS[self._text[start + 1]])
        if pair is not None:
            begun = _State(0.0, "", self.around.folded[max(start - 2, 0) : start], (pair[1],))
            for char, folded in _usual_with_trail(pair[0]):
                if self._may_be(char):
                    yield self._longer(begun, char, folded, begun.pending, free=True)

    def _after_gloss(self, start: int) -> Iterator[_State]:
        """Begin where two halves were glossed: `?` is the second half and a parenthesis."""
        gloss = CUT_GLOSS.match(self._text, start)
        printed = self._text[start - 1] if start else ""
        pair = gbk.pair_of(printed) or _full_width_pair(printed) if printed else None
        if gloss is None or pair is None:
            return
        before = self.around.folded[max(start - 2, 0) : start]
        for char, trail in gbk.with_lead(pair[1]):
            if is_reading(gloss["reading"], char):
                yield _State(0.0 if fold(char) != char else _NOT_TRADITIONAL, "", before, (trail,))

    def _search(self, at: int, states: list[_State], vanished: int) -> Iterator[_Ended]:
        """Yield every likely way to read on from `at` until the stream is in step again."""
        text = self._text
        waiting = _best(states)
        for here in range(at, min(len(text), at + _LONGEST_RUN)):
            if not waiting:
                return
            waiting = self._with_dropped(waiting, vanished)
            printed, following = text[here], list[_State]()
            pair = gbk.pair_of(printed) or _full_width_pair(printed)
            if printed == "?":
                yield from self._at_lone_byte(waiting, here)
                if CUT_GLOSS.match(text, here):
                    return
            for state in waiting:
                if pair is not None:
                    following += self._with_trail(state, pair[0], (pair[1],))
                if printed.isascii() and printed != "?":
                    for longer in self._with_trail(state, ord(printed), ()):
                        yield _Ended(longer, here + 1)
            waiting = _best(following)

    def _with_dropped(self, states: list[_State], vanished: int) -> list[_State]:
        """Return `states` and what they become where pairs were dropped, the likeliest first."""
        more, kept = states, list(states)
        least = states[0].score - _HOPELESS
        for _ in range(vanished):
            dropped = (
                drop
                for state in more[:_OPENED]
                if state.vanished < vanished
                for drop in self._dropped(state)
                if drop.score > least
            )
            more = heapq.nlargest(_VANISHED_BEAM, dropped)
            kept += more
        return sorted(kept, reverse=True)

    def _dropped(self, state: _State) -> Iterator[_State]:
        """Yield `state` with a character whose second byte went with a dropped pair."""
        options: Iterable[tuple[str, str, tuple[int, ...]]]
        if len(state.pending) == 1:
            options = _usual_before_vanished(state.pending[0])
        else:
            options = (
                (char, folded, gbk.trails_after(trail))
                for trail in gbk.VANISHING
                for char, folded in self._open_chars(state, trail)
            )
        gone = state._replace(vanished=state.vanished + 1)
        # The first character behind a gloss was in two when its own was to be put in.
        first = not state.text
        for char, folded, trails in options:
            if self._evidence.fits(char) if first else self._may_be(char):
                yield self._longer(gone, char, folded, trails, free=True)

    def _open_chars(self, state: _State, trail: int) -> Iterator[tuple[str, str]]:
        """Yield characters that end in `trail`, of an open lead byte.

        Only those count that were seen after the character before, and marks.
        """
        before = state.folded[-1]
        by_trail = self._followers.get(before)
        if by_trail is None:
            by_trail = self._followers[before] = {}
            for char in {*self._evidence.followers(before), *_ANYWHERE}:
                pair = gbk.pair_of(char)
                if pair is not None and self._evidence.fits(char):
                    by_trail.setdefault(pair[1], []).append((char, fold(char), pair[0]))
        for char, folded, lead in by_trail.get(trail, ()):
            if lead in state.pending:
                yield char, folded

    def _may_be(self, char: str) -> bool:
        """Whether an open byte may stand for `char`, which has no gloss there."""
        return char not in self._glossed and self._evidence.fits(char)

    def _with_trail(self, state: _State, trail: int, pending: tuple[int, ...]) -> Iterator[_State]:
        """Continue with the character that ends in `trail`, whichever leads it may have."""
        if len(state.pending) > 1:
            for char, folded in self._open_chars(state, trail):
                yield self._longer(state, char, folded, pending, free=True)
            return
        only = gbk.char_of(state.pending[0], trail)
        if only is not None and self._evidence.fits(only):
            longer = self._longer(state, only, fold(only), pending)
            if longer.odd <= _ODD:
                yield longer

    def _at_lone_byte(self, waiting: Sequence[_State], at: int) -> Iterator[_Ended]:
        """End with the `?` at `at`, which a gloss may tell."""
        gloss = CUT_GLOSS.match(self._text, at)
        for state in waiting if gloss else waiting[:_OPENED]:
            yield from self._glossed_byte(state, gloss) if gloss else self._lone_byte(state, at)

    def _lone_byte(self, state: _State, at: int) -> Iterator[_Ended]:
        """End with a `?` for a trail byte, alone or with the one-byte character after it."""
        rest = self._text[at + 1 : at + 2]
        swallowed = rest not in _MARKS and not TAG_REST.match(self._text, at + 1)
        # With both bytes open anything fits: only a mark is worth trying.
        one = len(state.pending) == 1
        leads = state.pending if one else {gbk.MARK_LEAD}.intersection(state.pending)
        for char, folded, bare in (option for lead in leads for option in self._open_ends(lead)):
            if bare or not state.text:
                longer = self._longer(state, char, folded, (), free=True)
                yield _Ended(longer, at + 1, swallowed)
        # A byte that begins no character was lost by itself.
        for whole in (gbk.char_of(lead, gbk.NO_LEAD) for lead in leads):
            if whole is not None and usual(whole):
                yield _Ended(self._longer(state, whole, fold(whole), ()), at + 1)

    def _glossed_byte(self, state: _State, gloss: re.Match[str]) -> Iterator[_Ended]:
        """End with a `?` for a trail byte and the parenthesis of the gloss that tells it."""
        for char, folded, lead in self._ends_read(gloss["reading"]):
            if lead in state.pending:
                longer = self._longer(state, char, folded, (), free=True)
                yield _Ended(longer, gloss.end(), told=True)

    def _ends_read(self, reading: str) -> list[tuple[str, str, int]]:
        """Return characters that are read so and end in a lone byte, with what leads them."""
        options = self._ends_with.get(reading)
        if options is None:
            options = self._ends_with[reading] = [
                (char, folded, lead)
                for lead in gbk.LEADS
                for char, folded, _ in self._open_ends(lead)
                if is_reading(reading, char)
            ]
        return options

    def _open_ends(self, lead: int) -> list[tuple[str, str, bool]]:
        """Return characters led by `lead` that end in a lone byte.

        With each stand what it folds to and whether it may stand there without a gloss.
        """
        options = self._ends.get(lead)
        if options is None:
            options = self._ends[lead] = [
                (char, folded, char not in self._glossed)
                for char, folded in _usual_with_lead(lead)
                if self._evidence.fits(char)
            ]
        return options

    def _longer(
        self,
        state: _State,
        char: str,
        folded: str,
        pending: tuple[int, ...],
        *,
        free: bool = False,
    ) -> _State:
        """Return `state` with one more character."""
        score, text, before, _, places, vanished, odd = state
        return _State(
            score + self._evidence.log_likelihood(before[-2:], folded),
            text + char,
            before + folded,
            pending,
            (*places, len(text)) if free else places,
            vanished,
            odd + (not usual(char)),
        )

    def _closed(self, start: int, ended: _Ended, after_mark: bool) -> Reading | None:
        """Weigh what stands around the run too; None where that contradicts the reading."""
        state, end, swallowed, told = ended
        text = state.text
        gloss = GLOSS.match(self._text, end)
        if gloss is not None:
            if swallowed or not is_reading(gloss["reading"], text[-1]):
                return None
            end, told = gloss.end(), True
        # The first character behind a gloss was in two when its own was to be put in.
        bare = text[not after_mark : len(text) - told]
        if not self._glossed.isdisjoint(bare):
            return None
        before, after = self.around.before(start), "" if swallowed else self.around.after(end)
        whole = before + fold(text) + after
        if _TWO_STOPS.search(whole[max(len(before) - 1, 0) : len(whole) - len(after) + 1]):
            return None
        reading = Reading(
            start,
            end,
            text,
            state.score,
            state.free,
            (len(text) - 1,) if told else (),
            state.vanished,
            swallowed,
            after_mark,
            self.around.in_step(end, "" if swallowed else fold(text[-1])),
        )
        return self._weighed(reading, whole, len(before))

    def _weighed(self, reading: Reading, whole: str, begin: int) -> Reading:
        """Return `reading` with what speaks for and against it in `whole`, where it begins so."""
        text, score, stop = reading.text, reading.score, begin + len(reading.text)
        for at in range(stop, min(len(whole), stop + _TOUCHED)):
            score += self._evidence.log_likelihood(whole[max(at - 2, 0) : at], whole[at])
        unsupported = [at - begin for at in self._evidence.unsupported(whole, begin, stop)]
        guessed = sum(at in reading.free for at in unsupported)
        score += _UNSUPPORTED_GUESS * guessed + _UNSUPPORTED * (len(unsupported) - guessed)
        misspelt = [
            at for at, char in enumerate(text) if not self.around.spelt(whole, begin + at, char)
        ]
        score += _MISSPELT * any(at in reading.free for at in misspelt)
        score += _OUT_OF_STEP * (not reading.settled)
        known = (*reading.free, *reading.told)
        weak = (*(at for at in unsupported if at not in known), *misspelt)
        return replace(reading, score=score, weak=weak)


@cache
def _usual_with_trail(trail: int) -> tuple[tuple[str, str], ...]:
    """Return the usual characters that end in `trail`, each with what it folds to."""
    return tuple((char, fold(char)) for char in gbk.with_trail(trail) if usual(char))


@cache
def _usual_with_lead(lead: int) -> tuple[tuple[str, str], ...]:
    """Return the usual characters led by `lead` whose trail byte a decoder takes for a lead."""
    return tuple((char, fold(char)) for char, _ in gbk.with_lead(lead) if usual(char))


@cache
def _usual_before_vanished(lead: int) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Return the usual characters of `gbk.before_vanished`."""
    options = gbk.before_vanished(lead)
    return tuple((char, fold(char), trails) for char, trails in options if usual(char))


def _best(states: list[_State]) -> list[_State]:
    """Return the likeliest of `states`, few of each kind that what follows cannot tell apart."""
    if not states:
        return []
    least = max(states)[0] - _HOPELESS
    kinds: Counter[tuple[tuple[int, ...], str]] = Counter()
    kept = []
    for state in heapq.nlargest(_BEAM, (state for state in states if state[0] >= least)):
        kind = state.pending, state.folded[-2:]
        kinds[kind] += 1
        if kinds[kind] <= _SAME_KIND:
            kept.append(state)
    return kept


def _needs_no_more(reading: Reading) -> bool:
    """Whether a reading without any dropped pair needs none."""
    return not (reading.vanished or reading.weak) and reading.settled


def _score_of(ended: _Ended) -> float:
    return ended.state.score


def _by_score(reading: Reading) -> float:
    return -reading.score


def _full_width_pair(char: str) -> tuple[int, int] | None:
    """Return the bytes of the full-width form of an ASCII `char`: width may have been lost."""
    return (gbk.FULL_WIDTH_LEAD, ord(char) + 0x80) if "!" <= char <= "~" else None

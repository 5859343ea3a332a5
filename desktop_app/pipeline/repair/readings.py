"""One way to read a run of misread bytes, and what words say to it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.pipeline.repair.evidence import STOPS, Evidence, fold
from desktop_app.pipeline.repair.ngrams import APART
from desktop_app.pipeline.repair.words import alone, function_words, of_bulletins

_NUMERALS = "一二三四五六七八九十"
_FIGURE_ENDS = "0%‰"


class Reading(Struct, frozen=True):
    """One way to read a run: `source[start:end]` as `text`.

    Places are those of characters in `text`.

    - `free`: the bytes left these characters open.
    - `told`: a gloss tells these.
    - `proven`: of the open ones those that a word speaks for.
    - `weak`: the bytes fix these characters, and nothing speaks for them.
    - `vanished` counts the pairs that a decoder dropped.
    - `swallowed`: the last `?` also took a one-byte character with it that followed the run, and
      nothing tells which.
    - `after_mark` tells a run behind a split mark from one behind a gloss.
    - `settled`: sense follows the run.
    - `firm`: every character that the bytes fix stands in a word.
    - `in_long_words`: what was dropped stands in long words of bulletins.
    """

    start: int
    end: int
    text: str
    score: float
    free: tuple[int, ...]
    told: tuple[int, ...] = ()
    vanished: int = 0
    swallowed: bool = False
    after_mark: bool = True
    settled: bool = True
    weak: tuple[int, ...] = ()
    proven: frozenset[int] = frozenset()
    firm: bool = True
    in_long_words: bool = False


def weigh_words(reading: Reading, before: str, after: str, evidence: Evidence) -> Reading:
    """Return `reading` with what words say to it between folded `before` and `after`."""
    whole = before + fold(reading.text) + after
    likelihood, words = evidence.cut(whole)
    row = _Row(words, -len(before))
    proven = _proven(reading, row, evidence)
    weak = {place for place in reading.weak if not row.makes_one_alone(place)}
    return replace(
        reading,
        score=reading.score + likelihood,
        proven=proven,
        weak=tuple(weak.union(_leaning(reading, row, whole, proven, evidence))),
        firm=_is_firm(reading, row),
        in_long_words=_is_in_long_words(reading, row),
    )


class _Row:
    """A row of words; the first begins at the place `start` of a reading."""

    def __init__(self, words: Sequence[str], start: int) -> None:
        self.start = start
        self._words = words
        self._starts = list(accumulate(map(len, words), initial=start))

    def __iter__(self) -> Iterator[tuple[str, range]]:
        """Yield every word and its places."""
        for word, start in zip(self._words, self._starts, strict=False):
            yield word, range(start, start + len(word))

    def makes_one_alone(self, place: int) -> bool:
        """Whether the character at `place` makes a word alone, as it often does.

        Beside it must be whole words or marks.
        """
        at = bisect_right(self._starts, place) - 1
        beside = (*self._words[max(at - 1, 0) : at], *self._words[at + 1 : at + 2])
        whole = all(len(word) > 1 or word in STOPS for word in beside)
        return whole and self._words[at] in alone()


def _proven(reading: Reading, row: _Row, evidence: Evidence) -> frozenset[int]:
    """Return the open places in a word or of a stop behind one.

    A gloss is no proof by itself: many characters are read alike.
    """
    proven = set[int]()
    # Of the characters that a lone byte at the end leaves, some make a word of two with any other.
    end = len(reading.text) - 1
    open_end = {end}.intersection(reading.free).difference(reading.told)
    last = ""
    for word, places in row:
        if len(word) > 1:
            anchored = any(at not in reading.free or at in reading.told for at in places)
            if len(word) == 2 and not open_end.isdisjoint(places):
                anchored = anchored and (reading.after_mark or evidence.printed_word(word))
            if (anchored or len(word) > 2) and evidence.known_word(word):
                proven.update(places)
        elif word in STOPS and _ends_clause(last):
            proven.update(places)
        last = word
    return frozenset(proven.intersection(reading.free))


def _leaning(
    reading: Reading, row: _Row, whole: str, proven: frozenset[int], evidence: Evidence
) -> Iterator[int]:
    """Yield the fixed places that nothing supports but guesses that nothing proves.

    Some word or other can be made of every character and an open one beside it.
    """
    guessed = {place for place in reading.free if place not in proven}
    begin = -row.start
    told = "".join(APART if at - begin in guessed else char for at, char in enumerate(whole))
    for at in evidence.unsupported(told, begin, begin + len(reading.text)):
        if at - begin not in reading.free and not row.makes_one_alone(at - begin):
            yield at - begin


def _ends_clause(word: str) -> bool:
    """Whether a mark may follow `word`: a whole one, or what counts and measures."""
    often_alone = word in alone() and word not in _NUMERALS
    return len(word) > 1 or often_alone or (word != "" and word in _FIGURE_ENDS)


def _is_firm(reading: Reading, row: _Row) -> bool:
    """Whether every character of a reading that the bytes fix stands in a word, or is a mark."""
    inside = range(len(reading.text))
    return not any(
        len(word) == 1
        and word not in STOPS
        and word not in function_words()
        and places[0] in inside
        and places[0] not in reading.free
        for word, places in row
    )


def _is_in_long_words(reading: Reading, row: _Row) -> bool:
    """Whether what was dropped stands in long words of bulletins: they fit by no chance."""
    rims = {0} if reading.after_mark else set()
    lost = set(reading.free) - rims - {len(reading.text) - 1}.difference(reading.told)
    for word, places in row:
        if len(word) > 2 and word in of_bulletins():
            lost.difference_update(places)
    return not lost

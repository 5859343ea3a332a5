"""Whose number it is: the nation's, the province's, where that is not the bulletin's own place."""

import re
from collections.abc import Iterable
from functools import cache

from desktop_app.pipeline import divisions
from desktop_app.pipeline.figures import lexicon, phrases

# 郊区 and 新区 are words of their own, 威县 is not.
_SHORTEST_NAME = 2
_SHORT = re.compile(r".县|.{3,}")


def word_of(left: str) -> str:
    """Return the word before an indicator's name that says whose it is (全国, 全省), if any."""
    match = _word().match(left)
    if match is None or lexicon.inside_kept_word(left, match.start("word"), match.end("word")):
        return ""
    return match["word"]


def named(left: str) -> str:
    """Return the place that is named before an indicator (清河县地区生产总值), if any.

    What else begins with a name is of something in the place: 清河县医院床位.
    """
    match = _before().match(left)
    at = match.end() if match else 0
    for length in range(divisions.longest_name(), _SHORTEST_NAME - 1, -1):
        word = left[at : at + length]
        if len(word) == length and is_named(word):
            rest = left[at + length :].removeprefix("的")
            # 邢台市清河县地区生产总值 is the county's.
            within = named(rest)
            bare = phrases.trimmed(rest)
            return within or (word if not bare or _is_indicator(bare) else "")
    unlisted = _unlisted().match(phrases.trimmed(left))
    return unlisted["place"] if unlisted else ""


@cache
def _unlisted() -> re.Pattern[str]:
    return re.compile(lexicon.table()["regions"]["unlisted"])


def is_bare(left: str) -> bool:
    """Whether a place alone stands before a number, which is of what was named before."""
    word = named(left)
    return bool(word) and not phrases.trimmed(left.partition(word)[2])


def is_named(word: str) -> bool:
    """Whether a word is the name of a place."""
    return _SHORT.fullmatch(word) is not None and word in divisions.by_name()


def _is_indicator(name: str) -> bool:
    return phrases.is_whole(name) or phrases.known(name) is not None


@cache
def _before() -> re.Pattern[str]:
    openings = lexicon.choice("regions.openings")
    return re.compile(rf"[\s，、；：:]*(?:{openings}[，：:]?|\d{{4}}年)*")


@cache
def _word() -> re.Pattern[str]:
    words = lexicon.choice("regions.words")
    return re.compile(rf"{_before().pattern}(?P<word>{words})(?![第各])")


class Regions:
    """The regions that are not the bulletin's own, by the words that a text uses for them."""

    def __init__(self, place: str, used: Iterable[str] = ()) -> None:
        """`place` is a path (辽宁省/鞍山市/铁东区), empty where it is not known.

        `used` are the words of all its figures: those of several places are told apart.
        """
        self._several = len({word for word in used if is_named(word)}) > 1
        self._names = [name for name in place.split("/") if name]
        self._own = _end_of(self._names[-1]) if self._names else ""
        own = self._names[-1] if self._names else ""
        self._own_names = [name for name in (own, own[:-1]) if len(name) > 1]

    def region_of(self, word: str) -> str:
        """Return the region that a word stands for; nothing for the bulletin's own place."""
        if word not in lexicon.word_set("regions.words"):
            return self._named(word)
        end = word[-1:]
        if not self._own or not end or end == self._own:
            return ""
        above = [name for name in self._names[:-1] if end in {_end_of(name), name[-1]}]
        if above:
            return above[-1]
        ranks = lexicon.table()["regions"]["ranks"]
        return word if ranks[end] < ranks[self._own] else ""

    def _named(self, word: str) -> str:
        """Return the region of a name; a bulletin of no known place may name its own alone."""
        names = {division.name for division in divisions.by_name().get(word, ())} | {word}
        if not is_named(word) and self._names and word.endswith(self._names[-1]):
            return ""
        known = [name for name in self._names if name in names]
        if known:
            return "" if known[-1] == self._names[-1] else known[-1]
        return word if self._names or self._several else ""

    def own_name(self, indicator: str, place: str = "") -> str:
        """Return what the bulletin's place calls an indicator: the nation's product is 国内.

        The place's own name is no part of it (青河生产总值), nor is that of `place`, whose it is.
        """
        names: dict[str, str] = lexicon.table()["regions"]["of_nation"]
        if self._own == "国":
            return names.get(indicator, indicator)
        for name in (*self._own_names, *([place] if place else ())):
            rest = indicator.removeprefix(name)
            if rest != indicator and _is_indicator(rest):
                return phrases.canonical(rest)
        return indicator


def _end_of(name: str) -> str:
    """Return the character that says what rank a place has (自治区 counts as 省)."""
    table = lexicon.table()["regions"]
    for end, char in table["ends"].items():
        if name.endswith(end):
            return str(char)
    return name[-1] if name[-1] in table["ranks"] else ""

"""Whose number it is: the nation's, the province's, where that is not the bulletin's own place."""

import re
from functools import cache

from desktop_app.pipeline.figures import lexicon, phrases


def word_of(left: str) -> str:
    """Return the word before an indicator's name that says whose it is (全国, 全省), if any."""
    match = _word().match(left)
    if match is None or lexicon.inside_kept_word(left, match.start("word"), match.end("word")):
        return ""
    return match["word"]


@cache
def _word() -> re.Pattern[str]:
    openings = lexicon.choice("regions.openings")
    words = lexicon.choice("regions.words")
    before = rf"[\s，、；：:]*(?:{openings}[，：:]?|\d{{4}}年)*"
    return re.compile(rf"{before}(?P<word>{words})(?![第各])")


class Regions:
    """The regions that are not the bulletin's own, by the words that a text uses for them."""

    def __init__(self, place: str) -> None:
        """`place` is a path (辽宁省/鞍山市/铁东区), empty where it is not known."""
        self._names = [name for name in place.split("/") if name]
        self._own = _end_of(self._names[-1]) if self._names else ""
        own = self._names[-1] if self._names else ""
        self._own_names = [name for name in (own, own[:-1]) if len(name) > 1]

    def region_of(self, word: str) -> str:
        """Return the region that a word stands for; nothing for the bulletin's own place."""
        end = word[-1:]
        if not self._own or not end or end == self._own:
            return ""
        above = [name for name in self._names[:-1] if end in {_end_of(name), name[-1]}]
        if above:
            return above[-1]
        ranks = lexicon.table()["regions"]["ranks"]
        return word if ranks[end] < ranks[self._own] else ""

    def own_name(self, indicator: str) -> str:
        """Return what the bulletin's place calls an indicator: the nation's product is 国内.

        The place's own name is no part of it (青河生产总值).
        """
        names: dict[str, str] = lexicon.table()["regions"]["of_nation"]
        if self._own == "国":
            return names.get(indicator, indicator)
        for name in self._own_names:
            rest = indicator.removeprefix(name)
            if rest != indicator and (phrases.is_whole(rest) or phrases.known(rest)):
                return phrases.canonical(rest)
        return indicator


def _end_of(name: str) -> str:
    """Return the character that says what rank a place has (自治区 counts as 省)."""
    table = lexicon.table()["regions"]
    for end, char in table["ends"].items():
        if name.endswith(end):
            return str(char)
    return name[-1] if name[-1] in table["ranks"] else ""

"""How likely a stretch of Chinese is as a row of words.

Characters that follow one another easily may still be no words: of 创收。科技 and 创收专科技 the
first needs words that are there, the second needs 技 to stand alone. Known are the words of
`resources/repair.toml` and `resources/words.toml` and the phrases of pypinyin; how often each is
written a document says better than any list.
"""

import math
from collections.abc import Callable
from functools import cache

from pypinyin.constants import PHRASES_DICT

from desktop_app.system import resources

LONGEST_WORD = 5
# How often a word counts before any was seen.
_LISTED = 2.0
_CLASSES = {"frequent": 1.0, "usual": 0.3, "rare": 0.1}
_PHRASE = 0.03
# Characters that often make a word alone, and the others where the document has them at all.
_ALONE = 3.0
_SEEN = 0.3
_UNSEEN = 0.02
# The share of a character's places in which it is a word alone.
_LONE_SHARE = {True: 0.5, False: 0.02}
# Marks between words, folded too.
MARKS = frozenset("\n，。；：、！？,.;:!?“”‘’《》（）()—…·")
_KINDS = 3000.0


@cache
def listed() -> frozenset[str]:
    """Return the words of bulletins and all phrases, folded as the evidence is."""
    fold = resources.folding().fold
    phrases = (fold(phrase) for phrase in PHRASES_DICT if 2 <= len(phrase) <= LONGEST_WORD)
    return of_bulletins().union(phrases)


@cache
def of_bulletins() -> frozenset[str]:
    """Return the words of bulletins."""
    return frozenset(resources.table("repair")["words"].split())


@cache
def lexicon() -> dict[str, float]:
    """Return the known words, folded as the evidence is, with what each counts unseen."""
    words = dict.fromkeys(listed(), _PHRASE)
    for name in reversed(_CLASSES):
        words |= dict.fromkeys(resources.table("words")[name].split(), _CLASSES[name])
    return words | dict.fromkeys(of_bulletins(), _LISTED)


@cache
def in_print() -> frozenset[str]:
    """Return the known words and phrases as they are printed in Simplified, not folded."""
    table = resources.table("words")
    classes = (word for name in _CLASSES for word in table[name].split())
    return of_bulletins().union(PHRASES_DICT, classes)


@cache
def alone() -> frozenset[str]:
    """Return the characters that often make a word alone, and the marks."""
    return MARKS.union(resources.table("words")["alone"])


@cache
def function_words() -> frozenset[str]:
    """Return the characters that stand between words of every kind."""
    return frozenset(resources.table("words")["function"])


class Words:
    """The words of one document.

    `count` tells how often a stretch stands in it, `length` how many characters it has.
    """

    def __init__(self, count: Callable[[str], float], length: int) -> None:
        self._count = count
        self._lexicon = lexicon()
        self._total = length / 2 + _KINDS
        self._known: dict[str, float] = {}

    def cut(self, text: str) -> tuple[float, list[str]]:
        """Cut folded `text` into words the likeliest way; return how likely that is, and them."""
        best = [(0.0, 0)]
        for end in range(1, len(text) + 1):
            starts = range(max(end - LONGEST_WORD, 0), end)
            best.append(max((best[at][0] + self._word(text[at:end]), at) for at in starts))
        words, end = [], len(text)
        while end:
            words.append(text[best[end][1] : end])
            end = best[end][1]
        return best[-1][0], words[::-1]

    def _word(self, word: str) -> float:
        """Return the natural logarithm of how likely `word` is."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._weigh(word)
        return known

    def _weigh(self, word: str) -> float:
        weight = self._lexicon.get(word)
        if len(word) == 1:
            often, seen = word in alone(), self._count(word)
            count = seen * _LONE_SHARE[often] + (_ALONE if often else _SEEN if seen else _UNSEEN)
        elif weight is not None:
            count = self._count(word) + weight
        else:
            return -math.inf
        return math.log(count / self._total)

"""How likely a stretch of Chinese is as a row of words, judged by a document cut into words.

Characters that follow one another easily may still be no words: of 创收。科技 and 创收专科技 the
first needs words that are there, the second needs 技 to stand alone.
"""

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pypinyin.constants import PHRASES_DICT

from desktop_app.system import resources

LONGEST_WORD = 5
# How often a word counts before any was seen: of our own list, of the phrases, a lone character.
_LISTED = 2.0
_PHRASE = 0.1
_LONE = 0.3
_UNSEEN = 0.02
_KINDS = 3000.0


@cache
def lexicon() -> dict[str, float]:
    """Return the known words, folded as the evidence is, with what each counts unseen."""
    fold = resources.folding().fold
    words = {fold(phrase): _PHRASE for phrase in PHRASES_DICT if 2 <= len(phrase) <= LONGEST_WORD}
    return words | dict.fromkeys(resources.table("repair")["words"].split(), _LISTED)


class Words:
    """The words of one document."""

    def __init__(self, sound: Iterable[str]) -> None:
        """Learn from the document's sound stretches, folded."""
        self._lexicon = lexicon()
        self._seen: Counter[str] = Counter()
        for stretch in sound:
            self._seen.update(self._cut(stretch))
        self._total = self._seen.total() + _KINDS

    def _cut(self, text: str) -> list[str]:
        """Cut `text` into the longest known words, from the left."""
        words, at = [], 0
        while at < len(text):
            lengths = range(min(LONGEST_WORD, len(text) - at), 1, -1)
            length = next((n for n in lengths if text[at : at + n] in self._lexicon), 1)
            words.append(text[at : at + length])
            at += length
        return words

    def log_likelihood(self, text: str) -> float:
        """Return the natural logarithm of the likeliest way to cut `text` into words."""
        best = [0.0]
        for end in range(1, len(text) + 1):
            starts = range(max(end - LONGEST_WORD, 0), end)
            best.append(max(best[start] + self._word(text[start:end]) for start in starts))
        return best[-1]

    def _word(self, word: str) -> float:
        if len(word) == 1:
            count = self._seen[word] + (_LONE if word in self._seen else _UNSEEN)
        elif word in self._lexicon:
            count = self._seen[word] + self._lexicon[word]
        else:
            return -math.inf
        return math.log(count / self._total)

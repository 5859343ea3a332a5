"""How likely a stretch of Chinese is, judged by the document itself and by word lists.

The evidence is how often characters follow one another in the sound parts of the document, in the
words of `resources/repair.toml` and in the phrases that pypinyin knows. All of it is folded to
Simplified, so that Traditional readings draw on it too.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from pypinyin.constants import PHRASES_DICT

from desktop_app.pipeline.repair import gbk
from desktop_app.pipeline.repair.words import Words
from desktop_app.pipeline.sources.encoding import common_characters
from desktop_app.system import resources

_WORD_WEIGHT = 2.0
_PHRASE_WEIGHT = 0.25
_PHRASE_LENGTHS = range(2, 5)
# How much a character's presence in the same paragraph counts against its general frequency.
_PARAGRAPH_SHARE = 0.1
# So many characters of general knowledge stand beside those of the document.
_PRIOR_STRENGTH = 3000.0
_RARE = 2e-6
# Ends a line in the evidence, as a sentence's end mostly does.
LINE_END = "\n"
_STOPS = LINE_END + "，。；：、！？,.;:!?“”‘’《》（）()"
# So often a pair must have gone on in one way only before another way speaks against it.
_FIRM = 3
# A pair needs one sighting in the document or in a word; phrases alone must be several.
_ENOUGH = 0.7


def fold(text: str) -> str:
    """Return `text` as the evidence sees it, of the same length: script, width, digits alike."""
    return "".join(map(_fold_char, text))


@cache
def _fold_char(char: str) -> str:
    folded = resources.folding().fold(char)
    return "0" if folded.isdigit() else folded


@cache
def usual(char: str) -> bool:
    """Whether `char` is a common character or a mark of a Chinese text."""
    return _fold_char(char) in common_characters() or char in _STOPS


def variants(folded: str) -> tuple[str, ...]:
    """Return the characters of GBK that fold to `folded`."""
    return _variants().get(folded, ())


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for char in gbk.all_chars():
        found[_fold_char(char)].append(char)
    return {folded: tuple(chars) for folded, chars in found.items()}


class Ngrams:
    """How often one, two and three characters stand together; words may count in fractions."""

    def __init__(self) -> None:
        self.count: defaultdict[str, float] = defaultdict(float)
        self.after: defaultdict[str, float] = defaultdict(float)
        self.kinds: Counter[str] = Counter()
        self.followers: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, text: str, weight: float = 1.0, longest: int = 3) -> None:
        """Count `text` with all its stretches of up to `longest` characters."""
        for length in range(1, longest + 1):
            for at in range(len(text) - length + 1):
                gram = text[at : at + length]
                if gram not in self.count:
                    self.kinds[gram[:-1]] += 1
                    if length == 2:
                        self.followers[gram[0]].add(gram[1])
                self.count[gram] += weight
                self.after[gram[:-1]] += weight


@cache
def _general() -> Ngrams:
    """Return what is known without any document."""
    ngrams = Ngrams()
    for word in resources.table("repair")["words"].split():
        ngrams.add(word, _WORD_WEIGHT)
    for phrase in PHRASES_DICT:
        if len(phrase) in _PHRASE_LENGTHS:
            ngrams.add(fold(phrase), _PHRASE_WEIGHT, 2)
    return ngrams


class Evidence:
    """The evidence for readings in one document, and in one paragraph of it."""

    def __init__(self, sound: Iterable[str]) -> None:
        """Learn from the document's `sound` stretches."""
        self._own = Ngrams()
        self._general = _general()
        self._paragraph: Counter[str] = Counter()
        self._paragraph_length = 1
        self._known: dict[tuple[str, str], float] = {}
        folded = [fold(stretch) for stretch in sound]
        for stretch in folded:
            self._own.add(stretch)
        self._words = Words(folded)

    def look_at(self, paragraph: str) -> None:
        """Let the characters of this paragraph count more from here on."""
        self._paragraph = Counter(fold(paragraph))
        self._paragraph_length = max(len(paragraph), 1)
        self._known.clear()

    def followers(self, char: str) -> set[str]:
        """Return the characters, in whichever script, that were seen after folded `char`."""
        folded = self._own.followers.get(char, set()) | self._general.followers.get(char, set())
        return {variant for follower in folded for variant in variants(follower)}

    def log_likelihood(self, before: str, char: str) -> float:
        """Return the natural logarithm of how likely `char` is after `before`, both folded."""
        key = (before, char)
        known = self._known.get(key)
        if known is None:
            chance = self._single(char)
            for length in range(1, len(before) + 1):
                chance = self._backed_off(before[-length:], char, chance)
            known = self._known[key] = math.log(chance)
        return known

    def unsupported(self, text: str, start: int, end: int) -> tuple[int, ...]:
        """Return the places in folded `text[start:end]` of characters that nothing speaks for.

        A character has support when it was seen beside one of its neighbours elsewhere too.
        """
        return tuple(at for at in range(start, end) if not self._supported(text, at))

    def word_likelihood(self, text: str) -> float:
        """Return the natural logarithm of how likely folded `text` is as a row of words."""
        return self._words.log_likelihood(text)

    def _supported(self, text: str, at: int) -> bool:
        char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
        if char in _STOPS:
            return True
        left = before not in _STOPS and self._attested(before + char) >= _ENOUGH
        if left and after and self._goes_on_otherwise(before + char, after):
            left = False
        right = after not in _STOPS and self._attested(char + after) >= _ENOUGH
        return left or right or self._attested(before + char + after) >= _ENOUGH

    def _attested(self, gram: str) -> float:
        return self._own.count.get(gram, 0.0) + self._general.count.get(gram, 0.0)

    def _goes_on_otherwise(self, pair: str, char: str) -> bool:
        """Whether `pair` was seen often, always before one character, and that is not `char`."""
        seen, kinds = self._own.after.get(pair, 0.0), self._own.kinds[pair]
        return seen >= _FIRM and kinds == 1 and pair + char not in self._own.count

    def _backed_off(self, context: str, char: str, chance: float) -> float:
        """Return the chance after `context`, falling back on `chance` where little was seen."""
        own, general = self._own, self._general
        seen = own.after.get(context, 0.0) + general.after.get(context, 0.0)
        if not seen:
            return chance
        kinds = own.kinds[context] + general.kinds[context]
        return (self._attested(context + char) + kinds * chance) / (seen + kinds)

    def _single(self, char: str) -> float:
        known = common_characters()
        prior = 0.9 / len(known) if char in known else _RARE
        own = self._own.count.get(char, 0.0) + _PRIOR_STRENGTH * prior
        chance = own / (self._own.after.get("", 0.0) + _PRIOR_STRENGTH)
        here = self._paragraph[char] / self._paragraph_length
        return (1 - _PARAGRAPH_SHARE) * chance + _PARAGRAPH_SHARE * here

"""How likely a stretch of Chinese is, judged by the document itself and by word lists.

The evidence is how often characters follow one another in the sound parts of the document and in
known words. All of it is folded to Simplified, so that Traditional readings draw on it too.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from desktop_app.pipeline.repair import gbk
from desktop_app.pipeline.repair.ngrams import APART, Ngrams, known_grams
from desktop_app.pipeline.repair.words import MARKS, Words, function_words, lexicon
from desktop_app.pipeline.sources.encoding import common_characters
from desktop_app.system import resources

# So many characters of general knowledge stand beside those of the document.
_PRIOR_STRENGTH = 3000.0
_RARE = 2e-6
# Ends a line in the evidence, as a sentence's end mostly does.
LINE_END = "\n"
STOPS = MARKS
GB2312, BIG5 = "gb2312", "big5"
# A pair needs one sighting in the document or in a word; phrases alone must be several.
_ENOUGH = 0.09
# What a word counts at least that is often written.
_OFTEN = 0.2


@cache
def _folded() -> dict[int, int]:
    """Return what every character of GBK folds to, digits to 0."""
    chars = [*gbk.all_chars(), *map(chr, range(0x20, 0x7F))]
    return {ord(char): ord(_fold_char(char)) for char in chars}


def fold(text: str) -> str:
    """Return `text` as the evidence sees it, of the same length: script, width, digits alike."""
    return text.translate(_folded())


def _fold_char(char: str) -> str:
    folded = resources.folding().fold(char)
    return "0" if folded.isdigit() else folded


@cache
def usual(char: str) -> bool:
    """Whether `char` is a common character or a mark of a Chinese text."""
    return fold(char) in common_characters() or char in STOPS


@cache
def _belongs(char: str, charset: str) -> bool:
    try:
        return bool(char.encode(charset))
    except UnicodeEncodeError:
        return False


def variants(folded: str) -> tuple[str, ...]:
    """Return the characters of GBK that fold to `folded`."""
    return _variants().get(folded, ())


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for char in gbk.all_chars():
        found[fold(char)].append(char)
    return {folded: tuple(chars) for folded, chars in found.items()}


def charset_of(chars: frozenset[str]) -> str:
    """Return the character set of the script that a text with these characters is in.

    Big5 has no character of Simplified alone, GB 2312 none of Traditional alone.
    """
    return max((GB2312, BIG5), key=lambda charset: sum(_belongs(char, charset) for char in chars))


class Evidence:
    """The evidence for readings in one document."""

    def __init__(self, sound: Iterable[str]) -> None:
        """Learn from the document's `sound` stretches."""
        printed = APART.join(sound)
        text = fold(printed)
        self._printed = frozenset(printed)
        self._charset = charset_of(self._printed)
        self._own = Ngrams(text)
        self._general = known_grams()
        self._length = len(text)
        self._known: dict[str, float] = {}
        self._contexts: dict[str, tuple[float, int]] = {}
        self._singles: dict[str, float] = {}
        self._words = Words(self._seen, len(text))

    def fits(self, char: str) -> bool:
        """Whether the document would have `char`: it has it, or it is of the same script."""
        return char in self._printed or _belongs(char, self._charset)

    def printed(self, char: str) -> bool:
        """Whether `char`, in just this form, stands in the sound parts of the document."""
        return char in self._printed

    def followers(self, char: str) -> list[str]:
        """Return the characters, in whichever script, that were seen after folded `char`."""
        followers = self._followers[char] | self._general.followers.get(char, set())
        return [variant for follower in followers for variant in variants(follower)]

    @cached_property
    def _followers(self) -> defaultdict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for pair in self._own.pairs():
            found[pair[0]].add(pair[1])
        return found

    def log_likelihood(self, before: str, char: str) -> float:
        """Return the natural logarithm of how likely `char` is after `before`, both folded.

        `before` are up to two characters: where they were seldom seen, the last alone counts, or
        none.
        """
        key = before + char
        known = self._known.get(key)
        if known is None:
            chance = self._single(char)
            for length in range(1, len(before) + 1):
                context = before[-length:]
                seen, kinds = self._context(context)
                if seen:
                    chance = (self.attested(context + char) + kinds * chance) / (seen + kinds)
            known = self._known[key] = math.log(chance)
        return known

    def unsupported(self, text: str, start: int, end: int) -> tuple[int, ...]:
        """Return the places in folded `text[start:end]` of characters that nothing speaks for.

        A character has support when it was seen beside one of its neighbours elsewhere too.
        """
        return tuple(at for at in range(start, end) if not self._supported(text, at))

    def cut(self, text: str) -> tuple[float, list[str]]:
        """Cut folded `text` into words; return how likely that is (a logarithm), and them."""
        return self._words.cut(text)

    def known_word(self, word: str) -> bool:
        """Whether `word` is often written, or long, or the document has it.

        A rare word of two characters is one of many that might stand there by chance.
        """
        weight = lexicon().get(word, 0.0)
        return weight >= (_OFTEN if len(word) == 2 else _ENOUGH) or self._seen(word) > 0

    def printed_word(self, word: str) -> bool:
        """Whether the document has folded `word` elsewhere."""
        return self._seen(word) > 0

    def attested(self, gram: str) -> float:
        """Return how often `gram` was seen in the document and in words."""
        return self._own.count(gram) + self._general.count.get(gram, 0.0)

    def _seen(self, word: str) -> float:
        """Return how often `word` stands in the document, at most."""
        if len(word) <= 3:
            return self._own.count(word)
        return min(self._own.count(word[at : at + 3]) for at in range(len(word) - 2))

    def _supported(self, text: str, at: int) -> bool:
        char = text[at]
        if char in STOPS or char in function_words():
            return True
        pairs = (text[at - 1 : at + 1] if at else "", text[at : at + 2])
        return any(
            len(pair) == 2 and STOPS.isdisjoint(pair) and self.attested(pair) >= _ENOUGH
            for pair in pairs
        )

    def _context(self, context: str) -> tuple[float, int]:
        """Return how often and by how many different characters `context` was followed."""
        told = self._contexts.get(context)
        if told is None:
            seen = self._own.after(context) + self._general.after.get(context, 0.0)
            kinds = self._own.kinds(context) + self._general.kinds.get(context, 0)
            told = self._contexts[context] = (seen, kinds)
        return told

    def _single(self, char: str) -> float:
        """Return how likely `char` is anywhere."""
        chance = self._singles.get(char)
        if chance is None:
            known = common_characters()
            prior = 0.9 / len(known) if char in known else _RARE
            own = self._own.count(char) + _PRIOR_STRENGTH * prior
            chance = self._singles[char] = own / (self._length + _PRIOR_STRENGTH)
        return chance

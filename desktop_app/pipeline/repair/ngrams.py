"""How often one, two and three characters stand together, in a document and in known words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from operator import add, itemgetter

from desktop_app.pipeline.repair.words import lexicon

# Stands between stretches that do not follow one another.
APART = "\0"
_FIRST = itemgetter(0)
_FIRST_TWO = itemgetter(slice(2))


def _grams(text: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count the stretches of one, two and three characters of `text`."""
    pairs = list(map(add, text, text[1:]))
    return Counter(text), Counter(pairs), Counter(map(add, pairs, text[2:]))


class Ngrams:
    """The stretches of one text, of up to three characters; none goes across `APART`."""

    def __init__(self, text: str) -> None:
        # What ends the text is followed by nothing, too.
        self._counts = _grams(text + APART)
        _, pairs, triples = self._counts
        self._kinds = (Counter(map(_FIRST, pairs)), Counter(map(_FIRST_TWO, triples)))

    def count(self, gram: str) -> int:
        """Return how often `gram` stands in the text."""
        return self._counts[len(gram) - 1].get(gram, 0)

    def after(self, context: str) -> int:
        """Return how often something follows one or two characters."""
        apart = self._counts[len(context)].get(context + APART, 0)
        return self._counts[len(context) - 1].get(context, 0) - apart

    def kinds(self, context: str) -> int:
        """Return how many different characters follow one or two."""
        apart = context + APART in self._counts[len(context)]
        return self._kinds[len(context) - 1].get(context, 0) - apart

    def pairs(self) -> Iterable[str]:
        """Return every two characters that stand together."""
        return (pair for pair in self._counts[1] if APART not in pair)


class KnownGrams:
    """The stretches of all known words; they count in fractions, as the words do."""

    def __init__(self) -> None:
        count: defaultdict[str, float] = defaultdict(float)
        for weight, words in _by_weight().items():
            for grams in _grams(APART.join(words)):
                for gram, seen in grams.items():
                    if APART not in gram:
                        count[gram] += weight * seen
        after: defaultdict[str, float] = defaultdict(float)
        kinds: Counter[str] = Counter()
        followers: defaultdict[str, set[str]] = defaultdict(set)
        for gram, weight in count.items():
            if len(gram) > 1:
                after[gram[:-1]] += weight
                kinds[gram[:-1]] += 1
            if len(gram) == 2:
                followers[gram[0]].add(gram[1])
        self.count: Mapping[str, float] = dict(count)
        self.after: Mapping[str, float] = dict(after)
        self.kinds: Mapping[str, int] = dict(kinds)
        self.followers: Mapping[str, set[str]] = dict(followers)


def _by_weight() -> Mapping[float, list[str]]:
    words: defaultdict[float, list[str]] = defaultdict(list)
    for word, weight in lexicon().items():
        words[weight].append(word)
    return words


@cache
def known_grams() -> KnownGrams:
    """Return what is known without any document."""
    return KnownGrams()

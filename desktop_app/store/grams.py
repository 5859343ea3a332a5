"""What a text is indexed by, in FTS5: its overlapping pairs of characters, and its characters.

A phrase of pairs is exactly a substring: nothing has to be verified. `gram` holds the pairs with
their positions, `letter` the distinct characters for queries of one character. Measured against
FTS5's trigrams, words, and tantivy in `tests/bench/search.py`.
"""

from collections.abc import Iterable, Sequence

from desktop_app.store.canonical import INSIDE_NUMBERS

_MOST = 24
"""So many pairs of a text tell which few names may hold it."""


def pairs(text: str) -> str:
    """Return the tokens of canonical `text`, in order: `生产总值` gives `生产 产总 总值`."""
    return " ".join(map(str.__add__, text, text[1:]))


def letters(text: str) -> str:
    """Return the distinct characters of canonical `text` that are searched, in a fixed order."""
    return " ".join(sorted(set(text) - INSIDE_NUMBERS))


def distinct_pairs(text: str) -> set[str]:
    """Return the distinct pairs of canonical `text`."""
    return set(map(str.__add__, text, text[1:]))


def distinct(text: str) -> set[str]:
    """Return the distinct pairs and characters of canonical `text` that are searched."""
    return distinct_pairs(text) | (set(text) - INSIDE_NUMBERS)


def phrase(text: str) -> str:
    """Return what matches a text of two or more characters in `gram`."""
    return f'"{pairs(text)}"'


def matching(groups: Iterable[Sequence[str]], unwanted: Sequence[str]) -> str:
    """Return what matches one text of every group and none of `unwanted` in `gram`."""
    wanted = " AND ".join(_any(group) for group in groups)
    return f"({wanted}) NOT {_any(unwanted)}" if unwanted else wanted


def matching_letters(wanted: Sequence[str], unwanted: Sequence[str]) -> str:
    """Return what matches all characters of `wanted` and none of `unwanted` in `letter`."""
    all_of = " AND ".join(f'"{one}"' for one in wanted)
    none_of = " OR ".join(f'"{one}"' for one in unwanted)
    return f"({all_of}) NOT ({none_of})" if unwanted else all_of


def matching_wordings(groups: Iterable[Sequence[str]]) -> str:
    """Return what matches the pairs of one text of every group in `wording`, in any order."""
    return " AND ".join(f"({' OR '.join(map(_all_pairs, texts))})" for texts in groups)


def matching_any(tokens: Iterable[str]) -> str:
    """Return what matches one of the tokens."""
    return " OR ".join(f'"{token}"' for token in tokens)


def _all_pairs(text: str) -> str:
    tokens = [text] if len(text) == 1 else sorted(distinct_pairs(text))[:_MOST]
    joined = " AND ".join(f'"{token}"' for token in tokens)
    return f"({joined})"


def _any(texts: Sequence[str]) -> str:
    joined = " OR ".join(phrase(text) for text in texts)
    return f"({joined})" if len(texts) > 1 else joined

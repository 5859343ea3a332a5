"""How a name is typed by its sound: pinyin without tones, and its initials.

Characters with several readings get the one pypinyin finds likeliest in the whole name.
"""

from functools import cache, lru_cache

from desktop_app.system import resources

_SHORTEST = 2
"""One letter stands for too many names to say anything."""
_MOST_WAYS = 16
"""A text can be parted into syllables in several ways (xian, xi'an); so many are tried."""


@lru_cache(maxsize=4096)
def sounds(name: str) -> str:
    """Return the initials of `name` and its syllables: 综合 is `zh zong he`."""
    # Only what writes a library needs readings; opening one must not wait for their table.
    from pypinyin import Style, lazy_pinyin

    initials = "".join(lazy_pinyin(name, Style.FIRST_LETTER))
    return " ".join([initials.replace(" ", ""), *lazy_pinyin(name)]).lower()


def can_be_sound(text: str) -> bool:
    """Whether folded `text` may be meant as pinyin."""
    return len(text) >= _SHORTEST and text.isascii() and text.isalpha()


def is_said(typed: str, said: str) -> bool:
    """Whether `typed` is the sound of a part of a name, from any of its syllables on.

    `said` is what `sounds` gives.
    """
    initials, *syllables = said.split(" ")
    return typed in initials or any(
        "".join(syllables[first:]).startswith(typed) for first in range(len(syllables))
    )


def initials(said: str) -> str:
    """Return the part of `said` that is indexed."""
    return said.partition(" ")[0]


def spoken_initials(typed: str) -> list[str]:
    """Return the initials that `typed` may stand for: itself, or those of the pinyin it spells.

    The last syllable may be unfinished: `shehuixiaof` may be `shxf`.
    """
    found = {typed: None}
    ways = [("", typed)]
    while ways and len(found) < _MOST_WAYS:
        before, rest = ways.pop()
        for length in range(1, min(len(rest), _longest()) + 1):
            syllable = rest[:length]
            if length == len(rest):
                if syllable in _beginnings() and before:
                    found[before + syllable[0]] = None
            elif syllable in _syllables():
                ways.append((before + syllable[0], rest[length:]))
    return [one for one in found if len(one) >= _SHORTEST]


@cache
def _syllables() -> frozenset[str]:
    return frozenset(resources.table("pinyin")["syllables"].split())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(one[:end] for one in _syllables() for end in range(1, len(one) + 1))


@cache
def _longest() -> int:
    return max(map(len, _syllables()))

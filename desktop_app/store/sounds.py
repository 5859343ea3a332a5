"""How a name is typed by its sound: pinyin without tones, and its initials.

Characters with several readings get the one pypinyin finds likeliest in the whole name.
"""

from functools import lru_cache
from itertools import pairwise

_SHORTEST = 2
"""One letter stands for too many names to say anything."""
_MOST_LETTERS = 24
"""So many letters of a sound are indexed; whether the rest is the same is looked at."""
_WHOLE, _GOING_ON = "ˊ", "ˉ"
"""What marks a syllable in the index, and a syllable with the first letter of the next one."""


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

    `said` is what `sounds` gives. The last syllable may be unfinished, the first one not: `zh`
    are the initials of 综合, not the beginning of 中, but `zhong` is 中, and `zhongg` 中国.
    """
    initials, *syllables = said.split(" ")
    if typed in initials:
        return True
    return any(
        typed.startswith(syllable) and "".join(syllables[first:]).startswith(typed)
        for first, syllable in enumerate(syllables)
        if syllable
    )


def may_be_said(begun: str, said: str) -> bool:
    """Whether what is typed may go on to be the sound of a part of a name."""
    initials, *syllables = said.split(" ")
    return begun in initials or any(
        "".join(syllables[first:]).startswith(begun) for first in range(len(syllables))
    )


def initials(said: str) -> str:
    """Return the initials in `said`."""
    return said.partition(" ")[0]


def indexed(said: str) -> set[str]:
    """Return the tokens that a name is found by from any of its syllables on."""
    _, *syllables = said.split(" ")
    sounding = [syllable for syllable in syllables if syllable.isascii() and syllable.isalpha()]
    going_on = {
        f"{one}{following[0]}"[:_MOST_LETTERS]
        for one, following in pairwise(syllables)
        if one and following
    }
    whole = {f"{_WHOLE}{one[:_MOST_LETTERS]}" for one in sounding}
    return whole | {f"{_GOING_ON}{one}" for one in going_on if one.isascii() and one.isalpha()}


def looked_up(typed: str) -> list[str]:
    """Return the tokens of which a name has one that `typed` is the sound of by its syllables."""
    longest = min(len(typed), _MOST_LETTERS)
    going_on = [f"{_GOING_ON}{typed[:end]}" for end in range(2, longest + 1)]
    return [f"{_WHOLE}{typed[:longest]}", *going_on]

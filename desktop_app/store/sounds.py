"""How a name is typed by its sound: pinyin without tones, and its initials.

Characters with several readings get the one pypinyin finds likeliest in the whole name.
"""

from functools import lru_cache
from itertools import pairwise

_SHORTEST = 2
"""One letter stands for too many names to say anything."""
_MOST_LETTERS = 24
"""So many letters of a sound are indexed; whether the rest is the same is looked at."""
_SYLLABLE = "ˉ"
"""What marks a syllable in the index, the first letter of the next one behind it."""


@lru_cache(maxsize=32768)
def sounds(name: str) -> str:
    """Return the initials of `name` and its syllables: 综合 is `zh zong he`."""
    # Only what writes a library needs readings; opening one must not wait for their table.
    from pypinyin.seg.simpleseg import seg

    # Names are made of few words, and to read a word takes ten times as long as to part a name.
    read = [_read(word) for word in seg(name) if word]
    initials = "".join(letters for letters, _ in read)
    syllables = [one for _, of_word in read for one in of_word]
    return " ".join([initials.replace(" ", ""), *syllables]).lower()


@lru_cache(maxsize=32768)
def _read(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the initials of a word and its syllables; what is no Chinese is one of them."""
    if word.isascii():
        return word, (word,)
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(word, Style.FIRST_LETTER)), tuple(lazy_pinyin(word))


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
    found = (
        one + (following[:1] if _is_spelled(following[:1]) else "")
        for one, following in pairwise([*syllables, ""])
        if _is_spelled(one)
    )
    return {f"{_SYLLABLE}{one[:_MOST_LETTERS]}" for one in found}


def _is_spelled(text: str) -> bool:
    return text.isascii() and text.isalpha()


def looked_up(typed: str) -> tuple[list[str], str]:
    """Return the tokens of which a name has one that `typed` is the sound of by its syllables.

    Or it has one that begins as the second is. The first ones are a syllable and a letter.
    """
    longest = min(len(typed), _MOST_LETTERS)
    going_on = [f"{_SYLLABLE}{typed[:end]}" for end in range(2, longest + 1)]
    return going_on, f"{_SYLLABLE}{typed[:longest]}"

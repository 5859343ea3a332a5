"""How a name is typed by its sound: pinyin without tones, and its initials.

Characters with several readings get the one pypinyin finds likeliest in the whole name.
"""

from functools import lru_cache

_SHORTEST = 2
"""One letter stands for too many names to say anything."""


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


def spelt(said: str) -> str:
    """Return what `said` is indexed by: initials and pinyin, each in one piece."""
    initials, _, syllables = said.partition(" ")
    return f"{initials}\n{syllables.replace(' ', '')}"

"""The reading text in Simplified characters, and as a Traditional page spells it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from desktop_app.pipeline.repair.evidence import GB2312, charset_of
from desktop_app.pipeline.repair.words import LONGEST_WORD, in_print
from desktop_app.pipeline.traditional import any_of, convert
from desktop_app.system import resources


def to_simplified(text: str) -> str:
    """Return `text` in Simplified characters, of the same length.

    OpenCC turns some characters that Simplified has too, in other words: 乾旱 is 干旱, 乾县 is
    not 干县. They stay in the names of `repair.toml`, and in a text that is Simplified anyway
    wherever what they would become makes no word.
    """
    is_simplified = charset_of(frozenset(text)) == GB2312
    simplified = list(convert(text, "t2s"))
    for place in _own_places(text, simplified, is_simplified=is_simplified):
        simplified[place] = text[place]
    return _with_meant("".join(simplified), converted=not is_simplified)


def _own_places(text: str, simplified: Sequence[str], *, is_simplified: bool) -> Iterator[int]:
    """Yield the places in `text` of characters that Simplified has as they stand."""
    kept = resources.table("repair")["kept"]
    chars = frozenset(kept["anywhere"] + kept["in_names"])
    turned = {at for at, char in enumerate(text) if char in chars and char != simplified[at]}
    if not turned:
        return
    folded = resources.folding().fold(text)
    for name, pattern in _names():
        for match in pattern.finditer(folded):
            same = (at for at, char in enumerate(name, match.start()) if text[at] == char)
            yield from turned.intersection(same)
    if is_simplified:
        for place in turned:
            if text[place] in kept["anywhere"] and not _in_word(simplified, place):
                yield place


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    fold = resources.folding().fold
    names = resources.table("repair")["kept"]["names"]
    return tuple((name, re.compile(re.escape(fold(name)))) for name in names)


def _in_word(text: Sequence[str], place: int) -> bool:
    """Whether the character at `place` of Simplified `text` stands in a known word."""
    return any(
        "".join(text[start:end]) in in_print()
        for start in range(max(place - LONGEST_WORD + 1, 0), place + 1)
        for end in range(max(place, start + 1) + 1, start + LONGEST_WORD + 1)
    )


def _with_meant(simplified: str, *, converted: bool) -> str:
    """Return a text with the words in Simplified that a conversion by characters left halfway.

    Most have 著 for 着; Simplified has both. In a text that was `converted`, 著 is 着 everywhere
    but in the words written with it.
    """
    table = resources.table("repair")
    own = {
        place
        for word in any_of(table["written"]).finditer(simplified)
        for place in range(*word.span())
    }
    meant = table["simplified"] | ({"著": "着"} if converted else {})

    def read(half: re.Match[str]) -> str:
        """Return a word in Simplified, unless what is Traditional in it belongs to another."""
        becomes: str = meant[half[0]]
        changed = {
            half.start() + at
            for at, (old, new) in enumerate(zip(half[0], becomes, strict=True))
            if old != new
        }
        return becomes if own.isdisjoint(changed) else half[0]

    return any_of(meant).sub(read, simplified)


def spelling(text: str) -> str:
    """Return Simplified `text` as a page in Traditional characters spells it, of one length."""
    return convert(text, "s2t")

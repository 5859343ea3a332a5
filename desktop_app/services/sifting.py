"""Which figures a few typed letters mean: by name, by another name, by pinyin, by number."""

from collections.abc import Iterable

from desktop_app.domain.bulletin import Figure
from desktop_app.store.query.names import groups
from desktop_app.store.sounds import can_be_sound, is_said, sounds
from desktop_app.system import resources


def sifted(figures: Iterable[Figure], typed: str, *, by_sound: bool = True) -> tuple[Figure, ...]:
    """Return the figures that every word of `typed` means, in their order; all where it is blank.

    A word is a part of the name or place in either script, another name of the indicator (GDP,
    社零), pinyin or its initials, or the beginning of the printed number. Where it is not to be
    `by_sound`, nothing is read aloud: that takes long for the first time (`prepare`).
    """
    words = resources.folding().fold(typed).split()
    if not words:
        return tuple(figures)
    asked = [(word, _other_names(word)) for word in words]
    return tuple(figure for figure in figures if _is_meant(figure, asked, by_sound))


def prepare(figures: Iterable[Figure]) -> None:
    """Learn how the names of figures are pronounced, which takes long for the first time."""
    for figure in figures:
        sounds(_name(figure))


def _name(figure: Figure) -> str:
    return f"{figure.indicator} {figure.region}".strip()


def needs_sounds(typed: str) -> bool:
    """Whether any word of `typed` may be meant as pinyin."""
    return any(map(can_be_sound, resources.folding().fold(typed).split()))


def _is_meant(
    figure: Figure, asked: Iterable[tuple[str, tuple[str, ...]]], by_sound: bool
) -> bool:
    name = _name(figure)
    folded = resources.folding().fold(name)
    for word, others in asked:
        said = any(other in folded for other in (word, *others)) or figure.value.startswith(word)
        if said:
            continue
        if not (by_sound and can_be_sound(word) and is_said(word, sounds(name))):
            return False
    return True


def _other_names(word: str) -> tuple[str, ...]:
    """Return the other names, folded, of indicators of which one name is, or begins with, a word.

    One character begins too many names to mean any.
    """
    if len(word) == 1:
        return ()
    fold = resources.folding().fold
    return tuple(
        fold(name)
        for group in groups()
        if any(fold(name).startswith(word) for name in group)
        for name in group
    )

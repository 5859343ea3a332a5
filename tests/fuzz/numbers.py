"""Holds the figures of a damaged page against those of the sound one."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from desktop_app.domain.bulletin import Bulletin, Figure, SourceText
from desktop_app.pipeline.understanding import understand
from desktop_app.system import resources


def read(text: str) -> tuple[Bulletin, ...]:
    """Return what the whole pipeline understands of a text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return understand(SourceText(text, "txt", "utf-8", sha256))


def figures(bulletins: tuple[Bulletin, ...]) -> Iterator[Figure]:
    for bulletin in bulletins:
        yield from bulletin.figures


def silently_other(damaged: str, sound: str) -> list[Figure]:
    """Return the figures of the `damaged` page that are not doubtful, and not in the `sound` one.

    A number that is no figure of its own there, but is printed so, is no other number: with a
    word of growth or of a definition lost it stands for itself; so does one in numerals, 三次产业.
    """
    pages = read(sound)
    left: Counter[tuple[str, str]] = Counter()
    for figure in figures(pages):
        left[figure.value, figure.unit] += 1
    others = []
    for figure in figures(read(damaged)):
        if not figure.doubtful:
            left[figure.value, figure.unit] -= 1
            if left[figure.value, figure.unit] < 0:
                others.append(figure)
    text = resources.folding().fold(pages[0].text.hans)
    return [figure for figure in others if not _is_told(text, figure)]


def _is_told(text: str, figure: Figure) -> bool:
    """Whether folded `text` has the number of a figure with its unit, or its very numerals."""
    in_numerals = not re.search(r"\d", figure.printed)
    return _is_printed(text, figure.value + figure.unit) or (
        in_numerals and _is_printed(text, figure.printed)
    )


def _is_printed(text: str, number: str) -> bool:
    """Whether a number with its unit stands in folded `text`, and is no part of a longer one."""
    number = re.escape(resources.folding().fold(number))
    return re.search(rf"(?<![\d.]){number}(?![\d.])", text) is not None

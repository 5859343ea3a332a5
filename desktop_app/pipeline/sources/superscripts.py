"""Raised characters as plain text keeps them: powers of units, and marks of notes.

A raised 1 that became an ordinary one would be read as a digit of the number beside it.
"""

import re

_POWERS = str.maketrans("23", "²³")
_AFTER_LENGTH = re.compile(r"(?:m|M|米)$")
_AFTER_NUMBER = re.compile(r"\d$")
_BARE = re.compile(r"\s*(\d{1,3}|[*＊])\s*")


def raised(text: str, before: str) -> str:
    """Return raised `text` behind `before`: `²` of m², a note's `[1]`; other text as it is."""
    bare = _BARE.fullmatch(text)
    if bare is None:
        return text
    mark = bare[1]
    if mark in ("2", "3") and _AFTER_LENGTH.search(before):
        return mark.translate(_POWERS)
    return f"[{mark}]" if mark.isdigit() else mark

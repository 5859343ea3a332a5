"""The program's own words for what is known of a figure, in the language of the interface.

What a bulletin prints stays as printed. In Chinese our words are the bulletin's own, which its
script spells; in English they are translated here.
"""

import re
from functools import cache, lru_cache
from typing import Any

from desktop_app.domain.messages import Message
from desktop_app.system import resources


def said(kind: str, word: str, language: str) -> str:
    """Return `word` in `language`; one that is not in the vocabulary, and a Chinese one, as it is.

    `kind` is the field that holds it (basis, status, compared_with, basis_source, change_unit).
    """
    if language != "en":
        return word
    known: dict[str, str] = _words()[kind]
    if word in known:
        return known[word]
    # A growth is measured against a month or a year, too: 6月份, 2019年.
    return period(word, language) if kind == "compared_with" else word


def approximately(number: str, word: str) -> Message:
    """Return a number with its word of approximation: 约286, 96%以上."""
    kinds: dict[str, list[str]] = _words()["approx"]
    manner = next((name for name, words in kinds.items() if word in words), "as_printed")
    return Message(f"approx_{manner}", {"number": number, "word": word})


@lru_cache(maxsize=1024)
def period(text: str, language: str) -> str:
    """Return a period in `language`; one that is not understood as it is."""
    return _english(text) or text if language == "en" else text


def _english(text: str) -> str:
    """Return a period in English, empty where it is not understood."""
    for pattern, words in _rules():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        parts = match.groupdict()
        if "of" not in parts:
            return words.format(**{name: _part(name, part) for name, part in parts.items()})
        if parts["of"] is None:
            return words.removesuffix(" of {of}")
        of = _english(parts["of"])
        if of:
            return words.format(of=of)
    return ""


def _part(name: str, part: str) -> str:
    table = _words()["period"]
    if name.startswith("month"):
        months: list[str] = table["months"]
        number = _number(part, table["digits"])
        return months[number - 1] if 0 < number <= len(months) else part
    if name == "count":
        return str(_number(part, table["digits"]))
    plan: str = table["plans"][part] if name == "plan" else part
    return plan


def _number(text: str, digits: dict[str, int]) -> int:
    """Return a number below a hundred that is written in digits or in characters (二十五)."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (digits.get(tens, 1) * 10 if ten else 0) + digits.get(ones, 0)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules: list[dict[str, str]] = _words()["period"]["rules"]
    return tuple((re.compile(rule["pattern"]), rule["en"]) for rule in rules)


def _words() -> dict[str, Any]:
    return resources.table("vocabulary")

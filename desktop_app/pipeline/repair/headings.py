"""Chapter headings that lost their number to a list bullet, or gained a comma at their end."""

import re
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.repair.lines import NUMBERED

_NUMERALS = "一二三四五六七八九"
_CHAPTER = re.compile(r"^[ \u3000]*(?P<number>[一二三四五六七八九十]{1,3})、", re.MULTILINE)
_BULLET = re.compile(r"^[-*•·●][ \u3000\t]+(?=[^\n。；;]{2,25}$)", re.MULTILINE)
_LONGEST_HEADING = 30


def chapter_numbers(text: str) -> Iterator[Change]:
    """Yield changes that give a bullet in the place of a chapter the chapter's number back.

    The chapters before must run from 一 up to the one missing, and the next must not be there.
    """
    chapters = [(match.start(), _value(match["number"])) for match in _CHAPTER.finditer(text)]
    seen: set[int] = set()
    passed = 0
    for match in _BULLET.finditer(text):
        while passed < len(chapters) and chapters[passed][0] < match.start():
            seen.add(chapters[passed][1])
            passed += 1
        wanted = max(seen, default=0) + 1
        whole = len(seen - {0}) == wanted - 1 > 1
        if whole and (passed == len(chapters) or chapters[passed][1] == wanted + 1):
            end = text.find("\n", match.end())
            shown = match.start(), end if end >= 0 else len(text)
            numeral = f"{_numeral(wanted)}、"
            yield Change(match.start(), match.end(), numeral, "heading_number", shown=shown)
            seen.add(wanted)


def heading_commas(text: str) -> Iterator[Change]:
    """Yield changes that drop a comma at the end of a numbered heading with its text below."""
    at = 0
    for line, following in pairwise(text.split("\n")):
        bare = line.rstrip()
        heading = NUMBERED.match(bare) and len(bare) <= _LONGEST_HEADING and "。" not in bare
        if heading and bare[-1] in ",，、" and NUMBERED.match(following):
            end = at + len(bare)
            yield Change(end - 1, end, "", "punctuation", Certainty.LIKELY)
        at += len(line) + 1


def _value(numeral: str) -> int:
    """Return the number of a Chinese numeral below one hundred."""
    tens, ten, ones = numeral.partition("十")
    value = _NUMERALS.find(ones or "零") + 1
    return value + 10 * (_NUMERALS.find(tens) + 1 if tens else 1) if ten else _single(tens)


def _single(numeral: str) -> int:
    return _NUMERALS.find(numeral) + 1


def _numeral(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _NUMERALS[tens - 1] + "十"
    return head + (_NUMERALS[ones - 1] if ones else "")

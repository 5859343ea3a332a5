"""The numbers that headings carry: what they look like and what they count."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop_app.pipeline.outline.lines import Line, ends_in_numbers
from desktop_app.system import resources

_NUMERALS = "一二三四五六七八九十"
_CN = f"[{_NUMERALS}]{{1,3}}"
_CLAUSE_ENDS = "。；，：、！？”’）)] \t\u3000;,:!?"


class Style(StrEnum):
    """How a heading is numbered."""

    PART = "第一部分"
    CHAPTER = "第一章"
    ARTICLE = "第一节"
    CHINESE = "一、"
    PAREN_CHINESE = "(一)"
    ARABIC = "1."
    HALF_PAREN = "1)"
    PAREN_ARABIC = "(1)"
    CIRCLED = "①"
    RUN_IN = "一是"
    PLAIN = "标题"


SUB_ITEMS = frozenset({Style.HALF_PAREN, Style.PAREN_ARABIC, Style.CIRCLED, Style.RUN_IN})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A stretch that may be a heading: its number as meant, and where number and text begin.

    `start`, `text_start` and `end` (that of the line) are offsets in the reading text. `decimal`
    says that a digit follows the number's dot, which makes the number doubtful (4.4-9月份).
    """

    line: int
    style: Style
    value: int
    number: str
    start: int
    text_start: int
    end: int
    decimal: bool = False


def _opening(core: str) -> re.Pattern[str]:
    """Return a pattern for the start of a line: Markdown's marks, then a number."""
    return re.compile(rf"(?:\#{{1,6}}\s+|[-*•●]\s+)?(?:\*\*)?(?P<mark>{core})")


_OPENINGS = (
    (Style.PART, _opening(rf"(?P<n>第(?:{_CN}|\d{{1,2}})部分)[\s、，,：:.．]*")),
    (Style.CHAPTER, _opening(rf"(?P<n>第(?:{_CN}|\d{{1,2}})[章篇编])[\s、，,：:.．]*")),
    (Style.ARTICLE, _opening(rf"(?P<n>第(?:{_CN}|\d{{1,2}})节)[\s、，,：:.．]*")),
    (Style.CHINESE, _opening(rf"(?P<n>{_CN})(?:\s*[、．.，,：:]\s*|\s+)")),
    (Style.PAREN_CHINESE, _opening(rf"(?P<n>[（(]\s*{_CN}\s*[）)]|[㈠-㈩])\s*[、.．]?\s*")),
    (Style.ARABIC, _opening(r"(?P<n>\d{1,2})\s*[.．、]\s*|(?P<n2>[⒈-⒛])\s*")),
    (Style.HALF_PAREN, _opening(r"(?P<n>\d{1,2}[）)])\s*[、.．]?\s*")),
    (Style.PAREN_ARABIC, _opening(r"(?P<n>[（(]\s*\d{1,2}\s*[）)]|[⑴-⒇])\s*[、.．]?\s*")),
    (Style.CIRCLED, _opening(r"(?P<n>[①-⑳])\s*[、.．]?\s*")),
)


# Most lines open with no number at all, and are told at one look.
_ANY_OPENING = _opening(rf"[第（(\d㈠-㈩⒈-⒛⑴-⒇①-⑳{_NUMERALS}]")


def value_of(number: str) -> int:
    """Return what a number counts: 十二 and (12) are 12; 0 where it holds no number."""
    plain = unicodedata.normalize("NFKC", number)
    digits = re.search(r"\d+", plain)
    if digits:
        return int(digits.group())
    tens, ten, ones = "".join(char for char in plain if char in _NUMERALS).partition("十")
    if not ten:
        return _NUMERALS.find(tens) + 1 if tens else 0
    count = _NUMERALS.find(tens) + 1 if tens else 1
    return count * 10 + (_NUMERALS.find(ones) + 1 if ones else 0)


def numeral(value: int) -> str:
    """Return a number below one hundred in Chinese numerals."""
    tens, ones = divmod(value, 10)
    head = _NUMERALS[tens - 1] if tens > 1 else ""
    return head + ("十" if tens else "") + (_NUMERALS[ones - 1] if ones else "")


def counted_on(number: str, value: int) -> str:
    """Return `number` (三, 第三章, 3) as it is written for another value."""
    digits = re.search(r"\d+", number)
    if digits:
        return number.replace(digits.group(), str(value))
    return re.sub(_CN, numeral(value), number, count=1)


def numbered(line: Line) -> Numbered | None:
    """Read the number a line opens with, if that can be a heading's."""
    if line.row or _ANY_OPENING.match(line.text) is None:
        return None
    for style, pattern in _OPENINGS:
        found = pattern.match(line.text)
        if found is None:
            continue
        printed = found["n"] or found["n2"] if style is Style.ARABIC else found["n"]
        number = unicodedata.normalize("NFKC", printed)
        rest = line.text[found.end() :]
        if not rest or not _opens_heading(style, rest, line.text[found.end("mark") - 1]):
            return None
        return Numbered(
            line=line.index,
            style=style,
            value=value_of(number),
            number=printed if style is Style.CIRCLED else re.sub(r"\s|\.$", "", number),
            start=line.start + found.start("mark"),
            text_start=line.start + found.end(),
            end=line.end,
            decimal=style is Style.ARABIC and rest[0].isdigit(),
        )
    return None


def _opens_heading(style: Style, rest: str, before: str) -> bool:
    """Whether the text after a number can be a heading's, and is not part of the number."""
    if style is Style.ARABIC and before in ".．":
        return not _decimal().match(rest)
    if style in {Style.CHINESE, Style.PAREN_CHINESE}:
        # A row of a table that came without tabs: 一、name 12.3 4.5
        return not (_counted().match(rest) or ends_in_numbers(rest))
    return True


@cache
def _decimal() -> re.Pattern[str]:
    units = sorted(map(re.escape, resources.table("outline")["decimal_units"]), key=len)
    return re.compile(rf"\d+(?:\.\d+)?\s*(?:{'|'.join(reversed(units))})")


@cache
def _counted() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["counted_by_numeral"]))
    return re.compile(rf"(?:{_CN}、)*{_CN}(?:{words})|{_CN}、|[\d.,\s%-]+$")


@cache
def _enumeration() -> re.Pattern[str]:
    words = "|".join(map(re.escape, resources.table("outline")["enumerators"]))
    return re.compile(rf"(?:^|(?<=[{re.escape(_CLAUSE_ENDS)}]))(?P<n>{_CN})(?P<word>{words})")


def enumerated(line: Line) -> list[Numbered]:
    """Return every 一是, 二是 … of a line that follows a stop or opens the line."""
    return [
        Numbered(
            line=line.index,
            style=Style.RUN_IN,
            value=value_of(found["n"]),
            number=found.group(),
            start=line.start + found.start(),
            text_start=line.start + found.end(),
            end=line.end,
        )
        for found in _enumeration().finditer(line.text)
    ]

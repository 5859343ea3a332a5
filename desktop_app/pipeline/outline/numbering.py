"""The numbers that headings carry: what they look like and what they count."""

import re
import unicodedata
from enum import StrEnum
from functools import cache

from msgspec import Struct

from desktop_app.pipeline.outline.lines import Line, ends_in_numbers
from desktop_app.pipeline.outline.topics import is_topic
from desktop_app.system import resources

_NUMERALS = "一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_CN = f"[{_NUMERALS}十百千零〇○]{{1,7}}"
CHINESE_NUMERAL = _CN
_ROMAN = "[Ⅰ-Ⅻⅰ-ⅻ]|[IVX]{1,6}"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
# A heading without any mark of a sentence or number.
_HEADING_ALONE = re.compile(r"[\u4e00-\u9fff][^\d。；;，,：:！!？?%|]+")
_CLAUSE_ENDS = "。；，：、！？”’）)] \t\u3000;,:!?"


class Style(StrEnum):
    """How a heading is numbered."""

    PART = "第一部分"
    CHAPTER = "第一章"
    ARTICLE = "第一节"
    CHINESE = "一、"
    ROMAN = "I."
    PAREN_CHINESE = "(一)"
    ARABIC = "1."
    DOTTED = "1.1"
    HALF_PAREN = "1)"
    PAREN_ARABIC = "(1)"
    CIRCLED = "①"
    RUN_IN = "一是"
    PLAIN = "标题"


SUB_ITEMS = frozenset({Style.HALF_PAREN, Style.PAREN_ARABIC, Style.CIRCLED, Style.RUN_IN})


class Numbered(Struct, frozen=True):
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
    """Return a pattern for the start of a line: a bullet or Markdown's marks, then a number."""
    return re.compile(rf"(?:\#{{1,6}}\s+|{BULLET})?(?:\*\*)?(?P<mark>{core})")


# A bullet of a list, or a sign that is set before headings.
BULLET = r"(?:[-*•●]\s+|[■□◆◇▲△★☆▶►◎]\s*)"
_MARKS = r"\s*[、．.，,：:]\s*"
_OPENINGS = (
    (Style.PART, _opening(rf"(?P<n>第(?:{_CN}|\d{{1,3}})部分)[\s、，,：:.．]*")),
    (Style.CHAPTER, _opening(rf"(?P<n>第(?:{_CN}|\d{{1,4}})[章篇编])[\s、，,：:.．]*")),
    (Style.ARTICLE, _opening(rf"(?P<n>第(?:{_CN}|\d{{1,3}})节)[\s、，,：:.．]*")),
    (Style.CHINESE, _opening(rf"(?P<n>{_CN})(?:{_MARKS}|\s+)")),
    (
        Style.PAREN_CHINESE,
        _opening(rf"(?P<n>[（(]\s*{_CN}\s*[）)]|[㈠-㈩]|{_CN}[）)])\s*[、.．]?\s*"),
    ),
    (Style.ROMAN, _opening(rf"(?P<n>{_ROMAN}){_MARKS}")),
    (Style.ARABIC, _opening(r"(?P<n>\d{1,4})\s*[.．、]\s*|(?P<n2>[⒈-⒛])\s*")),
    (Style.HALF_PAREN, _opening(r"(?P<n>\d{1,2}[）)])\s*[、.．]?\s*")),
    (Style.PAREN_ARABIC, _opening(r"(?P<n>[（(]\s*\d{1,2}\s*[）)]|[⑴-⒇])\s*[、.．]?\s*")),
    (Style.CIRCLED, _opening(r"(?P<n>[①-⑳])\s*[、.．]?\s*")),
)
# Numbers that only a blank sets apart from their heading: 一　综合, 1 综合, 1.1 人口.
_SPACED = (
    (Style.CHINESE, _opening(rf"(?P<n>{_CN})")),
    (Style.DOTTED, _opening(r"(?P<n>\d{1,2}[.．]\d{1,2})\s*")),
    (Style.ARABIC, _opening(r"(?P<n>\d{1,2})\s*")),
)
_LONGEST_SPACED = 25

# Most lines open with no number at all, and are told at one look.
_ANY_OPENING = _opening(rf"[第（(\d㈠-㈩⒈-⒛⑴-⒇①-⑳Ⅰ-ⅻIVX{_NUMERALS}十百千]")


def value_of(number: str) -> int:
    """Return what a number counts: 十二, XII and (12) are 12; 0 where it holds no number."""
    plain = unicodedata.normalize("NFKC", number)
    digits = re.search(r"\d+", plain)
    if digits:
        return int(digits.group())
    if re.fullmatch("[IVXivx]+", plain):
        return _roman_value(plain.upper())
    value = ones = 0
    for char in plain:
        if char in _PLACES:
            value += (ones or 1) * _PLACES[char]
            ones = 0
        elif char in _NUMERALS:
            ones = _NUMERALS.find(char) + 1
    return value + ones


def _roman_value(plain: str) -> int:
    values = [_ROMAN_VALUES[char] for char in plain]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))


def numeral(value: int) -> str:
    """Return a number below ten thousand in Chinese numerals."""
    written = ""
    rest = value
    for char, place in reversed(_PLACES.items()):
        count, rest = divmod(rest, place)
        if count:
            # 十二 opens with no 一, and 一百一十二 has one.
            bare = char == "十" and count == 1 and not written
            written += char if bare else _NUMERALS[count - 1] + char
        elif written and rest and not written.endswith("零"):
            written += "零"
    return written + (_NUMERALS[rest - 1] if rest else "")


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
    for style, pattern in _SPACED:
        found = pattern.match(line.text)
        if found is not None and _is_set_apart(line, style, found):
            return _read(line, style, found, found["n"])
    for style, pattern in _OPENINGS:
        found = pattern.match(line.text)
        if found is None:
            continue
        printed = found["n"] or found["n2"] if style is Style.ARABIC else found["n"]
        rest = line.text[found.end() :]
        if not rest or not _opens_heading(style, rest, line.text[found.end("mark") - 1]):
            return None
        return _read(line, style, found, printed)
    return None


def _read(line: Line, style: Style, found: re.Match[str], printed: str) -> Numbered:
    number = unicodedata.normalize("NFKC", printed)
    rest = line.text[found.end() :]
    value = value_of(number.partition(".")[2] if style is Style.DOTTED else number)
    return Numbered(
        line=line.index,
        style=style,
        value=value,
        number=printed if style is Style.CIRCLED else re.sub(r"\s|\.$", "", number),
        start=line.start + found.start("mark"),
        text_start=line.start + found.end(),
        end=line.end,
        decimal=style is Style.ARABIC and rest[0].isdigit(),
    )


def _is_set_apart(line: Line, style: Style, found: re.Match[str]) -> bool:
    """Whether a blank stands between a number and the short heading that the rest of a line is."""
    rest = line.text[found.end() :]
    if not (line.text[found.end() - 1].isspace() or line.has_gap(line.start + found.end())):
        return False
    if len(rest) > _LONGEST_SPACED or not _HEADING_ALONE.fullmatch(rest):
        return False
    if style is Style.DOTTED:
        return not _units("decimal_units").match(rest)
    return style is Style.CHINESE or is_topic(rest) or not _units("counters").match(rest)


def _opens_heading(style: Style, rest: str, before: str) -> bool:
    """Whether the text after a number can be a heading's, and is not part of the number."""
    if style is Style.ARABIC and before in ".．":
        return not _decimal().match(rest)
    if style in {Style.CHINESE, Style.PAREN_CHINESE}:
        # A row of a table that came without tabs: 一、name 12.3 4.5
        return not (_counted().match(rest) or ends_in_numbers(rest))
    return True


@cache
def _units(key: str) -> re.Pattern[str]:
    """Return a pattern for what `key` lists as counted by numbers, the longest first."""
    units = sorted(map(re.escape, resources.table("outline")[key]), key=len)
    return re.compile("|".join(reversed(units)))


@cache
def _decimal() -> re.Pattern[str]:
    return re.compile(rf"\d+(?:\.\d+)?\s*(?:{_units('decimal_units').pattern})")


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

"""Numbers whose digits, points or dashes broke, told by what goes on from them: a unit or a %.

Each is mended where only one number can be meant, as likely and never as certain, and marked where
nobody can tell which. What has no unit behind it is left alone: names have letters and digits too
(PM2.5, 5G, O2O), and lists and dates have marks between theirs.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.traditional import to_traditional
from desktop_app.system import resources

MISREAD, MARK, GAP, BROKEN = "misread_digit", "number_mark", "number_gap", "broken_number"
RULES = frozenset({MISREAD, MARK, GAP, BROKEN})
"""The rules of changes that leave a number in doubt, however likely they are."""

_HAN = "[\u4e00-\u9fff]"
# 增长4,2% and 产量5·2万吨, not 1,234万元, not the list 1,2,3%. A year before a comma is a date.
_POINT = (
    r"(?<![\d.])(?!(?:19|20)\d\d)"
    r"\d{{1,4}}(?P<mark>[{points}])\d{{1,2}}(?={after})"
)
_MARKED = r"(?<![\d.])\d+(?P<mark>\.{{2,3}})\d+(?={after})"
# Marks between digits as no number has them: 1,2345, 1,23.5, 12.6.3.
_MALFORMED = r"(?<![\d.,，])(?P<number>\d+(?:[.,]\d+)+)(?={after})"
# A per cent sign as a scan has it: 3.9o/o, 3.9℅; no fraction has a 0 below its stroke.
_PER_CENT = re.compile(r"(?<=\d)(?:[oO°]/[oO]|℅|٪)|(?<=\d\.\d)0/0(?!\d)|(?<=\d\.\d\d)0/0(?!\d)")
_WELL_FORMED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LISTED = re.compile("(?:分别|依次|各)[^。；\n]{0,30}$")
_LONGEST_LIST = 40
# Where an item begins, with its own number or with a bullet: 1.公路, 2.1.1公共, ■12家.
_ITEM_START = re.compile(r"(?:^|[\n\t。；;：:！？?（(])[ \u3000]*[\d.．]{0,8}$")
_FARTHEST = 24
_SENTENCE = re.compile("[，。；：]")
_THOUSANDS = re.compile(r"\d{1,3} \d{3}(?:\.\d+)?")
# No cell and no line begins with a point or as 05.8 does, none ends with a point: 15/.2 is one
# number. In 15. 2 the blank is none.
_CUT_CELL = re.compile(
    r"(?:(?<=\d)(?P<gap>\t|\n{1,2})(?=(?:\.\d{1,2}|0\d+\.\d{1,2})[%％]?(?:[\t\n]|\Z))"
    r"|(?<=\t)[-+－−–—]?\d{1,9}\.(?P<behind>\t|\n{1,2})(?=\d{1,2}[%％]?(?:[\t\n]|\Z)))"
)
_SPACED_POINT = re.compile(
    r"(?<=\t)[-+－−–—]?\d{1,9}(?P<point>[ \u3000\xa0]?\.[ \u3000\xa0]|[ \u3000\xa0]\.)"
    r"\d{1,2}[%％]?(?=[\t\n]|\Z)"
)
_RATES = ("%", "％", "‰", "个百分点", "個百分點", "百分点", "百分點")
_TAB, _BREAK = "\t", "\n"


@cache
def _knowledge() -> dict[str, Any]:
    table: dict[str, Any] = resources.table("repair")["numbers"]
    return table


def _any(words: list[str]) -> str:
    """Return a pattern for one of `words`, in Simplified or in Traditional characters."""
    words = [*words, *map(to_traditional, words)]
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def _after() -> str:
    return r"\s?" + _any(_knowledge()["after"])


def misread_digits(text: str) -> Iterator[Change]:
    """Yield changes of letters among the digits of a number: 1O.4亿元, l8.3%, 2o22年."""
    letters = _knowledge()["letters"]
    for match in _lettered().finditer(text):
        number = match["number"]
        if number.isdigit() or number in _knowledge()["names"]:
            continue
        # A bullet (○12家), or letters where a number begins (lO.4亿元): too little of it is sure.
        if number[0] in "○〇" or re.match(r"\D?\d", number) is None:
            continue
        for at, char in enumerate(number, match.start()):
            if char in letters:
                yield Change(at, at + 1, letters[char], MISREAD, Certainty.LIKELY)
            elif not (char.isdigit() or char in ".,"):
                yield Change(at, at + 1, char, BROKEN, Certainty.UNKNOWN)


@cache
def _lettered() -> re.Pattern[str]:
    """Return a pattern for numbers with letters in them.

    A letter that could be one digit or another is no part of a name (3D, 5G) only where a decimal
    point stands in the number as well.
    """
    known = _knowledge()
    sure = re.escape("".join(known["letters"]))
    both = sure + known["unsure_letters"]
    goes_on = _any([*known["after"], *known["after_letter"]])
    return re.compile(
        rf"(?<![A-Za-z\d.,|○〇])(?P<number>(?=[{both}\d])(?=[{both}.,]*\d)(?:"
        rf"[{sure}\d]+(?:[.,][{sure}\d]+)*(?=\s?{goes_on})"
        rf"|(?=[12])[{sure}\d]{{4}}(?=年)"
        rf"|[{both}\d]+\.[{both}\d]+(?=\s?{goes_on})))"
    )


def _begins_item(text: str, start: int) -> bool:
    """Whether at `start` an item begins, or goes on after its own number."""
    return _ITEM_START.search(text[max(0, start - _FARTHEST) : start]) is not None


def number_marks(text: str) -> Iterator[Change]:
    """Yield changes of what stands for a point or a dash between digits: 4,2%, 1.1一1.3亿元.

    What cannot be told, as a comma between the wrong digits, is marked.
    """
    done: set[int] = set()
    for match in _points().finditer(text):
        start = match.start()
        if not _follows_words(text, start) or not _can_be_point(match):
            continue
        if _LISTED.search(text[max(0, start - _LONGEST_LIST) : start]):
            continue
        done.update(range(*match.span()))
        yield Change(*match.span("mark"), ".", MARK, Certainty.LIKELY)
    for match in _doubled_points().finditer(text):
        done.update(range(*match.span()))
        yield Change(*match.span("mark"), ".", MARK, Certainty.LIKELY)
    for match in _PER_CENT.finditer(text):
        yield Change(*match.span(), "%", MARK, Certainty.LIKELY)
    for match in _dashes().finditer(text):
        yield Change(*match.span("mark"), "—", MARK, Certainty.LIKELY)
    for match in _malformed().finditer(text):
        listed = _LISTED.search(text[max(0, match.start() - _LONGEST_LIST) : match.start()])
        if _WELL_FORMED.fullmatch(match["number"]) or _begins_item(text, match.start()):
            continue
        if match.start() not in done and not listed:
            yield Change(*match.span(), match[0], BROKEN, Certainty.UNKNOWN)


def _can_be_point(match: re.Match[str]) -> bool:
    """Whether the mark of a sentence stands for a point: before a rate alone (4,2%).

    Before anything that is counted a clause may begin: 列全省前10，12万职工受益.
    """
    return match["mark"] not in ",，。" or match.string.startswith(_RATES, match.end())


def _follows_words(text: str, start: int) -> bool:
    """Whether a number follows on a word that no number belongs to (第3，2个百分点)."""
    before = text[max(0, start - 2) : start]
    numbered = tuple(_knowledge()["numbered"])
    return bool(re.search(f"{_HAN}$", before)) and not before.endswith(numbered)


@cache
def _points() -> re.Pattern[str]:
    return re.compile(
        _POINT.format(points=re.escape(_knowledge()["points"]), after=_after()),
    )


@cache
def _doubled_points() -> re.Pattern[str]:
    return re.compile(_MARKED.format(after=_after()))


@cache
def _malformed() -> re.Pattern[str]:
    return re.compile(_MALFORMED.format(after=_after()))


@cache
def _dashes() -> re.Pattern[str]:
    signs = re.escape(_knowledge()["dashes"])
    return re.compile(rf"(?<=\d)(?P<mark>[{signs}])(?=\d+(?:\.\d+)?(?:{_after()}|[月岁]))")


def number_gaps(text: str) -> Iterator[Change]:
    """Yield changes that join the parts of a number that a blank or a line break parts.

    In a sentence no number follows another one by a blank alone: 存栏1 2.6万头, 总值12/60582万元.
    """
    for match in _gaps().finditer(text):
        begin = text.rfind(_BREAK, 0, match.start()) + 1
        end = text.find(_BREAK, match.end())
        line = text[begin : end if end >= 0 else len(text)]
        if _BREAK not in match["gap"] and _THOUSANDS.fullmatch(
            f"{match['first']} {match['rest']}"
        ):
            continue
        if _TAB not in line and _SENTENCE.search(line) and _follows_words(text, match.start()):
            yield Change(*match.span("gap"), "", GAP, Certainty.LIKELY)


@cache
def _gaps() -> re.Pattern[str]:
    return re.compile(
        rf"(?<={_HAN})(?!(?:19|20)\d\d\D)(?P<first>\d{{1,6}})"
        rf"(?P<gap>[ \u3000\xa0\u2002\u2003\u2009\u202f\n]{{1,3}})"
        rf"(?P<rest>\.?\d+(?:\.\d+)?)(?={_after()})"
    )


def cell_numbers(text: str) -> Iterator[Change]:
    """Yield the same changes for cells that hold a number and nothing else: 1O.4, 15,3, 3·2."""
    if _TAB not in text:
        return
    for match in _CUT_CELL.finditer(text):
        cell = max(text.rfind(_TAB, 0, match.start()), text.rfind(_BREAK, 0, match.start()))
        if match["gap"] and "." in text[cell + 1 : match.start()]:
            continue  # 120.6 and .5 are two numbers, as spreadsheets of old print 0.5.
        cut = match.span("gap") if match["gap"] else match.span("behind")
        yield Change(*cut, "", GAP, Certainty.LIKELY)
    for match in _SPACED_POINT.finditer(text):
        yield Change(*match.span("point"), ".")
    letters = _knowledge()["letters"]
    for match in _cell().finditer(text):
        if match["mark"]:
            yield Change(*match.span("mark"), ".", MARK, Certainty.LIKELY)
            continue
        for at, char in enumerate(match["number"], match.start("number")):
            if char in letters:
                yield Change(at, at + 1, letters[char], MISREAD, Certainty.LIKELY)


@cache
def _cell() -> re.Pattern[str]:
    """Return a pattern for cells of a line with tabs; a whole number with a letter is a code."""
    sure = re.escape("".join(_knowledge()["letters"]))
    points = re.escape(_knowledge()["points"].replace("点", ""))
    return re.compile(
        rf"(?<=\t)[ ]*[-+－−–—]?(?:\d{{1,6}}(?P<mark>[{points}])\d{{1,2}}"
        rf"|(?P<number>(?=[{sure}.]*\d)(?=[\d.]*[{sure}])[{sure}\d]+\.[{sure}\d]+))"
        rf"[ ]*[%％]?[ ]*(?=[\t\n]|\Z)"
    )


def broken_numbers(text: str) -> Iterator[Change]:
    """Yield marks of signs that stand for lost digits, and of units in no possible order."""
    for match in _broken().finditer(text):
        if not match[0].endswith("*") and _begins_item(text, match.start()):
            continue
        yield Change(*match.span(), match[0], BROKEN, Certainty.UNKNOWN)


@cache
def _broken() -> re.Pattern[str]:
    lost = re.escape(_knowledge()["lost"])
    impossible = _any(_knowledge()["impossible"])
    return re.compile(
        rf"(?<=[\d.])[{lost}]+|(?<![{lost}])[{lost}]+(?=\.?\d)"
        rf"|(?<=\d)(?:\*\*+(?=\.?\d*{_after()})|\*(?={_after()}))|(?<!\*)\*+(?=\.\d)"
        rf"|锟斤拷|(?<=[为长降升达增\d])[口曰](?=\d)"
        rf"|(?<=\d){impossible}|(?<=\d)\.(?={_after()})"
    )

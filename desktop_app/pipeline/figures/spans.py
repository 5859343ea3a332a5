"""Stretches of several years: 2016-2020年, “十三五”期间, 五年来, 近三年, 改革开放以来.

What was done in one is a sum of its years, what grew in one grew 年均, and no year of the
bulletin belongs to it. How each is written, and the name it goes by, is in the knowledge.
"""

import re
from functools import cache

from msgspec import Struct

from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.numbers import chinese_value

_YEARS = re.compile(r"(?P<first>\d{4})-(?P<last>\d{4})年")
_SINCE_YEAR = re.compile(r"(?P<first>\d{4})年以来")
_COUNTED = re.compile(r"(?P<count>[\d一二两三四五六七八九十]+[多余]?)年(?:来|以来|间|期间)?$")
_PLAN = re.compile("(?P<plan>“[^“”]{2,3}”)(?:期间|以来)")
_IN_A_PLAN = re.compile(
    "“(?P<plan>十?[一二三四五六七八九]?)五”(?P<part>[前后头][一二两三四]年)?(?:期间)?"
)
# The third plan followed on years without one: from there each begins where the last ended.
_FIRST_PLANS = {1: (1953, 1957), 2: (1958, 1962)}
_BEFORE_THE_FIRST = 1950
_YEARS_OF_A_PLAN = 5
# The first year of 1991-95年 gives the last one its century.
_CENTURY = 2


class Span(Struct, frozen=True):
    """`text[start:end]` states the stretch of years `name`."""

    start: int
    end: int
    name: str


def find(text: str) -> list[Span]:
    """Return the stretches of years that a text states, in their order."""
    if not ("年" in text or "期" in text or "来" in text):
        return []
    found: list[Span] = []
    for expression, name in lexicon.named("period.spans"):
        for match in expression.finditer(text):
            if not any(span.start < match.end() and match.start() < span.end for span in found):
                found.append(Span(*match.span(), _named(name, match)))
    return sorted(found, key=lambda span: span.start)


def _named(name: str, match: re.Match[str]) -> str:
    said = {key: value or "" for key, value in match.groupdict().items()}
    if len(said.get("last", "")) == _CENTURY:
        said["last"] = said["first"][:_CENTURY] + said["last"]
    return name.format(**said)


def without(text: str) -> str:
    """Return a phrase without the stretches of years in it, and the words that lead to them."""
    for span in reversed(find(text)):
        before = _leading().sub("", text[: span.start])
        text = before + _following().sub("", text[span.end :])
    return text


@cache
def _leading() -> re.Pattern[str]:
    return lexicon.pattern("period.span_leads", after="$")


@cache
def _following() -> re.Pattern[str]:
    return lexicon.pattern("period.span_ends", before="^")


def is_span(period: str) -> bool:
    """Whether a period is a stretch of years."""
    return any(span.start == 0 and span.end == len(period) for span in find(period))


def began(period: str) -> str:
    """Return when a stretch of years began, as what rose in it is told from its beginning.

    五年来 of a bulletin of 2021 began with what was so five years ago.
    """
    if match := _YEARS.fullmatch(period) or _SINCE_YEAR.fullmatch(period):
        return f"{match['first']}年"
    if match := _COUNTED.search(period):
        return f"{match['count']}年前"
    if match := _PLAN.fullmatch(period):
        return f"{match['plan']}初"
    return str(lexicon.table()["period"]["beginning"])


def ended(period: str, year: int | None) -> str:
    """Return the year that a stretch ended with: its last, else the bulletin's.

    Of a plan that goes on after the bulletin's year it is that; a plan to come stays as printed.
    """
    match = _YEARS.fullmatch(period)
    if match:
        return f"{match['last']}年"
    if match := _IN_A_PLAN.fullmatch(period):
        first, last = _years_of(match["plan"], match["part"] or "")
        if year and year < first:
            return period
        return f"{min(last, year) if year else last}年"
    return f"{year}年" if year else period


def _years_of(plan: str, part: str) -> tuple[int, int]:
    """Return the first and the last year of a five-year plan (十三五), or of its first ones."""
    number = chinese_value(plan) or 0
    last = _BEFORE_THE_FIRST + _YEARS_OF_A_PLAN * (number + 1)
    first, last = _FIRST_PLANS.get(number, (last - _YEARS_OF_A_PLAN + 1, last))
    return first, first + (chinese_value(part[1]) or 0) - 1 if part[:1] in {"前", "头"} else last

"""Parts of a year that figures and bulletins are of: a quarter, half a year, 1-9月."""

import re
from functools import cache

from desktop_app.system import resources

_YEAR = re.compile(r"((?:19|20)\d\d)年(?:度)?(.*)")


def of_title(title: str) -> str:
    """Return the part of the year that a bulletin is of by its title; empty for a whole one."""
    for pattern, name in _titles():
        if match := pattern.search(title):
            return named(name.format(**match.groupdict()))
    return ""


def without(title: str) -> str:
    """Return a title without the parts of a year that it names (2023年前三季度清河县…)."""
    for pattern, _ in _titles():
        if match := pattern.search(title):
            before = match.groupdict().get("before", "")
            title = title[: match.start()] + before + title[match.end() :].removeprefix("份")
    return title


def split(period: str) -> tuple[int | None, str]:
    """Return the year of a period and its part by its one name; no year where none is printed."""
    match = _YEAR.fullmatch(period)
    return (int(match[1]), named(match[2])) if match else (None, named(period))


def named(part: str) -> str:
    """Return a part of a year by its one name (1-3月 is 一季度); empty for all of it."""
    known: dict[str, str] = resources.table("comparison")["series"]["same_parts"]
    part = part.replace("份", "")
    return known.get(part, part)


@cache
def _titles() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = resources.table("comparison")["series"]["parts"]
    return tuple((re.compile(entry["pattern"]), entry["name"]) for entry in entries)

"""The divisions of China that titles may name: by their full names, and by the shorter ones."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from desktop_app.system import resources

_FORMER = re.compile(r"(?P<name>[^/]+)/(?P<year>\d{4})")
_COUNTY = re.compile(r"(?P<code>\d{6}|\d{2})(?P<name>\D.*)")
_NO_PREFECTURE = "-"


class Division(Struct, frozen=True):
    """A place of the lists: a province, a prefecture, a county, or a zone that has no code.

    `parts` are the names from the province down to its own; `until` is the last year that a former
    one stood, None where it stands.
    """

    parts: tuple[str, ...]
    code: str
    until: int | None = None

    @property
    def name(self) -> str:
        return self.parts[-1]

    @property
    def holds_counties(self) -> bool:
        """Whether it is a province or a prefecture."""
        return self.code.endswith("00")

    @property
    def above(self) -> tuple[str, ...]:
        return self.parts[:-1]


@cache
def all_divisions() -> tuple[Division, ...]:
    """Return every division, those that stand before former ones, each from the province down."""
    provinces: list[dict[str, Any]] = resources.table("divisions")["province"]
    found = [Division((entry["name"],), entry["code"]) for entry in provinces]
    for key in ("now", "former"):
        for entry in provinces:
            found += _listed(entry["name"], entry.get(key, ""))
    for path, names in resources.table("places")["zones"].items():
        found += [Division((*path.split("/"), name), "") for name in names]
    return tuple(found)


def _listed(province: str, table: str) -> Iterator[Division]:
    """Read a table of `divisions.toml`; its head says how one is written."""
    above: tuple[str, ...] = (province,)
    code = ""
    opened = False
    for token in table.split():
        county = _COUNTY.fullmatch(token)
        if token.isdecimal():
            code, opened = token, True
        elif opened:
            name, until = _dated(token)
            opened = False
            own = name != _NO_PREFECTURE
            above = (province, name) if own else (province,)
            # Where only its counties are former, a prefecture stands in the other table.
            if own and (until or not _is_former(table)):
                yield Division(above, code, until)
        elif county:
            name, until = _dated(county["name"])
            digits = county["code"]
            yield Division((*above, name), digits if len(digits) > 2 else code[:4] + digits, until)


def _dated(token: str) -> tuple[str, int | None]:
    former = _FORMER.fullmatch(token)
    return (former["name"], int(former["year"])) if former else (token, None)


@cache
def _is_former(table: str) -> bool:
    return "/" in table


@cache
def by_parts() -> Mapping[tuple[str, ...], Division]:
    """Return the divisions by their path; of two with one path the one that stands."""
    return {division.parts: division for division in reversed(all_divisions())}


@cache
def by_name() -> Mapping[str, Sequence[Division]]:
    """Return the divisions by every name that keeps the word for their rank."""
    found: dict[str, list[Division]] = defaultdict(list)
    full = resources.table("places")["short_names"]
    for division in all_divisions():
        for name in dict.fromkeys((division.name, *_shorter(division.name))):
            found[name].append(division)
    for short, name in full.items():
        found[short] = [*found[name]]
    return dict(found)


@cache
def _peoples() -> str:
    names = sorted(resources.table("places")["peoples"], key=len, reverse=True)
    return "|".join(map(re.escape, names))


@cache
def _autonomous() -> re.Pattern[str]:
    return re.compile(rf"(?P<base>.{{2,}}?)(?:(?:{_peoples()})族?)+自治(?P<rank>[州县旗])")


def _shorter(name: str) -> Iterator[str]:
    """Yield what an autonomous place is called for short: 酉阳自治县, 酉阳县, 海南州, 东乡县."""
    if "自治" not in name or name.endswith("自治区"):
        return
    found = _autonomous().fullmatch(name)
    if found:
        yield f"{found['base']}{found['rank']}"
        yield f"{found['base']}自治{found['rank']}"
    else:
        yield name.replace("族自治", "").replace("自治", "")


@cache
def longest_name() -> int:
    """Return how many characters the longest name has."""
    return max(map(len, by_name()))


@cache
def bare() -> Mapping[str, Sequence[Division]]:
    """Return the divisions that stand by their names without a rank; provinces win."""
    found: dict[str, list[Division]] = defaultdict(list)
    for division in all_divisions():
        if division.until is None and len(division.parts) > 1:
            found[stem(division.name)].append(division)
    for entry in resources.table("divisions")["province"]:
        found[entry["short"]] = [by_parts()[(entry["name"],)]]
    return dict(found)


@cache
def _ends(key: str) -> re.Pattern[str]:
    ends = "|".join(map(re.escape, resources.table("places")[key]))
    return re.compile(rf"(?:{ends})$")


def stem(name: str) -> str:
    """Return a name without the word for its rank: 鞍山市 is 鞍山. One character is no name."""
    short = name
    for key in ("province_ends", "prefecture_ends", "county_ends"):
        short = _ends(key).sub("", short, count=1)
        if short != name:
            break
    return short if len(short) > 1 else name

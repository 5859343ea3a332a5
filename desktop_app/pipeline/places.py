"""Places as titles name them: province, prefecture, county, with codes where they are known."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop_app.system import resources

_LONGEST_COUNTY = 14
# A county's prefecture is taken from the text only where the text leaves no doubt.
_FEWEST_MENTIONS, _CLEAR_LEAD = 2, 2


@dataclass(frozen=True, slots=True)
class Division:
    """A province, or a prefecture with the province it belongs to."""

    name: str
    code: str
    province: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its names from the province down, and its code where it is known.

    `printed` is how the place was written where it was read.
    """

    parts: tuple[str, ...] = ()
    code: str = ""
    printed: str = ""

    @property
    def path(self) -> str:
        return "/".join(self.parts)

    @property
    def name(self) -> str:
        """The place from the prefecture down, as it is written: 洛阳市涧西区."""
        known = _by_name().get(self.parts[0]) if self.parts else None
        is_province = known is not None and known.name == known.province
        return "".join(self.parts[1:] if is_province and len(self.parts) > 1 else self.parts)


def _ends(key: str) -> str:
    return "|".join(map(re.escape, resources.table("places")[key]))


def stem(name: str) -> str:
    """Return a name without the word for its rank: 鞍山市 is 鞍山. One character is no name."""
    short = re.sub(rf"(?:{_ends('county_ends')}|{_ends('prefecture_ends')})$", "", name)
    short = re.sub(rf"(?:{_ends('province_ends')})$", "", short)
    return short if len(short) > 1 else name


@cache
def _by_name() -> dict[str, Division]:
    return {division.name: division for division in _divisions()}


def _divisions() -> Iterator[Division]:
    for province in resources.table("places")["province"]:
        yield Division(province["name"], province["code"], province["name"])
        for city in province.get("cities", ()):
            code, name = city.split()
            yield Division(name, code, province["name"])


@cache
def _known() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    # 中山市场 names a market, not 中山市.
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!(?<=市)场)")


@cache
def _province_short() -> dict[str, str]:
    return {entry["short"]: entry["name"] for entry in resources.table("places")["province"]}


def read_place(phrase: str, text: str = "") -> Place:
    """Read the place a phrase opens with; `text` tells the prefecture of a county named alone."""
    rest = phrase.strip()
    nation = next((n for n in resources.table("places")["nation"] if rest.startswith(n)), "")
    if nation:
        return Place((resources.table("places")["nation_name"],), "", nation)
    parts: list[str] = []
    code = ""
    while (division := _division_at(rest)) and division[0].name not in parts:
        found, length = division
        parts = [found.province] if found.name == found.province else [found.province, found.name]
        code = found.code
        rest = rest[length:].lstrip()
    county = _county_at(rest)
    if county:
        rest = rest[len(county) :]
        above = parts or _above(county, text)
        parts, code = [*above, county], ""
    return Place(tuple(parts), code, phrase.strip()[: len(phrase.strip()) - len(rest)])


def _division_at(phrase: str) -> tuple[Division, int] | None:
    """Return the known place a phrase opens with, and how many characters name it."""
    found = _known().match(phrase)
    if found:
        return _by_name()[found.group()], found.end()
    for short, full in _province_short().items():
        # 吉林 is the province where no rank follows, and 海南 is not 海南县 or 海南州.
        if phrase.startswith(short) and not re.match(
            f"{_ends('county_ends')}|{_ends('prefecture_ends')}", phrase[len(short) :]
        ):
            return _by_name()[full], len(short)
    return None


def _county_at(phrase: str) -> str:
    # 沙市区 and 津市市 are of one name, no 沙市 or 津市.
    found = re.match(
        rf"(?P<name>[^\W\d]{{1,{_LONGEST_COUNTY}}}?)(?:{_ends('county_ends')})(?!(?<=市)[区市])",
        phrase,
    )
    named = found is not None and found["name"] not in resources.table("places")["no_names"]
    return found.group() if found and named else ""


def _above(county: str, text: str) -> list[str]:
    """Return province and prefecture of a county, from how the text speaks of it."""
    mentions = _mentions(text)
    beside = Counter(name for name, end in mentions if text.startswith(county, end))
    counts = beside or Counter(name for name, _ in mentions)
    (name, count), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    fewest = 1 if beside else _FEWEST_MENTIONS
    if count < fewest or count < second * _CLEAR_LEAD:
        return []
    province = _by_name()[name].province
    return [province] if name == province else [province, name]


@lru_cache(maxsize=2)
def _mentions(text: str) -> tuple[tuple[str, int], ...]:
    """Return every prefecture a text names in full, with where the name ends.

    Kept, since each printed title asks it of the same text.
    """
    return tuple(
        (found.group(), found.end())
        for found in _known().finditer(text)
        if is_prefecture(found.group())
    )


def prefectures(text: str) -> Counter[str]:
    """Count the prefectures that a text names in full."""
    return Counter(name for name, _ in _mentions(text))


def is_prefecture(name: str) -> bool:
    """Whether a name is that of a known prefecture."""
    division = _by_name().get(name)
    return division is not None and division.name != division.province

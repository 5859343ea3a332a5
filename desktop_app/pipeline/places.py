"""Places as titles and publishers name them: province, prefecture, county, with their codes."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from desktop_app.pipeline import divisions
from desktop_app.pipeline.divisions import Division
from desktop_app.system import resources

stem = divisions.stem

_LONGEST_COUNTY = 14
# A county's prefecture is taken from the text only where the text leaves no doubt.
_FEWEST_MENTIONS, _CLEAR_LEAD = 2, 2
# A prefecture named right before the county says more than any other mention.
_BESIDE = 100
# So much of a text is looked through for the place it speaks of, where no title names one.
_LOOKED_THROUGH = 20_000
_FEWEST_SPOKEN = 3


class Place(Struct, frozen=True):
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
        is_province = (self.parts[:1]) in divisions.by_parts()
        return "".join(self.parts[1:] if is_province and len(self.parts) > 1 else self.parts)


def _words(key: str) -> str:
    return "|".join(map(re.escape, resources.table("places")[key]))


@cache
def _after() -> re.Pattern[str]:
    return re.compile(resources.table("places")["after_places"])


@cache
def _nation() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('nation')})(?={resources.table('places')['after_places']})")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:关于|{resources.table('places')['before_places']})+")


def read_place(phrase: str, text: str = "", year: int | None = None) -> Place:
    """Read the place a phrase opens with.

    `text` tells the prefecture of a county named alone; a county that stood no more in `year` is
    none.
    """
    whole = phrase.strip()
    nation = _nation().match(whole)
    if nation:
        return Place((resources.table("places")["nation_name"],), "", nation.group())
    before = _before().match(whole)
    start = before.end() if before else 0
    found, rest = _read(whole[start:], text, year)
    return Place(found.parts, found.code, whole[start : len(whole) - len(rest)])


def _read(phrase: str, text: str, year: int | None) -> tuple[Division, str]:
    """Return the place a phrase opens with, of no parts where it opens with none, and the rest."""
    place, rest = Division((), ""), phrase
    while named := _named_at(rest, place.parts):
        candidates, length = named
        place = _chosen(candidates, rest[:length], text, year)
        rest = rest[length:].lstrip()
    county = _unlisted_at(rest)
    if county and county not in place.parts:
        rest = rest[len(county) :]
        above = place.parts or _above(county, text)
        place = Division((*above, county), "")
    return place, rest


def _named_at(phrase: str, above: tuple[str, ...]) -> tuple[Sequence[Division], int] | None:
    """Return the listed places below `above` that a phrase opens with, and how long their name is.

    A name may lack the word for its rank where a word of titles follows: 珠海国民经济….
    """
    for length in range(min(len(phrase), divisions.longest_name()), 1, -1):
        candidates = _below(divisions.by_name().get(phrase[:length], ()), above)
        # 中山市场 names a market, not 中山市.
        if candidates and not (phrase[length - 1] == "市" and phrase.startswith("场", length)):
            return candidates, length
        if _after().match(phrase, length):
            candidates = _below(divisions.bare().get(phrase[:length], ()), above)
            if candidates:
                return candidates, length
    for entry in resources.table("divisions")["province"]:
        if not above and _opens_with_province(phrase, entry["short"]):
            return [divisions.by_parts()[(entry["name"],)]], len(entry["short"])
    return None


def _opens_with_province(phrase: str, short: str) -> bool:
    """Whether a province is named for short before another place: 辽宁鞍山市, not 海南县."""
    if not phrase.startswith(short):
        return False
    rest = phrase[len(short) :]
    return any(
        rest[:length] in divisions.by_name() or rest[:length] in divisions.bare()
        for length in range(2, divisions.longest_name())
    )


def _below(candidates: Sequence[Division], above: tuple[str, ...]) -> list[Division]:
    found = [each for each in candidates if set(above) < set(each.parts)]
    standing = [each for each in found if each.until is None]
    # 张家口市张家口经济开发区 is below 张家口市, and 吉林市吉林市 nowhere.
    return [*standing, *(each for each in found if each.until is not None)]


def _chosen(
    candidates: Sequence[Division], printed: str, text: str, year: int | None = None
) -> Division:
    """Return the place that is meant by a name, without parts above it where that stays open."""
    capitals = [each for each in candidates if each.holds_counties and each.until is None]
    if len(candidates) == 1 or capitals:
        return (capitals or candidates)[0]
    scores = [_spoken_for(each, printed, text) for each in candidates]
    first, second = [*sorted(scores, reverse=True), 0][:2]
    if first >= _FEWEST_MENTIONS and first >= second * _CLEAR_LEAD:
        return candidates[scores.index(first)]
    likely = _likely(candidates, printed, year)
    if len({each.parts for each in likely}) == 1:
        return likely[0]
    return Division((printed,), "")


def _likely(candidates: Sequence[Division], printed: str, year: int | None) -> Sequence[Division]:
    """Return the places of a name that stand, or stood last.

    Those of another province that stood in `year` by that very name are as likely.
    """
    standing = [each for each in candidates if each.until is None]
    last = max(each.until or 0 for each in candidates)
    kept = standing or [each for each in candidates if each.until == last]
    parents: dict[str, str] = resources.table("places")["part_of"]
    provinces = {each.parts[0] for each in kept}
    provinces |= {parents.get(province, province) for province in provinces}
    others = [
        each
        for each in candidates
        if each.until is not None
        and year is not None
        and each.until >= year
        and each.name == printed
        and each.parts[0] not in provinces
    ]
    return [*kept, *others]


def _spoken_for(place: Division, printed: str, text: str) -> int:
    """Count how a text speaks of what is above a place."""
    score = 0
    for part in place.above:
        score += _BESIDE * (_has(text, f"{part}{printed}") or _has(text, f"{stem(part)}{printed}"))
    nearest = place.above[-1]
    return score + _count(text, nearest)


@lru_cache(maxsize=4096)
def _has(text: str, words: str) -> bool:
    return words in text


@lru_cache(maxsize=4096)
def _count(text: str, words: str) -> int:
    return text.count(words)


def _unlisted_at(phrase: str) -> str:
    """Return a county or zone that is in no list, where a word of titles follows it."""
    found = re.match(
        rf"(?P<name>[^\W\d]{{1,{_LONGEST_COUNTY}}}?)(?:{_words('county_ends')})", phrase
    )
    while found is not None and not _after().match(phrase, found.end()):
        longer = re.compile(
            rf"[^\W\d]{{{found.end()},{_LONGEST_COUNTY}}}?(?:{_words('county_ends')})"
        )
        found = longer.match(phrase)
    if found is None:
        return ""
    name = re.sub(rf"(?:{_words('county_ends')})$", "", found.group())
    return "" if name in resources.table("places")["no_names"] else found.group()


def _above(county: str, text: str) -> tuple[str, ...]:
    """Return province and prefecture of an unlisted county: by its name, or as the text tells."""
    for length in range(len(county) - 1, 1, -1):
        # A zone is named after its city: 郑州高新区, 库尔勒经济技术开发区.
        named = divisions.bare().get(county[:length], ())
        if len(named) == 1:
            return named[0].parts if named[0].holds_counties else named[0].above
    mentions = _mentions(text)
    beside = Counter(name for name, end in mentions if text.startswith(county, end))
    counts = beside or Counter(name for name, _ in mentions)
    (name, count), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    fewest = 1 if beside else _FEWEST_MENTIONS
    if count < fewest or count < second * _CLEAR_LEAD:
        return ()
    return divisions.by_name()[name][0].parts


def spoken_of(text: str) -> Place:
    """Return the place that the opening of a text names far more often than any other."""
    counts = Counter(name for name, _ in _named_in(text[:_LOOKED_THROUGH]))
    (name, count), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if count < _FEWEST_SPOKEN or count < second * _CLEAR_LEAD:
        return Place()
    found = _chosen(divisions.by_name()[name], name, text)
    return Place(found.parts, found.code, name)


@lru_cache(maxsize=2)
def _named_in(text: str) -> tuple[tuple[str, int], ...]:
    """Return every listed prefecture or county a text names with its rank, and where it ends.

    Kept, since each printed title asks it of the same text.
    """
    names = divisions.by_name()
    found = []
    after = 0
    for rank in re.finditer(r"[省县区市旗州盟团](?!(?<=市)场)", text):
        for start in range(max(after, rank.end() - divisions.longest_name()), rank.end() - 1):
            name = text[start : rank.end()]
            if name in names:
                found.append((name, rank.end()))
                after = rank.end()
                break
    return tuple(found)


def _mentions(text: str) -> tuple[tuple[str, int], ...]:
    return tuple(each for each in _named_in(text) if is_prefecture(each[0]))


def prefectures(text: str) -> Counter[str]:
    """Count the prefectures that a text names in full."""
    return Counter(name for name, _ in _mentions(text))


def is_prefecture(name: str) -> bool:
    """Whether a name is that of a known prefecture."""
    named = divisions.by_name().get(name, ())
    return any(len(each.parts) == 2 and each.holds_counties for each in named)

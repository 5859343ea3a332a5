"""Which figures of one name can be set beside each other, and why the others cannot."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.pipeline import year_parts
from desktop_app.services import comparing
from desktop_app.store.library import BulletinEntry
from desktop_app.system import resources

Homed = tuple[BulletinEntry, Figure]
"""A figure with the bulletin that prints it."""


class Reason(StrEnum):
    """Why a figure of the same name is not set beside the one compared."""

    SPAN = "span"
    SCOPE = "scope"
    BASE = "base"
    UNIT = "unit"


class LeftOut(Struct, frozen=True):
    """So many figures of the same name are left out; `words` are what they are of, as printed.

    A span of the whole year, and a base by convention, are an empty word.
    """

    reason: Reason
    count: int
    words: tuple[str, ...] = ()


def sorted_out(
    figure: Figure, home: BulletinEntry, named: Iterable[Homed]
) -> Mapping[Reason | None, list[Homed]]:
    """Return figures by why they cannot be set beside `figure`; None for those that can."""
    found: dict[Reason | None, list[Homed]] = defaultdict(list)
    span, base = time_of(figure, home)[1], _base(figure)
    for entry, one in named:
        reason = None
        if time_of(one, entry)[1] != span:
            reason = Reason.SPAN
        elif one.scope != figure.scope:
            reason = Reason.SCOPE
        elif _base(one) != base:
            reason = Reason.BASE
        found[reason].append((entry, one))
    return found


def left_out(sorted_out: Mapping[Reason | None, list[Homed]], others: int) -> Iterator[LeftOut]:
    """Yield what is left out by its reason, the most frequent words of each first."""
    for reason in (Reason.SPAN, Reason.SCOPE, Reason.BASE):
        pairs = sorted_out.get(reason, [])
        words = Counter(_words(reason, entry, one) for entry, one in pairs)
        if pairs:
            yield LeftOut(reason, len(pairs), tuple(word for word, _ in words.most_common()))
    if others:
        yield LeftOut(Reason.UNIT, others)


def _words(reason: Reason, entry: BulletinEntry, figure: Figure) -> str:
    if reason is Reason.SPAN:
        return time_of(figure, entry)[1]
    return figure.scope if reason is Reason.SCOPE else figure.compared_with


def _base(figure: Figure) -> tuple[str, str]:
    """Return what a bare growth is measured against, and in which unit; a value has no base."""
    if figure.kind is not Kind.CHANGE_RATE:
        return "", ""
    last_year = comparing.compared_with_last_year(figure)
    return "" if last_year else figure.compared_with, figure.change_unit


def time_of(figure: Figure, entry: BulletinEntry) -> tuple[int | None, str]:
    """Return the year a figure is of, and which part of it: empty for the whole or its end.

    A stretch of several years is of none. A bulletin of a part of a year has nothing yet to say
    of all of it: what is of no other time is of that part.
    """
    if comparing.is_stretch(figure.period):
        return None, figure.period
    year, part = year_parts.split(figure.period)
    year = entry.info.year if year is None else year
    return year, part or (year_parts.of_title(entry.info.title) if year == entry.info.year else "")


def place_of(figure: Figure, entry: BulletinEntry) -> str:
    """Return the path of the place a figure is about: a region of the bulletin's, or above it."""
    # Bulletins that name no place are not of one place.
    path, region = entry.info.place or entry.info.title, figure.region
    if not region or region in resources.table("comparison")["series"]["nations"]:
        return region or path
    parts = path.split("/")
    if region in parts:
        return "/".join(parts[: parts.index(region) + 1])
    return _path_of(region, path)


def _path_of(region: str, path: str) -> str:
    """Return the path of a place that a bulletin names: inside its own, or the only one so named.

    A city's bulletin compares with other cities, which are none of its parts.
    """
    # Read only where a bulletin names such a place: the list of all is long.
    from desktop_app.pipeline import divisions

    known = ["/".join(one.parts) for one in divisions.by_name().get(region, ())]
    inside = [one for one in known if one.startswith(f"{path}/")]
    if inside or len(known) == 1:
        return (inside or known)[0]
    return region if known else f"{path}/{region}"

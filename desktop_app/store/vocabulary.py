"""What a library can be asked for: the values of filters, and the names of its indicators."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from desktop_app.domain.search import IndicatorMatch, NamedBy, Query, Term
from desktop_app.store.query.names import groups
from desktop_app.store.texts import Name, Texts
from desktop_app.store.wants import Asked, asked_by
from desktop_app.system import resources

NEWEST = 200
"""Chapters, units and kinds are those of so many bulletins that came in last."""
_LONGEST_TITLE = 24
"""Longer titles are sentences that items begin with."""
_LOOKED_AT = 200
"""So many names are looked at, and so many that begin with what was typed."""
_AFTER_ALL = "\U0010ffff"

_FIRST = "SELECT max(id) - ? FROM bulletin"
_YEARS = "SELECT year, count(*) FROM bulletin WHERE year > 0 GROUP BY year ORDER BY year DESC"
_PLACES = "SELECT place, count(*) FROM bulletin GROUP BY place ORDER BY min(id)"
_CHAPTERS = """
    SELECT s.title, count(*),
           max(CASE WHEN p.kind = 'heading' AND p.section_id = p.chapter_id
                    THEN p.sounds ELSE '' END)
      FROM passage AS p
      JOIN section AS s ON s.bulletin_id = p.bulletin_id AND s.id = p.chapter_id
     WHERE p.bulletin_id > ?
     GROUP BY s.title ORDER BY count(DISTINCT p.bulletin_id) DESC, min(s.id)
"""
_SECTIONS = """
    SELECT s.title, count(*)
      FROM passage AS p
      JOIN section AS s ON s.bulletin_id = p.bulletin_id AND s.id = p.section_id
     WHERE p.bulletin_id > ? AND s.level > 1 AND length(s.title) <= ?
     GROUP BY s.title ORDER BY count(DISTINCT p.bulletin_id) DESC, min(s.id)
"""
_UNITS = """
    SELECT unit, count(*) FROM figure WHERE bulletin_id > ? AND unit <> ''
     GROUP BY unit ORDER BY count(*) DESC, unit
"""
_KINDS = "SELECT kind, count(*) FROM passage WHERE bulletin_id > ? GROUP BY kind"
_BEGINNING = """
    SELECT id, name, figures FROM indicator WHERE folded >= ? AND folded < ? LIMIT ?
"""


class Entry(Struct, frozen=True):
    """A value that a filter can have, and how often there is something that has it.

    `said` is its pinyin as `sounds` gives it, where that is known.
    """

    text: str
    count: int | None = None
    said: str = ""


class Vocabulary(Struct, frozen=True):
    """The values of each filter, in the order they are offered in."""

    years: tuple[Entry, ...] = ()
    places: tuple[Entry, ...] = ()
    chapters: tuple[Entry, ...] = ()
    sections: tuple[Entry, ...] = ()
    units: tuple[Entry, ...] = ()
    kinds: tuple[Entry, ...] = ()


def read(connection: sqlite3.Connection) -> Vocabulary:
    """Return what filters can ask for."""
    (first,) = connection.execute(_FIRST, (NEWEST,)).fetchone()
    if first is None:
        return Vocabulary()

    def entries(sql: str, *given: int) -> tuple[Entry, ...]:
        return tuple(Entry(str(text), *rest) for text, *rest in connection.execute(sql, given))

    return Vocabulary(
        years=entries(_YEARS),
        places=tuple(levels(connection.execute(_PLACES))),
        chapters=entries(_CHAPTERS, first),
        sections=entries(_SECTIONS, first, _LONGEST_TITLE),
        units=entries(_UNITS, first),
        kinds=entries(_KINDS, first),
    )


def levels(places: Iterable[tuple[str, int]]) -> Iterator[Entry]:
    """Yield every province, city and county of the paths, those with the most bulletins first."""
    counts: Counter[str] = Counter()
    for path, count in places:
        for name in filter(None, path.split("/")):
            counts[name] += count
    return (Entry(name, count) for name, count in counts.most_common())


def names(connection: sqlite3.Connection, texts: Texts, typed: str) -> tuple[IndicatorMatch, ...]:
    """Return the indicators that begin with what was typed, then those that hold or sound like it.

    Of an abbreviation it is the full name: 社零 begins 社会消费品零售总额 too.
    """
    folded = resources.folding().fold(typed.strip())
    if not folded:
        return ()
    asked = asked_by(Query(typed, (Term(folded),)))
    begun = connection.execute(_BEGINNING, (folded, folded + _AFTER_ALL, _LOOKED_AT))
    beginning = [Name(number, name, count, NamedBy.PART) for number, name, count in begun]
    known = texts.exact_names(Asked((), names=_full_names(folded)))
    found = [*known, *_sorted(beginning), *_sorted(islice(texts.names(asked), _LOOKED_AT))]
    matches: dict[str, IndicatorMatch] = {}
    for name in found:
        matches.setdefault(name.name, IndicatorMatch(name.name, name.figures, name.by))
    return tuple(matches.values())


def _sorted(found: Iterable[Name]) -> list[Name]:
    by_sound = NamedBy.SOUND
    return sorted(found, key=lambda one: (one.by is by_sound, -one.figures, len(one.name), one.id))


def _full_names(folded: str) -> tuple[str, ...]:
    """Return the names, folded, of indicators of which one name begins with what was typed."""
    if len(folded) == 1:
        return (folded,)
    fold = resources.folding().fold
    return tuple(
        fold(name)
        for group in groups()
        if any(fold(name).startswith(folded) for name in group)
        for name in group
    )

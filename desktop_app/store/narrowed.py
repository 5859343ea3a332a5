"""The values that filters can have where other filters hold, with what is there of each."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from desktop_app.domain.search import Filter
from desktop_app.store.filters import FigureRow, Filters
from desktop_app.store.sifting import accepted
from desktop_app.store.vocabulary import NEWEST, Entry, Vocabulary, levels

_MOST_PASSAGES = 100_000
_IN = "IN (SELECT value FROM json_each(:places))"
# All put together from what stands here, nothing from outside.
_HOW_MANY = f"""
    SELECT 1 FROM bulletin AS b
     WHERE (SELECT min(place) FROM passage WHERE bulletin_id = b.id) BETWEEN ? AND ?
     LIMIT {NEWEST + 1}
"""  # noqa: S608
_YEARS = f"""
    SELECT b.year, count(DISTINCT b.id)
      FROM passage AS p JOIN bulletin AS b ON b.id = p.bulletin_id
     WHERE p.place {_IN} GROUP BY b.year
"""  # noqa: S608
_PLACES = f"""
    SELECT b.place, count(DISTINCT b.id)
      FROM passage AS p JOIN bulletin AS b ON b.id = p.bulletin_id
     WHERE p.place {_IN} GROUP BY b.place
"""  # noqa: S608
_TITLES = f"""
    SELECT s.title, count(*)
      FROM passage AS p
      JOIN section AS s ON s.bulletin_id = p.bulletin_id AND s.id = p.%s
     WHERE p.place {_IN} GROUP BY s.title
"""  # noqa: S608
_KINDS = f"SELECT kind, count(*) FROM passage WHERE place {_IN} GROUP BY kind"  # noqa: S608
_FIGURES = f"""
    SELECT {", ".join(f"f.{field}" for field in FigureRow._fields)}
      FROM passage AS p
      JOIN figure AS f ON f.bulletin_id = p.bulletin_id
                      AND f.id BETWEEN p.first_figure AND p.last_figure
     WHERE p.place {_IN}
"""  # noqa: S608


def narrowed(
    connection: sqlite3.Connection, whole: Vocabulary, wanted: Sequence[Filter]
) -> Vocabulary:
    """Return the values in `whole` that are left where `wanted` hold, with how often.

    Where that would take too long to count, every value is left, without a count.
    """
    filters = Filters(connection, wanted)
    stretches = filters.stretches()
    bulletins = sum(len(connection.execute(_HOW_MANY, one).fetchall()) for one in stretches)
    if bulletins > NEWEST:
        return _uncounted(whole)
    found = (
        place for low, high in stretches for place in accepted(connection, filters, low, high)
    )
    places = list(islice(found, _MOST_PASSAGES + 1))
    if len(places) > _MOST_PASSAGES:
        return _uncounted(whole)
    given = {"places": json.dumps(places)}

    def counted(sql: str) -> dict[str, int]:
        return {str(text): count for text, count in connection.execute(sql, given)}

    of_places = {one.text: one.count or 0 for one in levels(connection.execute(_PLACES, given))}
    return Vocabulary(
        years=_left(whole.years, counted(_YEARS)),
        places=_left(whole.places, of_places),
        chapters=_left(whole.chapters, counted(_TITLES % "chapter_id")),
        sections=_left(whole.sections, counted(_TITLES % "section_id")),
        units=_left(whole.units, _units(connection, filters, given)),
        kinds=_left(whole.kinds, counted(_KINDS)),
    )


def _units(
    connection: sqlite3.Connection, filters: Filters, given: dict[str, str]
) -> dict[str, int]:
    """Return how many figures have each unit: those that are wanted themselves."""
    figures: Iterator[FigureRow] = map(FigureRow._make, connection.execute(_FIGURES, given))
    return Counter(figure.unit for figure in figures if filters.is_wanted(figure))


def _left(entries: Iterable[Entry], counts: dict[str, int]) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, count=counts[entry.text]) for entry in entries if counts.get(entry.text)
    )


def _uncounted(whole: Vocabulary) -> Vocabulary:
    def bare(entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(replace(entry, count=None) for entry in entries)

    return Vocabulary(
        years=bare(whole.years),
        places=bare(whole.places),
        chapters=bare(whole.chapters),
        sections=bare(whole.sections),
        units=bare(whole.units),
        kinds=bare(whole.kinds),
    )

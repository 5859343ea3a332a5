"""Tells how a library is searched for a query, for those who wonder why it takes its time."""

import sqlite3

from desktop_app.domain.search import Query, SearchPlan
from desktop_app.store import fulltext, lookup, sifting
from desktop_app.store.canonical import readable
from desktop_app.store.filters import Filters
from desktop_app.store.search import BY_VALUE
from desktop_app.store.texts import FIRST_PLACE, LAST_PLACE
from desktop_app.store.wants import asked_by

_NUMBERS = "figure_number"
"""The index of the values of figures."""


def plan(connection: sqlite3.Connection, query: Query) -> SearchPlan:
    """Return how `query` is searched for.

    A word that is a number with a unit is asked for first, as text and as a value; then what may
    answer is read for the rest. Filters alone walk through all passages, unless they want a value
    that is rare.
    """
    (passages,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    asked = asked_by(query)
    if not fulltext.is_current(connection):
        return SearchPlan(passages)
    if not asked.groups:
        steps = sifting.plan(
            connection, Filters(connection, query.filters), FIRST_PLACE, LAST_PLACE
        )
        looked_up = any(_NUMBERS in step for step in steps)
        return SearchPlan(passages, looked_up, _NUMBERS if looked_up else "", tuple(steps))
    valued = next((group for group in asked.groups if group.value is not None), None)
    groups, unwanted = ((valued,), ()) if valued else (asked.groups, asked.unwanted)
    steps = lookup.plan(connection, groups, unwanted)
    if valued:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {BY_VALUE}", (0, 0)).fetchall()
        steps += [row[3] for row in rows]
    match = readable(lookup.expression(groups, unwanted))
    return SearchPlan(passages, True, match, tuple(steps))

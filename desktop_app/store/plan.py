"""Tells how a library is searched for a query, for those who wonder why it takes its time."""

import sqlite3

from desktop_app.domain.search import Query, SearchPlan
from desktop_app.store import fulltext
from desktop_app.store.canonical import readable
from desktop_app.store.search import BY_VALUE
from desktop_app.store.wants import asked_by


def plan(connection: sqlite3.Connection, query: Query) -> SearchPlan:
    """Return how `query` is searched for.

    A word that is a number with a unit is asked for first, as text and as a value; then what may
    answer is read for the rest. Filters alone read all passages of the bulletins they let through.
    """
    (passages,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    asked = asked_by(query)
    if not fulltext.exists(connection) or not asked.groups:
        return SearchPlan(passages)
    valued = next((group for group in asked.groups if group.value is not None), None)
    groups, unwanted = ((valued,), ()) if valued else (asked.groups, asked.unwanted)
    steps = fulltext.plan(connection, groups, unwanted)
    if valued:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {BY_VALUE}", (0, 0)).fetchall()
        steps += [row[3] for row in rows]
    match = readable(fulltext.expression(groups, unwanted))
    return SearchPlan(passages, True, match, tuple(steps))

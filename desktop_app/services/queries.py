"""The queries a user asked and those he saved, in his own database.

Every change returns all that is kept afterwards, so that whoever shows it shows the newest.
"""

from msgspec import Struct

from desktop_app.store.userdata import UserData

RECENT = 20
"""So many of the queries asked last are offered."""


class KeptQueries(Struct, frozen=True):
    """`recent`: asked last, the newest first; `saved`: in the order of saving."""

    recent: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()


def kept(user: UserData) -> KeptQueries:
    """Return all queries that are offered."""
    return KeptQueries(user.recent_searches(RECENT), user.saved_searches())


def remember(user: UserData, text: str) -> KeptQueries:
    """Keep a query that led to a result."""
    user.remember_search(text)
    return kept(user)


def forget(user: UserData, text: str) -> KeptQueries:
    """Take a query out of those asked last."""
    user.forget_search(text)
    return kept(user)


def forget_all(user: UserData) -> KeptQueries:
    """Take out all queries asked; saved ones stay."""
    user.forget_all_searches()
    return kept(user)


def save(user: UserData, text: str) -> KeptQueries:
    """Save a query."""
    user.save_search(text)
    return kept(user)


def delete(user: UserData, text: str) -> KeptQueries:
    """Take a query out of those saved."""
    user.delete_saved_search(text)
    return kept(user)

"""How long work tells how far it is, and is told to stop."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is to do; it may raise Cancelled."""


class Cancelled(Exception):  # noqa: N818  # it is no error: the user asked for it
    """The user does not want what is being made any more."""


def unwatched(done: int, total: int) -> None:
    """Let nobody know."""
    del done, total

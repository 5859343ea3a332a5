"""Where the reader left each bulletin, in the user's own database."""

from pathlib import Path

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.store.userdata import UserData
from desktop_app.system import paths


def open_user_data(path: Path | None = None) -> UserData:
    """Open the user's own database, by default in its own place.

    Raises:
        DataError: the file is damaged, locked, not ours or from a newer version.
    """
    return UserData(path or paths.user_library())


def forgetful_user_data() -> UserData:
    """Return a database that nothing outlives, for a file that is only looked at."""
    return UserData(None)


def left_at(user: UserData, bulletin: Bulletin) -> int:
    """Return the reading offset where `bulletin` was left; 0 where it was never open."""
    place = user.place(bulletin.key)
    return bulletin.text.map.to_reading(place.source_offset) if place else 0


def remember(user: UserData, bulletin: Bulletin, read_offset: int, script: Script) -> None:
    """Keep the reading offset of `bulletin`, as a place in its source."""
    source_offset, _ = bulletin.text.map.to_source(read_offset, read_offset)
    user.remember_place(bulletin.key, source_offset, script)

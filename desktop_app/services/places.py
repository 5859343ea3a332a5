"""Where the reader left each bulletin, in the user's own database."""

from itertools import count
from pathlib import Path

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.messages import Message
from desktop_app.store.userdata import UserData
from desktop_app.system import paths

NOT_KEPT = "user_data_not_kept"
"""The notice where nothing can be written; a command says it only when it has to write."""

_UNUSABLE = ("user_data_damaged", "user_data_foreign")
# What SQLite keeps beside a database, and which belongs to it.
_COMPANIONS = ("", "-journal", "-wal", "-shm")


def open_user_data(path: Path | None = None) -> UserData:
    """Open the user's own database, by default in its own place.

    One that is damaged, or none of ours, is kept aside under another name, and a new one takes its
    place with the bookmarks that could still be read; where it cannot be renamed, the new one
    lives in memory, as it does where nothing can be written. `notice` of what is returned says
    so.

    Raises:
        DataError: the file is locked or from a newer version.
    """
    where = path or paths.user_library()
    try:
        opened = UserData(where)
    except DataError as error:
        if error.message.id not in _UNUSABLE:
            raise
        return _opened_anew(where, error)
    if not opened.saving:
        opened.notice = Message(NOT_KEPT, {"path": str(where)})
    return opened


def _opened_anew(where: Path, error: DataError) -> UserData:
    """Open new user data where those that lie there cannot be used for the reason `error`."""
    from desktop_app.store import bookmarks

    rescued = bookmarks.readable(where)
    try:
        aside = _put_aside(where)
    except OSError:
        user, notice = UserData(None), error.message
    else:
        user = UserData(where)
        notice = Message("user_data_put_aside", {"path": str(where), "aside": str(aside)})
    user.change_bookmarks(rescued)
    user.notice = notice
    return user


def _put_aside(path: Path) -> Path:
    """Rename a database, with what belongs to it, to a name that is free, and return that.

    Raises:
        OSError: the folder allows no renaming.
    """
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    for companion in _COMPANIONS:
        part = path.with_name(f"{path.name}{companion}")
        if part.exists():
            part.rename(aside.with_name(f"{aside.name}{companion}"))
    return aside


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

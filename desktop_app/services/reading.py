"""Which bulletin to open, and what the reader's own words for it are."""

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.errors import DataError
from desktop_app.services import scripts
from desktop_app.store.library import BulletinEntry, Library

__all__ = ["BulletinEntry", "OpenBulletin"]


class OpenBulletin(Struct, frozen=True, dict=True):
    """A bulletin with its id in the library it was read from."""

    id: int
    bulletin: Bulletin


def open_bulletin(library: Library, key: str = "") -> OpenBulletin:
    """Return the bulletin `key`, or the library's first where it holds no such one.

    Raises:
        DataError: the library is empty or damaged.
    """
    entries = library.bulletins()
    if not entries:
        raise DataError("library_without_bulletins", path=str(library.path))
    entry = next((entry for entry in entries if entry.key == key), entries[0])
    return OpenBulletin(entry.id, library.bulletin(entry.id))


def open_by_id(library: Library, bulletin_id: int) -> OpenBulletin:
    """Return the bulletin with this id.

    Raises:
        DataError: the library is damaged.
    """
    return OpenBulletin(bulletin_id, library.bulletin(bulletin_id))


def listed(library: Library, near: str, most: int) -> tuple[tuple[BulletinEntry, ...], int]:
    """Return up to `most` bulletins, those of the place of `near` (a key) first.

    Places are in the order of their codes (GB/T 2260).
    The newest of a place come first. The number is of those that are left out.

    Raises:
        DataError: the library is damaged.
    """
    entries = library.bulletins()
    place = next((entry.info.place for entry in entries if entry.key == near), "")
    ordered = sorted(
        entries,
        key=lambda entry: (
            entry.info.place != place,
            entry.info.place_code or entry.info.place,
            -(entry.info.year or 0),
            entry.id,
        ),
    )
    return tuple(ordered[:most]), max(len(ordered) - most, 0)


def short_name(bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return place and year for a narrow line: `铁东区 2022`; the title where neither is known."""
    info = bulletin.info
    place = info.place.rsplit("/", 1)[-1]
    parts = [scripts.named(place, bulletin, script), str(info.year or "")]
    return " ".join(part for part in parts if part) or scripts.named(info.title, bulletin, script)

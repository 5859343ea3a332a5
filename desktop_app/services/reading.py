"""Which bulletin to open, and what the reader's own words for it are."""

from dataclasses import dataclass

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.store.library import Library


@dataclass(frozen=True)
class OpenBulletin:
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


def short_name(bulletin: Bulletin) -> str:
    """Return place and year for a narrow line: `铁东区 2022`; the title where neither is known."""
    info = bulletin.info
    place = info.place.rsplit("/", 1)[-1]
    parts = [place, str(info.year or "")]
    return " ".join(part for part in parts if part) or info.title

"""Whether the program can do its work on this machine: what IT runs after installing it."""

import importlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, PassageKind
from desktop_app.domain.errors import DataError
from desktop_app.domain.messages import Message
from desktop_app.services import searching
from desktop_app.services.library import open_library
from desktop_app.store.library import Library
from desktop_app.system import resources

_SAMPLE = 6
"""How many characters of a passage are searched for."""


class Check(Struct, frozen=True):
    """One thing that was tried, and whether it went well."""

    passed: bool
    message: Message


def modules() -> Iterator[Check]:
    """Import what is imported late, of which a library of the system or a file may be missing."""
    names = resources.table("components")["imported_late"]
    broken = []
    for name in names:
        try:
            importlib.import_module(name)
        except (ImportError, OSError) as error:
            broken.append(name)
            yield Check(False, Message("check_part_broken", {"part": name, "what": str(error)}))
    if not broken:
        yield Check(True, Message("check_parts", {"parts": len(names)}))


def check(path: Path | None) -> Iterator[Check]:
    """Check the library at `path` (None: the program's own), one thing after the other."""
    try:
        with open_library(path) as library:
            yield Check(True, Message("check_opened", {"path": str(library.path)}))
            yield _whole(library)
            yield _counted(library)
            for entry in library.bulletins():
                bulletin = library.bulletin(entry.id)
                yield _placed(bulletin)
                yield from _searched(library, entry.id, bulletin)
    except DataError as error:
        yield Check(False, error.message)


def _whole(library: Library) -> Check:
    damage = library.damage()
    if damage:
        return Check(False, Message("check_damaged", {"what": damage[0]}))
    return Check(True, Message("check_whole"))


def _counted(library: Library) -> Check:
    bulletins = [library.bulletin(entry.id) for entry in library.bulletins()]
    counts: dict[str, str | int] = {
        "bulletins": len(bulletins),
        "chapters": sum(len(bulletin.chapters) for bulletin in bulletins),
        "passages": sum(len(bulletin.passages) for bulletin in bulletins),
        "figures": sum(len(bulletin.figures) for bulletin in bulletins),
    }
    return Check(bool(bulletins), Message("check_counts", counts))


def _placed(bulletin: Bulletin) -> Check:
    """Check that every figure leads to its ink."""
    astray = sum(
        bulletin.text.source[figure.start : figure.end] != figure.printed
        for figure in bulletin.figures
    )
    values: dict[str, str | int] = {
        "title": bulletin.info.title,
        "figures": len(bulletin.figures),
        "astray": astray,
    }
    return Check(not astray, Message("check_astray" if astray else "check_placed", values))


def _searched(library: Library, bulletin_id: int, bulletin: Bulletin) -> Iterator[Check]:
    """Check that a search for the beginning of a paragraph finds that paragraph."""
    passage = next((p for p in bulletin.passages if p.kind is PassageKind.BODY), None)
    if passage is None:
        return
    start = passage.read_start
    sample = bulletin.text.hans[start : min(start + _SAMPLE, passage.read_end)]
    found = searching.find(library, f'"{sample}"', limit=1_000_000)
    passed = any(
        (hit.bulletin_id, hit.start) == (bulletin_id, passage.start) for hit in found.hits
    )
    values: dict[str, str | int] = {"text": sample, "total": found.total}
    yield Check(passed, Message("check_found" if passed else "check_not_found", values))

"""Bookmarks and notes: made from what is read, kept in the user's own file, found again."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bookmark import Bookmark, PlacedBookmark, Shelf, Whereabouts
from desktop_app.domain.bulletin import Bulletin, Figure, Passage, Script, Section
from desktop_app.domain.messages import Message
from desktop_app.services import refinding, scripts
from desktop_app.services.reading import OpenBulletin
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData

Span = tuple[int, int]


class Kept(Struct, frozen=True):
    """What the user's own file holds; `saving` says whether it can be written to.

    `notice` is what the user should hear of how it was opened.
    """

    bookmarks: tuple[Bookmark, ...]
    saving: bool
    notice: Message | None


def load(user: UserData) -> Kept:
    """Return all bookmarks of the user's own file."""
    notice, user.notice = user.notice, None
    return Kept(user.bookmarks(), user.saving, notice)


def save(user: UserData, kept: Sequence[Bookmark], deleted: Sequence[str]) -> None:
    """Keep and delete bookmarks in the user's own file, all of them or none.

    Raises:
        DataError: the file is locked, or cannot be written to.
    """
    user.change_bookmarks(kept, deleted)


def sync(user: UserData, kept: Sequence[Bookmark], deleted: Sequence[str]) -> Kept:
    """Save changes and return what the file holds then.

    A new one at a place that has one already (made while the file could not be read, or in
    another window) becomes that one, and leaves it its note.

    Raises:
        DataError: the file is locked, or cannot be written to.
    """
    if kept or deleted:
        known = {one.id: one for one in user.bookmarks() if one.id not in deleted}
        by_place = {_place(one): one for one in known.values()}
        twins = (by_place.get(_place(one)) if one.id not in known else None for one in kept)
        settled = [
            one if twin is None else _with_both_notes(twin, one)
            for one, twin in zip(kept, twins, strict=True)
        ]
        save(user, settled, deleted)
    return load(user)


# -- what can be marked


def mark(bulletin: Bulletin, span: Span, indicator: str = "") -> Bookmark:
    """Return a new bookmark of a stretch of the reading text, which is not empty."""
    start, end = span
    text = bulletin.text.hans
    source_start, source_end = bulletin.text.map.to_source(start, end)
    now = moment()
    return Bookmark(
        id=os.urandom(16).hex(),
        document_key=bulletin.key,
        source_start=source_start,
        source_end=source_end,
        quote=text[start:end],
        sha256=bulletin.info.sha256,
        title=bulletin.info.title,
        chapter=chapter_at(bulletin, start, Script.HANS),
        before=text[max(start - refinding.CONTEXT, 0) : start],
        after=text[end : end + refinding.CONTEXT],
        indicator=indicator,
        created=now,
        changed=now,
    )


def mark_figure(bulletin: Bulletin, figure: Figure) -> Bookmark:
    """Return a new bookmark of a figure: its number and unit, and its name."""
    return mark(bulletin, (figure.read_start, figure.read_end), figure.indicator)


def passage_at(bulletin: Bulletin, read_offset: int) -> Span | None:
    """Return the paragraph that holds an offset of the reading text, or else the next one."""
    found = next((p for p in bulletin.passages if p.read_end > read_offset), None)
    if found is None and bulletin.passages:
        found = bulletin.passages[-1]
    return _worded(bulletin, found) if found is not None else None


def _worded(bulletin: Bulletin, passage: Passage) -> Span | None:
    """Return a paragraph without the blanks round it."""
    return trimmed(bulletin, (passage.read_start, passage.read_end))


def trimmed(bulletin: Bulletin, span: Span) -> Span | None:
    """Return a stretch of the reading text without blanks round it; None where nothing is left."""
    text = bulletin.text.hans[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    end = span[1] - (len(text) - len(text.rstrip()))
    return (start, end) if start < end else None


def noted(bookmark: Bookmark, note: str) -> Bookmark:
    """Return a bookmark with another note."""
    return replace(bookmark, note=note.strip(), changed=moment())


def moment() -> str:
    """Return now, as a bookmark tells it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


# -- where they are


def homes(library: Library, bookmarks: Iterable[Bookmark]) -> dict[str, int]:
    """Return the ids of the bulletins that bookmarks are of, by the ids of the bookmarks.

    A bulletin has the key of the bookmark; where none has, it is made of the same file and has the
    same title. Bookmarks of a bulletin that is not there are left out.
    """
    entries = library.bulletins()
    by_key = {entry.key: entry.id for entry in entries}
    by_file = {(e.info.sha256, e.info.title): e.id for e in entries if e.info.sha256}
    found: dict[str, int] = {}
    for bookmark in bookmarks:
        home = by_key.get(bookmark.document_key)
        home = by_file.get((bookmark.sha256, bookmark.title)) if home is None else home
        if home is not None:
            found[bookmark.id] = home
    return found


def placed(
    bookmarks: Iterable[Bookmark],
    homes: Mapping[str, int],
    opened: OpenBulletin | None,
    script: Script,
) -> tuple[PlacedBookmark, ...]:
    """Return where bookmarks are, those of the open bulletin first, each group in text order."""
    all_of_them = (_placed(one, homes.get(one.id), opened, script) for one in bookmarks)
    return tuple(sorted(all_of_them, key=_order))


def _placed(
    bookmark: Bookmark, home: int | None, opened: OpenBulletin | None, script: Script
) -> PlacedBookmark:
    if opened is None or home != opened.id:
        where = Whereabouts.GONE if home is None else Whereabouts.ELSEWHERE
        return _described(bookmark, where, home, script)
    bulletin = opened.bulletin
    span = refinding.find(bookmark, bulletin)
    if span is None:
        return _described(bookmark, Whereabouts.LOST, home, script)
    heading = chapter_at(bulletin, span[0], script)
    quote = bulletin.text.of(script, *span)
    return PlacedBookmark(bookmark, Whereabouts.HERE, heading, quote, home, span)


def _described(
    bookmark: Bookmark, where: Whereabouts, home: int | None, script: Script
) -> PlacedBookmark:
    """Return a bookmark as it describes itself."""
    chapter, quote = (scripts.shown(text, script) for text in (bookmark.chapter, bookmark.quote))
    return PlacedBookmark(bookmark, where, chapter, quote, home)


def _order(one: PlacedBookmark) -> tuple[bool, bool, str, str, int, int, str]:
    mark = one.bookmark
    is_open = one.whereabouts in (Whereabouts.HERE, Whereabouts.LOST)
    at = one.span[0] if one.span is not None else mark.source_start
    gone = one.whereabouts is Whereabouts.GONE
    # What the text has no place for stands behind what it has one for.
    lost = int(one.whereabouts is Whereabouts.LOST)
    return not is_open, gone, mark.title, mark.document_key, lost, at, mark.id


def shelf(
    library: Library, bookmarks: Sequence[Bookmark], opened: OpenBulletin | None, script: Script
) -> Shelf:
    """Return bookmarks as a list shows them.

    Raises:
        DataError: the library is damaged.
    """
    open_id = opened.id if opened is not None else None
    return Shelf(placed(bookmarks, homes(library, bookmarks), opened, script), open_id)


def chapter_at(bulletin: Bulletin, read_offset: int, script: Script) -> str:
    """Return the heading of the chapter that holds an offset; empty before the first one."""
    here: Section | None = None
    for chapter in bulletin.chapters:
        if chapter.title_read_start <= read_offset:
            here = chapter
    if here is None:
        return ""
    shown = Script.HANS if script is Script.SOURCE else script
    return bulletin.text.of(shown, here.title_read_start, here.title_read_end)


# -- taking in those of another file


def merged(known: Iterable[Bookmark], taken_in: Iterable[Bookmark]) -> tuple[Bookmark, ...]:
    """Return what changes where bookmarks are taken in: new ones, and known ones with other notes.

    Of two with one id the one changed last holds. Two of one place are one, and both notes stay.
    """
    by_id = {one.id: one for one in known}
    by_place = {_place(one): one for one in by_id.values()}
    changed: dict[str, Bookmark] = {}
    for one in taken_in:
        same = by_id.get(one.id)
        twin = by_place.get(_place(one)) if same is None else None
        if same is not None:
            result = one if one.changed > same.changed else same
        elif twin is not None:
            result = _with_both_notes(twin, one)
        else:
            result = one
        before = by_id.get(result.id)
        by_id[result.id] = by_place[_place(result)] = result
        if result != before:
            changed[result.id] = result
    return tuple(changed.values())


def _place(one: Bookmark) -> tuple[str, int, int, str]:
    return one.document_key, one.source_start, one.source_end, one.quote


def _with_both_notes(known: Bookmark, other: Bookmark) -> Bookmark:
    if not other.note or other.note == known.note or other.note in known.note.splitlines():
        return known
    note = "\n".join(part for part in (known.note, other.note) if part)
    return replace(known, note=note, changed=moment())

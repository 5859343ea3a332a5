"""The notes of a bulletin that places of its text cite, and where both stand."""

import re
from typing import TYPE_CHECKING

from desktop_app.domain.bulletin import Bulletin, PassageKind

if TYPE_CHECKING:
    from desktop_app.domain.outline import Note

# What may cite a note. Most bulletins have none of it, and are not read again for nothing.
_MAY_CITE = r"[①-⑳¹²³⁴⁵⁶⁷⁸⁹]|[\[［〔]\d{1,2}[\]］〕]|注\s*\d"

_TELLING = 6


def cited(bulletin: Bulletin) -> "tuple[Note, ...]":
    """Return the notes that are cited, in the text's order."""
    passages, text = bulletin.passages, bulletin.text.hans
    if not any(passage.kind is PassageKind.NOTE for passage in passages):
        return ()
    if not re.search(_MAY_CITE, text[passages[0].read_start : passages[-1].read_end]):
        return ()
    # Reading the outline knows how notes are written; the window starts without it.
    from desktop_app.pipeline.outline import notes
    from desktop_app.pipeline.outline.lines import Line

    lines = [
        Line(at, p.read_start, p.read_end, words, "\t" in words)
        for at, p in enumerate(passages)
        for words in (text[p.read_start : p.read_end],)
    ]
    places = [index for index, passage in enumerate(passages) if passage.kind is PassageKind.NOTE]
    titles = [(p.read_start, p.read_end) for p in passages if p.kind is PassageKind.TITLE]
    return tuple(note for note in notes.read_notes(lines, places, titles) if note.cited)


def own_mark(bulletin: Bulletin, note: "Note") -> tuple[int, int]:
    """Return the stretch of the reading text with the mark that a note opens with."""
    printed = bulletin.text.hans[note.read_start : note.read_end]
    # A note that goes on in further lines is joined in `text`, and ends elsewhere as printed.
    opening = printed.find(note.text[:_TELLING])
    return note.read_start, note.read_start + len(printed[: max(opening, 0)].rstrip())

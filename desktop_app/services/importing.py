"""A file is read and understood, with what its editor decided; nothing is stored here."""

import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from desktop_app.domain.bulletin import (
    Bulletin,
    BulletinInfo,
    Figure,
    Finding,
    Receipt,
    Repair,
    Section,
)
from desktop_app.domain.editorial import Decision, EditorialNotes
from desktop_app.domain.errors import DataError
from desktop_app.pipeline import sources
from desktop_app.pipeline.understanding import EDITORIAL_FIELDS, understand

NOTES_NAME = "bulletin.toml"
_SOURCE_STEM = "source"
_DECISION_FIELDS = ("source", "reads", "why")
_READING_TEXT_ONLY = (
    *("read_start", "read_end", "title_read_start", "title_read_end"),
    *("change_read_start", "change_read_end"),
)


class _MalformedError(Exception):
    """Notes are not written as they should be; the text says what is wrong."""


class Inspected(Struct, frozen=True, dict=True):
    """What the program understands of a file: its source text and its bulletins."""

    text: str
    bulletins: tuple[Bulletin, ...]


def inspect(path: Path, notes: EditorialNotes | None = None) -> Inspected:
    """Read a file and understand it; without `notes`, those beside it count (see `read_notes`).

    Raises:
        DataError: the file is missing, unreadable or no text, or its notes are malformed.
    """
    source = replace(sources.decode(_bytes_of(path), path.suffix), name=path.stem)
    if notes is None:
        notes = read_notes(path)
    return Inspected(source.text, understand(source, notes))


def _bytes_of(path: Path) -> bytes:
    try:
        # A pipe or a device has no end, and a file beyond reading need not be read to be refused.
        size = path.stat().st_size
        if not path.is_file():
            raise DataError("file_unreadable", path=str(path))
        if size > sources.MOST_BYTES:
            raise DataError("file_too_large")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError("file_missing", path=str(path)) from error
    except OSError as error:
        raise DataError("file_unreadable", path=str(path)) from error


def read_notes(source: Path) -> EditorialNotes | None:
    """Return the `bulletin.toml` beside a file called `source.*`; None if there is none.

    Raises:
        DataError: the notes cannot be read, or are not written as they should be.
    """
    path = source.with_name(NOTES_NAME)
    if source.stem != _SOURCE_STEM or not path.is_file():
        return None
    try:
        table = tomllib.loads(_bytes_of(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError("notes_malformed", path=str(path), reason=str(error)) from error
    try:
        return _notes(table, path.parent.name)
    except _MalformedError as error:
        raise DataError("notes_malformed", path=str(path), reason=str(error)) from error


def _notes(table: dict[str, Any], folder: str) -> EditorialNotes:
    """Return the notes of a table; the key is the folder's name unless it is given.

    Raises:
        _MalformedError: a field is unknown or of another type.
    """
    decisions = table.pop("decision", [])
    key = _text(table, "key") or folder
    year = table.pop("year", None)
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        raise _MalformedError(f"year = {year!r}")
    words = {name: _text(table, name) for name in EDITORIAL_FIELDS if name != "year"}
    if table:
        raise _MalformedError("、".join(sorted(table)))
    if not isinstance(decisions, list):
        raise _MalformedError("decision")
    info = BulletinInfo(year=year, **words)
    return EditorialNotes(key, info, tuple(_decision(entry) for entry in decisions))


def _text(table: dict[str, Any], name: str) -> str:
    value = table.pop(name, "")
    if not isinstance(value, str):
        raise _MalformedError(f"{name} = {value!r}")
    return value


def _decision(entry: object) -> Decision:
    if not isinstance(entry, dict) or sorted(entry) != sorted(_DECISION_FIELDS):
        raise _MalformedError(f"decision: {'、'.join(_DECISION_FIELDS)}")
    source, reads, why = (_text(entry, name) for name in _DECISION_FIELDS)
    if not source:
        raise _MalformedError("decision: source")
    return Decision(source, reads, why)


def as_json(inspected: Inspected) -> dict[str, Any]:
    """Return what `inspect --json` prints; every place is an offset into `text`."""
    return {
        "text": inspected.text,
        "bulletins": [_bulletin(bulletin) for bulletin in inspected.bulletins],
    }


def _bulletin(bulletin: Bulletin) -> dict[str, Any]:
    return {
        "bulletin": {"key": bulletin.key} | asdict(bulletin.info),
        "sections": [_row(section) for section in bulletin.sections],
        "repairs": [_row(repair) for repair in bulletin.repairs],
        "figures": [_row(figure) for figure in bulletin.figures],
        "findings": [_finding(finding) for finding in bulletin.findings],
        "receipt": _receipt(bulletin.receipt),
    }


def _row(row: Section | Repair | Figure) -> dict[str, Any]:
    """Return a section, repair or figure as a dictionary without places of the reading text."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(row).items()
        if name not in _READING_TEXT_ONLY
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "verdict": finding.verdict,
        "message": finding.message,
        "stated": finding.stated,
        "readings": [{"formula": r.formula, "computed": r.computed} for r in finding.readings],
        "spans": [list(span) for span in finding.spans],
    }


def _receipt(receipt: Receipt) -> dict[str, Any]:
    skipped = [{"line": line, "why": why} for line, why in receipt.skipped]
    unread = [{"line": line, "printed": printed} for line, printed in receipt.unread]
    return asdict(receipt) | {"skipped": skipped, "unread": unread}

"""Writes a library: the same bulletins make the same bytes.

The only user of sqlite-utils, which the window never needs to import.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from desktop_app.domain.bulletin import Bulletin, Finding, Section
from desktop_app.domain.errors import DataError
from desktop_app.store import schema
from desktop_app.system import resources

_PAGE_SIZE = 4096


def write_library(path: Path, bulletins: Iterable[Bulletin]) -> None:
    """Write `bulletins` to a new library at `path`, whole or not at all.

    Raises:
        DataError: the folder or file may not be written, or two bulletins have the same key.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        _write(temporary, tuple(bulletins))
        temporary.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise DataError("cannot_write", path=str(path)) from error
    finally:
        if temporary.exists():
            temporary.unlink()


def _write(path: Path, bulletins: tuple[Bulletin, ...]) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        # The file is new and renamed when whole: what a crash would leave, nobody reads.
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(schema.schema_sql())
        database = Database(connection)
        with database.atomic():
            _insert(database, bulletins)
        connection.execute("VACUUM")
    finally:
        connection.close()
    _sync(path)


def _sync(path: Path) -> None:
    """Wait until the file is on the disk, so that the rename cannot come before its content."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _insert(database: Database, bulletins: tuple[Bulletin, ...]) -> None:
    keys: set[str] = set()
    for number, bulletin in enumerate(bulletins, start=1):
        if bulletin.key in keys:
            raise DataError("bulletin_twice", key=bulletin.key)
        keys.add(bulletin.key)
        database.table("bulletin").insert(_bulletin_row(number, bulletin))
        for table, rows in _tables(bulletin):
            database.table(table).insert_all({"bulletin_id": number, **row} for row in rows)


def _bulletin_row(number: int, bulletin: Bulletin) -> dict[str, Any]:
    text = bulletin.text
    return {
        "id": number,
        "key": bulletin.key,
        **schema.row_of(bulletin.info),
        "source": text.source,
        "hans": text.hans,
        "hant": text.hant,
        "edits": _json([[edit.start, edit.end, edit.text] for edit in text.edits]),
        "receipt": _json(asdict(bulletin.receipt)),
    }


def _tables(bulletin: Bulletin) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Yield each table with the rows `bulletin` has for it."""
    yield "section", (_section_row(bulletin, section) for section in bulletin.sections)
    yield "passage", _passage_rows(bulletin)
    yield (
        "figure",
        (
            {**schema.row_of(figure), "notes": _json(figure.notes), "doubtful": figure.doubtful}
            for figure in bulletin.figures
        ),
    )
    yield (
        "repair",
        (
            {"id": number, **schema.row_of(repair)}
            for number, repair in enumerate(bulletin.repairs, start=1)
        ),
    )
    yield (
        "finding",
        (
            {"id": number, **_finding_row(finding)}
            for number, finding in enumerate(bulletin.findings, start=1)
        ),
    )


def _section_row(bulletin: Bulletin, section: Section) -> dict[str, Any]:
    return {**schema.row_of(section), "chapter_id": _chapter_id(bulletin, section.id)}


def _chapter_id(bulletin: Bulletin, section_id: int | None) -> int | None:
    chapter = bulletin.chapter_of(section_id)
    return chapter.id if chapter else None


def _passage_rows(bulletin: Bulletin) -> Iterator[dict[str, Any]]:
    folded = resources.folding().fold(bulletin.text.hans)
    items = {section.title_read_start: section.number for section in bulletin.sections}
    for passage in bulletin.passages:
        text = folded[passage.read_start : passage.read_end]
        yield {
            **schema.row_of(passage),
            "chapter_id": _chapter_id(bulletin, passage.section),
            "label_length": _label_length(items.get(passage.read_start, ""), text),
            "folded": text,
        }


def _label_length(number: str, text: str) -> int:
    """Return how many characters of a passage are the number of the item that it begins."""
    return len(number) + 1 if number.isdigit() and text.startswith(f"{number}.") else 0


def _finding_row(finding: Finding) -> dict[str, Any]:
    readings = [[reading.formula, reading.computed] for reading in finding.readings]
    return {
        **schema.row_of(finding),
        "readings": _json(readings),
        "spans": _json(finding.spans),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

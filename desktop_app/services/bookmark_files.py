"""Bookmarks in files: JSON to take them elsewhere and back, CSV and Markdown to read."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec.structs import fields

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.errors import DataError
from desktop_app.domain.messages import Message
from desktop_app.services.csv_file import inert
from desktop_app.system import files, resources

FORMAT, VERSION = "gongbao-bookmarks", 1
_BOM = "\ufeff"
_COLUMNS = ("title", "chapter", "indicator", "quote", "note", "created")
# A name in the file, where it is another one than the program's own.
_NAMES = {"document_key": "bulletin", "source_start": "start", "source_end": "end"}
_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#|~"})


def write(path: Path, bookmarks: Iterable[Bookmark], language: str) -> None:
    """Write bookmarks to `path`, in the format that its suffix names.

    Raises:
        DataError: the suffix names none of the formats, or the file cannot be written.
    """
    make = _WRITERS.get(path.suffix.lower())
    if make is None:
        raise DataError("bookmarks_format_unknown", suffix=path.suffix or path.name)
    files.write_bytes(path, make(tuple(bookmarks), language).encode("utf-8", "replace"))


def read(path: Path) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a JSON file.

    Raises:
        DataError: the file is missing or unreadable, holds no bookmarks, or those of a newer
            version.
    """
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise DataError("file_missing", path=str(path)) from error
    except OSError as error:
        raise DataError("file_unreadable", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise DataError("bookmarks_unreadable", path=str(path)) from error
    return _bookmarks(content, path)


def _bookmarks(content: object, path: Path) -> tuple[Bookmark, ...]:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise DataError("bookmarks_unreadable", path=str(path))
    if content.get("version") != VERSION:
        raise DataError("bookmarks_too_new", path=str(path))
    rows = content.get("bookmarks")
    if not isinstance(rows, list):
        raise DataError("bookmarks_unreadable", path=str(path))
    try:
        return tuple(map(_bookmark, rows))
    except (TypeError, ValueError) as error:
        raise DataError("bookmarks_unreadable", path=str(path)) from error


def _bookmark(row: Mapping[str, object]) -> Bookmark:
    """Return the bookmark of an entry; what the program does not know of is left out.

    Raises:
        TypeError: the entry is none, or lacks what every bookmark has.
        ValueError: a value is of another type.
    """
    if not isinstance(row, dict):
        raise TypeError(row)
    values: dict[str, Any] = {}
    for field in fields(Bookmark):
        name = _NAMES.get(field.name, field.name)
        if name not in row:
            continue
        value = row[name]
        if type(value) is not field.type:
            raise ValueError(name)
        values[field.name] = value
    if not values.get("id") or not values.get("document_key"):
        raise ValueError(row)
    # SQLite keeps whole numbers of 64 bits.
    if not 0 <= values.get("source_start", 0) <= values.get("source_end", 0) < 2**63:
        raise ValueError(row)
    return Bookmark(**values)


def as_json(bookmarks: Iterable[Bookmark], language: str = "") -> str:
    """Return bookmarks whole, to be taken in elsewhere."""
    del language
    rows = [
        {_NAMES.get(f.name, f.name): getattr(one, f.name) for f in fields(Bookmark)}
        for one in bookmarks
    ]
    content = {"format": FORMAT, "version": VERSION, "bookmarks": rows}
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n"


def as_csv(bookmarks: Iterable[Bookmark], language: str) -> str:
    """Return a table to be opened in a spreadsheet: with a byte order mark, no formulas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_words(f"bookmark_{name}", language) for name in _COLUMNS])
    for one in bookmarks:
        writer.writerow([inert(getattr(one, name)) for name in _COLUMNS])
    return _BOM + out.getvalue()


def as_markdown(bookmarks: Iterable[Bookmark], language: str) -> str:
    """Return a text to be read: a heading for each bulletin and chapter, quotes, notes."""
    lines = [f"# {_words('bookmarks_heading', language)}"]
    ordered = sorted(bookmarks, key=lambda b: (b.title, b.document_key, b.source_start))
    for (_, title), of_bulletin in groupby(ordered, key=lambda b: (b.document_key, b.title)):
        lines += ["", f"## {_escaped(title)}"]
        for chapter, marks in groupby(of_bulletin, key=lambda b: b.chapter):
            if chapter:
                lines += ["", f"### {_escaped(chapter)}"]
            for one in marks:
                lines += ["", *_markdown(one)]
    return "\n".join([*lines, ""])


def _markdown(one: Bookmark) -> Iterable[str]:
    if one.indicator:
        yield f"> **{_escaped(one.indicator)}** {_escaped(one.quote)}"
    else:
        yield from (f"> {_escaped(line)}" for line in one.quote.splitlines())
    if one.note:
        yield ""
        yield from (f"{_escaped(line)}  " for line in one.note.splitlines())


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_MARKDOWN)


def _words(message_id: str, language: str) -> str:
    return resources.sentence(Message(message_id), language)


_WRITERS: Mapping[str, Callable[[tuple[Bookmark, ...], str], str]] = {
    ".json": as_json,
    ".csv": as_csv,
    ".md": as_markdown,
}
FORMATS = tuple(_WRITERS)
"""The suffixes of the formats that bookmarks can be written in."""

"""What a library file is: its schema, its marks, and which column holds which field."""

from typing import Any

from msgspec import Struct

APPLICATION_ID = 0x47425547
"""`GBUG`: marks a library in the header of the file."""

VERSION = 5
"""`user_version` of the libraries this program writes and reads."""

COLUMNS = {
    "start": "source_start",
    "end": "source_end",
    "parent": "parent_id",
    "section": "section_id",
}
"""Fields of the domain whose column has a longer name (`end` is a word of SQL)."""


def schema_sql() -> str:
    """Return the statements that make an empty library, with its marks."""
    from importlib.resources import files

    tables = files("desktop_app.store").joinpath("schema.sql").read_text(encoding="utf-8")
    marks = f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};\n"
    return marks + tables


def columns_of(kind: type[Struct]) -> tuple[str, ...]:
    """Return the column of every field of the struct `kind`, in the order of the fields."""
    return tuple(COLUMNS.get(name, name) for name in kind.__struct_fields__)


def row_of(item: Struct) -> dict[str, Any]:
    """Return the struct `item` as a row: column to value, the values as they are."""
    return {COLUMNS.get(name, name): getattr(item, name) for name in item.__struct_fields__}

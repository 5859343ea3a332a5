"""A table as CSV, as Excel and WPS read it: UTF-8 with a byte order mark, lines after RFC 4180."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from desktop_app.services.exporting import Column
from desktop_app.services.tables import Table

# What a spreadsheet computes: formulas, and ratios, which it takes for times (3.9:39.0).
_FORMULA = re.compile(r"[=+\-@\t\r]|[0-9.]+[:：][0-9]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def as_csv(table: Table, *, with_notes: bool = True) -> str:
    """Return heading and rows, and beneath a blank line the notes, each on a line of its own."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([inert(column.heading) for column in table.columns])
    writer.writerows(_cells(row, table.columns) for row in table.rows)
    if with_notes:
        writer.writerows([[], *([inert(note)] for note in table.notes)])
    return "\ufeff" + text.getvalue()


def _cells(row: Sequence[str], columns: Sequence[Column]) -> Iterator[str]:
    for cell, column in zip(row, columns, strict=True):
        yield cell if column.number and _NUMBER.fullmatch(cell) else inert(cell)


def inert(cell: str) -> str:
    """Return a cell with an apostrophe before what a spreadsheet would compute."""
    return f"'{cell}" if _FORMULA.match(cell) else cell

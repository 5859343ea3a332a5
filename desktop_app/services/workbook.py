"""A table as an Excel workbook: numbers as numbers with their printed decimals, the rest as text.

Periods, ranges and ratios stay text, so that Excel makes no date or time of them; no text becomes
a formula or a link. The notes stand under the table and once more on a sheet of their own.
"""

import datetime
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from desktop_app.domain.errors import DataError
from desktop_app.domain.progress import Progress, unwatched
from desktop_app.services import exporting, source_notes
from desktop_app.services.exporting import Column
from desktop_app.services.tables import Table

_NUMBER = re.compile(r"[+-]?\d+(?:\.(\d+))?", re.ASCII)
_LONGEST_EXACT = 15
"""Excel keeps this many digits of a number; a longer one stays text."""
_LONGEST_TEXT = 32767
_MOST_ROWS = 1_048_576
_LONGEST_NAME = 31
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_WIDEST = 48
_NOTES_WIDTH = 100
_STEP = 200
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""The same table makes the same file."""


def write_xlsx(
    table: Table, path: Path, language: str, progress: Progress = unwatched, name: str = ""
) -> None:
    """Write a workbook with two sheets, the table called `name` and its notes, to `path`.

    Raises:
        DataError: there are more rows than a sheet has.
        OSError: the file cannot be written.
    """
    rows = table.rows
    if len(rows) + len(table.notes) + 2 > _MOST_ROWS:
        raise DataError("export_too_many", rows=len(rows))
    book = xlsxwriter.Workbook(path, {"in_memory": True})
    book.set_properties({"created": _CREATED, "title": table.title})
    notes_name = source_notes.words("export_sources", language)
    usual = source_notes.words("export_sheet", language)
    sheet_name = _sheet_name(name, usual)
    if sheet_name.casefold() == notes_name.casefold():
        sheet_name = usual
    _Sheet(book, sheet_name, table.columns).fill(rows, table.notes, progress)
    _write_notes(book.add_worksheet(notes_name), book, table)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        # It wraps what the disk said, and that is what the user has to know.
        raise _cause(error) from error


def _cause(error: Exception) -> OSError:
    cause = error.args[0] if error.args else None
    return cause if isinstance(cause, OSError) else OSError(str(error))


def _sheet_name(name: str, otherwise: str) -> str:
    """Return `name` as Excel takes it: 31 UTF-16 units, some signs and a rim of ' left out."""
    kept = _NOT_IN_NAME.sub(" ", name)
    while len(kept.encode("utf-16-le")) > 2 * _LONGEST_NAME:
        kept = kept[:-1]
    kept = kept.strip().strip("'").strip()
    # Excel keeps this name for itself.
    return otherwise if kept.casefold() in ("", "history") else kept


class _Sheet:
    """The sheet of the table."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, shown: Sequence[Column]) -> None:
        self._book = book
        self._shown = shown
        self._sheet = book.add_worksheet(name)
        self._heading = book.add_format({"bold": True, "bottom": 1})
        self._formats: dict[int, xlsxwriter.format.Format] = {}

    def fill(
        self, rows: Sequence[Sequence[str]], notes: Sequence[str], progress: Progress
    ) -> None:
        # Room for the filter's arrow beside the heading.
        widths = [exporting.width(column.heading) + 3 for column in self._shown]
        for place, column in enumerate(self._shown):
            self._sheet.write_string(0, place, column.heading, self._heading)
        for number, row in enumerate(rows, start=1):
            for place, text in enumerate(row):
                self._write_cell(number, place, text)
                widths[place] = max(widths[place], exporting.width(text))
            if number % _STEP == 0:
                progress(number, len(rows))
        for place, width in enumerate(widths):
            self._sheet.set_column(place, place, min(width + 1, _WIDEST))
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, len(rows), len(self._shown) - 1)
        for number, note in enumerate(notes, start=len(rows) + 2):
            self._sheet.write_string(number, 0, _cell_text(note))
        self._set_up_page()

    def _set_up_page(self) -> None:
        """Let it print: on its side, all columns on one page, the heading on each."""
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_footer("&C&P / &N")

    def _write_cell(self, row: int, place: int, text: str) -> None:
        number = _NUMBER.fullmatch(text) if self._shown[place].number else None
        if number and sum(char.isdigit() for char in text) <= _LONGEST_EXACT:
            decimals = len(number[1] or "")
            self._sheet.write_number(row, place, float(text), self._format(decimals))
        elif text:
            self._sheet.write_string(row, place, _cell_text(text))

    def _format(self, decimals: int) -> "xlsxwriter.format.Format":
        if decimals not in self._formats:
            shown = "0." + "0" * decimals if decimals else "0"
            self._formats[decimals] = self._book.add_format({"num_format": shown})
        return self._formats[decimals]


def _write_notes(sheet: Any, book: xlsxwriter.Workbook, table: Table) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _NOTES_WIDTH)
    sheet.write_string(0, 0, _cell_text(table.title), book.add_format({"bold": True}))
    for number, note in enumerate(table.notes, start=1):
        sheet.write_string(number, 0, _cell_text(note), wrapped)


def _cell_text(text: str) -> str:
    """Return as much of a text as a cell holds; XlsxWriter would leave a longer one out."""
    return text if len(text) <= _LONGEST_TEXT // 2 else text[: _LONGEST_TEXT // 2 - 1] + "…"

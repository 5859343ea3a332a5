"""Figures as an Excel workbook: numbers as numbers with their printed decimals, the rest as text.

Periods, ranges and ratios stay text, so that Excel makes no date or time of them.
"""

import datetime
import io
import re
from collections.abc import Sequence

import xlsxwriter

from desktop_app.services import citing, exporting
from desktop_app.services.exporting import ChosenFigures, Column

_NUMBER = re.compile(r"[+-]?\d+(?:\.(\d+))?", re.ASCII)
_LONGEST_EXACT = 15
"""Excel keeps this many digits of a number; a longer one stays text."""
_WIDEST = 48
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""The same figures make the same file."""


def as_xlsx(chosen: Sequence[ChosenFigures], language: str) -> bytes:
    """Return a workbook with one sheet: a row a figure, and the source lines beneath."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    _Sheet(book, exporting.columns(language)).fill(chosen, language)
    book.close()
    return content.getvalue()


class _Sheet:
    """The one sheet of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook, shown: Sequence[Column]) -> None:
        self._book = book
        self._shown = shown
        self._sheet = book.add_worksheet()
        self._heading = book.add_format({"bold": True, "bottom": 1})
        self._formats: dict[int, xlsxwriter.format.Format] = {}

    def fill(self, chosen: Sequence[ChosenFigures], language: str) -> None:
        rows = exporting.rows(chosen, language)
        for place, column in enumerate(self._shown):
            cells = [row[column.name] for row in rows]
            self._sheet.write_string(0, place, column.heading, self._heading)
            for number, text in enumerate(cells, start=1):
                self._write_cell(number, place, text, column)
            # Room for the filter's arrow beside the heading.
            widest = max([exporting.width(column.heading) + 3, *map(exporting.width, cells)])
            self._sheet.set_column(place, place, min(widest + 1, _WIDEST))
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, len(rows), len(self._shown) - 1)
        sources = dict.fromkeys(citing.source_line(of_one.bulletin) for of_one in chosen)
        for number, source in enumerate(sources, start=len(rows) + 2):
            self._sheet.write_string(number, 0, source)

    def _write_cell(self, row: int, place: int, text: str, column: Column) -> None:
        number = _NUMBER.fullmatch(text) if column.number else None
        if number and sum(char.isdigit() for char in text) <= _LONGEST_EXACT:
            decimals = len(number[1] or "")
            self._sheet.write_number(row, place, float(text), self._format(decimals))
        elif text:
            self._sheet.write_string(row, place, text)

    def _format(self, decimals: int) -> "xlsxwriter.format.Format":
        if decimals not in self._formats:
            shown = "0." + "0" * decimals if decimals else "0"
            self._formats[decimals] = self._book.add_format({"num_format": shown})
        return self._formats[decimals]

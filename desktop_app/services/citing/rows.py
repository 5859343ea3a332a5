"""Figures as rows for Excel, WPS and LibreOffice: the same table as TSV and as HTML.

Spreadsheets read the HTML: a number there is a number that shows its printed decimals, and every
other cell is text, so that 1-12 becomes no date. What reads text alone gets the TSV. Each cell
says its kind for itself (`mso-number-format` for Excel and WPS, `sdval` and `sdnum` for
LibreOffice): a style sheet would be pasted as text by some.
"""

import html
import re
from collections.abc import Sequence

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.services.citing.figures import (
    approximate,
    growth_in_words,
    is_rate_only,
    number,
    value,
)
from desktop_app.services.citing.sentences import compared_growth, covered, place_name
from desktop_app.services.citing.words import in_script, words

_NUMBER = re.compile(r"[+-]?\d+(?:\.(\d+))?", re.ASCII)
_LONGEST_EXACT = 15
"""Spreadsheets keep this many digits of a number; a longer one stays text."""
_UNSTATED = "未说明"
_CHINESE = 2052
"""The language of the number formats in LibreOffice's attributes: Chinese of China."""


class Rows(Struct, frozen=True):
    """A table with its headings in the first row; `numbers` says which columns hold numbers."""

    cells: tuple[tuple[str, ...], ...]
    numbers: frozenset[int]

    def tsv(self) -> str:
        """Return a row a line, a tab between cells, no line end at the end."""
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in self.cells)

    def html(self) -> str:
        """Return a table that says of every cell whether it is a number or text."""
        head, *body = self.cells
        lines = [_row([f"<th>{html.escape(cell)}</th>" for cell in head])]
        for row in body:
            lines.append(_row([self._cell(at, cell) for at, cell in enumerate(row)]))
        return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'

    def _cell(self, column: int, text: str) -> str:
        found = _NUMBER.fullmatch(text) if column in self.numbers else None
        if not text:
            return "<td></td>"
        if found is None or sum(char.isdigit() for char in text) > _LONGEST_EXACT:
            style, more = r"\@", f'sdnum="{_CHINESE};0;@"'
        else:
            decimals = "0" * len(found[1] or "")
            style = rf"0\.{decimals}" if decimals else "0"
            shown = f"0.{decimals}" if decimals else "0"
            more = f'sdval="{text}" sdnum="{_CHINESE};0;{shown}"'
        return f"<td style='mso-number-format:\"{style}\"' {more}>{html.escape(text)}</td>"


def _row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def rows(figures: Sequence[Figure], bulletin: Bulletin, script: Script, source: str) -> Rows:
    """Return one row a figure, with `source` in each; numbers with their printed decimals."""
    headings: dict[str, str] = words(script)["columns"]
    names = list(headings)
    body = (_cells(figure, bulletin, script) | {"source": source} for figure in figures)
    return Rows(
        (tuple(headings.values()), *(tuple(row[name] for name in names) for row in body)),
        frozenset({names.index("value"), names.index("growth")}),
    )


def _cells(figure: Figure, bulletin: Bulletin, script: Script) -> dict[str, str]:
    only_rate = is_rate_only(figure)
    info = bulletin.info
    path = [part for part in info.place.split("/") if part]
    place = figure.region or place_name(path, info.place_code)
    in_percent = figure.change_unit == "%"
    return {
        "indicator": in_script(figure.indicator, script),
        "value": "" if only_rate else number(figure),
        "unit": "" if only_rate else in_script(figure.unit, script),
        "growth": figure.change.lstrip("+") if in_percent else "",
        "compared_with": in_script(figure.compared_with, script),
        "basis": "" if figure.basis == _UNSTATED else in_script(figure.basis, script),
        "period": in_script(covered(figure, info), script),
        "place": in_script(place, script),
        "remarks": _remarks(figure, bulletin, script),
    }


def _remarks(figure: Figure, bulletin: Bulletin, script: Script) -> str:
    """Return what the numbers of a row do not say: 存疑, 约, growth in another unit or 近20%."""
    said = words(script)["remarks"]
    remarks: list[str] = [said["doubtful"]] if figure.doubtful else []
    if figure.approx:
        printed = approximate(figure, value(figure, bulletin, script), script)
        remarks.append(said["printed"].format(printed=printed))
    near = figure.change_approx and not is_rate_only(figure)
    if (near or figure.change_unit != "%") and growth_in_words(figure, script):
        remarks.append(compared_growth(figure, script))
    between: str = said["between"]
    return between.join(remarks)

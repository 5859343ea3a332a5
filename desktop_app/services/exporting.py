"""Figures of a library as rows: chosen by chapter, as CSV, JSON or a table for a terminal."""

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.bulletin import Bulletin, Figure, Section
from desktop_app.domain.errors import DataError
from desktop_app.services import citing
from desktop_app.store.library import Library
from desktop_app.system import resources

_NOT_EXPORTED = {"read_start", "read_end", "change_read_start", "change_read_end"}


@dataclass(frozen=True, slots=True)
class ChosenFigures:
    """Figures of one bulletin, in the order of its text."""

    bulletin: Bulletin
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of exported figures; `number` says that its cells are numbers as printed."""

    name: str
    heading: str
    number: bool
    brief: bool


def choose(library: Library, chapter: str = "") -> tuple[ChosenFigures, ...]:
    """Return the figures of all bulletins, or of their chapters with this number or title.

    Raises:
        DataError: no bulletin has such a chapter.
    """
    chosen: list[ChosenFigures] = []
    for entry in library.bulletins():
        bulletin = library.bulletin(entry.id)
        if not chapter:
            chosen.append(ChosenFigures(bulletin, bulletin.figures))
            continue
        for found in _chapters_called(bulletin, chapter):
            chosen.append(ChosenFigures(bulletin, bulletin.figures_of(found)))
    if chapter and not chosen:
        raise DataError("chapter_missing", chapter=chapter)
    return tuple(chosen)


def _chapters_called(bulletin: Bulletin, name: str) -> list[Section]:
    fold = resources.folding().fold
    wanted = fold(name.strip()).removeprefix("第").removesuffix("章").rstrip("、.")
    return [
        chapter
        for chapter in bulletin.chapters
        if wanted in (chapter.number, fold(chapter.title), fold(heading(chapter)))
    ]


def heading(section: Section) -> str:
    """Return number and title as a bulletin prints them: `一、综合`, `1.就业`, `(一)工业`."""
    number, title = section.number, section.title
    if not (number and title and number.isnumeric()):
        return number + title
    return f"{number}.{title}" if number.isdigit() else f"{number}、{title}"


def columns(language: str) -> tuple[Column, ...]:
    """Return the columns in their order, with headings in `language`."""
    table: dict[str, dict[str, Any]] = resources.table("columns")["columns"]
    return tuple(
        Column(name, words[language], words.get("number", False), words.get("brief", False))
        for name, words in table.items()
    )


def rows(chosen: Sequence[ChosenFigures], language: str) -> list[dict[str, str]]:
    """Return one row a figure: column name to text, numbers as ASCII decimals as printed."""
    return [
        _row(of_one.bulletin, figure, language) for of_one in chosen for figure in of_one.figures
    ]


def _row(bulletin: Bulletin, figure: Figure, language: str) -> dict[str, str]:
    words = resources.table("columns")
    section = bulletin.section_by_id.get(figure.section) if figure.section is not None else None
    chapter = bulletin.chapter_of(figure.section)
    info = bulletin.info
    return {
        "bulletin": info.title,
        "place": info.place,
        "year": "" if info.year is None else str(info.year),
        "chapter": heading(chapter) if chapter else "",
        "section": heading(section) if section and section is not chapter else "",
        "indicator": figure.indicator,
        "region": figure.region,
        "value": figure.value,
        "value_high": figure.value_high,
        "unit": figure.unit,
        "kind": words["kinds"][figure.kind.value][language],
        "change": figure.change,
        "change_unit": figure.change_unit,
        "compared_with": figure.compared_with,
        "basis": figure.basis,
        "basis_source": figure.basis_source,
        "status": figure.status,
        "scope": figure.scope,
        "period": figure.period,
        "approx": figure.approx,
        "notes": "；".join(figure.notes),
        "doubtful": words["doubtful"][language] if figure.doubtful else "",
        "printed": " ".join(figure.printed.split()),
        "source": citing.source_line(bulletin),
    }


def record(figure: Figure) -> dict[str, Any]:
    """Return a figure as the command line gives it in JSON: every field but screen offsets."""
    fields = {name: getattr(figure, name) for name in Figure.__slots__}
    return {name: value for name, value in fields.items() if name not in _NOT_EXPORTED}


def as_json(chosen: Sequence[ChosenFigures]) -> str:
    """Return the figures with their bulletin and source lines, as JSON."""
    figures = [
        {
            "bulletin": of_one.bulletin.key,
            "place": of_one.bulletin.info.place,
            "year": of_one.bulletin.info.year,
            **record(figure),
        }
        for of_one in chosen
        for figure in of_one.figures
    ]
    sources = {of_one.bulletin.key: citing.source_line(of_one.bulletin) for of_one in chosen}
    return json.dumps({"figures": figures, "sources": sources}, ensure_ascii=False)


def as_csv(chosen: Sequence[ChosenFigures], language: str) -> str:
    """Return the figures as CSV after RFC 4180, with the byte order mark that Excel looks for."""
    text = io.StringIO()
    shown = columns(language)
    writer = csv.writer(text)
    writer.writerow([column.heading for column in shown])
    for row in rows(chosen, language):
        writer.writerow([row[column.name] for column in shown])
    return "\ufeff" + text.getvalue()


def as_table(chosen: Sequence[ChosenFigures], language: str) -> str:
    """Return the main columns of the figures aligned for a terminal, chapter by chapter."""
    shown = [column for column in columns(language) if column.brief]
    every = rows(chosen, language)
    widths = [
        max([width(column.heading), *(width(row[column.name]) for row in every)])
        for column in shown
    ]
    lines: list[str] = []
    place = None
    for row in every:
        if place != (row["bulletin"], row["chapter"]):
            place = (row["bulletin"], row["chapter"])
            title = "  ".join(filter(None, (row["chapter"], row["bulletin"])))
            headings = {column.name: column.heading for column in shown}
            lines += ["", title, _line(headings, shown, widths)]
        lines.append(_line(row, shown, widths))
    return "".join(f"{line}\n" for line in lines[1:])


def _line(cells: dict[str, str], shown: Sequence[Column], widths: Sequence[int]) -> str:
    padded = []
    for column, column_width in zip(shown, widths, strict=True):
        cell = cells[column.name]
        space = " " * (column_width - width(cell))
        padded.append(space + cell if column.number else cell + space)
    return "  ".join(padded).rstrip()


def width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )

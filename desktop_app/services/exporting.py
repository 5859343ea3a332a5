"""Figures of a library as rows: chosen by chapter, as JSON or a table for a terminal."""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, Script, Section
from desktop_app.domain.errors import DataError
from desktop_app.services import citing, comparing
from desktop_app.store.library import Library
from desktop_app.system import resources, vocabulary
from desktop_app.system.vocabulary import said

_UNSTATED = "未说明"
OF_OURS = ("change_unit", "compared_with", "basis", "basis_source", "status")
"""Columns whose words are the program's own."""
_NOT_EXPORTED = {"read_start", "read_end", "change_read_start", "change_read_end"}


class ChosenFigures(Struct, frozen=True):
    """Figures of one bulletin, in the order of its text."""

    bulletin: Bulletin
    figures: tuple[Figure, ...]


class Column(Struct, frozen=True):
    """A column of exported figures; `number` says that its cells are numbers as printed."""

    name: str
    heading: str
    number: bool
    brief: bool


def choose(library: Library, chapter: str = "", bulletin: str = "") -> tuple[ChosenFigures, ...]:
    """Return the figures of all bulletins, or of their chapters with this number or title.

    `bulletin` names those that are meant, as in `bulletins_called`.

    Raises:
        DataError: there is no such bulletin or none has such a chapter.
    """
    chosen: list[ChosenFigures] = []
    for one in bulletins_called(library, bulletin):
        if not chapter:
            chosen.append(ChosenFigures(one, one.figures))
            continue
        for found in chapters_called(one, chapter):
            chosen.append(ChosenFigures(one, one.figures_of(found)))
    if chapter and not chosen:
        raise DataError("chapter_missing", chapter=chapter)
    return tuple(chosen)


def bulletins_called(library: Library, name: str = "") -> Iterator[Bulletin]:
    """Yield the bulletins with this key, of this year, or with these words in their title.

    An empty name means all of them.

    Raises:
        DataError: there is none.
    """
    fold = resources.folding().fold
    wanted = fold(name.strip())
    entries = library.bulletins()
    found = [one for one in entries if wanted in (fold(one.key), str(one.info.year))]
    found = found or [one for one in entries if wanted in fold(one.info.title)]
    if wanted and not found:
        raise DataError("bulletin_missing", bulletin=name)
    for entry in found if wanted else entries:
        yield library.bulletin(entry.id)


def chapters_called(bulletin: Bulletin, name: str) -> list[Section]:
    """Return the chapters with this number (一, 第一章) or title."""
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


def columns(language: str, what: str = "figures") -> tuple[Column, ...]:
    """Return the columns of a table in their order, with headings in `language`.

    `what` is one of figures, hits and findings; with `_page` behind it, those a page has room for.
    """
    table: dict[str, Any] = resources.table("columns")
    named = table["columns"] | table["other_columns"]
    return tuple(
        Column(
            name,
            named[name][language],
            named[name].get("number", False),
            named[name].get("brief", False),
        )
        for name in table["tables"].get(what, table["columns"])
    )


def rows(
    chosen: Sequence[ChosenFigures], language: str, script: Script = Script.HANS
) -> list[dict[str, str]]:
    """Return one row a figure: column name to text, numbers as ASCII decimals as printed."""
    return [
        row(of_one.bulletin, figure, language, script)
        for of_one in chosen
        for figure in of_one.figures
    ]


def place_of(bulletin: Bulletin, section_id: int | None) -> dict[str, str]:
    """Return the columns that say where something stands."""
    section = bulletin.section_by_id.get(section_id) if section_id is not None else None
    chapter = bulletin.chapter_of(section_id)
    info = bulletin.info
    return {
        "bulletin": info.title,
        "place": info.place,
        "year": "" if info.year is None else str(info.year),
        "chapter": heading(chapter) if chapter else "",
        "section": heading(section) if section and section is not chapter else "",
    }


def row(bulletin: Bulletin, figure: Figure, language: str, script: Script) -> dict[str, str]:
    """Return the row of one figure; what is printed and the source line are in `script`.

    It holds every column of every table of figures.
    """
    words = resources.table("columns")
    return (
        place_of(bulletin, figure.section)
        | _for_page(figure, language)
        | {
            "indicator": figure.indicator,
            "region": figure.region,
            "value": figure.value,
            "value_high": figure.value_high,
            "unit": figure.unit,
            "kind": words["kinds"][figure.kind.value][language],
            "change": figure.change,
            "change_approx": figure.change_approx,
            **{kind: said(kind, getattr(figure, kind), language) for kind in OF_OURS},
            "scope": figure.scope,
            "period": vocabulary.period(figure.period, language),
            "approx": figure.approx,
            "notes": resources.between_clauses(language).join(figure.notes),
            "doubtful": words["doubtful"][language] if figure.doubtful else "",
            "printed": citing.one_line(
                bulletin.text.of(script, figure.read_start, figure.read_end)
            ),
            "source": citing.source_line(bulletin, script),
        }
    )


def _for_page(figure: Figure, language: str) -> dict[str, str]:
    """Return the columns that are put together for a page, which has room for few."""
    name = figure.indicator
    if figure.region and figure.region not in name:
        name = f"{name}（{figure.region}）"
    # A bare growth is its own value; its column is the growth's.
    is_growth = figure.kind is Kind.CHANGE_RATE
    value = f"{figure.value}–{figure.value_high}" if figure.value_high else figure.value
    amount = approximate(value, figure.approx, language)
    return {
        "named": name,
        "amount": "—" if is_growth else amount,
        "measure": "" if is_growth else figure.unit,
        "growth": _growth(figure, language),
        "remarks": resources.between_clauses(language).join(_remarks(figure, language)),
    }


def approximate(number: str, word: str, language: str) -> str:
    """Return a number with its word of approximation, printed or in English: 约286, about 286."""
    if not word:
        return number
    if language == "en":
        return resources.sentence(vocabulary.approximately(number, word), language)
    before = word in resources.table("comparison")["before"]
    return f"{word}{number}" if before else f"{number}{word}"


def _growth(figure: Figure, language: str) -> str:
    unit = said("change_unit", figure.change_unit, language)
    # An English word stands apart from its number; a sign and a Chinese unit do not.
    space = " " if unit.isascii() and unit[:1].isalpha() else ""
    return approximate(f"{figure.change}{space}{unit}", figure.change_approx, language)


def _remarks(figure: Figure, language: str) -> Iterator[str]:
    words = resources.table("columns")
    base = said("compared_with", figure.compared_with, language)
    if comparing.is_mean(figure):
        yield base
    elif base:
        yield words["remarks"]["compared"][language].format(what=base)
    for kind in ("basis", "status"):
        if getattr(figure, kind) != _UNSTATED:
            yield said(kind, getattr(figure, kind), language)
    yield from filter(None, (vocabulary.period(figure.period, language), figure.scope))
    if figure.doubtful:
        yield words["doubtful"][language]


def record(figure: Figure) -> dict[str, Any]:
    """Return a figure as the command line gives it in JSON: every field but screen offsets."""
    fields = {name: getattr(figure, name) for name in Figure.__struct_fields__}
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

"""The rows of a library that a bulletin becomes."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import asdict

from desktop_app.domain.bulletin import (
    Bulletin,
    Figure,
    Finding,
    Passage,
    PassageKind,
    Reading,
    Section,
)
from desktop_app.store import said, schema
from desktop_app.store.sounds import sounds
from desktop_app.system import resources


def bulletin_row(number: int, bulletin: Bulletin) -> dict[str, Any]:
    """Return the row of `bulletin` with the id `number`."""
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


def tables(bulletin: Bulletin, first_place: int) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Yield each table with its rows of `bulletin`, whose passages begin at `first_place`."""
    yield "section", (_section_row(bulletin, section) for section in bulletin.sections)
    yield "passage", _passage_rows(bulletin, first_place)
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


def _passage_rows(bulletin: Bulletin, first_place: int) -> Iterator[dict[str, Any]]:
    folded = resources.folding().fold(bulletin.text.hans)
    sections = {section.title_read_start: section for section in bulletin.sections}
    figures = _Figures(bulletin.figures)
    for place, passage in enumerate(bulletin.passages, start=first_place):
        text = folded[passage.read_start : passage.read_end]
        section = sections.get(passage.read_start)
        first, last = figures.of(passage)
        yield {
            "place": place,
            **schema.row_of(passage),
            "chapter_id": _chapter_id(bulletin, passage.section),
            "label_length": _label_length(section.number if section else "", text),
            "folded": text,
            "sounds": _sounds(passage, section),
            "first_figure": first,
            "last_figure": last,
        }


def _sounds(passage: Passage, section: Section | None) -> str:
    is_heading = passage.kind is PassageKind.HEADING and section is not None
    return sounds(resources.folding().fold(section.title)) if is_heading and section else ""


class _Figures:
    """Tells which figures a passage holds: their ids run in the order of the text."""

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self._figures = sorted(figures, key=lambda figure: figure.read_start)
        self._starts = [figure.read_start for figure in self._figures]

    def of(self, passage: Passage) -> tuple[int, int] | tuple[None, None]:
        first = bisect_left(self._starts, passage.read_start)
        last = bisect_left(self._starts, passage.read_end)
        ids = [figure.id for figure in self._figures[first:last]]
        return (min(ids), max(ids)) if ids else (None, None)


def _label_length(number: str, text: str) -> int:
    """Return how many characters of a passage are the number of the item that it begins."""
    return len(number) + 1 if number.isdigit() and text.startswith(f"{number}.") else 0


def _finding_row(finding: Finding) -> dict[str, Any]:
    return {
        **schema.row_of(finding),
        "readings": _json([_reading(one) for one in finding.readings]),
        "spans": _json(finding.spans),
        "said": _json([said.encoded(one) for one in finding.said]),
    }


def _reading(reading: Reading) -> list[Any]:
    words = [] if reading.said is None else [said.encoded(reading.said)]
    return [reading.formula, reading.computed, *words]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

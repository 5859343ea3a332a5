"""From a reading text and its outline to figures."""

from collections.abc import Sequence

from desktop_app.domain.bulletin import Figure, Passage, PassageKind, ReadingText, Repair
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.figures import headings, lexicon
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.reader import PassageReader
from desktop_app.pipeline.repair import damaged_spans


def extract(
    text: ReadingText, outline: Outline, repairs: Sequence[Repair], year: int | None
) -> tuple[Figure, ...]:
    """Return the figures of a text in its order, named in Simplified characters.

    `year` is the bulletin's: what has no period of its own is of that year.
    """
    damage = damaged_spans(repairs)
    figures: list[Figure] = []
    for passage in outline.passages:
        if passage.kind is PassageKind.TITLE:
            continue
        for draft in _drafts(text, outline, passage, year):
            figures.append(_figure(len(figures) + 1, draft, text, outline, passage, damage))
    return tuple(figures)


def _drafts(
    text: ReadingText, outline: Outline, passage: Passage, year: int | None
) -> list[Draft]:
    reader = PassageReader(text.hans[passage.read_start : passage.read_end], year)
    for clause in reader.clauses():
        reader.read(clause, headings.subject_at(outline, passage.read_start + clause.start))
    return sorted(reader.rows, key=lambda row: row.quantity.start)


def _figure(
    number: int,
    draft: Draft,
    text: ReadingText,
    outline: Outline,
    passage: Passage,
    damage: Sequence[tuple[int, int]],
) -> Figure:
    quantity = draft.quantity
    read_start = passage.read_start + quantity.start
    read_end = passage.read_start + quantity.end
    start, end = text.map.to_source(read_start, read_end)
    section = outline.section_at(read_start)
    base_value, base_unit = lexicon.units().to_base(quantity.value, quantity.unit)
    return Figure(
        id=number,
        section=section.id if section else None,
        indicator=draft.indicator,
        value=quantity.value,
        value_high=quantity.value_high,
        unit=quantity.unit,
        kind=draft.kind,
        printed=text.source[start:end],
        start=start,
        end=end,
        read_start=read_start,
        read_end=read_end,
        change=draft.change,
        change_unit=draft.change_unit,
        compared_with=draft.compared_with,
        basis=draft.basis or "未说明",
        basis_source=lexicon.table()["basis"]["sentence"] if draft.basis else "",
        status=draft.status or "未说明",
        scope=draft.scope,
        period=draft.period,
        approx=quantity.approx,
        doubtful=any(low <= end and start <= high for low, high in damage),
        base_value=base_value,
        base_unit=base_unit,
    )

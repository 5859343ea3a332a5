"""From a reading text and its outline to figures."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop_app.domain.bulletin import Figure, Passage, PassageKind, ReadingText, Repair
from desktop_app.domain.outline import Outline
from desktop_app.pipeline import year_parts
from desktop_app.pipeline.figures import headings
from desktop_app.pipeline.figures.damage import Damage, has_number_left, name_start
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.headed import tell_apart
from desktop_app.pipeline.figures.masks import SAYING
from desktop_app.pipeline.figures.notes import Notes
from desktop_app.pipeline.figures.qualifying import qualify
from desktop_app.pipeline.figures.reader import PassageReader
from desktop_app.pipeline.figures.regions import Regions
from desktop_app.pipeline.figures.tables import read_table
from desktop_app.pipeline.repair import damaged_spans, unread_spans
from desktop_app.system import resources

_ANNOUNCED = re.compile(r"(?P<what>[^，。；：:]{2,30}?)(?:见下表|如下表?|情况如下)\s*[：:。]?\s*$")

_MARK_AND_LOST = 2
_DEFINING = re.compile("(?:是指|系指|指的是|(?<![标数])指(?![标数导])|包括)[^。；;]*$")
# What announces a table, with its mark and blanks behind it, is no longer.
_LONGEST_ANNOUNCED = 60


def extract(
    text: ReadingText,
    outline: Outline,
    repairs: Sequence[Repair],
    year: int | None,
    place: str = "",
    title: str = "",
) -> tuple[Figure, ...]:
    """Return the figures of a text in its order, named in Simplified characters.

    `year` is the bulletin's: what has no period of its own is of that year. `place` is its path
    (辽宁省/鞍山市/铁东区), empty where it is not known: a region that is another place is named.
    What a `title` says to be of a part of a year (上半年) is so where nothing else is stated.
    """
    damage = Damage(damaged_spans(repairs), unread_spans(repairs))
    usual = _part_of_year(title, year)
    # What nothing names, as between two losses of the text, is no figure that one could use.
    drafts = [pair for pair in _all_drafts(text, outline, year, usual) if pair[1].indicator]
    tell_apart([draft for _, draft in drafts])
    regions = Regions(place, {draft.region for _, draft in drafts})
    qualified = qualify(drafts, Notes(outline.notes, text.hans), regions, year, outline)
    return tuple(
        _figure(number, draft, text, outline, passage, damage)
        for number, (passage, draft) in enumerate(qualified, start=1)
    )


def _part_of_year(title: str, year: int | None) -> str:
    """Return the part of a year that a title says all is of (2023年前三季度), or nothing."""
    part = year_parts.of_title(title) if year else ""
    return f"{year}年{part}" if part else ""


def _all_drafts(
    text: ReadingText, outline: Outline, year: int | None, usual: str
) -> Iterator[tuple[Passage, Draft]]:
    announced = ""
    for kind, group in groupby(outline.passages, key=lambda passage: passage.kind):
        passages = list(group)
        if kind is PassageKind.TITLE:
            continue
        if kind is PassageKind.TABLE:
            lines = [text.hans[p.read_start : p.read_end] for p in passages]
            rows = read_table(lines, year, announced, usual)
        else:
            announced = _announced(text.hans[passages[-1].read_start : passages[-1].read_end])
            rows = [_drafts(text, outline, passage, year, usual) for passage in passages]
        for passage, drafts in zip(passages, rows, strict=True):
            yield from ((passage, draft) for draft in drafts)


def _announced(text: str) -> str:
    """Return what a paragraph announces at its end as a caption would (主要产品产量如下：)."""
    end = text[-_LONGEST_ANNOUNCED:]
    match = _ANNOUNCED.search(end) if "下" in end else None
    return match["what"] if match else ""


def _drafts(
    text: ReadingText, outline: Outline, passage: Passage, year: int | None, usual: str
) -> list[Draft]:
    content = text.hans[passage.read_start : passage.read_end]
    if not SAYING.search(content):
        return []
    reader = PassageReader(content, year, usual)
    lead = headings.lead_of(content)
    doubted: set[int] = set()
    for clause in reader.clauses():
        doubted.update(quantity.start for quantity in clause.quantities if quantity.doubtful)
        # A heading may stand before its sentence in one line (【财政】全年…).
        at = clause.quantities[0].start if clause.quantities else clause.end - 1
        place = passage.read_start + at
        reader.read(clause, lead or headings.subject_at(outline, place))
    rows = sorted(reader.rows, key=lambda row: row.quantity.start)
    for row in rows:
        change = row.change_at[:1] if row.change_at else ()
        row.doubtful = row.doubtful or not doubted.isdisjoint((row.quantity.start, *change))
    if passage.kind is PassageKind.NOTE:
        rows = [row for row in rows if not _is_defining(content[: row.quantity.start])]
    return rows


def _is_defining(before: str) -> bool:
    """Whether a number of a note only says what a name means: 是指31个省、自治区、直辖市的人口."""
    return _DEFINING.search(before) is not None


def _figure(
    number: int,
    draft: Draft,
    text: ReadingText,
    outline: Outline,
    passage: Passage,
    damage: Damage,
) -> Figure:
    quantity = draft.quantity
    read_start = passage.read_start + quantity.start
    read_end = passage.read_start + quantity.end
    start, end = text.map.to_source(read_start, read_end)
    section = outline.section_at(read_start)
    change_read = _within(passage, draft.change_at)
    change = text.map.to_source(*change_read) if draft.change_at else (0, 0)
    base_value, base_unit = resources.units().to_base(quantity.value, quantity.unit)
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
        change_approx=draft.change_approx,
        change_start=change[0],
        change_end=change[1],
        change_read_start=change_read[0],
        change_read_end=change_read[1],
        compared_with=draft.compared_with,
        basis=draft.basis,
        basis_source=draft.basis_source,
        status=draft.status,
        region=draft.region,
        notes=draft.notes,
        scope=draft.scope,
        period=draft.period,
        approx=quantity.approx,
        doubtful=draft.doubtful
        or has_number_left(draft.indicator, in_table=passage.kind is PassageKind.TABLE)
        or damage.touches(start, end)
        or damage.touches(*change)
        or _is_named_in_doubt(text, passage, draft, damage),
        base_value=base_value,
        base_unit=base_unit,
    )


def _is_named_in_doubt(text: ReadingText, passage: Passage, draft: Draft, damage: Damage) -> bool:
    """Whether damage lies in what a figure has its name from, up to its number."""
    if not damage.hides_words():
        return False
    at = passage.read_start + draft.quantity.start
    begin = name_start(text.hans, passage.read_start, at, draft.indicator)
    start, end = text.map.to_source(begin, at)
    # A half-width mark behind damage may be what a decoder made of the name's first character.
    if text.source[start - 1 : start].isascii():
        start -= _MARK_AND_LOST
    return damage.names(draft.indicator, (start, end))


def _within(passage: Passage, place: tuple[int, int] | None) -> tuple[int, int]:
    """Return a stretch of the passage as one of the reading text; 0 to 0 for none."""
    if place is None:
        return 0, 0
    return passage.read_start + place[0], passage.read_start + place[1]

"""Bulletins made by hand, line by line, for tests below the pipeline."""

from msgspec import Struct

from desktop_app.domain.bulletin import (
    Bulletin,
    BulletinInfo,
    Figure,
    Kind,
    Passage,
    PassageKind,
    ReadingText,
    Section,
)
from desktop_app.domain.textmap import Edit, TextMap

TITLE = "青河县2023年国民经济和社会发展统计公报"


class Line(Struct, frozen=True):
    """A paragraph of a text; one with `chapter` begins the chapter with that number."""

    text: str
    chapter: str = ""


def make_bulletin(
    *lines: Line | str, key: str = "qinghe-2023", hant: str = "", edits: tuple[Edit, ...] = ()
) -> Bulletin:
    """Return a bulletin whose source has `lines` and reads as `edits` say (as it is, without)."""
    rows = [Line(line) if isinstance(line, str) else line for line in lines]
    source = "\n".join(row.text for row in rows)
    textmap = TextMap(len(source), edits)
    hans = textmap.apply(source)
    text = ReadingText(source, hans, hant or hans, edits)
    passages: list[Passage] = []
    starts: list[tuple[Line, int]] = []
    read_start = 0
    for row, read in zip(rows, hans.split("\n"), strict=True):
        read_end = read_start + len(read)
        if row.chapter:
            starts.append((row, read_start))
        kind = PassageKind.HEADING if row.chapter else PassageKind.BODY
        section = len(starts) or None
        span = textmap.to_source(read_start, read_end)
        passages.append(Passage(len(passages) + 1, section, kind, *span, read_start, read_end))
        read_start = read_end + 1
    return Bulletin(
        key=key,
        info=BulletinInfo(title=TITLE, place="河东省/青河县", year=2023),
        text=text,
        sections=tuple(_sections(text, starts)),
        passages=tuple(passages),
    )


def _sections(text: ReadingText, starts: list[tuple[Line, int]]) -> list[Section]:
    ends = [*(start for _, start in starts), len(text.hans)][1:]
    sections: list[Section] = []
    for number, ((row, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        title = row.text.removeprefix(row.chapter + "、")
        source_start, source_end = text.map.to_source(start, end)
        sections.append(
            Section(
                id=number,
                parent=None,
                level=1,
                number=row.chapter,
                title=title,
                start=source_start,
                end=source_end,
                read_start=start,
                read_end=end,
                title_read_start=start,
                title_read_end=start + len(row.text),
            )
        )
    return sections


def make_figure(bulletin: Bulletin, printed: str, *, number: int = 1, **fields: object) -> Figure:
    """Return the figure printed as `printed`, which occurs once in the reading text."""
    read_start = bulletin.text.hans.index(printed)
    read_end = read_start + len(printed)
    start, end = bulletin.text.map.to_source(read_start, read_end)
    value = "".join(char for char in printed if char in "0123456789.")
    passage = next(p for p in bulletin.passages if p.read_start <= read_start < p.read_end)
    values: dict[str, object] = {
        "id": number,
        "section": passage.section,
        "indicator": "指标",
        "value": value,
        "unit": printed.removeprefix(value),
        "kind": Kind.LEVEL,
        "printed": bulletin.text.source[start:end],
        "start": start,
        "end": end,
        "read_start": read_start,
        "read_end": read_end,
    }
    return Figure(**{**values, **fields})  # type: ignore[arg-type]  # fields by name, as a caller says

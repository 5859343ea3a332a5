"""What is exported to be read: a paper of headings, paragraphs, tables and notes, in any format.

A bulletin's text and a table of figures become papers alike; the writers of Word files, pages and
PDFs know nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Passage, PassageKind, Script, Section
from desktop_app.domain.printable import on_one_line, printable
from desktop_app.services import citing, exporting, footnotes, source_notes
from desktop_app.services.exporting import ChosenFigures
from desktop_app.services.tables import Manner, Table


class Style(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    NOTE = "note"


class Paragraph(Struct, frozen=True):
    r"""A paragraph; `level` is 1 to 3 of a heading, the first `lead` characters run in as one.

    A `\\n` is a line end inside the paragraph. The stretches `raised` are marks of notes, set
    small and high: they would be read together with the numbers they stand at.
    """

    style: Style
    text: str
    level: int = 0
    lead: int = 0
    raised: tuple[tuple[int, int], ...] = ()

    def runs(self) -> Iterator[tuple[str, bool, bool]]:
        """Yield the text in runs, each with whether it is of the lead, and whether raised."""
        rims = {0, self.lead, len(self.text), *(at for span in self.raised for at in span)}
        for start, end in pairwise(sorted(rims)):
            raised = any(first <= start < last for first, last in self.raised)
            yield self.text[start:end], start < self.lead, raised


class Grid(Struct, frozen=True):
    """A table: `heads` rows stand atop every page, `numeric` columns are set to the right.

    Every row has as many cells; `weights` share the width among the columns.
    """

    rows: tuple[tuple[str, ...], ...]
    heads: int
    numeric: tuple[bool, ...]
    weights: tuple[int, ...]


Block = Paragraph | Grid


class Paper(Struct, frozen=True):
    """A document: `running` stands at the rim of every page, the first source line with it."""

    title: str
    blocks: tuple[Block, ...]
    running: str
    script: Script


_LINE = 80
"""So many half-width characters of a table fit a line."""
_PADDING, _LEAST_WEIGHT = 2, 4
_LOWEST_BOLD = 2
_MOST_CELLS = 40
"""A line with more tabs than this is no row of a table."""


def of_text(bulletin: Bulletin, manner: Manner, chapter: Section | None = None) -> Paper:
    """Return the reading text, or of it one chapter, with its headings and tables."""
    script = manner.script
    title = on_one_line(citing.title(bulletin, script))
    passages: Sequence[Passage] = bulletin.passages
    if chapter is not None:
        passages = [p for p in passages if chapter.read_start <= p.read_start < chapter.read_end]
    blocks: list[Block] = []
    if not any(map(bulletin.prints_title, passages)):
        blocks.append(Paragraph(Style.TITLE, title))
    blocks += _blocks(bulletin, passages, script)
    figures = bulletin.figures if chapter is None else bulletin.figures_of(chapter)
    notes = source_notes.of_bulletins([bulletin], manner.language, script)
    doubt = source_notes.doubts([ChosenFigures(bulletin, figures)], manner.language)
    blocks += [Paragraph(Style.NOTE, note) for note in (*notes, *doubt)]
    return Paper(title, tuple(blocks), citing.source_line(bulletin, script), script)


def of_table(table: Table, script: Script) -> Paper:
    """Return a table under its title, each group under a heading, the notes at the end."""
    blocks: list[Block] = [Paragraph(Style.TITLE, table.title)]
    heading = tuple(column.heading for column in table.columns)
    numeric = tuple(column.number for column in table.columns)
    for group in table.groups:
        if not group.rows:
            continue
        if group.heading:
            blocks.append(Paragraph(Style.HEADING, group.heading, level=1))
        rows = (heading, *group.rows)
        blocks.append(Grid(rows, 1, numeric, _weights(rows)))
    blocks += [Paragraph(Style.NOTE, note) for note in table.notes]
    return Paper(table.title, tuple(blocks), next(iter(table.notes), ""), script)


def imprint_of(passages: Iterable[Passage]) -> frozenset[int]:
    """Return the ids of the notes right below the title: who published the bulletin, and when."""
    kinds = (PassageKind.TITLE, PassageKind.NOTE)
    top = takewhile(lambda passage: passage.kind in kinds, passages)
    return frozenset(passage.id for passage in top if passage.kind is PassageKind.NOTE)


def _blocks(bulletin: Bulletin, passages: Sequence[Passage], script: Script) -> Iterator[Block]:
    titles = {section.title_read_start: section for section in bulletin.sections}
    imprint = imprint_of(passages)
    marks = [place for note in footnotes.cited(bulletin) for place in note.cited]
    rows: list[tuple[str, ...]] = []
    for passage in passages:
        text = printable(bulletin.text.of(script, passage.read_start, passage.read_end))
        if passage.kind is PassageKind.TABLE and text.count("\t") < _MOST_CELLS:
            rows.append(tuple(on_one_line(cell) for cell in text.split("\t")))
            continue
        yield from _grids(rows)
        rows = []
        block = _paragraph(bulletin, passage, text, titles, script)
        own = [mark for mark in marks if passage.read_start <= mark[0] < passage.read_end]
        block = replace(block, raised=tuple(_raised(bulletin, passage, block.text, own, script)))
        yield replace(block, style=Style.SUBTITLE) if passage.id in imprint else block
    yield from _grids(rows)


def _paragraph(
    bulletin: Bulletin,
    passage: Passage,
    text: str,
    titles: Mapping[int, Section],
    script: Script,
) -> Paragraph:
    text = "\n".join(line.strip() for line in text.strip().split("\n"))
    section = titles.get(passage.read_start)
    if passage.kind is PassageKind.TITLE:
        style = Style.TITLE if bulletin.prints_title(passage) else Style.SUBTITLE
        return Paragraph(style, text)
    if passage.kind is PassageKind.HEADING:
        level = section.level if section else 1
        return Paragraph(Style.HEADING, text, level=level)
    # A heading that runs into its sentence; those of the lowest level are most of a paragraph.
    lead = 0
    if section is not None and section.level <= _LOWEST_BOLD and script is not Script.SOURCE:
        # Simplified and Traditional have one length; the source has another.
        lead = min(section.title_read_end - section.title_read_start, len(text))
    style = Style.NOTE if passage.kind is PassageKind.NOTE else Style.BODY
    return Paragraph(style, text, lead=lead)


def _raised(
    bulletin: Bulletin,
    passage: Passage,
    text: str,
    marks: Iterable[tuple[int, int]],
    script: Script,
) -> Iterator[tuple[int, int]]:
    """Yield where these marks of the reading text stand in a paragraph's `text`."""
    for start, end in marks:
        before = printable(bulletin.text.of(script, passage.read_start, start)).lstrip()
        mark = printable(bulletin.text.of(script, start, end))
        lines = [line.strip() for line in before.split("\n")[:-1]]
        at = len("\n".join((*lines, before.rpartition("\n")[2].lstrip())))
        if mark and text.startswith(mark, at):
            yield at, at + len(mark)


class Shape(Struct, frozen=True):
    """How rows make a table: lines above it, rows that head it, columns that hold words."""

    captions: int
    heads: int
    width: int


def shape_of(rows: Sequence[Sequence[str]]) -> Shape:
    """Return which rows are captions (a first cell alone), which heads, and their width."""
    width = max((at for row in rows for at, cell in enumerate(row, start=1) if cell), default=0)
    captions = 0
    while width > 1 and captions < len(rows) and not any(rows[captions][1:]):
        captions += 1
    body = rows[captions:]
    # The first row heads the columns where it holds words alone.
    heads = int(len(body) > 1 and not any(map(_is_number, body[0])))
    return Shape(captions, heads, width)


def _grids(rows: Sequence[tuple[str, ...]]) -> Iterator[Block]:
    """Yield rows that follow one another as a table under its captions."""
    shape = shape_of(rows)
    if shape.width <= 1:
        yield from (Paragraph(Style.BODY, row[0]) for row in rows if row[0])
        return
    yield from (Paragraph(Style.CAPTION, row[0]) for row in rows[: shape.captions] if row[0])
    full = tuple((row + ("",) * shape.width)[: shape.width] for row in rows[shape.captions :])
    body = full[shape.heads :]
    numeric = tuple(
        _are_numbers([row[at] for row in body if row[at]]) for at in range(shape.width)
    )
    yield Grid(full, shape.heads, numeric, _weights(full))


def _are_numbers(cells: Sequence[str]) -> bool:
    """Whether a column holds numbers, some words (持平, —) among them or not."""
    return 2 * sum(map(_is_number, cells)) > len(cells)


def _is_number(cell: str) -> bool:
    bare = cell.replace(",", "").replace(" ", "").rstrip("%％").lstrip("-+−－")
    return bool(bare) and bare.replace(".", "", 1).isdecimal()


def _weights(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the widths of columns: as their longest cells, the widest cut to fit a line."""
    natural = [
        max(max(map(exporting.width, column)) + _PADDING, _LEAST_WEIGHT)
        for column in zip(*rows, strict=True)
    ]
    most = max(natural)
    while most > _LEAST_WEIGHT and sum(min(one, most) for one in natural) > _LINE:
        most -= 1
    return tuple(min(one, most) for one in natural)

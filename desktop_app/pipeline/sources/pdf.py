"""PDF files with a text layer: the paragraphs and tables that their pages show."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import pdf_layout
from desktop_app.pipeline.sources.encoding import plausibility
from desktop_app.pipeline.sources.pdf_charts import without_charts
from desktop_app.pipeline.sources.pdf_footnotes import without_footnotes
from desktop_app.pipeline.sources.pdf_lines import Line, is_number, lines_of
from desktop_app.pipeline.sources.pdf_marks import Page
from desktop_app.pipeline.sources.pdf_page import read_pages
from desktop_app.pipeline.sources.pdf_paragraphs import Block, paragraphs_of
from desktop_app.pipeline.sources.pdf_tables import Table, take_tables
from desktop_app.pipeline.sources.pdf_unruled import take_unruled

_FEWEST_ON_A_PAGE = 50
# The fonts of some files do not say, or say wrongly, what characters they print.
_LONG = 200
_PLAUSIBLE = 0.6


def read_pdf(data: bytes) -> str:
    """Return the reading text: a paragraph a line, a table row a line with tabs.

    Raises:
        DataError: the file is damaged, locked by a password, too large, or holds no text or none
            whose characters its fonts tell.
    """
    pages = read_pages(data)
    if not any(page.glyphs for page in pages):
        raise DataError("file_without_text_layer")
    lines = [lines_of(page.glyphs, number) for number, page in enumerate(pages)]
    bodies, notes = without_footnotes(pdf_layout.without_furniture(pages, lines))
    texts = [*_text_lines(pages, bodies), *paragraphs_of([Block(tuple(notes))], notes)]
    text = "\n".join(texts)
    if len(text) < _FEWEST_ON_A_PAGE * sum(page.pictured for page in pages):
        raise DataError("file_without_text_layer")  # what a scanner prints over its pictures
    foreign = sum(not char.isascii() for char in text)
    if foreign > _LONG and plausibility(text) < _PLAUSIBLE:
        raise DataError("file_without_characters")
    return text


def _text_lines(pages: Sequence[Page], bodies: Sequence[Sequence[Line]]) -> Iterator[str]:
    found = [take_tables(body, page.rules) for page, body in zip(pages, bodies, strict=True)]
    found = [(tables, without_charts(rest)) for tables, rest in found]
    gutters = pdf_layout.gutters_of([rest for _, rest in found])
    read = [
        _blocks(tables, rest, gutter)
        for (tables, rest), gutter in zip(found, gutters, strict=True)
    ]
    whole = [line for blocks in read for block, _ in blocks for line in block.lines]
    # A paragraph goes on across pages and columns, but not across a table.
    together: list[Block] = []
    before: Table | None = None  # with nothing between it and what comes
    for block, table in (pair for blocks in read for pair in blocks):
        if block.lines:
            together.append(block)
            before = None
        if table is not None:
            yield from paragraphs_of(together, whole)
            together.clear()
            yield from table.rows if before is None else _rows_after(before, table)
            before = before or table
    yield from paragraphs_of(together, whole)


def _rows_after(before: Table, table: Table) -> Iterator[str]:
    """Yield the rows of a table that goes on from the page before, without its heads again."""
    again = True
    for at, row in enumerate(table.rows):
        again = again and before.rows[at : at + 1] == (row,) and not _has_number(row)
        if not again:
            yield row


def _has_number(row: str) -> bool:
    return any(is_number(cell) for cell in row.split("\t")[1:])


def _blocks(
    tables: Sequence[Table], lines: Sequence[Line], gutter: float | None
) -> list[tuple[Block, Table | None]]:
    """Return the prose of a page in pieces, each with the table that stands under it."""
    blocks: list[tuple[Block, Table | None]] = []
    for column, own in pdf_layout.columns_of(lines, tables, gutter):
        unruled, prose = take_unruled(column)
        blocks.extend(_between_tables(prose, [*own, *unruled]))
    return blocks


def _between_tables(
    lines: Sequence[Line], tables: Sequence[Table]
) -> Iterator[tuple[Block, Table | None]]:
    """Yield the lines above each table with it, and the lines below the last."""
    at = 0
    for table in sorted(tables, key=lambda table: -table.top):
        above = at
        while at < len(lines) and lines[at].y > table.top:
            at += 1
        yield Block(tuple(lines[above:at])), table
    yield Block(tuple(lines[at:])), None

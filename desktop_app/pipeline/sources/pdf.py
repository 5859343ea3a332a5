"""PDF files with a text layer: the paragraphs and tables that their pages show."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import pdf_layout
from desktop_app.pipeline.sources.pdf_lines import Line, lines_of
from desktop_app.pipeline.sources.pdf_page import Page, read_pages
from desktop_app.pipeline.sources.pdf_paragraphs import Block, paragraphs_of
from desktop_app.pipeline.sources.pdf_tables import Table, take_tables, take_unruled


def read_pdf(data: bytes) -> str:
    """Return the reading text: a paragraph a line, a table row a line with tabs.

    Raises:
        DataError: the file is damaged, locked by a password, too large, or holds no text.
    """
    pages = read_pages(data)
    if not any(page.glyphs for page in pages):
        raise DataError("file_without_text_layer")
    lines = [lines_of(page.glyphs, number) for number, page in enumerate(pages)]
    bodies = pdf_layout.without_furniture(pages, lines)
    return "\n".join(_text_lines(pages, bodies))


def _text_lines(pages: Sequence[Page], bodies: Sequence[Sequence[Line]]) -> Iterator[str]:
    blocks: list[Block] = []
    for page, body in zip(pages, bodies, strict=True):
        tables, rest = take_tables(body, page.rules)
        for column in pdf_layout.columns_of(rest):
            unruled, prose = take_unruled(column)
            tables += unruled
            for block, table in _between_tables(prose, tables):
                if block:
                    blocks.append(Block(tuple(block)))
                if table is not None:
                    yield from (text for _, text in paragraphs_of(blocks))
                    blocks.clear()
                    yield from table.rows
            tables = []
        for table in tables:
            yield from table.rows
    yield from (text for _, text in paragraphs_of(blocks))


def _between_tables(
    lines: Sequence[Line], tables: Sequence[Table]
) -> Iterator[tuple[list[Line], Table | None]]:
    """Yield the lines above each table with it, and the lines below the last."""
    at = 0
    for table in sorted(tables, key=lambda table: -table.top):
        above = at
        while at < len(lines) and lines[at].y > table.top:
            at += 1
        yield list(lines[above:at]), table
    yield list(lines[at:]), None

"""What is exported written to a file: whole or not at all, in the format asked for."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from desktop_app.domain.exported import Format
from desktop_app.domain.progress import Progress, unwatched
from desktop_app.services import papers
from desktop_app.services.exports import Content, TextOf
from desktop_app.services.papers import Paper
from desktop_app.services.tables import Manner
from desktop_app.system import files


def save(
    content: Content, form: Format, path: Path, manner: Manner, progress: Progress = unwatched
) -> None:
    """Write `content` to `path`. A PDF needs a running application (`pdf.ensure_application`).

    What was there stays until the new file is whole; after an error, or when `progress` raises
    Cancelled, it is as it was.

    Raises:
        DataError: there is nothing to export, or `path` cannot be written.
        Cancelled: by `progress`.
    """
    files.write_whole(path, _writer(content, form, manner, progress))


def paper_of(content: Content, manner: Manner) -> Paper:
    """Return what is exported as a paper to be read or printed.

    Raises:
        DataError: there is nothing to export.
    """
    if isinstance(content, TextOf):
        return content.paper(manner)
    return papers.of_table(content.table(replace(manner, on_page=True)), manner.script)


def _writer(
    content: Content, form: Format, manner: Manner, progress: Progress
) -> Callable[[Path], None]:
    """Return what writes the file. Each format is imported when it is asked for."""
    if form is Format.PDF:
        from desktop_app.printing import pdf

        paper = paper_of(content, manner)
        return lambda path: pdf.write_pdf(paper, path, progress)
    if form is Format.DOCX:
        from desktop_app.services import word_file

        paper = paper_of(content, manner)
        return lambda path: word_file.write_docx(paper, path, progress)
    if form is Format.HTML:
        return _web_writer(content, manner, progress)
    return _table_writer(content, form, manner, progress)


def _web_writer(content: Content, manner: Manner, progress: Progress) -> Callable[[Path], None]:
    from desktop_app.services import web_page

    if isinstance(content, TextOf):
        bulletin, chapter = content.bulletin, content.chapter
        return lambda path: web_page.write_bulletin(bulletin, path, manner, chapter, progress)
    table = content.table(replace(manner, on_page=True))
    return lambda path: web_page.write_table(table, path, manner)


def _table_writer(
    content: Content, form: Format, manner: Manner, progress: Progress
) -> Callable[[Path], None]:
    if isinstance(content, TextOf):
        raise TypeError(f"a text is no table: {form}")
    table = content.table(manner)
    if form is Format.XLSX:
        from desktop_app.services import workbook

        part = content.part
        return lambda path: workbook.write_xlsx(table, path, manner.language, progress, part)
    from desktop_app.services import csv_file

    return lambda path: files.put(path, csv_file.as_csv(table).encode())

"""A paper as a PDF: text that is searched and copied, pages numbered, headings as its outline."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

from desktop_app.domain.errors import DataError
from desktop_app.domain.progress import Progress, unwatched
from desktop_app.printing import pdf_outline
from desktop_app.printing.fonts import ensure_chinese_font
from desktop_app.printing.paper_pages import PaperPages
from desktop_app.services.papers import Paper
from desktop_app.system.display import show_nowhere

_DPI = 600
_CREATOR = "Gongbao"


def write_pdf(paper: Paper, path: Path, progress: Progress = unwatched) -> None:
    """Write the paper to `path`. An application must be running (`ensure_application`).

    Any thread may do it.

    Raises:
        DataError: there is no Chinese font to set it in.
        OSError: the file cannot be written.
    """
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        raise DataError("no_chinese_font")
    path.write_bytes(as_pdf(paper, progress))


def as_pdf(paper: Paper, progress: Progress = unwatched) -> bytes:
    """Return the PDF of a paper."""
    # Into memory: what Qt writes to a file that is full, it writes without a word.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(paper.title)
    writer.setCreator(_CREATOR)
    document = PaperPages(paper, writer, progress)
    painter = QPainter(writer)
    try:
        for page in range(document.page_count):
            if page:
                writer.newPage()
            document.paint(painter, page)
            progress(page + 1, document.page_count)
    finally:
        painter.end()
    return pdf_outline.with_outline(bytes(buffer.data().data()), document.headings)


def ensure_application() -> QGuiApplication:
    """Return the running application, or one that needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    made = _application()
    ensure_chinese_font()
    return made


def _application() -> QGuiApplication:
    """Return a new application, which needs no display."""
    # With the fonts of the desktop where there is one always: the other plugin has none there.
    show_nowhere()
    # In a locale that is not UTF-8 Qt says at length that it takes another one.
    kept = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "C.UTF-8"
    try:
        return QGuiApplication([_CREATOR.lower()])
    finally:
        del os.environ["LC_ALL"]
        if kept is not None:
            os.environ["LC_ALL"] = kept

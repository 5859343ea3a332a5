"""Files of every format become a source text. `decode` is the door."""

import hashlib

from desktop_app.domain.bulletin import SourceText
from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import formats
from desktop_app.pipeline.sources.encoding import decode_page, decode_text
from desktop_app.pipeline.sources.formats import MOST_BYTES, Format

__all__ = ["MOST_BYTES", "decode"]


def decode(data: bytes, suffix: str) -> SourceText:
    """Return the text of a file, `suffix` being its name's (`.txt`, in any case).

    Of a text or Markdown the byte order mark is removed, and newlines stay as they are. Of every
    other format it is the reading text: a paragraph a line, a table row a line with tabs between
    its cells. Offsets are code points of this text. Contents decide where the suffix lies; the
    format that is returned is the one that was found. The encoding is that of a text or a page.

    Raises:
        DataError: the format is not read, or the file is empty, damaged, locked by a password,
            without a text, or too large.
    """
    kind = formats.format_of(data, suffix)
    text, found, encoding = _read(data, kind)
    if not text.strip():
        raise DataError("file_empty")
    return SourceText(text, found.value, encoding, hashlib.sha256(data).hexdigest())


def _read(data: bytes, kind: Format) -> tuple[str, Format, str]:
    """Return the text, the format it really has, and its encoding."""
    # A reader is imported when there is something for it: the start of the program needs none.
    match kind:
        case Format.DOCX:
            from desktop_app.pipeline.sources.docx import read_docx

            return read_docx(data), kind, ""
        case Format.PDF:
            from desktop_app.pipeline.sources.pdf import read_pdf

            return read_pdf(data), kind, ""
        case Format.ARCHIVE:
            from desktop_app.pipeline.sources.archive import pages_of

            return _longest(pages_of(data))
        case Format.HTML:
            return _page(data)
        case _:
            text, encoding = decode_text(data)
            if kind is Format.TXT and formats.is_page(text):
                return _page(data)
            return text, kind, encoding


def _longest(pages: list[bytes]) -> tuple[str, Format, str]:
    """Return the page with most text; one that cannot be read does not matter beside others."""
    read: list[tuple[str, Format, str]] = []
    for at, page in enumerate(pages):
        try:
            read.append(_page(page))
        except DataError:
            if at == len(pages) - 1 and not read:
                raise
    return max(read, key=lambda page: len(page[0]))


def _page(data: bytes) -> tuple[str, Format, str]:
    from desktop_app.pipeline.sources.html import read_html

    text, encoding = decode_page(data)
    if not formats.has_markup(text):
        return text, Format.TXT, encoding
    read = read_html(text)
    if not read and formats.has_frames(text):
        raise DataError("page_of_frames")
    return read, Format.HTML, encoding

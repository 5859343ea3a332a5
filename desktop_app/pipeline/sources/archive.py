"""A page saved as one file (.mht): the pages in it, without pictures and styles."""

import codecs
import email
from collections.abc import Iterator
from email.message import Message

from desktop_app.domain.errors import DataError

# Of a page with more frames than these the rest holds advertisements.
_MOST_PAGES = 50


def pages_of(data: bytes) -> list[bytes]:
    """Return the bytes of the pages in an archive, in its order; a plain page as it is.

    A page of frames has its text in one of the others, and advertisements are pages too.

    Raises:
        DataError: there is no page in the archive, or nothing at all.
    """
    if not data.strip():
        raise DataError("file_empty")
    if data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<"):
        return [data]
    pages = list(_pages(data))[:_MOST_PAGES]
    if not pages:
        raise DataError("file_damaged")
    return pages


def _pages(data: bytes) -> Iterator[bytes]:
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            yield _bytes_of(part)


def _bytes_of(part: Message) -> bytes:
    page = part.get_payload(decode=True)
    if not isinstance(page, bytes):
        raise DataError("file_damaged")
    charset = part.get_content_charset()
    # The archive, not the page, says the encoding; said in the page it is found there.
    declared = f'<meta charset="{charset}">'.encode("ascii", "ignore") if charset else b""
    return page if b"charset" in page[:4096] else declared + page

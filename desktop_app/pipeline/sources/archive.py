"""A page saved as one file (.mht): the page itself, without pictures and styles."""

import email
from email.message import Message

from desktop_app.domain.errors import DataError


def page_of(data: bytes) -> bytes:
    """Return the bytes of the first page in an archive; a plain page is returned as it is.

    Raises:
        DataError: there is no page in the archive.
    """
    if data.lstrip().startswith(b"<"):
        return data
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _bytes_of(part)
    raise DataError("file_damaged")


def _bytes_of(part: Message) -> bytes:
    page = part.get_payload(decode=True)
    if not isinstance(page, bytes):
        raise DataError("file_damaged")
    charset = part.get_content_charset()
    # The archive, not the page, says the encoding; said in the page it is found there.
    declared = f'<meta charset="{charset}">'.encode("ascii", "ignore") if charset else b""
    return page if b"charset" in page[:4096] else declared + page

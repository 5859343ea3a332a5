"""What a file is: its contents decide, and its name only where they leave it open."""

import re
from enum import StrEnum

from desktop_app.domain.errors import DataError

_SUFFIXES = {
    **dict.fromkeys((".txt", ".text"), "txt"),
    **dict.fromkeys((".md", ".markdown"), "md"),
    **dict.fromkeys((".htm", ".html", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys((".mht", ".mhtml"), "mht"),
    ".docx": "docx",
    ".pdf": "pdf",
}
_PDF_WITHIN = 1024
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97-2003, and encrypted files of any Word
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RICH_TEXT = b"{\\rtf"
_PAGE = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_PAGE_WITHIN = 4096
_PIECE = re.compile(r"\s*<(?:p|div|table|span|h\d|font|center|ul|ol|section|article)\b", re.I)
_BLOCK_END = re.compile(r"</(?:p|div|td|li|h\d)\s*>", re.I)
_TAG = re.compile(r"<(?:[a-zA-Z][^<>]*|/[a-zA-Z]\w*\s*)>")
_FRAME = re.compile(r"<i?frame\b", re.I)
_FEWEST_BLOCKS = 3


class Format(StrEnum):
    """The formats that are read; the value is what a bulletin's description says."""

    TXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    ARCHIVE = "mht"
    DOCX = "docx"
    PDF = "pdf"


def format_of(data: bytes, suffix: str) -> Format:
    """Return what to read `data` as; a text may still turn out to be a page, see `is_page`.

    Raises:
        DataError: it is of a format that is not read.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    if data.startswith(_COMPOUND):
        raise DataError("file_has_password" if _ENCRYPTED in data else "file_is_old_word")
    named = _SUFFIXES.get(suffix.lower())
    if data.startswith(_ZIP):
        if b"word/" in data:
            return Format.DOCX
        raise DataError(
            "file_damaged" if named == Format.DOCX else "format_not_readable", suffix=suffix or "—"
        )
    if data.startswith(_RICH_TEXT):
        raise DataError("file_is_old_word")
    if named is None and _begins_as_page(data):
        return Format.HTML
    if named is None:
        raise DataError("format_not_readable", suffix=suffix or "—")
    if named in (Format.DOCX, Format.PDF):
        # A page or a text that a server sent under the name of a document.
        return Format.HTML if _begins_as_page(data) else _damaged(data)
    return Format(named)


def _begins_as_page(data: bytes) -> bool:
    return _PAGE.match(data[:_PAGE_WITHIN].decode("latin-1").lstrip("ï»¿")) is not None


def _damaged(data: bytes) -> Format:
    raise DataError("file_damaged" if data.strip() else "file_empty")


def is_page(text: str) -> bool:
    """Whether a text is the source of a web page, whatever its file is called."""
    if _PAGE.match(text[:_PAGE_WITHIN]):
        return True
    return _PIECE.match(text) is not None and len(_BLOCK_END.findall(text)) >= _FEWEST_BLOCKS


def has_frames(text: str) -> bool:
    """Whether the source of a page shows other pages in it."""
    return _FRAME.search(text) is not None


def has_markup(text: str) -> bool:
    """Whether there is any tag in a text that calls itself a page."""
    return _TAG.search(text) is not None

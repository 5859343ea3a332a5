"""What a file is: its contents decide, and its name only where they leave it open."""

import re
from enum import StrEnum

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources.encoding import decode_text

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
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_SPREADSHEETS = frozenset({".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".ods", ".csv", ".tsv"})
_PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".jp2", ".svg"}
)
_PICTURE = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP", re.S
)
_MIB = 1024 * 1024
_RICH_TEXT = b"{\\rtf"
_PAGE = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_PAGE_WITHIN = 4096
_PIECE = re.compile(r"\s*<(?:p|div|table|span|h\d|font|center|ul|ol|section|article)\b", re.I)
_BLOCK_END = re.compile(r"</(?:p|div|td|li|h\d)\s*>", re.I)
_TAG = re.compile(r"<(?:[a-zA-Z][^<>]*|/[a-zA-Z]\w*\s*)>")
_CHINESE = re.compile("[\u4e00-\u9fff]{2}")
_SAMPLE = 64 * 1024
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


# No bulletin is so large, pictures and all: a longer file would only be refused after a long time.
_MOST_OF = {
    Format.TXT: 16 * _MIB,
    Format.MARKDOWN: 16 * _MIB,
    Format.HTML: 64 * _MIB,
    Format.ARCHIVE: 256 * _MIB,
    Format.DOCX: 512 * _MIB,
    Format.PDF: 512 * _MIB,
}
MOST_BYTES = max(_MOST_OF.values())  # of any file: contents decide what a file is, not its name


def format_of(data: bytes, suffix: str) -> Format:
    """Return what to read `data` as; a text may still turn out to be a page, see `is_page`.

    Raises:
        DataError: it is of a format that is not read, or larger than any bulletin.
    """
    found = _recognised(data, suffix.lower()) or _named(data, suffix.lower())
    if len(data) > _MOST_OF[found]:
        raise DataError("file_too_large")
    return found


def _recognised(data: bytes, suffix: str) -> Format | None:
    """Return the format that the first bytes tell, whatever the name says."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    if _PICTURE.match(data):
        raise DataError("file_is_picture")
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise DataError("file_has_password")
        # A Word file may hold a sheet.
        sheet = any(name in data for name in _WORKBOOKS) or suffix in _SPREADSHEETS
        word = _WORD_STREAM in data or not sheet
        raise DataError("file_is_old_word" if word else "file_is_spreadsheet")
    if data.startswith(_RICH_TEXT):
        raise DataError("file_is_old_word")
    if not data.startswith(_ZIP):
        return None
    if b"word/" in data:
        return Format.DOCX
    if b"xl/" in data or suffix in _SPREADSHEETS:
        raise DataError("file_is_spreadsheet")
    damaged = _SUFFIXES.get(suffix) == Format.DOCX
    raise DataError("file_damaged" if damaged else "format_not_readable", suffix=suffix or "zip")


def _named(data: bytes, suffix: str) -> Format:
    """Return the format that the name tells, where the contents leave it open."""
    named = _SUFFIXES.get(suffix)
    if named in (Format.DOCX, Format.PDF):
        # A page or a text that a server sent under the name of a document.
        if is_page(data.decode("latin-1").lstrip("ï»¿")):
            return Format.HTML
        return Format.TXT if _is_chinese_text(data) else _damaged(data)
    if named is not None:
        return Format(named)
    if _begins_as_page(data):
        return Format.HTML
    if not suffix:
        return Format.TXT
    if suffix in _PICTURES:
        raise DataError("file_is_picture")
    if suffix in _SPREADSHEETS:
        raise DataError("file_is_spreadsheet")
    if _is_chinese_text(data):
        return Format.TXT
    raise DataError("format_not_readable", suffix=suffix)


def _is_chinese_text(data: bytes) -> bool:
    """Whether a file whose name says nothing of the kind is a text, and may be a bulletin."""
    try:
        text, _encoding = decode_text(data[:_SAMPLE])
    except DataError:
        return False
    return _CHINESE.search(text) is not None


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

"""What is exported and in which formats."""

from enum import StrEnum


class What(StrEnum):
    """What is exported."""

    FIGURES = "figures"
    TEXT = "text"
    SEARCH = "search"
    FINDINGS = "findings"


class Format(StrEnum):
    """The formats, by the suffix of their files."""

    XLSX = "xlsx"
    CSV = "csv"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"


_FOR_TEXT = (Format.DOCX, Format.PDF, Format.HTML)
_FOR_TABLES = (Format.XLSX, Format.CSV, Format.DOCX, Format.PDF, Format.HTML)


def formats_of(what: What) -> tuple[Format, ...]:
    """Return the formats something can be written in, the usual one first."""
    return _FOR_TEXT if what is What.TEXT else _FOR_TABLES

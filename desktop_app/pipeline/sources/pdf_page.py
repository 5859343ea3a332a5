"""What lies on the pages of a PDF: characters with their places, and ruled lines."""

import ctypes
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice
from threading import Lock

import pypdfium2
from msgspec.structs import replace
from pypdfium2 import raw

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources.pdf_marks import THIN, Glyph, Page, Rule, upright
from desktop_app.system import resources

_MOST_PAGES = 2000
_MOST_CHARACTERS = 3_000_000
_MOST_PATHS = 20_000
_MOST_SEGMENTS = 2_000
_MOST_PICTURES = 1_000
# Ranges whose characters a font's map of glyphs puts in place of ordinary ones.
_COMPATIBLE = (
    (0x2F00, 0x2FDF),
    (0xF900, 0xFAFF),
    (0xFB00, 0xFB06),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE4F),
)
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF), (0xFFFE, 0xFFFF))
_ASCII_MARKS = frozenset("(),:;!?[]{}_")
_UNKNOWN = "\ufffd"
_NO_INK = frozenset(" \t\r\n\xa0\u3000\u2002\u2003\u2009\u200b\ufeff\xad\x00")
_ASLANT = 0.06  # of a quarter turn
# Sizes in points between which a reader sees text.
_SMALLEST, _LARGEST = 0.5, 2000.0
# PDFium keeps state of its own beside the documents and allows one caller at a time.
_ONE_AT_A_TIME = Lock()


def read_pages(data: bytes) -> list[Page]:
    """Return the pages of a PDF.

    Raises:
        DataError: it is damaged, locked by a password, or too large.
    """
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
            raise DataError("file_has_password" if locked else "file_damaged") from error
        try:
            return _pages(document)
        except pypdfium2.PdfiumError as error:
            raise DataError("file_damaged") from error
        finally:
            document.close()


def _pages(document: pypdfium2.PdfDocument) -> list[Page]:
    if len(document) > _MOST_PAGES:
        raise DataError("file_too_large")
    pages: list[Page] = []
    count = 0
    for at in range(len(document)):
        page = document[at]
        pages.append(upright(*_read(page)))
        count += len(pages[-1].glyphs)
        page.close()
        if count > _MOST_CHARACTERS:
            raise DataError("file_too_large")
    return pages


def _read(page: pypdfium2.PdfPage) -> tuple[Page, int]:
    """Return a page as it is stored, and how far its text is turned (degrees, 0 to 270)."""
    left, bottom, right, top = page.get_cropbox()
    text = page.get_textpage()
    found: dict[int, list[Glyph]] = defaultdict(list)
    for glyph, turn in _glyphs(text.raw):
        if left <= glyph.x0 <= right and bottom <= glyph.y <= top:
            x0, x1, y = glyph.x0 - left, glyph.x1 - left, glyph.y - bottom
            found[turn].append(replace(glyph, x0=x0, x1=x1, y=y))
    text.close()
    # Text turned another way than the most is along the edge of a page or the axis of a chart.
    turn = max(found, key=lambda turn: len(found[turn]), default=0)
    rules = tuple(_rules(page, left, bottom))
    width, height = right - left, top - bottom
    pictured = _is_pictured(page, width * height)
    return Page(width, height, tuple(found[turn]), rules, pictured), turn


def _glyphs(text: raw.FPDF_TEXTPAGE) -> Iterator[tuple[Glyph, int]]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    count = raw.FPDFText_CountChars(text)
    if count > _MOST_CHARACTERS:
        raise DataError("file_too_large")
    high = 0
    for at in range(count):
        # What PDFium adds itself, spaces and line ends, is seen from the places as well.
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        char = _UNKNOWN if raw.FPDFText_HasUnicodeMapError(text, at) == 1 else character(code)
        if char in _NO_INK:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        if not _SMALLEST < size < _LARGEST:
            continue
        quarters = math.degrees(raw.FPDFText_GetCharAngle(text, at)) / 90
        if abs(quarters - round(quarters)) > _ASLANT:
            continue  # a watermark
        turn = -round(quarters) % 4 * 90  # PDFium measures angles as clocks go
        level = turn in (0, 180)
        x0, x1 = (box.left, box.right) if level else (x.value, x.value)
        yield Glyph(char, x0, x1, y.value, size), turn


def character(code: int) -> str:
    """Return the character that a font's map means: a radical's own, no private or false one."""
    if not code or any(first <= code <= last for first, last in _PRIVATE):
        return _UNKNOWN
    char = chr(code)
    if char in _radicals():
        return _radicals()[char]
    if any(first <= code <= last for first, last in _COMPATIBLE):
        plain = unicodedata.normalize("NFKC", char)
        # Marks of upright writing are full width.
        return chr(ord(plain) + 0xFEE0) if plain in _ASCII_MARKS else plain
    return char


@cache
def _radicals() -> dict[str, str]:
    table = resources.table("sources")
    return dict(zip(table["radicals"], table["radicals_meant"], strict=True))


def _rules(page: pypdfium2.PdfPage, left: float, bottom: float) -> Iterator[Rule]:
    for at, found in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if at >= _MOST_PATHS:
            return
        for rule in _rules_of(found):
            x0, x1, y0, y1 = rule
            yield Rule(x0 - left, x1 - left, y0 - bottom, y1 - bottom)


def _is_pictured(page: pypdfium2.PdfPage, area: float) -> bool:
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)
    for found in islice(pictures, _MOST_PICTURES):
        x0, y0, x1, y1 = found.get_bounds()
        if (x1 - x0) * (y1 - y0) > area / 2:
            return True
    return False


def _rules_of(found: pypdfium2.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """Yield the straight lines of a path as (left, right, lower, upper)."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(found.raw, fill, stroke)
    x0, y0, x1, y1 = found.get_bounds()
    if x1 - x0 < THIN or y1 - y0 < THIN:
        if fill.value or stroke.value:
            yield x0, x1, y0, y1
        return
    if not stroke.value:
        return  # a shade
    matrix = found.get_matrix()
    before = start = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(raw.FPDFPath_CountSegments(found.raw), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(found.raw, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            yield _between(before, point)
        if start is not None and raw.FPDFPathSegment_GetClose(segment):
            yield _between(point, start)
        before = point


def _between(
    one: tuple[float, float], other: tuple[float, float]
) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = one, other
    return min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)

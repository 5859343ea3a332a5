"""The bytes of a text file in the encodings Chinese text files come in."""

import codecs
from functools import cache

from desktop_app.domain.errors import DataError
from desktop_app.system import resources

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As folded: full-width marks count as their half-width twins.
_USUAL_MARKS = frozenset(",;:!?()%、。“”‘’《》—·… ")
_WHITE_CONTROLS = set("\t\n\r\f\v\x85")


def decode_text(data: bytes) -> tuple[str, str]:
    """Return the text of `data` without its byte order mark, and the encoding's name.

    Raises:
        DataError: there is nothing to read, or the bytes are no text in any of the encodings.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            break
    else:
        text, encoding = _without_mark(data)
    if text is None:
        raise DataError("file_not_text")
    if not text.strip():
        raise DataError("file_empty")
    return text, encoding


def _without_mark(data: bytes) -> tuple[str | None, str]:
    """Decode strict UTF-8, else whichever legacy encoding reads as the more usual Chinese."""
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    readings = [(_strictly(data, encoding), encoding) for encoding in ("gb18030", "big5")]
    readable = [(text, encoding) for text, encoding in readings if text is not None]
    if not readable:
        return None, ""
    # The first of two equal ones stays: GB 18030 is the national standard.
    return max(readable, key=lambda reading: plausibility(reading[0]))


def _strictly(data: bytes, encoding: str) -> str | None:
    """Return the text, or None where the bytes are invalid or decode to control characters."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    controls = {char for char in text if ord(char) < 32 or 0x7F <= ord(char) < 0xA0}
    return None if controls - _WHITE_CONTROLS else text


def plausibility(text: str) -> float:
    """Return the share of common Chinese characters among those that are not ASCII (0 to 1)."""
    foreign = "".join(char for char in text if not char.isascii())
    usual = common_characters() | _USUAL_MARKS
    folded = resources.folding().fold(foreign)
    return sum(char in usual for char in folded) / max(len(foreign), 1)


@cache
def common_characters() -> frozenset[str]:
    """Return the 3755 common Simplified characters: level 1 of GB 2312."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset(b"".join(rows).decode("gb2312", errors="ignore"))

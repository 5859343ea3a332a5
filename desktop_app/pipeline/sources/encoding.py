"""The bytes of a text file in the encodings Chinese text files come in."""

import codecs
import re
from collections.abc import Callable, Iterable
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
_DECLARED = re.compile(
    rb"""<[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_DECLARATION_WITHIN = 4096
# What pages say of themselves, and what they are; browsers read them so too.
_MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5"}
# One broken byte among so many characters is damage; more is another encoding, or no text.
_FEWEST_SOUND = 100
_PLAUSIBLE = 0.8
_IN_PAIRS = frozenset({"gb18030", "big5"})
_GAP = "gongbao.gap"
_LOOK_AHEAD = 40  # bytes
_WHITE_CONTROLS = set("\t\n\r\f\v\x85")
# What systems and disks put after the last character of a text: the end mark of DOS, and padding.
_AFTER_TEXT = b"\x1a\x00"


def decode_text(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of `data` without its byte order mark, and the encoding's name.

    The end mark of DOS is no part of it either.

    A text with a few broken bytes is read with U+FFFD in their places. `declared` is what the
    text says of its encoding; it counts where UTF-8 does not fit.

    Raises:
        DataError: there is nothing to read, or the bytes are no text in any of the encodings.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            break
    else:
        text, encoding = _in_two_bytes(data) or _without_mark(data.rstrip(_AFTER_TEXT), declared)
    if text is None:
        raise DataError("file_not_text")
    if not text.strip():
        raise DataError("file_empty")
    return text, encoding


def decode_page(data: bytes) -> tuple[str, str]:
    """Return the text of a web page, which may declare its encoding; see `decode_text`."""
    return decode_text(data, _declared(data))


def _declared(data: bytes) -> str:
    """Return the legacy encoding that a page declares, or nothing."""
    found = _DECLARED.search(data, 0, _DECLARATION_WITHIN)
    if found is None:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return ""
    return _MEANT.get(name, "")


def _in_two_bytes(data: bytes) -> tuple[str, str] | None:
    """Return the text of UTF-16 without its mark, which its line ends and digits give away."""
    if b"\0" not in data or len(data) % 2:
        return None
    readable = _readings(data, ["utf-16-le", "utf-16-be"], _strictly)
    likely = [(text, encoding) for text, encoding in readable if plausibility(text) >= _PLAUSIBLE]
    return likely[0] if len(likely) == 1 else None


def _without_mark(data: bytes, declared: str) -> tuple[str | None, str]:
    """Decode strict UTF-8, else whichever legacy encoding reads as the more usual Chinese."""
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    encodings = [declared] if declared else []
    if declared and (text := _strictly(data, declared)) is not None:
        return text, declared
    encodings += ["gb18030", "big5"]
    readable = _readings(data, encodings, _strictly) or _readings(
        data, ["utf-8", *encodings], _with_gaps
    )
    if not readable:
        return None, ""
    # The first of two equal ones stays: GB 18030 is the national standard.
    return max(readable, key=lambda reading: plausibility(reading[0]))


def _readings(
    data: bytes, encodings: Iterable[str], decode: Callable[[bytes, str], str | None]
) -> list[tuple[str, str]]:
    readings = [(decode(data, encoding), encoding) for encoding in encodings]
    return [(text, encoding) for text, encoding in readings if text is not None]


def _with_gaps(data: bytes, encoding: str) -> str | None:
    """Return the text with U+FFFD for broken bytes; None where they are many, or it is no text."""
    text = data.decode(encoding, errors="replace")
    if (text.count("\ufffd") + len(_controls(text))) * _FEWEST_SOUND > len(text):
        return None
    if encoding in _IN_PAIRS:
        text = data.decode(encoding, errors=_GAP)
    return text if plausibility(text) >= _PLAUSIBLE else None


def _gap(error: UnicodeError) -> tuple[str, int]:
    """Return U+FFFD for broken bytes, and where to read on: as the more usual Chinese.

    A pair of which one byte is broken leaves the other, and what is read from there is shifted.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    rest = error.object[error.start : error.start + _LOOK_AHEAD]
    likely = [
        plausibility(rest[skipped:].decode(error.encoding, errors="ignore")) for skipped in (1, 2)
    ]
    whole = len(rest) > 2 and likely[1] > likely[0]
    return "\ufffd", error.start + (2 if whole else 1)


codecs.register_error(_GAP, _gap)


def _strictly(data: bytes, encoding: str) -> str | None:
    """Return the text, or None where the bytes are invalid or decode to control characters."""
    try:
        text = data.decode(encoding).rstrip("\x1a\x00")
    except UnicodeDecodeError:
        return None
    return None if _controls(text) else text


def _controls(text: str) -> list[str]:
    """Return the control characters in a text that are no white space."""
    controls = (char for char in text if ord(char) < 32 or 0x7F <= ord(char) < 0xA0)
    return [char for char in controls if char not in _WHITE_CONTROLS]


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

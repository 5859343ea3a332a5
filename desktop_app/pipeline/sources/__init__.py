"""Files of every format become a source text. `decode` is the door."""

import hashlib

from desktop_app.domain.bulletin import SourceText
from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources.encoding import decode_text

_TEXT_FORMATS = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md"}


def decode(data: bytes, suffix: str) -> SourceText:
    """Return the text of a file, `suffix` being its name's (`.txt`, in any case).

    The byte order mark is removed, newlines stay as they are: offsets are code points of this
    text.

    Raises:
        DataError: the format is not read, the file is empty, or its bytes are no text.
    """
    kind = _TEXT_FORMATS.get(suffix.lower())
    if kind is None:
        raise DataError("format_not_readable", suffix=suffix or "—")
    text, encoding = decode_text(data)
    return SourceText(text, kind, encoding, hashlib.sha256(data).hexdigest())

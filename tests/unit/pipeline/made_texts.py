"""Bulletins read from a few lines of plain text."""

import hashlib

from desktop_app.domain.bulletin import Bulletin, SourceText
from desktop_app.pipeline.understanding import understand


def read(*lines: str) -> Bulletin:
    """Return the bulletin that these lines are."""
    text = "\n".join(lines)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (bulletin,) = understand(SourceText(text, "txt", "utf-8", sha256))
    return bulletin

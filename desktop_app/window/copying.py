"""What a copy takes: the selected text, the selected rows, or the chosen figure."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.services import citing

_SHOWN = 40


def text_to_copy(
    bulletin: Bulletin,
    script: Script,
    selected_text: str,
    figures: Sequence[Figure],
    *,
    source: bool,
) -> str:
    """Return the selected text, or else one line for each figure; empty where there is neither.

    Blanks alone are nothing that is selected: a source has nothing to stand behind there.
    """
    text = citing.plain(selected_text)
    if text:
        return citing.text_with_source(text, bulletin, script) if source else text
    line = citing.with_source if source else citing.value_with_unit
    return "\n".join(line(figure, bulletin, script) for figure in figures)


def put_on_clipboard(text: str) -> None:
    """Make `text` what the next paste gives."""
    QGuiApplication.clipboard().setText(text)


def shortened(text: str) -> str:
    """Return the first line of `text`, cut where it is long."""
    first = text.splitlines()[0]
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"

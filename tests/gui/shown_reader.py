"""A reader on the screen, as the tests of its parts need it."""

from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services.appearance import Theme, Typography
from desktop_app.services.citing import plain
from desktop_app.widgets.reader import ReaderPane

PX = 17


def show_reader(
    qtbot: QtBot,
    bulletin: Bulletin,
    look: tuple[Theme, Typography],
    size: tuple[int, int],
    script: Script = Script.HANS,
) -> ReaderPane:
    """Return a reader of `size` (pixels) that shows `bulletin`."""
    pane = ReaderPane(*look, script, PX)
    qtbot.addWidget(pane)
    pane.resize(*size)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.set_bulletin(bulletin)
    return pane


def spans_of(county: Bulletin, word: str) -> list[tuple[int, int]]:
    hans = county.text.hans
    return [(at, at + len(word)) for at in range(len(hans)) if hans.startswith(word, at)]


def marked(pane: ReaderPane) -> list[str]:
    """Return what is marked in the text now, the current match once more at the end."""
    return [plain(s.cursor.selectedText()) for s in pane._view.extraSelections()]

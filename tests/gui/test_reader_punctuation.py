"""How the reader sets Chinese punctuation: at the rims of lines, and where two marks meet."""

from typing import cast

import pytest
from PySide6.QtGui import QFontMetricsF, QTextCursor
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.punctuation import tight_places
from desktop_app.widgets.reader.style import ReaderStyle
from tests.handmade import make_bulletin

pytestmark = pytest.mark.gui
_PX = 20
_NEVER_FIRST, _NEVER_LAST = "。，、；：！？”’）》」』】〕〉%", "“‘（《「『【〔〈"


def document_of(
    bulletin: Bulletin, script: Script, theme: Theme, faces: Typography, width: int
) -> ReaderDocument:
    text = ReaderDocument(bulletin, ReaderStyle(theme, faces, script, _PX), "")
    text.finish()
    text.document.setTextWidth(width)
    text.document.documentLayout().documentSize()
    return text


def lines_of(text: ReaderDocument) -> list[list[str]]:
    """Return the lines of each paragraph."""
    paragraphs = []
    block = text.document.begin()
    while block.isValid():
        lines = (block.layout().lineAt(at) for at in range(block.layout().lineCount()))
        spans = ((line.textStart(), line.textStart() + line.textLength()) for line in lines)
        paragraphs.append([block.text()[start:end] for start, end in spans])
        block = block.next()
    return paragraphs


@pytest.mark.parametrize("width", [317, 420, 555, 681])
def test_no_line_begins_or_ends_with_the_wrong_mark(
    qtbot: QtBot, bundled: Bulletin, script: Script, light: Theme, faces: Typography, width: int
) -> None:
    del qtbot
    for lines in lines_of(document_of(bundled, script, light, faces, width)):
        assert not [line for line in lines[1:] if line[:1] and line[0] in _NEVER_FIRST]
        ends = (line.rstrip("\u2028 ") for line in lines[:-1])
        assert not [line for line in ends if line and line[-1] in _NEVER_LAST]


@pytest.mark.parametrize(
    ("text", "wide", "tight"),
    [
        ("按《办法》（试行），", True, "》）"),
        ("他说：“好。”（笑）", True, "：”"),
        ("他说：“好。”（笑）", False, ""),
        ("（（一））", True, "（）"),
        ("增长3.4%，其中", True, ""),
        ("一、二", True, ""),
    ],
)
def test_the_first_of_two_marks_is_narrower(text: str, wide: bool, tight: str) -> None:
    places = tight_places(text, 0, len(text), wide_quotes=wide)
    assert "".join(text[at] for at in places) == tight


def test_marks_that_meet_share_their_blank_and_copies_know_nothing_of_it(
    qtbot: QtBot, light: Theme, faces: Typography
) -> None:
    del qtbot
    line = "按《办法》（试行）办"
    text = document_of(make_bulletin(line), Script.HANS, light, faces, 600)
    first = text.to_document(0)
    block = text.document.findBlock(first)
    shown = block.layout().lineAt(0)

    def x(at: int) -> float:
        # The stubs know nothing of what Qt returns through its arguments.
        found = cast("tuple[float, int]", shown.cursorToX(first - block.position() + at))
        return found[0]

    measured = QFontMetricsF(text.document.defaultFont())
    square = measured.horizontalAdvance("办")
    ink = measured.boundingRect("》").right()
    narrow = x(5) - x(4)
    assert square / 2 - 1 <= narrow < square - 2
    assert narrow + measured.boundingRect("（").left() >= ink, "ink stays clear of ink"
    assert x(6) - x(5) == pytest.approx(square, abs=1)
    everything = QTextCursor(text.document)
    everything.select(QTextCursor.SelectionType.Document)
    assert text.selected_text(everything).endswith(line)

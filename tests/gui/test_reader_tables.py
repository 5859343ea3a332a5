"""Tables in the reader: drawn as tables, with every offset where it was."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, PassageKind, Script
from desktop_app.domain.events import FigureChosen
from desktop_app.domain.textmap import Edit
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.style import ReaderStyle
from desktop_app.widgets.reader.tables import find_tables
from tests.gui.shown_reader import PX, show_reader
from tests.handmade import Line, make_bulletin, make_figure

pytestmark = pytest.mark.gui
_TABLE = (
    "主要产品产量",
    "单位：万吨",
    "指标\t产量\t增长（%）",
    "粮食\t650.0\t17.3",
    "期末存栏",
    "\t\t",
    "𠮷羊\t121.7",
    "各县粮食",
    "县\t产量",
    "青河县\t79.4",
)
_LINES: tuple[Line | str, ...] = (
    Line("一、农业", "一"),
    "全年粮食丰收。",
    *_TABLE,
    "二者均为初步统计数。",
)


def as_tables(bare: Bulletin, *lines: str) -> Bulletin:
    """Return a bulletin in which these lines, or without any all, are of tables."""
    passages = tuple(
        replace(passage, kind=PassageKind.TABLE)
        if not lines or bare.text.hans[passage.read_start : passage.read_end] in lines
        else passage
        for passage in bare.passages
    )
    return replace(bare, passages=passages)


@pytest.fixture
def farming() -> Bulletin:
    bulletin = as_tables(make_bulletin(*_LINES), *_TABLE)
    printed = ("650.0", "17.3", "121.7", "79.4")
    figures = tuple(
        make_figure(bulletin, one, number=number) for number, one in enumerate(printed, start=1)
    )
    return replace(bulletin, figures=figures)


def make_document(
    bulletin: Bulletin, light: Theme, faces: Typography, script: Script = Script.HANS
) -> ReaderDocument:
    return ReaderDocument(bulletin, ReaderStyle(light, faces, script, PX), "")


def tables_of(text: ReaderDocument) -> list[QTextTable]:
    frames = text.document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def cells_of(table: QTextTable) -> list[list[str]]:
    """Return the texts of a table's cells, a merged one once."""
    rows = []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        own = [cell for column, cell in enumerate(cells) if cell.column() == column]
        rows.append([text_of(cell.firstCursorPosition(), cell.lastPosition()) for cell in own])
    return rows


def text_of(cursor: QTextCursor, end: int) -> str:
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2060", "")


@pytest.mark.usefixtures("qapp")
def test_rows_are_rows_and_what_stands_over_them_stands_above(
    farming: Bulletin, light: Theme, faces: Typography
) -> None:
    text = make_document(farming, light, faces)
    first, second = tables_of(text)
    assert cells_of(first) == [
        ["指标", "产量", "增长（%）"],
        ["粮食", "650.0", "17.3"],
        ["期末存栏"],
        ["\t\t"],
        ["𠮷羊", "121.7", ""],
    ]
    assert cells_of(second) == [["县", "产量"], ["青河县", "79.4"]]
    caption = text.document.findBlock(text.to_document(farming.text.hans.index("主要产品")))
    assert caption.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter


@pytest.mark.usefixtures("qapp")
def test_numbers_stand_at_the_right_rim_and_heads_are_strong(
    farming: Bulletin, light: Theme, faces: Typography
) -> None:
    text = make_document(farming, light, faces)
    table = tables_of(text)[0]
    sides = [
        table.cellAt(1, column).firstCursorPosition().blockFormat().alignment()
        for column in range(3)
    ]
    right = Qt.AlignmentFlag.AlignRight
    assert [bool(side & right) for side in sides] == [False, True, True]
    head = table.cellAt(0, 1).firstCursorPosition()
    head.movePosition(QTextCursor.MoveOperation.NextCharacter)
    assert head.charFormat().font().bold()


@pytest.mark.usefixtures("qapp")
def test_every_offset_of_a_table_goes_there_and_back(
    farming: Bulletin, script: Script, light: Theme, faces: Typography
) -> None:
    text = make_document(farming, light, faces, script)
    for passage in farming.passages:
        for offset in range(passage.read_start, passage.read_end):
            assert text.to_reading(text.to_document(offset)) == offset
    for figure in farming.figures:
        span = text.figure_span(figure.id)
        assert span is not None
        assert text.selected_text(selection(text, *span)) == figure.printed
        assert text.figure_at(span[0]) == figure


@pytest.mark.usefixtures("qapp")
def test_a_selected_table_is_rows_of_tabbed_cells(
    farming: Bulletin, light: Theme, faces: Typography
) -> None:
    text = make_document(farming, light, faces)
    hans = farming.text.hans
    start, end = hans.index("全年"), hans.index("各县")
    whole = selection(text, text.to_document(start), text.to_document(end))
    assert text.selected_text(whole) == hans[start:end].rstrip("\n")
    corners = text.to_document(hans.index("指标")), text.to_document(hans.index("650.0")) + 1
    rectangle = selection(text, *corners)
    assert text.selected_text(rectangle) == "指标\t产量\n粮食\t650.0"


def selection(text: ReaderDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(text.document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


@pytest.mark.usefixtures("qapp")
def test_a_source_without_cells_shows_its_own_lines(light: Theme, faces: Typography) -> None:
    source = ("指标|产量", "粮食|650.0")
    edits = tuple(Edit(at, at + 1, "\t") for at in (2, 8))
    bulletin = as_tables(make_bulletin(*source, edits=edits))
    assert len(tables_of(make_document(bulletin, light, faces))) == 1
    shown = make_document(bulletin, light, faces, Script.SOURCE)
    assert not tables_of(shown)
    assert "粮食|650.0" in shown.document.toPlainText()


def test_a_long_table_is_set_in_pieces_without_a_gap() -> None:
    rows = ["县\t产量", *(f"第{n}县\t{n}" for n in range(500))]
    tables, _ = find_tables(as_tables(make_bulletin(*rows)))
    pieces = [tables[first] for first in sorted(tables)]
    assert [row.passage for piece in pieces for row in piece.rows] == list(range(501))
    assert [piece.goes_on for piece in pieces] == [True] * (len(pieces) - 1) + [False]
    assert {piece.columns for piece in pieces} == {2}


def test_a_click_in_a_cell_chooses_its_figure(
    qtbot: QtBot, farming: Bulletin, light: Theme, faces: Typography
) -> None:
    pane = show_reader(qtbot, farming, (light, faces), (620, 700))
    assert pane._text is not None
    span = pane._text.figure_span(4)
    assert span is not None
    spot = pane._view.rect_of(*span).center()
    with qtbot.waitSignal(pane.figure_chosen) as caught:
        qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == [FigureChosen(4)]


def test_the_place_inside_a_table_survives_every_switch(
    qtbot: QtBot, light: Theme, faces: Typography
) -> None:
    rows = ["县\t产量", *(f"第{n}县\t{n}" for n in range(100, 160))]
    bulletin = as_tables(make_bulletin(*rows))
    pane = show_reader(qtbot, bulletin, (light, faces), (620, 300))
    offset = bulletin.passages[30].read_start
    pane.scroll_to(offset)
    for script in (Script.HANT, Script.SOURCE, Script.HANS):
        pane.show_script(script)
        assert pane.place().read_offset == offset
    pane.set_size(24)
    pane.resize(480, 260)
    assert pane.place().read_offset == offset
    pane._view.verticalScrollBar().setValue(pane._view.verticalScrollBar().value() + 60)
    passed = pane.place().read_offset
    assert passed > offset
    pane.show_script(Script.SOURCE)
    assert pane.place().read_offset == passed


def test_a_narrow_view_breaks_no_number_and_no_short_name(
    qtbot: QtBot, light: Theme, faces: Typography
) -> None:
    head = "\t".join(["地区", *(f"第{n}产业增加值（亿元）" for n in "一二三四五六七八")])
    row = "\t".join(["高新技术产业开发区", *(f"1{n}45.60" for n in range(8))])
    short = "\t".join(["青河县", *(f"2{n}45.60" for n in range(8))])
    bare = make_bulletin(head, row, short, "全县平稳，各项工作扎实推进，经济运行总体平稳。")
    pane = show_reader(qtbot, as_tables(bare, head, row, short), (light, faces), (420, 500))
    assert pane._text is not None
    (table,) = tables_of(pane._text)
    pane._view.document().documentLayout().documentSize()

    def lines(at: int, column: int) -> int:
        return table.cellAt(at, column).firstCursorPosition().block().layout().lineCount()

    assert {lines(at, column) for at in (1, 2) for column in range(1, 9)} == {1}
    assert lines(2, 0) == 1
    assert lines(1, 0) > 1
    assert lines(0, 1) > 1
    sideways = pane._view.horizontalScrollBar()
    assert sideways.maximum() > 0, "what does not fit is come to by scrolling"
    qtbot.keyClick(pane._view, Qt.Key.Key_Right)
    assert sideways.value() > 0
    pane.resize(1000, 500)
    assert sideways.maximum() == 0


@pytest.mark.parametrize("px", [12, 14, 17, 18, 21, 28])
def test_a_table_that_fits_brings_no_bar(
    qtbot: QtBot, farming: Bulletin, light: Theme, faces: Typography, px: int
) -> None:
    pane = show_reader(qtbot, farming, (light, faces), (640, 400))
    pane.set_size(px)
    for width in range(640, 660):
        pane.resize(width, 400)
        QApplication.processEvents()
        assert not pane._view.horizontalScrollBar().isVisible(), width

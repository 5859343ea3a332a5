"""What the rims of the reader cut: the last line is left out, a page begins with a whole one."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractSlider
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, PassageKind
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader import ReaderPane
from tests.gui.shown_reader import show_reader
from tests.handmade import make_bulletin

pytestmark = pytest.mark.gui
_TEXT = [
    f"第{n}片区粮食产量平稳，作物长势好，乡亲们忙着秋收，全年收成好于上年。" for n in range(60)
]
_ROWS = ["指标\t单位\t数量", *(f"粮食{n}\t万吨\t{n}.5" for n in range(80))]


def as_tables(bare: Bulletin) -> Bulletin:
    rows = (
        replace(p, kind=PassageKind.TABLE)
        if "\t" in bare.text.hans[p.read_start : p.read_end]
        else p
        for p in bare.passages
    )
    return replace(bare, passages=tuple(rows))


@pytest.fixture(params=["text", "table"])
def pane(
    request: pytest.FixtureRequest, qtbot: QtBot, light: Theme, faces: Typography
) -> ReaderPane:
    lines = _TEXT if request.param == "text" else ["全县平稳。", *_ROWS]
    return show_reader(qtbot, as_tables(make_bulletin(*lines)), (light, faces), (560, 420))


def rows_with_ink(image: QImage, paper: QColor) -> list[int]:
    """Return the rows of pixels that have something on them beside paper."""
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) != paper for x in range(30, image.width() - 30, 2))
    ]


def test_no_line_is_cut_below(qtbot: QtBot, pane: ReaderPane, light: Theme) -> None:
    view = pane._view
    paper = QColor(light.page)
    for value in range(0, 90, 9):
        view.verticalScrollBar().setValue(value)
        ink = rows_with_ink(view.viewport().grab().toImage(), paper)
        covered = view._cut_line.rect()
        if not covered.isEmpty():
            assert not [y for y in ink if y >= covered.top()]
        assert ink[-1] > view.viewport().height() - 70, "no more than one line is left out"
    view.verticalScrollBar().setValue(7)
    with_scrolling = view.viewport().grab().toImage()
    view.viewport().update()
    assert view.viewport().grab().toImage() == with_scrolling
    del qtbot


def test_a_page_begins_with_the_line_that_was_left_out(qtbot: QtBot, pane: ReaderPane) -> None:
    view, bar = pane._view, pane._view.verticalScrollBar()
    for _ in range(4):
        cut = view._cut_line.rect()
        expected = bar.value() + (view.viewport().height() if cut.isEmpty() else cut.top())
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        assert expected - 8 <= bar.value() <= expected
    # Up again: nothing is skipped, and the first line is whole.
    before = bar.value()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    gap = 4
    assert before - gap - view.viewport().height() <= bar.value() < before
    top = view.line_top(view.position_at(0))
    assert top >= bar.value()


@pytest.mark.parametrize("passage", [25, 31, 44])
def test_what_is_brought_into_sight_has_a_whole_line_above(pane: ReaderPane, passage: int) -> None:
    view, bulletin = pane._view, pane._bulletin
    assert bulletin is not None
    start = bulletin.passages[passage].read_start
    pane.show_span(start, start + 4)
    assert pane.sees(start, start + 4)
    top = view.line_top(view.position_at(0))
    assert top >= view.verticalScrollBar().value()


def test_a_page_up_from_the_second_line_is_the_top(pane: ReaderPane) -> None:
    bar = pane._view.verticalScrollBar()
    bar.setValue(20)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    assert bar.value() == 0

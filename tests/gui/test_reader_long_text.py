"""A long text in the reader: its beginning is there at once, all of it when it is asked for."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services.appearance import Theme, Typography
from desktop_app.services.citing import plain
from desktop_app.widgets.reader import ReaderPane
from tests.gui.shown_reader import show_reader
from tests.handmade import Line, make_bulletin, make_figure

pytestmark = pytest.mark.gui
_FILLING = "各项工作扎实推进，经济运行总体平稳，民生持续改善。" * 20
_LAST = "全县有小学12所。"


@pytest.fixture(scope="module")
def long() -> Bulletin:
    filling = (f"{n}、{_FILLING}" for n in range(200))
    bulletin = make_bulletin(Line("一、综合", "一"), *filling, Line("二、教育", "二"), _LAST)
    assert len(bulletin.text.hans) > 90_000
    return replace(bulletin, figures=(make_figure(bulletin, "12所"),))


@pytest.fixture
def pane(qtbot: QtBot, long: Bulletin, light: Theme, faces: Typography) -> ReaderPane:
    return show_reader(qtbot, long, (light, faces), (620, 420))


def is_whole(pane: ReaderPane) -> bool:
    return pane._view.document().characterCount() > 90_000


def test_the_rest_is_written_by_and_by(qtbot: QtBot, pane: ReaderPane) -> None:
    assert not is_whole(pane)
    assert pane._view.document().characterCount() > 10_000
    qtbot.waitUntil(lambda: not pane._growing.isActive())
    assert is_whole(pane)
    assert plain(pane._view.toPlainText()).endswith(_LAST)


def test_a_place_far_down_is_there_when_it_is_asked_for(pane: ReaderPane, long: Bulletin) -> None:
    last = long.chapters[-1]
    pane.scroll_to(last.title_read_start)
    assert pane.place().section_id == last.id
    assert plain(pane._view.toPlainText()).endswith(_LAST)


def test_the_next_figure_is_found_far_down(pane: ReaderPane) -> None:
    pane.step_figure(1)
    assert pane._choice.figure == 1


def test_matches_are_marked_far_down(pane: ReaderPane, long: Bulletin) -> None:
    at = long.text.hans.index("小学")
    pane.mark_matches([(at, at + 2)], (at, at + 2))
    assert {s.cursor.selectedText() for s in pane._view.extraSelections()} == {"小学"}


def test_all_of_it_is_selected(qtbot: QtBot, pane: ReaderPane, long: Bulletin) -> None:
    qtbot.keyClick(pane._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.selected_text().endswith(_LAST)
    assert pane.selected_span() == (0, len(long.text.hans))


def test_another_script_shows_the_same_place(pane: ReaderPane, long: Bulletin) -> None:
    offset = long.passages[150].read_start
    pane.scroll_to(offset)
    pane.show_script(Script.HANT)
    assert pane.place().read_offset == offset


def test_none_is_written_on_once_it_is_gone(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.set_bulletin(None)
    qtbot.waitUntil(lambda: not pane._growing.isActive())
    assert pane._view.toPlainText() == ""


def test_a_resized_text_keeps_its_place_and_is_laid_out_once_the_size_settles(
    qtbot: QtBot, pane: ReaderPane, long: Bulletin
) -> None:
    offset = long.passages[180].read_start
    pane.scroll_to(offset)
    laid: list[int] = []
    pane._view.resized.connect(lambda: laid.append(pane._view.viewport().width()))
    for width in (600, 580, 560, 520):
        pane.resize(width, 420)
    assert laid == [], "no step of a drag lays a long text out"
    qtbot.waitUntil(lambda: bool(laid))
    assert laid == [pane._view.viewport().width()]
    assert pane.place().read_offset == offset
    frame = pane._view.document().rootFrame().frameFormat()
    assert frame.leftMargin() == pane._view.column_left()


def test_ticks_of_a_long_text_come_to_stand_where_its_matches_do(
    qtbot: QtBot, pane: ReaderPane, long: Bulletin
) -> None:
    hans = long.text.hans
    spans = [(at, at + 2) for at in range(len(hans)) if hans.startswith("平稳", at)]
    assert len(spans) > 1500
    pane.mark_matches(spans, spans[-1])
    view, text = pane._view, pane._text
    assert text is not None
    assert 750 <= len(view.ticks.ticks()) <= 1500, "no more ticks than a bar can show"

    def on_the_page() -> None:
        height = view.document().documentLayout().documentSize().height()
        tops = {round(view.line_top(text.span(*span)[0]) / height, 6) for span in spans}
        assert {round(tick, 6) for tick in view.ticks.ticks()} <= tops

    qtbot.waitUntil(on_the_page)


@pytest.mark.parametrize("filling", ["0123456789" * 50_000, _FILLING * 1000])
def test_one_enormous_line_is_set_in_pieces(pane: ReaderPane, filling: str) -> None:
    bulletin = make_bulletin(Line("一、综合", "一"), filling, _LAST)
    bulletin = replace(bulletin, figures=(make_figure(bulletin, "12所"),))
    pane.set_bulletin(bulletin)
    document = pane._view.document()
    pane.step_figure(1)
    assert pane._choice.figure == 1
    block = document.begin()
    while block.isValid():
        assert block.length() < 25_000, "Qt lays out a block as a whole"
        block = block.next()
    pane._view.all_wanted.emit()
    assert filling in pane.selected_text(), "what is copied is the text as it was"

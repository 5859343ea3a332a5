"""数据审核: grouped, filtered, walked through by keys; each leads to its sentence and numbers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.events import FindingChosen
from desktop_app.itemmodels.findings import FindingRole, FindingsModel, Grouping
from desktop_app.services import appearance, finding, findings
from desktop_app.services.findings import Verdict
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.tasks.runner import InlineRunner
from desktop_app.widgets.findings import FindingsPane
from desktop_app.window.actions import ActionId
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.panes import FINDINGS_TAB
from tests.gui.three_years import inline_lanes, open_window, press

pytestmark = pytest.mark.gui


@pytest.fixture
def pane(qtbot: QtBot, bundled: Bulletin) -> FindingsPane:
    pane = FindingsPane()
    qtbot.addWidget(pane)
    pane.resize(284, 700)
    pane.apply_theme(appearance.theme(appearance.LIGHT))
    pane.set_findings(findings.rows(bundled, Script.HANS), Script.HANS)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def listed(pane: FindingsPane) -> list[str]:
    """Return the verdicts of the rows, headings with their text in brackets."""
    shown = []
    for row in range(pane._model.rowCount()):
        index = pane._model.index(row)
        one, heading = index.data(FindingRole.ROW), index.data(FindingRole.HEADING)
        shown.append(one.word if one is not None else f"[{heading.text} {heading.count}]")
    return shown


def test_the_model_behaves(qtmodeltester: ModelTester, bundled: Bulletin) -> None:
    model = FindingsModel()
    qtmodeltester.check(model)
    model.set_findings(findings.rows(bundled, Script.HANS))
    qtmodeltester.check(model)


def test_what_does_not_agree_comes_first(pane: FindingsPane, bundled: Bulletin) -> None:
    shown = listed(pane)
    count = sum(one.verdict == "不一致" for one in bundled.findings)
    assert shown[: count + 1] == [f"[≠ 不一致 {count}]", *["不一致"] * count]
    assert [text[1] for text in shown if text.startswith("[")] == ["≠", "≈", "="]
    assert f"验算了 {len(bundled.findings)} 个数" in pane._summary.text()
    assert f"不一致 {count}" in pane._summary.text()


def test_grouped_by_chapter_they_follow_the_text(pane: FindingsPane, bundled: Bulletin) -> None:
    pane.group(Grouping.CHAPTER)
    headings = [text.strip("[]").rsplit(" ", 1)[0] for text in listed(pane) if text[0] == "["]
    chapters = ["标题与前言"]
    chapters += [
        bundled.text.hans[c.title_read_start : c.title_read_end] for c in bundled.chapters
    ]
    assert headings == [chapter for chapter in chapters if chapter in headings]
    assert pane._order.text() == "按章 ▾"


def test_one_verdict_alone_is_listed_and_the_current_one_stays(pane: FindingsPane) -> None:
    number = next(r.number for r in pane._rows if r.verdict is Verdict.AGREES)
    pane.mark_current(number)
    pane.show_only(Verdict.AGREES)
    assert set(listed(pane)[1:]) == {"一致"}
    assert pane._filter.text().startswith("= 一致")
    assert pane._view.currentIndex().data(FindingRole.ROW).number == number
    pane.show_only(None)
    assert pane._view.currentIndex().data(FindingRole.ROW).number == number
    words = [action.text() for action in pane._filter.menu().actions()]
    assert words[0] == f"全部结论 {len(pane._rows)}"


def test_another_script_keeps_filter_and_current_one(
    pane: FindingsPane, bundled: Bulletin
) -> None:
    pane.show_only(Verdict.DIFFERS)
    pane.mark_current(pane._rows[0].number)
    pane.set_findings(findings.rows(bundled, Script.HANT), Script.HANT)
    assert set(listed(pane)[1:]) == {"不一致"}
    assert "標題所寫的" in pane._view.currentIndex().data()


def test_what_a_row_has_no_room_for_is_told(pane: FindingsPane) -> None:
    for at in range(pane._model.rowCount()):
        index = pane._model.index(at)
        row = index.data(FindingRole.ROW)
        if row is not None:
            told = index.data(Qt.ItemDataRole.ToolTipRole)
            assert all(part in told for part in (row.subject, row.message, *row.readings))


def test_keys_walk_past_headings_and_enter_leaves(qtbot: QtBot, pane: FindingsPane) -> None:
    chosen: list[FindingChosen] = []
    pane.finding_chosen.connect(chosen.append)
    pane.group(Grouping.CHAPTER)
    pane._view.setFocus()
    pane.mark_current(pane._rows[0].number)
    for _ in pane._rows:
        qtbot.keyClick(pane._view, Qt.Key.Key_Down)
    assert chosen == [FindingChosen(row.number, stay=True) for row in pane._rows[1:]]
    qtbot.keyClick(pane._view, Qt.Key.Key_Return)
    assert chosen[-1] == FindingChosen(pane._rows[-1].number, stay=False)
    with qtbot.waitSignal(pane.escaped):
        qtbot.keyClick(pane._view, Qt.Key.Key_Escape)


def test_a_click_chooses(qtbot: QtBot, pane: FindingsPane) -> None:
    rect = pane._view.visualRect(pane._model.index(1))
    with qtbot.waitSignal(pane.finding_chosen):
        qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_the_current_one_is_shown_whole(qtbot: QtBot, pane: FindingsPane) -> None:
    row = next(r for r in pane._rows if r.message.count("；") > 1)
    index = pane._model.index(pane._model.row_of(row.number) or 0)
    short = pane._view.visualRect(index).height()
    pane.mark_current(row.number)
    qtbot.waitUntil(lambda: pane._view.visualRect(index).height() > short)
    assert pane._view.viewport().rect().contains(pane._view.visualRect(index))


@pytest.mark.parametrize("name", [appearance.LIGHT, appearance.DARK])
def test_rows_are_painted_in_the_colours_of_the_theme(pane: FindingsPane, name: str) -> None:
    colours = appearance.theme(name)
    pane.apply_theme(colours)
    for row in range(3):
        image = painted(pane._view, pane._model.index(row))
        shown = {image.pixelColor(x, y).name() for x in range(280) for y in range(image.height())}
        assert len(shown) > 3
    pane.mark_current(0)
    assert colours.accent_soft in shades(painted(pane._view, pane._view.currentIndex(), True))


def painted(view: QListView, index: QModelIndex, selected: bool = False) -> QImage:
    delegate, option = view.itemDelegate(), QStyleOptionViewItem()
    option.initFrom(view)
    option.font = view.font()
    if selected:
        option.state |= option.state.State_Selected
    image = QImage(284, delegate.sizeHint(option, index).height(), QImage.Format.Format_RGB32)
    image.fill(0)
    option.rect = QRect(0, 0, image.width(), image.height())
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def shades(image: QImage) -> set[str]:
    return {image.pixelColor(20, y).name() for y in range(image.height())}


def test_a_bulletin_without_findings_says_so(pane: FindingsPane) -> None:
    pane.set_findings((), Script.HANS)
    assert "没有可以相互验算的数" in pane._empty.text()
    assert pane._stack.currentWidget() is pane._empty
    assert pane._head.isHidden()


# In the window


@pytest.fixture
def lanes(library: Library, user: UserData) -> Iterator[Lanes]:
    with finding.open_searcher(library.path) as searcher:
        yield Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))


@pytest.fixture
def window(qtbot: QtBot, lanes: Lanes) -> MainWindow:
    window = open_window(qtbot, lanes)
    window.open_last()
    qtbot.waitUntil(lambda: window.panes.table._pane is not None)
    return window


def test_the_tab_counts_them_before_its_pane_is_made(
    window: MainWindow, bundled: Bulletin
) -> None:
    tabs = window.panes.tabs
    assert tabs.tabText(FINDINGS_TAB) == f"数据审核 {len(bundled.findings)}"
    assert not window.panes.findings.is_made()
    press(window, ActionId.SHOW_FINDINGS)
    assert window.panes.findings.is_made()
    assert tabs.currentIndex() == FINDINGS_TAB


def test_a_finding_leads_to_its_sentence_and_numbers(
    qtbot: QtBot, window: MainWindow, bundled: Bulletin
) -> None:
    press(window, ActionId.SHOW_FINDINGS)
    reader = window.panes.reader
    for number, row in enumerate(findings.rows(bundled, Script.HANS)):
        window.panes.findings.finding_chosen.emit(FindingChosen(number, stay=True))
        assert row.span is not None
        assert set(reader._marks.parts) == {row.span, *row.parts}
        if row.figure_id is not None:
            assert [f.id for f in window.panes.table.selected_figures()] == [row.figure_id]
    # Another figure is another matter.
    press(window, ActionId.NEXT_FIGURE)
    assert reader._marks.parts == ()
    window.panes.findings.finding_chosen.emit(FindingChosen(0, stay=False))
    qtbot.waitUntil(reader._view.hasFocus)
    assert reader.selected_text() == "四平市铁东区"


def test_the_list_goes_along_with_the_script(window: MainWindow) -> None:
    press(window, ActionId.SHOW_FINDINGS)
    press(window, ActionId.HANT)
    pane = window.panes.findings.findChild(FindingsPane)
    assert pane is not None
    assert "標題所寫的" in pane._rows[0].message
    press(window, ActionId.HANS)
    assert "标题所写的" in pane._rows[0].message
    press(window, ActionId.SOURCE)
    assert "標題所寫的" in pane._rows[0].message, "the source is in Traditional characters"


def test_the_keyboard_goes_round_through_the_list(qtbot: QtBot, window: MainWindow) -> None:
    press(window, ActionId.SHOW_FINDINGS)
    pane = window.panes.findings.findChild(FindingsPane)
    assert pane is not None
    qtbot.waitUntil(pane._view.hasFocus)
    press(window, ActionId.NEXT_PANE)
    qtbot.waitUntil(window.panes.reader._view.hasFocus)
    press(window, ActionId.PREVIOUS_PANE)
    qtbot.waitUntil(pane._view.hasFocus)
    qtbot.keyClick(pane._view, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.panes.reader._view.hasFocus)

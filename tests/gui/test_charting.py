"""Table, chart and status line are one state in the window, and the chart's picture leaves it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.domain.events import (
    ChartKindChosen,
    FigureChosen,
    FiguresShown,
    SectionChosen,
    TableChoices,
)
from desktop_app.services import finding, saving
from desktop_app.services.appearance import LIGHT
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.system import paths
from desktop_app.tasks.runner import InlineRunner
from desktop_app.window.actions import ActionId
from desktop_app.window.charting import Charting
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from tests.gui.three_years import inline_lanes

pytestmark = pytest.mark.gui


@pytest.fixture
def lanes(library: Library, user: UserData) -> Iterator[Lanes]:
    with finding.open_searcher(library.path) as searcher:
        yield Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))


@pytest.fixture
def memory() -> QtSettings:
    return QtSettings(paths.settings_file())


@pytest.fixture
def window(qtbot: QtBot, lanes: Lanes, memory: QtSettings) -> MainWindow:
    window = MainWindow(lanes, memory, memory.load(LIGHT))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open_last()
    qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
    return window


def select(window: MainWindow, bulletin: Bulletin, *values: str) -> None:
    """Select the first rows of the chapter that print these values, as a user does."""
    view = window.panes.table.findChild(QTableView)
    assert isinstance(view, QTableView)
    rows = [figure.value for figure in window.panes.table.shown_figures()]
    view.selectionModel().clearSelection()
    for value in values:
        index = view.model().index(rows.index(value), 0)
        flags = view.selectionModel().SelectionFlag
        view.selectionModel().select(index, flags.Select | flags.Rows)
    assert bulletin.figures


def sum_of(window: MainWindow) -> str:
    texts = window.panes.status.texts()
    return next((text for text in texts if "合计" in text), "")


def test_selected_rows_are_added_up(
    window: MainWindow, bundled: Bulletin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    select(window, bundled, "7.8", "6.4")
    assert sum_of(window) == "合计 14.2 亿元 · 平均 7.10 亿元 · 小者为大者的 82.1%"
    select(window, bundled, "7.8", "31")
    assert sum_of(window) == "不合计：单位不同，不能相加"
    select(window, bundled, "7.8")
    assert sum_of(window) == ""


def test_a_chosen_unit_is_that_of_the_sum(window: MainWindow, bundled: Bulletin) -> None:
    select(window, bundled, "7.8", "6.4")
    table = window.panes.table._pane
    table._change(TableChoices(("value", "unit", "change"), {"money": "万元"}))
    assert sum_of(window).startswith("合计 142000 万元")
    assert window._settings.table_units == "money=万元"


def test_a_sum_goes_with_its_selection(window: MainWindow, bundled: Bulletin) -> None:
    select(window, bundled, "7.8", "6.4")
    (figure,) = (one for one in bundled.figures if one.value == "285.9")
    window.panes.reader.figure_chosen.emit(FigureChosen(figure.id))
    assert sum_of(window) == ""
    table = window.panes.table._pane
    table._change(TableChoices(("value", "unit", "change"), {"money": "万元"}))
    assert sum_of(window) == ""


def test_all_selected_rows_are_marked_in_the_chart(window: MainWindow, bundled: Bulletin) -> None:
    select(window, bundled, "7.8", "6.4")
    bars = window.panes.chart._pane._bars
    marked = {bundled.figure_by_id[number].value for number in bars.chosen}
    assert marked == {"7.8", "6.4"}


def test_the_chart_follows_what_is_sifted(window: MainWindow, qtbot: QtBot) -> None:
    table, chart = window.panes.table._pane, window.panes.chart._pane
    table._head.line.setText("税收")
    assert [bar.label for bar in chart.chart().bars] == ["税收收入"]
    assert chart.chart().title == "一、综合，筛选“税收”：比上年增长"
    qtbot.keyClick(table._head.line, Qt.Key.Key_Escape)
    assert len(chart.chart().bars) == 9


def test_parts_and_completion_are_those_of_the_chapter(window: MainWindow) -> None:
    chart = window.panes.chart._pane
    window.panes.tree.section_chosen.emit(SectionChosen(_chapter(window, "社会保障")))
    chart._on_kind_chosen(chart._wanted.__class__("parts"))
    assert [bar.label for bar in chart.chart().bars] == ["城市低保户数", "农村低保户数"]
    chart._on_kind_chosen(chart._wanted.__class__("completion"))
    assert [bar.label for bar in chart.chart().bars] == ["城乡低保户调标率"]


def _chapter(window: MainWindow, title: str) -> int:
    opened = window._open
    assert opened is not None
    return next(one.id for one in opened.bulletin.chapters if one.title == title)


def test_enter_in_the_chart_leads_to_the_text(window: MainWindow, qtbot: QtBot) -> None:
    chart = window.panes.chart._pane
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.panes.reader.isAncestorOf(window.focusWidget()))


def test_choices_are_kept(window: MainWindow, memory: QtSettings) -> None:
    table, chart = window.panes.table._pane, window.panes.chart._pane
    table._change(TableChoices(("value", "period"), {"money": "万元"}))
    chart.kind_chosen.emit(ChartKindChosen("levels"))
    kept = QtSettings(paths.settings_file())
    memory.save_window(window, {})
    loaded = kept.load(LIGHT)
    assert loaded.table_columns == ("value", "period")
    assert (loaded.table_units, loaded.chart) == ("money=万元", "levels")
    table._change(TableChoices(()))
    memory.save_window(window, {})
    assert QtSettings(paths.settings_file()).load(LIGHT).table_columns == ()


def test_the_heading_goes_along_with_the_script(window: MainWindow) -> None:
    window.panes.tree.section_chosen.emit(SectionChosen(_chapter(window, "社会保障")))
    window._actions[ActionId.HANT].trigger()
    assert window.panes.chart._pane.chart().title.startswith("二、社會保障")


def test_the_chart_is_copied_as_a_picture(window: MainWindow) -> None:
    window._actions[ActionId.COPY_CHART].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    assert "已复制图表：一、综合：比上年增长" in window.panes.status.texts()


def test_without_a_chart_nothing_is_copied(window: MainWindow) -> None:
    window.panes.table._pane._head.line.setText("没有这样的指标")
    window._actions[ActionId.COPY_CHART].trigger()
    assert "现在没有可复制的图表" in window.panes.status.texts()


@pytest.mark.parametrize(
    ("action", "form"), [(ActionId.SAVE_CHART_PNG, "png"), (ActionId.SAVE_CHART_SVG, "svg")]
)
def test_the_chart_is_saved(
    window: MainWindow, tmp_path: Path, action: ActionId, form: str
) -> None:
    window._actions[action].trigger()
    dialog = window.panes.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"一、综合：比上年增长.{form}")
    path = tmp_path / f"图 表.{form}"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    drawn = not QImage(str(path)).isNull() if form == "png" else QSvgRenderer(str(path)).isValid()
    assert drawn
    assert f"已存为 {path}" in window.panes.status.texts()


def test_what_cannot_be_written_is_said(window: MainWindow, tmp_path: Path) -> None:
    charting = window.findChild(Charting)
    assert isinstance(charting, Charting)
    charting.save(tmp_path / "没有" / "图.png", b"")
    assert window.panes.notice.isVisible()


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    folder = tmp_path / "图.png"
    folder.mkdir()
    with pytest.raises(DataError):
        saving.write(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_what_is_said_about_the_text_follows_its_script(
    window: MainWindow, bundled: Bulletin
) -> None:
    view = window.panes.table.findChild(QTableView)
    assert isinstance(view, QTableView)
    names = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    select(window, bundled, "7.8", "6.4")
    window._actions[ActionId.HANT].trigger()
    model = view.model()
    units = {model.index(row, 2).data() for row in range(model.rowCount())}
    assert "億元" in units
    assert "亿元" not in units
    values = {model.index(row, 1).data() for row in range(model.rowCount())}
    assert {"7.8", "7.8 億元"} & values
    assert "億元" in sum_of(window)
    assert window.panes.status.texts()[0] == "鐵東區 2022"
    assert window.panes.reader._crumbs.text().startswith("遼寧省 › 鞍山市 › 鐵東區")
    chart = window.panes.chart._pane.chart()
    assert "比上年增長（%）" in chart.axis
    assert any("財政" in bar.label for bar in chart.bars)
    window._actions[ActionId.HANS].trigger()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == names
    assert "亿元" in sum_of(window)


def test_of_a_table_of_many_thousands_the_first_rows_are_drawn(
    window: MainWindow, bundled: Bulletin
) -> None:
    (figure,) = (one for one in bundled.figures if one.value == "285.9")
    many = tuple(replace(figure, id=number) for number in range(30_000))
    window.panes.table.rows_shown.emit(FiguresShown(many, None, "", {}))
    chart = window.panes.chart._pane.chart()
    assert 0 < len(chart.bars) <= 500
    assert "其余 29500 行" in chart.notes[0]


def test_in_the_words_of_its_source_path_contents_and_chart_are_traditional(
    window: MainWindow,
) -> None:
    window._actions[ActionId.SOURCE].trigger()
    chart = window.panes.chart._pane.chart()
    tree = window.panes.tree._model
    assert window.panes.reader._crumbs.text().startswith("遼寧省")
    assert tree.index(1, 0).data() == "二、社會保障"
    assert "鐵東區" in window.panes.chart._pane._source.text()
    assert chart.title.endswith("比上年增長")


def test_rows_are_found_by_sound_once_the_sounds_have_come(window: MainWindow) -> None:
    counting = window._lanes.searching.counting
    held: list[Callable[[], None]] = []
    run = counting.run

    def hold(name: str, job: Any, done: Any, failed: Any) -> None:
        held.append(lambda: run(name, job, done, failed))

    counting.run = hold  # type: ignore[method-assign]
    table = window.panes.table._pane
    table._head.line.setText("shxfp")
    table._on_sift_changed("shxfp")
    assert held, "no name is read aloud on the window's thread"
    assert window.panes.table.shown_figures() == ()
    held[-1]()
    assert [one.indicator for one in window.panes.table.shown_figures()] == ["社会消费品零售总额"]


def test_a_click_on_a_row_is_a_jump_that_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    window.panes.table.show_whole(on=True)
    back = window._actions[ActionId.BACK]
    before = window.panes.reader.place()
    view = window.panes.table.findChild(QTableView)
    assert isinstance(view, QTableView)
    assert not back.isEnabled()
    index = view.model().index(60, 0)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.panes.reader.place() != before
    assert back.isEnabled()
    back.trigger()
    assert window.panes.reader.place() == before

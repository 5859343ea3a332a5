"""历年与地区对比 in the window: rows, charts, the way to the sentence, copies and files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, SourceText
from desktop_app.domain.reading_events import BulletinWanted
from desktop_app.itemmodels.charts import ChartKind, Tone
from desktop_app.itemmodels.comparison import Column
from desktop_app.pipeline.understanding import understand
from desktop_app.services import finding
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.store.writer import write_library
from desktop_app.tasks.runner import InlineRunner
from desktop_app.widgets.comparison import ComparisonPane
from desktop_app.window.actions import ActionId
from desktop_app.window.comparing import Comparing
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from tests.gui.three_years import inline_lanes, open_window, press
from tests.several_bulletins import several

pytestmark = pytest.mark.gui


@pytest.fixture
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("several") / "library.db"
    write_library(path, several())
    return path


@pytest.fixture
def lanes(path: Path, user: UserData) -> Iterator[Lanes]:
    with Library(path) as library, finding.open_searcher(path) as searcher:
        inline = InlineRunner(library), inline_lanes(searcher), InlineRunner(user)
        yield Lanes(*inline, InlineRunner(None))


@pytest.fixture
def window(qtbot: QtBot, lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    window = open_window(qtbot, lanes)
    window.open_last()
    qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
    return window


def pane_of(window: MainWindow) -> ComparisonPane:
    pane = window.panes.findChild(ComparisonPane)
    assert pane is not None
    return pane


def turn_to(window: MainWindow, tab: int) -> None:
    tabs = window.panes.table.findChild(QTabBar)
    assert tabs is not None
    tabs.setCurrentIndex(tab)


def compare(window: MainWindow, value: str) -> ComparisonPane:
    """Choose the figure that prints a value, and turn to the page."""
    assert window._open is not None
    figure = next(one for one in window._open.bulletin.figures if one.value == value)
    window._choosing.choose(figure.id)
    turn_to(window, 2)
    return pane_of(window)


def cells(pane: ComparisonPane, column: Column) -> list[str]:
    return [pane.model().text(row, column) for row in pane.model().rows]


def test_rows_stand_side_by_side_with_what_is_to_be_known(window: MainWindow) -> None:
    pane = compare(window, "120.0")
    QAbstractItemModelTester(pane.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert cells(pane, Column.YEAR)[:4] == ["2023", "2022", "2022", "2021"]
    assert cells(pane, Column.VALUE)[:4] == ["140.0", "131.5", "130.0", "120.0"]
    assert cells(pane, Column.REMARKS)[1] == "见 2023 年公报；口径或修订，待核实；计算 +9.6%"
    assert cells(pane, Column.CHANGE)[2] == "−2.0 ↓"
    assert cells(pane, Column.BASIS)[2].startswith("可比价格")
    assert [row.year for row in pane.selected_rows()] == [2021]


def test_without_a_figure_or_another_bulletin_one_sentence_is_said(
    window: MainWindow, qtbot: QtBot, user: UserData, tmp_path: Path
) -> None:
    turn_to(window, 2)
    assert pane_of(window).sentence().startswith("在正文或指标表里选一个数")
    alone = tmp_path / "alone.db"
    write_library(alone, several()[:1])
    with Library(alone) as library, finding.open_searcher(alone) as searcher:
        lanes = Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))
        other = open_window(qtbot, lanes)
        other.open_last()
        qtbot.waitUntil(lambda: other.panes.chart._pane is not None)
        sentence = compare(other, "120.0").sentence()
        assert "只有这一份公报" in sentence
        # What is said can be done.
        assert "gongbao build --data 文件夹 --out 资料库.db" in sentence
        assert "gongbao --library 资料库.db" in sentence
        assert other.panes.chart._pane.chart().title == "一、综合：比上年增长"


def test_the_charts_are_of_the_comparison_and_go_with_it(window: MainWindow) -> None:
    compare(window, "120.0")
    chart = window.panes.chart._pane
    drawn = chart.chart()
    assert drawn.title == "地区生产总值：历年（河北省邢台市清河县）"
    labels = [bar.label for bar in drawn.bars]
    assert labels == ["2023年", "2022年（见 2023 年公报）", "2022年（当年公报）", "2021年"]
    chart._on_kind_chosen(ChartKind.PLACES)
    assert [bar.label for bar in chart.chart().bars] == ["黑水县", "清河县", "白山县"]
    turn_to(window, 0)
    assert chart.chart().title == "一、综合：比上年增长"


def test_a_row_opens_its_bulletin_at_the_figure_and_back_returns(
    window: MainWindow, qtbot: QtBot
) -> None:
    pane = compare(window, "120.0")
    row = pane.model().rows[1]
    index = pane.model().index(1, 0)
    place = pane.view.visualRect(index).center()
    pane.view.scrollTo(index)
    place = pane.view.visualRect(index).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window._choosing.figures() != ())
    assert window._open is not None
    assert (window._open.id, window._choosing.figures()[0].id) == (row.bulletin_id, row.figure_id)
    assert [one.figure.value for one in pane.selected_rows()] == ["131.5"]
    press(window, ActionId.BACK)
    assert window._open.bulletin.info.year == 2021


def test_arrow_keys_open_nothing_and_enter_goes_on_in_the_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    pane = compare(window, "120.0")
    opened = window._open
    qtbot.keyClick(pane.view, Qt.Key.Key_Up)
    assert window._open is opened
    assert [row.figure.value for row in pane.selected_rows()] == ["130.0"]
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window._choosing.figures()))
    assert window._open is not None
    assert window._open.bulletin.info.year == 2022
    assert window._choosing.figures()[0].value == "130.0"


def marked(window: MainWindow) -> set[str]:
    """Return the values of the bars that are outlined."""
    bars = window.panes.chart._pane._bars
    return {bar.figure.value for bar in bars.bars if bar.figure and bar.figure.id in bars.chosen}


def test_the_page_stays_where_another_year_is_opened_and_where_nothing_is_chosen(
    window: MainWindow,
) -> None:
    pane = compare(window, "120.0")
    rows = pane.model().rows
    of_2022 = next(row for row in rows if row.value == 130)
    window._on_bulletin_wanted(BulletinWanted(of_2022.bulletin_id))
    assert pane.model().rows == rows
    assert [row.year for row in pane.selected_rows()] == [2022]
    window._choosing.clear()
    assert pane.model().rows == rows
    assert len(marked(window)) == 1


def test_the_chart_goes_along_with_the_row_after_a_place_was_chosen(window: MainWindow) -> None:
    pane = compare(window, "120.0")
    chart = window.panes.chart._pane
    chart._on_choice_chosen("河北省/邢台市/清河县")
    other = next(row for row in pane.model().rows if "白山县" in row.place and row.year == 2022)
    pane.select(other.number)
    assert "白山县" in chart.chart().title
    assert marked(window) == {other.figure.value}
    window.panes.chart.select_figure(None)
    window.panes.chart.mark_figures(())
    assert marked(window) == {other.figure.value}


def test_the_chart_is_drawn_once_whatever_chapter_is_passed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare(window, "120.0")
    bars = window.panes.chart._pane._bars
    drawn: list[object] = []
    monkeypatch.setattr(bars, "set_chart", drawn.append)
    window.panes.table.show_chapter(None)
    assert window._open is not None
    window.panes.table.show_chapter(window._open.bulletin.sections[0].id)
    assert drawn == []


def test_the_page_goes_on_in_another_language(
    window: MainWindow, qtbot: QtBot, lanes: Lanes
) -> None:
    pane = compare(window, "120.0")
    window.panes.chart._pane._on_kind_chosen(ChartKind.PLACES)
    pane.select(pane.model().rows[2].number)
    other = open_window(qtbot, lanes)
    other.resume(window.left_off())
    qtbot.waitUntil(lambda: other.panes.chart._pane is not None)
    qtbot.waitUntil(other.panes.table.is_page_shown)
    there = pane_of(other)
    assert there.selected_numbers() == (there.model().rows[2].number,)
    assert other.panes.chart._pane.chart().title.endswith("2022年各地区")


def test_a_bare_growth_has_no_column_of_values(
    qtbot: QtBot, user: UserData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    made: list[Bulletin] = []
    for year in (2022, 2023):
        title = f"清河县{year}年国民经济和社会发展统计公报"
        text = f"{title}\n一、综合\n规模以上工业增加值比上年增长{year - 2015}%。"
        made += understand(SourceText(text, "txt", "utf-8", title, title), None)
    path = tmp_path / "growth.db"
    write_library(path, made)
    with Library(path) as library, finding.open_searcher(path) as searcher:
        lanes = Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))
        window = open_window(qtbot, lanes)
        window.open_last()
        qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
        pane = compare(window, "7")
        assert pane.view.isColumnHidden(Column.VALUE)
        assert not pane.view.isColumnHidden(Column.CHANGE)
        assert cells(pane, Column.COMPARED) == ["上年", "上年"]


def test_a_bar_leads_to_its_sentence_too(window: MainWindow, qtbot: QtBot) -> None:
    compare(window, "120.0")
    chart = window.panes.chart._pane
    bar = chart.chart().bars[0]
    chart._on_bar_chosen(bar.figure)
    qtbot.waitUntil(lambda: bool(window._choosing.figures()))
    assert window._choosing.figures()[0].value == "140.0"


def test_selected_rows_are_copied_with_their_sources(window: MainWindow, qtbot: QtBot) -> None:
    pane = compare(window, "120.0")
    pane.view.selectAll()
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    content = QGuiApplication.clipboard().mimeData()
    lines = content.text().splitlines()
    assert len(lines) == 11
    assert lines[3].split("\t") == [
        *("地区生产总值", "2022", "河北省邢台市清河县", "130.0", "亿元", "-2.0"),
        *("口径或修订，待核实；计算 +8.3%", "上年", "初步核算", "可比价格（句中）"),
        "《清河县2022年国民经济和社会发展统计公报》",
    ]
    assert 'sdval="-2.0"' in content.html()


def test_all_rows_are_saved_as_a_workbook(window: MainWindow, tmp_path: Path) -> None:
    pane = compare(window, "120.0")
    feature = next(one for one in window.children() if isinstance(one, Comparing))
    path = tmp_path / "对比.xlsx"
    feature.save(path, "xlsx", feature._table(pane.model().rows))
    sheet = load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert (rows[3][0], rows[3][3]) == ("地区生产总值", 130)
    assert any("数据来源：《清河县2023年" in str(row[0]) for row in rows)


def test_the_year_between_that_no_bulletin_prints_is_missing(
    qtbot: QtBot, user: UserData, tmp_path: Path
) -> None:
    path = tmp_path / "gap.db"
    write_library(path, several((2021, 2023))[:4])
    with Library(path) as library, finding.open_searcher(path) as searcher:
        lanes = Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))
        window = open_window(qtbot, lanes)
        window.open_last()
        qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
        compare(window, "60.0")
        bars = window.panes.chart._pane.chart().bars
    assert [bar.label for bar in bars] == ["2023年", "2022年", "2021年"]
    assert bars[1].figure is None
    assert bars[1].texts == (("—", Tone.QUIET),)

"""The figure table: cells as printed, order, selection, and whom it tells."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QFont, QInputMethodEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QTabBar, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Figure, Kind, Script
from desktop_app.domain.events import FigureChosen, FiguresShown, TableChoices
from desktop_app.itemmodels.figure_cells import Column
from desktop_app.itemmodels.figure_delegate import FigureDelegate
from desktop_app.itemmodels.figure_table import FigureTableModel
from desktop_app.itemmodels.figure_text import details
from desktop_app.services.appearance import theme
from desktop_app.services.comparing import yearly_growth
from desktop_app.widgets.figure_table import FigureTablePane
from tests.gui.made_outline import make_bulletin, make_figure

PREFACE = make_figure(0, "全县总面积", "1200", "平方公里", section=None)
OUTPUT = make_figure(2, "地区生产总值", "95.30", "亿元", change="4.0", base_value="9530000000")
INDUSTRY = make_figure(3, "工业增加值", "2.5", "%", kind=Kind.CHANGE_RATE, change="-2.5")
PEOPLE = make_figure(4, "常住人口", "31", "万人", base_value="310000")
JOBS = make_figure(12, "城镇新增就业", "820", "人", section=3, base_value="820", doubtful=True)
AID = make_figure(17, "救助人次", "3000", "人次", section=5, approx="多", base_value="3000")
FIGURES = (PREFACE, OUTPUT, INDUSTRY, PEOPLE, JOBS, AID)
BULLETIN = make_bulletin(*FIGURES)


def with_change(change: str, **fields: object) -> Figure:
    return make_figure(1, "指标", "10", "亿元", change=change, **fields)


@pytest.fixture
def pane(qtbot: QtBot) -> FigureTablePane:
    pane = FigureTablePane()
    qtbot.addWidget(pane)
    font = QFont(pane.font())
    font.setPixelSize(14)
    pane.setFont(font)
    pane.resize(450, 300)
    pane.apply_theme(theme("light"))
    pane.show()
    pane.set_bulletin(BULLETIN, Script.HANS)
    return pane


def view_of(pane: FigureTablePane) -> QTableView:
    view = pane.findChild(QTableView)
    assert isinstance(view, QTableView)
    return view


def tabs_of(pane: FigureTablePane) -> QTabBar:
    tabs = pane.findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    return tabs


def click_row(qtbot: QtBot, pane: FigureTablePane, row: int, held: Qt.KeyboardModifier) -> None:
    view = view_of(pane)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, place)


def click_header(qtbot: QtBot, pane: FigureTablePane, column: Column) -> None:
    header = view_of(pane).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


NONE = Qt.KeyboardModifier.NoModifier


def test_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = FigureTableModel()
    model.set_figures(FIGURES)
    qtmodeltester.check(model)


def test_ordered_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = FigureTableModel()
    model.set_figures(FIGURES)
    qtmodeltester.check(model)
    model.sort(Column.VALUE, Qt.SortOrder.DescendingOrder)
    model.set_figures(FIGURES[:2])
    model.sort(-1)
    assert model.figures == FIGURES[:2]


@pytest.mark.parametrize(
    ("figure", "cells"),
    [
        (OUTPUT, ["地区生产总值", "95.30", "亿元", "4.0 ↑"]),
        (INDUSTRY, ["工业增加值", "—", "", "−2.5 ↓"]),
        (AID, ["救助人次", "3000多", "人次", ""]),
        (make_figure(1, "产量", "50", "吨", approx="约"), ["产量", "约50", "吨", ""]),
        (make_figure(1, "降雨", "70", "%", value_high="80"), ["降雨", "70–80", "%", ""]),
        (make_figure(1, "比例", "1:2:3", ""), ["比例", "1:2:3", "", ""]),
        (make_figure(1, "产值", "5", "元", region="全市"), ["产值（全市）", "5", "元", ""]),
        (with_change("0"), ["指标", "10", "亿元", "持平"]),
        (with_change("0.0"), ["指标", "10", "亿元", "0.0"]),
        (with_change("-0.3", change_unit="百分点"), ["指标", "10", "亿元", "−0.3 百分点 ↓"]),
        (with_change("1", change_unit="倍"), ["指标", "10", "亿元", "1 倍 ↑"]),
    ],
)
def test_cells_are_as_printed(figure: Figure, cells: list[str]) -> None:
    model = FigureTableModel()
    model.set_figures((figure,))
    assert [model.index(0, column).data() for column in list(Column)[:4]] == cells


@pytest.mark.parametrize(
    ("fields", "spoken"),
    [
        ({"basis": "可比价格"}, "增长 4.0%（可比价）"),
        ({"basis": "现价"}, "增长 4.0%"),
        ({"compared_with": "6月份"}, "增长 4.0%（比6月份）"),
        ({"compared_with": "2022"}, "增长 4.0%"),
        ({"compared_with": "2019年"}, "增长 4.0%（比2019年）"),
        ({"compared_with": "上年同期"}, "增长 4.0%"),
    ],
)
def test_growth_says_what_it_is_compared_with(fields: dict[str, object], spoken: str) -> None:
    model = FigureTableModel()
    model.set_figures((with_change("4.0", **fields),))
    assert model.index(0, Column.CHANGE).data(Qt.ItemDataRole.AccessibleTextRole) == spoken


@pytest.mark.parametrize(
    ("fields", "growth"),
    [
        ({}, "4.0"),
        ({"compared_with": "2022"}, "4.0"),
        ({"compared_with": ""}, "4.0"),
        ({"compared_with": "2021"}, None),
        ({"compared_with": "6月份"}, None),
        ({"compared_with": "年初"}, None),
        ({"change_unit": "百分点"}, None),
        ({"change_unit": "亿元"}, None),
    ],
)
def test_yearly_growth_is_over_the_last_year_in_per_cent(
    fields: dict[str, object], growth: str | None
) -> None:
    found = yearly_growth(with_change("4.0", **fields))
    assert (None if found is None else str(found)) == growth


def test_the_tooltip_tells_all_that_is_known() -> None:
    figure = with_change(
        "-4.0",
        basis="可比价格",
        status="初步核算",
        scope="含离退休",
        notes=("按新口径",),
        doubtful=True,
    )
    lines = details(figure).split("\n")
    assert lines[:2] == ["指标　10 亿元", "比上年　−4.0% ↓（可比价格）"]
    assert lines[2:6] == ["时期　2023年", "范围　含离退休", "数据状态　初步核算", "注　按新口径"]
    assert lines[6].startswith("存疑")


def test_the_tooltip_tells_last_years_value_as_what_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    figure = make_figure(1, "生产总值", "7.8", "亿元", change="-28.1", basis="现价")
    lines = details(figure).split("\n")
    assert lines[2].startswith("上年数（推算）：10.77–10.93亿元。")
    assert lines[2].endswith("未考虑修订。")
    assert not any("推算" in line for line in details(with_change("4.0")).split("\n"))


def test_the_tooltip_says_that_the_base_is_a_convention() -> None:
    lines = details(with_change("4.0", compared_with="")).split("\n")
    assert lines[1] == "比上年　4.0% ↑（原文未写明与何时相比，按公报惯例）"


@pytest.mark.parametrize(
    ("column", "order", "shown"),
    [
        (Column.VALUE, Qt.SortOrder.AscendingOrder, [JOBS, PEOPLE, OUTPUT, INDUSTRY]),
        (Column.VALUE, Qt.SortOrder.DescendingOrder, [OUTPUT, PEOPLE, JOBS, INDUSTRY]),
        (Column.CHANGE, Qt.SortOrder.AscendingOrder, [INDUSTRY, OUTPUT, PEOPLE, JOBS]),
        (Column.CHANGE, Qt.SortOrder.DescendingOrder, [OUTPUT, INDUSTRY, PEOPLE, JOBS]),
        # chángzhù, chéngzhèn, dìqū, gōngyè
        (Column.INDICATOR, Qt.SortOrder.AscendingOrder, [PEOPLE, JOBS, OUTPUT, INDUSTRY]),
    ],
)
def test_order_is_by_number_with_empty_cells_last(
    column: Column, order: Qt.SortOrder, shown: list[Figure]
) -> None:
    model = FigureTableModel()
    model.set_figures((OUTPUT, INDUSTRY, PEOPLE, JOBS))
    model.sort(column, order)
    names = [model.index(row, 0).data() for row in range(4)]
    assert names == [figure.indicator for figure in shown]


def test_other_units_of_change_stand_apart_from_per_cent() -> None:
    model = FigureTableModel()
    points = with_change("1", change_unit="百分点")
    model.set_figures((points, replace(with_change("9"), id=2), replace(with_change("-9"), id=3)))
    for order, shown in (
        (Qt.SortOrder.AscendingOrder, ["−9 ↓", "9 ↑", "1 百分点 ↑"]),
        (Qt.SortOrder.DescendingOrder, ["9 ↑", "−9 ↓", "1 百分点 ↑"]),
    ):
        model.sort(Column.CHANGE, order)
        assert [model.index(row, Column.CHANGE).data() for row in range(3)] == shown


def test_the_third_click_returns_to_the_order_of_the_text(
    pane: FigureTablePane, qtbot: QtBot
) -> None:
    assert pane.shown_figures() == (OUTPUT, INDUSTRY, PEOPLE)
    click_header(qtbot, pane, Column.VALUE)
    assert pane.shown_figures() == (PEOPLE, OUTPUT, INDUSTRY)
    click_header(qtbot, pane, Column.VALUE)
    assert pane.shown_figures() == (OUTPUT, PEOPLE, INDUSTRY)
    click_header(qtbot, pane, Column.VALUE)
    assert pane.shown_figures() == (OUTPUT, INDUSTRY, PEOPLE)


def test_tabs_count_and_switch(pane: FigureTablePane, qtbot: QtBot) -> None:
    tabs = tabs_of(pane)
    assert [tabs.tabText(at) for at in (0, 1)] == ["本章指标 3", "全文指标 6"]
    with qtbot.waitSignal(pane.rows_shown) as shown:
        tabs.setCurrentIndex(1)
    assert shown.args == [FiguresShown(FIGURES, None)]
    assert pane.shown_figures() == FIGURES


@pytest.mark.parametrize(
    ("section", "figures", "chapter"),
    [(2, (JOBS, AID), 2), (5, (JOBS, AID), 2), (7, (), 7), (None, (PREFACE,), None)],
)
def test_a_section_shows_its_chapter(
    pane: FigureTablePane,
    qtbot: QtBot,
    section: int | None,
    figures: tuple[Figure, ...],
    chapter: int | None,
) -> None:
    with qtbot.waitSignal(pane.rows_shown) as shown:
        pane.show_chapter(section)
    assert shown.args == [FiguresShown(figures, chapter)]
    assert pane.shown_figures() == figures


def test_the_same_chapter_is_not_shown_again(pane: FigureTablePane, qtbot: QtBot) -> None:
    pane.show_chapter(3)
    with qtbot.assertNotEmitted(pane.rows_shown):
        pane.show_chapter(5)


def test_the_whole_text_stays_while_the_reader_moves(pane: FigureTablePane, qtbot: QtBot) -> None:
    tabs_of(pane).setCurrentIndex(1)
    with qtbot.assertNotEmitted(pane.rows_shown):
        pane.show_chapter(5)
    assert tabs_of(pane).tabText(0) == "本章指标 2"
    assert pane.shown_figures() == FIGURES


def test_a_figure_is_selected_silently(pane: FigureTablePane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.figure_chosen):
        pane.select_figure(PEOPLE.id)
    assert pane.selected_figures() == (PEOPLE,)
    pane.select_figure(None)
    assert pane.selected_figures() == ()


def test_a_figure_of_another_chapter_is_found_in_the_whole_text(pane: FigureTablePane) -> None:
    pane.select_figure(AID.id)
    assert tabs_of(pane).currentIndex() == 1
    assert pane.selected_figures() == (AID,)


def test_an_unknown_figure_changes_nothing(pane: FigureTablePane) -> None:
    pane.select_figure(PEOPLE.id)
    pane.select_figure(999)
    assert pane.selected_figures() == (PEOPLE,)
    assert tabs_of(pane).currentIndex() == 0


def test_the_selected_row_is_scrolled_into_view(pane: FigureTablePane, qtbot: QtBot) -> None:
    many = tuple(make_figure(n, f"指标{n}", str(n), "人") for n in range(1, 10))
    pane.resize(450, 140)
    pane.set_bulletin(make_bulletin(*many), Script.HANS)
    pane.select_figure(9)
    view = view_of(pane)
    qtbot.waitUntil(
        lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    )


def test_a_click_chooses(pane: FigureTablePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.figure_chosen) as chosen:
        click_row(qtbot, pane, 2, NONE)
    assert chosen.args == [FigureChosen(PEOPLE.id)]
    with qtbot.waitSignal(pane.figure_chosen):
        click_row(qtbot, pane, 2, NONE)


def test_several_rows_are_selected_in_the_shown_order(pane: FigureTablePane, qtbot: QtBot) -> None:
    click_row(qtbot, pane, 2, NONE)
    click_row(qtbot, pane, 0, Qt.KeyboardModifier.ControlModifier)
    assert pane.selected_figures() == (OUTPUT, PEOPLE)


def test_keys_choose_and_extend(pane: FigureTablePane, qtbot: QtBot) -> None:
    pane.select_figure(OUTPUT.id)
    with qtbot.waitSignal(pane.figure_chosen) as chosen:
        qtbot.keyClick(view_of(pane), Qt.Key.Key_Down)
    assert chosen.args == [FigureChosen(INDUSTRY.id)]
    qtbot.keyClick(view_of(pane), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected_figures() == (INDUSTRY, PEOPLE)


def test_the_selection_survives_tabs_and_order(pane: FigureTablePane, qtbot: QtBot) -> None:
    pane.select_figure(OUTPUT.id)
    with qtbot.assertNotEmitted(pane.figure_chosen):
        tabs_of(pane).setCurrentIndex(1)
        click_header(qtbot, pane, Column.VALUE)
    assert pane.selected_figures() == (OUTPUT,)


@pytest.mark.parametrize(
    ("width", "compact"),
    [(276, True), (300, True), (420, False), (452, False), (800, False)],
)
def test_every_width_shows_name_value_unit_and_growth(
    pane: FigureTablePane, width: int, compact: bool
) -> None:
    long = "农村居民家庭人均可支配经营性净收入和转移性净收入合计"
    far = make_figure(2, long, "120.5", "万平方米", change="-40.3", compared_with="上半年平均")
    pane.resize(width, 300)
    pane.set_bulletin(make_bulletin(far), Script.HANS)
    view, metrics = view_of(pane), view_of(pane).fontMetrics()
    assert view.horizontalHeader().length() <= view.viewport().width()
    assert view.columnWidth(Column.CHANGE) > metrics.horizontalAdvance("−40.3 ↓")
    assert view.columnWidth(Column.INDICATOR) > metrics.horizontalAdvance("农村居民")
    assert view.isColumnHidden(Column.UNIT) is compact
    value = view.model().index(0, Column.VALUE).data()
    assert value == ("120.5 万平方米" if compact else "120.5")


@pytest.mark.parametrize("width", [290, 310, 340, 420, 600])
def test_the_mark_beside_a_growth_is_never_cut(pane: FigureTablePane, width: int) -> None:
    long = make_figure(
        2,
        "规模以上高技术制造业增加值",
        "1120.5",
        "亿元",
        change="-14.2",
        compared_with="上年",
        basis="可比价格",
    )
    pane.resize(width, 300)
    pane.set_bulletin(make_bulletin(long), Script.HANS)
    view = view_of(pane)
    delegate = view.itemDelegate()
    assert isinstance(delegate, FigureDelegate)
    whole = delegate.cell_width("−14.2 ↓", "可比价", view.font())
    assert view.columnWidth(Column.CHANGE) >= whole
    # A name that is cut is told whole by its tooltip.
    tip = view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("规模以上高技术制造业增加值")


@pytest.mark.parametrize("height", range(180, 300, 7))
def test_no_row_is_cut_at_rest(pane: FigureTablePane, qtbot: QtBot, height: int) -> None:
    many = tuple(make_figure(n, f"指标{n}", str(n), "人") for n in range(1, 60))
    pane.resize(450, height)
    pane.set_bulletin(make_bulletin(*many), Script.HANS)
    tabs_of(pane).setCurrentIndex(1)
    view = view_of(pane)
    row = view.rowHeight(0)
    qtbot.waitUntil(lambda: view.viewport().height() % row == 0)
    for number in (0, 1, 30, len(many) - 1):
        view.scrollTo(view.model().index(number, 0))
        last = view.rowAt(view.viewport().height() - 1)
        assert view.visualRect(view.model().index(view.rowAt(0), 0)).top() == 0
        bottom = view.visualRect(view.model().index(last, 0)).bottom()
        assert bottom == view.viewport().height() - 1
        assert view.rowAt(0) <= number <= last


def test_units_return_to_their_column_when_there_is_room(
    pane: FigureTablePane, qtbot: QtBot
) -> None:
    view = view_of(pane)
    pane.resize(240, 300)
    qtbot.waitUntil(lambda: view.isColumnHidden(Column.UNIT))
    assert view.model().index(0, Column.VALUE).data() == "95.30 亿元"
    pane.resize(500, 300)
    qtbot.waitUntil(lambda: not view.isColumnHidden(Column.UNIT))
    assert view.model().index(0, Column.VALUE).data() == "95.30"


def test_doubt_and_direction_have_their_colours(pane: FigureTablePane) -> None:
    colours = theme("light")
    pane.set_bulletin(make_bulletin(*(OUTPUT, INDUSTRY, PEOPLE)), Script.HANS)
    image = view_of(pane).viewport().grab().toImage()
    painted = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert {colours.up, colours.down} <= painted
    assert colours.doubtful not in painted
    pane.show_chapter(2)
    pane.set_bulletin(BULLETIN, Script.HANS)
    pane.show_chapter(2)
    image = view_of(pane).viewport().grab().toImage()
    painted = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert colours.doubtful in painted


def test_no_bulletin_shows_nothing(pane: FigureTablePane) -> None:
    pane.set_bulletin(None, Script.HANS)
    assert pane.shown_figures() == ()
    pane.select_figure(OUTPUT.id)
    assert pane.selected_figures() == ()


# -- sifting, units, columns


def line_of(pane: FigureTablePane) -> QLineEdit:
    line = pane.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def chosen_in(menu: QMenu, text: str) -> None:
    action = next(each for each in menu.actions() if each.text() == text)
    action.trigger()
    menu.close()


def counted(pane: FigureTablePane) -> list[str]:
    return [each.text() for each in pane.findChildren(QLabel) if each.text()]


def test_typing_sifts_the_rows_and_the_chart_hears_of_it(
    pane: FigureTablePane, qtbot: QtBot
) -> None:
    pane.sounds_wanted.connect(pane.take_sounds)
    with qtbot.waitSignal(pane.rows_shown):
        qtbot.keyClicks(line_of(pane), "dqsc")
    assert pane.shown_figures() == (OUTPUT,)
    assert counted(pane) == ["1/3"]
    line_of(pane).setText("")
    with qtbot.waitSignal(pane.rows_shown) as shown:
        line_of(pane).setText("GDP")
    assert shown.args == [FiguresShown((OUTPUT,), 1, "GDP")]


def test_escape_clears_what_is_sifted_by(pane: FigureTablePane, qtbot: QtBot) -> None:
    for widget in (line_of(pane), view_of(pane)):
        line_of(pane).setText("人口")
        assert pane.shown_figures() == (PEOPLE,)
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert line_of(pane).text() == ""
        assert pane.shown_figures() == (OUTPUT, INDUSTRY, PEOPLE)
    assert counted(pane) == []


def test_what_an_input_method_holds_back_does_not_sift(pane: FigureTablePane) -> None:
    held = QInputMethodEvent("changzhu", [])
    QCoreApplication.sendEvent(line_of(pane), held)
    assert len(pane.shown_figures()) == 3
    done = QInputMethodEvent("", [])
    done.setCommitString("常住")
    QCoreApplication.sendEvent(line_of(pane), done)
    assert pane.shown_figures() == (PEOPLE,)


def test_down_goes_on_to_the_rows(pane: FigureTablePane, qtbot: QtBot) -> None:
    line = line_of(pane)
    line.setFocus()
    line.setText("地区")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.waitUntil(view_of(pane).hasFocus)
    with qtbot.waitSignal(pane.figure_chosen) as chosen:
        qtbot.keyClick(view_of(pane), Qt.Key.Key_Space)
        qtbot.keyClick(view_of(pane), Qt.Key.Key_Return)
    assert chosen.args == [FigureChosen(OUTPUT.id, enter=True)]


def test_a_figure_chosen_elsewhere_is_never_sifted_away(pane: FigureTablePane) -> None:
    line_of(pane).setText("人口")
    pane.select_figure(OUTPUT.id)
    assert pane.selected_figures() == (OUTPUT,)
    assert OUTPUT in pane.shown_figures()
    assert tabs_of(pane).currentIndex() == 0


def test_units_are_chosen_and_what_is_converted_is_marked(
    pane: FigureTablePane, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([pane.choices_changed, pane.rows_shown]):
        chosen_in(pane._head.units_menu(), "万元")
    model, index = view_of(pane).model(), view_of(pane).model().index(0, Column.VALUE)
    assert index.data() == "953000"
    assert model.index(0, Column.UNIT).data() == "万元"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "953000（换算）"
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("地区生产总值　95.30 亿元")
    # The figure itself, which is copied, stays as it is printed.
    assert pane.shown_figures()[0] is OUTPUT
    ticked = [each.text() for each in pane._head.units_menu().actions() if each.isChecked()]
    assert ticked == ["万元"]
    chosen_in(pane._head.units_menu(), "全部按原文单位")
    assert index.data() == "95.30"


def test_columns_are_chosen(pane: FigureTablePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.choices_changed) as changed:
        chosen_in(pane._head.columns_menu(), "时期")
    assert changed.args == [TableChoices(("value", "unit", "change", "period"))]
    view = view_of(pane)
    assert not view.isColumnHidden(Column.PERIOD)
    assert view.model().index(0, Column.PERIOD).data() == "2023年"
    chosen_in(pane._head.columns_menu(), "单位")
    assert view.isColumnHidden(Column.UNIT)
    assert view.model().index(0, Column.VALUE).data() == "95.30"
    chosen_in(pane._head.columns_menu(), "恢复默认列")
    assert [column for column in Column if not view.isColumnHidden(column)] == list(Column)[:4]


def test_chosen_columns_are_shown_from_the_start(pane: FigureTablePane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.choices_changed):
        pane.choose(TableChoices(("doubtful", "chapter", "unknown"), {"people": "人"}))
    view = view_of(pane)
    shown = [column for column in Column if not view.isColumnHidden(column)]
    assert shown == [Column.INDICATOR, Column.CHAPTER, Column.DOUBTFUL]
    tabs_of(pane).setCurrentIndex(1)
    cells = [view.model().index(4, column).data() for column in shown]
    assert cells == ["城镇新增就业", "文文", "存疑"]


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (Column.PERIOD, "乙"),
        (Column.STATUS, "丙"),
        (Column.NOTES, "乙"),
        (Column.DOUBTFUL, "丙"),
        (Column.BASIS, "甲"),
        (Column.REGION, "丙"),
    ],
)
def test_every_column_orders_with_empty_cells_last(column: Column, first: str) -> None:
    rows = (
        make_figure(1, "甲", "1", "元", change="1", basis="现价", period="", notes=()),
        make_figure(2, "乙", "2", "元", period="2021年", notes=("按新口径",)),
        make_figure(3, "丙", "3", "元", doubtful=True, status="初步核算", region="丙市"),
    )
    model = FigureTableModel()
    model.set_figures(rows)
    for order in Qt.SortOrder:
        model.sort(column, order)
        filled = [bool(model.index(row, column).data()) for row in range(3)]
        assert filled == sorted(filled, reverse=True)
    model.sort(column, Qt.SortOrder.AscendingOrder)
    assert model.figures[0].indicator == first


def test_headings_are_spoken_in_one_line() -> None:
    model = FigureTableModel()
    model.set_form(compact=True, narrow=True)
    said = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        for column in Column
    ]
    assert said[:4] == ["指标", "数值", "单位", "比上年增长（%）"]


def test_in_a_narrow_column_the_tabs_have_short_names_whole(pane: FigureTablePane) -> None:
    pane.add_page("历年与地区对比", QWidget())
    tabs = pane.findChild(QTabBar)
    assert tabs is not None
    long, short = ("本章指标", "全文指标", "历年"), ("本章", "全文", "对比")
    for width, names in ((600, long), (250, short)):
        tabs.resize(width, tabs.height())
        for tab, name in enumerate(names):
            text = tabs.tabText(tab)
            assert text.startswith(name)
            assert tabs.fontMetrics().horizontalAdvance(text) <= tabs.tabRect(tab).width()
            assert tabs.tabToolTip(tab).startswith(long[tab])
    assert not tabs.tabText(0).startswith("本章指标")

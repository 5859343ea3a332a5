"""The chart of growth: what is drawn, where, and whom it tells."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Figure
from desktop_app.domain.events import FigureChosen
from desktop_app.itemmodels.growth_bars import Bar, Texts, fit_axis, growth_bars, left_out
from desktop_app.services.appearance import theme
from desktop_app.widgets.chart import ChartPane
from tests.gui.made_outline import make_figure

SOURCE = "来源：青河县2023年统计公报，第一章"
TRADE = make_figure(1, "社会消费品零售总额", "12.8", "亿元", change="0.7")
TAX = make_figure(2, "税收收入", "1.6", "亿元", change="-32.7")
OUTPUT = make_figure(3, "地区生产总值", "95", "亿元", change="4.0", basis="可比价格")
FLAT = make_figure(4, "粮食产量", "3", "万吨", change="0")
SHARE = make_figure(5, "城镇化率", "61", "%", change="0.5", change_unit="百分点")
MONTH = make_figure(6, "救助金", "40", "万元", change="11.2", compared_with="6月份")
PLAIN = make_figure(7, "常住人口", "31", "万人")
FIGURES = (TRADE, TAX, OUTPUT, FLAT, SHARE, MONTH, PLAIN)
MANY = tuple(make_figure(n, f"指标{n}", "1", "元", change=str(n - 10)) for n in range(30))


@pytest.fixture
def pane(qtbot: QtBot) -> ChartPane:
    pane = ChartPane()
    qtbot.addWidget(pane)
    pane.resize(450, 360)
    pane.apply_theme(theme("light"))
    show(pane, FIGURES)
    pane.show()
    return pane


def show(pane: ChartPane, figures: tuple[Figure, ...]) -> None:
    pane.show_figures(figures, "一、综合", SOURCE)


def bars_of(pane: ChartPane) -> Any:
    return pane._bars


def words(pane: ChartPane) -> list[list[str]]:
    """Return the names and the values that stand beside the bars."""
    lines = bars_of(pane)._lines.lines
    half = len(lines) // 2
    return [[line.text() for line in part] for part in (lines[:half], lines[half:])]


def said(pane: ChartPane) -> list[str]:
    return [each.text() for each in pane.findChildren(QLabel) if each.isVisible()]


def scroll_of(pane: ChartPane) -> QScrollArea:
    area = pane.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area


def click(qtbot: QtBot, pane: ChartPane, row: int) -> None:
    widget: QWidget = bars_of(pane)
    place = QPoint(widget.width() // 2, round((row + 0.5) * bars_of(pane).row_px))
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def test_growth_over_the_last_year_in_per_cent_becomes_bars() -> None:
    assert [bar.figure for bar in growth_bars(FIGURES)] == [OUTPUT, TRADE, FLAT, TAX]
    assert left_out(FIGURES) == 2


def test_equal_growth_keeps_the_order_of_the_text() -> None:
    pair = (
        make_figure(1, "甲", "1", "元", change="2"),
        make_figure(2, "乙", "1", "元", change="2"),
    )
    assert [bar.label for bar in growth_bars(pair)] == ["甲", "乙"]


def test_names_that_occur_twice_get_their_period() -> None:
    pair = (
        make_figure(1, "财政收入", "1", "元", change="2", period="2023年上半年"),
        make_figure(2, "财政收入", "1", "元", change="1", period="2023年"),
    )
    labels = [bar.label for bar in growth_bars(pair)]
    assert labels == ["财政收入（2023年上半年）", "财政收入（2023年）"]


@given(
    st.lists(
        st.tuples(st.integers(-30000, 200000), st.floats(10, 160), st.floats(20, 90)),
        min_size=1,
        max_size=30,
    ),
    st.floats(400, 900),
)
def test_one_axis_fits_every_bar_name_and_value(
    rows: list[tuple[int, float, float]], width: float
) -> None:
    bars = [Bar(TRADE, growth / 100, "") for growth, _, _ in rows]
    texts = [Texts(label, value) for _, label, value in rows]
    axis = fit_axis(bars, texts, width)
    room = width - axis.zero_px
    for bar, text in zip(bars, texts, strict=True):
        length = abs(bar.growth) * axis.px_per_percent + text.value_px
        across, along = (room, axis.zero_px) if bar.growth < 0 else (axis.zero_px, room)
        assert text.label_px <= across + 1.01
        assert length <= along + 1.01


def test_bars_are_drawn_with_names_and_printed_values(pane: ChartPane) -> None:
    assert words(pane) == [
        ["地区生产总值", "社会消费品零售总额", "粮食产量", "税收收入"],
        ["↑ 4.0  可比价", "↑ 0.7", "持平", "−32.7 ↓"],
    ]
    assert said(pane) == [
        "一、综合：比上年增长",
        "另有 2 项变动的单位或比较基期不同，未画入",
        SOURCE,
    ]


@pytest.mark.parametrize("width", [280, 450, 900])
def test_texts_lie_inside_and_apart(pane: ChartPane, qtbot: QtBot, width: int) -> None:
    show(pane, (*FIGURES, replace(TAX, id=9, basis="可比价格", indicator="很长的名称" * 9)))
    pane.resize(width, 360)
    qtbot.waitUntil(lambda: bool(bars_of(pane).width() == width))
    item = bars_of(pane)._lines
    rects = [item.rect_of(line) for line in item.lines]
    assert [rect for rect in rects if not item.boundingRect().contains(rect)] == []
    for at, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[:at])


@pytest.mark.parametrize("width", [280, 450, 900])
def test_bars_keep_their_room_beside_long_names(pane: ChartPane, qtbot: QtBot, width: int) -> None:
    names = "城镇常住居民人均可支配收入", "地方财政一般公共预算收入总额"
    pair = (replace(TRADE, indicator=names[0]), replace(TAX, indicator=names[1]))
    show(pane, pair)
    pane.resize(width, 360)
    qtbot.waitUntil(lambda: bool(bars_of(pane).width() == width))
    pane.select_figure(TAX.id)
    image = bars_of(pane).grab().toImage()
    y = round(1.25 * bars_of(pane).row_px)
    filled = [x for x in range(width) if image.pixelColor(x, y).name() == theme("light").down]
    (left, right), _ = bars_of(pane)._box.viewRange()
    assert len(filled) == pytest.approx(32.7 * width / (right - left), abs=8)
    assert len(filled) > 0.2 * width


def test_the_axis_is_drawn_to_scale(pane: ChartPane) -> None:
    box, lines = bars_of(pane)._box, bars_of(pane)._lines.lines
    (left, right), _ = box.viewRange()
    per_percent = bars_of(pane).width() / (right - left)
    ends = [line.x_px for line in lines[len(lines) // 2 :]]
    gap = ends[2]
    assert ends[0] == pytest.approx(4.0 * per_percent + gap, abs=1)
    assert ends[3] == pytest.approx(-32.7 * per_percent - gap, abs=1)


def test_a_click_selects_and_tells(pane: ChartPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.figure_chosen) as chosen:
        click(qtbot, pane, 3)
    assert chosen.args == [FigureChosen(TAX.id)]
    assert bars_of(pane).selected == TAX.id


def test_keys_move_the_selection(pane: ChartPane, qtbot: QtBot) -> None:
    chosen: list[FigureChosen] = []
    pane.figure_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        qtbot.keyClick(pane, key)
    expected = [OUTPUT, TRADE, OUTPUT, TAX]
    assert chosen == [FigureChosen(figure.id) for figure in expected]


def test_the_selected_bar_is_outlined_silently(pane: ChartPane, qtbot: QtBot) -> None:
    accent = theme("light").accent

    def outlined() -> bool:
        image = bars_of(pane).grab().toImage()
        return any(
            image.pixelColor(x, y).name() == accent
            for x in range(image.width())
            for y in range(image.height())
        )

    assert not outlined()
    with qtbot.assertNotEmitted(pane.figure_chosen):
        pane.select_figure(TAX.id)
    assert outlined()
    pane.select_figure(None)
    assert not outlined()


def test_many_bars_scroll_and_the_selected_one_comes_into_view(
    pane: ChartPane, qtbot: QtBot
) -> None:
    show(pane, MANY)
    bar = scroll_of(pane).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bars_of(pane).height() == len(MANY) * bars_of(pane).row_px
    pane.select_figure(MANY[0].id)
    assert bar.value() == bar.maximum()
    show(pane, FIGURES)
    assert bar.value() == 0


def test_no_growth_is_said(pane: ChartPane) -> None:
    show(pane, (PLAIN, MONTH))
    assert said(pane) == [
        "一、综合：比上年增长",
        "本章没有同比增速数据",
        "另有 1 项变动的单位或比较基期不同，未画入",
    ]
    show(pane, FIGURES)
    assert words(pane)[0]
    assert scroll_of(pane).isVisible()


def test_it_speaks(pane: ChartPane) -> None:
    assert pane.accessibleName() == "一、综合：比上年增长"
    assert pane.accessibleDescription().startswith("地区生产总值 4.0%；社会消费品零售总额 0.7%")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_takes_on_the_theme(pane: ChartPane, name: str) -> None:
    colours = theme(name)
    pane.apply_theme(colours)
    assert bars_of(pane).grab().toImage().pixelColor(1, 1).name() == colours.pane


def test_the_wheel_scrolls_over_the_bars(pane: ChartPane, qtbot: QtBot) -> None:
    show(pane, MANY)
    bar = scroll_of(pane).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    place = bars_of(pane).mapTo(pane, QPoint(200, 40))
    QTest.wheelEvent(pane.windowHandle(), QPointF(place), QPoint(0, -120))
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_hovering_tells_all_of_a_figure(pane: ChartPane, qtbot: QtBot) -> None:
    widget: QWidget = bars_of(pane)
    place = QPoint(20, bars_of(pane).row_px // 2)
    hover = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    assert QCoreApplication.sendEvent(widget, hover)
    qtbot.waitUntil(lambda: QToolTip.text().startswith("地区生产总值　95 亿元"))
    QToolTip.hideText()

"""The chart pane: what is drawn, where, whom it tells, and the picture of it."""

import re
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.domain.events import ChartKindChosen, ChartPicture, FigureChosen
from desktop_app.itemmodels.charts import ChartData
from desktop_app.services.appearance import theme
from desktop_app.services.relations import Composition
from desktop_app.widgets.chart import ChartPane
from tests.gui.made_outline import make_figure

SOURCE = "来源：青河县2023年统计公报，第一章"
TRADE = make_figure(1, "社会消费品零售总额", "12.8", "亿元", change="0.7")
TAX = make_figure(2, "税收收入", "1.6", "亿元", change="-32.7")
OUTPUT = make_figure(3, "地区生产总值", "95", "亿元", change="4.0", basis="可比价格")
FLAT = make_figure(4, "粮食产量", "3", "万吨", change="0")
SHARE = make_figure(5, "城镇化率", "61", "%", kind=Kind.SHARE, change="0.5", change_unit="百分点")
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
    pane.show_figures(ChartData(figures, "一、综合", SOURCE))


def bars_of(pane: ChartPane) -> Any:
    return pane._bars


def words(pane: ChartPane) -> list[list[str]]:
    """Return the names and the values that stand beside the bars."""
    layout = bars_of(pane).texts.layout
    return [[line.text() for line in part] for part in (layout.names, layout.values)]


def said(pane: ChartPane) -> list[str]:
    return [each.text() for each in pane.findChildren(QLabel) if each.isVisible() and each.text()]


def scroll_of(pane: ChartPane) -> QScrollArea:
    area = pane.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area


def click(qtbot: QtBot, pane: ChartPane, row: int) -> None:
    widget: QWidget = bars_of(pane)
    place = QPoint(widget.width() // 2, round((row + 0.5) * bars_of(pane).row_px))
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def test_bars_are_drawn_with_names_and_printed_values(pane: ChartPane) -> None:
    assert words(pane) == [
        ["地区生产总值", "社会消费品零售总额", "粮食产量", "税收收入"],
        ["↑ 4.0  可比价", "↑ 0.7", "持平", "−32.7 ↓"],
    ]
    assert said(pane) == [
        "一、综合：比上年增长",
        "价格口径：1 项为原文写明，2 项未说明\n另有 2 项变动的单位或比较基期不同，未画入",
        SOURCE,
    ]


@pytest.mark.parametrize("width", [280, 450, 900])
def test_texts_lie_inside_and_apart(pane: ChartPane, qtbot: QtBot, width: int) -> None:
    show(pane, (*FIGURES, replace(TAX, id=9, basis="可比价格", indicator="很长的名称" * 9)))
    pane.resize(width, 360)
    qtbot.waitUntil(lambda: bool(bars_of(pane).width() == width))
    item = bars_of(pane).texts
    rects = [item.rect_of(line) for line in item.lines()]
    assert [rect for rect in rects if not item.boundingRect().contains(rect)] == []
    for at, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[:at])


@pytest.mark.parametrize("points", [8.0, 9.0, 9.3, 10.1, 11.7, 13.0])
def test_names_stand_in_their_own_row_in_any_size(pane: ChartPane, points: float) -> None:
    show(pane, (TRADE, replace(TAX, id=9, indicator="很长的名称" * 9)))
    font = bars_of(pane).font()
    font.setPointSizeF(points)
    bars_of(pane).setFont(font)
    bars_of(pane).resize(250, 200)
    bars_of(pane).draw()
    layout = bars_of(pane).texts.layout
    assert layout.stacked
    assert min(line.top_px for line in layout.names) >= 0


@pytest.mark.parametrize("width", [280, 450, 900])
def test_bars_keep_their_room_beside_long_names(pane: ChartPane, qtbot: QtBot, width: int) -> None:
    names = "城镇常住居民人均可支配收入", "地方财政一般公共预算收入总额"
    pair = (replace(TRADE, indicator=names[0]), replace(TAX, indicator=names[1]))
    show(pane, pair)
    pane.resize(width, 360)
    qtbot.waitUntil(lambda: bool(bars_of(pane).width() == width))
    pane.select_figure(TAX.id)
    image = bars_of(pane).grab().toImage()
    layout = bars_of(pane).texts.layout
    middle = layout.above_px + (layout.row_px - layout.above_px) * 0.35
    y = round(layout.row_px + middle)
    filled = [x for x in range(width) if image.pixelColor(x, y).name() == theme("light").down]
    (left, right), _ = bars_of(pane)._box.viewRange()
    assert len(filled) == pytest.approx(32.7 * width / (right - left), abs=8)
    assert len(filled) > 0.2 * width


def test_the_axis_is_drawn_to_scale(pane: ChartPane) -> None:
    box, values = bars_of(pane)._box, bars_of(pane).texts.layout.values
    (left, right), _ = box.viewRange()
    per_percent = bars_of(pane).width() / (right - left)
    ends = [line.x_px for line in values]
    gap = ends[2]
    assert ends[0] == pytest.approx(4.0 * per_percent + gap, abs=1)
    assert ends[3] == pytest.approx(-32.7 * per_percent - gap, abs=1)


def test_a_click_selects_and_tells(pane: ChartPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.figure_chosen) as chosen:
        click(qtbot, pane, 3)
    assert chosen.args == [FigureChosen(TAX.id, growth=True)]
    assert bars_of(pane).selected == TAX.id


def test_keys_move_the_selection(pane: ChartPane, qtbot: QtBot) -> None:
    chosen: list[FigureChosen] = []
    pane.figure_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        qtbot.keyClick(pane, key)
    expected = [OUTPUT, TRADE, OUTPUT, TAX]
    assert chosen == [FigureChosen(figure.id, growth=True) for figure in expected]


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
    last = bars_of(pane).mapTo(scroll_of(pane).viewport(), QPoint(0, bars_of(pane).height() - 1))
    assert scroll_of(pane).viewport().rect().contains(last)
    show(pane, FIGURES)
    assert bar.value() == 0


def kinds_of(pane: ChartPane) -> dict[str, QToolButton]:
    buttons = pane.findChildren(QToolButton)
    return {each.text(): each for each in buttons if each.isCheckable()}


def test_another_kind_is_shown_where_the_wanted_one_has_nothing(pane: ChartPane) -> None:
    show(pane, (PLAIN, MONTH))
    assert said(pane)[0] == "一、综合：总量"
    growth, levels = kinds_of(pane)["增速"], kinds_of(pane)["总量"]
    assert (growth.isEnabled(), growth.toolTip()) == (False, "表中没有同比增速数据")
    assert growth.accessibleDescription() == growth.toolTip()
    assert levels.isChecked()
    show(pane, FIGURES)
    assert said(pane)[0] == "一、综合：比上年增长"
    assert scroll_of(pane).isVisible()


def test_nothing_to_draw_is_said(pane: ChartPane) -> None:
    show(pane, ())
    assert said(pane) == ["一、综合：比上年增长", "表中没有同比增速数据"]
    assert [name for name, button in kinds_of(pane).items() if button.isEnabled()] == []
    assert pane.picture() is None


def test_a_kind_is_chosen(pane: ChartPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.kind_chosen) as chosen:
        qtbot.mouseClick(kinds_of(pane)["总量"], Qt.MouseButton.LeftButton)
    assert chosen.args == [ChartKindChosen("levels")]
    assert words(pane) == [
        ["地区生产总值", "社会消费品零售总额", "税收收入"],
        ["95", "12.8", "1.6"],
    ]
    assert bars_of(pane).chart.axis == "数值（亿元）"


def test_one_unit_at_a_time_is_chosen_from_a_menu(pane: ChartPane) -> None:
    pane.set_kind("levels")
    menu = pane._head.choice_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions) == ["亿元（3）", "万吨（1）", "万元（1）", "万人（1）"]
    actions["万人（1）"].trigger()
    menu.close()
    assert words(pane) == [["常住人口"], ["31"]]


def test_the_chart_follows_what_is_selected_to_its_unit(pane: ChartPane) -> None:
    pane.set_kind("levels")
    pane.select_figure(PLAIN.id)
    assert words(pane) == [["常住人口"], ["31"]]
    pane.select_figure(TAX.id)
    assert words(pane)[0] == ["地区生产总值", "社会消费品零售总额", "税收收入"]
    pane.select_figure(PLAIN.id)
    pane.select_figure(SHARE.id)
    assert words(pane)[0] == ["常住人口"]
    show(pane, FIGURES[:4])
    assert words(pane)[0] == ["地区生产总值", "社会消费品零售总额", "税收收入"]


def test_what_is_printed_twice_is_outlined_in_its_one_bar(pane: ChartPane) -> None:
    again = replace(TAX, id=20, start=900, end=905)
    show(pane, (*FIGURES, again))
    pane.select_figure(again.id)
    row = bars_of(pane).row_of(again.id)
    assert row == bars_of(pane).row_of(TAX.id) is not None
    assert bars_of(pane).bars[row].shows(bars_of(pane).chosen)


def test_a_unit_chosen_behind_a_selection_stays(pane: ChartPane) -> None:
    pane.set_kind("levels")
    pane.select_figure(PLAIN.id)
    menu = pane._head.choice_menu()
    next(one for one in menu.actions() if one.text() == "万吨（1）").trigger()
    menu.close()
    assert words(pane)[0] == ["粮食产量"]
    show(pane, FIGURES[1:])
    assert words(pane)[0] == ["粮食产量"]


def test_the_parts_are_of_the_selected_total_or_say_whose_they_are(pane: ChartPane) -> None:
    people, town, land = (
        make_figure(n, name, "31", "万人")
        for n, name in ((8, "户籍人口"), (9, "城镇人口"), (10, "乡村人口"))
    )
    hundred, fifty = Decimal(100), Decimal(50)
    wholes = (
        Composition(OUTPUT, (TRADE, TAX), (fifty, fifty), Decimal(0)),
        Composition(people, (town, land), (hundred, hundred), Decimal(0)),
    )
    rows = (*FIGURES, people, town, land)
    pane.show_figures(ChartData(rows, "一、综合", SOURCE, compositions=wholes))
    pane.set_kind("parts")
    pane.select_figure(people.id)
    assert words(pane)[0] == ["城镇人口", "乡村人口"]
    pane.select_figure(TAX.id)
    assert words(pane)[0] == ["社会消费品零售总额", "税收收入"]
    pane.select_figure(PLAIN.id)
    told = "所选“常住人口”没有经核对相加一致的构成，此处为“地区生产总值”的构成"
    assert told in "\n".join(said(pane))


def test_it_speaks(pane: ChartPane) -> None:
    assert pane.accessibleName() == "一、综合：比上年增长"
    assert pane.accessibleDescription().startswith("地区生产总值 增长 4.0%（可比价）；")


def test_a_screen_reader_finds_every_bar(pane: ChartPane) -> None:
    found = QAccessible.queryAccessibleInterface(bars_of(pane))
    assert found is not None
    names = [
        found.child(number).text(QAccessible.Text.Name) for number in range(found.childCount())
    ]
    for name in ("税收收入：下降 32.7%", "粮食产量：持平", "地区生产总值：增长 4.0%（可比价）"):
        assert name in names


def test_enter_leads_to_the_sentence(pane: ChartPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane, Qt.Key.Key_End)
    with qtbot.waitSignal(pane.figure_chosen) as chosen:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert chosen.args == [FigureChosen(TAX.id, enter=True)]


@pytest.mark.parametrize("height", [120, 200, 600])
def test_a_low_pane_scrolls_and_cuts_no_bar(pane: ChartPane, qtbot: QtBot, height: int) -> None:
    pane.resize(450, height)
    rows = len(bars_of(pane).bars)
    qtbot.waitUntil(lambda: bool(bars_of(pane).height() == rows * bars_of(pane).row_px))
    area = scroll_of(pane)
    assert area.height() >= 2 * bars_of(pane).row_px
    sheet = area.widget()
    assert sheet is not None
    hidden = sheet.height() - area.viewport().height()
    assert area.verticalScrollBar().maximum() == max(hidden, 0)


@pytest.mark.parametrize("width", [280, 450])
def test_long_names_stand_whole_above_their_bars(
    pane: ChartPane, qtbot: QtBot, width: int
) -> None:
    name = "农村居民家庭人均可支配经营性净收入和转移性净收入合计"
    show(pane, (replace(TAX, indicator=name), TRADE))
    pane.resize(width, 360)
    qtbot.waitUntil(lambda: bool(bars_of(pane).width() == width))
    layout = bars_of(pane).texts.layout
    assert layout.stacked
    assert "".join(line.text() for line in layout.names if line.row == 1) == name


def pixels(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("kind", ["growth", "levels"])
def test_the_picture_is_what_is_on_the_screen(pane: ChartPane, kind: str) -> None:
    pane.set_kind(kind)
    pane.select_figure(TAX.id)
    picture = pane.picture()
    assert picture is not None
    screen = pixels(bars_of(pane).grab().toImage())
    top = round(sum(part.widget.height() for part in pane._parts()[:2]) + 8)
    assert pixels(picture.image.copy(0, top, screen.width(), screen.height())) == screen
    fine = QImage.fromData(picture.png)
    assert fine.size() == picture.image.size() * 2


def test_the_drawing_has_the_texts_and_looks_like_the_screen(pane: ChartPane) -> None:
    picture = pane.picture()
    assert picture is not None
    drawing = picture.svg.decode()
    written = "".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawing))
    assert "<image" not in drawing
    for text in ("一、综合：比上年增长", "比上年增长（%）", "税收收入", "−32.7 ↓", SOURCE):
        assert text in written
    renderer = QSvgRenderer(QByteArray(picture.svg))
    assert renderer.isValid()
    drawn = QImage(picture.image.size(), QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    bars = [theme("light").up, theme("light").down]
    for colour in bars:
        fill = QColor(colour)
        shares = [_share_of(image, fill) for image in (drawn, picture.image)]
        assert shares[0] == pytest.approx(shares[1], rel=0.1)


def _share_of(image: QImage, colour: QColor) -> float:
    """Return how many pixels of an image are nearest to a colour rather than grey or pale."""
    near = sum(
        abs(image.pixelColor(x, y).hslHue() - colour.hslHue()) < 8
        and image.pixelColor(x, y).saturation() > 90
        for x in range(image.width())
        for y in range(image.height())
    )
    return near / (image.width() * image.height())


def test_a_picture_is_wanted_from_the_menu(pane: ChartPane, qtbot: QtBot) -> None:
    menu = pane._head.picture_menu()
    for action, form in zip(menu.actions(), ("copy", "png", "svg"), strict=True):
        with qtbot.waitSignal(pane.picture_wanted) as wanted:
            action.trigger()
        assert wanted.args == [ChartPicture(form)]
    menu.close()


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

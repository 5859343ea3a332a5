"""Copying in the window: what is clicked, selected or under the mouse, by keys and by menus."""

from collections.abc import Iterator
from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.choices import SourceStyle
from desktop_app.services import finding
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.system import paths
from desktop_app.tasks.runner import InlineRunner
from desktop_app.window.actions import ActionId
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from tests.gui.three_years import inline_lanes, open_window, press, search

pytestmark = pytest.mark.gui

_CONTROL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_SIZE = QSize(1440, 900)


@pytest.fixture
def lanes(library: Library, user: UserData) -> Iterator[Lanes]:
    with finding.open_searcher(library.path) as searcher:
        yield Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))


@pytest.fixture
def window(qtbot: QtBot, lanes: Lanes) -> Iterator[MainWindow]:
    window = open_window(qtbot, lanes)
    window.resize(_SIZE)
    window.open_last()
    qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
    QGuiApplication.clipboard().clear()
    yield window
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


@pytest.fixture
def revenue(bundled: Bulletin) -> Figure:
    """7.8亿元，同比下降28.1%."""
    return next(figure for figure in bundled.figures if figure.value == "7.8")


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def said(window: MainWindow) -> str:
    return window.panes.status.texts()[-1]


def spot(window: MainWindow, read_start: int, read_end: int) -> QPoint:
    """Return the middle of a stretch of the reading text in the viewport."""
    reader = window.panes.reader
    assert reader._text is not None
    span = reader._text.span(read_start, read_end)
    reader._place.reveal(span)
    return reader._view.rect_of(*span).center()


def click(window: MainWindow, read_start: int, read_end: int) -> None:
    viewport = window.panes.reader._view.viewport()
    point = spot(window, read_start, read_end)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def double_click(window: MainWindow, read_start: int, read_end: int) -> None:
    viewport = window.panes.reader._view.viewport()
    point = spot(window, read_start, read_end)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseDClick(viewport, left, Qt.KeyboardModifier.NoModifier, point)


def open_menu(window: MainWindow, point: QPoint, *, by_key: bool = False) -> list[str]:
    """Ask for the menu of the text at a point; return what it says, lines as `-`."""
    viewport = window.panes.reader._view.viewport()
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, point, viewport.mapToGlobal(point)))
    return ["-" if a.isSeparator() else a.text().split("\t")[0] for a in menu().actions()]


def menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def has_keyboard(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus)


def choose(qtbot: QtBot, text: str) -> None:
    """Click an entry of the open menu."""
    open_one = menu()
    (action,) = (a for a in open_one.actions() if a.text().split("\t")[0] == text)
    qtbot.mouseClick(
        open_one, Qt.MouseButton.LeftButton, pos=open_one.actionGeometry(action).center()
    )


# By keys


@pytest.mark.parametrize(
    ("keys", "modifiers", "copied"),
    [
        (Qt.Key.Key_C, _CONTROL, "7.8亿元"),
        (Qt.Key.Key_C, _CONTROL | _SHIFT, "7.8亿元（数据来源：《{title}》）"),
        (Qt.Key.Key_N, _CONTROL | _ALT, "7.8"),
        (Qt.Key.Key_G, _CONTROL | _ALT, "下降28.1%"),
        (
            Qt.Key.Key_J,
            _CONTROL | _ALT,
            "2022年，鞍山市铁东区地方财政一般预算收入7.8亿元，比上年下降28.1%。",
        ),
        (
            Qt.Key.Key_M,
            _CONTROL | _ALT,
            "2022年，鞍山市铁东区地方财政一般预算收入7.8亿元，比上年下降28.1%（数据来源：《{title}》）。",
        ),
        (Qt.Key.Key_R, _CONTROL | _ALT, "数据来源：《{title}》"),
    ],
)
def test_every_form_has_its_key(
    qtbot: QtBot,
    window: MainWindow,
    revenue: Figure,
    keys: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    copied: str,
) -> None:
    click(window, revenue.read_start, revenue.read_end)
    qtbot.keyClick(window.panes.reader._view, keys, modifiers)
    title = "鞍山市铁东区2022年国民经济和社会发展统计公报"
    assert clipboard() == copied.format(title=title)
    assert said(window).startswith("已复制：")


def test_the_sentence_is_the_one_that_is_read(
    qtbot: QtBot, window: MainWindow, revenue: Figure
) -> None:
    click(window, revenue.read_start, revenue.read_end)
    qtbot.keyClick(window.panes.reader._view, Qt.Key.Key_Y, _CONTROL | _ALT)
    assert clipboard().startswith("1—12月，规模以上工业增加值")
    assert "收入7.8亿元，同比下降28.1%；" in clipboard()
    assert clipboard().endswith("。")
    press(window, ActionId.SOURCE)
    press(window, ActionId.COPY_PRINTED)
    assert "7.8億元" in clipboard()


def test_rows_are_text_and_table_at_once(
    qtbot: QtBot, window: MainWindow, bundled: Bulletin
) -> None:
    window.panes.table.setFocus()
    view = window.panes.table._pane._view
    qtbot.keyClick(view, Qt.Key.Key_A, _CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_C, _CONTROL | _ALT)
    content = QGuiApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in content.text().split("\n")]
    figures = bundled.figures_of(bundled.chapters[0])
    assert [row[0] for row in rows] == ["指标", *(figure.indicator for figure in figures)]
    assert rows[5][:4] == ["地方财政一般预算收入", "7.8", "亿元", "-28.1"]
    assert content.html().count("<tr>") == len(figures) + 1
    assert said(window) == f"已复制 {len(figures)} 行，可以粘贴到 Excel"
    qtbot.keyClick(view, Qt.Key.Key_C, _CONTROL)
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    assert clipboard().count("\n") == len(figures) - 1


# What is clicked


def test_a_click_on_a_growth_copies_the_growth(window: MainWindow, revenue: Figure) -> None:
    click(window, revenue.change_read_start, revenue.change_read_end)
    assert window.panes.table.selected_figures() == (revenue,)
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "28.1%"
    assert said(window) == "已复制：28.1%（即下降28.1%）"
    press(window, ActionId.COPY_NUMBER)
    assert clipboard() == "28.1"
    press(window, ActionId.COPY_SENTENCE)
    assert clipboard().endswith("收入7.8亿元，比上年下降28.1%。")
    marked = window.panes.reader._view.extraSelections()[-1]
    assert marked.cursor.selectedText().replace("\u2060", "") == "28.1%"
    click(window, revenue.read_start, revenue.read_end)
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "7.8亿元"


@pytest.mark.parametrize(("typed", "copied"), [("28.1", "28.1%"), ("7.8", "7.8亿元")])
def test_a_number_that_was_searched_is_what_is_copied(
    window: MainWindow, typed: str, copied: str
) -> None:
    search(window, typed)
    window.panes.results.choose_current()
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == copied
    press(window, ActionId.COPY_SENTENCE)
    assert clipboard().endswith("地方财政一般预算收入7.8亿元，比上年下降28.1%。")


def test_the_figure_under_the_mouse_is_copied_where_none_is_chosen(
    qtbot: QtBot, window: MainWindow, revenue: Figure, bundled: Bulletin
) -> None:
    reader = window.panes.reader
    qtbot.mouseMove(reader._view.viewport(), spot(window, revenue.read_start, revenue.read_end))
    qtbot.waitUntil(lambda: reader.under_mouse() is not None)
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "7.8亿元"
    window._choosing.choose(bundled.figures[0].id)
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "285.9亿元"


def test_a_row_of_the_table_means_the_value_again(window: MainWindow, revenue: Figure) -> None:
    click(window, revenue.change_read_start, revenue.change_read_end)
    view = window.panes.table._pane._view
    row = window.panes.table._pane._model.row_of(revenue.id)
    rect = view.visualRect(view.model().index(row + 1, 0))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center()
    )
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "6.4亿元"


def test_the_direction_of_a_growth_alone_is_told(window: MainWindow, bundled: Bulletin) -> None:
    window._choosing.choose(bundled.figures[1].id)
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "14.2%"
    assert said(window) == "已复制：14.2%（即下降14.2%）"


def test_the_menu_names_a_figure_in_the_characters_read(
    window: MainWindow, revenue: Figure
) -> None:
    for key, name in (
        (ActionId.HANT, "複製　地方財政一般預算收入　7.8億元"),
        (ActionId.SOURCE, "複製　地方財政一般預算收入　7.8億元"),
    ):
        press(window, key)
        head = open_menu(window, spot(window, revenue.read_start, revenue.read_end))[0]
        assert head.split("　")[1:] == name.split("　")[1:]
        menu().close()


def test_the_growth_stays_meant_in_every_script(window: MainWindow, revenue: Figure) -> None:
    click(window, revenue.change_read_start, revenue.change_read_end)
    for action in (ActionId.HANT, ActionId.SOURCE):
        press(window, action)
        press(window, ActionId.COPY_VALUE)
        assert clipboard() == "28.1%"


# What is selected


def test_all_of_the_text_is_the_bulletin_and_nothing_else(
    qtbot: QtBot, window: MainWindow, bundled: Bulletin
) -> None:
    view = window.panes.reader._view
    qtbot.keyClick(view, Qt.Key.Key_A, _CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_C, _CONTROL)
    passages = [bundled.text.hans[p.read_start : p.read_end] for p in bundled.passages]
    assert clipboard() == "\n".join(passages).strip().replace("－", "-")
    assert "319 个数据" not in clipboard()
    assert not set("\u2060\u2028\u2029\ufffc") & set(clipboard())


def test_what_is_dragged_out_is_plain_text(
    qtbot: QtBot, window: MainWindow, bundled: Bulletin
) -> None:
    view = window.panes.reader._view
    qtbot.keyClick(view, Qt.Key.Key_A, _CONTROL)
    content = view.createMimeDataFromSelection()
    assert content.formats() == ["text/plain"]
    assert "生产总值累计完成285.9亿元，" in content.text()
    assert len(content.text()) <= len(bundled.text.hans)


def test_a_double_click_selects_number_and_unit(window: MainWindow, revenue: Figure) -> None:
    double_click(window, revenue.read_start, revenue.read_end)
    assert window.panes.reader.selected_text() == "7.8亿元"
    double_click(window, revenue.change_read_start, revenue.change_read_end)
    assert window.panes.reader.selected_text() == "28.1%"
    press(window, ActionId.COPY_WITH_SOURCE)
    assert clipboard().startswith("28.1%（数据来源")


@pytest.mark.parametrize("script", Script)
def test_a_double_click_beside_figures_selects_a_word(
    window: MainWindow, bundled: Bulletin, script: Script
) -> None:
    press(
        window,
        {Script.HANS: ActionId.HANS, Script.HANT: ActionId.HANT}.get(script, ActionId.SOURCE),
    )
    at = bundled.text.hans.index("地方财政一般预算")
    double_click(window, at + 2, at + 3)
    assert window.panes.reader.selected_text() in ("财政", "財政")


def test_a_triple_click_selects_the_paragraph(window: MainWindow, bundled: Bulletin) -> None:
    passage = next(p for p in bundled.passages if p.read_end - p.read_start > 80)
    text = bundled.text.hans[passage.read_start : passage.read_end]
    double_click(window, passage.read_start + 3, passage.read_start + 4)
    viewport = window.panes.reader._view.viewport()
    point = spot(window, passage.read_start + 3, passage.read_start + 4)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point, 1)
    assert window.panes.reader.selected_text() == text


def test_figures_in_selected_text_are_copied_by_their_forms(
    window: MainWindow, bundled: Bulletin, revenue: Figure
) -> None:
    reader = window.panes.reader
    assert reader._text is not None
    first = bundled.text.hans.index("地方财政一般预算收入7.8")
    start, _ = reader._text.span(first, first + 1)
    _, end = reader._text.span(revenue.read_end + 12, revenue.read_end + 22)
    reader._view.select(start, end)
    press(window, ActionId.COPY_VALUE)
    assert clipboard().startswith("地方财政一般预算收入7.8亿元，同比下降28.1%；")
    press(window, ActionId.COPY_NUMBER)
    assert clipboard().split("\n")[0] == "7.8"
    press(window, ActionId.COPY_ROWS)
    assert clipboard().split("\n")[1].startswith("地方财政一般预算收入\t7.8\t亿元")


# The menus


def test_the_menu_over_a_figure_is_about_that_figure(
    qtbot: QtBot, window: MainWindow, revenue: Figure
) -> None:
    entries = open_menu(window, spot(window, revenue.read_start, revenue.read_end))
    assert entries[0] == "复制　地方财政一般预算收入　7.8亿元"
    assert not menu().actions()[0].isEnabled()
    assert {"值与单位", "连同出处", "标准语句", "Excel 表格行", "来源行"} <= set(entries)
    choose(qtbot, "标准语句")
    assert clipboard().startswith("2022年，鞍山市铁东区地方财政一般预算收入7.8亿元")


def test_the_menu_over_a_growth_is_about_the_growth(window: MainWindow, revenue: Figure) -> None:
    point = spot(window, revenue.change_read_start, revenue.change_read_end)
    assert open_menu(window, point)[0] == "复制　地方财政一般预算收入　28.1%"


def test_the_menu_over_plain_text_is_about_its_sentence(
    qtbot: QtBot, window: MainWindow, bundled: Bulletin, revenue: Figure
) -> None:
    click(window, revenue.read_start, revenue.read_end)
    at = bundled.text.hans.index("铁东区主动适应经济")
    entries = open_menu(window, spot(window, at, at + 1))
    assert entries[:4] == [
        "本句　2022年，在市委市政府和区委区政府正确领导下，…",
        "-",
        "复制",
        "复制（附出处）",
    ]
    assert "检索所选" not in entries, "nothing is selected"
    choose(qtbot, "复制")
    assert clipboard().startswith("2022年，在市委市政府")
    assert window.panes.table.selected_figures() == ()
    window._actions[ActionId.COPY_PRINTED].trigger()
    qtbot.waitUntil(lambda: not window.findChildren(QMenu, "contextMenu"))
    press(window, ActionId.COPY_PRINTED)
    assert said(window).startswith("先点选一个数据")


def test_the_menu_marks_what_is_under_the_mouse(
    qtbot: QtBot, window: MainWindow, bundled: Bulletin, revenue: Figure
) -> None:
    user = window._lanes.user._resource  # type: ignore[attr-defined]  # the inline one's
    open_menu(window, spot(window, revenue.read_start, revenue.read_end))
    choose(qtbot, "添加或取消书签")
    qtbot.waitUntil(lambda: [mark.quote for mark in user.bookmarks()] == ["7.8亿元"])
    at = bundled.text.hans.index("铁东区主动适应经济")
    open_menu(window, spot(window, at, at + 1))
    choose(qtbot, "添加或取消书签")
    qtbot.waitUntil(lambda: len(user.bookmarks()) == 2)
    assert user.bookmarks()[0].quote.startswith("2022年，在市委市政府")
    # The menu is closed: what is read is meant again.
    qtbot.waitUntil(lambda: not window.findChildren(QMenu, "contextMenu"))
    press(window, ActionId.BOOKMARK)
    assert user.bookmarks()[0].quote.startswith("2022年四平市")


def test_the_menu_over_selected_text_keeps_it(
    qtbot: QtBot, window: MainWindow, revenue: Figure
) -> None:
    reader = window.panes.reader
    assert reader._text is not None
    start, _ = reader._text.span(revenue.read_start - 4, revenue.read_start)
    _, end = reader._text.span(revenue.read_start, revenue.read_end)
    reader._view.select(start, end)
    entries = open_menu(window, spot(window, revenue.read_start, revenue.read_end))
    assert entries[0] == "选中的文字　预算收入7.8亿元（含 1 个数据）"
    assert entries[2:4] == ["复制", "复制（附出处）"]
    assert {"检索所选", "添加或取消书签"} <= set(entries)
    choose(qtbot, "复制")
    assert clipboard() == "预算收入7.8亿元"


def select(window: MainWindow, words: str) -> tuple[int, int]:
    """Select words of the bundled text where they stand first; return their stretch."""
    reader, opened = window.panes.reader, window.panes.reader._bulletin
    assert reader._text is not None
    assert opened is not None
    at = opened.text.hans.index(words)
    reader._place.reveal(reader._text.span(at, at + len(words)))
    reader._view.select(*reader._text.span(at, at + len(words)))
    return at, at + len(words)


def test_the_menu_beside_selected_text_keeps_it(window: MainWindow, revenue: Figure) -> None:
    _, end = select(window, "铁东区主动适应")
    entries = open_menu(window, spot(window, end + 4, end + 5))
    assert entries[0] == "选中的文字　铁东区主动适应"
    assert window.panes.reader.selected_text() == "铁东区主动适应"
    menu().close()
    viewport = window.panes.reader._view.viewport()
    open_menu(window, QPoint(5, viewport.height() // 2))
    assert window.panes.reader.selected_text() == "铁东区主动适应"
    menu().close()
    entries = open_menu(window, spot(window, revenue.read_start, revenue.read_end))
    assert entries[0] == "复制　地方财政一般预算收入　7.8亿元"
    assert window.panes.reader.selected_text() == "", "a figure is what was pointed at"


def test_selected_text_is_searched_from_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    start, end = select(window, "养老保险")
    open_menu(window, spot(window, start, end))
    choose(qtbot, "检索所选")
    qtbot.waitUntil(lambda: window.panes.box.text() == "养老保险")
    qtbot.waitUntil(lambda: bool(window.panes.reader.matches()))


@pytest.mark.parametrize(
    ("words", "told"), [("", "先在正文中选中"), ("2022年，在市委市政府", "选中的文字太长")]
)
def test_what_cannot_be_searched_says_why(window: MainWindow, words: str, told: str) -> None:
    if words:
        start, _ = select(window, words)
        reader = window.panes.reader
        assert reader._text is not None
        reader._view.select(*reader._text.span(start, start + 80))
    press(window, ActionId.SEARCH_SELECTED)
    assert said(window).startswith(told)
    assert window.panes.box.text() == ""


def test_the_whole_text_is_selected_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    open_menu(window, QPoint(400, 200))
    choose(qtbot, "全选")
    assert window.panes.reader.selected_text().startswith("2022年四平市铁东区")


def test_the_menu_key_opens_the_menu_at_the_chosen_figure(
    window: MainWindow, revenue: Figure
) -> None:
    click(window, revenue.read_start, revenue.read_end)
    at = spot(window, revenue.read_start, revenue.read_end)
    assert open_menu(window, QPoint(0, 0), by_key=True)[0].endswith("7.8亿元")
    viewport = window.panes.reader._view.viewport()
    # Below the figure, or as far down as the screen lets the whole menu be.
    lowest = window.screen().availableGeometry().bottom() - menu().height()
    assert abs(menu().pos().y() - min(viewport.mapToGlobal(at).y(), lowest)) < 60


def test_keys_open_the_menu_of_the_pane_that_has_them(
    qtbot: QtBot, window: MainWindow, revenue: Figure
) -> None:
    click(window, revenue.read_start, revenue.read_end)
    for pane in (window.panes.reader, window.panes.table):
        window.activateWindow()
        pane.setFocus()
        qtbot.waitUntil(partial(has_keyboard, pane))
        qtbot.keyClick(window, Qt.Key.Key_F10, _SHIFT)
        assert menu().actions()[0].text() == "复制　地方财政一般预算收入　7.8亿元"
        menu().close()
        qtbot.waitUntil(lambda: not window.findChildren(QMenu, "contextMenu"))


def test_the_table_has_the_menu_of_its_rows(qtbot: QtBot, window: MainWindow) -> None:
    view = window.panes.table._pane._view
    point = view.visualRect(view.model().index(4, 0)).center()
    right = Qt.MouseButton.RightButton
    QTest.mouseClick(view.viewport(), right, Qt.KeyboardModifier.NoModifier, point)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        view.viewport(),
        QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point)),
    )
    assert menu().actions()[0].text() == "复制　地方财政一般预算收入　7.8亿元"
    choose(qtbot, "值与单位")
    assert clipboard() == "7.8亿元"


def test_the_button_has_every_form(window: MainWindow) -> None:
    (button,) = (
        b for b in window.panes.top_bar.findChildren(QToolButton) if b.text().startswith("复制")
    )
    entries = {action for action in button.menu().actions() if not action.isSeparator()}
    forms = {window._actions[action_id] for action_id in ActionId if action_id.startswith("copy")}
    assert entries == forms


# What the user has set


def test_source_style_and_template_are_kept(
    qtbot: QtBot, window: MainWindow, lanes: Lanes, revenue: Figure
) -> None:
    style, template = SourceStyle.GBT_2025, "{指标}, “{数值}” @{单位}"
    window._keep(replace(window._settings, source_style=style, template=template))
    window.close()
    kept = QtSettings(paths.settings_file()).load("light")
    assert (kept.source_style, kept.template) == (style, template)
    again = open_window(qtbot, lanes)
    again.resize(_SIZE)
    again.open_last()
    qtbot.waitUntil(lambda: again.panes.table._pane is not None)
    again._choosing.choose(revenue.id)
    press(again, ActionId.COPY_TEMPLATE)
    assert clipboard() == "地方财政一般预算收入, “7.8” @亿元"
    press(again, ActionId.COPY_SOURCE)
    assert clipboard() == "鞍山市铁东区2022年国民经济和社会发展统计公报[R]."


def test_a_wrong_template_is_told_and_nothing_copied(window: MainWindow, revenue: Figure) -> None:
    window._keep(replace(window._settings, template="{数字}"))
    window._choosing.choose(revenue.id)
    QGuiApplication.clipboard().setText("as before")
    press(window, ActionId.COPY_TEMPLATE)
    assert clipboard() == "as before"
    assert window.panes.notice.text().startswith("自定模板里的 {数字} 不认识")
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "7.8亿元"


def test_a_style_of_another_version_falls_back(window: MainWindow) -> None:
    window.close()
    memory = QtSettings(paths.settings_file())
    memory._file.setValue("copying/source_style", "gbt_2035")
    assert memory.load("light").source_style is SourceStyle.PLAIN

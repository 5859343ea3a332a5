"""The main window: every pane hears of what another one did; switches and places are kept."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.events import FigureChosen, SectionChosen
from desktop_app.services import finding
from desktop_app.services.appearance import CONTRAST, DARK, LIGHT, SYSTEM
from desktop_app.services.settings import Settings
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.system import paths
from desktop_app.tasks.runner import InlineRunner
from desktop_app.window.actions import SPECS, ActionId
from desktop_app.window.lanes import Lanes, SearchLanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.panes import CONTENTS_TAB, RESULTS_TAB
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


def open_window(qtbot: QtBot, lanes: Lanes, memory: QtSettings) -> MainWindow:
    window = MainWindow(lanes, memory, memory.load(LIGHT))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open_last()
    return window


@pytest.fixture
def window(qtbot: QtBot, lanes: Lanes, memory: QtSettings) -> MainWindow:
    window = open_window(qtbot, lanes, memory)
    # Table and chart come after the text has been painted.
    qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
    return window


@pytest.fixture
def figure(bundled: Bulletin) -> Figure:
    """The figure of general budget revenue in the first chapter."""
    return next(figure for figure in bundled.figures if figure.value == "7.8")


def press(window: MainWindow, action_id: ActionId) -> None:
    window._actions[action_id].trigger()


def search(window: MainWindow, text: str) -> None:
    window.panes.box.set_text(text)
    window.panes.box._send()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


# Actions


def test_every_action_has_words_and_no_two_share_keys() -> None:
    assert set(SPECS) == set(ActionId)
    assert all(spec.text for spec in SPECS.values())
    keys = Counter(
        QKeySequence(keys).toString() for spec in SPECS.values() for keys in spec.shortcuts
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_of_the_window_does_something(window: MainWindow) -> None:
    for action_id, action in window._actions.items():
        assert action.receivers("2triggered(bool)") >= 1, action_id


# What is shown


def test_the_window_names_the_bulletin(window: MainWindow, bundled: Bulletin) -> None:
    assert window.windowTitle() == f"{bundled.info.title} — 统计公报浏览器"
    assert window.panes.status.texts()[:2] == (
        "铁东区 2022",
        f"第 1 章 共 {len(bundled.chapters)} 章",
    )


def test_a_chapter_chosen_in_the_tree_is_read(window: MainWindow, bundled: Bulletin) -> None:
    for chapter in (bundled.chapters[5], bundled.chapters[-1], bundled.chapters[0]):
        window.panes.tree.section_chosen.emit(SectionChosen(chapter.id))
        assert window.panes.reader.place().section_id == chapter.id
        assert window.panes.table.shown_figures() == bundled.figures_of(chapter)
        number = bundled.chapters.index(chapter) + 1
        assert f"第 {number} 章 共 {len(bundled.chapters)} 章" in window.panes.status.texts()


def test_a_figure_chosen_in_one_pane_is_chosen_in_all(window: MainWindow, figure: Figure) -> None:
    panes = window.panes
    panes.reader.figure_chosen.emit(FigureChosen(figure.id))
    assert panes.table.selected_figures() == (figure,)
    panes.table.figure_chosen.emit(FigureChosen(figure.id))
    assert panes.reader._choice.figure == figure.id
    panes.chart.figure_chosen.emit(FigureChosen(figure.id))
    assert panes.reader._choice.figure == figure.id
    assert "已选 1 个数据" in panes.status.texts()


def test_a_figure_of_another_chapter_is_chosen_among_its_own(
    window: MainWindow, bundled: Bulletin
) -> None:
    for chapter in (bundled.chapters[1], bundled.chapters[6], bundled.chapters[0]):
        figure = bundled.figures_of(chapter)[-1]
        window.panes.reader._pointing.choose(figure)
        assert window.panes.table.selected_figures() == (figure,)
        assert window.panes.table.shown_figures() == bundled.figures_of(chapter)


def test_a_row_of_the_whole_text_brings_its_chapter_along(
    window: MainWindow, bundled: Bulletin
) -> None:
    table = window.panes.table
    table.load()
    table.show_whole(on=True)
    for chapter in (bundled.chapters[1], bundled.chapters[6]):
        figure = bundled.figures_of(chapter)[-1]
        table.figure_chosen.emit(FigureChosen(figure.id))
        table.show_whole(on=False)
        assert table.shown_figures() == bundled.figures_of(chapter)
        table.show_whole(on=True)


def test_a_row_chosen_stays_among_its_chapter_wherever_the_text_scrolls(
    window: MainWindow, bundled: Bulletin
) -> None:
    window.resize(1440, 900)
    panes = window.panes
    for chapter in bundled.chapters:
        figures = bundled.figures_of(chapter)
        panes.reader.scroll_to(figures[-1].read_start)
        panes.table.show_chapter(chapter.id)
        for figure in figures[:4]:
            panes.table.select_figure(figure.id)
            panes.table.figure_chosen.emit(FigureChosen(figure.id))
            assert panes.table.shown_figures() == figures
            assert panes.table.selected_figures() == (figure,)


def test_a_choice_stays_while_another_chapter_is_read(
    window: MainWindow, bundled: Bulletin
) -> None:
    figure = bundled.figures_of(bundled.chapters[0])[0]
    window.panes.reader._pointing.choose(figure)
    window.panes.tree.section_chosen.emit(SectionChosen(bundled.chapters[5].id))
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "285.9亿元"
    press(window, ActionId.HANT)
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "285.9億元"
    window.panes.tree.section_chosen.emit(SectionChosen(bundled.chapters[0].id))
    view = window.panes.table._pane._view
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]


def test_rows_added_and_taken_away_are_what_is_copied(window: MainWindow) -> None:
    view = window.panes.table._pane._view
    flags = QItemSelectionModel.SelectionFlag
    for row, flag in ((3, flags.ClearAndSelect), (5, flags.Select), (5, flags.Deselect)):
        view.selectionModel().select(view.model().index(row, 0), flag | flags.Rows)
    assert "已选 1 个数据" in window.panes.status.texts()
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "128.4亿元"
    view.selectionModel().clearSelection()
    assert window.panes.reader._choice.figure is None
    assert "已选" not in "".join(window.panes.status.texts())


def test_a_hit_beside_the_figures_leaves_none_to_copy(
    window: MainWindow, figure: Figure, bundled: Bulletin
) -> None:
    window.panes.reader._pointing.choose(figure)
    search(window, "月，规模以上工业")
    window.panes.results.choose_current()
    assert window.panes.table.selected_figures() == ()
    press(window, ActionId.NEXT_FIGURE)
    (chosen,) = window.panes.table.selected_figures()
    assert chosen.read_start > bundled.text.hans.index("规模以上工业")
    assert chosen.value == "14.2"


def test_the_name_of_an_indicator_leads_to_its_figure(window: MainWindow) -> None:
    search(window, "社会消费品零售总额")
    window.panes.results.choose_current()
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "128.4亿元"


def test_what_is_chosen_before_the_table_is_there_is_kept_for_it(
    qtbot: QtBot, lanes: Lanes, memory: QtSettings, bundled: Bulletin
) -> None:
    window = open_window(qtbot, lanes, memory)
    figure = bundled.figures_of(bundled.chapters[1])[0]
    window.panes.reader._pointing.choose(figure)
    qtbot.waitUntil(lambda: window.panes.table.selected_figures() == (figure,))
    assert window.panes.table.shown_figures() == bundled.figures_of(bundled.chapters[1])


# Search


def test_a_search_shows_in_every_pane(window: MainWindow, bundled: Bulletin) -> None:
    panes = window.panes
    search(window, "低保")
    assert panes.tabs.currentIndex() == RESULTS_TAB
    assert panes.box.count_text().startswith(f"{bundled.text.hans.count('低保')} 处")
    marked = [bundled.text.hans[start:end] for start, end in panes.reader.matches()]
    assert marked == ["低保"] * bundled.text.hans.count("低保")
    search(window, "")
    assert panes.tabs.currentIndex() == CONTENTS_TAB
    assert panes.box.count_text() == ""
    assert not panes.reader._view.extraSelections()


def test_enter_opens_the_first_hit(qtbot: QtBot, window: MainWindow) -> None:
    box = window.panes.box
    press(window, ActionId.SEARCH)
    line = box.focusProxy()
    assert line is not None
    box.set_text("婚姻登记")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.panes.reader._view.hasFocus()
    assert window.panes.reader.current_match() is not None


def test_f3_walks_through_the_hits_and_leaves_the_keyboard_alone(window: MainWindow) -> None:
    search(window, "低保")
    press(window, ActionId.SEARCH)
    reached: list[tuple[int, int] | None] = []
    for action in (ActionId.NEXT_HIT, ActionId.NEXT_HIT, ActionId.PREVIOUS_HIT):
        press(window, action)
        reached.append(window.panes.reader.current_match())
    assert reached[0] == reached[2] != reached[1]
    assert window.panes.box.has_focus()
    count = len(window.panes.reader.matches())
    assert f"第 1 处，共 {count} 处" in window.panes.status.texts()


def test_escape_goes_back_to_the_text(qtbot: QtBot, window: MainWindow) -> None:
    press(window, ActionId.SEARCH)
    line = window.panes.box.focusProxy()
    assert line is not None
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert window.panes.reader._view.hasFocus()


def test_another_script_leaves_the_search_where_it_is(window: MainWindow) -> None:
    panes = window.panes
    search(window, "低保")
    panes.results.move(1)
    panes.results.move(1)
    hit, match = panes.results.current_hit(), panes.reader.current_match()
    panes.tabs.setCurrentIndex(CONTENTS_TAB)
    press(window, ActionId.HANT)
    after = panes.results.current_hit()
    assert hit is not None
    assert after is not None
    assert (after.passage_id, panes.reader.current_match()) == (hit.passage_id, match)
    assert panes.tabs.currentIndex() == CONTENTS_TAB


def test_a_hit_on_a_number_chooses_its_figure(window: MainWindow) -> None:
    search(window, "285.9")
    window.panes.results.choose_current()
    assert [f.value for f in window.panes.table.selected_figures()] == ["285.9"]


# Copying


def test_copying_takes_the_figure_and_its_source(
    window: MainWindow, bundled: Bulletin, figure: Figure
) -> None:
    window.panes.reader.figure_chosen.emit(FigureChosen(figure.id))
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "7.8亿元"
    press(window, ActionId.COPY_WITH_SOURCE)
    assert clipboard() == f"7.8亿元（数据来源：《{bundled.info.title}》）"
    assert bundled.info.title in clipboard()
    assert any(text.startswith("已复制") for text in window.panes.status.texts())


def test_the_text_is_seen_in_another_script_before_what_stands_beside_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    panes = window.panes
    seen: list[str] = []
    set_script = panes.table.set_script

    def watch(script: Script) -> None:
        seen.append(panes.reader._view.toPlainText())
        set_script(script)

    monkeypatch.setattr(panes.table, "set_script", watch)
    press(window, ActionId.HANT)
    assert len(seen) == 1
    assert "統計公報" in seen[0]
    assert window._settings.script is Script.HANT


def test_copying_takes_the_script_that_is_read(window: MainWindow, figure: Figure) -> None:
    press(window, ActionId.HANT)
    window.panes.reader.figure_chosen.emit(FigureChosen(figure.id))
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "7.8億元"


def test_selected_text_is_copied_before_a_figure(
    qtbot: QtBot, window: MainWindow, figure: Figure
) -> None:
    view = window.panes.reader._view
    window.panes.reader.figure_chosen.emit(FigureChosen(figure.id))
    view.setFocus()
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == window.panes.reader.selected_text() != ""


def test_blanks_alone_are_no_text_to_copy(window: MainWindow) -> None:
    view = window.panes.reader._view
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert window.panes.reader.selected_span() is not None
    QGuiApplication.clipboard().setText("as before")
    press(window, ActionId.COPY_WITH_SOURCE)
    assert clipboard() == "as before"
    assert any("先点选" in text for text in window.panes.status.texts())


def test_copying_nothing_says_what_to_do(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("as before")
    press(window, ActionId.COPY_VALUE)
    assert clipboard() == "as before"
    assert any("先点选" in text for text in window.panes.status.texts())


# Switches, and what is kept


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (SYSTEM, "外观：深色，不再跟随系统；在设置（Ctrl+,）里可以改回"),
        (CONTRAST, "外观：浅色，不再是高对比度；在设置（Ctrl+,）里可以改回"),
        (LIGHT, "外观：深色"),
        (DARK, "外观：浅色"),
    ],
)
def test_switching_the_theme_says_what_it_leaves(
    window: MainWindow, chosen: str, said: str
) -> None:
    window._keep(replace(window._settings, theme=chosen))
    press(window, ActionId.THEME)
    assert window.panes.status.texts()[-1] == said


def test_switches_and_place_are_there_at_the_next_start(
    qtbot: QtBot, window: MainWindow, lanes: Lanes, bundled: Bulletin
) -> None:
    press(window, ActionId.HANT)
    press(window, ActionId.LARGER)
    press(window, ActionId.THEME)
    window.panes.reader.scroll_to(bundled.chapters[3].title_read_start)
    window.resize(790, 640)  # what a screen of the offscreen platform has room for
    window.panes.splitters["columns"].setSizes([150, 340, 300])
    sizes = window.panes.splitters["columns"].sizes()
    window.close()

    again = open_window(qtbot, lanes, QtSettings(paths.settings_file()))
    assert again._settings == Settings(Script.HANT, DARK, 110, hint_seen=True)
    assert again.panes.reader.place().section_id == bundled.chapters[3].id
    assert again.size() == window.size()
    assert again.panes.splitters["columns"].sizes() == sizes
    assert again._actions[ActionId.HANT].isChecked()


@pytest.mark.parametrize(
    "ini",
    [
        "[reader]\nscript=klingon\nzoom_percent=17\n[window]\ntheme=pink\ngeometry=@ByteArray(x)\n",
        "no ini at all",
    ],
)
def test_broken_settings_fall_back_to_their_defaults(qtbot: QtBot, lanes: Lanes, ini: str) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(ini, encoding="utf-8")
    memory = QtSettings(file)
    assert memory.load(DARK) == Settings(theme=DARK)
    open_window(qtbot, lanes, memory)


def test_the_theme_reaches_every_pane(window: MainWindow) -> None:
    press(window, ActionId.THEME)
    shown = [view for view in window.findChildren(QAbstractScrollArea) if view.isVisible()]
    assert len(shown) >= 4
    for view in shown:
        # As painted: a palette says little where a style sheet has its word.
        corner = view.viewport().grab().toImage().pixelColor(1, 1)
        assert corner.lightnessF() < 0.5, view
    assert window.palette().window().color().lightnessF() < 0.5


def test_f6_goes_round_the_panes(window: MainWindow) -> None:
    window.panes.box.take_focus()
    seen = []
    for _ in range(5):
        press(window, ActionId.NEXT_PANE)
        seen.append([frame.is_active() for frame in window.panes._frames])
    assert [active.index(True) if True in active else None for active in seen] == [
        0, 1, 2, 3, None,
    ]  # fmt: skip
    assert window.panes.box.has_focus()


def test_tab_goes_through_the_parts_as_they_lie(qtbot: QtBot, window: MainWindow) -> None:
    panes = window.panes
    panes.box.take_focus()
    parts = (panes.top_bar, panes.tabs, panes.tree, panes.reader, panes.table, panes.chart)
    seen: list[QWidget] = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        part = next(part for part in parts if part is focused or part.isAncestorOf(focused))
        if part not in seen:
            seen.append(part)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == list(parts)


# What can go wrong


def test_a_library_that_cannot_be_read_is_a_calm_notice(
    qtbot: QtBot, user: UserData, memory: QtSettings
) -> None:
    class Refusing(InlineRunner):
        def run(self, name: str, job: object, done: object, failed: object) -> None:
            del name, job, done
            assert callable(failed)
            failed(DataError("library_missing", path="/资料/gongbao.db"))

    idle = SearchLanes(Refusing(), Refusing())
    window = open_window(qtbot, Lanes(Refusing(), idle, InlineRunner(user)), memory)
    assert window.panes.notice.isVisible()
    assert "/资料/gongbao.db" in window.panes.notice.text()
    press(window, ActionId.COPY_VALUE)
    press(window, ActionId.NEXT_FIGURE)


def test_a_file_that_takes_long_says_which_it_is_and_can_be_given_up(
    qtbot: QtBot, user: UserData, memory: QtSettings
) -> None:
    class Busy(InlineRunner):
        def run(self, name: str, job: object, done: object, failed: object) -> None:
            del name, job, done, failed

    lanes = Lanes(Busy(), SearchLanes(Busy(), Busy()), InlineRunner(user))
    windows = []
    for name in ("公报 一.pdf", "公报 二.pdf"):
        window = MainWindow(lanes, memory, memory.load(LIGHT))
        qtbot.addWidget(window)
        window.open_file(Path(name))
        window.show()
        windows.append(window)
    first, second = windows
    work = first.panes.status.work
    assert first.windowTitle() == "正在读 公报 一.pdf — 统计公报浏览器"
    assert first.panes.reader._view.placeholderText() == "正在读 公报 一.pdf…"
    qtbot.waitUntil(lambda: work.text() == "正在读 公报 一.pdf")
    first.show_error(DataError("library_missing", path="/资料/gongbao.db"))
    assert work.text() == ""
    assert first.windowTitle() == "统计公报浏览器"

    button = second.panes.status.work.findChild(QToolButton, "workButton")
    assert button is not None
    assert button.text() == "取消"
    with qtbot.waitSignal(second.closed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_crash_offers_its_report(qtbot: QtBot, window: MainWindow) -> None:
    window.show_crash("Traceback: …")
    notice = window.panes.notice
    assert notice.isVisible()
    qtbot.mouseClick(notice._copy, Qt.MouseButton.LeftButton)
    assert clipboard() == "Traceback: …"


def test_a_narrow_window_leaves_out_only_buttons_that_the_menu_has(
    qtbot: QtBot, window: MainWindow
) -> None:
    bar = window.panes.top_bar

    def shown() -> set[str]:
        buttons = [b for b in bar.findChildren(QToolButton) if b.isVisible() and b.defaultAction()]
        return {button.defaultAction().objectName() for button in buttons}

    window.resize(1400, 600)
    qtbot.waitUntil(lambda: ActionId.SMALLER in shown())
    # What belongs together goes together.
    for width in range(1400, window.minimumWidth(), -40):
        window.resize(width, 600)
        QApplication.sendPostedEvents()
        assert bar.width() == width
        assert (ActionId.SMALLER in shown()) is (ActionId.LARGER in shown())
    everything = shown()
    window.resize(window.minimumSizeHint())
    qtbot.waitUntil(lambda: ActionId.SMALLER not in shown())
    (opener,) = (b for b in bar.findChildren(QToolButton) if b.accessibleName() == "菜单")
    offered = {action.objectName() for action in opener.menu().actions()}
    assert everything - shown() <= offered
    assert {ActionId.HANS, ActionId.LIBRARY} <= shown()


# Room


@pytest.mark.parametrize(("width", "least"), [(1024, 388), (1280, 400), (1440, 452), (800, 280)])
def test_the_columns_share_a_narrow_window(window: MainWindow, width: int, least: int) -> None:
    window.setMinimumWidth(0)
    window.resize(width, 600)
    window.panes.share_width(width)
    _left, reader, right = window.panes.splitters["columns"].sizes()
    assert right >= least
    assert reader >= 300


def test_a_long_sum_is_cut_and_does_not_widen_the_window(qtbot: QtBot, window: MainWindow) -> None:
    least = window.minimumSizeHint().width()
    text = "合计 123456.78 亿元 · 平均 12345.67 亿元 · 注意：" + "合计与分项一起选中；" * 12
    window.panes.status.show_sum(text, "由所选各项计算")
    qtbot.waitUntil(lambda: window.panes.status._sum.isVisible())
    assert window.minimumSizeHint().width() == least
    words = window.panes.status._sum
    qtbot.waitUntil(lambda: words.width() < words.sizeHint().width())
    assert text in window.panes.status.texts()
    place = words.rect().center()
    tip = QHelpEvent(QEvent.Type.ToolTip, place, words.mapToGlobal(place))
    QApplication.sendEvent(words, tip)
    assert QToolTip.text() == f"{text}\n由所选各项计算"
    QToolTip.hideText()

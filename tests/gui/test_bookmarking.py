"""Bookmarks in the window: made by key, seen in the margin, kept, and led back to."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.events import BookmarkChosen, BookmarksDropped, PlaceWanted
from desktop_app.services import bookmark_files, places
from desktop_app.store.library import Library
from desktop_app.store.searcher import Searcher
from desktop_app.store.userdata import UserData
from desktop_app.store.writer import write_library
from desktop_app.system import paths
from desktop_app.tasks.runner import InlineRunner, Runner, ThreadRunner
from desktop_app.widgets.bookmarks import BookmarksPane
from desktop_app.window.actions import ActionId
from desktop_app.window.bookmarking import Bookmarking
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.panes import BOOKMARKS_TAB
from tests.gui.three_years import inline_lanes, make_year, open_window, press
from tests.handmade import make_figure

pytestmark = pytest.mark.gui


def feature(window: MainWindow) -> Bookmarking:
    made = window.findChild(Bookmarking)
    assert isinstance(made, Bookmarking)
    return made


def pane_of(window: MainWindow) -> BookmarksPane:
    pane = window.panes.bookmarks.findChild(BookmarksPane)
    assert pane is not None
    return pane


def select(window: MainWindow, words: str) -> None:
    """Select the first of these words in the text."""
    view = window.panes.reader._view
    cursor = view.document().find(words)
    assert not cursor.isNull()
    view.setTextCursor(cursor)


def kept(window: MainWindow) -> list[str]:
    """Return the quotes of all bookmarks of the user's own file."""
    user: UserData = window._lanes.user._resource  # type: ignore[attr-defined]  # the inline one's
    return [one.quote for one in user.bookmarks()]


def margin(window: MainWindow) -> list[str]:
    """Return what is marked in the margin."""
    assert window._open is not None
    hans = window._open.bulletin.text.hans
    return [hans[slice(*mark.span)] for mark in window.panes.reader._view.margin_marks.marks()]


def open_year(window: MainWindow, bulletin_id: int) -> None:
    window._on_place_wanted(PlaceWanted(bulletin_id, 0))


@pytest.fixture
def closing() -> Iterator[ExitStack]:
    """What is closed once the window is."""
    with ExitStack() as stack:
        yield stack


def open_on(qtbot: QtBot, closing: ExitStack, path: Path, user: Runner[UserData]) -> MainWindow:
    """Open a window on the library at `path`, with `user` as the lane of the user's own file."""
    library, searcher = closing.enter_context(Library(path)), closing.enter_context(Searcher(path))
    window = open_window(qtbot, Lanes(InlineRunner(library), inline_lanes(searcher), user))
    window.open_last()
    return window


# Marking


def test_the_selected_text_is_marked_and_unmarked(window: MainWindow) -> None:
    select(window, "第3段的文字")
    press(window, ActionId.BOOKMARK)
    assert kept(window) == margin(window) == ["第3段的文字"]
    assert window.panes.status.texts()[-1] == "已添加书签：第3段的文字"
    select(window, "第3段的文字")
    press(window, ActionId.BOOKMARK)
    assert kept(window) == margin(window) == []
    assert window.panes.status.texts()[-1] == "已取消书签：第3段的文字"


def test_what_is_read_is_marked(window: MainWindow) -> None:
    assert window._open is not None
    hans = window._open.bulletin.text.hans
    window.panes.reader.scroll_to(hans.index("第5段"))
    press(window, ActionId.BOOKMARK)
    assert kept(window) == ["第5段的文字不长，说的是甲年的事。"]


def test_what_is_out_of_sight_is_not_meant(window: MainWindow) -> None:
    assert window._open is not None
    select(window, "第3段的文字")
    window.panes.reader.scroll_to(window._open.bulletin.text.hans.index("旧桥1座"))
    press(window, ActionId.BOOKMARK)
    assert kept(window) == ["旧桥1座，危桥0座，甲。"]


def test_blanks_are_no_selection(window: MainWindow) -> None:
    view = window.panes.reader._view
    cursor = view.document().find("第3段")
    cursor.setPosition(cursor.selectionStart() - 1)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    press(window, ActionId.BOOKMARK)
    assert kept(window) == ["统计公报"]


def test_a_mark_taken_away_comes_back_with_its_note(window: MainWindow) -> None:
    select(window, "新建桥2座")
    press(window, ActionId.ADD_NOTE)
    pane_of(window)._view.delegate.editor().setPlainText("核对")  # type: ignore[union-attr]  # open
    pane_of(window).commit()
    for expected in ([], ["核对"]):
        select(window, "新建桥2座")
        press(window, ActionId.BOOKMARK)
        assert [mark.note for mark in feature(window).keeper.marks()] == expected


def test_marks_stay_beside_their_text_in_every_script_and_size(window: MainWindow) -> None:
    select(window, "旧桥1座")
    press(window, ActionId.BOOKMARK)
    for action in (ActionId.HANT, ActionId.LARGER, ActionId.SOURCE, ActionId.THEME):
        press(window, action)
        assert margin(window) == ["旧桥1座"]
    select(window, "旧桥1座")
    press(window, ActionId.BOOKMARK)
    assert margin(window) == []


def test_a_chosen_figure_is_marked_with_its_name(
    qtbot: QtBot, closing: ExitStack, tmp_path: Path, user: UserData
) -> None:
    made = make_year("first", "甲")
    figures = tuple(
        make_figure(made, words, number=number, indicator=name)
        for number, (words, name) in enumerate([("2座", "新建桥数"), ("0座", "危桥数")], start=1)
    )
    write_library(tmp_path / "figures.db", [replace(made, figures=figures)])
    window = open_on(qtbot, closing, tmp_path / "figures.db", InlineRunner(user))
    qtbot.waitUntil(lambda: window.panes.table._pane is not None)
    window._choosing.choose(2)
    press(window, ActionId.BOOKMARK)
    (mark,) = feature(window).keeper.marks()
    assert (mark.indicator, mark.quote) == ("危桥数", "0座")
    window._choosing.clear()
    press(window, ActionId.SHOW_BOOKMARKS)
    pane_of(window).bookmark_chosen.emit(BookmarkChosen(mark.id))
    assert [figure.id for figure in window.panes.table.selected_figures()] == [2]


# Notes and the list


def test_a_note_is_written_right_after_its_mark(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "新建桥2座")
    qtbot.keyClick(
        window.panes.reader._view,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.panes.tabs.currentIndex() == BOOKMARKS_TAB
    editor = pane_of(window)._view.delegate.editor()
    assert editor is not None
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "check")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [mark.note for mark in feature(window).keeper.marks()] == ["check"]
    # Where there is a mark already, its own note is written.
    select(window, "新建桥2座")
    press(window, ActionId.ADD_NOTE)
    editor = pane_of(window)._view.delegate.editor()
    assert editor is not None
    assert editor.toPlainText() == "check"


def test_a_note_that_is_being_written_when_the_window_closes_is_kept(
    window: MainWindow, user: UserData
) -> None:
    press(window, ActionId.ADD_NOTE)
    editor = pane_of(window)._view.delegate.editor()
    assert editor is not None
    editor.setPlainText("没写完")
    window.close()
    assert [mark.note for mark in user.bookmarks()] == ["没写完"]


def test_what_is_deleted_in_the_list_can_be_taken_back(window: MainWindow) -> None:
    for words in ("第3段的文字", "旧桥1座"):
        select(window, words)
        press(window, ActionId.BOOKMARK)
    press(window, ActionId.SHOW_BOOKMARKS)
    pane = pane_of(window)
    ids = tuple(mark.id for mark in feature(window).keeper.marks())
    pane.dropped.emit(BookmarksDropped(ids))
    assert kept(window) == margin(window) == []
    assert not pane._undo.isHidden()
    pane.undone.emit()
    assert margin(window) == ["第3段的文字", "旧桥1座"]
    assert pane._undo.isHidden()
    pane.undone.emit()
    assert len(kept(window)) == 2


@pytest.mark.parametrize("sifted", [False, True])
def test_the_last_bookmark_deleted_by_key_comes_back_by_key(
    qtbot: QtBot, window: MainWindow, sifted: bool
) -> None:
    if sifted:
        select(window, "第3段的文字")
        press(window, ActionId.BOOKMARK)
    select(window, "旧桥1座")
    press(window, ActionId.BOOKMARK)
    mark = feature(window).keeper.marks()[-1]
    feature(window).keeper.change([replace(mark, note="查过原件")])
    press(window, ActionId.SHOW_BOOKMARKS)
    pane = pane_of(window)
    pane._filter.setText("查过" if sifted else "")
    pane._view.setFocus()
    pane.mark_current(mark.id)
    qtbot.keyClick(pane._view, Qt.Key.Key_Delete)
    assert mark.id not in [one.id for one in feature(window).keeper.marks()]
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert replace(mark, note="查过原件") in feature(window).keeper.marks()
    assert pane._filter.text() == ("查过" if sifted else "")
    assert pane._view.hasFocus()


def test_a_bookmark_leads_to_another_bulletin_and_back(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "新建桥2座")
    press(window, ActionId.BOOKMARK)
    (mark,) = feature(window).keeper.marks()
    open_year(window, 2)
    assert margin(window) == []
    press(window, ActionId.SHOW_BOOKMARKS)
    pane_of(window).bookmark_chosen.emit(BookmarkChosen(mark.id))
    assert window._open is not None
    assert window._open.bulletin.key == "first"
    assert window.panes.reader.selected_text() == "新建桥2座"
    current = pane_of(window).current()
    assert current is not None
    assert current.bookmark.id == mark.id
    qtbot.waitUntil(window.panes.reader._view.hasFocus)


@pytest.mark.parametrize(("key", "said"), [("first", "原处已找不到"), ("x", "没有这份公报")])
def test_a_place_that_is_no_more_is_said_and_kept(
    window: MainWindow, user: UserData, key: str, said: str
) -> None:
    lost = Bookmark("lost", key, 5, 9, "没有这几个字的一段话", title="甲公报", note="还在")
    user.change_bookmarks([lost])
    press(window, ActionId.SHOW_BOOKMARKS)
    pane_of(window).bookmark_chosen.emit(BookmarkChosen("lost"))
    assert said in window.panes.status.texts()[-1]
    assert user.bookmarks() == (lost,)


def test_a_mark_in_the_margin_tells_its_note_and_leads_to_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.panes.reader.scroll_to(0)
    select(window, "第1段的文字")
    press(window, ActionId.ADD_NOTE)
    pane_of(window)._view.delegate.editor().setPlainText("看这里")  # type: ignore[union-attr]  # open
    pane_of(window).commit()
    window.panes.tabs.setCurrentIndex(0)
    view = window.panes.reader._view
    ((rect, mark),) = view.margin_marks._in_sight()
    assert rect.right() < view.column_left()
    help_event = QHelpEvent(QEvent.Type.ToolTip, rect.center(), view.mapToGlobal(rect.center()))
    QApplication.sendEvent(view.viewport(), help_event)
    qtbot.waitUntil(lambda: QToolTip.text() == "看这里")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.panes.tabs.currentIndex() == BOOKMARKS_TAB
    current = pane_of(window).current()
    assert current is not None
    assert current.bookmark.id == mark.bookmark_id
    # Beside the marks a click is as it was.
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


# The user's own file


def test_they_are_there_at_the_next_start(qtbot: QtBot, window: MainWindow, lanes: Lanes) -> None:
    select(window, "旧桥1座")
    press(window, ActionId.BOOKMARK)
    window.close()
    again = open_window(qtbot, lanes)
    again.open_last()
    qtbot.waitUntil(lambda: margin(again) == ["旧桥1座"])


def test_while_the_file_is_locked_nothing_is_lost(
    window: MainWindow, user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.userdata._TIMEOUT_SECONDS", 0.01)
    user._connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(paths.user_library(), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for words in ("第3段的文字", "旧桥1座"):
        select(window, words)
        press(window, ActionId.BOOKMARK)
    assert "占用" in window.panes.notice.text()
    assert margin(window) == ["第3段的文字", "旧桥1座"]
    press(window, ActionId.SHOW_BOOKMARKS)
    assert "2 处改动" in pane_of(window)._unsaved_text.text()
    assert not pane_of(window)._unsaved.isHidden()
    other.execute("ROLLBACK")
    other.close()
    pane_of(window).saving_wanted.emit()
    assert kept(window) == ["第3段的文字", "旧桥1座"]
    assert pane_of(window)._unsaved.isHidden()


def test_where_nothing_can_be_kept_it_works_and_says_so(
    qtbot: QtBot, closing: ExitStack, three_years: Path
) -> None:
    user = UserData(None)
    closing.callback(user.close)
    window = open_on(qtbot, closing, three_years, InlineRunner(user))
    press(window, ActionId.BOOKMARK)
    press(window, ActionId.SHOW_BOOKMARKS)
    assert "只保留到程序关闭" in pane_of(window)._kept.text()
    assert not pane_of(window)._kept.isHidden()
    assert len(margin(window)) == 1


def test_a_damaged_file_is_told_once(qtbot: QtBot, closing: ExitStack, three_years: Path) -> None:
    paths.user_library().parent.mkdir(parents=True)
    paths.user_library().write_bytes(b"\xa5" * 9000)
    user = places.open_user_data()
    closing.callback(user.close)
    window = open_on(qtbot, closing, three_years, InlineRunner(user))
    qtbot.waitUntil(lambda: "user.db.damaged-1" in window.panes.notice.text())
    window.panes.notice.show_message("")
    press(window, ActionId.BOOKMARK)
    assert window.panes.notice.text() == ""


def test_changes_in_quick_succession_are_all_kept(
    qtbot: QtBot, closing: ExitStack, three_years: Path
) -> None:
    user = ThreadRunner("user", places.open_user_data, lambda data: data.close())
    closing.callback(user.stop)
    window = open_on(qtbot, closing, three_years, user)
    qtbot.waitUntil(lambda: window._open is not None)
    for number in range(12):
        select(window, f"第{number}段的文字")
        press(window, ActionId.BOOKMARK)
    select(window, "第4段的文字")
    press(window, ActionId.BOOKMARK)
    qtbot.waitUntil(lambda: feature(window).keeper.unsaved() == 0)
    assert len(margin(window)) == 11
    data = places.open_user_data()
    assert len(data.bookmarks()) == 11
    data.close()


# Files


def answer(window: MainWindow, path: Path | None) -> None:
    """Answer the dialog that asks for a file; None leaves it."""
    (dialog,) = (one for one in window.findChildren(QFileDialog) if one.isVisible())
    if path is not None:
        dialog.fileSelected.emit(str(path))
    dialog.done(0)


def test_out_to_a_file_and_in_again(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "书签.json"
    select(window, "旧桥1座")
    press(window, ActionId.BOOKMARK)
    press(window, ActionId.SHOW_BOOKMARKS)
    pane_of(window).export_wanted.emit()
    answer(window, path)
    (mark,) = bookmark_files.read(path)
    assert mark.quote == "旧桥1座"
    assert window.panes.status.texts()[-1] == f"已将 1 个书签写入 {path}。"
    bookmark_files.write(path, [mark, replace(mark, id="new", source_start=3)], "zh_CN")
    for changed in (1, 0):
        pane_of(window).import_wanted.emit()
        answer(window, path)
        assert f"新增或更新 {changed} 个" in window.panes.status.texts()[-1]
    assert len(kept(window)) == 2
    path.write_text("[]")
    pane_of(window).import_wanted.emit()
    answer(window, path)
    assert "不是本程序导出的书签文件" in window.panes.notice.text()


def test_a_dialog_that_is_left_does_nothing(window: MainWindow) -> None:
    press(window, ActionId.SHOW_BOOKMARKS)
    for wanted in (pane_of(window).export_wanted, pane_of(window).import_wanted):
        wanted.emit()
        answer(window, None)
    assert kept(window) == []


def test_before_a_bulletin_is_shown_nothing_is_marked(qtbot: QtBot, lanes: Lanes) -> None:
    window = open_window(qtbot, lanes)
    for action in (ActionId.BOOKMARK, ActionId.ADD_NOTE):
        press(window, action)
    assert feature(window).keeper.marks() == ()

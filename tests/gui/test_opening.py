"""Files come by dialog or by being dropped; a file that is looked at gives its receipt."""

from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import DataError
from desktop_app.domain.events import FileWanted
from desktop_app.window.actions import ActionId
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from tests.gui.three_years import here, open_window, press

pytestmark = pytest.mark.gui


def drop(window: MainWindow, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(list(urls))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, buttons, keys)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        dropped = QDropEvent(QPointF(5, 5), action, data, buttons, keys)
        QApplication.sendEvent(window, dropped)
    return entering.isAccepted()


def test_dropped_files_are_wanted(window: MainWindow, tmp_path: Path) -> None:
    paths = [tmp_path / "公报 一.docx", tmp_path / "公报 二.pdf"]
    wanted: list[FileWanted] = []
    window.file_wanted.connect(wanted.append)
    assert drop(window, *(QUrl.fromLocalFile(str(path)) for path in paths))
    assert [one.path for one in wanted] == paths


def test_what_is_no_file_is_not_taken(window: MainWindow) -> None:
    assert not drop(window, QUrl("https://example.org/a.pdf"))
    assert not drop(window)


def test_a_file_chosen_in_the_dialog_is_wanted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "公报.txt"
    file.write_text("公报", encoding="utf-8")
    press(window, ActionId.OPEN_FILE)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert any("*.docx" in pattern for pattern in dialog.nameFilters())
    with qtbot.waitSignal(window.file_wanted) as caught:
        dialog.fileSelected.emit(str(file))
    assert caught.args == [FileWanted(file)]
    dialog.close()
    # The next one begins where this file was, also in a window made later.
    assert window._memory.load().open_folder == str(tmp_path)


def test_the_dialog_begins_in_the_documents_and_speaks_chinese(window: MainWindow) -> None:
    press(window, ActionId.OPEN_FILE)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    begins = Path(QStandardPaths.writableLocation(documents))
    assert Path(dialog.directory().path()) == (begins if begins.is_dir() else Path.home())
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "文件夹："
    assert dialog.labelText(QFileDialog.DialogLabel.FileType) == "格式："
    kinds = dialog.iconProvider()
    assert kinds.type(QFileInfo(str(Path.home()))) == "文件夹"
    assert kinds.type(QFileInfo("公报.docx")) == "DOCX 文件"
    dialog.close()


def test_the_library_lists_its_bulletins(window: MainWindow) -> None:
    press(window, ActionId.LIBRARY)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    entries = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert set(entries) == {"甲公报", "乙公报", "丙公报"}
    assert [text for text, action in entries.items() if action.isChecked()] == ["甲公报"]
    entries["乙公报"].trigger()
    menu.close()
    assert here(window)[0] == "second"


def open_list(window: MainWindow, crumb: int, qtbot: QtBot) -> QMenu:
    """Open a list of the path over the text with the keyboard."""
    part = window.panes.reader._crumbs.findChildren(QToolButton)[crumb]
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Return)
    (menu,) = (menu for menu in window.findChildren(QMenu, "listing") if menu.isVisible())
    return menu


def test_the_path_leads_to_another_bulletin_and_back(qtbot: QtBot, window: MainWindow) -> None:
    menu = open_list(window, 0, qtbot)
    assert menu.accessibleName() == "资料库的公报"
    active = menu.activeAction()
    assert active is not None
    assert active.text() == "甲公报", "where one is"
    texts = [action.text() for action in menu.actions() if action.isCheckable()]
    for _ in range(texts.index("丙公报") - texts.index("甲公报")):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert here(window)[0] == "third"
    press(window, ActionId.BACK)
    assert here(window)[0] == "first"


def test_the_path_leads_to_another_chapter(qtbot: QtBot, window: MainWindow) -> None:
    menu = open_list(window, 1, qtbot)
    texts = [action.text() for action in menu.actions()]
    assert texts == ["一、综合", "二、交通", "三、城市"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert window.panes.reader._crumbs.text().endswith("二、交通")
    assert window.panes.reader._view.hasFocus()
    menu = open_list(window, 1, qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert window.panes.reader._crumbs.text().endswith("二、交通")
    press(window, ActionId.BACK)
    assert window.panes.reader._crumbs.text().endswith("一、综合")


def test_a_file_that_is_looked_at_gives_its_receipt(qtbot: QtBot, lanes: Lanes) -> None:
    window = open_window(qtbot, lanes)
    window.open_file(Path("/资料/公报 2023.docx"))
    assert window.windowTitle() == "甲公报 — 统计公报浏览器"
    assert window.panes.status.work.text() == ""
    receipt = window._opening._receipt
    assert receipt is not None
    summary, details = receipt.texts()
    assert summary.startswith("只是查看 公报 2023.docx，没有存入资料库。")
    assert "读出 3 章" in summary
    assert "年份：2023" in details
    assert not receipt._details.isVisible()
    qtbot.mouseClick(receipt._more, Qt.MouseButton.LeftButton)
    assert receipt._details.isVisible()


def test_a_library_gives_no_receipt(window: MainWindow) -> None:
    assert window._opening._receipt is None


def test_a_file_that_cannot_be_opened_says_so_in_place_of_its_text(
    qtbot: QtBot, lanes: Lanes
) -> None:
    window = open_window(qtbot, lanes)
    said = window.panes.reader._view.placeholderText
    window.show_error(DataError("file_missing", path="/资料/公报.docx"))
    assert "/资料/公报.docx" in said()

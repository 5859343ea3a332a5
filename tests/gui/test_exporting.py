"""Exporting from the window: the menu, the dialog, the file, and what is said about it."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.services import papers
from desktop_app.services.tables import Manner
from desktop_app.store.library import Library
from desktop_app.store.searcher import Searcher
from desktop_app.store.userdata import UserData
from desktop_app.store.writer import write_library
from desktop_app.system import files
from desktop_app.tasks.runner import InlineRunner
from desktop_app.window import file_writing
from desktop_app.window.actions import ActionId
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.menus import EXPORT_GROUPS
from desktop_app.window.printing import Printing
from desktop_app.window.work_note import WorkNote
from tests import made_exports
from tests.gui.held_export import begin_held
from tests.gui.three_years import inline_lanes, open_window, press, search


def bare() -> Bulletin:
    """Return a bulletin without chapters, figures and findings."""
    made = made_exports.make()
    passages = tuple(replace(passage, section=None) for passage in made.passages)
    return replace(made, findings=(), figures=(), sections=(), passages=passages)


@pytest.fixture
def shown() -> Bulletin:
    """The bulletin that the window is on."""
    return made_exports.make()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, user: UserData, shown: Bulletin) -> Iterator[MainWindow]:
    """A window on one bulletin; what it exports is written by the real lane."""
    path = tmp_path / "library.db"
    write_library(path, [shown])
    with Library(path) as library, Searcher(path) as searcher:
        lanes = Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))
        window = open_window(qtbot, lanes)
        window.open_last()
        yield window
        lanes.export.stop()


def note(window: MainWindow) -> WorkNote:
    return window.panes.status.work


def dialog_of(window: MainWindow) -> QFileDialog:
    (dialog,) = window.findChildren(QFileDialog)
    return dialog


def choose(qtbot: QtBot, window: MainWindow, path: Path, form: str = "") -> None:
    """Choose a format and a file in the dialog, and wait until it is written."""
    dialog = dialog_of(window)
    if form:
        wanted = next(name for name in dialog.nameFilters() if f"*.{form})" in name)
        dialog.selectNameFilter(wanted)
        dialog.filterSelected.emit(wanted)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
    qtbot.waitUntil(lambda: note(window).text().startswith("已导出"), timeout=20_000)


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_the_menu_opens_by_its_key_and_offers_what_there_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    menu = window.panes.top_bar.export_menu
    with qtbot.waitSignal(menu.aboutToShow):
        qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(texts) == sum(map(len, EXPORT_GROUPS))
    enabled = {action.objectName() for action in menu.actions() if action.isEnabled()}
    assert {"export_text", "export_figures", "export_findings", "print"} <= enabled
    menu.close()


def test_figures_of_the_chapter_that_is_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.panes.reader.scroll_to(made_exports.make().chapters[0].read_start)
    press(window, ActionId.EXPORT_CHAPTER)
    assert Path(dialog_of(window).selectedFiles()[0]).name.endswith("数据 一、综合.xlsx")
    choose(qtbot, window, tmp_path / "本章 数据.xlsx")
    book = openpyxl.load_workbook(tmp_path / "本章 数据.xlsx")
    assert book.sheetnames[0] == "一、综合"
    assert book.worksheets[0]["F4"].value == made_exports.FORMULA


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_the_text(qtbot: QtBot, window: MainWindow, tmp_path: Path, form: str) -> None:
    press(window, ActionId.EXPORT_TEXT)
    choose(qtbot, window, tmp_path / f"正文.{form}", form)
    path = tmp_path / f"正文.{form}"
    if form == "docx":
        text = "".join(p.text for p in docx.Document(str(path)).paragraphs)
    elif form == "pdf":
        text = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    else:
        text = path.read_text(encoding="utf-8")
    assert "全年地区生产总值" in text


def test_in_the_script_that_is_shown(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    press(window, ActionId.HANT)
    press(window, ActionId.EXPORT_FIGURES)
    choose(qtbot, window, tmp_path / "a.csv")
    heading, first, *_ = rows_of(tmp_path / "a.csv")
    assert dict(zip(heading, first, strict=True))["原文"] == "56.30億元"


def test_selected_rows_alone_in_their_order(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.panes.table.load()
    window._choosing.choose(4)
    press(window, ActionId.EXPORT_SELECTED)
    choose(qtbot, window, tmp_path / "a.csv")
    rows = rows_of(tmp_path / "a.csv")
    assert [row[7] for row in rows[1:2]] == ["70"]
    assert rows[2] == []


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (ActionId.EXPORT_SELECTED, "先选中数据，再导出"),
        (ActionId.EXPORT_HITS, "先检索，再导出结果"),
    ],
)
def test_nothing_is_chosen(window: MainWindow, action: ActionId, said: str) -> None:
    press(window, action)
    assert said in window.panes.status.texts()
    assert window.findChildren(QFileDialog) == []


def test_hits_and_findings(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    search(window, "在校生")
    press(window, ActionId.EXPORT_HITS)
    assert Path(dialog_of(window).selectedFiles()[0]).name == "检索“在校生”的结果.xlsx"
    choose(qtbot, window, tmp_path / "hits.csv")
    assert "在校生 人 3210" in (tmp_path / "hits.csv").read_text(encoding="utf-8-sig")
    qtbot.waitUntil(lambda: window.findChildren(QFileDialog) == [])
    press(window, ActionId.EXPORT_FINDINGS)
    choose(qtbot, window, tmp_path / "findings.csv")
    assert "1+2 = 3亿元" in (tmp_path / "findings.csv").read_text(encoding="utf-8-sig")


def test_a_search_without_hits_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    search(window, "没有这个词")
    press(window, ActionId.EXPORT_HITS)
    dialog = dialog_of(window)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("a.csv")
    dialog.accept()
    qtbot.waitUntil(window.panes.notice.isVisible)
    assert not (tmp_path / "a.csv").exists()
    assert note(window).text() == ""


def test_folder_is_remembered(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "导出 文件夹"
    folder.mkdir()
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    assert window._settings.export_folder == ""
    press(window, ActionId.EXPORT_TEXT)
    usual = Path(QStandardPaths.writableLocation(documents))
    shown = dialog_of(window).directory().path()
    assert shown == str(usual if usual.is_dir() else Path.home())
    choose(qtbot, window, folder / "a.docx")
    assert window._memory.load("light").export_folder == str(folder)
    qtbot.waitUntil(lambda: window.findChildren(QFileDialog) == [])
    press(window, ActionId.EXPORT_TEXT)
    assert dialog_of(window).directory().path() == str(folder)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("甲.pdf", "甲.pdf"), ("甲", "甲.docx"), ("2023.1", "2023.1.docx"), ("甲.PDF", "甲.PDF")],
)
def test_the_format_follows_the_name(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, typed: str, written: str
) -> None:
    press(window, ActionId.EXPORT_TEXT)
    choose(qtbot, window, tmp_path / typed)
    assert (tmp_path / written).is_file()


def test_choosing_a_format_changes_the_name(window: MainWindow) -> None:
    press(window, ActionId.EXPORT_TEXT)
    dialog = dialog_of(window)
    pdf = next(name for name in dialog.nameFilters() if "pdf" in name)
    dialog.selectNameFilter(pdf)
    dialog.filterSelected.emit(pdf)
    assert Path(dialog.selectedFiles()[0]).name.endswith("统计公报.pdf")


class _Desktop:
    """Takes the place of the desktop, which would open a file manager."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def openUrl(self, url: QUrl) -> None:  # noqa: N802  # Qt's name
        self.opened.append(url.toLocalFile())


def test_the_folder_can_be_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = _Desktop()
    monkeypatch.setattr(file_writing, "QDesktopServices", desktop)
    press(window, ActionId.EXPORT_TEXT)
    choose(qtbot, window, tmp_path / "甲.docx")
    assert note(window).text() == "已导出：甲.docx"
    button = note(window).findChild(QToolButton)
    assert button is not None
    assert button.text() == "打开所在文件夹"
    button.click()
    assert desktop.opened == [str(tmp_path)]
    window._choosing.clear()
    assert note(window).text() == ""


def test_a_place_that_cannot_be_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object) -> None:
        raise DataError("disk_full", path=str(path))

    monkeypatch.setattr(files, "write_whole", full)
    press(window, ActionId.EXPORT_TEXT)
    dialog = dialog_of(window)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("a.docx")
    dialog.accept()
    qtbot.waitUntil(window.panes.notice.isVisible)
    assert note(window).text() == ""
    assert list(tmp_path.glob("*.docx")) == []


def test_long_work_is_shown_and_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = begin_held(qtbot, window, tmp_path, monkeypatch)
    # A choice made meanwhile does not take the bar away, and one file is written at a time.
    window._choosing.clear()
    assert note(window).text() == "正在导出 a.docx"
    press(window, ActionId.EXPORT_FIGURES)
    assert "正在导出上一个文件，请稍候或先取消" in window.panes.status.texts()
    button = note(window).findChild(QToolButton)
    assert button is not None
    assert button.text() == "取消"
    button.click()
    held.go_on.set()
    qtbot.waitUntil(lambda: note(window).text() == "已取消导出，没有写成文件")
    assert held.cancelled
    press(window, ActionId.EXPORT_FIGURES)
    assert dialog_of(window).isVisible()


def test_closing_does_not_wait_for_what_is_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = begin_held(qtbot, window, tmp_path, monkeypatch)
    # As the lane does when it is stopped.
    window._lanes.export.forget("export")
    held.go_on.set()
    qtbot.waitUntil(lambda: held.cancelled)


def test_a_long_name_does_not_widen_the_window(qtbot: QtBot) -> None:
    note = WorkNote(None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(note)
    note.finish("已导出：短.xlsx")
    short = note.sizeHint().width()
    name = "已导出：" + "很长的名字" * 40 + ".xlsx"
    note.finish(name)
    assert note.text() == name
    assert note.sizeHint().width() < short + 500


# Printing


@pytest.fixture
def print_to(
    qtbot: QtBot, bundled: Bulletin, tmp_path: Path
) -> Callable[[Callable[[QPrinter], object]], pypdfium2.PdfDocument]:
    """Print the bundled bulletin into a file, with a printer set up as a user does."""

    def run(set_up: Callable[[QPrinter], object]) -> pypdfium2.PdfDocument:
        parent = WorkNote(None)  # type: ignore[arg-type]  # a window of its own
        qtbot.addWidget(parent)
        printing = Printing(papers.of_text(bundled, Manner("zh_CN")), parent, parent)
        path = tmp_path / "print.pdf"
        printing._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printing._printer.setOutputFileName(str(path))
        set_up(printing._printer)
        with qtbot.waitSignal(printing.ended, timeout=20_000):
            printing.begin()
        assert parent.text().startswith("已送去打印")
        return pypdfium2.PdfDocument(path)

    return run


def test_printing(print_to: Callable[..., pypdfium2.PdfDocument], bundled: Bulletin) -> None:
    document = print_to(lambda _printer: None)
    text = document[0].get_textpage().get_text_range()
    assert bundled.info.title in text
    assert f"1 / {len(document)}" in text


def test_printing_some_pages_on_other_paper(
    print_to: Callable[..., pypdfium2.PdfDocument],
) -> None:
    def set_up(printer: QPrinter) -> None:
        from PySide6.QtGui import QPageSize

        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 3)

    document = print_to(set_up)
    assert len(document) == 2
    assert [round(size) for size in document[0].get_size()] == [420, 595]
    assert "2 / " in document[0].get_textpage().get_text_range()


def test_the_print_dialog_opens_by_its_key(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChildren(QPrintDialog) == [])
    press(window, ActionId.PRINT_CHAPTER)
    assert len(window.findChildren(QPrintDialog)) == 1


@pytest.mark.parametrize("shown", [bare()])
def test_what_is_not_there_is_not_offered_or_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert not window._actions[ActionId.EXPORT_FINDINGS].isEnabled()
    for action in (ActionId.EXPORT_CHAPTER, ActionId.PRINT_CHAPTER):
        press(window, action)
        assert "这里在第一章之前，没有本章" in window.panes.status.texts()
    press(window, ActionId.EXPORT_FIGURES)
    dialog = dialog_of(window)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("a.csv")
    dialog.accept()
    qtbot.waitUntil(window.panes.notice.isVisible)
    assert not (tmp_path / "a.csv").exists()


def test_a_start_pays_for_none_of_it() -> None:
    late = ("xlsxwriter", "PySide6.QtPrintSupport", "desktop_app.services.exports")
    code = f"import sys, desktop_app.app; print([m for m in {late} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_menu_offers_nothing_that_is_not_there(window: MainWindow) -> None:
    menu = window.panes.top_bar.export_menu
    selected, hits = (
        window._actions[action_id]
        for action_id in (ActionId.EXPORT_SELECTED, ActionId.EXPORT_HITS)
    )
    menu.aboutToShow.emit()
    assert not selected.isEnabled()
    assert not hits.isEnabled()
    menu.aboutToHide.emit()
    assert selected.isEnabled(), "by its key it says what is missing"
    search(window, "桥")
    menu.aboutToShow.emit()
    assert hits.isEnabled()

"""The window in three languages, changed without a restart."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.app import _Desk
from desktop_app.domain.bulletin import Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.events import TableSifting
from desktop_app.services import finding
from desktop_app.services.appearance import LIGHT
from desktop_app.services.settings import Settings
from desktop_app.store.library import Library
from desktop_app.store.userdata import UserData
from desktop_app.system import language, paths
from desktop_app.tasks.runner import InlineRunner
from desktop_app.widgets.hint_bar import HintBar
from desktop_app.window.actions import ActionId
from desktop_app.window.crash import CrashReporter
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.panes import RESULTS_TAB
from desktop_app.window.printing import Printing
from desktop_app.window.qt_settings import QtSettings
from desktop_app.window.speaking import Speaking
from tests.gui.held_export import begin_held
from tests.gui.three_years import here, inline_lanes, press, search

pytestmark = pytest.mark.gui

_CHINESE = re.compile(r"[\u3400-\u9fff]")
# Their own names, and what is shown of bulletins.
_ALLOWED = {"简", "繁", "简体中文", "繁體中文", "Sans serif (黑体)", "Serif (宋体)"}


@pytest.fixture
def speaking(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speaking]:
    """The languages of the application, which is silent again after the test."""
    monkeypatch.setenv("GONGBAO_LANGUAGE", "zh_CN")
    font, made = qapp.font(), Speaking(qapp)
    yield made
    for translator in made._translators:
        qapp.removeTranslator(translator)
    qapp.setFont(font)


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, speaking: Speaking) -> Iterator[_Desk]:
    made = _Desk(None, QtSettings(paths.settings_file()), CrashReporter(), speaking)
    window = made.make(lanes, lambda: None)
    window.open_last()
    with qtbot.waitExposed(window):
        window.show()
    yield made
    for window in made.windows():
        window.close()


def choose_language(qtbot: QtBot, desk: _Desk, name: str) -> MainWindow:
    """Choose a language in the settings as a user does, and return the window that comes."""
    (old,) = desk.windows()
    begin_language(old, name)
    qtbot.waitUntil(lambda: not isValid(old))
    (new,) = desk.windows()
    return new


def begin_language(window: MainWindow, name: str) -> None:
    press(window, ActionId.SETTINGS)
    box = settings_boxes(window)[0]
    at = box.findData(name)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def settings_boxes(window: MainWindow) -> list[QComboBox]:
    (dialog,) = (w for w in window.findChildren(QWidget) if type(w).__name__ == "SettingsDialog")
    return dialog.findChildren(QComboBox)


def said(window: MainWindow) -> Iterator[str]:
    """Yield what the controls of the window say, but not what they show of a bulletin."""
    shown = set(window.panes.status.findChildren(QLabel))
    path = window.panes.reader._crumbs
    for widget in window.findChildren(QWidget):
        if path.isAncestorOf(widget):
            continue
        yield widget.toolTip()
        yield widget.accessibleName()
        if isinstance(widget, QAbstractButton | QLabel) and widget not in shown:
            yield widget.text()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def test_english_reaches_every_control(qtbot: QtBot, desk: _Desk) -> None:
    window = choose_language(qtbot, desk, "en")
    for action_id in (ActionId.HELP, ActionId.ABOUT, ActionId.FIND):
        press(window, action_id)
    window.panes.table.load()
    chart = {label.text() for label in window.panes.chart.findChildren(QLabel)}
    chinese = {text for text in said(window) if _CHINESE.search(text)} - _ALLOWED - chart
    # An example of what one types stays Chinese.
    assert {text for text in chinese if "低保" not in text} == set()
    assert window.windowTitle().endswith("— Gongbao")


@pytest.mark.parametrize(("name", "words"), [("zh_TW", "搜尋"), ("en", "Search")])
def test_a_language_holds_at_once_and_what_the_user_was_at_goes_on(
    qtbot: QtBot, desk: _Desk, name: str, words: str
) -> None:
    (window,) = desk.windows()
    search(window, "桥")
    press(window, ActionId.NEXT_HIT)
    place, size = window.panes.reader.place(), window.size()
    bulletin, _ = here(window)

    window = choose_language(qtbot, desk, name)
    assert window._actions[ActionId.SEARCH].text() == words
    assert window.panes.box.text() == "桥"
    assert window.panes.tabs.currentIndex() == RESULTS_TAB
    assert window.panes.tabs.tabText(RESULTS_TAB) == words
    assert here(window)[0] == bulletin
    assert window.panes.reader.place().section_id == place.section_id
    # As large as it was, or wider where its longer words need it.
    assert window.height() == size.height()
    assert window.width() >= size.width()
    # The form is there again, so that the next choice needs no other key.
    assert settings_boxes(window)[0].currentData() == name
    assert QtSettings(paths.settings_file()).load().language == name


def test_a_hint_that_is_not_read_yet_goes_along(qtbot: QtBot, desk: _Desk) -> None:
    qtbot.waitUntil(lambda: bool(desk.windows()[0].findChildren(HintBar)))
    window = choose_language(qtbot, desk, "en")
    (bar,) = window.findChildren(HintBar)
    assert "F1 shows help" in bar.text()


def test_the_language_that_is_spoken_leaves_the_window_alone(qtbot: QtBot, desk: _Desk) -> None:
    (window,) = desk.windows()
    press(window, ActionId.SETTINGS)
    box = settings_boxes(window)[0]
    with qtbot.waitSignal(window.reopening_wanted):
        box.setCurrentIndex(box.findData("zh_CN"))
        box.activated.emit(box.currentIndex())
    # What was asked for is done by the time the next turn of the event loop comes.
    turn = QTimer(window, singleShot=True, interval=0)
    with qtbot.waitSignal(turn.timeout):
        turn.start()
    assert desk.windows() == (window,)
    assert QtSettings(paths.settings_file()).load().language == "zh_CN"


def test_every_window_changes_its_language(qtbot: QtBot, desk: _Desk, lanes: Lanes) -> None:
    other = desk.make(lanes, lambda: None)
    other.open_last()
    other.show()
    old = desk.windows()
    press(other, ActionId.SETTINGS)
    box = settings_boxes(other)[0]
    box.activated.emit(box.findData("en"))
    qtbot.waitUntil(lambda: not any(isValid(window) for window in old))
    titles = [window.windowTitle() for window in desk.windows()]
    assert len(titles) == 2
    assert all(title.endswith("— Gongbao") for title in titles)


def test_quitting_closes_every_window(qtbot: QtBot, desk: _Desk, lanes: Lanes) -> None:
    other = desk.make(lanes, lambda: None)
    other.open_last()
    other.show()
    assert len(desk.windows()) == 2
    press(other, ActionId.QUIT)
    qtbot.waitUntil(lambda: not desk.windows())


def test_messages_from_below_go_along(qtbot: QtBot, desk: _Desk) -> None:
    window = choose_language(qtbot, desk, "en")
    window.show_error(DataError("file_empty"))
    assert window.panes.notice.text().startswith("There is no text")
    window = choose_language(qtbot, desk, "zh_TW")
    window.show_error(DataError("file_empty"))
    assert "檔案" in window.panes.notice.text()


@pytest.mark.parametrize("is_cancelled", [False, True])
def test_an_export_goes_on_in_the_window_that_comes(
    qtbot: QtBot,
    desk: _Desk,
    lanes: Lanes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_cancelled: bool,
) -> None:
    (old,) = desk.windows()
    held = begin_held(qtbot, old, tmp_path, monkeypatch)
    begin_language(old, "en")
    qtbot.waitUntil(lambda: desk.windows() != (old,))
    (new,) = desk.windows()
    work = new.panes.status.work
    qtbot.waitUntil(lambda: work.text() == "Exporting a.docx")
    press(new, ActionId.EXPORT_FIGURES)
    assert new.findChildren(QFileDialog) == [], "one file is written at a time"
    if is_cancelled:
        button = work.findChild(QToolButton)
        assert button is not None
        button.click()
    held.go_on.set()
    ended = "Export cancelled" if is_cancelled else "Exported: a.docx"
    qtbot.waitUntil(lambda: work.text().startswith(ended))
    assert held.cancelled is is_cancelled
    qtbot.waitUntil(lambda: not isValid(old))
    lanes.export.stop()


def test_printing_goes_on_in_the_window_that_comes(
    qtbot: QtBot, desk: _Desk, tmp_path: Path
) -> None:
    (old,) = desk.windows()
    press(old, ActionId.PRINT)
    (dialog,) = old.findChildren(QPrintDialog)
    (printing,) = old.findChildren(Printing)
    printing._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing._printer.setOutputFileName(str(tmp_path / "print.pdf"))
    # As the dialog says it where there is a printer; it would take the file away here.
    dialog.accepted.emit(printing._printer)
    dialog.hide()
    new = choose_language(qtbot, desk, "en")
    work = new.panes.status.work
    qtbot.waitUntil(lambda: work.text().startswith("Sent to the printer"), timeout=20_000)
    assert len(pypdfium2.PdfDocument(tmp_path / "print.pdf")) > 1


@pytest.mark.usefixtures("speaking")
def test_the_desktops_language_is_spoken_until_one_is_chosen(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.delenv("GONGBAO_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    following = Speaking(qapp)
    following.speak("zh_TW")
    assert language.preferred() == "zh_TW"
    following.speak("")
    assert language.preferred() == "en"
    for translator in following._translators:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("name", "cancel"), [("zh_CN", "取消"), ("zh_TW", "取消"), ("en", "Cancel")]
)
def test_qt_says_its_own_words_in_that_language(
    speaking: Speaking, name: str, cancel: str
) -> None:
    speaking.speak(name)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel
    paste = QCoreApplication.translate("QWidgetTextControl", "&Paste")
    assert bool(_CHINESE.search(paste)) is (name != "en")


def test_traditional_words_get_faces_of_their_own(speaking: Speaking, qapp: QApplication) -> None:
    speaking.speak("zh_TW")
    assert "TC" in qapp.font().families()[1]
    speaking.speak("zh_CN")
    assert "SC" in qapp.font().families()[1]


def test_a_language_nobody_knows_is_the_desktops() -> None:
    memory = QtSettings(paths.settings_file())
    memory._file.setValue("window/language", "tlh")
    assert memory.load(LIGHT) == Settings(theme=LIGHT)


def test_what_is_set_in_one_window_holds_in_all_but_for_the_script(
    desk: _Desk, lanes: Lanes
) -> None:
    (first,) = desk.windows()
    second = desk.make(lanes, lambda: None)
    press(first, ActionId.HANT)
    press(second, ActionId.LARGER)
    press(first, ActionId.THEME)
    kept = QtSettings(paths.settings_file()).load()
    assert first._settings == kept
    assert kept.zoom_percent > 100, "the second window's choice is not undone by the first"
    assert second._settings.theme == kept.theme
    assert (first._settings.script, second._settings.script) == (Script.HANT, Script.HANS)


def test_what_is_chosen_and_read_goes_along(
    qtbot: QtBot, speaking: Speaking, library: Library, user: UserData
) -> None:
    desk = _Desk(None, QtSettings(paths.settings_file()), CrashReporter(), speaking)
    with finding.open_searcher(library.path) as searcher:
        lanes = Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))
        window = desk.make(lanes, lambda: None)
        window.open_last()
        with qtbot.waitExposed(window):
            window.show()
        assert_choice_goes_along(qtbot, desk)
        for window in desk.windows():
            window.close()


def assert_choice_goes_along(qtbot: QtBot, desk: _Desk) -> None:
    (window,) = desk.windows()
    assert window._open is not None
    figures = window._open.bulletin.figures[:2]
    window.panes.table.load()
    window._choosing.choose(figures[0].id)
    window.panes.table.select_figures(tuple(figure.id for figure in figures))
    sifting = TableSifting(figures[0].indicator[:1], 1, descending=True)
    window.panes.table.sift(sifting)
    window.panes.reader._view.verticalScrollBar().setValue(37)
    chosen, here = window._choosing.chosen(), window.panes.reader.here()
    assert len(chosen[2]) == 2

    window = choose_language(qtbot, desk, "en")
    assert window._choosing.chosen() == chosen
    assert window.panes.reader.here() == here
    window.panes.table.load()
    assert window.panes.table.sifting() == sifting


def test_a_search_that_ended_stays_ended(qtbot: QtBot, desk: _Desk) -> None:
    (window,) = desk.windows()
    search(window, "桥")
    window.search.parts().search.dismiss()
    assert window.panes.reader.matches() == ()

    window = choose_language(qtbot, desk, "en")
    assert window.panes.box.text() == "桥"
    assert not window.search.parts().search.is_on()
    assert window.panes.reader.matches() == ()
    assert window.panes.tabs.currentIndex() != RESULTS_TAB


def test_a_search_goes_on_at_its_match(qtbot: QtBot, desk: _Desk) -> None:
    (window,) = desk.windows()
    search(window, "桥")
    for _ in range(2):
        press(window, ActionId.NEXT_HIT)
    matches, at = window.panes.reader.matches(), window.panes.reader.current_match()
    begun = window.search.parts().search.left().way_back.leads()
    assert at is not None

    window = choose_language(qtbot, desk, "en")
    qtbot.waitUntil(lambda: window.panes.reader.matches() == matches)
    assert window.panes.reader.current_match() == at
    assert window.search.parts().search.left().way_back.leads() == begun

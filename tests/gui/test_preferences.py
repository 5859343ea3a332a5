"""Settings hold at once and are kept; help, about, menu and the hint are where one looks."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QTextBrowser,
    QToolButton,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import desktop_app
from desktop_app.domain.bulletin import Script
from desktop_app.domain.choices import Order, SourceStyle
from desktop_app.services import appearance
from desktop_app.services.appearance import CONTRAST, DARK, LIGHT, SYSTEM, ReadingFace
from desktop_app.services.settings import Settings
from desktop_app.system import paths
from desktop_app.widgets.hint_bar import HintBar
from desktop_app.window.actions import SPECS, ActionId
from desktop_app.window.dialogs.settings import SettingsDialog
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from tests.gui.three_years import press, search

pytestmark = pytest.mark.gui


@pytest.fixture
def form(window: MainWindow) -> SettingsDialog:
    press(window, ActionId.SETTINGS)
    return window.findChildren(SettingsDialog)[0]


@pytest.fixture(autouse=True)
def palette(qapp: QApplication) -> Iterator[None]:
    """Leave the application the colours it had."""
    before = qapp.palette()
    yield
    qapp.setPalette(before)


def choose(form: SettingsDialog, value: object) -> None:
    """Choose the entry with `value`, wherever it is in the form, by its key."""
    for box in form.findChildren(QComboBox):
        if (at := box.findData(value)) >= 0:
            box.setCurrentIndex(at)
            box.activated.emit(at)
            return
    raise AssertionError(value)


def kept() -> Settings:
    return QtSettings(paths.settings_file()).load(LIGHT)


def button(parent: QDialog, text: str) -> QAbstractButton:
    (found,) = (b for b in parent.findChildren(QAbstractButton) if b.text().startswith(text))
    return found


# Settings


def test_what_is_chosen_holds_at_once_and_is_kept(
    window: MainWindow, form: SettingsDialog, qapp: QApplication
) -> None:
    reader = window.panes.reader
    choose(form, CONTRAST)
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor("#000000")
    choose(form, 150)
    assert reader._px == round(appearance.typography().reading_px * 1.5)
    choose(form, ReadingFace.SERIF)
    assert "Serif" in reader._faces.families[1]
    choose(form, Script.HANT)
    assert reader._script is Script.HANT
    assert window._actions[ActionId.HANT].isChecked()
    assert kept() == Settings(
        Script.HANT, CONTRAST, 150, reading_face=ReadingFace.SERIF, hint_seen=kept().hint_seen
    )


def test_synonyms_are_switched_in_a_search_that_is_on(
    window: MainWindow, form: SettingsDialog, qtbot: QtBot
) -> None:
    search(window, "桥")
    (box,) = form.findChildren(QCheckBox)
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() * 0.2)
    qtbot.waitUntil(lambda: not kept().synonyms)
    assert not window.search.parts().search._choices.synonyms


def test_a_switch_elsewhere_shows_in_the_form(window: MainWindow, form: SettingsDialog) -> None:
    press(window, ActionId.SOURCE)
    press(window, ActionId.LARGER)
    shown = [box.currentData() for box in form.findChildren(QComboBox)]
    assert Script.SOURCE in shown
    assert 110 in shown


def test_a_reset_sets_back_what_the_form_shows(window: MainWindow, form: SettingsDialog) -> None:
    for value in (DARK, 200, ReadingFace.SERIF, Script.SOURCE):
        choose(form, value)
    window._keep(replace(window._settings, order=Order.TEXT, template="{指标}"))
    before = window._settings
    button(form, "恢复默认").click()
    assert window._settings == Settings(order=Order.TEXT, hint_seen=before.hint_seen)
    assert window._actions[ActionId.HANS].isChecked()
    assert window.panes.reader._px == appearance.typography().reading_px


def test_a_template_holds_once_it_is_one(
    window: MainWindow, form: SettingsDialog, qtbot: QtBot
) -> None:
    (line,) = form.findChildren(QLineEdit)
    qtbot.keyClicks(line, "{indicator")
    assert window._settings.template == ""
    assert line.accessibleDescription()
    assert line.text() == "{indicator"
    qtbot.keyClicks(line, "}: {value}")
    assert window._settings.template == kept().template == "{indicator}: {value}"
    assert not line.accessibleDescription()
    choose(form, SourceStyle.GBT_2025)
    assert kept().source_style is SourceStyle.GBT_2025


def test_escape_closes_the_form_and_it_opens_again(
    window: MainWindow, form: SettingsDialog, qtbot: QtBot
) -> None:
    assert not form.isModal()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    press(window, ActionId.SETTINGS)
    assert form.isVisible()
    assert window.findChildren(SettingsDialog) == [form]


# The desktop's colours


class _Desktop(QObject):
    """A desktop whose colours a test chooses; what it does not know it leaves to Qt."""

    colorSchemeChanged = Signal(object)  # noqa: N815 — Qt's name

    scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 — Qt's name
        return self.scheme


def test_the_desktops_theme_is_followed_only_where_it_is_wanted(
    window: MainWindow,
    form: SettingsDialog,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desktop = _Desktop()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: desktop)
    pages = {name: QColor(appearance.theme(name).page) for name in (LIGHT, DARK)}

    def changed(scheme: Qt.ColorScheme) -> QColor:
        desktop.scheme = scheme
        window._looks._on_desktop_changed(scheme)
        return qapp.palette().color(QPalette.ColorRole.Base)

    choose(form, SYSTEM)
    assert changed(Qt.ColorScheme.Dark) == pages[DARK]
    assert changed(Qt.ColorScheme.Light) == pages[LIGHT]
    press(window, ActionId.THEME)
    assert window._settings.theme == DARK
    assert changed(Qt.ColorScheme.Light) == pages[DARK]


# Help and about


def page(window: MainWindow, action_id: ActionId) -> QDialog:
    press(window, action_id)
    return next(d for d in window.findChildren(QDialog) if d.isVisible())


def test_help_names_every_shortcut_and_how_to_search(window: MainWindow) -> None:
    text = page(window, ActionId.HELP).findChildren(QTextBrowser)[0].toPlainText()
    for spec in SPECS.values():
        if spec.shortcuts:
            assert spec.text in text
        for keys in spec.shortcuts:
            assert keys in text
    assert "增速:<0" in text


def test_words_are_found_in_the_help(window: MainWindow, qtbot: QtBot) -> None:
    dialog = page(window, ActionId.HELP)
    (line,), (view,) = dialog.findChildren(QLineEdit), dialog.findChildren(QTextBrowser)
    qtbot.keyClick(dialog, "f", Qt.KeyboardModifier.ControlModifier)
    line.setText("公报")
    many = len(view.extraSelections())
    assert many == view.toPlainText().count("公报") > 2
    first = view.textCursor().position()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    second = view.textCursor().position()
    assert second > first
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.textCursor().position() == first
    line.setText("没有这样的话")
    assert view.extraSelections() == []


def test_about_names_the_version_and_the_licences(window: MainWindow) -> None:
    text = page(window, ActionId.ABOUT).findChildren(QTextBrowser)[0].toPlainText()
    assert desktop_app.__version__ in text
    assert "LGPL-3.0" in text
    assert "MIT" in text


def test_the_pages_take_on_a_new_theme(window: MainWindow, form: SettingsDialog) -> None:
    press(window, ActionId.HELP)
    (browser,) = window.findChildren(QTextBrowser)
    choose(form, DARK)
    assert browser.palette().color(QPalette.ColorRole.Base) == QColor(appearance.theme(DARK).page)


# The menu, and the hint


def test_the_menu_offers_what_has_no_button(window: MainWindow) -> None:
    (opener,) = (b for b in window.findChildren(QToolButton) if b.accessibleName() == "菜单")
    offered = {action.objectName() for action in opener.menu().actions()}
    assert {ActionId.SETTINGS, ActionId.HELP, ActionId.ABOUT, ActionId.QUIT} <= offered


def test_the_hint_is_shown_once_and_goes_when_it_was_read(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(window.findChildren(HintBar)))
    (bar,) = window.findChildren(HintBar)
    qtbot.waitUntil(bar.isVisible)
    assert "F1" in bar.text()
    bar.findChildren(QAbstractButton)[0].click()
    qtbot.waitUntil(lambda: not isValid(bar))
    assert kept().hint_seen

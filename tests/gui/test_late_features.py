"""Features that are made after the text was painted are there for whoever is quicker."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.domain.events import MenuWanted
from desktop_app.services.appearance import LIGHT
from desktop_app.system import paths
from desktop_app.window import late_features
from desktop_app.window.lanes import Lanes
from desktop_app.window.late_features import LateFeatures
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings

pytestmark = pytest.mark.gui


def test_what_is_made_late_does_what_was_said_before(window: MainWindow) -> None:
    late = next(one for one in window._features if isinstance(one, LateFeatures))
    late.load()
    done = [action_id for feature in late.made() for action_id in feature.jobs()]
    assert sorted(done) == sorted(late_features.ACTIONS)
    assert late.opened is not None
    assert all(feature.opened is late.opened for feature in late.made())


def test_a_right_click_before_they_are_made_opens_its_menu(qtbot: QtBot, lanes: Lanes) -> None:
    memory = QtSettings(paths.settings_file())
    window = MainWindow(lanes, memory, memory.load(LIGHT))
    qtbot.addWidget(window)
    window.open_last()
    late = next(one for one in window._features if isinstance(one, LateFeatures))
    assert late.made() == ()
    window.panes.reader.menu_wanted.emit(MenuWanted(5, 5, 3))
    menus = [menu for menu in window.findChildren(QMenu) if menu.objectName() == "contextMenu"]
    assert len(menus) == 1
    menus[0].close()

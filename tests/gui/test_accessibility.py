"""What a screen reader and a keyboard find: names, roles, an order, a focus that is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.window.actions import ActionId
from desktop_app.window.main_window import MainWindow
from tests.gui.three_years import press, search

pytestmark = pytest.mark.gui

# Their items are the bulletin's, and have tests of their own.
_LISTS = (QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List)


@pytest.fixture
def full(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with all that is made late, a search that is on, and everything opened."""
    qtbot.waitUntil(lambda: window.panes.chart._pane is not None)
    search(window, "桥")
    press(window, ActionId.FIND)
    window.show_crash("报告")
    qtbot.waitUntil(lambda: bool(window.findChildren(QWidget, "hintBar")))
    return window


def tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader finds below `root`, the items of lists and tables left out."""
    yield root
    if root.role() not in _LISTS:
        for number in range(root.childCount()):
            child = root.child(number)
            if child is not None and child.isValid():
                yield from tree(child)


def nameless(widget: QWidget) -> list[str]:
    """Return the visible controls below `widget` that take the keyboard and have no name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    found = []
    for part in tree(interface):
        state = part.state()
        if not state.focusable or state.invisible or state.disabled:
            continue
        control = part.object()
        if not isinstance(control, QWidget) or control.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if not part.text(QAccessible.Text.Name).strip():
            found.append(f"{type(control).__name__} {control.objectName()}")
    return found


def test_every_control_of_the_window_has_a_name(full: MainWindow) -> None:
    assert nameless(full) == []


@pytest.mark.parametrize("action_id", [ActionId.SETTINGS, ActionId.HELP, ActionId.ABOUT])
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, action_id: ActionId) -> None:
    press(window, action_id)
    (dialog,) = window.findChildren(QDialog)
    assert not dialog.isModal()
    assert nameless(dialog) == []


def test_controls_have_the_roles_they_look_like(full: MainWindow) -> None:
    def role(widget: QWidget | None) -> QAccessible.Role:
        assert widget is not None
        return QAccessible.queryAccessibleInterface(widget).role()

    panes = full.panes
    assert role(panes.tabs) == QAccessible.Role.PageTabList
    assert role(panes.box.focusProxy()) == QAccessible.Role.EditableText
    assert role(panes.reader.focusProxy()) == QAccessible.Role.EditableText
    assert role(panes.tree.focusProxy()) == QAccessible.Role.Tree
    assert role(panes.table.findChildren(QAbstractScrollArea)[0]) == QAccessible.Role.Table


def stops(window: MainWindow) -> list[QWidget]:
    """Return what the Tab key comes to, from the search box on."""
    found: list[QWidget] = []
    widget = first = window.panes.box.focusProxy()
    while True:
        assert widget is not None
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_focus and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            return found


def test_the_tab_key_goes_from_left_to_right_and_down(full: MainWindow) -> None:
    panes, order = full.panes, stops(full)
    parts = (panes.top_bar, panes.tabs, panes.results, panes.reader, panes.table, panes.chart)
    firsts = [
        next(at for at, stop in enumerate(order) if part is stop or part.isAncestorOf(stop))
        for part in parts
    ]
    assert firsts == sorted(firsts)
    for part in parts:
        # What is in one part comes in one go.
        inside = [at for at, stop in enumerate(order) if part is stop or part.isAncestorOf(stop)]
        assert inside == list(range(inside[0], inside[-1] + 1)), part


def walk(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Press a key until the keyboard is where it was, and return where it came to."""
    found: list[QWidget] = []
    window.panes.box.take_focus()
    first = widget = window.focusWidget()
    while True:
        assert widget is not None
        qtbot.keyClick(widget, key)
        widget = window.focusWidget()
        if widget is first:
            return found
        assert widget not in found, "a circle that leaves something out"
        assert widget is not None
        found.append(widget)


def test_the_tab_key_comes_to_every_pane_and_round(qtbot: QtBot, full: MainWindow) -> None:
    full.activateWindow()
    qtbot.waitUntil(lambda: full.isActiveWindow())
    there = walk(qtbot, full, Qt.Key.Key_Tab)
    panes = full.panes
    path = panes.reader.findChildren(QWidget, "breadcrumb")[0]
    for part in (panes.top_bar, panes.results, path, panes.reader, panes.table, panes.chart):
        assert any(part.isAncestorOf(stop) for stop in there), part
    assert walk(qtbot, full, Qt.Key.Key_Backtab) == there[::-1]


def test_the_keyboard_is_seen_wherever_it_is(qtbot: QtBot, full: MainWindow) -> None:
    """A control that takes the keyboard looks otherwise, or its frame does."""
    full.activateWindow()
    qtbot.waitUntil(lambda: full.isActiveWindow())
    for stop in stops(full):
        full.panes.box.take_focus()
        if stop is full.panes.box.focusProxy():
            full.panes.reader.setFocus()
        before = full.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        assert QApplication.focusWidget() is not None
        assert full.grab().toImage() != before, stop


def test_settings_are_reached_by_their_letters(window: MainWindow, qtbot: QtBot) -> None:
    press(window, ActionId.SETTINGS)
    (dialog,) = window.findChildren(QDialog)
    qtbot.waitUntil(lambda: dialog.isVisible())
    letters = set("LTZFSYCR")
    shown = "".join(
        label.text()
        for label in dialog.findChildren(QWidget)
        if hasattr(label, "text") and "(&" in label.text()
    )
    assert {letter for letter in letters if f"(&{letter})" in shown} == letters

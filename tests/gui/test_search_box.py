"""The search box: what is typed, what an input method holds back, and the keys around it."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.events import QueryTyped, ResultStepped
from desktop_app.widgets.search_box import SearchBox

pytestmark = pytest.mark.gui


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    search_box = SearchBox()
    qtbot.addWidget(search_box)
    with qtbot.waitExposed(search_box):
        search_box.show()
    search_box.take_focus()
    return search_box


def line_of(box: SearchBox) -> QLineEdit:
    line = box.findChild(QLineEdit)
    assert line is not None
    return line


def compose(box: SearchBox, preedit: str, commit: str = "") -> None:
    """Do what an input method does: show `preedit`, or commit a word."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(line_of(box), event)


def test_fast_typing_asks_once(qtbot: QtBot, box: SearchBox) -> None:
    asked: list[QueryTyped] = []
    box.query_changed.connect(asked.append)
    qtbot.keyClicks(line_of(box), "28.1%")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [QueryTyped("28.1%")]


def test_a_space_at_the_end_asks_nothing_new(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.query_changed):
        box.set_text("低保")
    with qtbot.assertNotEmitted(box.query_changed, wait=150):
        box.set_text("低保 ")


def test_what_is_being_composed_asks_nothing(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.assertNotEmitted(box.query_changed, wait=150):
        compose(box, "di'bao")
    with qtbot.waitSignal(box.query_changed) as caught:
        compose(box, "", "低保")
    assert caught.args == [QueryTyped("低保")]


def test_composing_over_selected_text_asks_nothing_until_it_is_done(
    qtbot: QtBot, box: SearchBox
) -> None:
    with qtbot.waitSignal(box.query_changed):
        box.set_text("低保")
    box.take_focus()
    with qtbot.assertNotEmitted(box.query_changed, wait=150):
        compose(box, "te'kun")
    with qtbot.waitSignal(box.query_changed) as caught:
        compose(box, "")
    assert caught.args == [QueryTyped("")], "the composing was given up, the old text is gone"


def test_enter_of_an_input_method_opens_nothing(qtbot: QtBot, box: SearchBox) -> None:
    compose(box, "di'bao")
    with qtbot.assertNotEmitted(box.accepted):
        qtbot.keyClick(line_of(box), Qt.Key.Key_Return)


def test_enter_asks_at_once_and_accepts(qtbot: QtBot, box: SearchBox) -> None:
    order: list[str] = []
    box.query_changed.connect(lambda _typed: order.append("asked"))
    box.accepted.connect(lambda: order.append("accepted"))
    qtbot.keyClicks(line_of(box), "gdp")
    qtbot.keyClick(line_of(box), Qt.Key.Key_Return)
    assert order == ["asked", "accepted"]


def test_arrows_step_through_the_results(qtbot: QtBot, box: SearchBox) -> None:
    steps: list[ResultStepped] = []
    box.moved.connect(steps.append)
    qtbot.keyClick(line_of(box), Qt.Key.Key_Down)
    qtbot.keyClick(line_of(box), Qt.Key.Key_Up)
    assert steps == [ResultStepped(1), ResultStepped(-1)]


def test_escape_dismisses_and_keeps_the_text(qtbot: QtBot, box: SearchBox) -> None:
    box.set_text("低保")
    with qtbot.waitSignal(box.dismissed):
        qtbot.keyClick(line_of(box), Qt.Key.Key_Escape)
    assert box.text() == "低保"


@pytest.mark.parametrize(("selected", "kept"), [(True, True), (False, False)])
def test_copying_is_the_boxs_own_only_with_text_selected(
    box: SearchBox, selected: bool, kept: bool
) -> None:
    box.set_text("低保")
    line = line_of(box)
    if selected:
        line.selectAll()
    else:
        line.deselect()
    event = QKeyEvent(
        QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(line, event)
    assert event.isAccepted() is kept


@pytest.mark.parametrize(
    ("hits", "chapters", "text"),
    [(None, 0, ""), (0, 0, "没有找到"), (5, 2, "5 处 · 2 章")],
)
def test_the_box_says_how_much_was_found(
    box: SearchBox, hits: int | None, chapters: int, text: str
) -> None:
    box.show_count(hits, chapters)
    assert box.count_text() == text

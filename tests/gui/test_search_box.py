"""The search box: what is typed, what an input method holds back, and the keys around it."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.events import CompletionWanted, QuerySaved, QueryTyped, ResultStepped
from desktop_app.domain.finding import Counts
from desktop_app.itemmodels.queries import QueryKind, QueryRow
from desktop_app.services.queries import KeptQueries
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


def test_every_letter_is_asked_at_once(qtbot: QtBot, box: SearchBox) -> None:
    asked: list[str] = []
    box.query_changed.connect(lambda typed: asked.append(typed.text))
    for end, letter in enumerate("28.1%", start=1):
        qtbot.keyClicks(line_of(box), letter)
        assert asked[-1] == "28.1%"[:end]
    assert len(asked) == 5


def test_fast_typing_is_completed_once(qtbot: QtBot, box: SearchBox) -> None:
    wanted: list[CompletionWanted] = []
    box.completion_wanted.connect(wanted.append)
    qtbot.keyClicks(line_of(box), "28.1%")
    assert wanted == []
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [CompletionWanted("28.1%", 5)]


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
    qtbot.keyClicks(line_of(box), "g")
    qtbot.keyClick(line_of(box), Qt.Key.Key_Return)
    assert order == ["asked", "accepted"]


def test_arrows_step_through_the_results(qtbot: QtBot, box: SearchBox) -> None:
    box.set_text("低保")
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
    ("counts", "text"),
    [
        (None, ""),
        (Counts(0, 0, 0), "没有找到"),
        (Counts(4, 5, 2), "5 处 · 2 章"),
        (Counts(4, 5, None), "5 处"),
        (Counts(4000, None, None), "4000 段"),
        (Counts(0, 0, 0, by_name=3), "3 段"),
    ],
)
def test_the_box_says_how_much_was_found(box: SearchBox, counts: Counts | None, text: str) -> None:
    box.say_working()
    assert box.count_text() == "…"
    box.show_counts(counts)
    assert box.count_text() == text


def test_what_was_left_is_asked_again(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.query_changed):
        box.set_text("低保")
    box.forget_asked()
    with qtbot.waitSignal(box.query_changed) as caught:
        qtbot.keyClick(line_of(box), Qt.Key.Key_Down)
    assert caught.args == [QueryTyped("低保")]


# The star


def test_the_star_saves_what_is_written(qtbot: QtBot, box: SearchBox) -> None:
    star = box._star
    assert not star.isVisible()
    box.set_text(" 低保 ")
    assert star.isVisible()
    assert star.accessibleName() == "保存这个检索"
    with qtbot.waitSignal(box.query_saved) as caught:
        qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert caught.args == [QuerySaved("低保", saved=True)]
    box.set_queries(KeptQueries(saved=("低保",)))
    assert star.isChecked()
    assert star.accessibleName() == "不再保存这个检索"
    with qtbot.waitSignal(box.query_saved) as caught:
        qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert caught.args == [QuerySaved("低保", saved=False)]
    box.set_text("低保金")
    assert not star.isChecked()


# The list below


RECENT = KeptQueries(recent=("收入", "桥", "低保"))
PROPOSED = (
    QueryRow(QueryKind.PROPOSED, "单位:", "筛选", "gdp 单位:", 7),
    QueryRow(QueryKind.PROPOSED, "人均gdp", "12 个数据", "人均gdp"),
)


def texts(box: SearchBox) -> list[str]:
    return [row.text for row in box.proposals()]


def press(qtbot: QtBot, box: SearchBox, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(line_of(box), key)


def test_queries_asked_before_are_offered_in_an_empty_box(qtbot: QtBot, box: SearchBox) -> None:
    box.set_queries(RECENT)
    assert texts(box) == []
    with qtbot.assertNotEmitted(box.moved):
        press(qtbot, box, Qt.Key.Key_Down)
    assert texts(box) == ["收入", "桥", "低保"]
    with qtbot.assertNotEmitted(box.accepted), qtbot.waitSignal(box.query_changed) as caught:
        press(qtbot, box, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert caught.args == [QueryTyped("桥")]
    assert box.text() == "桥"
    assert texts(box) == []
    assert box.has_focus()


def test_a_query_can_be_taken_out_where_it_is_offered(qtbot: QtBot, box: SearchBox) -> None:
    box.set_queries(RECENT)
    press(qtbot, box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.query_dropped) as caught:
        press(qtbot, box, Qt.Key.Key_Delete)
    assert caught.args[0].query == "收入"
    box.set_queries(KeptQueries(recent=("桥",)))
    assert texts(box) == ["桥"]
    box.set_queries(KeptQueries())
    assert texts(box) == []


def test_the_mouse_chooses_and_takes_out(qtbot: QtBot, box: SearchBox) -> None:
    box.set_queries(RECENT)
    box.window().resize(400, 300)
    press(qtbot, box, Qt.Key.Key_Down)
    popup = box._list()
    view = popup._view
    rect = view.visualRect(view.model().index(2, 0))
    cross = popup._delegate.cross_rect(rect.toRectF()).center().toPoint()
    with qtbot.waitSignal(box.query_dropped) as dropped:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert dropped.args[0].query == "低保"
    with qtbot.waitSignal(box.query_changed) as asked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert asked.args == [QueryTyped("低保")]
    assert box.has_focus()


def type_and_propose(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.completion_wanted) as caught:
        qtbot.keyClicks(line_of(box), "gdp")
    assert caught.args == [CompletionWanted("gdp", 3)]
    box.show_completions("gdp", PROPOSED)


def test_what_is_typed_can_be_completed(qtbot: QtBot, box: SearchBox) -> None:
    type_and_propose(qtbot, box)
    assert texts(box) == ["单位:", "人均gdp"]
    with qtbot.assertNotEmitted(box.moved), qtbot.waitSignal(box.query_changed) as caught:
        press(qtbot, box, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert caught.args == [QueryTyped("人均gdp")]
    assert texts(box) == []


def test_tab_takes_the_first_proposal_and_typing_goes_on(qtbot: QtBot, box: SearchBox) -> None:
    type_and_propose(qtbot, box)
    with qtbot.waitSignal(box.completion_wanted) as caught:
        press(qtbot, box, Qt.Key.Key_Tab)
    assert (box.text(), line_of(box).cursorPosition()) == ("gdp 单位:", 7)
    assert caught.args == [CompletionWanted("gdp 单位:", 7)], "a filter wants a value"
    assert box.has_focus()


def test_without_a_choice_the_keys_mean_what_they_always_mean(
    qtbot: QtBot, box: SearchBox
) -> None:
    type_and_propose(qtbot, box)
    with qtbot.waitSignal(box.accepted):
        press(qtbot, box, Qt.Key.Key_Return)
    assert texts(box) == []
    box.show_completions("gdp", PROPOSED)
    assert texts(box) == [], "a proposal that comes after Enter is late"
    with qtbot.waitSignal(box.moved):
        press(qtbot, box, Qt.Key.Key_Down)


def test_escape_closes_the_list_first(qtbot: QtBot, box: SearchBox) -> None:
    type_and_propose(qtbot, box)
    with qtbot.assertNotEmitted(box.dismissed):
        press(qtbot, box, Qt.Key.Key_Escape)
    assert texts(box) == []
    with qtbot.waitSignal(box.moved), qtbot.assertNotEmitted(box.completion_wanted):
        press(qtbot, box, Qt.Key.Key_Down)
    box.show_completions("gdp", PROPOSED)
    assert texts(box) == [], "who closed the list does not want it again"
    with qtbot.waitSignal(box.dismissed):
        press(qtbot, box, Qt.Key.Key_Escape)


def test_proposals_for_another_text_are_not_taken(qtbot: QtBot, box: SearchBox) -> None:
    type_and_propose(qtbot, box)
    qtbot.keyClicks(line_of(box), "x")
    box.show_completions("gdp", PROPOSED[:1])
    assert texts(box) == ["单位:", "人均gdp"], "nothing flickers until there are new ones"
    with qtbot.waitSignal(box.moved):
        press(qtbot, box, Qt.Key.Key_Down)
    box.show_completions("gdpx", ())
    assert texts(box) == []


def test_nothing_is_proposed_for_what_nobody_typed(box: SearchBox) -> None:
    box.set_text("gdp")
    box.show_completions("gdp", PROPOSED)
    assert texts(box) == []


def test_no_list_opens_while_a_word_is_composed(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.completion_wanted):
        qtbot.keyClicks(line_of(box), "gdp")
    compose(box, "jin")
    box.show_completions("gdp", PROPOSED)
    assert texts(box) == []
    compose(box, "")
    line_of(box).clear()
    box.set_queries(RECENT)
    compose(box, "jin")
    press(qtbot, box, Qt.Key.Key_Down)
    assert texts(box) == []


def test_the_list_goes_with_the_keyboard_and_with_the_text(qtbot: QtBot, box: SearchBox) -> None:
    type_and_propose(qtbot, box)
    line_of(box).clearFocus()
    assert texts(box) == []
    box.take_focus()
    line_of(box).clear()
    type_and_propose(qtbot, box)
    assert texts(box)
    line_of(box).clear()
    assert texts(box) == []
    type_and_propose(qtbot, box)
    box.window().resize(box.width() + 40, box.height() + 200)
    qtbot.waitUntil(lambda: texts(box) == [])


@pytest.mark.parametrize(
    ("width", "text", "shown"),
    [(500, "", True), (500, "桥", True), (320, "", True), (320, "桥", False), (190, "", False)],
)
def test_the_key_of_the_box_leaves_room_to_write(
    box: SearchBox, width: int, text: str, shown: bool
) -> None:
    box.set_text(text)
    box.resize(width, box.height())
    hint = box.findChild(QLabel, "keyHint")
    assert hint is not None
    assert hint.isVisibleTo(box) is shown

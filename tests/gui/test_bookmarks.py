"""书签: the list itself. Grouped, filtered, noted in place, deleted with a way back."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.bookmark import Bookmark, PlacedBookmark, Shelf, Whereabouts
from desktop_app.domain.events import BookmarkChosen, BookmarkNoted, BookmarksDropped
from desktop_app.itemmodels.bookmark_delegate import NoteEditor
from desktop_app.itemmodels.bookmarks import BookmarkRole, BookmarksModel
from desktop_app.services import appearance
from desktop_app.widgets.bookmarks import BookmarksPane
from tests.gui.test_findings import painted, shades

pytestmark = pytest.mark.gui


def placed(number: int, chapter: str = "一、综合", **values: object) -> PlacedBookmark:
    """Return a bookmark of the open bulletin, or of another one as `values` say."""
    fields = {"note": "", "indicator": "", "title": "甲公报", "document_key": "a"}
    own = {name: str(values.pop(name, usual)) for name, usual in fields.items()}
    mark = Bookmark(
        id=f"b{number}",
        source_start=number * 10,
        source_end=number * 10 + 5,
        quote=str(values.pop("quote", f"第{number}处的文字")),
        **own,
    )
    usual: dict[str, object] = {
        "whereabouts": Whereabouts.HERE,
        "bulletin_id": 1,
        "span": (number * 10, number * 10 + 5),
    }
    return PlacedBookmark(mark, chapter=chapter, quote=mark.quote, **(usual | values))  # type: ignore[arg-type]  # fields by name


ELSEWHERE = {
    "whereabouts": Whereabouts.ELSEWHERE,
    "bulletin_id": 2,
    "span": None,
    "title": "乙公报",
    "document_key": "b",
}
GONE = ELSEWHERE | {"whereabouts": Whereabouts.GONE, "bulletin_id": None, "document_key": "c"}
SHELF = Shelf(
    (
        placed(1, note="核对年鉴"),
        placed(2, indicator="地区生产总值", quote="285.9亿元"),
        placed(3, "二、农业"),
        placed(4, "二、农业", whereabouts=Whereabouts.LOST, span=None),
        placed(5, **ELSEWHERE),  # type: ignore[arg-type]  # fields by name
        placed(6, "", **GONE),
    ),
    open_id=1,
)


@pytest.fixture
def pane(qtbot: QtBot) -> BookmarksPane:
    pane = BookmarksPane()
    qtbot.addWidget(pane)
    pane.resize(284, 700)
    pane.apply_theme(appearance.theme(appearance.LIGHT))
    pane.set_shelf(SHELF)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def listed(pane: BookmarksPane) -> list[str]:
    """Return the ids of the rows, headings with their text and count in brackets."""
    shown = []
    for row in range(pane._model.rowCount()):
        index = pane._model.index(row)
        heading, one = index.data(BookmarkRole.HEADING), index.data(BookmarkRole.PLACED)
        shown.append(one.bookmark.id if one else f"[{heading.text} {heading.count}]")
    return shown


def editor_of(pane: BookmarksPane) -> NoteEditor:
    editor = pane._view.delegate.editor()
    assert editor is not None
    return editor


def test_the_model_behaves(qtmodeltester: ModelTester) -> None:
    model = BookmarksModel()
    qtmodeltester.check(model)
    for shelf in (SHELF, Shelf(SHELF.bookmarks[1:4]), Shelf(), SHELF):
        model.set_shelf(shelf)
        qtmodeltester.check(model)


def test_they_stand_below_bulletin_and_chapter(pane: BookmarksPane) -> None:
    assert listed(pane) == [
        "[甲公报 4]", "[一、综合 2]", "b1", "b2", "[二、农业 2]", "b3", "b4",
        "[乙公报 1]", "[一、综合 1]", "b5", "[乙公报 1]", "[标题与前言 1]", "b6",
    ]  # fmt: skip
    pane.set_shelf(replace(SHELF, bookmarks=SHELF.bookmarks[:3]))
    # Where there is only the open one, its name says nothing.
    assert listed(pane) == ["[一、综合 2]", "b1", "b2", "[二、农业 1]", "b3"]


def test_what_is_said_of_a_bookmark(pane: BookmarksPane) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [pane._model.index(row).data(role) for row in (0, 2, 3, 6, 12)]
    assert said == [
        "甲公报，4 个书签",
        "第1处的文字，笔记：核对年鉴",
        "地区生产总值 285.9亿元",
        "第4处的文字，原处已找不到",
        "第6处的文字，公报不在资料库",
    ]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("年鉴", ["b1"]),
        ("乙公報", ["b5", "b6"]),
        ("第3處 農業", ["b3"]),
        ("地区 285", ["b2"]),
        ("没有这个", []),
        ("　", ["b1", "b2", "b3", "b4", "b5", "b6"]),
    ],
)
def test_the_filter_narrows_them(pane: BookmarksPane, typed: str, left: list[str]) -> None:
    pane._filter.setText(typed)
    assert [text for text in listed(pane) if text[0] == "b"] == left
    assert (pane._stack.currentWidget() is pane._view) == bool(left)
    pane._filter.clear()
    assert len(listed(pane)) == 13


def test_only_those_of_the_open_bulletin(pane: BookmarksPane) -> None:
    pane._only_open.trigger()
    assert [text for text in listed(pane) if text[0] == "b"] == ["b1", "b2", "b3", "b4"]


def test_enter_in_the_filter_goes_to_the_first(qtbot: QtBot, pane: BookmarksPane) -> None:
    pane._filter.setFocus()
    pane._filter.setText("农业")
    qtbot.keyClick(pane._filter, Qt.Key.Key_Return)
    qtbot.waitUntil(pane._view.hasFocus)
    current = pane.current()
    assert current is not None
    assert current.bookmark.id == "b3"


def test_keys_walk_past_headings_and_enter_chooses(qtbot: QtBot, pane: BookmarksPane) -> None:
    pane._view.setFocus()
    pane.mark_current("b1")
    chosen: list[BookmarkChosen] = []
    pane.bookmark_chosen.connect(chosen.append)
    for _ in range(4):
        qtbot.keyClick(pane._view, Qt.Key.Key_Down)
    assert chosen == []
    qtbot.keyClick(pane._view, Qt.Key.Key_Return)
    assert chosen == [BookmarkChosen("b5", stay=False)]
    with qtbot.waitSignal(pane.escaped):
        qtbot.keyClick(pane._view, Qt.Key.Key_Escape)
    rect = pane._view.visualRect(pane._model.index(2))
    qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen[-1] == BookmarkChosen("b1", stay=True)


# Notes


def noted(pane: BookmarksPane) -> list[BookmarkNoted]:
    notes: list[BookmarkNoted] = []
    pane.noted.connect(notes.append)
    return notes


def test_a_note_is_written_in_place(qtbot: QtBot, pane: BookmarksPane) -> None:
    notes = noted(pane)
    pane._view.setFocus()
    pane.mark_current("b1")
    qtbot.keyClick(pane._view, Qt.Key.Key_F2)
    editor = editor_of(pane)
    assert editor.toPlainText() == "核对年鉴"
    qtbot.keyClicks(editor, " ok")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert notes == [BookmarkNoted("b1", "核对年鉴 ok\n2")]
    qtbot.waitUntil(lambda: pane._view.delegate.editor() is None)
    qtbot.waitUntil(pane._view.hasFocus)


def test_escape_leaves_a_note_as_it_was(qtbot: QtBot, pane: BookmarksPane) -> None:
    notes = noted(pane)
    pane.write_note("b1")
    qtbot.keyClicks(editor_of(pane), "nonsense")
    qtbot.keyClick(editor_of(pane), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pane._view.delegate.editor() is None)
    assert notes == []


def test_a_note_is_kept_when_the_keyboard_goes_elsewhere(
    qtbot: QtBot, pane: BookmarksPane
) -> None:
    notes = noted(pane)
    pane.write_note("b3")
    qtbot.keyClicks(editor_of(pane), "later")
    pane._filter.setFocus()
    qtbot.waitUntil(lambda: notes == [BookmarkNoted("b3", "later")])
    # What is as it was is no note.
    pane.write_note("b1")
    pane.commit()
    assert len(notes) == 1


def test_a_note_being_written_outlives_another_shelf(qtbot: QtBot, pane: BookmarksPane) -> None:
    notes = noted(pane)
    pane.write_note("b3")
    qtbot.keyClicks(editor_of(pane), "half")
    pane.set_shelf(replace(SHELF, bookmarks=SHELF.bookmarks[1:], unsaved=1))
    assert editor_of(pane).toPlainText() == "half"
    # Also where its own bookmark goes: it is written before.
    pane.set_shelf(replace(SHELF, bookmarks=SHELF.bookmarks[:1]))
    assert notes == [BookmarkNoted("b3", "half")]
    assert listed(pane) == ["[一、综合 1]", "b1"]


def test_the_row_grows_with_its_note(qtbot: QtBot, pane: BookmarksPane) -> None:
    index = pane._model.index(pane._model.row_of("b3") or 0)
    before = pane._view.visualRect(index).height()
    pane.write_note("b3")
    qtbot.waitUntil(lambda: pane._view.visualRect(index).height() > before)
    editor = editor_of(pane)
    assert pane._view.visualRect(index).contains(editor.geometry())
    editor.setPlainText("\n".join("行" * 6))
    qtbot.waitUntil(lambda: pane._view.visualRect(index).contains(editor.geometry()))
    pane.commit()
    qtbot.waitUntil(lambda: pane._view.delegate.editor() is None)
    long = replace(SHELF.bookmarks[2].bookmark, note="很长的笔记" * 30)
    marks = (*SHELF.bookmarks[:2], replace(SHELF.bookmarks[2], bookmark=long))
    pane.set_shelf(replace(SHELF, bookmarks=marks))
    index = pane._model.index(pane._model.row_of("b3") or 0)
    qtbot.waitUntil(lambda: pane._view.visualRect(index).height() > 2 * before)


def test_a_note_of_a_bookmark_that_the_filter_hides(pane: BookmarksPane) -> None:
    pane._filter.setText("年鉴")
    pane._only_open.trigger()
    pane.write_note("b5")
    assert pane._filter.text() == ""
    assert editor_of(pane).toPlainText() == ""
    pane.write_note("nowhere")
    pane.mark_current("nowhere")
    assert listed(pane)[-1] == "b6"


# Deleting


def test_delete_drops_what_is_selected(qtbot: QtBot, pane: BookmarksPane) -> None:
    dropped: list[BookmarksDropped] = []
    pane.dropped.connect(dropped.append)
    qtbot.keyClick(pane._view, Qt.Key.Key_Delete)
    assert dropped == []
    pane.mark_current("b1")
    qtbot.keyClick(pane._view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pane._view, Qt.Key.Key_Delete)
    assert [set(one.bookmark_ids) for one in dropped] == [{"b1", "b2"}]
    with qtbot.waitSignal(pane.undone):
        qtbot.keyClick(pane._view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_the_keyboard_finds_a_bookmark_chosen(qtbot: QtBot, pane: BookmarksPane) -> None:
    pane._view.clearFocus()
    pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(pane._view.hasFocus)
    current = pane.current()
    assert current is not None
    with qtbot.waitSignal(pane.dropped) as dropped:
        qtbot.keyClick(pane._view, Qt.Key.Key_Delete)
    assert dropped.args == [BookmarksDropped((current.bookmark.id,))]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home])
def test_a_key_that_moves_chooses_the_only_bookmark(
    qtbot: QtBot, pane: BookmarksPane, key: Qt.Key
) -> None:
    pane.set_shelf(replace(SHELF, bookmarks=SHELF.bookmarks[:1]))
    qtbot.keyClick(pane._view, key)
    with qtbot.waitSignal(pane.dropped):
        qtbot.keyClick(pane._view, Qt.Key.Key_Delete)


def test_a_line_offers_the_way_back(qtbot: QtBot, pane: BookmarksPane) -> None:
    assert pane._undo.isHidden()
    pane.offer_undo(2)
    assert said(pane) == ["已删除 2 个书签"]
    with qtbot.waitSignal(pane.undone):
        button(pane, "撤销").click()
    pane.offer_undo(0)
    assert pane._undo.isHidden()


def test_it_says_what_is_not_saved(qtbot: QtBot, pane: BookmarksPane) -> None:
    pane.set_shelf(replace(SHELF, unsaved=3))
    assert said(pane) == ["有 3 处改动还没有存入用户数据"]
    with qtbot.waitSignal(pane.saving_wanted):
        button(pane, "再存一次").click()
    pane.set_shelf(replace(SHELF, kept=False))
    assert said(pane) == ["书签和笔记只保留到程序关闭，没有存入文件。"]


def said(pane: BookmarksPane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def button(pane: BookmarksPane, text: str) -> QToolButton:
    return next(one for one in pane.findChildren(QToolButton) if one.text() == text)


def test_without_bookmarks_it_says_how_to_make_one(qtbot: QtBot, pane: BookmarksPane) -> None:
    pane.set_shelf(Shelf())
    pane.setFocus()
    qtbot.waitUntil(pane._more.hasFocus)
    pane.set_shelf(SHELF)
    qtbot.waitUntil(pane._view.hasFocus)
    pane.set_shelf(Shelf())
    assert "Ctrl+D" in pane._empty.text()
    assert pane._stack.currentWidget() is pane._empty


def test_its_menu_offers_no_export_where_there_are_none(qtbot: QtBot) -> None:
    pane = BookmarksPane()
    qtbot.addWidget(pane)
    pane.resize(280, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    more = pane._more
    enabled = {action.text(): action.isEnabled() for action in more.menu().actions()}
    assert (enabled["导入书签…"], enabled["导出书签…"]) == (True, False)
    assert more.geometry().left() > pane.width() // 2, "it is where it is beside the filter"
    pane.set_shelf(Shelf((placed(1),), 1))
    assert all(action.isEnabled() for action in more.menu().actions())


@pytest.mark.parametrize("name", [appearance.LIGHT, appearance.DARK])
def test_rows_are_painted_in_the_colours_of_the_theme(pane: BookmarksPane, name: str) -> None:
    colours = appearance.theme(name)
    pane.apply_theme(colours)
    for row in (0, 1, 2, 6):
        assert len(shades(painted(pane._view, pane._model.index(row)))) >= 1
    pane.mark_current("b1")
    index = pane._view.currentIndex()
    assert colours.accent_soft in shades(painted(pane._view, index, selected=True))


def test_thousands_are_listed_and_walked(qtbot: QtBot, pane: BookmarksPane) -> None:
    many = tuple(placed(n, f"第{n // 50}章", note="记" * (n % 90)) for n in range(5000))
    pane.set_shelf(Shelf(many, open_id=1))
    pane.mark_current("b4321")
    index = pane._view.currentIndex()
    assert pane._view.viewport().rect().intersects(pane._view.visualRect(index))
    pane._filter.setText("第4321处")
    assert listed(pane) == ["[第86章 1]", "b4321"]
    qtbot.keyClick(pane._filter, Qt.Key.Key_Return)

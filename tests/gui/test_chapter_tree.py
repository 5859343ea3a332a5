"""The chapter tree: what it counts, what it opens, and whom it tells."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Script
from desktop_app.domain.events import SectionChosen
from desktop_app.itemmodels.chapter_tree import ChapterRole, ChapterTreeModel, heading_text
from desktop_app.services.appearance import theme
from desktop_app.widgets.chapter_tree import ChapterTreePane
from tests.gui.made_outline import Heading, make_bulletin, make_figure, make_section
from tests.handmade import Line
from tests.handmade import make_bulletin as handmade

FIGURES = tuple(
    make_figure(number, "指标", "1", "人", section=section)
    for number, section in ((2, 1), (12, 3), (13, 3), (17, 5), (22, 6), (29, 6))
)
CHAPTER, ITEM, SUB_ITEM = 2, 4, 6


@pytest.fixture
def model() -> ChapterTreeModel:
    model = ChapterTreeModel()
    model.set_bulletin(make_bulletin(*FIGURES))
    return model


@pytest.fixture
def pane(qtbot: QtBot) -> ChapterTreePane:
    pane = ChapterTreePane()
    qtbot.addWidget(pane)
    pane.resize(260, 400)
    pane.set_bulletin(make_bulletin(*FIGURES))
    pane.show()
    return pane


def view_of(pane: ChapterTreePane) -> QTreeView:
    view = pane.findChild(QTreeView)
    assert isinstance(view, QTreeView)
    return view


def index_of(pane: ChapterTreePane, section_id: int) -> QModelIndex:
    model = view_of(pane).model()
    assert isinstance(model, ChapterTreeModel)
    return model.index_of(section_id)


def opened(pane: ChapterTreePane) -> list[int]:
    sections = (CHAPTER, ITEM)
    return [each for each in sections if view_of(pane).isExpanded(index_of(pane, each))]


def test_headings_are_shown_in_the_script_of_the_text(qtbot: QtBot) -> None:
    pane = ChapterTreePane()
    qtbot.addWidget(pane)
    lines = (Line("一、综合", "一"), "文字。", Line("二、环境", "二"), "文字。")
    pane.set_bulletin(handmade(*lines, hant="一、綜合\n文字。\n二、環境\n文字。"))
    model = view_of(pane).model()
    shown = {}
    for script in Script:
        pane.set_script(script)
        shown[script] = [model.index(row, 0).data() for row in range(2)]
    assert shown[Script.HANS] == shown[Script.SOURCE] == ["一、综合", "二、环境"]
    assert shown[Script.HANT] == ["一、綜合", "二、環境"]


@pytest.mark.parametrize(
    ("level", "number", "title", "shown"),
    [
        (1, "一", "综合", "一、综合"),
        (1, "十一", "环境", "十一、环境"),
        (1, "", "附注", "附注"),
        (2, "3", "救助", "3 救助"),
        (2, "3", "", "3"),
        (3, "(2)", "扩大范围", "(2) 扩大范围"),
        (3, "一是", "提高标准", "一是 提高标准"),
    ],
)
def test_heading_reads_on_one_line(level: int, number: str, title: str, shown: str) -> None:
    assert heading_text(make_section(Heading(1, None, level, number, title, 0, 1))) == shown


def test_model_is_sound(model: ChapterTreeModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.set_hits({5: 1})
    model.set_bulletin(None)
    assert model.rowCount() == 0


def test_figures_are_counted_with_all_below(model: ChapterTreeModel) -> None:
    counts = {number: model.index_of(number).data(ChapterRole.FIGURES) for number in range(1, 9)}
    assert counts == {1: 1, 2: 5, 3: 2, 4: 3, 5: 1, 6: 2, 7: 0, 8: 0}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({5: 2, 6: 1}, {2: 3, 3: 0, 4: 3, 5: 2, 6: 1, 7: 0}),
        ({2: 7, 5: 2}, {2: 7, 4: 2, 5: 2}),
        ({1: 4}, {1: 4, 2: 0}),
        ({}, {1: 0, 2: 0}),
    ],
)
def test_hits_are_summed_where_none_are_given(
    model: ChapterTreeModel, given: Mapping[int, int], shown: Mapping[int, int]
) -> None:
    model.set_hits(given)
    assert {each: model.index_of(each).data(ChapterRole.HITS) for each in shown} == shown


def test_figures_are_counted_again_after_a_search(model: ChapterTreeModel) -> None:
    model.set_hits({1: 4})
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of(1).data(spoken) == "一、综合，4 处"
    model.set_hits(None)
    assert model.index_of(1).data(ChapterRole.HITS) is None
    assert model.index_of(1).data(spoken) == "一、综合，1 个数据"


def test_counts_change_in_place(model: ChapterTreeModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.set_hits({5: 1})


def test_chapters_start_closed_and_the_current_one_opens(pane: ChapterTreePane) -> None:
    assert opened(pane) == []
    pane.mark_current(3)
    assert opened(pane) == [CHAPTER]
    assert view_of(pane).currentIndex() == index_of(pane, 3)
    pane.mark_current(7)
    assert opened(pane) == []


def test_following_the_reader_opens_no_items(pane: ChapterTreePane) -> None:
    pane.mark_current(SUB_ITEM)
    assert view_of(pane).currentIndex() == index_of(pane, ITEM)
    view_of(pane).expand(index_of(pane, ITEM))
    pane.mark_current(SUB_ITEM)
    assert view_of(pane).currentIndex() == index_of(pane, SUB_ITEM)


@pytest.mark.parametrize("place", [None, 99])
def test_before_the_first_chapter_nothing_is_marked(
    pane: ChapterTreePane, place: int | None
) -> None:
    pane.mark_current(1)
    pane.mark_current(place)
    assert not view_of(pane).currentIndex().isValid()


def test_following_the_reader_tells_nobody(pane: ChapterTreePane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.section_chosen):
        pane.mark_current(3)
        pane.mark_current(None)
        pane.show_hits({3: 1})


def test_a_click_chooses(pane: ChapterTreePane, qtbot: QtBot) -> None:
    view = view_of(pane)
    place = view.visualRect(index_of(pane, 7)).center()
    with qtbot.waitSignal(pane.section_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [SectionChosen(7)]


def test_arrows_move_and_enter_chooses(pane: ChapterTreePane, qtbot: QtBot) -> None:
    view = view_of(pane)
    pane.mark_current(1)
    with qtbot.assertNotEmitted(pane.section_chosen):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert opened(pane) == [CHAPTER]
    with qtbot.waitSignal(pane.section_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [SectionChosen(CHAPTER)]


def test_long_headings_are_whole_in_the_tooltip(pane: ChapterTreePane) -> None:
    assert index_of(pane, 3).data(Qt.ItemDataRole.ToolTipRole) == "1 就业"


def test_hits_show_in_their_own_colour(pane: ChapterTreePane) -> None:
    colours = theme("light")
    pane.apply_theme(colours)

    def painted() -> set[str]:
        image = view_of(pane).viewport().grab().toImage()
        row = view_of(pane).visualRect(index_of(pane, 1))
        return {image.pixelColor(x, row.center().y()).name() for x in range(row.right())}

    assert colours.badge in painted()
    pane.show_hits({1: 2})
    assert colours.hit_badge in painted()
    pane.show_hits({7: 2})
    assert not {colours.hit_badge, colours.badge} & painted()


def test_a_bulletin_without_chapters_says_so(pane: ChapterTreePane) -> None:
    view = pane.findChild(QTreeView)
    assert view is not None
    pane.set_bulletin(None)
    blank = view.grab().toImage()
    pane.set_bulletin(replace(make_bulletin(), sections=()))
    assert view.grab().toImage() != blank


def test_a_source_in_traditional_characters_has_its_headings_in_them(qtbot: QtBot) -> None:
    pane = ChapterTreePane()
    qtbot.addWidget(pane)
    text = "一、綜合\n文字。"
    made = handmade(Line("一、综合", "一"), "文字。", hant=text)
    pane.set_bulletin(replace(made, text=replace(made.text, source=text)))
    pane.set_script(Script.SOURCE)
    assert view_of(pane).model().index(0, 0).data() == "一、綜合"

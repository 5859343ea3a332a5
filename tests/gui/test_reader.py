"""The reader: what is shown where, in three scripts, and what the mouse and keyboard do."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Certainty, Kind, Repair, Script
from desktop_app.domain.events import FigureChosen, PlaceReached, ZoomStepped
from desktop_app.domain.textmap import Edit
from desktop_app.services.appearance import THEMES, Theme, Typography, theme
from desktop_app.services.citing import plain
from desktop_app.widgets.reader import ReaderPane, card_text
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.hover_card import HoverCard
from desktop_app.widgets.reader.page_head import Crumb
from desktop_app.widgets.reader.positions import Positions
from desktop_app.widgets.reader.stretches import is_marked
from desktop_app.widgets.reader.style import ReaderStyle
from tests.gui.shown_reader import marked, spans_of
from tests.handmade import make_bulletin

pytestmark = pytest.mark.gui
_PX = 17


@pytest.mark.parametrize(
    ("text", "joiners", "points_to_units"),
    [
        ("低保金", (), {0: 0, 1: 1, 3: 3}),
        ("𠮷水镇", (), {0: 0, 1: 2, 3: 4}),
        ("a𠮷𠮷b", (), {1: 1, 2: 3, 3: 5, 4: 6}),
        ("7.8亿元", (3, 4), {0: 0, 2: 2, 3: 4, 4: 6, 5: 7}),
        ("𠮷8亿元", (2,), {0: 0, 1: 2, 2: 4, 3: 5, 4: 6}),
    ],
)
def test_positions_count_units(
    text: str, joiners: tuple[int, ...], points_to_units: dict[int, int]
) -> None:
    positions = Positions(text, joiners)
    assert {point: positions.to_units(point) for point in points_to_units} == points_to_units
    assert {positions.to_point(unit): unit for unit in points_to_units.values()} == points_to_units
    joined = positions.joined(text)
    assert len(joined.encode("utf-16-le")) // 2 == positions.to_units(len(text))
    assert plain(joined) == text
    cut = [
        joined[positions.to_joined(at) : positions.to_joined(at + 1)] for at in range(len(text))
    ]
    assert "".join(cut) == joined
    assert all(cell.endswith(char) for cell, char in zip(cut, text, strict=True))


def make_document(
    bulletin: Bulletin, script: Script, light: Theme, faces: Typography
) -> ReaderDocument:
    return ReaderDocument(bulletin, ReaderStyle(light, faces, script, _PX), "3 章")


@pytest.mark.usefixtures("qapp")
def test_every_figure_stands_where_the_document_says(
    county: Bulletin, script: Script, light: Theme, faces: Typography
) -> None:
    text = make_document(county, script, light, faces)
    for figure in county.figures:
        span = text.figure_span(figure.id)
        assert span is not None
        cursor = QTextCursor(text.document)
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        expected = county.text.of(script, figure.read_start, figure.read_end)
        assert plain(cursor.selectedText()) == expected
        assert text.figure_at(span[0]) == text.figure_at(span[1] - 1) == figure
        assert text.figure_at(span[1]) is None
        line = cursor.charFormat().underlineStyle()
        lines = QTextCharFormat.UnderlineStyle
        assert line is (lines.WaveUnderline if figure.doubtful else lines.SingleUnderline)


@pytest.mark.usefixtures("qapp")
def test_growth_leads_to_its_figure(
    county: Bulletin, script: Script, light: Theme, faces: Typography
) -> None:
    text = make_document(county, script, light, faces)
    at = county.text.hans.index("3.4%")
    assert text.figure_at(text.to_document(at)) == county.figures[0]


@pytest.mark.usefixtures("qapp")
def test_offsets_go_there_and_back(
    county: Bulletin, script: Script, light: Theme, faces: Typography
) -> None:
    text = make_document(county, script, light, faces)
    inside = [
        offset
        for passage in county.passages
        for offset in range(passage.read_start, passage.read_end)
    ]
    assert [text.to_reading(text.to_document(offset)) for offset in inside] == inside


@pytest.mark.usefixtures("qapp")
def test_a_source_keeps_its_line_breaks(light: Theme, faces: Typography) -> None:
    bulletin = make_bulletin("全县\r\n有小学12所。", edits=(Edit(2, 4, ""),))
    text = make_document(bulletin, Script.SOURCE, light, faces)
    assert "全县\n有小学12所。" in plain(text.document.toRawText())


def repaired(county: Bulletin, certainty: Certainty, rule: str) -> Bulletin:
    start = county.text.source.index("秋收")
    repair = Repair(start, start + 2, "?收", "秋收", certainty, rule)
    return replace(county, repairs=(repair,))


@pytest.mark.parametrize(
    ("certainty", "rule", "marked"),
    [
        (Certainty.CERTAIN, "gloss", False),
        (Certainty.CERTAIN, "misdecode", True),
        (Certainty.LIKELY, "misdecode", True),
        (Certainty.UNKNOWN, "misdecode", True),
        (Certainty.EDITORIAL, "editorial", True),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_repairs_that_restored_something_are_marked(
    county: Bulletin,
    light: Theme,
    faces: Typography,
    certainty: Certainty,
    rule: str,
    marked: bool,
) -> None:
    bulletin = repaired(county, certainty, rule)
    (repair,) = bulletin.repairs
    assert is_marked(repair) is marked
    text = make_document(bulletin, Script.HANS, light, faces)
    position = text.to_document(bulletin.text.map.to_reading(repair.start))
    assert (text.repair_at(position) == repair) is marked
    cursor = QTextCursor(text.document)
    cursor.setPosition(position + 1)
    has_line = cursor.charFormat().hasProperty(QTextFormat.Property.TextUnderlineStyle)
    assert has_line is marked


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    frame = QWidget()
    frame.resize(620, 420)
    qtbot.addWidget(frame)
    return frame


@pytest.fixture
def pane(
    qtbot: QtBot, window: QWidget, county: Bulletin, light: Theme, faces: Typography
) -> ReaderPane:
    reader = ReaderPane(light, faces, Script.HANS, _PX, window)
    reader.resize(620, 420)
    with qtbot.waitExposed(window):
        window.show()
    reader.set_bulletin(county)
    reader.setFocus()
    return reader


def middle_of(pane: ReaderPane, figure_id: int) -> QPoint:
    assert pane._text is not None
    span = pane._text.figure_span(figure_id)
    assert span is not None
    return pane._view.rect_of(*span).center()


def test_the_head_says_whose_bulletin_it_is(pane: ReaderPane) -> None:
    shown = plain(pane._view.toPlainText())
    assert shown.startswith("青河县2023年国民经济和社会发展统计公报\n3 章 · 6 个数据 · 存疑 1 处")
    assert pane._crumbs.text() == "河东省 › 青河县 › 2023 年 › 一、综合"


def test_the_path_opens_lists_by_mouse_and_keyboard(qtbot: QtBot, pane: ReaderPane) -> None:
    bulletin, chapter = pane._crumbs.findChildren(Crumb)
    assert bulletin.accessibleName() == "公报：河东省 › 青河县 › 2023 年"
    assert chapter.accessibleName() == "章：一、综合"
    for crumb, signal in ((bulletin, pane.bulletins_wanted), (chapter, pane.chapters_wanted)):
        with qtbot.waitSignal(signal) as caught:
            qtbot.mouseClick(crumb, Qt.MouseButton.LeftButton)
        assert caught.args is not None
        wanted = caught.args[0]
        assert crumb.mapFromGlobal(QPoint(wanted.x_px, wanted.y_px)).y() >= crumb.height()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down):
            with qtbot.waitSignal(signal):
                qtbot.keyClick(crumb, key)


def test_a_path_without_room_is_cut_and_says_all_of_it_in_a_tip(
    qtbot: QtBot, pane: ReaderPane
) -> None:
    bulletin, chapter = pane._crumbs.findChildren(Crumb)
    qtbot.waitUntil(lambda: bulletin.toolTip() == "换一份公报")
    pane._crumbs.resize(180, pane._crumbs.height())
    qtbot.waitUntil(lambda: bulletin.text() != bulletin.full_text)
    assert bulletin.text().startswith("…")
    assert bulletin.text().endswith(" 年")
    assert bulletin.toolTip().startswith("河东省 › 青河县 › 2023 年")
    assert pane._crumbs.text() == "河东省 › 青河县 › 2023 年 › 一、综合"
    assert chapter.geometry().right() <= 180


def test_the_head_has_its_room_before_it_has_words(
    window: QWidget, light: Theme, faces: Typography
) -> None:
    head = ReaderPane(light, faces, Script.HANS, _PX, window)._crumbs
    assert head.sizeHint().height() >= head.fontMetrics().height()


def test_a_click_chooses_a_figure(qtbot: QtBot, pane: ReaderPane) -> None:
    spot = middle_of(pane, 1)
    with qtbot.waitSignal(pane.figure_chosen) as caught:
        qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == [FigureChosen(1)]
    assert marked(pane) == ["3.4%", "285.9亿元"]


def test_a_click_on_a_growth_chooses_its_figure_and_says_so(
    qtbot: QtBot, pane: ReaderPane
) -> None:
    assert pane._text is not None
    span = pane._text.growth_span(1)
    assert span is not None
    spot = pane._view.rect_of(*span).center()
    with qtbot.waitSignal(pane.figure_chosen) as caught:
        qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == [FigureChosen(1, growth=True)]
    assert marked(pane) == ["285.9亿元", "3.4%"], "what was pointed at is marked on top"


def test_a_click_beside_figures_chooses_none(qtbot: QtBot, pane: ReaderPane) -> None:
    with qtbot.assertNotEmitted(pane.figure_chosen):
        qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 12))


def test_stepping_goes_through_the_figures_and_back(qtbot: QtBot, pane: ReaderPane) -> None:
    chosen: list[FigureChosen] = []
    pane.figure_chosen.connect(chosen.append)
    for step in (1, 1, 1, -1, -1, -1):
        pane.step_figure(step)
    assert [event.figure_id for event in chosen] == [1, 2, 3, 2, 1]
    card = pane.window().findChild(HoverCard)
    assert card is not None
    assert card.isVisible()
    qtbot.keyClick(pane._view, Qt.Key.Key_Down)
    assert not card.isVisible(), "reading on puts the card away"


def test_choosing_a_figure_elsewhere_brings_it_into_sight(pane: ReaderPane) -> None:
    pane.select_figure(6)
    view = pane._view
    assert view.viewport().rect().contains(middle_of(pane, 6))


def test_the_card_stays_inside_the_window(qtbot: QtBot, pane: ReaderPane) -> None:
    for figure_id in (1, 2, 6):
        pane.select_figure(figure_id)
        spot = middle_of(pane, figure_id)
        qtbot.mouseMove(pane._view.viewport(), spot)
        qtbot.waitUntil(lambda: card_of(pane) is not None and card_of(pane).isVisible())
        card = card_of(pane)
        assert pane.window().rect().contains(card.geometry())
        qtbot.mouseMove(pane._view.viewport(), QPoint(3, 3))
        qtbot.waitUntil(lambda: not card_of(pane).isVisible())


def card_of(pane: ReaderPane) -> HoverCard:
    card = pane.window().findChild(HoverCard)
    assert isinstance(card, HoverCard | None)
    return card  # type: ignore[return-value]  # the caller waits until there is one


def test_the_card_names_what_is_known(county: Bulletin) -> None:
    figure = replace(county.figures[0], indicator="地区生产总值", scope="不含飞地")
    text = card_text.of_figure(figure)
    assert text.head.split() == ["地区生产总值", "285.9", "亿元"]
    assert dict(pair for row in text.rows for pair in row) == {
        "比上年": "增长 3.4%（口径未说明）",
        "时期": "2023年",
        "换算": "2859000 万元",
        "范围": "不含飞地",
    }
    assert "285.9亿元" in text.foot


@pytest.mark.parametrize(
    ("value", "unit", "kind", "converted"),
    [
        ("7.8", "亿元", Kind.LEVEL, "78000 万元"),
        ("53911", "元", Kind.LEVEL, "5.3911 万元"),
        ("31", "万平方米", Kind.LEVEL, "310000 平方米"),
        ("12345.6", "万元", Kind.AMOUNT, "1.23456 亿元"),
        ("12", "所", Kind.COUNT, ""),
        ("41.43", "%", Kind.SHARE, ""),
        ("3:4", "", Kind.RATIO, ""),
    ],
)
def test_other_units(county: Bulletin, value: str, unit: str, kind: Kind, converted: str) -> None:
    figure = replace(county.figures[0], value=value, unit=unit, kind=kind)
    assert card_text.converted(figure) == converted


def test_a_doubtful_figure_says_so(county: Bulletin) -> None:
    labels = [label for row in card_text.of_figure(county.figures[1]).rows for label, _ in row]
    assert "存疑" in labels


def test_a_repair_shows_what_stood_there(county: Bulletin) -> None:
    (repair,) = repaired(county, Certainty.LIKELY, "misdecode").repairs
    assert ("来源文字", "?收") in card_text.of_repair(repair).rows[0]


def test_the_place_survives_every_switch(pane: ReaderPane, county: Bulletin) -> None:
    offset = county.passages[20].read_start
    pane.scroll_to(offset)
    for script in (Script.HANT, Script.SOURCE, Script.HANS):
        pane.show_script(script)
        assert pane.place().read_offset == offset
    pane.set_size(24)
    assert pane.place().read_offset == offset
    pane.window().resize(500, 400)
    pane.resize(480, 360)
    assert pane.place().read_offset == offset


def test_other_faces_keep_the_place(pane: ReaderPane, county: Bulletin) -> None:
    offset = county.passages[20].read_start
    pane.scroll_to(offset)
    pane.set_faces(replace(pane._faces, families=("Noto Serif CJK SC", *pane._faces.families)))
    assert pane.place().read_offset == offset
    assert pane._view.document().defaultFont().families()[0] == "Noto Serif CJK SC"


def test_the_place_is_known_before_the_whole_text_is_laid_out(
    pane: ReaderPane, bundled: Bulletin
) -> None:
    pane.set_bulletin(bundled)
    assert pane._view.position_at(0) == 0
    pane.step_figure(1)
    assert pane._choice.figure == min(bundled.figures, key=lambda figure: figure.start).id


def test_scripts_show_their_own_characters(pane: ReaderPane) -> None:
    assert "285.9亿元，比上年增长" in plain(pane._view.document().toRawText())
    pane.show_script(Script.HANT)
    assert "285.9億元，比上年增長" in plain(pane._view.document().toRawText())
    pane.show_script(Script.SOURCE)
    assert "285.9億元，比上年增長" in plain(pane._view.document().toRawText())


def test_scrolling_says_which_section_is_read(
    qtbot: QtBot, pane: ReaderPane, county: Bulletin
) -> None:
    second = county.chapters[1]
    with qtbot.waitSignal(pane.place_changed) as caught:
        pane.scroll_to(second.title_read_start)
    assert caught.args == [PlaceReached(second.title_read_start, second.id)]
    pane._view.verticalScrollBar().setValue(0)
    assert pane.place() == PlaceReached(0, county.chapters[0].id)


def test_the_last_chapter_is_reached_though_it_cannot_come_to_the_top(
    pane: ReaderPane, county: Bulletin
) -> None:
    pane.window().resize(620, 800)
    pane.resize(620, 780)
    last = county.chapters[-1]
    pane.scroll_to(last.title_read_start)
    assert pane.place().section_id == last.id
    assert pane._crumbs.text().endswith("三、教育")


@pytest.mark.parametrize("over", [0, 5])
def test_a_line_stays_where_it_is_when_the_window_is_made_lower(
    pane: ReaderPane, over: int
) -> None:
    pane.resize(620, 200)
    bar, view = pane._view.verticalScrollBar(), pane._view
    bar.setValue(150)
    bar.setValue(view.line_top(view.position_at(0)) + over)
    first, before = view.position_at(0), bar.value()
    pane.resize(620, 190)
    pane.resize(620, 180)
    assert (view.position_at(0), bar.value()) == (first, before)


@pytest.mark.parametrize("name", THEMES)
def test_what_something_was_reckoned_from_can_be_read(
    pane: ReaderPane, county: Bulletin, name: str
) -> None:
    pane.apply_theme(theme(name))
    pane.mark_parts(spans_of(county, "秋收")[:1])
    (part,) = pane._view.extraSelections()
    ink, ground = part.format.foreground().color(), part.format.background().color()
    assert abs(ink.lightness() - ground.lightness()) > 100


def test_a_title_keeps_its_last_word_on_one_line(pane: ReaderPane, county: Bulletin) -> None:
    assert pane._text is not None
    block = pane._text.document.firstBlock()
    assert plain(block.text()) == county.info.title
    begun = []
    for width in range(300, 620, 8):
        pane.resize(width, 400)
        layout = block.layout()
        starts = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
        begun += [plain(block.text()[at:]) for at in starts[1:]]
    assert "统计公报" in begun
    assert not {"计公报", "公报", "报"} & set(begun)


def test_escape_puts_the_card_away_first(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.step_figure(1)
    assert card_of(pane).isVisible()
    with qtbot.assertNotEmitted(pane.escaped):
        qtbot.keyClick(pane._view, Qt.Key.Key_Escape)
    assert not card_of(pane).isVisible()
    with qtbot.waitSignal(pane.escaped):
        qtbot.keyClick(pane._view, Qt.Key.Key_Escape)


def test_only_the_user_reads_on(qtbot: QtBot, pane: ReaderPane, county: Bulletin) -> None:
    with qtbot.assertNotEmitted(pane.read_on):
        pane.scroll_to(county.passages[20].read_start)
        pane.show_script(Script.HANT)
        pane.set_size(20)
    with qtbot.waitSignal(pane.read_on):
        qtbot.keyClick(pane._view, Qt.Key.Key_PageUp)
    with qtbot.waitSignal(pane.read_on):
        turn_wheel(pane._view.viewport())


def test_the_wheel_with_ctrl_steps_the_size_notch_by_notch(pane: ReaderPane) -> None:
    steps: list[ZoomStepped] = []
    pane.zoom_stepped.connect(steps.append)
    scrolled = pane._view.verticalScrollBar().value()
    ctrl = Qt.KeyboardModifier.ControlModifier
    for turned in (120, -120, -240, 40, 40, 40):
        turn_wheel(pane._view.viewport(), turned, ctrl)
    assert [stepped.step for stepped in steps] == [1, -1, -1, -1, 1]
    assert pane._view.verticalScrollBar().value() == scrolled


def turn_wheel(
    widget: QWidget,
    turned: int = -120,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    middle = widget.rect().center().toPointF()
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_selection_is_plain_text(qtbot: QtBot, pane: ReaderPane, county: Bulletin) -> None:
    qtbot.keyClick(pane._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    text = pane.selected_text()
    assert "全年𠮷水镇生产总值285.9亿元，比上年增长3.4%" in text
    assert not set("\u2060\u2028\u2029") & set(text)
    assert pane.selected_span() == (0, len(county.text.hans))


def test_the_keyboard_selects(qtbot: QtBot, pane: ReaderPane) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(3):
        qtbot.keyClick(pane._view, Qt.Key.Key_Right, shift)
    assert pane.selected_text() == "青河县"


def test_the_keyboard_selects_from_what_is_in_sight(
    qtbot: QtBot, pane: ReaderPane, county: Bulletin
) -> None:
    pane.scroll_to(county.passages[20].read_start)
    scrolled = pane._view.verticalScrollBar().value()
    qtbot.keyClick(pane._view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane._view.verticalScrollBar().value() == scrolled
    assert pane._view.viewport().rect().contains(pane._view.cursorRect())


def test_a_chosen_figure_takes_the_place_of_selected_text(
    qtbot: QtBot, pane: ReaderPane, county: Bulletin
) -> None:
    pane._view.selectAll()
    pane.select_figure(county.figures[0].id)
    assert pane.selected_text() == ""
    qtbot.keyClick(pane._view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected_text() == "2"


def test_space_turns_the_page(qtbot: QtBot, pane: ReaderPane) -> None:
    qtbot.keyClick(pane._view, Qt.Key.Key_Space)
    assert pane._view.verticalScrollBar().value() > 0
    qtbot.keyClick(pane._view, Qt.Key.Key_Home)
    assert pane._view.verticalScrollBar().value() == 0


def printed_width(pane: ReaderPane, figure_id: int, pane_width: int) -> int:
    pane.window().resize(pane_width, 420)
    pane.resize(pane_width, 420)
    assert pane._text is not None
    span = pane._text.figure_span(figure_id)
    assert span is not None
    return pane._view.rect_of(*span).width()


def test_no_number_is_torn_to_fill_its_line(pane: ReaderPane) -> None:
    widths = {printed_width(pane, 1, pane_width) for pane_width in range(480, 1000, 20)}
    assert max(widths) - min(widths) <= 1


def test_the_column_is_no_wider_than_is_good_to_read(pane: ReaderPane) -> None:
    pane.window().resize(1600, 420)
    pane.resize(1600, 420)
    width = pane._view.viewport().width() - 2 * pane._view.column_left()
    assert 38 * _PX <= width <= 40 * _PX


def test_a_screen_reader_is_told_the_chosen_figure(pane: ReaderPane) -> None:
    assert pane._view.accessibleName() == "正文"
    pane.step_figure(1)
    told = pane._view.accessibleDescription()
    assert told.startswith("指标1 285.9 亿元；比上年 增长 3.4%")
    pane.select_figure(None)
    assert pane._view.accessibleDescription() == ""


def test_a_place_near_the_end_of_what_is_written_can_be_scrolled_to(
    pane: ReaderPane, bundled: Bulletin
) -> None:
    pane.set_bulletin(bundled)
    written = pane._view.document().characterCount()
    offset = next(p.read_start for p in bundled.passages if p.read_end > written - 200)
    pane.scroll_to(offset)
    assert pane.place().read_offset == offset
    top = pane._view.line_top(pane._text.to_document(offset))  # type: ignore[union-attr]
    assert 0 <= top - pane._view.verticalScrollBar().value() < 20


def test_the_viewport_is_known_as_what_it_is(pane: ReaderPane) -> None:
    assert pane._view.viewport() is pane._view._viewport

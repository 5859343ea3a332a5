"""Notes in the reader: from the mark to the note and back, by mouse, and what the cards say."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Certainty, PassageKind, Repair, Script
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader import ReaderPane, card_text
from desktop_app.widgets.reader.hover_card import HoverCard
from desktop_app.widgets.reader.note_links import NoteLinks
from tests.gui.shown_reader import PX, show_reader
from tests.handmade import TITLE, Line, make_bulletin

pytestmark = pytest.mark.gui
_NOTES = ("[1]常住人口指半年以上的人口。", "[2]可支配收入指最终收入的总和。")


@pytest.fixture
def noted() -> Bulletin:
    bare = make_bulletin(
        Line("一、人口", "一"),
        "年末常住人口[1]320万人，城镇常住人口[1]200万人。",
        *(f"第{n}片区粮食产量1{n}万吨，乡亲们忙着秋收。" for n in range(10, 40)),
        "人均可支配收入[2]35420元。",
        *_NOTES,
    )
    passages = [
        replace(passage, kind=PassageKind.NOTE)
        if bare.text.hans[passage.read_start : passage.read_end] in _NOTES
        else passage
        for passage in bare.passages
    ]
    return replace(bare, passages=tuple(passages))


@pytest.fixture
def pane(
    qtbot: QtBot, noted: Bulletin, script: Script, light: Theme, faces: Typography
) -> ReaderPane:
    return show_reader(qtbot, noted, (light, faces), (620, 420), script)


def spot_of(pane: ReaderPane, read_offset: int) -> QPoint:
    assert pane._text is not None
    at = pane._text.to_document(read_offset)
    return pane._view.rect_of(at, at + 1).center()


def is_in_sight(pane: ReaderPane, read_offset: int) -> bool:
    return pane._view.viewport().rect().contains(spot_of(pane, read_offset))


def click(qtbot: QtBot, pane: ReaderPane, read_offset: int) -> None:
    spot = spot_of(pane, read_offset)
    qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_mark_leads_to_its_note_and_the_note_back(
    qtbot: QtBot, pane: ReaderPane, noted: Bulletin
) -> None:
    hans = noted.text.hans
    second, note = hans.index("[1]200"), hans.index(_NOTES[0])
    assert not is_in_sight(pane, note)
    click(qtbot, pane, second)
    assert is_in_sight(pane, note)
    assert [s.cursor.selectedText() for s in pane._view.extraSelections()] == ["[1]"]
    click(qtbot, pane, note)
    assert is_in_sight(pane, second)
    (marked,) = pane._view.extraSelections()
    assert pane._text is not None
    assert pane._text.to_reading(marked.cursor.selectionStart()) == second, "where one came from"


def test_a_mark_stays_at_its_word_and_a_number_may_leave_it(
    pane: ReaderPane, noted: Bulletin
) -> None:
    assert pane._text is not None
    document, cited = pane._text.document, noted.text.hans.index("人均可支配收入[2]")
    begun = set()
    for width in range(200, 420, 4):
        pane.resize(width, 420)
        pane.scroll_to(cited)
        block = document.findBlock(pane._text.to_document(cited))
        layout = block.layout()
        starts = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
        begun |= {block.text()[at:].lstrip("\u2060\u200b")[:1] for at in starts}
    assert "[" not in begun
    assert "3" in begun


def marked(pane: ReaderPane) -> list[int]:
    """Return where what is marked begins in the reading text."""
    assert pane._text is not None
    spans = (s.cursor.selectionStart() for s in pane._view.extraSelections())
    return [pane._text.to_reading(start) for start in spans]


def test_keys_lead_to_marks_to_their_notes_and_back(
    qtbot: QtBot, pane: ReaderPane, noted: Bulletin
) -> None:
    hans = noted.text.hans
    first, second, note = hans.index("[1]"), hans.index("[1]200"), hans.index(_NOTES[0])
    assert pane.step_note(1)
    assert marked(pane) == [first]
    card = pane.window().findChild(HoverCard)
    assert isinstance(card, HoverCard)
    assert "常住人口指半年以上的人口" in card.plain_text()
    assert "常住人口指半年以上的人口" in pane._view.accessibleDescription()
    assert pane.step_note(1)
    assert marked(pane) == [second]
    with qtbot.waitSignal(pane.note_chosen) as heard:
        qtbot.keyClick(pane._view, Qt.Key.Key_Return)
    assert heard.args is not None
    assert heard.args[0].read_offset == note
    assert is_in_sight(pane, note)
    pane.show_script(Script.SOURCE)
    assert marked(pane) == [note], "the mark that was come to stays the one in every script"
    qtbot.keyClick(pane._view, Qt.Key.Key_Return)
    assert is_in_sight(pane, second)
    assert marked(pane) == [second]
    assert pane.step_note(-1)
    assert not pane.step_note(-1)
    click(qtbot, pane, hans.index("年末"))
    assert marked(pane) == []
    with qtbot.assertNotEmitted(pane.note_chosen):
        qtbot.keyClick(pane._view, Qt.Key.Key_Return)


def test_hovering_over_a_mark_shows_the_note(
    qtbot: QtBot, pane: ReaderPane, noted: Bulletin
) -> None:
    qtbot.mouseMove(pane._view.viewport(), QPoint(3, 3))
    qtbot.mouseMove(pane._view.viewport(), spot_of(pane, noted.text.hans.index("[1]")))

    def shows_note() -> None:
        card = pane.window().findChild(HoverCard)
        assert isinstance(card, HoverCard)
        assert card.isVisible()
        assert "常住人口指半年以上的人口" in card.plain_text()

    qtbot.waitUntil(shows_note)


@pytest.mark.parametrize("mark", ["", "[1]", "①", "*"])
def test_a_title_that_cites_a_note_is_still_the_title(
    qtbot: QtBot, light: Theme, faces: Typography, mark: str
) -> None:
    bare = make_bulletin(TITLE + mark, "全县平稳。")
    first = replace(bare.passages[0], kind=PassageKind.TITLE)
    pane = ReaderPane(light, faces, Script.HANS, PX)
    qtbot.addWidget(pane)
    pane.set_bulletin(replace(bare, passages=(first, *bare.passages[1:])))
    assert pane._view.toPlainText().replace("\u2060", "").count(TITLE) == 1


def test_what_no_note_answers_is_no_link(county: Bulletin) -> None:
    assert NoteLinks(county).all == []
    assert NoteLinks(make_bulletin("能源消费量[1]12万吨。")).all == []


def test_a_note_that_is_not_clicked_leads_to_the_first_place(noted: Bulletin) -> None:
    links = NoteLinks(noted)
    note = noted.text.hans.index(_NOTES[0])
    back = links.at(note)
    assert back is not None
    assert links.follow(back) == (noted.text.hans.index("[1]"), noted.text.hans.index("[1]") + 3)


def test_a_doubtful_figure_names_the_damage_it_touches(
    qtbot: QtBot, county: Bulletin, light: Theme, faces: Typography
) -> None:
    doubtful = county.figures[1]
    repair = Repair(doubtful.end, doubtful.end + 1, "?岸", "?岸", Certainty.UNKNOWN, "misdecode")
    pane = ReaderPane(light, faces, Script.HANS, PX)
    qtbot.addWidget(pane)
    pane.set_bulletin(replace(county, repairs=(repair,)))
    said = pane._hovering.figure_text(doubtful).spoken()
    assert "紧挨着未能修复的“?岸”" in said


def test_a_repair_says_what_it_became_and_why(bundled: Bulletin) -> None:
    rules = {repair.rule: repair for repair in bundled.repairs}
    assert rules
    for repair in rules.values():
        rows = dict(pair for row in card_text.of_repair(repair).rows for pair in row)
        assert rows["来源文字"]
        assert rows["把握"]
        assert rows["依据"], "every rule has its reason in resources/messages.toml"
        assert ("读作" in rows) is (repair.certainty is not Certainty.UNKNOWN)

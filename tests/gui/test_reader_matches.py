"""The reader's matches: marked, in sight, and with a tick beside the text each."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader import ReaderPane
from tests.gui.shown_reader import marked, show_reader, spans_of

pytestmark = pytest.mark.gui


@pytest.fixture
def pane(qtbot: QtBot, county: Bulletin, light: Theme, faces: Typography) -> ReaderPane:
    return show_reader(qtbot, county, (light, faces), (620, 420))


def test_the_current_match_is_in_sight_and_all_have_ticks(
    pane: ReaderPane, county: Bulletin
) -> None:
    spans = spans_of(county, "秋收")
    pane.mark_matches(spans, spans[-1])
    assert set(marked(pane)) == {"秋收"}
    assert pane._text is not None
    rect = pane._view.rect_of(*pane._text.span(*spans[-1]))
    assert pane._view.viewport().rect().contains(rect.center())
    assert len(pane._view.ticks.ticks()) == len(spans)
    pane.mark_matches(())
    assert not pane._view.extraSelections()
    assert pane._view.ticks.ticks() == ()


def test_ticks_stand_where_the_matches_do_on_the_page(
    qtbot: QtBot, pane: ReaderPane, county: Bulletin
) -> None:
    spans = [*spans_of(county, "秋收"), *spans_of(county, "小学")]
    pane.mark_matches(spans)
    view = pane._view

    def on_the_page() -> None:
        assert pane._text is not None
        height = view.document().documentLayout().documentSize().height()
        tops = [view.line_top(pane._text.span(*span)[0]) / height for span in spans]
        assert view.ticks.ticks() == pytest.approx(tops)

    qtbot.waitUntil(on_the_page)
    pane.window().resize(480, 300)
    pane.resize(480, 300)
    qtbot.waitUntil(on_the_page)


def test_every_match_in_sight_is_marked_wherever_one_reads(
    pane: ReaderPane, county: Bulletin, script: Script
) -> None:
    pane.show_script(script)
    pane.resize(620, 200)
    spans = spans_of(county, "片区粮食")
    pane.mark_matches(spans)
    assert 0 < len(marked(pane)) < len(spans)
    bar = pane._view.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 60):
        bar.setValue(value)
        assert pane._text is not None
        laid = {s.cursor.selectionStart() for s in pane._view.extraSelections()}
        top, bottom = pane._view.position_at(0), pane._view.position_at(199)
        placed = [pane._text.span(*span)[0] for span in spans]
        assert {at for at in placed if top <= at <= bottom} <= laid


def test_the_current_match_stays_while_it_is_found(pane: ReaderPane, county: Bulletin) -> None:
    spans = spans_of(county, "秋收")
    pane.mark_matches(spans, spans[3])
    pane.mark_matches(list(reversed(spans)))
    assert pane.current_match() == spans[3]
    assert pane.matches() == tuple(spans)
    pane.mark_matches(spans[:3])
    assert pane.current_match() is None


@pytest.mark.parametrize("word", ["秋收", "亿元"])
def test_a_match_is_seen_whatever_it_stands_on(
    pane: ReaderPane, county: Bulletin, light: Theme, word: str
) -> None:
    pane.mark_matches(spans_of(county, word))
    assert pane._text is not None
    image = pane._view.viewport().grab().toImage()
    span = pane._text.span(*spans_of(county, word)[0])
    rect = pane._view.rect_of(*span)
    seen = {image.pixelColor(x, rect.top() + 1).name() for x in range(rect.left(), rect.right())}
    assert light.match in seen

"""How hits are painted: two lines round the first match, with its marks."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from desktop_app.itemmodels.hit_delegate import (
    LINES,
    Excerpt,
    _line_ends,
    cut,
    fit,
    shift,
)
from desktop_app.itemmodels.painting import points, units
from desktop_app.services.appearance import theme
from desktop_app.store.library import Library
from desktop_app.store.query import parse
from desktop_app.widgets.results import ResultsPane
from tests.gui.made_results import (
    WORD,
    shown_pane,
    view_of,
)


@pytest.fixture
def pane(qtbot: QtBot) -> ResultsPane:
    return shown_pane(qtbot)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_match_is_marked(pane: ResultsPane, name: str) -> None:
    colours = theme(name)
    pane.apply_theme(colours)
    view = view_of(pane)
    image = view.viewport().grab().toImage()
    row = view.visualRect(view.model().index(1, 0))
    painted = {
        image.pixelColor(x, y).name()
        for x in range(row.left(), row.right())
        for y in range(row.top(), row.bottom())
    }
    assert colours.match in painted


def test_a_snippet_is_cut_to_two_lines_around_its_first_mark(qtbot: QtBot) -> None:
    assert qtbot is not None
    font, width = QFont(), 160.0
    snippet = "甲" * 200 + WORD + "乙" * 200
    excerpt = fit(Excerpt(snippet, ((200, 202),)), font, width)
    (mark,) = excerpt.marks
    assert excerpt.text[slice(*mark)] == WORD
    assert excerpt.text.startswith("…")
    assert excerpt.text.endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(excerpt.text) <= 2 * width


@pytest.mark.parametrize("width", range(150, 330, 15))
def test_no_snippet_takes_a_third_line(qtbot: QtBot, library: Library, width: int) -> None:
    assert qtbot is not None
    font = QFont()
    for hit in library.search(parse("%"), limit=50).hits:
        excerpt = fit(Excerpt(hit.snippet, hit.marks), font, width)
        assert len(_line_ends(excerpt.text, font, width)) <= LINES


def test_a_short_snippet_stays_whole(qtbot: QtBot) -> None:
    assert qtbot is not None
    excerpt = Excerpt("发放低保金", ((2, 4),))
    assert fit(excerpt, QFont(), 400) == excerpt


def test_marks_follow_the_cut() -> None:
    excerpt = Excerpt("一二三四五六", ((1, 3), (4, 6)))
    assert shift(excerpt, 2) == Excerpt("…三四五六", ((1, 2), (3, 5)))
    assert cut(excerpt, 5) == Excerpt("一二三四五…", ((1, 3), (4, 5)))


@pytest.mark.parametrize(("position", "unit"), [(0, 0), (1, 2), (2, 3), (3, 5), (4, 6)])
def test_characters_beyond_the_first_plane_count_twice_in_qt(position: int, unit: int) -> None:
    text = "𠮷一𠮷二"
    assert units(text, position) == unit
    assert points(text, unit) == position

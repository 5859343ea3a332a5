"""Whose hits come first, and what is not searched yet."""

import pytest

from desktop_app.domain.events import BulletinWanted
from desktop_app.window.actions import ActionId
from desktop_app.window.main_window import MainWindow
from tests.gui.made_results import rows_of
from tests.gui.three_years import number, press, search

pytestmark = pytest.mark.gui


def listed_bulletins(window: MainWindow) -> list[str]:
    listing = window.search.parts().search._asking.listing
    assert listing is not None
    assert rows_of(window.panes.results._model)
    return list(dict.fromkeys(hit.bulletin_key for hit in listing.result.hits))


def test_the_hits_of_the_bulletin_that_is_read_come_first(window: MainWindow) -> None:
    search(window, "桥")
    assert listed_bulletins(window)[0] == "first"
    window._on_bulletin_wanted(BulletinWanted(3))
    assert listed_bulletins(window)[0] == "third"
    assert number(window)[0] == "third"
    assert len(window.panes.reader.matches()) == 3


def test_a_walk_from_hit_to_hit_leaves_the_list_as_it_is(window: MainWindow) -> None:
    search(window, "桥")
    before = listed_bulletins(window)
    for _ in range(5):
        press(window, ActionId.NEXT_HIT)
    assert number(window)[0] != "first"
    assert listed_bulletins(window) == before


def test_a_filter_that_waits_for_its_value_is_not_searched(window: MainWindow) -> None:
    search(window, "桥")
    assert window.panes.reader.matches()
    matches = window.panes.reader.matches()
    search(window, "桥 单位:")
    assert window.panes.reader.matches() == matches
    search(window, "单位:")
    assert window.panes.reader.matches() == ()
    assert window.panes.box.count_text() == ""

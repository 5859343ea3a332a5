"""The tabs on the left: their words fit, or are cut where they must be."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.window.left_tabs import LeftTabs

pytestmark = pytest.mark.gui
NAMES = ("目录", "检索", "书签", "数据审核")


@pytest.fixture
def tabs(qtbot: QtBot) -> LeftTabs:
    tabs = LeftTabs(None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(tabs)
    tabs.setStyleSheet(
        "#leftTabs::tab { padding: 9px 12px 7px 12px; }"
        '#leftTabs[narrow="true"]::tab { padding-left: 3px; padding-right: 3px; }'
    )
    for name in NAMES:
        tabs.add(name)
    tabs.set_count(3, 1234)
    with qtbot.waitExposed(tabs):
        tabs.show()
    return tabs


@pytest.mark.parametrize(
    ("width", "last", "narrow"),
    [(420, "数据审核 1234", False), (240, "数据审核 1234", True), (130, "数据审核", True)],
)
def test_blanks_go_first_then_counts(
    tabs: LeftTabs, width: int, last: str, *, narrow: bool
) -> None:
    tabs.resize(width, tabs.height())
    assert tabs.tabText(3) == last
    assert bool(tabs.property("narrow")) is narrow
    # What is cut off is told all the same.
    assert tabs.accessibleTabName(3) == "数据审核 1234"
    assert tabs.tabToolTip(3) == ("" if "1234" in last else "数据审核 1234")
    assert [tabs.tabText(tab) for tab in range(3)] == list(NAMES[:3])


def test_no_tab_is_out_of_sight(tabs: LeftTabs) -> None:
    for width in (420, 284, 205, 150):
        tabs.resize(width, tabs.height())
        assert tabs.tabRect(3).right() <= width
        assert tabs.minimumSizeHint().width() <= width


def test_no_tab_is_out_of_sight_before_anything_is_counted(qtbot: QtBot, tabs: LeftTabs) -> None:
    tabs.set_count(3, 0)
    for width in (420, 205):
        tabs.resize(width, tabs.height())
        qtbot.waitUntil(lambda: tabs.tabRect(3).right() <= tabs.width())


def test_nothing_is_not_counted(tabs: LeftTabs) -> None:
    tabs.set_count(3, 0)
    assert tabs.tabText(3) == "数据审核"

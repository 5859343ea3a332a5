"""A window on three bulletins of three years, and a user's hands in it."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services.appearance import LIGHT
from desktop_app.store.searcher import Searcher
from desktop_app.system import paths
from desktop_app.tasks.runner import InlineRunner
from desktop_app.window.actions import ActionId
from desktop_app.window.lanes import Lanes, SearchLanes
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_settings import QtSettings
from tests.handmade import Line, make_bulletin

YEARS = {"first": 2023, "second": 2022, "third": 2021}
_TRADITIONAL = str.maketrans("综长说计旧桥", "綜長說計舊橋")


def make_year(key: str, mark: str) -> Bulletin:
    """Return a bulletin of many paragraphs; `桥` stands in the second and third chapter."""
    fill = [f"第{n}段的文字不长，说的是{mark}年的事。" for n in range(30)]
    lines: list[Line | str] = [
        "统计公报",
        Line("一、综合", "一"),
        *fill,
        Line("二、交通", "二"),
        f"新建桥2座，{mark}。",
        *fill,
        Line("三、城市", "三"),
        f"旧桥1座，危桥0座，{mark}。",
        *fill,
    ]
    text = "\n".join(line if isinstance(line, str) else line.text for line in lines)
    made = make_bulletin(*lines, key=key, hant=text.translate(_TRADITIONAL))
    info = type(made.info)(title=f"{mark}公报", place=f"河东省/{mark}县", year=YEARS[key])
    return replace(made, info=info)


def inline_lanes(searcher: Searcher) -> SearchLanes:
    """Return lanes that search at once."""
    return SearchLanes(InlineRunner(searcher), InlineRunner(searcher))


def open_window(qtbot: QtBot, lanes: Lanes) -> MainWindow:
    memory = QtSettings(paths.settings_file())
    window = MainWindow(lanes, memory, memory.load(LIGHT))
    qtbot.addWidget(window)
    window.resize(900, 500)
    with qtbot.waitExposed(window):
        window.show()
    return window


def press(window: MainWindow, action_id: ActionId) -> None:
    window._actions[action_id].trigger()


def line_of(window: MainWindow) -> QLineEdit:
    line = window.panes.box.findChild(QLineEdit)
    assert line is not None
    return line


def search(window: MainWindow, text: str) -> None:
    window.panes.box.take_focus()
    window.panes.box.set_text(text)
    window.panes.box._send()


def here(window: MainWindow) -> tuple[str, str]:
    """Return the bulletin that is open, and the text of the current match with what follows."""
    assert window._open is not None
    bulletin, current = window._open.bulletin, window.panes.reader.current_match()
    return bulletin.key, bulletin.text.hans[slice(*current)] if current else ""


def number(window: MainWindow) -> tuple[str, int | None]:
    """Return the bulletin that is open, and which of its matches is current."""
    assert window._open is not None
    reader = window.panes.reader
    current = reader.current_match()
    return window._open.bulletin.key, None if current is None else reader.matches().index(current)


def commit(window: MainWindow, word: str) -> None:
    """Type a word as an input method does."""
    for preedit, done in (("a", ""), ("", word)):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(done)
        QCoreApplication.sendEvent(line_of(window), event)

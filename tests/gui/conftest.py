"""What the tests of the window share. Painted in memory where no platform was chosen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.textmap import Edit
from desktop_app.services import appearance, places
from desktop_app.services.appearance import Theme, Typography
from desktop_app.store.library import Library
from desktop_app.store.searcher import Searcher
from desktop_app.store.userdata import UserData
from desktop_app.store.writer import write_library
from desktop_app.tasks.runner import InlineRunner
from desktop_app.window.lanes import Lanes
from desktop_app.window.main_window import MainWindow
from tests.gui.three_years import YEARS, inline_lanes, make_year, open_window
from tests.handmade import Line, make_bulletin, make_figure

# 𠮷 lies beyond the Basic Multilingual Plane: one code point, two UTF-16 units.
_LINES: tuple[Line | str, ...] = (
    "2023年，青河县在困难中前行。",
    Line("一、综合", "一"),
    "全年𠮷水镇生产总值285.9億元，比上年增長3.4%；税收收入6.4億元，下降2.0%。",
    Line("二、农业", "二"),
    *(f"第{n}片区粮食产量1{n}万吨，作物长势平稳，乡亲们忙着秋收。" for n in range(10, 40)),
    Line("三、教育", "三"),
    "全县有小学12所，在校学生3456人。",
)
_PRINTED = ("285.9亿元", "6.4亿元", "110万吨", "125万吨", "12所", "3456人")


@pytest.fixture(scope="session", autouse=True)
def _fonts_of_one_locale(qapp: QApplication) -> None:
    """Let fontconfig choose its fonts before a test sets a locale.

    It asks for the locale once, at its first font: which test ran first would say how wide words
    are in all of them.
    """
    QFontInfo(qapp.font()).family()


@pytest.fixture(scope="session")
def county() -> Bulletin:
    """A bulletin of three chapters whose source is partly Traditional; six figures."""
    source = "\n".join(line if isinstance(line, str) else line.text for line in _LINES)
    edits = tuple(
        Edit(at, at + 1, {"億": "亿", "長": "长"}[char])
        for at, char in enumerate(source)
        if char in "億長"
    )
    bare = make_bulletin(*_LINES, edits=edits)
    hant = bare.text.hans.replace("亿", "億").replace("长", "長").replace("产", "產")
    bulletin = make_bulletin(*_LINES, edits=edits, hant=hant)
    rate = bulletin.text.hans.index("3.4%")
    stated = {"change_read_start": rate, "change_read_end": rate + len("3.4%")}
    first = {
        "change": "3.4",
        "change_unit": "%",
        "compared_with": "上年",
        "period": "2023年",
        **stated,
    }
    figures = tuple(
        make_figure(
            bulletin,
            printed,
            number=number,
            indicator=f"指标{number}",
            base_unit="",
            **(first if number == 1 else {}),
            doubtful=number == 2,
        )
        for number, printed in enumerate(_PRINTED, start=1)
    )
    return Bulletin(
        key=bulletin.key,
        info=bulletin.info,
        text=bulletin.text,
        sections=bulletin.sections,
        passages=bulletin.passages,
        figures=figures,
    )


@pytest.fixture(params=list(Script))
def script(request: pytest.FixtureRequest) -> Script:
    """Each of the three scripts in turn."""
    chosen: Script = request.param
    return chosen


@pytest.fixture
def light() -> Theme:
    return appearance.theme(appearance.LIGHT)


@pytest.fixture
def faces() -> Typography:
    return appearance.typography()


@pytest.fixture(scope="session")
def three_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("three") / "library.db"
    write_library(
        library, [make_year(key, mark) for key, mark in zip(YEARS, "甲乙丙", strict=True)]
    )
    return library


@pytest.fixture
def user() -> Iterator[UserData]:
    data = places.open_user_data()
    yield data
    data.close()


@pytest.fixture
def lanes(three_years: Path, user: UserData) -> Iterator[Lanes]:
    with Library(three_years) as library, Searcher(three_years) as searcher:
        yield Lanes(InlineRunner(library), inline_lanes(searcher), InlineRunner(user))


@pytest.fixture
def window(qtbot: QtBot, lanes: Lanes) -> MainWindow:
    window = open_window(qtbot, lanes)
    window.open_last()
    return window

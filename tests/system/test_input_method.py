"""Typing Chinese as most users do: pinyin through fcitx5 into the search box."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end import desktop as end2end
from tests.end2end.desktop import Program, session_bus, until
from tests.system.desktop import Fcitx, missing_tools, pinyin, where_fcitx_is_chosen

pytestmark = pytest.mark.system

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"
_ASKED = re.compile(r"search: asked: (.*)")
_FOUND = re.compile(r"search: found: (.*): ([0-9]+)")


@pytest.fixture
def fcitx_environment(tmp_path: Path) -> Iterator[tuple[Fcitx, dict[str, str]]]:
    missing = end2end.missing_tools() or missing_tools()
    if missing:
        pytest.fail(missing)
    home = tmp_path / "输入法"
    with (
        end2end.screen() as screen,
        session_bus({**where_fcitx_is_chosen(), "DISPLAY": screen["DISPLAY"]}) as environment,
        pinyin(environment, home) as fcitx,
    ):
        yield fcitx, environment


class Searcher:
    """The program with its log, which says every query that is asked."""

    def __init__(self, environment: dict[str, str], home: Path, library: Path) -> None:
        home.mkdir()
        self.program = Program({**environment, "GONGBAO_LOG": "debug"}, home, "--library", library)
        self._log = home / "state" / "gongbao" / "log" / "gongbao.log"

    def asked(self) -> list[str]:
        """Return all queries asked so far."""
        return _ASKED.findall(self._lines())

    def found(self) -> dict[str, int]:
        """Return how many hits were shown for each query."""
        return {query: int(count) for query, count in _FOUND.findall(self._lines())}

    def _lines(self) -> str:
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""


@pytest.fixture
def searcher(
    fcitx_environment: tuple[Fcitx, dict[str, str]], tmp_path: Path, library_path: Path
) -> Iterator[Searcher]:
    fcitx, environment = fcitx_environment
    started = Searcher(environment, tmp_path / "用户", library_path)
    try:
        started.program.wait_for_window(_TITLE)
        started.program.press("ctrl+k")
        fcitx.wait_until_typed_with()
        yield started
    finally:
        started.program.end()


def test_pinyin_is_searched_for_only_once_the_word_is_there(searcher: Searcher) -> None:
    program = searcher.program
    program.type_text("shehuixiaofeipin")
    program.press("space")
    until(lambda: searcher.found().get("社会消费品"), "the hits of 社会消费品")
    # The log holds every query from the first letter on: no letter was asked for.
    assert searcher.asked() == ["社会消费品"]
    program.press("Return")
    program.copies("ctrl+c", "128.4亿元")
    program.quit()


def test_what_is_given_up_while_composing_is_never_searched_for(searcher: Searcher) -> None:
    program = searcher.program
    program.type_text("jiaoyu")
    program.press("Escape")
    program.type_text("dibao")
    program.press("space")
    until(lambda: searcher.found().get("低保"), "the hits of 低保")
    assert searcher.asked() == ["低保"]
    program.quit()


def test_enter_takes_the_letters_and_opens_nothing(searcher: Searcher) -> None:
    program = searcher.program
    program.type_text("shxfp")
    program.press("Return")
    until(lambda: searcher.found().get("shxfp"), "the hits of shxfp")
    # Had Enter opened a result, the keyboard would be in the text and these keys lost.
    program.press("BackSpace")
    until(lambda: searcher.asked() == ["shxfp", "shxf"], "the query without its last letter")
    program.quit()

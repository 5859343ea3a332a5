"""Typing Chinese on a desktop of fcitx 4, in front of which the program puts no plugin of Qt's."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end2end.desktop import Program, screen, session_bus, until

pytestmark = pytest.mark.end2end

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"
_OURS = ("DBUS_SESSION_BUS_ADDRESS", "IBUS_USE_PORTAL", "QT_IM_MODULES")


@contextmanager
def fcitx4(environment: dict[str, str]) -> Iterator[None]:
    """Let an input method serve programs on a screen and a bus, as fcitx 4 does."""
    display = environment["DISPLAY"].lstrip(":")
    command = [sys.executable, "-m", "tests.end2end.fcitx4_frontend", display]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as frontend:
        try:
            assert frontend.stdout is not None
            assert frontend.stdout.readline() == "ready\n", "the input method did not start"
            yield
        finally:
            frontend.kill()


@pytest.fixture
def desktop() -> Iterator[dict[str, str]]:
    """A screen and a bus of a desktop on which fcitx was chosen."""
    with screen() as shown:
        kept = {name: value for name, value in shown.items() if name not in _OURS}
        with session_bus({**kept, "QT_IM_MODULE": "fcitx"}) as environment:
            yield environment


@pytest.fixture
def program(desktop: dict[str, str], tmp_path: Path, library_path: Path) -> Iterator[Program]:
    """The program with the keyboard in its search box; its log says every query."""
    with fcitx4(desktop):
        environment = {**desktop, "GONGBAO_LOG": "debug"}
        started = Program(environment, tmp_path, "--library", library_path)
        try:
            started.wait_for_window(_TITLE)
            until(lambda: logged(tmp_path, "typing through fcitx 4"), "the input method")
            started.press("ctrl+k")
            yield started
        finally:
            started.end()


def logged(home: Path, pattern: str) -> list[str]:
    """Return what `pattern` finds in the log."""
    log = home / "state" / "gongbao" / "log" / "gongbao.log"
    return re.findall(pattern, log.read_text(encoding="utf-8")) if log.exists() else []


def test_a_word_is_searched_for_and_no_letter_of_it(program: Program, tmp_path: Path) -> None:
    program.type_text("dibao")
    program.press("space")
    until(lambda: logged(tmp_path, "search: found: 低保: "), "the hits of 低保")
    assert logged(tmp_path, "search: asked: (.*)") == ["低保"]
    program.quit(said="portal")


def test_what_it_does_not_keep_is_typed_as_ever(program: Program, tmp_path: Path) -> None:
    program.type_text("nihao")
    program.press("Escape")
    program.type_text("7.8")
    until(lambda: logged(tmp_path, r"search: found: 7\.8: "), "the hits of 7.8")
    # Escape was the input method's: it closed nothing, and the letters are gone.
    assert set(logged(tmp_path, "search: asked: (.*)")) <= {"7", "7.", "7.8"}
    program.press("Return")
    program.copies("ctrl+c", "7.8亿元")
    program.quit(said="portal")

"""Pinyin through fcitx 4 into the search box of the installed program.

Many desktops in China still have it. The tests run on a screen and a bus of their own.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.desktop import Program, screen, until
from tests.system.packages.conftest import built
from tests.system.packages.machine import HOME, Machine

pytestmark = pytest.mark.system

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"
_PACKAGES = ("fcitx-bin", "fcitx-pinyin", "fcitx-ui-classic", "fcitx-module-dbus", "dbus")
_CONFIG = {
    "profile": "[Profile]\nIMName=pinyin\nEnabledIMList=fcitx-keyboard-us:True,pinyin:True\n",
    "config": "[Program]\nDefaultInputMethodState=Active\n",
}
_DESKTOP = """fcitx -D >~/fcitx.log 2>&1 &
until fcitx-remote >~/remote.log 2>&1; do sleep 0.1; done
gongbao
code=$?
kill %1
exit $code
"""


@pytest.fixture
def program(machine: Machine, tmp_path: Path) -> Iterator[Program]:
    """The installed program on a desktop with fcitx 4, set to pinyin."""
    package = machine.put(built("gongbao_*_amd64.deb"), "/root")
    machine.run("apt-get", "-q", "-y", "--no-install-recommends", "install", *_PACKAGES, package)
    for name, text in _CONFIG.items():
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        machine.put(file, f"{HOME}/.config/fcitx")
    machine.run("chown", "--recursive", "tester:tester", HOME)
    with screen() as environment:
        inside = {
            "DISPLAY": environment["DISPLAY"],
            "LANGUAGE": "zh_CN",
            "QT_IM_MODULE": "fcitx",
            "XMODIFIERS": "@im=fcitx",
            "GONGBAO_LOG": "debug",
        }
        desktop = ["dbus-run-session", "--", "bash", "-mc", _DESKTOP]
        # All of the desktop ends with the test.
        together = ["unshare", "--pid", "--fork", "--kill-child"]
        command = [*together, *machine.outside_command(inside), *desktop]
        started = Program(environment, tmp_path, command=command)
        yield started
        started.end()


def test_pinyin_becomes_words_and_no_letter_is_searched_for(
    machine: Machine, program: Program
) -> None:
    log = machine.root / HOME.lstrip("/") / ".local/state/gongbao/log/gongbao.log"

    def logged(pattern: str) -> list[str]:
        return re.findall(pattern, log.read_text(encoding="utf-8")) if log.exists() else []

    program.wait_for_window(_TITLE)
    until(lambda: logged("typing through fcitx 4"), "the input method to be found")
    program.press("ctrl+k")
    program.type_text("shehuixiaofeipin")
    program.press("space")
    until(lambda: logged("search: found: 社会消费品: "), "the hits of 社会消费品")
    assert logged("search: asked: (.*)") == ["社会消费品"]
    program.press("Return")
    program.copies("ctrl+c", "128.4亿元")
    # Qt's own plugin says that nobody serves it.
    program.quit(said="portal")

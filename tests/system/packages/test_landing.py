"""The installed program on the machine it lands on: alone, broken down, without a home or a font.

The tests follow each other on one machine, as they stand here.
"""

import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.system import paths
from tests.conftest import BUNDLED
from tests.end2end.desktop import Program, screen, until
from tests.system.packages.conftest import built
from tests.system.packages.machine import HOME, Machine

pytestmark = pytest.mark.system

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"
_SECONDS = 120
_LOGS = f"{HOME}/.local/state/gongbao/log"
_PLACE = "tmp/gongbao-1000"
Start = Callable[..., Program]


@pytest.fixture(scope="module")
def installed(machine: Machine) -> Machine:
    package = machine.put(built("gongbao_*_amd64.deb"), "/root")
    machine.run("apt-get", "-q", "-y", "--no-install-recommends", "install", package)
    return machine


@pytest.fixture
def start(installed: Machine, tmp_path: Path) -> Iterator[Start]:
    """Starts the installed program as the machine's user, on a screen that its programs share."""
    started = []
    with screen() as environment:

        def one(*arguments: str, home: str = HOME) -> Program:
            inside = {"DISPLAY": environment["DISPLAY"], "LANGUAGE": "zh_CN", "HOME": home}
            command = [*installed.outside_command(inside), "gongbao"]
            started.append(Program(environment, tmp_path, *arguments, command=command))
            return started[-1]

        yield one
        for program in started:
            program.end()


def test_a_second_start_raises_the_first_and_hands_its_file_over(
    installed: Machine, start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "另一份 公报 2022.txt"
    file.write_bytes((paths.data() / "bulletins" / BUNDLED / "source.txt").read_bytes())
    inside = installed.put(file, "/srv/文件 夹")
    first = start()
    first.wait_for_window(_TITLE)
    windows = first.windows()
    assert start().process.wait(_SECONDS) == 0
    assert first.windows() == windows
    assert start("open", inside).process.wait(_SECONDS) == 0
    first.wait_for_windows(len(windows) + 1)
    assert first.process.poll() is None


def test_a_breakdown_leaves_a_report_and_the_next_start_goes_on(
    installed: Machine, start: Start
) -> None:
    logs = installed.root / _LOGS.lstrip("/")
    broken = start()
    broken.wait_for_window(_TITLE)
    until(lambda: (logs / "crash.txt").exists(), "the program to be ready for a breakdown")
    broken.process.send_signal(signal.SIGSEGV)
    broken.process.communicate(timeout=_SECONDS)
    assert "Segmentation fault" in (logs / "crash.txt").read_text(encoding="utf-8")
    again = start()
    again.wait_for_window(_TITLE)
    again.press("ctrl+k")
    again.type_text("7.8")
    again.press("Return")
    again.copies("ctrl+c", "7.8亿元")
    again.quit()
    assert "Segmentation fault" in (logs / "crash-last.txt").read_text(encoding="utf-8")
    assert not (logs / "crash.txt").exists()


def test_a_program_that_ended_leaves_nothing_where_starts_meet(
    installed: Machine, start: Start
) -> None:
    program = start()
    program.wait_for_window(_TITLE)
    assert list((installed.root / _PLACE).glob("*.lock"))
    program.quit()
    assert not (installed.root / _PLACE).exists()


def test_it_runs_where_the_home_cannot_be_written_to(installed: Machine, start: Start) -> None:
    home = installed.root / "srv" / "家"
    home.mkdir(mode=0o555)
    program = start(home="/srv/家")
    program.wait_for_window(_TITLE)
    program.press("ctrl+k")
    program.type_text("7.8")
    program.press("Return")
    program.copies("ctrl+c", "7.8亿元")
    # There is no log to say it in.
    program.quit(said="/srv/家")
    assert list(home.iterdir()) == []


def test_it_brings_a_chinese_font(installed: Machine) -> None:
    installed.run("dpkg", "--purge", "fonts-wqy-microhei")
    left = installed.run("find", "/usr/share/fonts", "-name", "*.tt[cf]").stdout
    assert "wqy" not in left
    done = installed.as_user("gongbao", "selfcheck", "--platform", "offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    # The face under its English or its Chinese name.
    assert re.search("WenQuanYi Micro Hei|文泉驛微米黑", done.stdout)
    out = f"{HOME}/公报.pdf"
    assert installed.as_user("gongbao", "export", "--what", "text", "--out", out).returncode == 0
    assert (installed.root / out.lstrip("/")).stat().st_size

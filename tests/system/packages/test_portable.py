"""The portable archive: unpacked anywhere, run, its user's files beside it."""

import subprocess
from pathlib import Path

import pytest

from tests.end2end.desktop import Program, screen, until
from tests.system.packages.conftest import built
from tests.system.packages.machine import HOME, Machine

pytestmark = pytest.mark.system

_FOLDER = f"{HOME}/公报 程序"
_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"
# What a machine with a desktop has.
_LIBRARIES = ("libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libx11-xcb1")


@pytest.fixture(scope="module")
def program(machine: Machine) -> str:
    """The program, unpacked by the user into a folder with a Chinese name and a space."""
    machine.run("apt-get", "-q", "-y", "--no-install-recommends", "install", *_LIBRARIES)
    folder = machine.root / _FOLDER.lstrip("/")
    folder.mkdir()
    archive = built("gongbao-*-linux-x86_64.tar.xz")
    subprocess.run(["tar", "--extract", "--file", archive, "--directory", folder], check=True)
    machine.run("chown", "--recursive", "tester:tester", _FOLDER)
    (unpacked,) = folder.iterdir()
    return f"{_FOLDER}/{unpacked.name}/gongbao"


def test_it_checks_itself(machine: Machine, program: str) -> None:
    done = machine.as_user(program, "selfcheck", "--platform", "offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    assert "异常" not in done.stdout


def test_it_runs_in_a_folder_that_cannot_be_written_to(
    machine: Machine, program: str, tmp_path: Path
) -> None:
    folder = str(Path(program).parent)
    machine.run("chown", "--recursive", "root:root", folder)
    try:
        with screen() as environment:
            command = machine.outside_command({"DISPLAY": environment["DISPLAY"]})
            running = Program(environment, tmp_path, command=[*command, program])
            try:
                running.wait_for_window(_TITLE)
                running.quit(said="userdata")
            finally:
                running.end()
        assert not (machine.root / folder.lstrip("/") / "userdata").exists()
    finally:
        machine.run("chown", "--recursive", "tester:tester", folder)


def test_the_users_files_stay_beside_it(machine: Machine, program: str, tmp_path: Path) -> None:
    with screen() as environment:
        command = machine.outside_command({"DISPLAY": environment["DISPLAY"]})
        running = Program(environment, tmp_path, command=[*command, program])
        try:
            running.wait_for_window(_TITLE)
            running.quit()
        finally:
            running.end()
    beside = machine.root / program.lstrip("/")
    kept = beside.with_name("userdata")
    until(lambda: (kept / "settings.ini").is_file(), "the settings to be kept")
    assert (kept / "user.db").is_file()
    home = machine.root / HOME.lstrip("/")
    assert not (home / ".local" / "share" / "gongbao").exists()
    assert not (home / ".config" / "gongbao").exists()

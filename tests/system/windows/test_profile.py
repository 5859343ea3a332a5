"""Where nothing of the user's can be written, the program opens all the same."""

import pytest

from tests.system.windows.wine import Installed

pytestmark = pytest.mark.system

_GONE = {
    # How platformdirs is told of other folders; on a real PC a profile that is away is like it.
    "WIN_PD_OVERRIDE_APPDATA": r"Q:\away",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": r"Q:\away",
}


def test_without_folders_to_write_to_it_shows_its_window(program: Installed) -> None:
    windows = program.windows
    (program.folder / "portable").unlink()
    with windows.started(program.folder / "gongbao-window.exe", settings=_GONE) as running:
        windows.picture("nothing-to-write-to")
        windows.run("taskkill", "/IM", "gongbao-window.exe")
        assert running.wait(timeout=60) == 0
    assert not (windows.user / "AppData" / "Roaming" / "gongbao").exists()
    assert not (windows.user / "AppData" / "Local" / "gongbao").exists()


def test_a_start_after_one_that_was_killed(program: Installed) -> None:
    windows = program.windows
    for _often in range(2):
        with windows.started(program.folder / "gongbao-window.exe"):
            windows.run("taskkill", "/F", "/IM", "gongbao-window.exe")
    done = windows.run(program.folder / "gongbao.exe", "search", "低保")
    assert done.returncode == 0

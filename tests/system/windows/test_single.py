"""The program started a second time: the first one comes up, and opens what it is handed."""

import time
from pathlib import Path

import pytest

from desktop_app.system import paths
from tests.conftest import BUNDLED
from tests.end2end.desktop import until
from tests.system.windows.wine import Installed

pytestmark = pytest.mark.system

_WINDOW = "gongbao-window.exe"
_SOON_SECONDS = 10.0


def test_a_second_start_hands_over_and_ends(program: Installed) -> None:
    windows = program.windows
    file = windows.path(r"C:\公报 程序\另一份 公报 2022.txt")
    file.write_bytes(Path(paths.data() / "bulletins" / BUNDLED / "source.txt").read_bytes())
    with windows.started(program.folder / _WINDOW) as first:
        (window,) = windows.windows()
        with windows.running("notepad"):
            until(lambda: windows.uppermost() == "Untitled - Notepad", "a window before it")
            for start in (_WINDOW, "gongbao.exe"):
                began = time.monotonic()
                done = windows.run(program.folder / start)
                assert (done.returncode, done.stdout) == (0, "")
                assert time.monotonic() - began < _SOON_SECONDS
                until(lambda: "统计公报浏览器" in windows.uppermost(), "the first window")
            assert windows.windows() == [window]
            name = r"C:\公报 程序\另一份 公报 2022.txt"
            assert windows.run(program.folder / _WINDOW, "open", name).returncode == 0
            until(lambda: len(windows.windows()) == 2, "a window of the file")
        windows.picture("second-start")
        assert first.poll() is None

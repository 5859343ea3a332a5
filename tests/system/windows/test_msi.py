"""The package for group policy: installed for every user by Windows Installer, without a user."""

import pytest

from tests.system.windows.wine import Installed, Windows, built

pytestmark = pytest.mark.system

_FOLDER = r"C:\Program Files\Gongbao"


def in_menus(windows: Windows) -> int:
    """Return in how many start menus the program is; wine has no menu of every user's."""
    return len(list((windows.prefix / "drive_c").rglob("统计公报浏览器.lnk")))


def test_it_comes_and_goes_without_a_trace(windows: Windows) -> None:
    package = built(".msi")
    assert windows.run("msiexec", "/i", package, "/qn").returncode == 0
    program = Installed(windows, windows.path(_FOLDER))
    assert program.is_whole()
    assert in_menus(windows) == 1
    done = program.check("windows")
    assert done.returncode == 0, done.stdout
    assert windows.run("msiexec", "/x", package, "/qn").returncode == 0
    assert not program.folder.exists()
    assert in_menus(windows) == 0

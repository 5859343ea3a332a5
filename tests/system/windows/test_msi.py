"""The package for group policy: installed for every user by Windows Installer, without a user."""

import pytest

from tests.system.windows.wine import Installed, Windows, built

pytestmark = pytest.mark.system

_FOLDER = r"C:\Program Files\Gongbao"
_MENU = r"C:\ProgramData\Microsoft\Windows\Start Menu\Programs\统计公报浏览器.lnk"


def test_it_comes_and_goes_without_a_trace(windows: Windows) -> None:
    package = built(".msi")
    assert windows.run("msiexec", "/i", package, "/qn").returncode == 0
    program = Installed(windows, windows.path(_FOLDER))
    assert program.is_whole()
    assert windows.path(_MENU).is_file()
    done = program.check("windows")
    assert done.returncode == 0, done.stdout
    assert windows.run("msiexec", "/x", package, "/qn").returncode == 0
    assert not program.folder.exists()
    assert not windows.path(_MENU).exists()

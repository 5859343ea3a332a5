"""The package for group policy: installed for every user by Windows Installer, without a user."""

from pathlib import Path

import pytest

from tests.system.windows.wine import Installed, Windows, built, packed

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


def test_another_build_of_the_same_version_is_replaced(windows: Windows, tmp_path: Path) -> None:
    files = tmp_path / "program"
    for folder in ("_internal", "licences"):
        (files / folder).mkdir(parents=True)
    parts = ("_internal/gone.dll", "licences/sbom.cdx.json")
    for name in ("gongbao.exe", "gongbao-window.exe", *parts):
        (files / name).write_bytes(b"old")
    (other,) = packed(files, tmp_path / "out").glob("*.msi")
    assert windows.run("msiexec", "/i", other, "/qn").returncode == 0
    program = Installed(windows, windows.path(_FOLDER))
    assert (program.folder / "_internal" / "gone.dll").is_file()
    package = built(".msi")
    assert windows.run("msiexec", "/i", package, "/qn").returncode == 0
    assert program.is_whole()
    assert not (program.folder / "_internal" / "gone.dll").exists()
    assert windows.run("msiexec", "/x", package, "/qn").returncode == 0
    assert not program.folder.exists()

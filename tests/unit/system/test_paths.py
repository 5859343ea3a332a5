"""Where a user's own files lie: where the system says, or beside a portable program."""

import sys
from pathlib import Path

import platformdirs
import pytest

from desktop_app.system import paths

_NAMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the program believe that it is packaged in a folder and return that folder."""
    folder = tmp_path / "公报 程序"
    (folder / "_internal").mkdir(parents=True)
    executable = folder / "gongbao"
    executable.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(folder / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(executable))
    return folder


def test_a_portable_program_keeps_all_beside_it(program: Path) -> None:
    (program / "portable").touch()
    kept = program / "userdata"
    assert paths.user_library() == kept / "user.db"
    assert paths.settings_file() == kept / "settings.ini"
    assert paths.log_folder() == kept / "log"


def test_it_does_so_where_it_is_started_by_a_link(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / "portable").touch()
    link = tmp_path / "gongbao"
    link.symlink_to(program / "gongbao")
    monkeypatch.setattr(sys, "executable", str(link))
    assert paths.user_folder() == program / "userdata"


def test_an_installed_program_keeps_nothing_beside_it(program: Path, own_folders: Path) -> None:
    for path in (paths.user_library(), paths.settings_file(), paths.log_folder()):
        assert program not in path.parents
        assert own_folders in path.parents


def test_a_packaged_program_has_its_library_inside(program: Path) -> None:
    assert paths.program_library() == program / "_internal" / "library" / "gongbao.db"


def test_a_marker_means_nothing_to_a_checkout() -> None:
    assert (paths.program_folder(), paths.portable_folder()) == (None, None)


@pytest.mark.parametrize("given", [None, "", "elsewhere", "/srv/资料 夹"])
def test_folders_lie_where_platformdirs_says(
    given: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for number, name in enumerate(_NAMES):
        monkeypatch.delenv(name, raising=False)
        if given is not None:
            monkeypatch.setenv(name, given and f"{given}{number}")
    known = platformdirs.PlatformDirs("gongbao", appauthor=False)
    roaming = platformdirs.PlatformDirs("gongbao", appauthor=False, roaming=True)
    assert paths.settings_file() == known.user_config_path / "settings.ini"
    assert paths.log_folder() == known.user_log_path
    assert paths.user_folder() == roaming.user_data_path

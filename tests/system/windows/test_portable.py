"""The portable archive: unpacked anywhere, its user's files beside it, its library on a share."""

import shutil
from pathlib import Path

import pytest

from tests.system.windows.wine import Installed

pytestmark = pytest.mark.system


def test_it_searches_and_speaks_utf8(program: Installed) -> None:
    assert program.is_whole()
    done = program.windows.run(program.folder / "gongbao.exe", "search", "低保")
    assert done.returncode == 0
    assert "低保" in done.stdout


def test_a_library_on_a_share_is_opened(program: Installed) -> None:
    share = program.windows.prefix / "dosdevices" / "unc" / "server" / "共享 资料"
    share.mkdir(parents=True)
    shutil.copy(program.folder / "_internal" / "library" / "gongbao.db", share / "公报#1.db")
    share_name = r"\\server\共享 资料\公报#1.db"
    done = program.windows.run(
        program.folder / "gongbao.exe", "--library", share_name, "search", "低保"
    )
    assert done.returncode == 0, done.stdout
    assert "低保" in done.stdout


def test_the_users_files_stay_beside_it(program: Installed) -> None:
    kept = program.folder / "userdata"
    with program.windows.started(program.folder / "gongbao-window.exe") as running:
        program.windows.run("taskkill", "/IM", "gongbao-window.exe")
        assert running.wait(timeout=60) == 0
    assert (kept / "user.db").is_file()
    assert not Path(program.windows.user, "AppData", "Roaming", "gongbao").exists()

"""The installer: without a question, into any folder, over an older version, and away again."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.windows.wine import ROOT, Installed, Windows, built, named

pytestmark = pytest.mark.system

_DEFAULT = r"AppData\Local\Programs\Gongbao"
_CHINESE = r"C:\程序 测试\统计 浏览器"
_MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/统计公报浏览器.lnk"
_OWN = r"HKCU\Software\org.gongbao.gongbao"
_OWN_OF_ALL = _OWN.replace("HKCU", "HKLM")
_SYSTEM, _RUNNING, _NEWER, _FOREIGN = 3, 4, 6, 7


def install(windows: Windows, *switches: str, setup: Path | None = None) -> int:
    """Run the installer without a question and return its exit code."""
    return windows.run(setup or built("-setup.exe"), "/S", *switches).returncode


def into(folder: str) -> list[str]:
    """Return the switch that names a folder: the last, and without quotes, as NSIS wants it."""
    return f"/D={folder}".split(" ")


@pytest.fixture(autouse=True)
def nothing_left(windows: Windows) -> Iterator[None]:
    """Remove what a test that failed has left installed."""
    yield
    for key in (_OWN, _OWN_OF_ALL):
        folder = windows.value(key, "InstallDir")
        if folder:
            Installed(windows, windows.path(folder)).uninstall("/CLOSE")


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installer of a version that has been: a few files, two of which are gone today."""
    folder = tmp_path_factory.mktemp("older")
    program = folder / "program"
    (program / "_internal" / "旧").mkdir(parents=True)
    (program / "_internal" / "旧" / "stale.dll").write_bytes(b"old")
    for name in ("gongbao.exe", "gongbao-window.exe", "gone.exe"):
        (program / name).write_bytes(b"old")
    windows = ROOT / "packaging" / "windows"
    subprocess.run(
        [sys.executable, windows / "identity.py", folder / "i.nsh", "--trial"], check=True
    )
    subprocess.run([sys.executable, windows / "listing.py", program, folder / "l.nsh"], check=True)
    identity = (folder / "i.nsh").read_text(encoding="utf-8-sig").splitlines()
    lines = ['!define VERSION "0.0.1"' if "define VERSION " in line else line for line in identity]
    (folder / "i.nsh").write_text("\n".join(lines), encoding="utf-8-sig")
    out = folder / "setup.exe"
    defines = {
        "STUB": "amd64-unicode",
        "IDENTITY": folder / "i.nsh",
        "LISTING": folder / "l.nsh",
        "SOURCE": program,
        "ICON": ROOT / ".build" / "icon" / "gongbao.ico",
        "OUT": out,
    }
    options = [f"-D{name}={value}" for name, value in defines.items()]
    script = str(windows / "installer.nsi")
    command = ["makensis", "-V1", "-INPUTCHARSET", "UTF8", *options, script]
    subprocess.run(command, check=True)
    return out


@pytest.mark.parametrize("folder", ["", _CHINESE])
def test_it_comes_and_goes_without_a_trace(windows: Windows, folder: str) -> None:
    assert install(windows, *(into(folder) if folder else [])) == 0
    name = folder or rf"C:\users\{windows.user.name}\{_DEFAULT}"
    program = Installed(windows, windows.path(name))
    assert program.is_whole()
    assert (windows.user / _MENU).is_file()
    assert windows.value(_OWN, "InstallDir").lower() == name.lower() or folder
    for platform in ("windows", "offscreen"):
        done = program.check(platform)
        assert (platform, done.returncode) == (platform, 0), done.stdout
        assert "异常" not in done.stdout
    with windows.started(program.folder / "gongbao-window.exe") as running:
        windows.picture(f"installed-{'chinese' if folder else 'default'}")
        windows.run("taskkill", "/IM", "gongbao-window.exe")
        assert running.wait(timeout=60) == 0
    (program.folder / "我的 笔记.txt").write_text("留下", encoding="utf-8")
    program.uninstall()
    left = [path.name for path in program.folder.iterdir()]
    assert left == ["我的 笔记.txt"]
    assert not (windows.user / _MENU).exists()
    assert not windows.value(_OWN, "InstallDir")
    (program.folder / "我的 笔记.txt").unlink()


def test_it_takes_the_place_of_an_older_version(windows: Windows, older: Path) -> None:
    assert install(windows, *into(_CHINESE), setup=older) == 0
    program = Installed(windows, windows.path(_CHINESE))
    assert (program.folder / "_internal" / "旧" / "stale.dll").is_file()
    user_data = windows.user / "AppData" / "Roaming" / "gongbao" / "user.db"
    user_data.parent.mkdir(parents=True, exist_ok=True)
    user_data.write_bytes(b"kept")
    # No folder is named: it goes where the older one is.
    assert install(windows) == 0
    assert program.is_whole()
    assert not (program.folder / "_internal" / "旧").exists()
    assert user_data.read_bytes() == b"kept"
    user_data.unlink()
    assert install(windows, setup=older) == _NEWER
    assert program.is_whole()
    program.uninstall()


def test_a_version_in_another_folder_is_not_left_behind(windows: Windows, older: Path) -> None:
    assert install(windows, *into(_CHINESE), setup=older) == 0
    other = r"C:\别处"
    assert install(windows, *into(other)) == 0
    assert not windows.path(_CHINESE).exists()
    program = Installed(windows, windows.path(other))
    assert program.is_whole()
    program.uninstall()


def test_a_folder_of_another_program_is_not_touched(windows: Windows) -> None:
    foreign = windows.path(r"C:\Other") / "_internal"
    foreign.mkdir(parents=True)
    (foreign / "theirs.dll").write_bytes(b"theirs")
    assert install(windows, *into(r"C:\Other")) == _FOREIGN
    assert (foreign / "theirs.dll").read_bytes() == b"theirs"


def test_a_program_that_runs_is_closed_only_when_told(windows: Windows) -> None:
    assert install(windows) == 0
    name = rf"C:\users\{windows.user.name}\{_DEFAULT}"
    program = Installed(windows, windows.path(name))
    with windows.started(program.folder / "gongbao-window.exe") as running:
        assert install(windows) == _RUNNING
        assert running.poll() is None
        assert install(windows, "/CLOSE") == 0
        assert running.wait(timeout=60) == 0
    assert program.is_whole()
    program.uninstall()


def test_an_old_windows_is_refused_before_anything_is_written(windows: Windows) -> None:
    setup = built("-setup.exe")
    key = rf"HKCU\Software\Wine\AppDefaults\{setup.name}"
    windows.run("reg", "add", key, "/v", "Version", "/d", "win81", "/f")
    assert install(windows) == _SYSTEM
    windows.run("reg", "delete", key, "/f")
    assert not windows.path(rf"C:\users\{windows.user.name}\{_DEFAULT}").exists()


def test_it_installs_for_every_user_when_told(windows: Windows) -> None:
    assert install(windows, "/ALLUSERS") == 0
    program = Installed(windows, windows.path(r"C:\Program Files\Gongbao"))
    assert program.is_whole()
    assert windows.value(_OWN_OF_ALL, "InstallDir") == r"C:\Program Files\Gongbao"
    program.uninstall()
    assert not program.folder.exists()
    assert not windows.value(_OWN_OF_ALL, "InstallDir")


def test_what_happened_is_in_the_log(windows: Windows, tmp_path: Path) -> None:
    log = tmp_path / "安装.log"
    assert install(windows, f"/LOG={named(log)}", *into(r"C:\Other")) != 0
    lines = log.read_text(encoding="utf-16").splitlines()
    assert "setup.exe" in lines[0]
    assert lines[-1] == f"exit {_FOREIGN}"

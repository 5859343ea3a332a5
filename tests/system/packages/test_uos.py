"""The package in the layout of the UOS store: one folder, no scripts, gone without a trace."""

import json
import subprocess

import pytest

from tests.system.packages.conftest import built
from tests.system.packages.machine import Machine

pytestmark = pytest.mark.system

_APP = "org.gongbao.gongbao"
_TOP = f"opt/apps/{_APP}"


def test_it_has_the_layout_and_no_scripts() -> None:
    package = built(f"{_APP}_*_amd64.deb")
    control = subprocess.run(
        ["dpkg-deb", "--ctrl-tarfile", package], capture_output=True, check=True
    )
    names = subprocess.run(
        ["tar", "--list"], input=control.stdout, capture_output=True, check=True
    )
    assert set(names.stdout.decode().split()) == {"./", "./control", "./md5sums"}
    listed = subprocess.run(
        ["dpkg-deb", "--contents", package], capture_output=True, check=True, text=True
    )
    paths = [line.split(maxsplit=5)[5].removeprefix("./") for line in listed.stdout.splitlines()]
    assert all(path.startswith(f"{_TOP}/") or f"{_TOP}/".startswith(path) for path in paths)
    tops = {path.removeprefix(f"{_TOP}/").split("/")[0] for path in paths if _TOP in path}
    assert tops - {""} == {"info", "entries", "files"}


def test_it_installs_and_goes(machine: Machine) -> None:
    package = machine.put(built(f"{_APP}_*_amd64.deb"), "/root")
    install = ["apt-get", "-q", "-y", "--no-install-recommends", "install"]
    machine.run(*install, package)
    about = json.loads((machine.root / _TOP / "info").read_text(encoding="utf-8"))
    assert (about["appid"], about["arch"]) == (_APP, ["amd64"])
    entry = machine.root / _TOP / "entries" / "applications" / f"{_APP}.desktop"
    started = f"Exec=/{_TOP}/files/gongbao open %f\n"
    assert started in entry.read_text(encoding="utf-8")
    done = machine.as_user(f"/{_TOP}/files/gongbao", "selfcheck", "--platform", "offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    machine.run("dpkg", "--purge", _APP)
    assert not (machine.root / _TOP).exists()

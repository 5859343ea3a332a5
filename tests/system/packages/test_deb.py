"""The Debian package: installed, checked, used, damaged, removed, on an old and on a newer Debian.

The tests follow each other on one machine, as they stand here.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.desktop import Program, screen
from tests.system.packages.conftest import built
from tests.system.packages.machine import HOME, Machine

pytestmark = pytest.mark.system

_PROGRAM = "usr/lib/gongbao"
_QT = f"{_PROGRAM}/_internal/PySide6/Qt"
_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"


@pytest.fixture(scope="module")
def before(machine: Machine) -> set[str]:
    """What lay on the machine before the package, with the libraries that it asks for."""
    package = machine.put(built("gongbao_*_amd64.deb"), "/root")
    install = ["apt-get", "-q", "-y", "--no-install-recommends", "install"]
    machine.run(*install, package)
    # Taken away again: what stays are the system's own libraries.
    machine.run("dpkg", "--purge", "gongbao")
    lying = machine.files()
    machine.run(*install, package)
    return lying


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with screen() as environment:
        yield environment["DISPLAY"]


@pytest.mark.usefixtures("before")
def test_it_checks_itself_without_a_display(machine: Machine) -> None:
    done = machine.as_user("gongbao", "selfcheck")
    assert (done.returncode, done.stderr) == (0, "")
    assert "没有图形桌面" in done.stdout


@pytest.mark.usefixtures("before")
def test_it_checks_itself_in_memory(machine: Machine) -> None:
    done = machine.as_user("gongbao", "selfcheck", "--platform", "offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    assert "平台 offscreen" in done.stdout
    assert "异常" not in done.stdout


@pytest.mark.usefixtures("before")
def test_it_checks_itself_on_a_screen(machine: Machine, display: str) -> None:
    done = machine.as_user("gongbao", "selfcheck", environment={"DISPLAY": display})
    assert (done.returncode, done.stderr) == (0, "")
    assert "平台 xcb" in done.stdout
    assert "正常  图表可以绘制" in done.stdout


@pytest.mark.usefixtures("before")
def test_one_searches_and_copies(machine: Machine, tmp_path: Path) -> None:
    with screen() as environment:
        inside = {"DISPLAY": environment["DISPLAY"], "LC_ALL": "C.UTF-8", "LANGUAGE": "zh_CN"}
        command = [*machine.outside_command(inside), "gongbao"]
        program = Program(environment, tmp_path, command=command)
        try:
            program.wait_for_window(_TITLE)
            program.press("ctrl+k")
            program.type_text("7.8")
            program.press("Return")
            program.copies("ctrl+c", "7.8亿元")
            program.quit()
        finally:
            program.end()


@pytest.mark.usefixtures("before")
def test_its_parts_are_listed_with_their_licences(machine: Machine) -> None:
    folder = machine.root / _PROGRAM / "licences"
    inside = (folder / "sbom.cdx.json").read_bytes()
    assert inside == built("gongbao-*-linux-x86_64.cdx.json").read_bytes()
    listed = json.loads(inside)
    assert (listed["bomFormat"], listed["metadata"]["component"]["name"]) == (
        "CycloneDX",
        "gongbao",
    )
    parts = {part["name"]: part for part in listed["components"]}
    assert {"Python", "Qt", "SQLite", "numpy", "PySide6_Essentials"} <= parts.keys()
    assert all(part["version"] and part["purl"] for part in parts.values())
    assert [name for name, part in parts.items() if not part.get("licenses")] == []
    # What lies inside others has its text beside theirs.
    texts = {path.name for path in folder.iterdir() if path.is_dir() and any(path.iterdir())}
    assert {name.lower() for name in parts} - {"qt", "sqlite"} == texts
    sums = (built("gongbao_*_amd64.deb").parent / "SHA256SUMS").read_text(encoding="utf-8")
    assert hashlib.sha256(inside).hexdigest() in sums


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize(
    ("lost", "named"),
    [
        pytest.param(f"{_PROGRAM}/_internal/library/gongbao.db", "gongbao.db", id="library"),
        pytest.param(f"{_QT}/plugins/platforms/libqoffscreen.so", "libqoffscreen.so", id="plugin"),
        pytest.param(f"{_QT}/plugins/platforms/libqxcb.so", "libqxcb.so", id="screen"),
        pytest.param(f"{_PROGRAM}/_internal/numpy/_core", "_multiarray_umath", id="chart"),
        pytest.param(f"{_QT}/translations/qtbase_zh_TW.qm", "qtbase_zh_TW", id="translation"),
        pytest.param(
            f"{_PROGRAM}/_internal/resources/translations/gongbao_en.qm", "gongbao_en", id="own"
        ),
        pytest.param(f"{_PROGRAM}/_internal/libQt6Svg.so.6", "libQt6Svg.so.6", id="Qt"),
        pytest.param(f"{_PROGRAM}/_internal/libicudata.so.73", "libicudata.so.73", id="ICU"),
        pytest.param(f"{_PROGRAM}/_internal/pypdfium2_raw/libpdfium.so", "libpdfium", id="PDF"),
        pytest.param(f"{_PROGRAM}/_internal/msgspec", "msgspec", id="start"),
        pytest.param(f"{_PROGRAM}/_internal/libpython3.11.so.1.0", "libpython3.11", id="Python"),
        pytest.param(f"{_PROGRAM}/files.sha256", "files.sha256", id="list"),
    ],
)
def test_what_is_lost_is_named(machine: Machine, tmp_path: Path, lost: str, named: str) -> None:
    file = machine.root / lost
    assert file.exists()
    shutil.move(file, tmp_path / "lost")
    try:
        done = machine.as_user("gongbao", "selfcheck", "--platform", "offscreen")
    finally:
        shutil.move(tmp_path / "lost", file)
    assert done.returncode != 0
    said = [line for line in (done.stdout + done.stderr).splitlines() if named in line]
    assert said, done.stdout + done.stderr


@pytest.mark.usefixtures("before")
def test_a_changed_file_is_named(machine: Machine) -> None:
    file = machine.root / _PROGRAM / "_internal" / "resources" / "units.toml"
    content = file.read_bytes()
    file.write_bytes(content + b"# changed\n")
    try:
        done = machine.as_user("gongbao", "selfcheck")
    finally:
        file.write_bytes(content)
    assert done.returncode == 1
    assert "_internal/resources/units.toml" in done.stdout


def test_removed_it_leaves_nothing_but_the_users_files(machine: Machine, before: set[str]) -> None:
    machine.run("dpkg", "--purge", "gongbao")
    left = machine.files() - before
    home = HOME.lstrip("/")
    assert {name for name in left if not name.startswith(f"{home}/")} == set()
    assert f"{home}/.local/share/gongbao/user.db" in left

"""A second build for comparison gives back what it set aside where it fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_PACKAGING = Path(__file__).parents[3] / "packaging"
_FILES = {
    ".build/linux/gongbao/gongbao": "frozen",
    ".build/linux/frozen.stamp": "stamp",
    "dist/gongbao_0.1.0_amd64.deb.minisig": "signature",
    "dist/gongbao-0.1.0-linux-x86_64.cdx.json": "list of parts",
    "dist/gongbao-0.1.0-x64-setup.exe": "of another system",
}
# In the place of make: it freezes what it is told to.
_BUILD = """#!/bin/sh
mkdir -p .build/linux/gongbao
printf %s "$FROZEN" >.build/linux/gongbao/gongbao
rm dist/*.minisig
[ "$FROZEN" != half ] && echo stamp >.build/linux/frozen.stamp
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with packages of its commit."""
    (tmp_path / "packaging").mkdir()
    for name in ("reproduce.sh", "compare.py", "say.sh"):
        shutil.copy(_PACKAGING / name, tmp_path / "packaging")
    for name, text in _FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    build = tmp_path / "build.sh"
    build.write_text(_BUILD, encoding="utf-8")
    build.chmod(0o755)
    return tmp_path


def reproduce(checkout: Path, frozen: str) -> subprocess.CompletedProcess[str]:
    """Build again, so that `frozen` comes of it."""
    return subprocess.run(
        [checkout / "packaging" / "reproduce.sh"],
        env={**os.environ, "MAKE": str(checkout / "build.sh"), "FROZEN": frozen, "LANG": "en_US"},
        capture_output=True,
        text=True,
        check=False,
    )


def lying(checkout: Path) -> dict[str, str]:
    """Return the content of what lies where builds are kept."""
    places = (checkout / ".build", checkout / "dist")
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    return {
        file.relative_to(checkout).as_posix(): file.read_text(encoding="utf-8") for file in files
    }


def test_a_build_that_breaks_down_leaves_everything_as_it_was(checkout: Path) -> None:
    assert reproduce(checkout, "half").returncode != 0
    assert lying(checkout) == _FILES


def test_a_second_build_that_is_alike_is_told(checkout: Path) -> None:
    done = reproduce(checkout, "frozen")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "a signature is there where a key was given" in done.stdout
    assert not (checkout / ".build" / "linux-first").exists()


def test_a_second_build_that_is_another_is_a_failure(checkout: Path) -> None:
    done = reproduce(checkout, "another")
    assert done.returncode == 1
    assert "gongbao: content: NOT EXPLAINED" in done.stdout


def test_without_packages_there_is_nothing_to_compare_with(checkout: Path) -> None:
    (checkout / ".build" / "linux" / "frozen.stamp").unlink()
    done = reproduce(checkout, "frozen")
    assert done.returncode == 1
    assert "make package-deb" in done.stderr
    assert (checkout / ".build" / "linux" / "gongbao" / "gongbao").is_file()

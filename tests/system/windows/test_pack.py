"""The same program makes the same packages, whenever and wherever it is packed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.windows.wine import ROOT

pytestmark = pytest.mark.system

_ENDINGS = ("-group-policy.zip", "-portable.zip", "-setup.exe", ".msi")


def packed(program: Path, out: Path) -> dict[str, bytes]:
    """Pack a folder and return what comes of it, by how the names end."""
    subprocess.run(
        [ROOT / "packaging" / "windows" / "pack.sh", program, out],
        env={
            **os.environ,
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT / ".build" / "windows" / "python" / "Lib" / "site-packages"),
            "SOURCE_DATE_EPOCH": "1700000000",
        },
        check=True,
        capture_output=True,
    )
    found = {ending: sorted(out.glob(f"*{ending}")) for ending in _ENDINGS}
    return {ending: file.read_bytes() for ending, (file,) in found.items()}


def test_two_packs_of_one_folder_are_equal(tmp_path: Path) -> None:
    program = tmp_path / "program"
    (program / "_internal" / "资源").mkdir(parents=True)
    for name in ("gongbao.exe", "gongbao-window.exe", "_internal/资源/数据.txt"):
        (program / name).write_bytes(name.encode())
    one = packed(program, tmp_path / "one")
    for file in program.rglob("*"):
        os.utime(file, (1600000000, 1600000000))
    other = packed(program, tmp_path / "other")
    assert [ending for ending in _ENDINGS if one[ending] != other[ending]] == []

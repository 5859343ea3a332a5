"""The same program makes the same packages, whenever and wherever it is packed."""

import os
from pathlib import Path

import pytest

from tests.system.windows.wine import packed

pytestmark = pytest.mark.system


def contents(folder: Path) -> dict[str, bytes]:
    """Return what is in the files of a folder, by their names."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_two_packs_of_one_folder_are_equal(tmp_path: Path) -> None:
    program = tmp_path / "program"
    for folder in ("_internal/资源", "licences"):
        (program / folder).mkdir(parents=True)
    parts = ("_internal/资源/数据.txt", "licences/sbom.cdx.json")
    for name in ("gongbao.exe", "gongbao-window.exe", *parts):
        (program / name).write_bytes(name.encode())
    one = contents(packed(program, tmp_path / "one"))
    for file in program.rglob("*"):
        os.utime(file, (1600000000, 1600000000))
    other = contents(packed(program, tmp_path / "other"))
    assert [name.rpartition("-")[2] for name in one] == [
        "policy.zip", "portable.zip", "setup.exe", "x64.cdx.json", "x64.msi"
    ]  # fmt: skip
    assert [name for name in one if one[name] != other[name]] == []

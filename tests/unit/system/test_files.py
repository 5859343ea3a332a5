"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.system import files


def fill_half(path: Path) -> None:
    path.write_text("半", encoding="utf-8")
    raise RuntimeError


def full_disk(path: Path) -> None:
    path.write_text("半", encoding="utf-8")
    raise OSError(28, "No space left on device")


def test_a_new_file_with_the_usual_rights(tmp_path: Path) -> None:
    path = tmp_path / "新 文件.csv"
    files.write_bytes(path, b"x")
    assert path.read_bytes() == b"x"
    other = tmp_path / "other"
    other.write_bytes(b"")
    assert path.stat().st_mode == other.stat().st_mode


@pytest.mark.parametrize("make", [fill_half, full_disk])
def test_what_was_there_stays(tmp_path: Path, make: object) -> None:
    path = tmp_path / "a.csv"
    path.write_text("旧", encoding="utf-8")
    with pytest.raises((RuntimeError, DataError)):
        files.write_whole(path, make)  # type: ignore[arg-type]  # both fit
    assert path.read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.glob("[!a]*")) + list(tmp_path.glob(".*")) == []


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        files.write_whole(tmp_path / "a.csv", full_disk)
    assert error.value.message.id == "disk_full"


def test_a_device_that_is_full() -> None:
    with pytest.raises(DataError) as error:
        files.write_bytes(Path("/dev/full"), b"x" * 10_000)
    assert error.value.message.id == "disk_full"


@pytest.mark.parametrize("place", ["", "没有/a.csv"])
def test_a_place_that_takes_no_file(tmp_path: Path, place: str) -> None:
    with pytest.raises(DataError) as error:
        files.write_bytes(tmp_path / place, b"x")
    assert error.value.message.id == "cannot_write"
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("旧", encoding="utf-8")
    link.symlink_to(target)
    files.write_bytes(link, b"x")
    assert link.is_symlink()
    assert target.read_bytes() == b"x"


def test_the_name_may_be_as_long_as_names_get(tmp_path: Path) -> None:
    path = tmp_path / f"{'长' * 83}.csv"
    assert len(os.fsencode(path.name)) == 253
    files.write_bytes(path, b"x")
    assert path.read_bytes() == b"x"

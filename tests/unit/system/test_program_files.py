"""The list of packed files, and what is said of a file that is not as it was."""

import hashlib
from pathlib import Path

import pytest

from desktop_app.system import program_files, resources

INSIDE = "_internal/译文/a.qm"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / INSIDE).parent.mkdir(parents=True)
    (tmp_path / INSIDE).write_bytes(b"words")
    (tmp_path / "gongbao").write_bytes(b"program")
    program_files.write_list(tmp_path)
    return tmp_path


def said(program: Path) -> list[str]:
    return [resources.sentence(one, "zh_CN") for one in program_files.damages(program)]


def test_whole(program: Path) -> None:
    assert (said(program), program_files.count(program)) == ([], 2)


def test_the_list_is_one_that_sha256sum_reads(program: Path) -> None:
    lines = (program / "files.sha256").read_text(encoding="utf-8").splitlines()
    assert lines == [
        f"{hashlib.sha256(b'words').hexdigest()}  {INSIDE}",
        f"{hashlib.sha256(b'program').hexdigest()}  gongbao",
    ]


def test_what_is_missing_or_changed_is_named(program: Path) -> None:
    (program / INSIDE).unlink()
    (program / "gongbao").write_bytes(b"virus")
    missing, changed = said(program)
    assert "缺少" in missing
    assert INSIDE in missing
    assert "不同" in changed
    assert changed.endswith("gongbao")


def test_files_of_others_do_not_matter(program: Path) -> None:
    (program / "portable").touch()
    assert said(program) == []


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00"])
def test_a_list_that_is_gone_is_itself_a_damage(program: Path, content: bytes | None) -> None:
    listed = program / "files.sha256"
    listed.unlink()
    if content is not None:
        listed.write_bytes(content)
    (one,) = said(program)
    assert one.endswith("files.sha256")


def test_written_again_it_does_not_list_itself(program: Path) -> None:
    program_files.write_list(program)
    assert (said(program), program_files.count(program)) == ([], 2)

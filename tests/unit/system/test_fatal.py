"""A breakdown beneath Python leaves a report; ends of other kinds leave nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.system.fatal import LAST_NAME, RUNNING_NAME, FatalReport

_PROGRAM = """
import os, signal, sys
from pathlib import Path
from desktop_app.system.fatal import FatalReport

def in_the_middle_of_it():
    os.kill(os.getpid(), int(sys.argv[2]))

report = FatalReport(Path(sys.argv[1]))
print(report.begin())
if sys.argv[2] != "0":
    in_the_middle_of_it()
report.end()
"""


def run(folder: Path, signal_number: int) -> str:
    command = [sys.executable, "-c", _PROGRAM, str(folder), str(signal_number)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout.strip()


@pytest.mark.parametrize(("number", "name"), [(11, "Segmentation fault"), (6, "Aborted")])
def test_the_next_start_finds_where_it_was(tmp_path: Path, number: int, name: str) -> None:
    assert run(tmp_path, number) == ""
    found = run(tmp_path, 0)
    assert name in found
    assert "in_the_middle_of_it" in found
    assert name in (tmp_path / LAST_NAME).read_text(encoding="utf-8")
    assert run(tmp_path, 0) == "", "it is told once"


def test_ending_well_leaves_nothing(tmp_path: Path) -> None:
    run(tmp_path, 0)
    assert not any(tmp_path.iterdir())


def test_being_ended_is_no_breakdown(tmp_path: Path) -> None:
    run(tmp_path, 9)
    assert run(tmp_path, 0) == ""


def test_what_is_no_text_is_told_as_far_as_it_is(tmp_path: Path) -> None:
    (tmp_path / RUNNING_NAME).write_bytes(b"Fatal\xff error" * 100_000)
    report = FatalReport(tmp_path / "missing")
    assert report.begin() == ""
    report.end()
    assert run(tmp_path, 0).startswith("Fatal\ufffd error")

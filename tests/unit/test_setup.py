"""What a fresh machine relies on: the lock files and what the set-up scripts say."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"
_PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, set[str]]:
    """Return the versions a lock file pins, by package; two where Pythons differ."""
    found: dict[str, set[str]] = {}
    for package, version in _PIN.findall((LOCKS / f"{name}.txt").read_text(encoding="utf-8")):
        found.setdefault(package, set()).add(version)
    return found


@pytest.mark.parametrize("name", ["run", "dev", "test-pyside-6.9.3"])
def test_lock_is_hashed_and_names_no_host(name: str) -> None:
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text


@pytest.mark.parametrize(("name", "pyside"), [("run", "6.11.3"), ("test-pyside-6.9.3", "6.9.3")])
def test_locks_differ_from_dev_only_in_qt(name: str, pyside: str) -> None:
    dev = pins("dev")
    lock = pins(name)
    assert lock["pyside6-essentials"] == {pyside}
    qt = {"pyside6-essentials", "shiboken6"}
    assert {key: lock[key] for key in lock.keys() - qt} == {
        key: dev[key] for key in lock.keys() - qt
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en_US.UTF-8", "Python 3.11 or newer is needed"), ("zh_CN.UTF-8", "需要 Python 3.11")],
)
def test_an_old_python_is_told_in_a_sentence(tmp_path: Path, language: str, sentence: str) -> None:
    done = subprocess.run(
        [ROOT / "packaging" / "environment.sh", tmp_path / "venv", LOCKS / "run.txt"],
        env=os.environ | {"PYTHON": "false", "LC_ALL": language},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_every_system_library_names_its_package() -> None:
    text = (ROOT / "packaging" / "system" / "libraries.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines
    assert all(re.fullmatch(r"lib\S+\.so\.\d+ lib\S+", line) for line in lines)

"""What a release on a Windows PC names is there: nobody here can run it."""

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]
_WINDOWS = _ROOT / "packaging" / "windows"
_FREEZE, _WORKFLOW = _WINDOWS / "freeze.ps1", _WINDOWS / "workflow.yml"


@pytest.mark.parametrize("file", [_FREEZE, _WORKFLOW], ids=lambda file: file.name)
def test_every_file_that_is_named_is_there(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w.\\])packaging[\\/][\w\\/.-]+\.\w+", text))
    assert named
    missing = [name for name in named if not (_ROOT / name.replace("\\", "/")).is_file()]
    assert missing == []


def test_windows_reads_the_script_whatever_its_code_page() -> None:
    """Windows' own PowerShell takes a script without a mark for one of the machine's code page."""
    assert _FREEZE.read_bytes().isascii()


def test_what_packs_a_release_is_what_packs_a_trial() -> None:
    wanted = re.search(r"apt-get install -y (.*)", _WORKFLOW.read_text(encoding="utf-8"))
    assert wanted is not None
    known = (_ROOT / "packaging" / "system" / "windows.txt").read_text(encoding="utf-8")
    packages = {line.split()[-1] for line in known.splitlines() if not line.startswith("#")}
    # A trial has pefile of the Python that it freezes with.
    assert set(wanted[1].split()) - {"python3-pefile"} <= packages


def test_a_release_is_frozen_as_a_trial_is() -> None:
    trial = (_WINDOWS / "wine" / "freeze.sh").read_text(encoding="utf-8")
    settings = r"\b(PYTHONHASHSEED|PYTHONUTF8|PYINSTALLER_\w+)\s*=\s*'?(\w+)'?"
    frozen = re.findall(settings, _FREEZE.read_text(encoding="utf-8"))
    assert dict(frozen) == dict(re.findall(settings, trial))
    assert len(frozen) == 3

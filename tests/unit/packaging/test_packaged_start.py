"""What the packaged program does before it runs."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

START = Path(__file__).parents[3] / "packaging" / "pyinstaller" / "start.py"
_OPENED = [sys.executable, "-c", "import os; print(os.environ.get('LD_LIBRARY_PATH'))"]


@pytest.mark.parametrize("before", ["/opt/other/lib", None])
def test_programs_it_opens_find_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/gongbao/_internal")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/usr/lib/qt5/plugins")
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "0")
    if before is None:
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    else:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    runpy.run_path(str(START))["_settle_environment"]()
    done = subprocess.run(_OPENED, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(before)
    assert "QT_PLUGIN_PATH" not in os.environ
    # A second process of the program, which reads a file, is not taken for a part of the first.
    assert os.environ["PYINSTALLER_RESET_ENVIRONMENT"] == "1"

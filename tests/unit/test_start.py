"""What a start loads before the text is seen, and what it leaves for later."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_PROGRAM = """
import sys
from desktop_app import cli
from desktop_app.window import plain_qt
plain_qt.import_without_features()
from desktop_app import app
print(*sorted(sys.modules), sep="\\n")
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "late",
    [
        "configparser",
        "numpy",
        "opencc",
        "platformdirs",
        "pyqtgraph",
        "sqlite_utils",
        "tomllib",
        "xlsxwriter",
        "desktop_app.commands.arguments",
        "desktop_app.domain.events",
        "desktop_app.domain.finding",
        "desktop_app.domain.search",
        "desktop_app.pipeline",
        "desktop_app.services.citing",
        "desktop_app.services.completing",
        "desktop_app.services.finding",
        "desktop_app.services.going",
        "desktop_app.services.receipts",
        "desktop_app.services.word",
        "desktop_app.store.fulltext",
        "desktop_app.store.query",
        "desktop_app.store.searcher",
        "desktop_app.widgets.figure_table",
        "desktop_app.widgets.find_bar",
        "desktop_app.widgets.import_receipt",
        "desktop_app.widgets.results",
        "desktop_app.widgets.search_box.popup",
        "desktop_app.window.features",
        "desktop_app.window.search_parts",
        "desktop_app.window.work_note",
    ],
)
def test_the_text_does_not_wait_for_what_it_does_not_need(loaded: set[str], late: str) -> None:
    assert "desktop_app.widgets.reader" in loaded
    assert late not in loaded


def test_pyside_reads_no_module_again() -> None:
    """Whatever it may be called in the PySide that is installed: none is read while imported."""
    program = _PROGRAM.replace("from desktop_app import app", "") + (
        "import linecache; linecache.clearcache()\n"
        "from desktop_app import app\n"
        "print(*linecache.cache, sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert "main_window.py" not in done.stdout

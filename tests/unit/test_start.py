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
plain_qt.import_plainly()
from desktop_app import app
print(*sorted(sys.modules), sep="\\n")
"""


def _said(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    return set(_said(_PROGRAM).split())


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
    assert "main_window.py" not in _said(program)


_WRONG_CALLS = """
from PySide6.QtCore import QRect, QTimer
from PySide6.support.signature import get_signature
for call in (lambda: QRect("x"), lambda: QRect().setWidth("x"), lambda: QTimer(interval="x")):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(error)
print(get_signature(QRect.setWidth), get_signature(QRect.__init__))
from PySide6.support.signature.lib import enum_sig, pyi_generator
print(pyi_generator.Writer.__name__, enum_sig.ExactEnumerator.__name__)
"""


def test_pyside_tells_of_wrong_calls_as_ever() -> None:
    told = _said(
        "from desktop_app.window import plain_qt\nplain_qt.import_plainly()\n" + _WRONG_CALLS
    )
    assert "setWidth(w: int" in told
    assert told == _said(_WRONG_CALLS)


def test_pyside_does_not_word_errors_before_there_are_any() -> None:
    program = _PROGRAM + (
        "module = sys.modules['shibokensupport.signature.parser']\n"
        "print(*('arglistParser' in module.__dict__, bool(module.arglistParser)))\n"
    )
    assert _said(program).endswith("False True\n")

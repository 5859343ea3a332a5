"""`gongbao selfcheck`: one line a check; without a display the window's are left out."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator

from desktop_app.commands.output import sentence, words, write
from desktop_app.domain.messages import Message
from desktop_app.services import selfcheck
from desktop_app.services.selfcheck import Check
from desktop_app.system import child
from desktop_app.system.display import has_display

_DISPLAY_TIMEOUT_SECONDS = 60


def run(options: argparse.Namespace) -> int:
    """Write a line for each check; 0 where all passed."""
    if options.display_only:
        write(f"{json.dumps(_look_at_display())}\n")
        return 0
    passed = True
    for check in _checks(options):
        write(words("check_passed" if check.passed else "check_failed"))
        write(f"  {sentence(check.message)}\n")
        passed = passed and check.passed
    return 0 if passed else 1


def _checks(options: argparse.Namespace) -> Iterator[Check]:
    yield from selfcheck.check(options.library)
    if has_display():
        yield from _display_checks()
    else:
        yield Check(True, Message("check_no_display"))


def _display_checks() -> Iterator[Check]:
    """Start Qt in a process of its own, which may abort, and judge what it says."""
    try:
        done = subprocess.run(
            child.command("selfcheck", "--display-only"),
            capture_output=True,
            check=True,
            timeout=_DISPLAY_TIMEOUT_SECONDS,
        )
        seen = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        said = getattr(error, "stderr", None) or b""
        lines = said.decode("utf-8", "replace").splitlines() or [str(error)]
        # Qt says first what is wrong; an import that fails says it last.
        what = lines[-1] if lines[0].startswith("Traceback") else lines[0]
        yield Check(False, Message("check_qt_failed", {"what": what}))
        return
    yield Check(True, Message("check_qt", {"platform": seen["platform"], "qt": seen["qt"]}))
    font = seen["font"]
    message = Message("check_font", {"font": font}) if font else Message("check_no_font")
    yield Check(bool(font), message)


def _look_at_display() -> dict[str, str]:
    """Return Qt's version and platform, and a font with Chinese characters if there is one."""
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    chinese = QFontDatabase.WritingSystem.SimplifiedChinese
    families = QFontDatabase.families(chinese)
    return {
        "qt": qVersion(),
        "platform": app.platformName(),
        "font": families[0] if families else "",
    }

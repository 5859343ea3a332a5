"""Running the command line, in this process and in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from desktop_app.system import resources

ROOT = Path(__file__).resolve().parents[3]
LANGUAGES = ("zh_CN", "zh_TW", "en")
PROGRAM: tuple[str | bytes | Path, ...] = (sys.executable, "-m", "desktop_app")
NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


Run = Callable[..., "Outcome"]


class Outcome:
    """The exit code and what was written to the two streams."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    def says(self, message_id: str, language: str = "zh_CN") -> bool:
        """Whether one sentence was said and nothing written; `message_id` is the sentence."""
        begin = resources.table("messages")[message_id][language].split("{")[0]
        return not self.out and self.err.startswith(begin) and self.err.count("\n") == 1


def start(
    *arguments: str | bytes | Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        capture_output=True,
        check=False,
    )


# search

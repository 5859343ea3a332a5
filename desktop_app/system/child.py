"""The program started once more, as a process of its own."""

import sys


def command(*arguments: str) -> list[str]:
    """Return the command line that runs the program with `arguments`, packaged or not."""
    this = [] if getattr(sys, "frozen", False) else ["-m", "desktop_app"]
    return [sys.executable, *this, *arguments]

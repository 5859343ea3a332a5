"""Whether there is a screen to show a window on."""

import os
import sys
from pathlib import Path

_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Whether a window could be shown: always on Windows, elsewhere where a display is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in _VARIABLES)


def show_on(platform: str) -> None:
    """Let Qt, which has not started yet, show windows by its plugin `platform`."""
    os.environ["QT_QPA_PLATFORM"] = platform
    if sys.platform == "win32" and platform == "offscreen":
        # Elsewhere this plugin asks the system for its fonts.
        os.environ.setdefault("QT_QPA_FONTDIR", str(_windows_fonts()))


def font_collections() -> list[Path]:
    """Return the files in which Windows keeps several faces each; none on other systems."""
    return sorted(_windows_fonts().glob("*.ttc")) if sys.platform == "win32" else []


def _windows_fonts() -> Path:
    return Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts"


def show_nowhere() -> None:
    """Let Qt, which has not started yet, work without a display; Windows always has one."""
    if sys.platform != "win32":
        show_on("offscreen")

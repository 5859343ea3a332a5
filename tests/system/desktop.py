"""The rest of a desktop, all our own: a bus for its programs, and fcitx5 to type pinyin with."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtDBus import QDBusConnection

from tests.end2end.desktop import until

_TOOLS = {"dbus-daemon": "dbus-daemon", "fcitx5": "fcitx5", "fcitx5-remote": "fcitx5"}
_PINYIN = Path("/usr/share/fcitx5/inputmethod/pinyin.conf")
_PORTAL = "org.freedesktop.portal.IBus"
_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
"""
_CONFIG = """[Behavior]
ActiveByDefault=True
"""


def missing_tools() -> str:
    """Return a sentence that says what to install; empty where nothing is missing."""
    packages = [package for tool, package in _TOOLS.items() if shutil.which(tool) is None]
    if not _PINYIN.exists():
        packages.append("fcitx5-pinyin")
    if not packages:
        return ""
    return f"a real input method is wanted: apt install {' '.join(dict.fromkeys(packages))}"


class Fcitx:
    """fcitx5 with a home of its own, set to pinyin."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)

    def wait_until_typed_with(self) -> None:
        """Wait until the field that has the keyboard is typed in with pinyin."""
        until(lambda: self._ask("-n") == "pinyin", "the input method to take the keys")

    def wait_until_ready(self) -> None:
        """Wait until programs that start now will find it."""
        address = self._environment["DBUS_SESSION_BUS_ADDRESS"]
        bus = QDBusConnection.connectToBus(address, address)
        try:
            until(
                lambda: bus.interface().isServiceRegistered(_PORTAL).value(),
                "fcitx5 to offer what Qt types through",
            )
        finally:
            QDBusConnection.disconnectFromBus(address)

    def _ask(self, *options: str) -> str:
        done = subprocess.run(
            ["fcitx5-remote", *options],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
            timeout=60,
        )
        return done.stdout.strip() if done.returncode == 0 else ""


@contextmanager
def pinyin(environment: Mapping[str, str], home: Path) -> Iterator[Fcitx]:
    """Start fcitx5 on a screen and a bus; `home` is a folder for what it keeps."""
    settings = home / "config" / "fcitx5"
    settings.mkdir(parents=True)
    (settings / "profile").write_text(_PROFILE, encoding="utf-8")
    (settings / "config").write_text(_CONFIG, encoding="utf-8")
    own = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
    environment = {**environment, **own, "HOME": str(home), "LANG": "zh_CN.UTF-8"}
    with (home / "fcitx5.log").open("wb") as log:
        process = subprocess.Popen(
            ["fcitx5"], env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    with process:
        try:
            fcitx = Fcitx(environment)
            fcitx.wait_until_ready()
            yield fcitx
        finally:
            process.kill()


def where_fcitx_is_chosen() -> dict[str, str]:
    """Return this process's environment as it is on a desktop where fcitx was chosen.

    What the machine says about another input method or another bus is left out.
    """
    ours = ("DBUS_SESSION_BUS_ADDRESS", "IBUS_USE_PORTAL", "QT_IM_MODULE", "QT_IM_MODULES")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx", "GTK_IM_MODULE": "fcitx"}

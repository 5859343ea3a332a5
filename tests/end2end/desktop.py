"""A screen of our own, the real program on it, and a user's hands: keys, mouse, clipboard."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Seen = TypeVar("Seen")

SCREEN = (1440, 900)
_PATIENCE_SECONDS = 60.0
_BETWEEN_SECONDS = 0.1
_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "xclip": "xclip", "dbus-daemon": "dbus-daemon"}


def missing_tools() -> str:
    """Return a sentence that says what to install; empty where nothing is missing."""
    packages = [package for tool, package in _TOOLS.items() if shutil.which(tool) is None]
    if not packages:
        return ""
    return f"end-to-end tests drive a real X window: apt install {' '.join(packages)}"


def until(look: Callable[[], Seen], what: str) -> Seen:
    """Look again and again until something true is seen, and return it."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    pause = threading.Event()
    while time.monotonic() < deadline:
        seen = look()
        if seen:
            return seen
        pause.wait(_BETWEEN_SECONDS)
    raise AssertionError(f"waited {_PATIENCE_SECONDS:.0f} seconds in vain for {what}")


@contextmanager
def screen(*more_options: str) -> Iterator[dict[str, str]]:
    """Start an X server on a free display and yield the environment that leads to it."""
    reader, writer = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    # Without -noreset the server starts anew, refusing clients, whenever the last one leaves.
    options = ["-noreset", "-nolisten", "tcp", *more_options]
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, *options]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as numbers:
                display = numbers.readline().strip()
            assert display, "the X server did not start"
            yield os.environ | {"DISPLAY": f":{display}"}
        finally:
            server.terminate()


@contextmanager
def session_bus(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Start a session's bus and yield the environment that leads to it."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(
        command,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as bus:
        try:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            assert address, "the session's bus did not start"
            yield {**environment, "DBUS_SESSION_BUS_ADDRESS": address}
        finally:
            bus.terminate()


class Program:
    """The program as one user runs it, in a home of its own."""

    def __init__(
        self,
        environment: dict[str, str],
        home: Path,
        *arguments: str | Path,
        command: Sequence[str] = (sys.executable, "-m", "desktop_app"),
    ) -> None:
        kinds = ("CONFIG", "DATA", "CACHE", "STATE")
        self.environment = {
            **environment,
            **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds},
            "HOME": str(home),
            "LANG": "zh_CN.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
        }
        self.process = subprocess.Popen(
            [*command, *map(str, arguments)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_for_window(self, title: str) -> None:
        """Wait until a window with `title` in its own is there, and give it the keyboard."""

        def find() -> str:
            assert self.process.poll() is None, self.process.communicate()[1]
            return self._xdotool("search", "--onlyvisible", "--name", title)

        window = until(find, f"a window called {title}").split()[0]
        # No window manager does it on this screen.
        self._xdotool("windowfocus", "--sync", window)

    def windows(self) -> set[str]:
        """Return the windows of the program, and of others like it on this screen."""
        found = self._xdotool("search", "--onlyvisible", "--name", "统计公报")
        return set(found.split())

    def wait_for_windows(self, count: int) -> None:
        """Wait until so many windows of the program are on the screen."""
        until(lambda: len(self.windows()) == count, f"{count} windows")

    def press(self, *keys: str) -> None:
        """Press keys by their X names, such as `ctrl+k`."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type_text(self, text: str) -> None:
        """Type `text` on the keyboard."""
        self._xdotool("type", "--clearmodifiers", text)

    def click(self, x_px: int, y_px: int) -> None:
        """Click at a place of the screen."""
        self._xdotool("mousemove", str(x_px), str(y_px), "click", "1")

    def clipboard(self, target: str = "UTF8_STRING") -> str:
        """Return the text on the clipboard, or another form of it; empty where there is none."""
        return self._run(["xclip", "-out", "-selection", "clipboard", "-target", target])

    def copies(self, keys: str, expected: str, again: Callable[[], None] | None = None) -> None:
        """Press `keys` until the clipboard holds `expected`, doing `again` before each time."""

        def copied() -> bool:
            if again is not None:
                again()
            self.press(keys)
            return self.clipboard() == expected

        try:
            until(copied, f"the clipboard to hold {expected!r}")
        except AssertionError as error:
            raise AssertionError(f"{error}; it holds {self.clipboard()!r}") from error

    def quit(self, said: str = "") -> None:
        """Leave by keyboard; the program must end well and have said nothing, or but `said`."""
        self.press("ctrl+q")
        output, errors = self.process.communicate(timeout=_PATIENCE_SECONDS)
        assert (self.process.returncode, output) == (0, "")
        assert said in errors if said else not errors

    def end(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def _xdotool(self, *arguments: str) -> str:
        return self._run(["xdotool", *arguments])

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
            timeout=_PATIENCE_SECONDS,
        )
        return done.stdout

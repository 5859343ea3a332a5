"""A Windows of our own to try packages on: a fresh wine prefix, as a build makes it.

What wine cannot show (signatures, SmartScreen, restart manager, group policy) is listed for a real
PC in packaging/README.md.
"""

import hashlib
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

from tests.end2end.desktop import until

ROOT = Path(__file__).resolve().parents[3]
DIST = ROOT / "dist"
PICTURES = ROOT / ".build" / "windows" / "pictures"
_WINDOWS = ROOT / "packaging" / "windows"
_PATIENCE_SECONDS = 600
# Of a window with its text and its chart; a bare one has a dozen.
_COLOURS = 300
_TITLE = "统计公报"


class Windows:
    """A prefix of wine in the folder `work`, shown on the display that `environment` names."""

    def __init__(self, work: Path, environment: Mapping[str, str]) -> None:
        self._environment = {**environment, "WORK": str(work)}
        self.prefix = work / "prefix"
        self._shell('"$PREFIX_SH"', {"PREFIX_SH": str(_WINDOWS / "wine" / "prefix.sh")})

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end; what it writes comes in `stdout`."""
        line = " ".join(shlex.quote(str(part)) for part in command)
        return self._shell(f"use_shipped_runtime; run_wine {line}")

    @contextmanager
    def running(
        self, *command: str | Path, settings: Mapping[str, str] | None = None
    ) -> "Iterator[subprocess.Popen[bytes]]":
        """Start a Windows program, which ends at last with what was done meanwhile.

        `settings` are variables of its environment.
        """
        line = " ".join(shlex.quote(str(part)) for part in command)
        with subprocess.Popen(
            ["bash", "-c", f'. "$SETTINGS"; use_shipped_runtime; exec wine {line}'],
            env={**self._with_settings(), **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as running:
            try:
                yield running
            finally:
                running.kill()

    @contextmanager
    def started(
        self, *command: str | Path, settings: Mapping[str, str] | None = None
    ) -> "Iterator[subprocess.Popen[bytes]]":
        """Start the program and wait for its window."""
        with self.running(*command, settings=settings) as running:
            until(self._has_window, "a window of the program")
            yield running

    def _has_window(self) -> bool:
        return bool(self.windows())

    def windows(self) -> list[str]:
        """Return the program's windows that are on the screen, as X knows them."""
        return self.xdotool("search", "--onlyvisible", "--name", _TITLE).split()

    def uppermost(self) -> str:
        """Return the title of the window that lies over all others."""
        command = ["xwininfo", "-root", "-tree"]
        done = subprocess.run(command, env=self._environment, stdout=subprocess.PIPE, check=True)
        # The first of them is the uppermost; what is a pixel large is wine's own.
        titles = re.findall(r'^ +0x\w+ "(.*?)": .* \d{3,}x\d{3,}\+', done.stdout.decode(), re.M)
        return titles[0] if titles else ""

    def xdotool(self, *arguments: str) -> str:
        """Do something on the screen and return what xdotool writes."""
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self._environment, stdout=subprocess.PIPE, check=False)
        return done.stdout.decode()

    def path(self, name: str) -> Path:
        """Return where this machine keeps what Windows calls `name`, such as C:\\…."""
        known = PureWindowsPath(name)
        assert known.drive.lower() == "c:", name
        return self.prefix.joinpath("drive_c", *known.parts[1:])

    @property
    def user(self) -> Path:
        """The folder of Windows' user."""
        (found,) = (
            path for path in (self.prefix / "drive_c" / "users").iterdir() if path.name != "Public"
        )
        return found

    def value(self, key: str, name: str) -> str:
        """Return a value of the registry; nothing where it is not there."""
        done = self.run("reg", "query", key, "/v", name)
        lines = [line.split("REG_SZ", 1) for line in done.stdout.splitlines() if "REG_SZ" in line]
        return lines[0][1].strip() if lines else ""

    def write_value(self, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
        """Write a value into the registry, where 64-bit programs and group policy see it."""
        command = ("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f", "/reg:64")
        done = self.run(*command)
        assert done.returncode == 0, done.stdout

    def remove_key(self, key: str) -> None:
        """Take a key out of the registry, with all that is in it."""
        self.run("reg", "delete", key, "/f", "/reg:64")

    def picture(self, name: str) -> None:
        """Keep a picture of the screen for people to look at, once something is painted on it."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        out = str(PICTURES / f"{name}.png")

        def has_colours() -> bool:
            subprocess.run(["import", "-window", "root", out], env=self._environment, check=True)
            told = subprocess.run(
                ["identify", "-format", "%k", out], stdout=subprocess.PIPE, check=True
            )
            return int(told.stdout) > _COLOURS

        until(has_colours, "a window that is painted")

    def end(self) -> None:
        """End everything that runs there."""
        self._shell("wineserver -k; wineserver -w")

    def _shell(
        self, line: str, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f'. "$SETTINGS"; {line}'],
            env={**self._with_settings(), **(more or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE_SECONDS,
        )

    def _with_settings(self) -> dict[str, str]:
        return {**self._environment, "SETTINGS": str(_WINDOWS / "wine" / "environment.sh")}


class Installed:
    """The program in a folder of that Windows."""

    def __init__(self, windows: Windows, folder: Path) -> None:
        self.windows, self.folder = windows, folder

    def check(self, platform: str) -> subprocess.CompletedProcess[str]:
        """Let the program check itself on a platform of Qt."""
        return self.windows.run(self.folder / "gongbao.exe", "selfcheck", "--platform", platform)

    def is_whole(self) -> bool:
        """Whether every file that was packed is there as it was."""
        lines = (self.folder / "files.sha256").read_text(encoding="utf-8").splitlines()
        return bool(lines) and all(
            hashlib.sha256((self.folder / name).read_bytes()).hexdigest() == digest
            for digest, name in (line.split("  ", 1) for line in lines)
        )

    def uninstall(self, *switches: str) -> None:
        """Uninstall without a question and wait until it is done."""
        self.windows.run(self.folder / "uninstall.exe", "/S", *switches)
        # The uninstaller goes on as a copy of itself.
        until(lambda: not (self.folder / "uninstall.exe").exists(), "the program to be removed")


def named(path: Path) -> str:
    """Return what Windows calls a file of this machine."""
    return "Z:" + str(path).replace("/", "\\")


def built(ending: str) -> Path:
    """Return the one package of `dist` whose name ends so."""
    found = sorted(DIST.glob(f"gongbao-*-x64{ending}"))
    assert len(found) == 1, f"dist has {len(found)} files that end in {ending}: make package-win"
    return found[0]


def packed(program: Path, out: Path) -> Path:
    """Pack a folder into packages as the program's is packed, and return where they lie: `out`."""
    subprocess.run(
        [_WINDOWS / "pack.sh", program, out],
        env={
            **os.environ,
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT / ".build" / "windows" / "python" / "Lib" / "site-packages"),
            "SOURCE_DATE_EPOCH": "1700000000",
        },
        check=True,
        capture_output=True,
    )
    return out

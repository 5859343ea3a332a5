"""Measure how soon the packaged program shows a bulletin, against a packaged bare window.

Both were frozen alike (packaging/linux), both show the same text, and both are watched from
outside: the first paint counts when letters stand in the middle of the screen, whose picture the X
server keeps in a file. Warm, the kinds take turns; cold, the system forgets before each start what
it had read from the disk, for which root is needed.
Run it with `python -m tests.bench.packaged_paint [--repeat N] [--cold N]`.
"""

import argparse
import mmap
import os
import resource
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.bench.first_paint import home_of, report, shown_text
from tests.end2end.desktop import screen

WARM_GOAL, COLD_GOAL = 1.4, 1.6
_FROZEN = Path(__file__).parents[2] / ".build" / "linux"
_PROGRAMS = {"bare": _FROZEN / "bare" / "bare", "program": _FROZEN / "gongbao" / "gongbao"}
_FORGET = Path("/proc/sys/vm/drop_caches")
_ENOUGH_SECONDS = 60.0
_LOOK_SECONDS = 0.001
# Where the text stands in either window: to the right of the chapter tree, left of the table.
_LEFT, _RIGHT, _TOP, _BOTTOM, _STEP = 520, 820, 300, 520, 4
_SHADES = 24
"""More colours than a window without letters has in any place; the edges of letters have many."""


class Picture:
    """The screen as the X server keeps it in a file, of the XWD format."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._map = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._map[:100])
        self._pixels = header[0] + header[19] * 12  # the header, then its table of colours
        self._line = header[12]

    def has_letters(self) -> bool:
        """Whether letters stand in the middle of the screen."""
        shades: set[int] = set()
        for y in range(_TOP, _BOTTOM, _STEP):
            start = self._pixels + y * self._line
            row = self._map[start + _LEFT * 4 : start + _RIGHT * 4]
            shades.update(memoryview(row).cast("I"))
        return len(shades) > _SHADES

    def wait(self, letters: bool) -> float:
        """Wait until letters are there, or none are, and return when that was."""
        deadline = time.monotonic() + _ENOUGH_SECONDS
        pause = threading.Event()
        while self.has_letters() is not letters:
            if time.monotonic() > deadline:
                raise TimeoutError("the screen did not change")
            pause.wait(_LOOK_SECONDS)
        return time.monotonic()


@contextmanager
def watched_screen() -> Iterator[tuple[dict[str, str], Picture]]:
    """Start an X server; yield the environment that leads to it, and its picture."""
    with tempfile.TemporaryDirectory() as folder, screen("-fbdir", folder) as environment:
        environment["QT_QPA_PLATFORM"] = "xcb"
        yield environment, Picture(Path(folder) / "Xvfb_screen0")


class Start(NamedTuple):
    """One start, in seconds to the first paint; `processor` is the work done till then."""

    clock: float
    processor: float


def start(kind: str, environment: dict[str, str], text: Path, picture: Picture) -> Start:
    """Start `kind` with a home of its own, and return its times."""
    with tempfile.TemporaryDirectory() as home:
        # Its place of single starts is there too: no program of the user's is met.
        own = environment | home_of(Path(home)) | {"XDG_RUNTIME_DIR": home}
        command = [str(_PROGRAMS[kind]), *([str(text)] if kind == "bare" else [])]
        worked, began = _worked(), time.monotonic()
        with subprocess.Popen(command, env=own) as process:
            try:
                painted = picture.wait(letters=True)
            finally:
                process.kill()
        picture.wait(letters=False)
    return Start(painted - began, _worked() - worked)


def _worked() -> float:
    """Return the work of all processes that were started here and have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def forget() -> None:
    """Let the system forget what it read from the disk, as after the machine was switched on."""
    os.sync()
    _FORGET.write_text("3", encoding="ascii")


def measure(repeat: int, *, cold: bool, text: str) -> dict[str, list[Start]]:
    """Return the times of `repeat` starts of each kind, in turn."""
    starts: dict[str, list[Start]] = {kind: [] for kind in _PROGRAMS}
    with watched_screen() as (environment, picture), tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(text, encoding="utf-8")
        for kind in _PROGRAMS:  # Once each unmeasured: the fonts' cache is made, files are read.
            start(kind, environment, file, picture)
        for _ in range(repeat):
            for kind in _PROGRAMS:
                if cold:
                    forget()
                starts[kind].append(start(kind, environment, file, picture))
    return starts


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--repeat", type=int, default=11)
    ask.add_argument("--cold", type=int, default=5, help="how many cold starts of each kind")
    options = ask.parse_args()
    missing = [str(program) for program in _PROGRAMS.values() if not program.is_file()]
    if missing:
        sys.stderr.write(f"not frozen: {', '.join(missing)}; make package-deb, then make bench\n")
        return 1
    text = shown_text()
    for name, repeat, goal in (
        ("warm", options.repeat, WARM_GOAL),
        ("cold", options.cold, COLD_GOAL),
    ):
        cold = name == "cold"
        if cold and not os.access(_FORGET, os.W_OK):
            sys.stdout.write("packaged first paint, cold: not measured, root is needed\n")
            continue
        starts = measure(repeat, cold=cold, text=text)
        title = f"packaged first paint, {name}, {repeat} starts of each kind in turn, medians"
        clock = {kind: [one.clock for one in starts[kind]] for kind in _PROGRAMS}
        work = {kind: [one.processor for one in starts[kind]] for kind in _PROGRAMS}
        lines = (
            report(title, clock["bare"], clock["program"], goal),
            report(
                f"packaged first paint, {name}, processor time",
                work["bare"],
                work["program"],
                None,
            ),
        )
        sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure how soon the program shows a bulletin, against a bare window with the same text.

Each start is a process of its own; the two kinds take turns, so that a busy machine slows both.
The first paint counts when the text is on the screen, in the program with the chapter tree.
Run it with `python -m tests.bench.first_paint [--repeat N] [--python PYTHON]`.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec import Struct

from desktop_app.services.library import open_library
from tests.end2end.desktop import screen

GOAL = 1.4
_KINDS = ("bare", "program")
_ENOUGH_SECONDS = 60


class Start(Struct, frozen=True):
    """One start, in seconds to the first paint; `processor` is the work done till then."""

    from_process: float
    from_application: float
    processor: float


def home_of(folder: Path) -> dict[str, str]:
    """Return what makes `folder` the home of a user who has not run the program before."""
    kinds = ("CONFIG", "DATA", "CACHE", "STATE")
    return {f"XDG_{name}_HOME": str(folder / name.lower()) for name in kinds}


def start(python: str, kind: str, environment: dict[str, str], text: Path) -> Start:
    """Start `kind` by the interpreter `python`, with a home of its own, and return its times."""
    with tempfile.TemporaryDirectory() as home:
        program = [python, "-m", "tests.bench.one_start", kind]
        done = subprocess.run(
            [*program, str(time.monotonic()), str(text)],
            env=environment | home_of(Path(home)),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=_ENOUGH_SECONDS,
        )
    return Start(**json.loads(done.stdout))


def shown_text() -> str:
    """Return the reading text of the bulletin that the program opens on its first start."""
    with open_library() as library:
        return library.bulletin(library.bulletins()[0].id).text.hans


def report(title: str, bare: list[float], program: list[float], goal: float | None) -> str:
    """Return one line: medians in milliseconds, their ratio and the goal."""
    low, high = statistics.median(bare), statistics.median(program)
    ratio = high / low
    line = f"{title}: bare {low * 1000:.0f} ms, program {high * 1000:.0f} ms, ratio {ratio:.2f}"
    if goal is None:
        return line
    return f"{line} (goal ≤ {goal}: {'met' if ratio <= goal else 'not met'})"


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--repeat", type=int, default=11)
    ask.add_argument("--python", default=sys.executable, help="of an environment as users have it")
    options = ask.parse_args()
    repeat, python = options.repeat, options.python
    starts: dict[str, list[Start]] = {kind: [] for kind in _KINDS}
    with screen() as environment, tempfile.TemporaryDirectory() as folder:
        # Bytecode is kept between starts, as it is where people work.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["QT_QPA_PLATFORM"] = "xcb"
        text = Path(folder) / "text.txt"
        text.write_text(shown_text(), encoding="utf-8")
        for kind in _KINDS:  # Once each unmeasured: files come from the disk, bytecode is written.
            start(python, kind, environment, text)
        for _ in range(repeat):
            for kind in _KINDS:
                starts[kind].append(start(python, kind, environment, text))
    bare, program = starts["bare"], starts["program"]
    lines = (
        f"first paint, {repeat} starts of each kind in turn, medians",
        report(
            "from the start of the process (the named figure)",
            [one.from_process for one in bare],
            [one.from_process for one in program],
            GOAL,
        ),
        report(
            "from the finished QApplication",
            [one.from_application for one in bare],
            [one.from_application for one in program],
            None,
        ),
        report(
            "processor time to the first paint",
            [one.processor for one in bare],
            [one.processor for one in program],
            None,
        ),
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure how much memory the program takes, against an empty window of PySide6.

Resident memory of a process of its own for each: an empty window when it is painted, the program
when text and tree are painted, and the program once its first chart is drawn.
Run it with `python -m tests.bench.memory [--repeat N]`.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.first_paint import home_of
from tests.bench.probe import Probe, views_of
from tests.end2end.desktop import screen

GOALS = {"first_paint": 1.9, "first_chart": 2.6}
_ENOUGH_SECONDS = 60
_STATUS = Path("/proc/self/status")


def resident_mb() -> float:
    """Return the resident memory of this process in MB (10^6 bytes)."""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1e6


class _Probe(Probe):
    """Notes the memory when what it watches is on the screen."""

    def __init__(self) -> None:
        super().__init__(0.0)
        self.megabytes = 0.0

    def painted(self) -> None:
        self.megabytes = resident_mb()


def empty() -> dict[str, float]:
    """Return the memory of an empty window once it is painted."""
    application = QApplication([])
    window = QWidget()
    window.resize(800, 600)
    window.show()
    while not window.windowHandle().isExposed():
        application.processEvents()
    window.repaint()
    return {"empty": resident_mb()}


def program() -> dict[str, float]:
    """Return the memory of the program at its first paint and with its first chart."""
    from desktop_app import app, cli
    from desktop_app.window.main_window import MainWindow

    measured: dict[str, float] = {}
    probe = _Probe()

    class Watched(MainWindow):
        def show(self) -> None:
            probe.watch(self, *views_of(self.panes))
            super().show()
            look = QTimer(self, interval=20)

            def see() -> None:
                chart = self.panes.chart._pane
                if probe.megabytes and chart is not None and chart.isVisible():
                    look.stop()
                    # A chart is drawn in the paint that follows its being made.
                    QTimer.singleShot(500, finish)

            def finish() -> None:
                measured.update(first_paint=probe.megabytes, first_chart=resident_mb())
                self.close()

            look.timeout.connect(see)
            look.start()

    vars(app).update(MainWindow=Watched)
    cli.main([])
    return measured


def measure(kind: str, environment: dict[str, str]) -> dict[str, float]:
    """Start `kind` once with a home of its own and return what it took."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.memory", "--kind", kind],
            env=environment | home_of(Path(home)),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=_ENOUGH_SECONDS,
        )
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--repeat", type=int, default=3)
    ask.add_argument("--kind", choices=("empty", "program"), help=argparse.SUPPRESS)
    options = ask.parse_args()
    if options.kind:
        answer = empty() if options.kind == "empty" else program()
        sys.stdout.write(f"{json.dumps(answer)}\n")
        return 0
    seen: dict[str, list[float]] = {}
    with screen() as environment:
        environment["QT_QPA_PLATFORM"] = "xcb"
        for _ in range(options.repeat):
            for kind in ("empty", "program"):
                for name, taken in measure(kind, environment).items():
                    seen.setdefault(name, []).append(taken)
    least = statistics.median(seen["empty"])
    lines = [f"memory, {options.repeat} starts of each, medians; empty window {least:.0f} MB"]
    for name, goal in GOALS.items():
        megabytes = statistics.median(seen[name])
        ratio = megabytes / least
        met = "met" if ratio <= goal else "not met"
        lines.append(f"{name}: {megabytes:.0f} MB, ratio {ratio:.2f} (goal ≤ {goal}: {met})")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

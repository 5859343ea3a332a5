"""Measure how long a text takes to become a bulletin, against `jieba.lcut` of the same text.

The bundled bulletin is measured, and every labelled text found under `--corpus` (a folder with
`NAME.txt` beside `NAME.figures.tsv`; they are not part of the project). CPU time counts, and the
two take turns, so that a busy machine slows both. The last lines tell whether the time grows with
the length alone. Run it with `python -m tests.bench.reading [--corpus FOLDER] [--repeat N]`.
"""

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import jieba

from desktop_app.domain.bulletin import SourceText
from desktop_app.pipeline import sources
from desktop_app.pipeline.understanding import understand

GOAL_RATIO = 6.0
COPIES = 100
GOAL_COPIES = 110.0
_BUNDLED = Path(__file__).parents[2] / "data" / "bulletins"


def texts(corpus: Path | None) -> Iterator[tuple[str, SourceText]]:
    """Yield the name and the source text of each bulletin to measure."""
    for path in sorted(_BUNDLED.glob("*/source.txt")):
        yield path.parent.name, sources.decode(path.read_bytes(), path.suffix)
    for labels in sorted(corpus.glob("*.figures.tsv") if corpus else ()):
        path = labels.with_name(labels.name.replace(".figures.tsv", ".txt"))
        yield path.stem, sources.decode(path.read_bytes(), path.suffix)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one run of `work`, in seconds."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def copies_of(source: SourceText, count: int) -> SourceText:
    """Return the text of `source` written `count` times, one below the other."""
    text = "\n".join([source.text] * count)
    return sources.decode(text.encode(), ".txt")


def verdict(ratio: float, goal: float) -> str:
    return f"{ratio:.2f} (goal ≤ {goal:g}: {'met' if ratio <= goal else 'not met'})"


def compare(name: str, source: SourceText, repeat: int) -> str:
    """Return one line: medians in milliseconds and their ratio."""
    ours, theirs = [], []
    understand(source)  # Knowledge is read once a process, as jieba's dictionary is.
    for _ in range(repeat):
        theirs.append(cpu_seconds(lambda: jieba.lcut(source.text)))
        ours.append(cpu_seconds(lambda: understand(source)))
    jieba_time, our_time = statistics.median(theirs), statistics.median(ours)
    ratio = verdict(our_time / jieba_time, GOAL_RATIO)
    return (
        f"{name}: {len(source.text)} characters, jieba.lcut {jieba_time * 1000:.0f} ms, "
        f"text to bulletin {our_time * 1000:.0f} ms, ratio {ratio}"
    )


def growth(name: str, source: SourceText, repeat: int) -> str:
    """Return one line: what `COPIES` copies of the text cost, in times of one."""
    once = statistics.median(cpu_seconds(lambda: understand(source)) for _ in range(repeat))
    many = copies_of(source, COPIES)
    ratio = cpu_seconds(lambda: understand(many)) / once
    return f"{name}: {COPIES} copies cost times one: {verdict(ratio, GOAL_COPIES)}"


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--corpus", type=Path)
    ask.add_argument("--repeat", type=int, default=7)
    given = ask.parse_args()
    jieba.setLogLevel("WARNING")
    jieba.initialize()
    measured = list(texts(given.corpus))
    for measure in (compare, growth):
        for name, source in measured:
            sys.stdout.write(measure(name, source, given.repeat) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

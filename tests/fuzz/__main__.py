"""Damages texts and feeds nonsense: a longer run of what the unit tests try a little of.

Run it with `python -m tests.fuzz [--examples N] [--seed N] [--guard SECONDS]`. The last lines say
how much of the damage was restored, marked or silently different; the exit code is 1 where a
number differs silently, where words do in more than one of a thousand damaged places, where
something raises what is no message for users, or takes longer than the guard.
"""

import argparse
import faulthandler
import sys
import time
from collections import Counter
from random import Random

from desktop_app.domain.bulletin import Certainty
from desktop_app.domain.errors import DataError
from desktop_app.pipeline import sources
from desktop_app.pipeline.repair import repair
from desktop_app.pipeline.understanding import understand
from tests.fuzz import damage, invented, nonsense, numbers, verdicts

_MOST_WRONG = 0.001
# Of so many examples one goes through the whole pipeline, one is in Simplified characters; with so
# many comes one small file of nonsense of each kind.
_WHOLE = 10
_SIMPLIFIED = 3
_NONSENSE = 5


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def damaged_bulletins(examples: int, seed: int) -> bool:
    """Damage bulletins, repair them and say what became of the damage."""
    told: Counter[str] = Counter()
    for number in range(examples):
        random = Random(seed + number)
        text = invented.bulletin(random, 4)
        how = damage.plan(random, text, simplified=number % _SIMPLIFIED == 0)
        source = damage.damage(random, text, how)
        mended, repairs = repair(source)
        for made in repairs:
            told["places"] += 1
            told[made.certainty] += 1
            if made.rule.startswith("misdecode"):
                told["runs"] += 1
                told["restored runs"] += made.certainty is not Certainty.UNKNOWN
        both = (Certainty.CERTAIN, Certainty.LIKELY)
        for found in verdicts.differences(mended, repairs, verdicts.sound(text), both):
            told["numbers" if found.of_number else "words"] += 1
            say(f"seed {seed + number}: read {found.read!r}, meant {found.meant!r}")
        if number % _WHOLE == 0:
            for figure in numbers.silently_other(source, damage.traditional(text)):
                told["numbers"] += 1
                say(f"seed {seed + number}: {figure.printed!r} is no figure of the sound page")
    say(
        f"{examples} damaged bulletins, {told['places']} places: "
        f"certain {_share(told, Certainty.CERTAIN)}, likely {_share(told, Certainty.LIKELY)}, "
        f"marked {_share(told, Certainty.UNKNOWN)}; "
        f"of {told['runs']} stretches of misread bytes {told['restored runs']} restored; "
        f"silently different: numbers {told['numbers']}, words {told['words']}"
    )
    return not told["numbers"] and told["words"] <= _MOST_WRONG * told["places"]


def _share(told: Counter[str], what: str) -> str:
    return f"{told[what] / max(told['places'], 1):.2%}"


def small_nonsense(examples: int, seed: int, guard: float) -> bool:
    """Read small files of nonsense; only messages for users may be raised."""
    sound = True
    for name, make in nonsense.SMALL.items():
        slowest = 0.0
        for number in range(examples // _NONSENSE):
            data = make(Random(seed + number))
            slowest = max(slowest, _read(data, (".txt", ".md", ".html")[number % 3], guard))
        sound = sound and slowest <= guard
        say(f"{name}: {examples // _NONSENSE} files, the slowest {slowest:.2f} s")
    return sound


def large_nonsense(guard: float) -> bool:
    """Read files that are large or deep."""
    sound = True
    for name, suffix, data in nonsense.large():
        took = _read(data, suffix, guard)
        sound = sound and took <= guard
        say(f"{name}: {len(data) / 1e6:.1f} MB of {suffix}, {took:.2f} s")
    return sound


def _read(data: bytes, suffix: str, guard: float) -> float:
    """Read a file and return the seconds it took; end the run where it hangs."""
    faulthandler.dump_traceback_later(4 * guard, exit=True)
    started = time.perf_counter()
    try:
        understand(sources.decode(data, suffix))
    except DataError:
        pass  # A calm message is an answer.
    finally:
        faulthandler.cancel_dump_traceback_later()
    return time.perf_counter() - started


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--examples", type=int, default=5000)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--guard", type=float, default=60.0, help="seconds a file may take")
    given = ask.parse_args()
    passed = [
        damaged_bulletins(given.examples, given.seed),
        small_nonsense(given.examples, given.seed, given.guard),
        large_nonsense(given.guard),
    ]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Damages texts, feeds nonsense and searches: a longer run of what the unit tests try a little of.

Run it with `python -m tests.fuzz [--examples N] [--seed N] [--guard SECONDS]`; 5,000 examples take
some ten minutes. Its lines say how much of the damage was restored, marked or silently different;
the exit code is 1 where a number differs silently, where words do in more than one of a thousand
stretches of misread bytes, where something raises what is no message for users or takes longer
than the guard, and where a search finds anything else than a reader does.
"""

import argparse
import faulthandler
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from desktop_app.domain.bulletin import Certainty, Repair
from desktop_app.domain.errors import DataError
from desktop_app.pipeline import sources
from desktop_app.pipeline.repair import repair
from desktop_app.pipeline.understanding import understand
from desktop_app.services import importing
from desktop_app.services.library import build
from desktop_app.store.library import Library
from desktop_app.system import paths
from tests.fuzz import damage, invented, nonsense, numbers, verdicts
from tests.fuzz.searching import any_words

_MOST_WRONG = 0.001
_NUMBERS, _WORDS, _OTHERS = "damaged numbers", "misread words", "glosses, breaks and markup"
_SILENT = "silently different"
_CERTAINTIES = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNKNOWN)
# Of so many examples one goes through the whole pipeline, one is in Simplified characters; with so
# many comes one small file of nonsense of each kind.
_WHOLE = 10
_SIMPLIFIED = 3
_NONSENSE = 5
_BUNDLED = "tiedong-2022"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def damaged_bulletins(examples: int, seed: int) -> bool:
    """Damage bulletins, repair them and say what became of the damage."""
    told: Counter[tuple[str, str]] = Counter()
    for number in range(examples):
        random = Random(seed + number)
        text = invented.bulletin(random, 4)
        how = damage.plan(random, text, simplified=number % _SIMPLIFIED == 0)
        source = damage.damage(random, text, how)
        mended, repairs = repair(source)
        for made in repairs:
            told[_kind(made), made.certainty] += 1
        both = (Certainty.CERTAIN, Certainty.LIKELY)
        for found in verdicts.differences(mended, repairs, verdicts.sound(text), both):
            told[_NUMBERS if found.of_number else _WORDS, _SILENT] += 1
            say(f"seed {seed + number}: read {found.read!r}, meant {found.meant!r}")
        if number % _WHOLE == 0:
            for figure in numbers.silently_other(source, damage.traditional(text)):
                told[_NUMBERS, _SILENT] += 1
                say(f"seed {seed + number}: {figure.printed!r} is no figure of the sound page")
    say(f"{examples} damaged bulletins")
    for kind in (_NUMBERS, _WORDS, _OTHERS):
        places = sum(told[kind, certainty] for certainty in Certainty)
        shares = ", ".join(
            f"{certainty} {told[kind, certainty] / max(places, 1):.2%}"
            for certainty in _CERTAINTIES
        )
        say(f"{kind}: {places} places, {shares}; {_SILENT} {told[kind, _SILENT]}")
    stretches = sum(told[_WORDS, certainty] for certainty in Certainty)
    return not told[_NUMBERS, _SILENT] and told[_WORDS, _SILENT] <= _MOST_WRONG * stretches


def _kind(made: Repair) -> str:
    """Return whether a number was damaged, or words were misread, or it is another repair."""
    if made.rule != "heading_number" and re.search(r"\d", made.damaged + made.repaired):
        return _NUMBERS
    return _WORDS if made.rule.startswith(("misdecode", "stray")) else _OTHERS


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


def searches(examples: int) -> bool:
    """Search the bundled bulletin and hold what is found against a reading of it."""
    bundled = paths.data() / "bulletins" / _BUNDLED / "source.txt"
    (bulletin,) = importing.inspect(bundled).bulletins
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gongbao.db"
        build(paths.data(), path)
        with Library(path) as library:
            try:
                any_words(library, bulletin, examples)
            except AssertionError as error:
                say(f"a search finds something else than a reader: {error}")
                for note in getattr(error, "__notes__", ()):
                    say(note)
                return False
    say(f"{examples} searches found what a reader finds")
    return True


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
        searches(given.examples),
    ]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())

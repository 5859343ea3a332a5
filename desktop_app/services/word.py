"""Where the word under the mouse begins and ends: Chinese has no blanks between its words.

The longest word of `resources/words.toml` or `repair.toml` around the place; of what is in no
list, a run of letters and digits, or the one character. Qt itself knows
no Chinese words: its double click takes all up to the next punctuation mark.
"""

import re
from functools import cache

from desktop_app.system import resources

_RUN = re.compile(r"[A-Za-z0-9０-９]+(?:[.．,][A-Za-z0-9０-９]+)*[%％‰]?")
_LISTS = ("frequent", "usual", "rare")


def word_span(text: str, at: int) -> tuple[int, int]:
    """Return start and end, in code points, of the word of `text` that holds the place `at`."""
    for run in _RUN.finditer(text):
        if run.start() <= at < run.end():
            return run.span()
    folded = resources.folding().fold(text)
    known = _words()
    longest = max(map(len, known))
    for length in range(longest, 1, -1):
        for start in range(max(at - length + 1, 0), at + 1):
            if folded[start : start + length] in known:
                return start, start + length
    return at, min(at + 1, len(text))


@cache
def _words() -> frozenset[str]:
    table = resources.table("words")
    of_bulletins = resources.table("repair")["words"].split()
    return frozenset(of_bulletins).union(*(table[name].split() for name in _LISTS))

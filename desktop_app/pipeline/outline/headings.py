"""Where a heading's title ends: on a line of its own, or run into its sentence."""

import re
from collections.abc import Sequence

from desktop_app.pipeline.outline.imprint import MARKS
from desktop_app.pipeline.outline.topics import is_topic

_STOPS = "。；！？;!?"
_PAUSES = "，：,:"
_TRAILING = " \t\u3000。；，、：.;,:*#＊"
_OPEN, _CLOSE = "（(《〈<“‘「『【[", "）)》〉>”’」』】]"

# A heading set on its own line is short; a stop at its end needs more proof than none.
LONGEST_OWN_LINE = 50
_LONGEST_WITH_STOP = 25
# Below this, a first clause (疫情期间，) says too little to be a title.
_SHORTEST_CLAUSE = 5
_LONGEST_TITLE = 90
# What a colon ends has said what follows, however short: 人口：.
_SHORTEST_NAMED = 2
# The marks of notes that a heading ends with: [1], ①, （注2）.
_NOTE_MARKS = re.compile(rf"(?:\s*(?:{MARKS}|[（(](?:见?注|附注)\s*\d*[）)]))+$")

_QUANTITY = re.compile(r"\d[\d.,]*\s*(?:[万亿余多]|%|％|元|个|人|户|家|吨|公里|亩|平|对|件|次)")


def is_own_line(rest: str) -> bool:
    """Whether what follows a number on its line is a heading and nothing else."""
    title = rest.rstrip(_TRAILING)
    if not title or len(title) > LONGEST_OWN_LINE:
        return False
    if any(stop in title for stop in _STOPS):
        return False
    if rest.rstrip("* \t\u3000")[-1] in "。；;":
        short = len(title) <= _LONGEST_WITH_STOP
        return short and not _QUANTITY.search(title) and not re.search(r"[，,：:]", title)
    return True


def title_end(rest: str, gaps: Sequence[int] = ()) -> int:
    """Return how many characters of `rest`, the text after a number, are its title.

    `gaps` are the places in `rest` where a blank stood that reading dropped.
    """
    if is_own_line(rest):
        return len(rest.rstrip(_TRAILING))
    named = topic_before_blank(rest, gaps)
    if named:
        return named
    for place in _clause_ends(rest):
        if place > _LONGEST_TITLE:
            break
        # A stop ends a title however short; a pause only where enough has been said.
        named = rest[place] in "：:" and place >= _SHORTEST_NAMED
        if rest[place] in _STOPS or named or place >= _SHORTEST_CLAUSE:
            return len(rest[:place].rstrip(_TRAILING)) or place
    return len(rest[:_LONGEST_TITLE].rstrip(_TRAILING))


def topic_before_blank(rest: str, gaps: Sequence[int]) -> int:
    """Return where a topic of chapters ends that only a blank sets apart from its text.

    So a line reads whose break was lost: 一、综 合 经济平稳增长。
    """
    first = rest[: LONGEST_OWN_LINE + 1]
    blanks = {match.start() for match in re.finditer(r"\s+", first)}
    places = sorted(blanks | {gap for gap in gaps if 0 < gap < len(first)})
    named = (place for place in reversed(places) if is_topic(first[:place]))
    return next(named, 0)


def _clause_ends(text: str) -> list[int]:
    """Return the places of stops and pauses outside brackets and quotation marks."""
    places: list[int] = []
    depth = 0
    for place, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        elif depth == 0 and char in _STOPS + _PAUSES and not _inside_number(text, place):
            places.append(place)
    return places


def _inside_number(text: str, place: int) -> bool:
    return 0 < place < len(text) - 1 and text[place - 1].isdigit() and text[place + 1].isdigit()


def tidy(title: str) -> str:
    """Return a title as listed: a run of blanks is one, padding between two characters none."""
    words = _NOTE_MARKS.sub("", title.replace("**", "")).split()
    if len(words) == 2 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)

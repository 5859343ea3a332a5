"""Where a heading's title ends: on a line of its own, or run into its sentence."""

import re

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


def title_end(rest: str) -> int:
    """Return how many characters of `rest`, the text after a number, are its title."""
    if is_own_line(rest):
        return len(rest.rstrip(_TRAILING))
    for place in _clause_ends(rest):
        if place > _LONGEST_TITLE:
            break
        # A stop ends a title however short; a pause only where enough has been said.
        if rest[place] in _STOPS or place >= _SHORTEST_CLAUSE:
            return len(rest[:place].rstrip(_TRAILING)) or place
    return len(rest[:_LONGEST_TITLE].rstrip(_TRAILING))


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
    words = title.replace("**", "").split()
    if len(words) == 2 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)

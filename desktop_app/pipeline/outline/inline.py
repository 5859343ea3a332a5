"""Chapters that were run into one line: a page whose line breaks were lost."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from desktop_app.pipeline.outline import headings
from desktop_app.pipeline.outline.numbering import CHINESE_NUMERAL, value_of
from desktop_app.pipeline.outline.topics import is_topic

_OPENING = re.compile(
    rf"(?:(?<=[。；！？”）\s])|^)(?P<n>{CHINESE_NUMERAL})[、.．]\s*(?P<rest>[^。；，！？\d]{{2,30}})",
    re.MULTILINE,
)
_FEWEST = 3


def breaks(text: str, gaps: Sequence[int]) -> list[int]:
    """Return where chapters begin inside lines, if a text's chapters count on so from the first.

    Each must name a topic of bulletins' chapters and end there, at a stop or a blank; `gaps` are
    the offsets of blanks that reading dropped. Most of them stand inside lines, or it is no such
    text.
    """
    run: list[int] = []
    best: list[int] = []
    for match in _OPENING.finditer(text):
        value = value_of(match["n"])
        if value not in {1, len(run) + 1} or not _names_topic(match, gaps):
            continue
        run = [match.start("n")] if value == 1 else [*run, match.start("n")]
        best = run if len(run) > len(best) else best
    inside = [place for place in best if place and text[place - 1] != "\n"]
    return inside if len(best) >= _FEWEST and len(inside) * 2 > len(best) else []


def _names_topic(match: re.Match[str], gaps: Sequence[int]) -> bool:
    start, end = match.span("rest")
    inner = gaps[bisect_left(gaps, start) : bisect_left(gaps, end)]
    if headings.topic_before_blank(match["rest"], [gap - start for gap in inner]):
        return True
    return is_topic(match["rest"].partition("：")[0])

"""Where two marks of punctuation meet, and half a character of blank stands between their ink.

A Chinese mark fills a whole square with ink in one half of it or in its middle; of two in a row
the first is set narrower by what a bracket leaves blank, as printers do (W3C, Requirements for
Chinese Text Layout, on adjacent punctuation). The points of a sentence are at the left of their
squares in the Mainland and in the middle in Taiwan, so that only a bracket's blank is sure to be
free. No more is done: Qt itself begins no line with a closing mark and ends none with an opening
one, and a mark that hangs over the rim would take the whole text to be laid out a second time, for
only the first layout tells which marks end a line.
"""

import re
from collections.abc import Iterator
from functools import cache

_OPENING, _CLOSING, _POINTS = "（《「『【〔〈", "）》」』】〕〉", "，。、；：！？"
_QUOTES = "“‘", "”’"


@cache
def _meeting(*, wide_quotes: bool) -> re.Pattern[str]:
    opening, closing = _OPENING, _CLOSING
    if wide_quotes:
        opening, closing = opening + _QUOTES[0], closing + _QUOTES[1]
    return re.compile(
        f"[{closing}](?=[{opening}{closing}{_POINTS}])|[{_POINTS}{opening}](?=[{opening}])"
    )


def tight_places(text: str, start: int, end: int, *, wide_quotes: bool) -> Iterator[int]:
    """Yield where in `text[start:end]` a mark stands that is set narrower.

    `wide_quotes` says that “ and ” fill a square too: in some faces they are those of English.
    """
    meeting = _meeting(wide_quotes=wide_quotes)
    return (found.start() for found in meeting.finditer(text, start, end))

"""Pinyin readings that a web page put in parentheses after characters: 区(qū).

A parenthesis is a gloss only if it holds a reading of the character before it, so that (GDP) and
(在职) stay.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from pypinyin.constants import PINYIN_DICT

from desktop_app.pipeline.repair.draft import Change

_LATIN = r"[a-zɡāáǎăàēéěĕèīíǐĭìōóǒŏòūúǔŭùǖǘǚǜüńňǹḿê\u0300-\u030c]"
READING = rf"{_LATIN}{{1,8}}"
_GLOSS = re.compile(rf"(?P<char>[^\x00-\x7f])\s?[(（](?P<reading>{READING})[)）]")
_CARON_FOR_BREVE = str.maketrans("ăĕĭŏŭɡ", "ǎěǐǒǔg")


def glosses(text: str) -> Iterator[Change]:
    """Yield a change for every gloss in `text`."""
    for match in _GLOSS.finditer(text):
        char, reading = match["char"], match["reading"]
        if is_reading(reading, char):
            yield Change(match.start() + 1, match.end(), "", rule="gloss", shown=match.span())


def is_reading(reading: str, char: str) -> bool:
    """Whether `reading` (tone-marked, or without any tone) is a reading of `char`."""
    reading = unicodedata.normalize("NFC", reading).translate(_CARON_FOR_BREVE)
    marked, plain = _readings(char)
    return reading in marked or reading in plain


@cache
def _readings(char: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the readings of `char`, with tone marks and without."""
    marked = frozenset(PINYIN_DICT.get(ord(char), "").split(",")) - {""}
    return marked, frozenset(_without_tone(reading) for reading in marked)


def _without_tone(reading: str) -> str:
    """Drop the tone of a reading but keep the two dots of ü."""
    parts = unicodedata.normalize("NFD", reading)
    kept = "".join(c for c in parts if c == "\u0308" or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)

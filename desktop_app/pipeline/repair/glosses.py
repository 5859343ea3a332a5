"""Pinyin readings that a web page put in parentheses after characters: 区(qū).

A parenthesis is a gloss only if it holds a reading of the character before it, so that (GDP) and
(在职) stay.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from pypinyin.constants import PINYIN_DICT

from desktop_app.pipeline.repair import gbk
from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.sources.encoding import common_characters
from desktop_app.system import resources

_LATIN = r"[a-zɡāáǎăàēéěĕèīíǐĭìōóǒŏòūúǔŭùǖǘǚǜüńňǹḿê\u0300-\u030c]"
READING = rf"{_LATIN}{{1,8}}"
_ONE = rf"\s?[(（](?P<reading>{READING})[)）]"
_GLOSSES = re.compile(rf"(?P<char>[^\x00-\x7f])(?P<all>(?:{_ONE.replace('?P<reading>', '')})+)")
_STRADDLING = re.compile(rf"(?P<char>[^\x00-\x7f])(?P<rest>[@-~]){_ONE}")
# Where so many are, no author put them.
_MANY = 4
_CARON_FOR_BREVE = str.maketrans("ăĕĭŏŭɡ", "ǎěǐǒǔg")


def glosses(text: str) -> Iterator[Change]:
    """Yield a change for every gloss in `text`, one where a character has several."""
    found = list(_found(text))
    for change in found:
        if len(found) >= _MANY or not _is_an_authors(text[change.start - 1 : change.end]):
            yield change


def _is_an_authors(gloss: str) -> bool:
    """Whether a character with its reading may well be so in print.

    Authors tell how to read what is rare; and a reading without its tone may be a unit's name.
    """
    rare = resources.folding().fold(gloss[0]) not in common_characters()
    return rare or gloss[1:].replace("（", "").replace("）", "").isascii()


def _found(text: str) -> Iterator[Change]:
    for match in _GLOSSES.finditer(text):
        start = end = match.end("char")
        for one in re.finditer(_ONE, match["all"]):
            if not is_reading(one["reading"], match["char"]):
                break
            end = start + one.end()
        if end > start:
            yield Change(start, end, "", rule="gloss", shown=(match.start(), end))


def straddling_glosses(text: str) -> Iterator[Change]:
    """Yield a change for every gloss of a character that only a filter of bytes saw.

    It saw it in the second half of one character and a letter behind: 公司W(wǎng), for 司 ends as
    網 begins, and ends in W. In a run of misread bytes the same would be a character indeed.
    """
    for match in _STRADDLING.finditer(text):
        pair = gbk.pair_of(match["char"])
        seen = gbk.char_of(pair[1], ord(match["rest"])) if pair else None
        if seen is not None and is_reading(match["reading"], seen):
            yield Change(match.end("rest"), match.end(), "", rule="gloss", shown=match.span())


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

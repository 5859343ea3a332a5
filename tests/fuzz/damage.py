"""Does to a sound text what two byte filters and a careless decoder did to web copies of it.

The text existed as GBK bytes, mostly in Traditional characters. After some characters the first
filter put a reading in parentheses, the second took apart what looked like a mark; both searched
the bytes without minding where a character begins, so that they also found halves of two
characters.
The decoder then read each piece by itself: a lone lead byte became `?` and took a one-byte
character after it along, pairs that GBK leaves to its users vanished.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from msgspec import Struct, field
from opencc import OpenCC
from pypinyin.constants import PINYIN_DICT

_MARKS = re.compile(rb"(\xa1\xa2|\xa3\xac|\xa3\xbb|\xa3\xa1|\xa3\xbf)")
_HIDDEN = '<span style="display:none">某某工程</span>'
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_MOST_GLOSSED = 40
_BROKEN_OFF = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


class Plan(Struct, frozen=True):
    """What is done to a text.

    `glosses` maps characters to their readings; `split` says whether marks are taken apart,
    `half` whether full-width marks lose their width. `hidden`, `breaks` and `spaces` are how many
    hidden insertions, line breaks and spaces that GBK does not have are put in. A `simplified`
    page is not in Traditional characters.
    """

    glosses: Mapping[str, str] = field(default_factory=dict)
    split: bool = True
    half: bool = True
    hidden: int = 0
    breaks: int = 0
    spaces: int = 0
    simplified: bool = False


def traditional(text: str) -> str:
    """Return `text` in Traditional characters as a page without a word list turns it."""
    return "".join(map(_traditional_char, text))


@cache
def _traditional_char(char: str) -> str:
    """Convert one character; keep it where GBK has no other, or where it is written so too."""
    turned = str(_converter().convert(char))
    try:
        return turned if len(turned.encode("gbk")) == 2 else char
    except UnicodeEncodeError:
        return char


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


@cache
def glossable(text: str, *, simplified: bool = False) -> tuple[tuple[str, str], ...]:
    """Return the characters of `text` that a filter may gloss, with a reading of each.

    Those are the ones that only Traditional has, or on a Simplified page any.
    """
    page = set(text) if simplified else set(traditional(text)).difference(text)
    chars = sorted(char for char in page if ord(char) in PINYIN_DICT)
    return tuple((char, PINYIN_DICT[ord(char)].split(",")[0]) for char in chars)


def plan(random: Random, text: str, *, simplified: bool = False) -> Plan:
    """Return a plan as pages show them: few characters glossed, or many, or none at all."""
    chars = glossable(text, simplified=simplified)
    share = random.choice((0.0, 0.1, 0.3, 0.6, 1.0))
    most = min(len(chars), _MOST_GLOSSED) if simplified else len(chars)
    glosses = dict(random.sample(chars, round(share * most)))
    hidden, breaks, spaces = (random.choice((0, 0, most)) for most in (1, 3, 3))
    split, half = random.random() < 0.8, random.random() < 0.7
    return Plan(glosses, split, half, hidden, breaks, spaces, simplified)


def damage(random: Random, text: str, how: Plan) -> str:
    """Return sound Simplified `text` as a web page would show it, damaged."""
    page = text if how.simplified else traditional(text)
    spaced = _with_spaces(random, page, how.spaces)
    lines = _with_breaks(random, spaced, how.breaks).split("\n")
    hidden = random.choices(range(len(lines)), k=how.hidden)
    return "\n".join(
        damage_line(_with_hidden(random, line) if at in hidden else line, how)
        for at, line in enumerate(lines)
    )


def damage_line(line: str, how: Plan) -> str:
    """Gloss and split the bytes of a `line`, decode them and take width away."""
    data = line.encode("gbk", errors="replace")
    for char, reading in how.glosses.items():
        pair = char.encode("gbk")
        data = data.replace(pair, pair + f"({reading})".encode("gbk"))
    pieces: Sequence[bytes] = _MARKS.split(data) if how.split else [data]
    decoded = "".join(map(decode_carelessly, pieces))
    if not how.half:
        return decoded
    return "".join(chr(ord(c) - 0xFEE0) if ord(c) in _FULL_WIDTH else c for c in decoded)


def decode_carelessly(data: bytes) -> str:
    """Decode GBK byte by byte: `?` for a lone lead byte, nothing for a pair left to users."""
    out, at = "", 0
    while at < len(data):
        lead, trail = data[at], data[at + 1] if at + 1 < len(data) else 0
        if lead < 0x80:
            out, at = out + chr(lead), at + 1
            continue
        at += 1 if lead == 0x80 else 2
        if lead == 0x80 or trail < 0x40 or trail == 0x7F:
            out += "?"
        elif not _left_to_users(lead, trail):
            out += bytes((lead, trail)).decode("gbk", errors="ignore") or "?"
    return out


def _left_to_users(lead: int, trail: int) -> bool:
    if 0xAA <= lead <= 0xAF or lead >= 0xF8:
        return trail >= 0xA1
    return 0xA1 <= lead <= 0xA7 and trail <= 0xA0


def _with_breaks(random: Random, text: str, count: int) -> str:
    """Break lines of `text` between characters, never two times at one place."""
    places = [match.start() for match in _BROKEN_OFF.finditer(text)]
    for at in sorted(random.sample(places, min(count, len(places))), reverse=True):
        text = f"{text[:at]}\n{text[at:]}"
    return text


def _with_spaces(random: Random, text: str, count: int) -> str:
    """Put no-break spaces into `text`, which become `?`."""
    for at in sorted(random.sample(range(len(text)), min(count, len(text))), reverse=True):
        text = f"{text[:at]}\xa0{text[at:]}"
    return text


def _with_hidden(random: Random, line: str) -> str:
    """Put a hidden insertion into `line`, between characters."""
    at = random.randint(0, len(line))
    return line[:at] + _HIDDEN + line[at:]

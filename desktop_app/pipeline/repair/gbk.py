"""How GBK packs characters into bytes, as far as a stream cut one byte off needs it.

A character is one byte below 0x80, or a lead byte 0x81 to 0xFE and a trail byte 0x40 to 0xFE.
"""

from collections.abc import Iterator
from functools import cache

LEADS = range(0x81, 0xFF)
# Ends characters but begins none.
NO_LEAD = 0x80
FULL_WIDTH_LEAD = 0xA3
MARK_LEAD = 0xA1
# Filters and decoders left these to the user; a decoder drops them without a trace.
_USER_LEADS = (*range(0xAA, 0xB0), *range(0xF8, 0xFF))
_USER_LEADS_BELOW = range(0xA1, 0xA8)
VANISHING = (*_USER_LEADS_BELOW, *_USER_LEADS)
_USER_TRAILS = tuple(range(0xA1, 0xFF))
_USER_TRAILS_BELOW = tuple(range(0x81, 0xA1))


@cache
def pair_of(char: str) -> tuple[int, int] | None:
    """Return the two bytes of `char`, or None where it has none in GBK.

    What GBK leaves to its users has code points of its own, so that a decoder may keep it.
    """
    try:
        data = char.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return (data[0], data[1]) if len(data) == 2 else None


@cache
def char_of(lead: int, trail: int) -> str | None:
    """Return the character of two bytes, or None where they stand for none."""
    if trail < 0x40 or is_user_defined(lead, trail):
        return None
    try:
        char = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    return char if len(char) == 1 else None


def is_user_defined(lead: int, trail: int) -> bool:
    """Whether a decoder drops this pair silently."""
    if lead in _USER_LEADS:
        return trail >= 0xA1
    return lead in _USER_LEADS_BELOW and trail <= 0xA0


def all_chars() -> Iterator[str]:
    """Yield every character of two bytes."""
    for lead in LEADS:
        for trail in range(0x40, 0xFF):
            char = char_of(lead, trail)
            if char is not None:
                yield char


@cache
def with_trail(trail: int) -> tuple[str, ...]:
    """Return every character whose second byte is `trail`."""
    chars = (char_of(lead, trail) for lead in LEADS)
    return tuple(char for char in chars if char is not None)


@cache
def with_lead(lead: int) -> tuple[tuple[str, int], ...]:
    """Return every character whose first byte is `lead`, with its second byte a lead byte too."""
    chars = ((char_of(lead, trail), trail) for trail in LEADS)
    return tuple((char, trail) for char, trail in chars if char is not None)


@cache
def before_vanished(lead: int) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return characters led by `lead` whose trail byte leads a pair that a decoder drops.

    Each comes with the bytes that may end the dropped pair: they lead the next character.
    """
    chars = ((char_of(lead, trail), trails_after(trail)) for trail in LEADS)
    return tuple((char, trails) for char, trails in chars if char is not None and trails)


def trails_after(lead: int) -> tuple[int, ...]:
    """Return the bytes that end a dropped pair led by `lead` and may lead a character."""
    if lead in _USER_LEADS:
        return _USER_TRAILS
    return _USER_TRAILS_BELOW if lead in _USER_LEADS_BELOW else ()

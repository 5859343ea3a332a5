"""The words of copies by script, and what makes a text of the screen plain."""

import re
from functools import lru_cache
from typing import Any

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.system import resources

# What stands for a minus sign before a number in print; a copy has the ASCII one. An en dash is
# one too, and so is the first of 70–80; two of them are a dash between words.
_MINUS = re.compile(r"(?<![−－﹣–—])[−－﹣–](?=\s*[0-9０-９])")
# What only the screen needs, as a word joiner that keeps a number with its unit on one line, and
# what a file carries along unseen.
_UNSEEN = dict.fromkeys(map(ord, "\u2060\ufeff\u200b\r"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\x0b\x0c"), " ")
_LINE_ENDS = dict.fromkeys(map(ord, "\u2028\u2029\x85"), "\n")
_PLAIN = _UNSEEN | _SPACES | _LINE_ENDS | {0: "\ufffd", 0xFFFC: "\ufffd"}


def words(script: Script) -> dict[str, Any]:
    """Return the words of `resources/citation.toml` for copies in `script`."""
    table: dict[str, Any] = resources.table("citation")
    written: dict[str, Any] = table["hant" if script is Script.HANT else "hans"]
    return written


def reading() -> dict[str, Any]:
    """Return what tells a figure's words apart, in Simplified."""
    table: dict[str, Any] = resources.table("citation")["reading"]
    return table


@lru_cache(8192)
def in_script(text: str, script: Script) -> str:
    """Return Simplified `text`, a name or a unit, as a copy in `script` spells it."""
    if script is not Script.HANT or text.isascii():
        return text
    # The first window is painted without it.
    from desktop_app.pipeline.traditional import to_traditional

    return to_traditional(text)


def plain(text: str) -> str:
    """Return `text` without what only the screen needs, its minus signs in ASCII.

    Tabs between the cells of a row stay, also before its first one.
    """
    text = text.translate(_PLAIN)
    return _MINUS.sub("-", text).strip(" \n　") if text.strip() else ""


def one_line(text: str) -> str:
    """Return `text` plain and on one line, as if it had never been broken."""
    return plain(plain(text).replace("\n", ""))


def marked(figure: Figure, text: str, script: Script) -> str:
    """Return `text`, with a warning behind it where the number touches unproven damage."""
    doubtful: str = words(script)["doubtful"]
    return doubtful.format(text=text) if figure.doubtful else text


def title(bulletin: Bulletin, script: Script) -> str:
    """Return the title: as the text has it in Traditional, or converted where it has none."""
    name = bulletin.info.title
    if script is not Script.HANT:
        return name
    place = bulletin.text.hans.find(name)
    if place < 0:
        return in_script(name, script)
    return bulletin.text.hant[place : place + len(name)]

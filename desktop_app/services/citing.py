"""Figures and texts as they are copied: bare, with unit, with source. Plain text throughout."""

import re

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.system import resources

# What stands for a minus sign before a number in print; a copy has the ASCII one.
_MINUS = re.compile(r"[−－﹣](?=\s*[0-9０-９])")
# Word joiners keep a number with its unit on one line of the screen; they are no part of it.
_LAYOUT = re.compile(r"[\u2060\ufeff\u200b\r\n]")


def value_with_unit(figure: Figure, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return number and unit as printed, in `script`: `7.8亿元`, or `7.8億元`."""
    return _marked(figure, printed(figure, bulletin, script), script)


def bare_value(figure: Figure) -> str:
    """Return the number without its unit: `7.8`; both ends of a range: `70-80`."""
    value = f"{figure.value}-{figure.value_high}" if figure.value_high else figure.value
    return _marked(figure, value, Script.HANS)


def with_source(figure: Figure, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return number and unit with the source line in brackets behind them."""
    return text_with_source(value_with_unit(figure, bulletin, script), bulletin, script)


def text_with_source(text: str, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return a stretch of the bulletin's text with the source line in brackets behind it."""
    source = source_line(bulletin, script)
    return _words(script)["with_source"].format(text=plain(text), source=source)


def source_line(bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return `数据来源：《…统计公报》`."""
    return _words(script)["source_line"].format(title=title(bulletin, script))


def title(bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return the title, in Traditional characters where the text has it."""
    name = bulletin.info.title
    place = bulletin.text.hans.find(name) if script is Script.HANT else -1
    return bulletin.text.hant[place : place + len(name)] if place >= 0 else name


def printed(figure: Figure, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return number and unit as printed, in `script`, without a mark of doubt."""
    text = bulletin.text.of(script, figure.read_start, figure.read_end)
    return plain(_LAYOUT.sub("", text))


def plain(text: str) -> str:
    """Return `text` without what only the screen needs, its minus signs in ASCII."""
    return _MINUS.sub("-", text.replace("\u2060", "")).strip()


def _marked(figure: Figure, text: str, script: Script) -> str:
    """Return `text`, with a warning behind it where the number touches unproven damage."""
    return _words(script)["doubtful"].format(text=text) if figure.doubtful else text


def _words(script: Script) -> dict[str, str]:
    words: dict[str, str] = resources.table("citation")[
        "hant" if script is Script.HANT else "hans"
    ]
    return words

"""The user's own template: `{指标}{数值}{单位}（{来源}）`, with the words of `citation.toml`."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from string import Formatter

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.errors import DataError
from desktop_app.services import scripts
from desktop_app.services.citing.figures import growth_in_words, number
from desktop_app.services.citing.sentences import (
    period_of,
    place_of,
    printed_sentence,
    standard_sentence,
)
from desktop_app.services.citing.words import in_script, title, words
from desktop_app.system import resources

# A name in round brackets that stays empty is left out with them.
_EMPTY_BRACKETS = re.compile(r"（）|\(\)")
_STOP_BEFORE_BRACKETS = re.compile(r"。(（[^（）]+）)$")
_SENTENCES = frozenset({"sentence", "printed"})


@cache
def _fields() -> dict[str, str]:
    """Return every word that a template may name, with the field it stands for."""
    named: dict[str, list[str]] = resources.table("citation")["fields"]
    return {word: field for field, aliases in named.items() for word in aliases}


def usual(script: Script = Script.HANS) -> str:
    """Return the template that holds until the user writes one."""
    template: str = words(script)["template"]
    return template


def check(template: str) -> None:
    """Accept a template whose brackets close and whose words are known.

    Raises:
        DataError: it is no such template; the message says what is wrong with it.
    """
    for _ in _parts(template):
        pass


def fill(template: str, figure: Figure, bulletin: Bulletin, source: str, script: Script) -> str:
    """Return the user's template, or the usual one where it is blank, filled in for a figure.

    `source` is the source line. In SOURCE the printed sentence is the source's own. A doubtful
    figure carries its warning once, behind what it is a warning of.

    Raises:
        DataError: the template has an unknown word or a bracket that does not close.
    """
    parts = list(_parts(template if template.strip() else usual(script)))
    named = [field for _, field in parts]
    warned = _warned(named) if figure.doubtful else ""
    texts = _texts(figure, bulletin, source, script)
    doubtful: str = words(script)["doubtful"]
    pieces: list[str] = []
    for literal, field in parts:
        pieces.append(literal)
        if field:
            text = texts[field]()
            pieces.append(doubtful.format(text=text) if field == warned else text)
    filled = _EMPTY_BRACKETS.sub("", "".join(pieces))
    # What a sentence says of its source in brackets belongs to it: its full stop ends both.
    filled = _STOP_BEFORE_BRACKETS.sub(r"\1。", filled)
    unwarned = figure.doubtful and not warned and not _SENTENCES.intersection(named)
    return doubtful.format(text=filled) if unwarned else filled


def _warned(named: list[str]) -> str:
    """Return the field behind which the warning stands: the unit that follows the value."""
    if _SENTENCES.intersection(named):
        return ""
    return next((field for field in ("unit", "value", "growth") if field in named), "")


def _parts(template: str) -> Iterator[tuple[str, str]]:
    """Yield literal texts with the field that follows each, empty behind the last."""
    try:
        parsed = list(Formatter().parse(template))
    except ValueError:
        raise DataError("template_brackets") from None
    for literal, word, form, conversion in parsed:
        if word is None:
            yield literal, ""
        elif form or conversion or word.strip() not in _fields():
            shown = word + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            raise DataError("template_word", word="{" + shown + "}", words=_words_of_fields())
        else:
            yield literal, _fields()[word.strip()]


def _words_of_fields() -> str:
    named: dict[str, list[str]] = resources.table("citation")["fields"]
    return " ".join(f"{{{aliases[0]}}}" for aliases in named.values())


def _texts(
    figure: Figure, bulletin: Bulletin, source: str, script: Script
) -> dict[str, Callable[[], str]]:
    """Return what each field becomes, made only where it is asked for."""
    info = bulletin.info
    chapter = bulletin.chapter_of(figure.section)
    shown, script = script, scripts.of_words(bulletin, script)
    return {
        "value": lambda: number(figure),
        "unit": lambda: in_script(figure.unit, script),
        "indicator": lambda: in_script(figure.indicator, script),
        "growth": lambda: growth_in_words(figure, script),
        "compared_with": lambda: in_script(figure.compared_with, script),
        "period": lambda: in_script(period_of(figure, info), script),
        "sentence": lambda: standard_sentence(figure, bulletin, script),
        "printed": lambda: printed_sentence(bulletin, figure.read_start, shown),
        "source": lambda: source,
        "title": lambda: title(bulletin, script),
        "year": lambda: str(info.year or ""),
        "place": lambda: in_script(place_of(figure, info), script),
        "chapter": lambda: in_script(chapter.title, script) if chapter else "",
    }

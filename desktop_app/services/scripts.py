"""What the program says about a bulletin, in the script its text is shown in."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.system import language

Spell = Callable[[str], str]
"""Writes Simplified words of a bulletin in the script that is read."""
_SHORTEST_NAME = 2


def shown(text: str, script: Script) -> str:
    """Return Simplified `text` in Traditional characters where the text is shown in these."""
    return _traditional(text) if script is Script.HANT else text


@lru_cache(maxsize=4096)
def _traditional(text: str) -> str:
    if text.isascii():
        return text
    # The converter takes long to load, and whoever reads in Simplified needs none.
    from desktop_app.pipeline.traditional import to_traditional

    return to_traditional(text)


def of_words(bulletin: Bulletin, script: Script) -> Script:
    """Return the characters for words that a copy sets beside what is shown in `script`.

    In SOURCE they are those that the source is written in for the most part.
    """
    return bulletin.text.source_script if script is Script.SOURCE else script


def language_of(script: Script) -> str:
    """Return the language in which the program speaks of a text that is read in `script`.

    It is the interface's, but for a Simplified one that speaks of a text in Traditional script.
    """
    spoken = language.preferred()
    return "zh_TW" if script is Script.HANT and spoken == "zh_CN" else spoken


def as_is(text: str) -> str:
    """Return `text`: how words are spelled in Simplified."""
    return text


def spelling(bulletin: Bulletin | None, script: Script) -> Spell:
    """Return what spells words about `bulletin` in `script`.

    What was made of a text has no place in its source and may mend its damage: in SOURCE it is
    written in the characters that the source has.
    """
    if bulletin is None or written(bulletin, script) is Script.HANS:
        return as_is
    return _Spelling(bulletin)


def written(bulletin: Bulletin, script: Script) -> Script:
    """Return in which characters words about `bulletin` are written where it is read in `script`.

    Never SOURCE: what the program says has no source.
    """
    return bulletin.text.source_script if script is Script.SOURCE else script


def named(name: str, bulletin: Bulletin, script: Script) -> str:
    """Return a Simplified name as the text has it in `script`; converted where it has it not.

    Loads no converter for a name that stands in the text, so the first paint may ask for it.
    """
    script = written(bulletin, script)
    if script is Script.HANT and name not in bulletin.text.hans:
        return shown(name, script)
    return bulletin.text.spelled(name, script)


class _Spelling:
    """Converts words; names that the text writes in characters of its own keep these."""

    def __init__(self, bulletin: Bulletin) -> None:
        self._bulletin = bulletin
        self._known: dict[str, str] = {"": ""}

    def __call__(self, text: str) -> str:
        if text not in self._known:
            self._known[text] = self._spell(text)
        return self._known[text]

    def _spell(self, text: str) -> str:
        spelled = shown(text, Script.HANT)
        for name, own in self._own_names.items():
            at = text.find(name)
            while at >= 0:
                spelled = spelled[:at] + own + spelled[at + len(name) :]
                at = text.find(name, at + len(name))
        return spelled

    @cached_property
    def _own_names(self) -> dict[str, str]:
        """The names that the text writes otherwise than the converter, the longest last."""
        own: dict[str, str] = {}
        for name, start, end in self._names():
            if len(name) >= _SHORTEST_NAME and name not in own:
                printed = self._bulletin.text.spelled(name, Script.HANT, start, end)
                if printed not in (name, shown(name, Script.HANT)):
                    own[name] = printed
        return dict(sorted(own.items(), key=lambda item: len(item[0])))

    def _names(self) -> Iterator[tuple[str, int, int | None]]:
        """Yield names, and where in the reading text they are looked for."""
        bulletin = self._bulletin
        for place in bulletin.info.place.split("/"):
            yield place, 0, None
        for section in bulletin.sections:
            span = section.title_read_start, section.title_read_end
            yield bulletin.text.hans[slice(*span)], *span
        for figure in bulletin.figures:
            home = bulletin.section_by_id.get(figure.section or 0)
            start, end = (home.read_start, home.read_end) if home else (0, None)
            for name in (figure.indicator, figure.region, figure.scope):
                yield name, start, end
                yield name, 0, None

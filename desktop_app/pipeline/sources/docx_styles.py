"""The styles of a Word file, as far as they change what is read: lists, contents, hidden text."""

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

from desktop_app.pipeline.sources.docx_numbering import whole

_CONTENTS = re.compile(r"toc\s*\d|目录\s*\d", re.IGNORECASE)
_LONGEST_CHAIN = 20
_OFF = ("0", "false", "off", "none")


class Style(Struct, frozen=True):
    """A style with what it says itself; `level` is None where it leaves it to the list."""

    key: str = ""
    name: str = ""
    base: str = ""
    number: str = ""
    level: int | None = None
    hidden: bool = False

    @property
    def is_contents(self) -> bool:
        return _CONTENTS.match(self.name) is not None


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch such as `w_vanish` is set."""
    switch = properties.find(name) if properties is not None else None
    return switch is not None and switch.get("w_val", "1").lower() not in _OFF


class Styles:
    """The styles of a file, and what they say of a paragraph or a run."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = Style()
        for element in root.iter("w_style") if root is not None else ():
            style = _style(element)
            self._styles[style.key] = style
            default = element.get("w_default", "0") not in _OFF
            if default and element.get("w_type") == "paragraph":
                self._default = style

    def lists(self) -> dict[str, str]:
        """Return the list that each style names, for styles that name one."""
        return {key: style.number for key, style in self._styles.items() if style.number}

    def of(self, paragraph: Element) -> Style:
        """Return the style of a paragraph."""
        named = paragraph.find("w_pPr/w_pStyle")
        key = "" if named is None else named.get("w_val", "")
        return self._styles.get(key, self._default)

    def list_of(self, paragraph: Element) -> tuple[str, int | None]:
        """Return the list of a paragraph ('' if none) and its level, where one is said."""
        number, level = _numbering(paragraph.find("w_pPr/w_numPr"))
        style = self.of(paragraph)
        for _ in range(_LONGEST_CHAIN):
            number = number or style.number
            level = level if level is not None else style.level
            if number or not style.base:
                break
            style = self._styles.get(style.base, Style())
        return ("" if number == "0" else number), level

    def hides(self, properties: Element | None) -> bool:
        """Whether the text of a run with these properties is hidden."""
        if properties is None:
            return False
        if properties.find("w_vanish") is not None:
            return is_on(properties, "w_vanish")
        named = properties.find("w_rStyle")
        return named is not None and self._styles.get(named.get("w_val", ""), Style()).hidden


def _style(element: Element) -> Style:
    def said(name: str) -> str:
        child = element.find(name)
        return "" if child is None else child.get("w_val", "")

    number, level = _numbering(element.find("w_pPr/w_numPr"))
    return Style(
        key=element.get("w_styleId", ""),
        name=said("w_name"),
        base=said("w_basedOn"),
        number=number,
        level=level,
        hidden=is_on(element.find("w_rPr"), "w_vanish"),
    )


def _numbering(properties: Element | None) -> tuple[str, int | None]:
    if properties is None:
        return "", None
    number, level = properties.find("w_numId"), properties.find("w_ilvl")
    return (
        "" if number is None else number.get("w_val", ""),
        None if level is None else whole(level.get("w_val"), 0),
    )

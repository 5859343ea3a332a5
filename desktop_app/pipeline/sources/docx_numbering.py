"""Numbers that Word counts itself, 一、 （一） 1., restored: they stand in no paragraph's text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from msgspec import Struct

_DIGITS = "零一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_TENS, _FORMAL_TENS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
# The first character of rows that Unicode has for 1 to 20.
_ROWS = {
    "decimalEnclosedCircle": 0x2460,
    "decimalEnclosedCircleChinese": 0x2460,
    "decimalEnclosedParen": 0x2474,
    "decimalEnclosedFullstop": 0x2488,
}
_ROW_LENGTH = 20
_COUNTING = (
    *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "koreanCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand"),
)
_LARGEST = 9999
_LEVEL = re.compile(r"%([1-9])")
_LEVELS = 9
_OPEN_END = re.compile(r"[A-Za-z0-9.]$")


class Level(Struct, frozen=True):
    """How one level of a list is numbered; `text` has %1 to %9 for the levels' numbers."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    follows: str = "tab"
    legal: bool = False
    restarts: bool = True
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: whose levels it has, and where it begins anew."""

    base: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: bool = False


class Numbering:
    """Counts the paragraphs of a document's lists, in the order they are asked for."""

    def __init__(self, root: Element | None, style_lists: Mapping[str, str]) -> None:
        """Read the lists; `style_lists` has the list that a style of lists stands for."""
        self._bases: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        links = {}
        for base in root.iter("w_abstractNum"):
            key = base.get("w_abstractNumId", "")
            self._bases[key] = _levels(base)
            link = base.find("w_numStyleLink")
            if link is not None:
                links[key] = link.get("w_val", "")
        for entry in root.iter("w_num"):
            self._lists[entry.get("w_numId", "")] = _list(entry)
        for key, style in links.items():
            target = self._lists.get(style_lists.get(style, ""))
            if target is not None:
                self._bases[key] = self._bases.get(target.base, {})

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level that a list gives to paragraphs of a style; the first if none."""
        entry = self._lists.get(number)
        levels = self._bases.get(entry.base, {}) if entry else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def next(self, number: str, level: int) -> str:
        """Return what is printed before the next paragraph of a list, '' for a bullet."""
        entry = self._lists.get(number)
        if entry is None or not 0 <= level < _LEVELS:
            return ""
        levels = self._bases.get(entry.base, {}) | entry.levels
        counts = self._counts.setdefault(entry.base, {})
        if not entry.begun:
            entry.begun = True
            for at, start in entry.starts.items():
                counts[at] = start - 1
        own = levels.get(level, Level())
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            if levels.get(deeper, own).restarts:
                del counts[deeper]
        return _printed(own, levels, counts)


def _list(entry: Element) -> _List:
    base = entry.find("w_abstractNumId")
    found = _List(base.get("w_val", "") if base is not None else "")
    for override in entry.iter("w_lvlOverride"):
        at = whole(override.get("w_ilvl"), 0)
        own = override.find("w_lvl")
        if own is not None:
            found.levels[at] = _level(own)
        start = override.find("w_startOverride")
        if start is not None:
            found.starts[at] = whole(start.get("w_val"), 1)
    return found


def _levels(base: Element) -> dict[int, Level]:
    return {whole(level.get("w_ilvl"), 0): _level(level) for level in base.iter("w_lvl")}


def _level(level: Element) -> Level:
    def said(name: str, otherwise: str) -> str:
        child = level.find(name)
        return otherwise if child is None else child.get("w_val", otherwise)

    return Level(
        form=said("w_numFmt", "decimal"),
        text=said("w_lvlText", ""),
        start=whole(said("w_start", "0"), 0),
        follows=said("w_suff", "tab"),
        legal=level.find("w_isLgl") is not None,
        restarts=said("w_lvlRestart", "") != "0",
        style=said("w_pStyle", ""),
    )


def _printed(own: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    if own.form == "bullet":
        return ""

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        level = levels.get(at, Level())
        return written(counts.get(at, level.start), "decimal" if own.legal else level.form)

    text = _LEVEL.sub(number, own.text).strip()
    # 1. before 2023年 would else be a decimal.
    return text + (" " if own.follows != "nothing" and _OPEN_END.search(text) else "")


def whole(value: str | None, otherwise: int) -> int:
    """Return a whole number as a file writes it; `otherwise` if it is none."""
    try:
        return int(value or "")
    except ValueError:
        return otherwise


def written(number: int, form: str) -> str:
    """Return a number as Word prints it in one of its formats; decimal where it is unknown."""
    if form == "none":
        return ""
    if not 0 < number <= _LARGEST:
        return str(number)
    if form in _ROWS and number <= _ROW_LENGTH:
        return chr(_ROWS[form] + number - 1)
    writers = {
        "lowerRoman": lambda: _roman(number).lower(),
        "upperRoman": lambda: _roman(number),
        "lowerLetter": lambda: _letter(number).lower(),
        "upperLetter": lambda: _letter(number),
        "decimalZero": lambda: f"{number:02}",
        "decimalFullWidth": lambda: str(number).translate(_FULL_WIDTH),
        "ideographDigital": lambda: "".join(_PLACES[int(digit)] for digit in str(number)),
        "ideographTraditional": lambda: _STEMS[(number - 1) % len(_STEMS)],
        "ideographZodiac": lambda: _BRANCHES[(number - 1) % len(_BRANCHES)],
        "chineseLegalSimplified": lambda: _counted(number, _FORMAL_DIGITS, _FORMAL_TENS),
    }
    if form in _COUNTING:
        return _counted(number, _DIGITS, _TENS)
    return writers.get(form, lambda: str(number))()


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_PLACES = "〇" + _DIGITS[1:]


def _counted(number: int, digits: str, tens: tuple[str, ...]) -> str:
    """Write a number to 9999 in Chinese: 十二, 二十, 一百零五."""
    figures = [int(figure) for figure in str(number)]
    text = ""
    for figure, ten in zip(figures, reversed(tens[: len(figures)]), strict=True):
        text += digits[figure] + ten if figure else digits[0]
    text = re.sub(f"{digits[0]}+", digits[0], text).rstrip(digits[0])
    one_ten = digits[1] + tens[1]
    return text[1:] if text.startswith(one_ten) and tens is _TENS else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """Write 1 as A, 26 as Z, 27 as AA, as Word does."""
    times, at = divmod(number - 1, 26)
    return chr(ord("A") + at) * (times + 1)

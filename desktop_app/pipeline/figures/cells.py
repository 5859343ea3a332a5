"""The cells of a table's line, and the numbers they print."""

import re
from collections.abc import Sequence
from functools import cache, cached_property

from msgspec import Struct

from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.numbers import half_width
from desktop_app.pipeline.figures.quantities import quantities

_WORD = re.compile(r"\S+")
# Digits in groups of three are parted by commas or, in typeset tables, by narrow spaces.
_DIGITS = r"(?:\d{1,3}(?:[,，]\d{3})+|\d{1,3}(?:[ \u2009\u202f\xa0]\d{3})+|\d+)(?:\.\d+)?"
_APART = re.compile(r"[,，\s]")
_MARKS = r"(?:[*＊①-⑳❶-❿⑴-⒇¹²³⁰⁴-⁹†‡#※\u200b]|[\[［〔【]注?\d{1,2}[\]］〕】])*"
_MISSING = re.compile(r"[\s(（]*(?:[-—–－…·.．/\\*xX×]+|空)?[\s)）]*")
# What was a number before it broke: 4?.6, 1Z.3, 3 2.6, and signs that say what only a note tells.
# It has no words, and is no stretch (1-9, 2016-2020) or date (2022.12).
_UNREADABLE = re.compile(
    r"(?=\D*\d)(?!\D*(?:19|20)\d\d[.])(?!\s*\d+(?:\s*[-–—~/]\s*\d+)+\s*$)"
    r"[^A-Za-z\u4e00-\u9fff]*(?:[A-Za-z\u4e00-\u9fff](?=[.\d])[^A-Za-z\u4e00-\u9fff]*)?"
)
_TIMES_OR_NAMES = re.compile("[年月日季第G]")
_LONGEST_UNREAD = 12
_FALLING = frozenset("-–—↓")
# Longer cells hold sentences, not numbers.
_LONGEST = 30


class Number(Struct, frozen=True):
    """A number with the sign and the unit that its cell prints; places are in the cell."""

    start: int
    end: int
    digits_end: int
    value: str
    sign: str = ""
    unit: str = ""
    ratio: bool = False


class Cell(Struct, frozen=True, dict=True):
    """A cell and where it begins in its line."""

    start: int
    text: str

    @cached_property
    def number(self) -> Number | None:
        """The only thing that the cell prints, if that is a number."""
        return _number_in(half_width(self.text))

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def holds_data(self) -> bool:
        """Whether a number stands here, or what is printed where there is none: —, …, 持平."""
        if self.blank:
            return False
        return self.is_read or self.unreadable

    @property
    def is_read(self) -> bool:
        """Whether what stands here is a number, or what is printed for one, and can be read."""
        return self.number is not None or self.missing or self.unchanged

    @property
    def missing(self) -> bool:
        return _MISSING.fullmatch(self.text) is not None

    @property
    def unreadable(self) -> bool:
        """Whether a number stood here, of which nobody can tell what it was."""
        text = self.text
        short = 0 < len(text) <= _LONGEST_UNREAD and self.number is None and not self.missing
        return short and _UNREADABLE.fullmatch(text) is not None

    @property
    def unread(self) -> bool:
        """Whether digits stand here that are read as no number: among numbers, one was lost."""
        text = self.text
        digits = len(text) <= _LONGEST_UNREAD and any(char.isdigit() for char in text)
        return digits and not self.is_read and not _TIMES_OR_NAMES.search(text)

    @property
    def unchanged(self) -> bool:
        return len(self.text) <= _LONGEST and any(
            word in self.text for word in lexicon.words("tables.unchanged")
        )


def cells_of(line: str) -> list[Cell]:
    """Return the cells of a line, those between tabs also where they are empty."""
    if "\t" in line:
        cells, start = [], 0
        for text in line.split("\t"):
            cells.append(Cell(start, text))
            start += len(text) + 1
        return cells
    cells = [Cell(match.start(), match[0]) for match in _WORD.finditer(line)]
    if not any(cell.number for cell in cells[1:]):
        return [Cell(0, line)]  # a caption with spaces in it
    return cells


def filled(cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells that are not blank."""
    return [cell for cell in cells if not cell.blank]


@cache
def _bare_number() -> re.Pattern[str]:
    up, down = lexicon.choice("growth.up"), lexicon.choice("growth.down")
    return re.compile(
        rf"\s*(?:{up}|(?P<down>{down})|(?P<sign>[-+±–—↑↓])\s*)?(?P<digits>{_DIGITS})"
        rf"\s*(?P<unit>%|‰|倍)?{_MARKS}\s*"
    )


def _number_in(text: str) -> Number | None:
    match = _bare_number().fullmatch(text)
    if match:
        end = match.end("unit") if match["unit"] else match.end("digits")
        start = match.start("digits") if match["sign"] is None else match.start("sign")
        sign = "-" if match["down"] or match["sign"] in _FALLING else ""
        value = _APART.sub("", match["digits"])
        return Number(start, end, match.end("digits"), value, sign, match["unit"] or "")
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    found = quantities(text)
    if len(found) != 1 or text.strip() != text[found[0].start : found[0].end]:
        return None
    (only,) = found
    sign = "-" if only.value.startswith("-") else ""
    ends = only.start, only.end, only.number_end
    return Number(*ends, only.value.removeprefix("-"), sign, only.unit, only.ratio)
